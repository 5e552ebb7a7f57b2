// Invented sentences in Polish: written after vocabulary and grammar were, and before they met them. No statement was mended
// for.
import type { Examples } from '../examples.ts';

export const PL: Examples = {
  statements: {
    health: `
Reumatolog mówi, że mam tocznia i muszę brać sterydy
Jestem nosicielem HIV i w piątek mam randkę
Parkinson dziadka jest tak silny, że codziennie się przewraca
W sobotę zaliczyłem nawrót po pół roku bez kokainy
Leżałem dwa tygodnie w szpitalu z zapaleniem trzustki
Moja żona jest w siódmym miesiącu ciąży
Dziś rano miałam atak paniki w pociągu
`,
    'health-at-work': `
Od miesiąca jestem na zwolnieniu z powodu depresji
`,
    'sexual-life': `
Jestem gejem i mieszkam w małym miasteczku
Mój chłopak chce otwartego związku, a ja nie
`,
    religion: `
Jestem muzułmanką i nie podaję ręki mężczyznom
Byłem kiedyś misjonarzem mormonów
`,
    politics: `
Robię kampanię Zielonym, a ojciec głosuje na PiS
`,
    'trade-union': `
Jutro stoję na pikiecie strajkowej z pielęgniarkami
`,
    ethnicity: `
Jestem czarnoskóra i jedyna w klasie
`,
    criminal: `
Mam wyrok w zawieszeniu do przyszłego roku
`,
  },
  ordinary: `
Denerwuję się pierwszym dniem w piekarni
Brat ma moją wiertarkę i nie oddaje
Jak wywabić czerwone wino z mojego dywanu?
Chcę się nauczyć niemieckiego przed wyjazdem
Właściciel podniósł mi czynsz
Waham się między dębem a sosną
Mój raport o wynikach wyborów się spóźnia
Zapomniałem hasła
`,
};

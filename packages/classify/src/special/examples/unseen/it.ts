// Invented sentences in Italian: written after vocabulary and grammar were, and before they met them. No statement was mended
// for.
import type { Examples } from '../examples.ts';

export const IT: Examples = {
  statements: {
    health: `
La mia reumatologa dice che è lupus e devo prendere il cortisone
Sono sieropositivo e venerdì ho un appuntamento
Il Parkinson di mio nonno è così grave che cade ogni giorno
Sabato ho avuto una ricaduta dopo sei mesi senza cocaina
Sono stato due settimane in ospedale per una pancreatite
Mia moglie è incinta di sette mesi
Stamattina ho avuto un attacco di panico in treno
`,
    'health-at-work': `
Sono in malattia da un mese per depressione
`,
    'sexual-life': `
Sono gay e vivo in un paesino
Il mio ragazzo vuole una relazione aperta e io no
`,
    religion: `
Sono musulmana e non do la mano agli uomini
Sono stato missionario mormone
`,
    politics: `
Faccio campagna per i Verdi e mio padre vota Lega
`,
    'trade-union': `
Domani sono al picchetto con le infermiere
`,
    ethnicity: `
Sono nera e l'unica della mia classe
`,
    criminal: `
Sono ai domiciliari fino all'anno prossimo
`,
  },
  ordinary: `
Sono agitata per il primo giorno in panetteria
Mio fratello ha il mio trapano e non me lo ridà
Come tolgo il vino rosso dal mio tappeto?
Voglio imparare il polacco prima del viaggio
Il mio padrone di casa ha alzato l'affitto
Sono indecisa tra rovere e pino
La mia relazione sui risultati elettorali è in ritardo
Ho dimenticato la password
`,
};

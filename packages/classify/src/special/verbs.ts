// Verbs in the first person for the languages that leave the pronoun out: regular forms made of the infinitive, as the grammars
// give them (present, preterite, imperfect, future), without accents.
import type { Terms } from './vocabulary.ts';

type Endings = Readonly<Record<string, string>>;

const SPANISH: Endings = { ar: 'o e aba are amos', er: 'o i ia ere emos', ir: 'o i ia ire imos' };
const ITALIAN: Endings = { are: 'o avo ai ero iamo', ere: 'o evo ei ero iamo', ire: 'o ivo ii iro isco iamo' };
const PORTUGUESE: Endings = { ar: 'o ei ava arei amos', er: 'o i ia erei emos', ir: 'o i ia irei imos' };

/** The first persons of regular verbs, as terms. */
function firstPersons(infinitives: string, endings: Endings): Terms {
  return infinitives
    .split(' ')
    .flatMap((infinitive) =>
      Object.entries(endings).flatMap(([ending, personal]) =>
        infinitive.endsWith(ending) ? personal.split(' ').map((one) => infinitive.slice(0, -ending.length) + one) : [],
      ),
    )
    .join(', ');
}

export const SPANISH_VERBS: Terms = firstPersons(
  'llevar tomar dejar empezar acabar pasar perder beber fumar consumir sufrir padecer recibir necesitar esperar buscar votar militar participar rezar ayunar practicar confesar ayudar llorar vomitar adelgazar engordar inyectar operar visitar acudir asistir ingresar cumplir robar conducir vivir convivir amar besar salir conocer enamorar casar intentar pensar odiar soportar ocultar esconder contar temer notar sangrar dormir celebrar llamar apoyar protestar pertenecer crecer nacer migrar pagar cotizar colaborar abortar parir adoptar descubrir ingresar superar luchar guardar comulgar bautizar peregrinar abandonar renunciar firmar repartir pegar quedar',
  SPANISH,
);

export const ITALIAN_VERBS: Terms = firstPersons(
  'prendere bere fumare soffrire vivere convivere cominciare iniziare smettere lasciare perdere ricevere aspettare cercare votare militare partecipare pregare digiunare praticare confessare piangere vomitare dimagrire ingrassare visitare entrare scontare rubare guidare amare baciare conoscere sposare provare pensare odiare sopportare nascondere raccontare temere sanguinare dormire mangiare festeggiare appoggiare protestare appartenere crescere pagare abortire partorire adottare scoprire superare lottare portare frequentare curare assumere seguire tradire abbandonare firmare',
  ITALIAN,
);

export const PORTUGUESE_VERBS: Terms = firstPersons(
  'levar tomar deixar comecar acabar passar perder beber fumar consumir sofrer padecer receber precisar esperar procurar votar militar participar rezar orar jejuar praticar confessar cantar ajudar chorar vomitar emagrecer engordar injetar operar visitar ingresar cumprir roubar dirigir viver conviver amar beijar sair conhecer namorar casar tentar pensar odiar aguentar esconder contar temer notar sangrar dormir celebrar apoiar protestar pertencer crescer nascer pagar colaborar abortar adotar descobrir superar lutar guardar comungar batizar abandonar assinar trair transar largar tirar provocar frequentar filiar andar morar ficar tratar',
  PORTUGUESE,
);

/** Past tenses of Polish tell person and sex: "-łem" said by a man, "-łam" by a woman, "-liśmy" and "-łyśmy" by several. */
export const POLISH_PAST: Terms =
  '*alem, *alam, *ilem, *ilam, *ylem, *ylam, *elam, *ulem, *ulam, *dlem, *dlam, *szlam, *zlam, *slam, *glem, *glam, *klem, *klam, *rlem, *rlam, *lismy, *lysmy';

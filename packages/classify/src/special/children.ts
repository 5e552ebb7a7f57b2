// Children: a person said to be under 18, by an age beside "I am" or beside a word for one's child. Recital 38 of the GDPR owes
// children particular protection; an age of 18 is that of the Convention on the Rights of the Child, Article 1.
import { plain } from './plain.ts';

const ADULT_AT = 18;
const CONFIDENCE = 0.5;

/** Words near which an age is looked for. Units of years come with an age before them. */
export const CHILD_TRIGGERS: readonly string[] = [
  'year old',
  'years old',
  'year-old',
  'years-old',
  'my son is',
  'my daughter is',
  'i am 1',
  "i'm 1",
  'i am 9',
  "i'm 9",
  ' ans',
  'jahre alt',
  ' jahre ',
  'ich bin 1',
  'ich bin 9',
  'ich werde 1',
  'sohn ist',
  'tochter ist',
  'sohn wird',
  'tochter wird',
  'kind ist',
  'zoon is',
  'dochter is',
  'zoontje is',
  'dochtertje is',
  'zoon wordt',
  'dochter wordt',
  'ik ben 1',
  'ik ben 9',
  'jährige',
  ' años',
  ' anni',
  ' anos',
  ' jaar',
  ' lat ',
  ' lata ',
  ' лет',
  ' года',
  '岁',
  '歳',
  '才',
  ' yaşında',
  ' yaşındayım',
  '살',
  'سنوات',
  '\\u5c81',
  '\\u6b73',
];

const NUMBERS: Readonly<Record<string, number>> = Object.fromEntries(
  'two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen'
    .split(' ')
    .map((word, index) => [word, index + 2]),
);

/** Who is a child, then the age in a group named `age`. All in plain writing. */
const FORMS: readonly RegExp[] = [
  /\b(?:my|our) (?<age>\d{1,2}|[a-z]+)[- ]years?[- ]old (?:\w+ )?(?:son|daughter|child|kid|boy|girl|grandson|granddaughter|stepson|stepdaughter|niece|nephew|brother|sister)\b/,
  /\b(?:my|our) (?:\w+ )?(?:son|daughter|child|kid|boy|girl|grandson|granddaughter|niece|nephew|brother|sister)\b(?: \w+)?,? (?:is|who is|just turned|turned|aged)? ?(?:only )?(?<age>\d{1,2})(?=[ ,.]*(?:years?\b|and\b|but\b|$|,|\.))/,
  /\bi(?: am|'?m) (?:only |just )?(?<age>\d{1,2})(?: years? old|(?= and (?:my|i|in|go|still|at)\b)|(?= but\b)|(?=[,.]|$))/,
  /\bj'ai (?:seulement )?(?<age>\d{1,2}) ans\b/,
  /\b(?:mon|ma|notre) (?:petit |petite )?(?:fils|fille|enfant|garcon|neveu|niece|frere|soeur|petit-fils|petite-fille)\b(?: \w+)?,? (?:de |a |age de |agee de )(?<age>\d{1,2}) ans\b/,
  /\bich (?:bin|werde) (?:erst )?(?<age>\d{1,2})(?: jahre?\b| und \p{L}|[,.]|$)/u,
  /\b(?:mein|meine|unser|unsere|meinen|meiner|meinem) (?:kleine[rn]? )?(?:sohn|tochter|kind|enkel|enkelin|neffe|nichte|bruder|schwester)\b(?: \w+)? (?:ist|wird) (?:erst )?(?<age>\d{1,2})(?: jahre?\b|[,.]| und\b| geworden\b|$)/,
  /\bmeine?[rnms]? (?<age>\d{1,2})[- ]?jahrige[rnms]? (?:sohn|tochter|kind|enkel|enkelin|neffe|nichte|bruder|schwester)/,
  /\b(?:mi|nuestro|nuestra) (?:hijo|hija|nino|nina|nieto|nieta|sobrino|sobrina|hermano|hermana)\b(?: \w+)?,? (?:tiene |de |cumple )(?:solo )?(?<age>\d{1,2}) anos\b/,
  /\b(?:yo )?tengo (?:solo )?(?<age>\d{1,2}) anos\b/,
  /\b(?:mio|mia|nostro|nostra) (?:figlio|figlia|bambino|bambina|nipote|fratello|sorella|fratellino|sorellina)\b(?: \w+)?,? (?:ha |di |compie )(?:solo )?(?<age>\d{1,2}) anni\b/,
  /\bho (?:solo )?(?<age>\d{1,2}) anni\b/,
  /\b(?:meu|minha|nosso|nossa) (?:filho|filha|neto|neta|sobrinho|sobrinha|irmao|irma)\b(?: \w+)?,? (?:tem |de |com |faz )(?:so )?(?<age>\d{1,2}) anos\b/,
  /\b(?:eu )?tenho (?:so |apenas )?(?<age>\d{1,2}) anos\b/,
  /\b(?:mijn|onze|ons) (?:zoon|dochter|kind|zoontje|dochtertje|kleinzoon|kleindochter|neefje|nichtje|broertje|zusje)\b(?: \w+)? (?:is|wordt|van) (?:pas )?(?<age>\d{1,2})(?: jaar\b|[,.]|$| en\b)/,
  /\bik ben (?:pas )?(?<age>\d{1,2})(?: jaar\b|[,.]|$| en \p{L})/u,
  /\b(?:moj|moja|nasz|nasza) (?:syn|corka|dziecko|wnuk|wnuczka|brat|siostra)\b(?: \w+)? ma (?:dopiero )?(?<age>\d{1,2}) lata?\b/,
  /\bmam (?:dopiero )?(?<age>\d{1,2}) lata?\b/,
  /(?:我今年|我才|我现在|我是?)(?<age>\d{1,2})岁/,
  /我(?:的)?(?:儿子|女儿|孩子|闺女|外甥|侄子|弟弟|妹妹|孙子|孙女)(?:今年|才|刚|现在)?(?<age>\d{1,2})岁/,
  /(?:息子|娘|長男|長女|次男|次女|孫|うちの子|子供|子ども|弟|妹)(?:は|が|も)?(?:今|まだ|もうすぐ)?(?<age>\d{1,2})[歳才]/,
  /(?:私|僕|俺|ぼく|わたし)は?(?:今|まだ)?(?<age>\d{1,2})[歳才]/,
  /(?<age>\d{1,2})[歳才]の(?:息子|娘|子供|子ども|孫)/,
  /мне (?<age>\d{1,2}) (?:лет|года?)/,
  /мо(?:ему|еи) (?:сыну|дочери|дочке|ребенку|внуку|внучке|брату|сестре) (?<age>\d{1,2}) (?:лет|года?)/,
  /(?:저는|나는|제 아들은|제 딸은|아들이|딸이|우리 아이는) ?(?<age>\d{1,2})살/,
  /\b(?:oglum|kizim|cocugum|kardesim) (?<age>\d{1,2}) yasinda/,
  /(?<age>\d{1,2}) yasindayim/,
];

/** Tells of a child, or of nothing. `sentence` as it is written. */
export function tellsOfChild(
  sentence: string,
): { readonly confidence: number; readonly reasons: readonly string[] } | undefined {
  const text = plain(sentence);
  for (const form of FORMS) {
    const written = form.exec(text)?.groups?.['age'];
    if (written === undefined) continue;
    const age = NUMBERS[written] ?? Number(written);
    if (age < ADULT_AT) return { confidence: CONFIDENCE, reasons: ['an age under 18 beside a person'] };
  }
  return undefined;
}

/**
 * Whether someone born then is a child at a time.
 *
 * @param birthDate `YYYY-MM-DD`, with or without a time behind
 * @param atMs milliseconds since 1970, UTC
 * @returns undefined where it is no date
 */
export function isChildAt(birthDate: string, atMs: number): boolean | undefined {
  const parts = /^(\d{4})-(\d{2})-(\d{2})/.exec(birthDate.trim());
  if (parts === null) return undefined;
  const [, year, month, day] = parts.map(Number);
  if (year === undefined || month === undefined || day === undefined || month < 1 || month > 12 || day < 1 || day > 31)
    return undefined;
  const born = Date.UTC(year, month - 1, day);
  return born <= atMs && Date.UTC(year + ADULT_AT, month - 1, day) > atMs;
}

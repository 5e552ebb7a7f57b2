// What a language has to say: every sentence of a letter, whole, with its gaps as named parameters, so that none can stay unfilled.
import type { FactName } from '../../facts/definitions.ts';
import type { LetterGroup } from './groups.ts';
import type { Happening } from './happenings.ts';
import type { Topic } from './topics.ts';

/** Advice on one type of data. */
export interface AdviceWords {
  /** The name of the data, as in `Your bank account number`. */
  readonly name: string;
  readonly mayHappen: string;
  readonly whatToDo: readonly [string, ...string[]];
}

/** The data of a topic has a name, what may happen through it, and what to do. */
export type TopicWords = Readonly<Record<Topic, AdviceWords>>;

/** The facts that a letter asks for where nobody has said them. */
export type AskedFact = Extract<
  FactName,
  | 'organisationName'
  | 'incident'
  | 'since'
  | 'nature'
  | 'exfiltration'
  | 'deletionConfirmed'
  | 'restoreHours'
  | 'data'
  | 'possibleData'
  | 'otherData'
  | 'credentials'
  | 'ongoing'
  | 'measuresTaken'
  | 'measuresForPersons'
  | 'writtenIn'
  | 'dpo'
>;

export interface LetterWords {
  readonly title: string;
  readonly from: (gaps: { readonly organisation: string }) => string;
  /** Why this reader gets the letter. */
  readonly opening: Readonly<Record<LetterGroup, string>>;
  readonly sorry: string;
  readonly headings: {
    readonly happened: string;
    readonly data: string;
    readonly done: string;
    readonly forYou: string;
    readonly planned: string;
    readonly advice: string;
    readonly contact: string;
    readonly complaint: string;
  };
  readonly happened: Readonly<Record<Happening, string>>;
  readonly harmed: { readonly altered: string; readonly outOfReach: string };
  readonly when: {
    readonly on: (gaps: { readonly day: string }) => string;
    readonly between: (gaps: { readonly since: string; readonly until: string }) => string;
    readonly since: (gaps: { readonly since: string }) => string;
    readonly learned: (gaps: { readonly day: string }) => string;
    readonly backAfter: (gaps: { readonly time: string }) => string;
  };
  /** Who has the data, as far as it is known. */
  readonly seen: {
    readonly proved: string;
    readonly likely: string;
    readonly unknown: string;
    readonly unlikely: string;
    readonly ruledOut: string;
    readonly encrypted: string;
    readonly returned: string;
    readonly notReturned: string;
  };
  readonly dataIntro: string;
  readonly dataOutro: string;
  /** How passwords and keys were kept. */
  readonly kept: {
    readonly plain: string;
    readonly weakHash: string;
    readonly strongHash: string;
    readonly encrypted: string;
  };
  readonly done: {
    readonly closedOn: (gaps: { readonly day: string }) => string;
    readonly closed: string;
    readonly ongoing: string;
    readonly authorityTold: (gaps: { readonly day: string }) => string;
    readonly takenOn: (gaps: { readonly what: string; readonly day: string }) => string;
  };
  /** Said where nobody has the data, or those who had it gave it back. */
  readonly unlikely: string;
  /** Said to some groups only. */
  readonly groupAdvice: Readonly<Partial<Record<LetterGroup, string>>>;
  readonly children: AdviceWords;
  readonly askDpo: string;
  readonly askContact: string;
  readonly ways: {
    readonly name: string;
    readonly email: string;
    readonly phone: string;
    readonly page: string;
    readonly post: string;
  };
  readonly noPassword: string;
  /** The authorities stand below it. */
  readonly complain: string;
  readonly complainElsewhere: string;
  /** How the authority of Germany is named, which is one of several. */
  readonly germanAuthority: string;
  /** A name beside its country, as in `Persónuvernd, Iceland`. */
  readonly inCountry: (gaps: { readonly name: string; readonly country: string }) => string;
  /** What the letter asks the person who writes it. */
  readonly ask: Readonly<Record<AskedFact, string>>;
  /** To which authority people can complain. */
  readonly askAuthority: string;
  readonly askTranslation: (gaps: { readonly text: string }) => string;
}

// What a record of the register says in a language: titles of facts, words of their values, questions for what is missing.
import type { RiskLevel } from '../decision/risk.ts';
import type { FactValue } from '../facts/definitions.ts';
import type { FactWords } from '../facts/words/words.ts';
import type { Band } from '../severity/enisa.ts';
import type { MissingPart } from './missing-part.ts';
import type { RegisterRecord, Ruling, SentNotice } from './record.ts';

/** The facts that a record shows, in their order. */
export const SHOWN_FACTS = [
  'nature',
  'intent',
  'cause',
  'exfiltration',
  'readByOthers',
  'unintelligible',
  'recipients',
  'persons',
  'records',
  'personsByCountry',
  'subjects',
  'minors',
  'data',
  'possibleData',
  'nationalId',
  'paymentData',
  'credentials',
  'serviceImpact',
  'role',
  'establishments',
  'since',
  'until',
  'detected',
  'aware',
  'authorityNotified',
  'personsInformed',
] as const;

export type ShownFact = (typeof SHOWN_FACTS)[number];

/** The words of the values of facts whose values are words. */
export interface ValueWords extends FactWords {
  readonly intent: Record<FactValue<'intent'>, string>;
  readonly cause: Record<FactValue<'cause'>, string>;
  readonly recipients: Record<FactValue<'recipients'>, string>;
  readonly subjects: Record<FactValue<'subjects'>[number], string>;
  readonly credentials: Record<FactValue<'credentials'>, string>;
  readonly serviceImpact: Record<FactValue<'serviceImpact'>, string>;
  readonly role: Record<FactValue<'role'>, string>;
}

export interface RegisterWords {
  readonly title: string;
  /** Title of a page that holds all records. */
  readonly registerTitle: string;
  /** The heading of one record among others. */
  readonly caseHeading: (record: RegisterRecord) => string;
  readonly sections: {
    readonly facts: string;
    readonly effects: string;
    readonly remedialAction: string;
    readonly decision: string;
    readonly notices: string;
  };
  readonly labels: {
    readonly state: string;
    readonly notifyAuthority: string;
    readonly communicateToPersons: string;
    readonly reasons: string;
    readonly decidedBy: string;
    readonly decidedAt: string;
    readonly risk: string;
    readonly severity: string;
  };
  readonly facts: Record<ShownFact, string>;
  readonly values: ValueWords;
  readonly yes: string;
  readonly no: string;
  readonly rulings: Record<Ruling, string>;
  readonly risks: Record<RiskLevel, string>;
  readonly bands: Record<Band, string>;
  readonly states: Record<RegisterRecord['state'], string>;
  readonly questions: Record<MissingPart, string>;
  /** Which rule asks for a part. */
  readonly rules: Record<MissingPart, string>;
  readonly noNotice: string;
  /** Between two words, as in `risk to high risk`. */
  readonly range: (from: string, to: string) => string;
  /** A notice that was sent, in one line; the moment comes in the words of the language. */
  readonly sent: (notice: SentNotice, at: string) => string;
}

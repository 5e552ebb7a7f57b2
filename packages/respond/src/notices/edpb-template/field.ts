// What a field of the EDPB's template is, and what can stand in it.
import type { Temporal } from 'temporal-polyfill';
import type { FactName } from '../../facts/definitions.ts';
import type { Interval } from '../../facts/fact.ts';
import type { Condition } from './condition.ts';

/** The languages in which the template is there. */
export const TEMPLATE_LANGUAGES = ['en', 'fr'] as const;

export type TemplateLanguage = (typeof TEMPLATE_LANGUAGES)[number];

/** The same sentence in each language. */
export type Words = Readonly<Record<TemplateLanguage, string>>;

/** The sections of the template, each with the number of its first field. */
export const SECTION_STARTS = {
  kind: 3,
  controller: 10,
  reporter: 21,
  contacts: 29,
  others: 38,
  timeline: 44,
  incident: 55,
  people: 65,
  data: 70,
  protection: 75,
  consequences: 79,
  risk: 89,
  measures: 92,
  communication: 97,
  authorities: 109,
  crossBorder: 113,
  outside: 120,
  attachments: 125,
} as const;

export type Section = keyof typeof SECTION_STARTS;

export const SECTIONS = Object.keys(SECTION_STARTS) as readonly Section[];

export interface TemplateField {
  readonly type:
    | 'text'
    | 'choice'
    | 'choices'
    | 'flag'
    | 'moment'
    | 'day'
    | 'count'
    | 'countries'
    | 'counts by country'
    | 'authorities';
  /** The letters to choose from. They are stable codes; only their words are translated. */
  readonly letters?: string;
  /** The letter for what is not known yet; it may stand in an incomplete notification only. */
  readonly toBeDetermined?: string;
  /** The letter for what is not known, which may stand in a complete notification too. */
  readonly undetermined?: string;
  /** Always where it is visible, or under a condition; optional where nothing stands here. */
  readonly required?: true | Condition;
  /** Always where nothing stands here. */
  readonly visibleIf?: Condition;
  /** The articles that ask for it, as the source has them. */
  readonly article?: string;
  /** The fact that answers it. */
  readonly fact?: FactName;
  /** In JSON the word stands and not the letter. */
  readonly writtenOut?: true;
}

/** What stands in a field. */
export type TemplateValue =
  | { readonly kind: 'letters'; readonly letters: readonly string[] }
  | { readonly kind: 'text'; readonly text: Words }
  | { readonly kind: 'flag'; readonly ticked: boolean }
  | { readonly kind: 'moment'; readonly at: Temporal.ZonedDateTime }
  | { readonly kind: 'day'; readonly day: Temporal.PlainDate }
  | { readonly kind: 'count'; readonly count: Interval }
  | { readonly kind: 'countries'; readonly countries: readonly string[] }
  | { readonly kind: 'counts by country'; readonly counts: readonly CountryCount[] }
  | { readonly kind: 'authorities'; readonly names: readonly string[] };

export interface CountryCount {
  readonly country: string;
  readonly persons: Interval;
}

// What a notice is to Vigie: a text for an authority or for people, drafted from a case, with what a person must still state as
// marked questions. One file a notice in this folder; one folder a language beside it.
import type { FactName } from '../facts/definitions.ts';
import type { BreachFacts } from '../facts/facts.ts';

/** ISO 639-1 codes of the languages in which notices are written by hand. */
export const LANGUAGES = ['en', 'fr', 'de', 'es', 'it', 'zh'] as const;

export type Language = (typeof LANGUAGES)[number];

/** A stretch of a notice; a renderer (text, PDF, ODT) knows these and nothing else. */
export type Block = BlockContent & {
  /**
   * What the block holds of what the law asks for, as in `nature` or `consequence:health:disclosed`. The marks stay with the block when
   * a person edits its text, so that it can be checked afterwards.
   */
  readonly marks?: readonly string[];
};

type BlockContent =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'table'; readonly rows: readonly (readonly [label: string, value: string])[] }
  /** What a person must state: it stands marked in the text, and the notice is incomplete until it is answered. */
  | { readonly kind: 'question'; readonly question: Question };

/** What nobody but a person can say. */
export interface Question {
  /** Stable, as in `contact` or `field-12`. */
  readonly id: string;
  readonly text: string;
  /** The fact that the answer becomes, where it is one. */
  readonly fact?: FactName;
  /** The rule that asks for it, as in `Article 34(2)`. */
  readonly demandedBy: string;
}

/** A drafted notice. It is complete when no question is left. */
export interface NoticeDraft {
  readonly notice: string;
  readonly language: Language;
  readonly title: string;
  readonly blocks: readonly Block[];
  readonly missing: readonly Question[];
}

export interface Notice {
  /** The name of its file. */
  readonly id: string;
  readonly title: string;
  /** The rule that demands it, as in `gdpr 34(1)`. */
  readonly demandedBy: string;
  readonly languages: readonly [Language, ...Language[]];
  /** Drafts it from facts without contradictions; what they do not say becomes a question, never a guess. */
  readonly draft: (facts: BreachFacts, language: Language) => NoticeDraft;
}

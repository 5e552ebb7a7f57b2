// An entry of our own catalogue of secrets: how it looks, who issues it, what it opens, and how it is rotated.

/** What a secret opens, the gravest first: rotation follows this order. */
export const OPENS = [
  'everything of an account', // a cloud's root or admin key, a private key, a vault's root token
  'data', // a database, an object store, a mailbox, an AI account with its chats
  'money', // payment keys
  'code', // repositories, package registries, build systems
  'messages', // sends mail, chat or SMS in the owner's name
  'one service', // anything else that acts in the owner's name
  'little', // identifies, or reads what is public anyway
] as const;
export type Opens = (typeof OPENS)[number];

export interface CatalogueEntry {
  /** Unique; gitleaks' id where gitleaks has a rule for the same secret, since people know these ids. */
  readonly id: string;
  /** The secret in words, as in "OpenAI API key". */
  readonly title: string;
  readonly issuer: string;
  readonly opens: Opens;
  /**
   * The secret's own form where it can be told by itself (a prefix, a fixed part): a V8 regular expression without
   * boundaries around it. Or, for a secret without marks of its own, `value`: its form, that counts only where it is
   * assigned to a name that has one of `names`. Where a form has a group, the group is the secret, without what stands
   * around. Or `file`: the path of a file that is a secret as a whole.
   */
  readonly form:
    | { readonly token: RegExp }
    | { readonly names: readonly string[]; readonly value: RegExp }
    | { readonly file: RegExp };
  /** Only in files of such a path. */
  readonly path?: RegExp;
  /**
   * Lower-case words, one of which is among the fixed letters of every match; from three to 24 characters. The names where the
   * form has `names`.
   */
  readonly keywords: readonly string[];
  /** Least Shannon entropy of the secret, bits a character. */
  readonly entropy?: number;
  /** Matches of these on the secret drop it: documentation's example values, placeholders. */
  readonly not?: readonly RegExp[];
  /** How to rotate it, step by step, in the imperative. */
  readonly rotate: readonly string[];
  /** The issuer's page about it. */
  readonly link: string;
}

// One secret on its way to its issuer: its form is checked first, since what has a wrong form is never sent anywhere.
import { CATALOGUE, type CatalogueEntry, maskOf } from '@vigie/classify';
import type { Issuer, SecretPart } from './issuer.ts';

/** A secret whose parts have the forms that the issuer gives them. Its characters stand behind a function. */
export interface HeldSecret {
  /** The entry of the catalogue whose form it has; of a pair, the first that is in the catalogue. */
  readonly entry: CatalogueEntry;
  /** Masked: classes of characters and lengths. */
  readonly shape: string;
  /** Whether its form alone shows whose it is; many issuers use bare hexadecimal digits. */
  readonly hasMarks: boolean;
  /** Other issuers, whose secrets may have the same form. */
  readonly alike: readonly string[];
  readonly reveal: () => Readonly<Record<string, string>>;
}

/** Why a secret is not asked about, in words without any of it. */
export class SecretFault {
  readonly message: string;
  constructor(message: string) {
    this.message = message;
  }
}

/** No secret that an issuer takes is longer: a session token of AWS has some 1,000 characters, a file has more. */
export const LONGEST_SECRET = 8192;

/**
 * Takes the one secret of a text: a line, or for a secret of several parts each of them in its order, with white space between.
 *
 * @param text - foreign; nothing of it stands in a fault
 */
export function holdSecret(issuer: Issuer, text: string): HeldSecret | SecretFault {
  const words = text.split(/\s+/).filter(Boolean);
  const { parts } = issuer;
  if (words.length === 0) return new SecretFault(`there is nothing: ${wanted(issuer)}`);
  if (words.length !== parts.length) {
    const number = words.length === 1 ? 'is one word' : `are ${words.length} words`;
    return new SecretFault(`there ${number}: ${wanted(issuer)}; one secret is asked about at a time`);
  }
  const revealed: Record<string, string> = {};
  let entry: CatalogueEntry | undefined;
  for (const [at, part] of parts.entries()) {
    const word = words[at] ?? '';
    const formed = formedAs(part, word);
    if (!formed) return new SecretFault(wrongForm(issuer, part, word));
    const [other] = formed.entry && !hasMarks(formed.entry) ? marksOfOthers(formed.entry, word) : [];
    if (other) return new SecretFault(`this has the form of another secret: ${other.title} of ${other.issuer}`);
    entry ??= formed.entry;
    Object.assign(revealed, formed.fields);
  }
  if (!entry) throw new Error(`${issuer.id} has no part of the catalogue`);
  return {
    entry,
    shape: words.map(maskOf).join(' '),
    hasMarks: hasMarks(entry),
    alike: [...new Set(marksOfOthers(entry, words[0] ?? '').map(({ issuer: other }) => other))],
    reveal: () => revealed,
  };
}

/** What an issuer wants to be given, in words. */
export function wanted({ title, parts }: Issuer): string {
  const names = parts.map((part) => `the ${part.title}`);
  return `${title} is asked with ${names.join(', then ')}`;
}

/** An entry of the catalogue by its id. A programming mistake where there is none. */
export function entryOf(kind: string): CatalogueEntry {
  const entry = CATALOGUE.find(({ id }) => id === kind);
  if (!entry) throw new Error(`the catalogue of secrets has no ${kind}`);
  return entry;
}

interface Formed {
  readonly entry: CatalogueEntry | undefined;
  readonly fields: Readonly<Record<string, string>>;
}

function formedAs(part: SecretPart, word: string): Formed | undefined {
  if (part.form && !matchOf(part.form, word)) return undefined;
  const entry = part.kinds.map(entryOf).find((one) => secretIn(one, word) !== undefined);
  const value = part.kinds.length === 0 ? word : entry && secretIn(entry, word);
  if (value === undefined) return undefined;
  if (!part.fields) return { entry, fields: { [part.name]: value } };
  const groups = part.fields.exec(value)?.groups;
  return groups && { entry, fields: { ...groups } };
}

/** Secrets of other issuers whose marks the word bears. */
function marksOfOthers({ issuer }: CatalogueEntry, word: string): readonly CatalogueEntry[] {
  return CATALOGUE.filter((one) => one.issuer !== issuer && bearsMarks(one, word));
}

function bearsMarks(entry: CatalogueEntry, word: string): boolean {
  return hasMarks(entry) && secretIn(entry, word) !== undefined;
}

function hasMarks({ form }: CatalogueEntry): boolean {
  return 'token' in form;
}

/** The secret where the whole word has the entry's form: its group, where the form has one. */
function secretIn({ form }: CatalogueEntry, word: string): string | undefined {
  if ('file' in form) return undefined;
  const match = matchOf('token' in form ? form.token : form.value, word);
  return match && (match[1] ?? match[0]);
}

function matchOf(form: RegExp, word: string): RegExpExecArray | undefined {
  return new RegExp(`^(?:${form.source})$`, form.flags.replace(/[gy]/g, '')).exec(word) ?? undefined;
}

/** Names the issuer whose mark the word bears, where it is another's: that one may be meant. */
function wrongForm(issuer: Issuer, part: SecretPart, word: string): string {
  const other = CATALOGUE.find((entry) => bearsMarks(entry, word));
  const hint = other ? `it has the form of another secret: ${other.title} of ${other.issuer}` : 'check what you gave';
  return `this has not the form of the ${part.title} of ${issuer.title}; ${hint}`;
}

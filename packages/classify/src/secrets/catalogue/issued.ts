// Entries of one issuer: what they have in common is written once.
import type { CatalogueEntry } from '../catalogue-entry.ts';

/** What holds for an issuer's secrets, where an entry says nothing else. */
export type Issuer = Pick<CatalogueEntry, 'issuer' | 'link' | 'rotate'>;

/** An entry without what its issuer says. Without keywords, they are the names that the value is assigned to. */
export type IssuedEntry = Omit<CatalogueEntry, keyof Issuer | 'keywords'> &
  Partial<Issuer> & { readonly keywords?: readonly string[] };

/** The entries of an issuer. */
export function issued(issuer: Issuer, ...entries: readonly IssuedEntry[]): readonly CatalogueEntry[] {
  return entries.map((entry) => ({
    keywords: 'names' in entry.form ? entry.form.names : [],
    ...issuer,
    ...entry,
  }));
}

/** What people write in passwords, without the signs that end a value in some file format. */
export const PASSWORD = /[A-Za-z0-9!#$%*+./:=?@^_|~-]{8,128}/;
/** An identifier in the form of RFC 9562. */
export const UUID = /[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}/;
export const HEX_32 = /[0-9A-Fa-f]{32}/;
export const HEX_40 = /[0-9A-Fa-f]{40}/;
export const ALNUM_32 = /[A-Za-z0-9]{32}/;

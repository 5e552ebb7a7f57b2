// Free text of cases at rest: sealed by the vault, one purpose for each kind of text.
import type { Vault } from '../vault/vault.ts';

/** What a sealed text is; what was sealed as one opens as no other. */
export type SealedAs =
  | 'case/name'
  | 'case/told'
  | 'case/fact'
  | 'case/ruling'
  | 'case/event'
  | 'case/clock'
  | 'case/task'
  | 'notice/text'
  | 'notice/reason'
  | 'notice/receipt';

export function sealed(vault: Vault, value: unknown, as: SealedAs): string {
  return vault.seal(JSON.stringify(value), as);
}

/** Throws where the key is missing or the row was changed: the fault's own words say what to do. */
export function opened<T>(vault: Vault, text: string, as: SealedAs): T {
  const result = vault.open(text, as);
  if ('code' in result) throw new Error(`${as}: ${result.message}; ${result.remedy}`);
  return JSON.parse(result.text) as T;
}

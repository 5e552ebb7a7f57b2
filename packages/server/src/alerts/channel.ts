// A channel with its target opened, ready to be sent over.
import type { Selectable } from 'kysely';
import type { ChannelKind } from '../records/tables/channels.ts';
import type { Records } from '../records/tables.ts';
import type { SealedColumn } from '../vault/seal-again.ts';
import type { Vault } from '../vault/vault.ts';

export const CHANNEL_TARGET = 'channel/target';
export const CHANNEL_SECRET = 'channel/secret';

export const CHANNEL_COLUMNS: readonly SealedColumn[] = [
  { table: 'channel', column: 'target', purpose: CHANNEL_TARGET },
  { table: 'channel', column: 'secret', purpose: CHANNEL_SECRET },
];

export type ChannelRow = Selectable<Records['channel']>;

export interface OpenedChannel {
  readonly kind: ChannelKind;
  readonly name: string;
  readonly language: 'en' | 'fr';
  readonly timeZone: string;
  /** A mail address, or a URL. */
  readonly target: string;
  /** What webhooks are signed with. */
  readonly secret: string | undefined;
}

/** @returns why it cannot be opened, in words for the page of jobs */
export function openChannel(vault: Vault, row: ChannelRow): OpenedChannel | string {
  const target = vault.open(row.target, CHANNEL_TARGET);
  if ('code' in target) return target.message;
  const secret = row.secret === null ? undefined : vault.open(row.secret, CHANNEL_SECRET);
  if (secret !== undefined && 'code' in secret) return secret.message;
  return {
    kind: row.kind,
    name: row.name,
    language: row.language,
    timeZone: row.quiet?.timeZone ?? 'UTC',
    target: target.text,
    secret: secret?.text,
  };
}

// API tokens: 256 bits of chance that are shown once; only their hash is kept, with scopes and a day on which they end.
import { hash } from 'node:crypto';
import type { Actor } from '../access/actor.ts';
import { isRole, PERMISSIONS, type Permission } from '../access/roles.ts';
import type { RecordsDatabase } from '../records/database.ts';

const PREFIX = 'vigie_';
const TOKEN_BYTES = 32;
const FORM = /^vigie_[A-Za-z0-9_-]{43}$/;
const SHOWN_LETTERS = 10;

export interface NewToken {
  /** What its owner copies, once. */
  readonly token: string;
  readonly tokenHash: string;
  /** The first letters, by which it is known again. */
  readonly shown: string;
}

export function makeToken(random: (count: number) => Uint8Array): NewToken {
  const token = `${PREFIX}${Buffer.from(random(TOKEN_BYTES)).toString('base64url')}`;
  return { token, tokenHash: hashOf(token), shown: token.slice(0, SHOWN_LETTERS) };
}

/** A hash without salt is enough for what nobody can guess. */
export function hashOf(token: string): string {
  return hash('sha256', token);
}

/** The actor of an `Authorization: Bearer` header; undefined where it holds no token that is good now. */
export async function actorOfToken(records: RecordsDatabase, header: string, now: Date): Promise<Actor | undefined> {
  const token = /^Bearer +(\S+)$/i.exec(header)?.[1] ?? '';
  if (!FORM.test(token)) return undefined;
  const row = await records
    .selectFrom('api_token')
    .innerJoin('auth_user', 'auth_user.id', 'api_token.account_id')
    .select(['api_token.id', 'account_id', 'scopes', 'role', 'auth_user.name', 'disabled', 'last_used_at'])
    .where('token_hash', '=', hashOf(token))
    .where('expires_at', '>', now)
    .executeTakeFirst();
  if (row === undefined || row.disabled || !isRole(row.role)) return undefined;
  await noteUse(records, row.id, row.last_used_at, now);
  const scopes = row.scopes.filter((scope): scope is Permission => scope in PERMISSIONS);
  return { by: 'token', accountId: row.account_id, tokenId: row.id, role: row.role, name: row.name, scopes };
}

const NOTED_EVERY_MS = 60_000;

/** Once a minute is enough to tell whether a token is in use. */
async function noteUse(records: RecordsDatabase, id: string, before: Date | null, now: Date): Promise<void> {
  if (before !== null && now.getTime() - before.getTime() < NOTED_EVERY_MS) return;
  await records.updateTable('api_token').set({ last_used_at: now }).where('id', '=', id).execute();
}

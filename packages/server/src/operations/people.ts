// Operations on people: oneself, the first set-up, accounts, invitations, sessions and API tokens.
import * as v from 'valibot';
import { PERMISSIONS, type Permission, permissionsOf, ROLES } from '../access/roles.ts';
import { type AnyOperation, operation } from '../http/operation.ts';
import { problem } from '../http/problem.ts';
import { recordChange } from '../live/changes.ts';
import { makeToken } from '../people/api-token.ts';
import { giveBackInvitation, isSetUpNeeded, issueInvitation, useInvitation } from '../people/invitation.ts';
import { LONGEST_PASSWORD, SHORTEST_PASSWORD } from '../people/sign-in.ts';
import { EmailAddress, Id, IdParams, Instant, lineOfText } from './fields.ts';

const RoleName = v.picklist(ROLES);
const Language = v.picklist(['en', 'fr']);
const Password = v.pipe(
  v.string(),
  v.minLength(SHORTEST_PASSWORD, `at least ${SHORTEST_PASSWORD} letters`),
  v.maxLength(LONGEST_PASSWORD, `at most ${LONGEST_PASSWORD} letters`),
);
const AccountId = v.pipe(v.string(), v.regex(/^[A-Za-z0-9]{8,64}$/, 'it has to be the id of an account'));
const AccountParams = v.object({ id: AccountId });

const Account = v.object({
  id: v.string(),
  name: v.string(),
  email: v.string(),
  role: RoleName,
  language: Language,
  twoFactor: v.boolean(),
  disabled: v.boolean(),
  createdAt: Instant,
  lastSeenAt: v.optional(Instant),
});

interface UserRow {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: string;
  readonly language: string;
  readonly twoFactorEnabled: boolean | null;
  readonly disabled: boolean;
  readonly createdAt: Date;
  readonly lastSeenAt: Date | null;
}

function accountOf(row: UserRow): v.InferInput<typeof Account> {
  return {
    id: row.id,
    name: row.name,
    email: row.email,
    role: row.role as v.InferInput<typeof RoleName>,
    language: row.language === 'fr' ? 'fr' : 'en',
    twoFactor: row.twoFactorEnabled ?? false,
    disabled: row.disabled,
    createdAt: row.createdAt,
    ...(row.lastSeenAt === null ? {} : { lastSeenAt: row.lastSeenAt }),
  };
}

export const getMe = operation({
  id: 'getMe',
  method: 'GET',
  path: '/api/me',
  summary: 'Who is signed in, and what they may do',
  may: 'be-signed-in',
  answer: v.object({ account: Account, permissions: v.array(v.string()) }),
  async run({ room, actor }) {
    const row = await room.records
      .selectFrom('auth_user')
      .selectAll()
      .where('id', '=', actor.accountId)
      .executeTakeFirst();
    if (row === undefined) return problem('not-signed-in');
    const permissions: readonly Permission[] = permissionsOf(actor.role);
    const had = actor.by === 'token' ? permissions.filter((one) => actor.scopes.includes(one)) : permissions;
    return { account: accountOf(row), permissions: [...had] };
  },
});

export const changeMe = operation({
  id: 'changeMe',
  method: 'PATCH',
  path: '/api/me',
  summary: 'Change one’s own name or language',
  may: 'be-signed-in',
  body: v.strictObject({ name: v.optional(lineOfText(200)), language: v.optional(Language) }),
  async run({ room, actor, body }) {
    const set = {
      ...(body.name === undefined ? {} : { name: body.name }),
      ...(body.language === undefined ? {} : { language: body.language }),
    };
    if (Object.keys(set).length === 0) return undefined;
    await room.records
      .updateTable('auth_user')
      .set({ ...set, updatedAt: room.clock.now() })
      .where('id', '=', actor.accountId)
      .execute();
    return undefined;
  },
});

export const getSetUp = operation({
  id: 'getSetUp',
  method: 'GET',
  path: '/api/setup',
  summary: 'Whether the first administrator is still missing',
  may: 'nobody',
  answer: v.object({ needed: v.boolean(), providers: v.array(v.object({ id: v.string(), name: v.string() })) }),
  async run({ room }) {
    return { needed: await isSetUpNeeded(room.records), providers: [...room.signIn.providers()] };
  },
});

/** Both the first administrator's link and an invitation end here. */
export const joinWithLink = operation({
  id: 'joinWithLink',
  method: 'POST',
  path: '/api/setup',
  summary: 'Make an account with the one-time token of a link',
  may: 'nobody',
  body: v.strictObject({
    token: v.pipe(v.string(), v.maxLength(200)),
    name: lineOfText(200),
    email: EmailAddress,
    password: Password,
    language: v.optional(Language, 'en'),
  }),
  answer: v.object({ id: v.string(), role: RoleName }),
  status: 201,
  async run({ room, body: { token, ...person } }) {
    const invitation = await useInvitation(room.records, token, room.clock.now());
    const role = ROLES.find((one) => one === invitation?.role);
    if (invitation === undefined || role === undefined) return problem('bad-token');
    const id = await room.signIn.createAccount({ ...person, role });
    if (id === undefined) {
      await giveBackInvitation(room.records, invitation.id);
      const errors = [{ pointer: '/body/email', detail: 'this address has an account already' }];
      return problem('invalid-request', { errors });
    }
    await room.evidence.write({
      type: 'sign-in',
      author: id,
      payload: { subject: invitation.id, result: 'invitation-used' },
    });
    await room.records
      .transaction()
      .execute((trx) => recordChange(trx, { kind: 'account', id, what: 'created', at: room.clock.now() }));
    return { id, role };
  },
});

export const listAccounts = operation({
  id: 'listAccounts',
  method: 'GET',
  path: '/api/accounts',
  summary: 'Everybody who has an account',
  may: 'read-people',
  answer: v.object({ items: v.array(Account) }),
  async run({ room }) {
    const rows = await room.records.selectFrom('auth_user').selectAll().orderBy('name').limit(1000).execute();
    return { items: rows.map(accountOf) };
  },
});

/** Names only, for whoever assigns work: an e-mail address is for administrators. */
export const listColleagues = operation({
  id: 'listColleagues',
  method: 'GET',
  path: '/api/colleagues',
  summary: 'Who can be given work: ids and names',
  may: 'read-watch',
  answer: v.object({ items: v.array(v.object({ id: v.string(), name: v.string(), role: RoleName })) }),
  async run({ room }) {
    const rows = await room.records
      .selectFrom('auth_user')
      .selectAll()
      .where('disabled', '=', false)
      .orderBy('name')
      .limit(1000)
      .execute();
    return { items: rows.map(accountOf).map(({ id, name, role }) => ({ id, name, role })) };
  },
});

export const inviteAccount = operation({
  id: 'inviteAccount',
  method: 'POST',
  path: '/api/accounts',
  summary: 'Make a one-time link for a new account',
  may: 'manage-people',
  body: v.strictObject({ role: RoleName }),
  answer: v.object({ id: v.string(), token: v.string(), expiresAt: Instant }),
  status: 201,
  async run({ room, actor, body }) {
    const issuing = { newId: room.newId, random: room.random, now: room.clock.now() };
    const invitation = await issueInvitation(room.records, body.role, actor.accountId, issuing);
    await room.evidence.write({
      type: 'access-change',
      author: actor.accountId,
      payload: { subject: invitation.id, change: 'invited', role: body.role },
    });
    return { id: invitation.id, token: invitation.token, expiresAt: invitation.expiresAt };
  },
});

export const changeAccount = operation({
  id: 'changeAccount',
  method: 'PATCH',
  path: '/api/accounts/:id',
  summary: 'Give another role, or close or open an account',
  may: 'manage-people',
  params: AccountParams,
  body: v.strictObject({ role: v.optional(RoleName), disabled: v.optional(v.boolean()) }),
  answer: Account,
  async run({ room, actor, params, body }) {
    if (params.id === actor.accountId) {
      return problem('conflict', {
        detail: 'nobody changes their own role or closes their own account; another administrator can',
      });
    }
    const set = {
      ...(body.role === undefined ? {} : { role: body.role }),
      ...(body.disabled === undefined ? {} : { disabled: body.disabled }),
    };
    const row = await room.records.transaction().execute(async (trx) => {
      const changed = await trx
        .updateTable('auth_user')
        .set({ ...set, updatedAt: room.clock.now() })
        .where('id', '=', params.id)
        .returningAll()
        .executeTakeFirst();
      if (changed === undefined) return undefined;
      const change = body.disabled === undefined ? 'role' : body.disabled ? 'closed' : 'opened';
      await room.evidence.write({
        type: 'access-change',
        author: actor.accountId,
        payload: { subject: params.id, change, role: changed.role },
      });
      await recordChange(trx, { kind: 'account', id: params.id, what: 'updated', at: room.clock.now() });
      return changed;
    });
    if (row === undefined) return problem('not-found');
    await room.signIn.endSessions(params.id);
    return accountOf(row);
  },
});

const Session = v.object({
  id: v.string(),
  createdAt: Instant,
  lastUsedAt: Instant,
  expiresAt: Instant,
  agent: v.string(),
  address: v.string(),
  current: v.boolean(),
});

export const listSessions = operation({
  id: 'listSessions',
  method: 'GET',
  path: '/api/sessions',
  summary: 'Where one is signed in',
  may: 'be-signed-in',
  answer: v.object({ items: v.array(Session) }),
  async run({ room, actor }) {
    const rows = await room.records
      .selectFrom('auth_session')
      .selectAll()
      .where('userId', '=', actor.accountId)
      .where('expiresAt', '>', room.clock.now())
      .orderBy('updatedAt', 'desc')
      .execute();
    const current = actor.by === 'session' ? actor.sessionId : undefined;
    return {
      items: rows.map((row) => ({
        id: row.id,
        createdAt: row.createdAt,
        lastUsedAt: row.updatedAt,
        expiresAt: row.expiresAt,
        agent: row.userAgent ?? '',
        address: row.ipAddress ?? '',
        current: row.id === current,
      })),
    };
  },
});

export const endSession = operation({
  id: 'endSession',
  method: 'DELETE',
  path: '/api/sessions/:id',
  summary: 'End a session of one’s own',
  may: 'be-signed-in',
  params: AccountParams,
  async run({ room, actor, params }) {
    const ended = await room.records
      .deleteFrom('auth_session')
      .where('id', '=', params.id)
      .where('userId', '=', actor.accountId)
      .returning('id')
      .executeTakeFirst();
    if (ended === undefined) return problem('not-found');
    await room.evidence.write({
      type: 'sign-in',
      author: actor.accountId,
      payload: { subject: params.id, result: 'ended' },
    });
    return undefined;
  },
});

const Token = v.object({
  id: Id,
  name: v.string(),
  shown: v.string(),
  scopes: v.array(v.string()),
  createdAt: Instant,
  expiresAt: Instant,
  lastUsedAt: v.optional(Instant),
});

export const listTokens = operation({
  id: 'listTokens',
  method: 'GET',
  path: '/api/tokens',
  summary: 'One’s own API tokens',
  may: 'manage-own-tokens',
  answer: v.object({ items: v.array(Token) }),
  async run({ room, actor }) {
    const rows = await room.records
      .selectFrom('api_token')
      .selectAll()
      .where('account_id', '=', actor.accountId)
      .orderBy('id')
      .execute();
    return { items: rows.map(tokenOf) };
  },
});

function tokenOf(row: {
  readonly id: string;
  readonly name: string;
  readonly shown: string;
  readonly scopes: string[];
  readonly created_at: Date;
  readonly expires_at: Date;
  readonly last_used_at: Date | null;
}): v.InferInput<typeof Token> {
  return {
    id: row.id,
    name: row.name,
    shown: row.shown,
    scopes: row.scopes,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    ...(row.last_used_at === null ? {} : { lastUsedAt: row.last_used_at }),
  };
}

const LONGEST_TOKEN_DAYS = 366;
const DAY_MS = 24 * 60 * 60 * 1000;

export const makeApiToken = operation({
  id: 'makeApiToken',
  method: 'POST',
  path: '/api/tokens',
  summary: 'Make an API token; it is shown this once',
  may: 'manage-own-tokens',
  body: v.strictObject({
    name: lineOfText(100),
    scopes: v.pipe(v.array(v.picklist(Object.keys(PERMISSIONS) as Permission[])), v.minLength(1, 'at least one')),
    days: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(LONGEST_TOKEN_DAYS)),
  }),
  answer: v.object({ ...Token.entries, token: v.string() }),
  status: 201,
  async run({ room, actor, body }) {
    if (actor.by === 'token') return problem('not-allowed', { detail: 'a token makes no tokens: sign in' });
    const { token, tokenHash, shown } = makeToken(room.random);
    const now = room.clock.now();
    const row = {
      id: room.newId(),
      account_id: actor.accountId,
      name: body.name,
      token_hash: tokenHash,
      shown,
      scopes: [...new Set(body.scopes)],
      created_at: now,
      expires_at: new Date(now.getTime() + body.days * DAY_MS),
      last_used_at: null,
    };
    await room.evidence.write({
      type: 'access-change',
      author: actor.accountId,
      payload: { subject: row.id, change: 'token-made', scopes: row.scopes, expires: row.expires_at.toISOString() },
    });
    await room.records.insertInto('api_token').values(row).execute();
    return { ...tokenOf(row), token };
  },
});

export const removeToken = operation({
  id: 'removeToken',
  method: 'DELETE',
  path: '/api/tokens/:id',
  summary: 'Take an API token of one’s own away',
  may: 'manage-own-tokens',
  params: IdParams,
  async run({ room, actor, params }) {
    const removed = await room.records
      .deleteFrom('api_token')
      .where('id', '=', params.id)
      .where('account_id', '=', actor.accountId)
      .returning('id')
      .executeTakeFirst();
    if (removed === undefined) return problem('not-found');
    await room.evidence.write({
      type: 'access-change',
      author: actor.accountId,
      payload: { subject: params.id, change: 'token-removed' },
    });
    return undefined;
  },
});

export const peopleOperations: readonly AnyOperation[] = [
  getMe,
  changeMe,
  getSetUp,
  joinWithLink,
  listAccounts,
  listColleagues,
  inviteAccount,
  changeAccount,
  listSessions,
  endSession,
  listTokens,
  makeApiToken,
  removeToken,
];

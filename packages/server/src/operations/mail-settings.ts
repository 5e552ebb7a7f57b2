// Operations on mail: how it leaves, whether that works, and what comes back.
import * as v from 'valibot';
import { type AnyOperation, operation } from '../http/operation.ts';
import { problem } from '../http/problem.ts';
import { takeReport } from '../letters/bounces/intake.ts';
import { VERDICTS } from '../letters/bounces/report.ts';
import { AWAY_REASONS } from '../letters/courier/orders.ts';
import { recordChange } from '../live/changes.ts';
import { testMail } from '../mail/connection-test.ts';
import {
  domainOf,
  MailFields,
  type MailSettings,
  PASSWORD_PURPOSE,
  readMailSettings,
  relayOf,
  SECURITIES,
  writeMailSettings,
} from '../mail/mail-settings.ts';
import { createAllowedAddresses } from '../outgoing/allowed-address.ts';
import type { Room } from '../room.ts';

const Shown = v.object({
  configured: v.boolean(),
  host: v.optional(v.string()),
  port: v.optional(v.number()),
  security: v.optional(v.picklist(SECURITIES)),
  user: v.optional(v.string()),
  /** The password itself is never told. */
  hasPassword: v.boolean(),
  from: v.optional(v.object({ name: v.string(), address: v.string() })),
  replyTo: v.optional(v.string()),
  bounceAddress: v.optional(v.string()),
  connections: v.optional(v.number()),
  certificate: v.optional(v.string()),
  version: v.number(),
});

function shownOf(
  found: { readonly settings: MailSettings; readonly version: number } | undefined,
): v.InferInput<typeof Shown> {
  if (found === undefined) return { configured: false, hasPassword: false, version: 0 };
  const { sealedPassword, ...shown } = found.settings;
  return { configured: true, ...shown, hasPassword: sealedPassword !== undefined, version: found.version };
}

export const getMailSettings = operation({
  id: 'getMailSettings',
  method: 'GET',
  path: '/api/settings/mail',
  summary: 'How mail leaves, without the password',
  may: 'manage-settings',
  answer: Shown,
  run: async ({ room }) => shownOf(await readMailSettings(room.records)),
});

const Body = v.pipe(
  v.strictObject({
    ...MailFields,
    /** Left out: the one that is kept stays. Empty: none. */
    password: v.optional(
      v.pipe(
        v.string(),
        v.maxLength(1000),
        v.check((text) => !/\p{Cc}/u.test(text), 'it has a control character'),
      ),
    ),
  }),
  v.forward(
    v.check(
      ({ security, user }) => security !== 'none' || user === undefined,
      'a password is sent over TLS only: choose tls or starttls',
    ),
    ['security'],
  ),
);

export const putMailSettings = operation({
  id: 'putMailSettings',
  method: 'PUT',
  path: '/api/settings/mail',
  summary: 'Set how mail leaves',
  may: 'manage-settings',
  body: Body,
  versioned: true,
  answer: Shown,
  async run({ room, body, version, actor }) {
    const { password, ...fields } = body;
    const refused = await refusedHost(room, fields.host);
    if (refused !== undefined) return refused;
    const before = await readMailSettings(room.records);
    const sealedPassword = sealedOf(room, password, before?.settings, fields.host);
    const settings = { ...fields, ...(sealedPassword === undefined ? {} : { sealedPassword }) };
    const written = await writeMailSettings(room, settings, version);
    if (written === undefined) return problem('version-old');
    await room.evidence.write({ type: 'setting-change', author: actor.accountId, payload: { subject: 'mail' } });
    await room.records.transaction().execute(async (trx) => {
      // Whoever waits for the mail server need not wait any longer.
      await trx.updateTable('letter_run').set({ retry_at: room.clock.now() }).where('state', '=', 'waiting').execute();
      await recordChange(trx, { at: room.clock.now(), kind: 'settings', id: 'mail', what: 'updated' });
    });
    return shownOf({ settings, version: written });
  },
});

/** A password belongs to its server: for another one it has to be given again, or whoever may write settings could have it sent to theirs. */
function sealedOf(
  room: Room,
  password: string | undefined,
  before: MailSettings | undefined,
  host: string,
): string | undefined {
  if (password === '') return undefined;
  if (password !== undefined) return room.vault.seal(password, PASSWORD_PURPOSE);
  return before?.host === host ? before.sealedPassword : undefined;
}

async function refusedHost(room: Room, host: string) {
  const found = await createAllowedAddresses(room.settings.outgoingNetworks).resolve(host);
  if (!('code' in found) || found.code === 'no-such-host') return undefined;
  const detail = `${found.message}; the operator may name its network with --allow-outgoing`;
  return problem('refused-address', { detail, errors: [{ pointer: '/body/host', detail }] });
}

export const testMailSettings = operation({
  id: 'testMailSettings',
  method: 'POST',
  path: '/api/settings/mail/test',
  summary: 'Connect to the mail server and sign in; send oneself a message where that is asked for',
  may: 'manage-settings',
  body: v.strictObject({ sendToMe: v.optional(v.boolean(), false) }),
  answer: v.object({
    result: v.picklist([
      ...AWAY_REASONS,
      'connected',
      'sent',
      'not-taken',
      'unknown-host',
      'refused-address',
      'password-unreadable',
    ]),
    code: v.optional(v.number()),
  }),
  async run({ room, body, actor }) {
    const mail = await readMailSettings(room.records);
    if (mail === undefined) return problem('conflict', { detail: 'there is no mail server yet: set one first' });
    const relay = await relayOf(room, mail.settings, createAllowedAddresses(room.settings.outgoingNetworks));
    if (typeof relay === 'string') return { result: relay === 'no-mail-settings' ? 'unknown-host' : relay };
    return testMail(relay, body.sendToMe ? await messageTo(room, mail.settings, actor.accountId) : undefined);
  },
});

async function messageTo(room: Room, { from }: MailSettings, accountId: string) {
  const account = await room.records
    .selectFrom('auth_user')
    .select(['email', 'language'])
    .where('id', '=', accountId)
    .executeTakeFirstOrThrow();
  const isFrench = account.language === 'fr';
  const text = isFrench
    ? 'Ce message montre que Vigie peut envoyer du courrier par ce serveur.\n'
    : 'This message shows that Vigie can send mail through this server.\n';
  const frame = {
    from,
    subject: isFrench ? 'Vigie : essai d’envoi' : 'Vigie: a test of mail',
    text,
    html: `<p>${text.trim()}</p>`,
    language: isFrench ? 'fr' : 'en',
    listId: `test.${domainOf(from.address)}`,
  };
  return { frame, to: account.email, messageId: `${room.newId()}@${domainOf(from.address)}`, at: room.clock.now() };
}

const LARGEST_BOUNCE_BYTES = 20 * 1024 * 1024;

export const takeBounce = operation({
  id: 'takeBounce',
  method: 'POST',
  path: '/api/mail/bounces',
  summary: 'Hand over a mail that came back, as the mail server got it',
  may: 'send-letters',
  takes: ['message/rfc822'],
  limitBytes: LARGEST_BOUNCE_BYTES,
  answer: v.object({ verdict: v.picklist(VERDICTS), isOurs: v.boolean() }),
  async run({ room, stream }) {
    const raw = Buffer.from(await new Response(stream).arrayBuffer());
    const { verdict, isOurs, isEarly } = await takeReport(room, raw, 'post');
    if (isEarly) {
      return problem('unavailable', {
        detail: 'the letter is just being sent; hand it over again',
        headers: { 'retry-after': '10' },
      });
    }
    return { verdict, isOurs };
  },
});

export const mailOperations: readonly AnyOperation[] = [getMailSettings, putMailSettings, testMailSettings, takeBounce];

// How mail leaves: the relay and what letters say of their sender, as they are kept in the records. The password is sealed.
import * as v from 'valibot';
import { mailAddressIn, needsUtf8 } from '../letters/contacts/mail-address.ts';
import type { Relay } from '../letters/courier/orders.ts';
import { lineOfText } from '../operations/fields.ts';
import type { AllowedAddresses } from '../outgoing/allowed-address.ts';
import type { Room } from '../room.ts';

export const SECURITIES = ['tls', 'starttls', 'none'] as const;

const MailAddress = v.pipe(
  lineOfText(254),
  v.check((text) => mailAddressIn(text) === text && !needsUtf8(text), 'it has to be an e-mail address in ASCII'),
);
const HostName = v.pipe(
  lineOfText(253),
  v.regex(
    /^(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)*|\[?[0-9A-Fa-f:.]+\]?)$/,
    'it has to be the name or address of a server',
  ),
);

/** All but the password. */
export const MailFields = {
  host: HostName,
  port: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(65_535)),
  security: v.picklist(SECURITIES),
  user: v.optional(lineOfText(254)),
  from: v.object({ name: lineOfText(100), address: MailAddress }),
  replyTo: v.optional(MailAddress),
  /** Bounces come back to it, with a part after + for each letter. */
  bounceAddress: MailAddress,
  connections: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(50)), 4),
  certificate: v.optional(v.pipe(v.string(), v.maxLength(20_000), v.startsWith('-----BEGIN CERTIFICATE-----'))),
};

const StoredSchema = v.object({ ...MailFields, sealedPassword: v.optional(v.string()) });
export type MailSettings = v.InferOutput<typeof StoredSchema>;

const NAME = 'mail';
export const PASSWORD_PURPOSE = 'setting/mail-password';

export async function readMailSettings(
  db: Pick<Room['records'], 'selectFrom'>,
): Promise<{ readonly settings: MailSettings; readonly version: number } | undefined> {
  const row = await db.selectFrom('setting').selectAll().where('name', '=', NAME).executeTakeFirst();
  return row && { settings: v.parse(StoredSchema, row.value), version: row.version };
}

/**
 * Keeps settings.
 *
 * @param version what was read; 0 where there were none
 * @returns the new version; undefined where somebody changed them since
 */
export async function writeMailSettings(
  room: Room,
  settings: MailSettings,
  version: number,
): Promise<number | undefined> {
  const value = JSON.stringify(settings);
  if (version === 0) {
    const made = await room.records
      .insertInto('setting')
      .values({ name: NAME, value, version: 1 })
      .onConflict((conflict) => conflict.column('name').doNothing())
      .executeTakeFirst();
    return made.numInsertedOrUpdatedRows === 1n ? 1 : undefined;
  }
  const changed = await room.records
    .updateTable('setting')
    .set({ value, version: version + 1 })
    .where('name', '=', NAME)
    .where('version', '=', version)
    .executeTakeFirst();
  return changed.numUpdatedRows === 1n ? version + 1 : undefined;
}

/** Why no relay can be used as it is set; a run waits for it. */
export type RelayFault = 'no-mail-settings' | 'unknown-host' | 'refused-address' | 'password-unreadable';

/**
 * The relay as the courier gets it: with the address that was looked at, so that a name that changes its mind between look and connection
 * leads nowhere else.
 */
export async function relayOf(
  room: Room,
  settings: MailSettings,
  allowed: AllowedAddresses,
): Promise<Relay | RelayFault> {
  const found = await allowed.resolve(settings.host);
  if ('code' in found) return found.code === 'not-public' ? 'refused-address' : 'unknown-host';
  const opened =
    settings.sealedPassword === undefined ? undefined : room.vault.open(settings.sealedPassword, PASSWORD_PURPOSE);
  if (opened !== undefined && 'code' in opened) return 'password-unreadable';
  return {
    address: found.address,
    port: settings.port,
    serverName: settings.host,
    security: settings.security,
    helloName: domainOf(settings.from.address),
    connections: settings.connections,
    ...(settings.user === undefined ? {} : { user: settings.user }),
    ...(opened === undefined ? {} : { password: opened.text }),
    ...(settings.certificate === undefined ? {} : { certificate: settings.certificate }),
  };
}

export function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1);
}

// The client/server protocol of MySQL, protocol version 10 with 4.1 packets: greeting, login, text result sets.
// https://dev.mysql.com/doc/dev/mysql-server/latest/PAGE_PROTOCOL.html and https://mariadb.com/kb/en/clientserver-protocol/
import type { Frame } from '../line.ts';
import { type ByteReader, frameOf, parseWhole } from './reader.ts';
import { ByteWriter } from './writer.ts';

/** One packet that claims to be longer is an attack on the memory of the reader, or another protocol. */
const MAX_PACKET = 1024 * 1024;
/** No question of ours has more columns. */
const MAX_CELLS = 64;
const MAX_NAME = 256;

const PROTOCOL_10 = 10;
/** utf8_general_ci, which every version knows. */
const UTF8 = 33;

/** https://dev.mysql.com/doc/dev/mysql-server/latest/group__group__cs__capabilities__flags.html */
const CAPABILITY = {
  longPassword: 1,
  protocol41: 0x200,
  tls: 0x800,
  transactions: 0x2000,
  secureConnection: 0x8000,
  pluginAuth: 0x8_0000,
} as const;

export interface MysqlPacket {
  readonly sequence: number;
  readonly payload: Uint8Array;
}

export interface MysqlGreeting {
  readonly version: string;
  readonly capabilities: number;
  /** How the server would like to be logged in to; empty where it is too old to say. */
  readonly plugin: string;
}

export interface MysqlError {
  readonly code: number;
  readonly text: string;
}

/** One packet: three bytes of length, one of sequence, the payload. */
export const mysqlPacket: Frame<MysqlPacket> = frameOf((reader) => {
  const length = reader.u24le();
  reader.expect(length <= MAX_PACKET);
  const sequence = reader.u8();
  return { sequence, payload: reader.bytes(length) };
});

/** All packets that have come whole, one at least: a listing of many rows is read in as many steps as it arrives in. */
export const mysqlPackets: Frame<readonly MysqlPacket[]> = (bytes, final) => {
  const packets: MysqlPacket[] = [];
  let used = 0;
  for (;;) {
    const framed = mysqlPacket(bytes.subarray(used), final);
    if (typeof framed === 'object') {
      packets.push(framed.reply);
      used += framed.used;
    } else if (packets.length > 0) return { reply: packets, used };
    else return framed;
  }
};

export function mysqlPacketOf(sequence: number, payload: Uint8Array): Uint8Array {
  const length = [payload.length & 0xff, (payload.length >> 8) & 0xff, payload.length >> 16];
  return new ByteWriter()
    .bytes([...length, sequence & 0xff])
    .bytes(payload)
    .build();
}

/** The server's first words, or undefined where they are not a greeting of version 10. */
export function readGreeting(payload: Uint8Array): MysqlGreeting | undefined {
  return parseWhole(payload, (reader) => {
    reader.expect(reader.u8() === PROTOCOL_10);
    const version = reader.until(0, MAX_NAME);
    reader.expect(/^\d{1,3}\.\d[\x20-\x7e]*$/.test(version));
    reader.skip(4); // the number of the connection
    reader.skip(8); // the first part of the salt
    reader.expect(reader.u8() === 0);
    const low = reader.u16(true);
    // Servers before 4.1 end here.
    if (reader.left === 0) return { version, capabilities: low, plugin: '' };
    reader.skip(1 + 2); // character set, status
    const capabilities = low + reader.u16(true) * 0x1_0000;
    const saltLength = reader.u8();
    reader.skip(10); // reserved; MariaDB keeps more capabilities in the last four
    if (reader.left > 0) reader.skip(Math.min(reader.left, Math.max(13, saltLength - 8)));
    const plugin = has(capabilities, CAPABILITY.pluginAuth) ? reader.latin1(reader.left).replace(/\0.*$/s, '') : '';
    return { version, capabilities, plugin };
  });
}

/** An error; the one in place of a greeting has no SQLSTATE, since the protocol's version is not settled yet. */
export function readMysqlError(payload: Uint8Array): MysqlError | undefined {
  return parseWhole(payload, (reader) => {
    reader.expect(reader.u8() === 0xff);
    const code = reader.u16(true);
    const text = reader.utf8(reader.left);
    return { code, text: text.replace(/^#[0-9A-Z]{5}/, '') };
  });
}

/** OK in answer to a login: no rows are touched and no id is made by it, and a status follows. */
export function isOkOfLogin(payload: Uint8Array): boolean {
  return payload.length >= 7 && payload[0] === 0 && payload[1] === 0 && payload[2] === 0;
}

/** Whether the server offers to go on under TLS. */
export function offersTls({ capabilities }: MysqlGreeting): boolean {
  return has(capabilities, CAPABILITY.tls);
}

/** Whether it speaks the 4.1 protocol, which is all that is spoken here. */
export function speaks41({ capabilities }: MysqlGreeting): boolean {
  return has(capabilities, CAPABILITY.protocol41);
}

/** SSLRequest: the start of a login, after which the client goes on under TLS. */
export function mysqlTlsRequest(greeting: MysqlGreeting): Uint8Array {
  return mysqlPacketOf(1, loginHead(greeting, true).build());
}

/** The login of a user with a password of no length. */
export function mysqlLogin(greeting: MysqlGreeting, user: string, tls: boolean): Uint8Array {
  const body = loginHead(greeting, tls).cstring(user).u8(0);
  if (has(greeting.capabilities, CAPABILITY.pluginAuth)) body.cstring(pluginFor(greeting));
  return mysqlPacketOf(tls ? 2 : 1, body.build());
}

/** What an authentication plugin takes for "no password" in a packet of its own: nothing, or an empty C string. */
export function noPassword(plugin: string): Uint8Array {
  return Uint8Array.from(plugin === 'sha256_password' || plugin === 'mysql_clear_password' ? [0] : []);
}

/** The name of the plugin in an AuthSwitchRequest; before 4.1.1 it went without saying. */
export function readAuthSwitch(payload: Uint8Array): string {
  if (payload.length === 1) return 'mysql_old_password';
  return parseWhole(payload.subarray(1), (reader) => reader.until(0, MAX_NAME)) ?? '';
}

export function mysqlQuery(sql: string): Uint8Array {
  return mysqlPacketOf(0, new ByteWriter().u8(0x03).utf8(sql).build());
}

export function mysqlQuit(): Uint8Array {
  return mysqlPacketOf(0, Uint8Array.of(0x01));
}

/** The number of columns that the head of a result set announces. */
export function readColumnCount(payload: Uint8Array): number | undefined {
  return parseWhole(payload, (reader) => {
    const count = readLength(reader);
    reader.expect(count !== undefined && count > 0 && count <= MAX_CELLS && reader.left === 0);
    return count;
  });
}

/** A row of texts; NULL is undefined. */
export function readMysqlRow(payload: Uint8Array, columns: number): (string | undefined)[] | undefined {
  return parseWhole(payload, (reader) => {
    const cells: (string | undefined)[] = [];
    for (let cell = 0; cell < columns; cell += 1) {
      const length = readLength(reader);
      cells.push(length === undefined ? undefined : reader.utf8(length));
    }
    reader.expect(reader.left === 0);
    return cells;
  });
}

/** EOF, which ends the column definitions and the rows. A row that begins with 0xfe is longer. */
export function isEof(payload: Uint8Array): boolean {
  return payload[0] === 0xfe && payload.length < 9;
}

function loginHead({ capabilities }: MysqlGreeting, tls: boolean): ByteWriter {
  const { longPassword, protocol41, transactions, secureConnection, pluginAuth } = CAPABILITY;
  const wanted = longPassword | transactions | secureConnection | pluginAuth;
  const flags = (wanted & capabilities) | protocol41 | (tls ? CAPABILITY.tls : 0);
  return new ByteWriter().u32(flags, true).u32(MAX_PACKET, true).u8(UTF8).bytes(new Uint8Array(23));
}

/** The server's own default spares a packet, where "no password" is no bytes for it. */
function pluginFor({ plugin }: MysqlGreeting): string {
  return plugin === 'caching_sha2_password' ? plugin : 'mysql_native_password';
}

function has(capabilities: number, flag: number): boolean {
  return (capabilities & flag) !== 0;
}

/** A length-encoded integer; undefined for NULL. */
function readLength(reader: ByteReader): number | undefined {
  const first = reader.u8();
  if (first < 0xfb) return first;
  if (first === 0xfb) return undefined;
  if (first === 0xfc) return reader.u16(true);
  // Eight bytes of length are for cells longer than a packet may be here.
  return first === 0xfd ? reader.u24le() : reader.fail();
}

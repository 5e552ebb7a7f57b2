// memcached's two protocols, as far as statistics need them.
// Text: doc/protocol.txt. Binary: https://github.com/memcached/memcached/wiki/BinaryProtocolRevamped
import type { Frame } from '../line.ts';
import { frameOf } from './reader.ts';
import { latin1, utf8 } from './text.ts';
import { ByteWriter } from './writer.ts';

/** A server has some 80 statistics of some 30 bytes: more is an endless list that serves to fill our memory. */
const MAX_STATISTICS = 2000;
const MAX_TEXT = 128 * 1024;
/** No name, value or message that is read here is longer. */
const MAX_BODY = 4096;
const MAX_VERSION = 200;

export type Protocol = 'text' | 'binary';

/** What the first question is answered with. `refused` is the text protocol's wish for a login. */
export interface Greeting {
  readonly protocol: Protocol;
  readonly version?: string;
  readonly refused: boolean;
}

export type Statistics = ReadonlyMap<string, string>;

/** Statistics; a wish for a login; or an error of another kind. */
export type StatisticsReply = Statistics | 'refused' | 'error';

const REQUEST = 0x80;
const RESPONSE = 0x81;
const VERSION = 0x0b;
const STAT = 0x10;
/** Statuses of the binary protocol: authentication required, and (Couchbase) no access. */
const REFUSED = new Set([0x20, 0x24]);

/**
 * One question that both protocols understand, since a server may speak one of them only and hangs up on the other:
 * 24 bytes that are the binary request VERSION, whose free fields (opaque and CAS) hold the line `version` of the text
 * protocol. A text server says ERROR to what stands before that line.
 */
export function versionQuestion(): Uint8Array {
  return new ByteWriter().bytes([REQUEST, VERSION, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]).utf8(' \r\nversion\r\n').build();
}

/** Undefined is another product's answer. */
export const greeting: Frame<Greeting | undefined> = (bytes, final) => {
  if (bytes[0] === RESPONSE) return final ? lastWord(binaryVersion(bytes, final), bytes) : binaryVersion(bytes, final);
  const text = latin1(bytes.subarray(0, MAX_VERSION * 2));
  const said = text.match(/^(?:ERROR\r\n)?(?:VERSION ([^\r\n]{1,200})|CLIENT_ERROR unauthenticated)\r\n/);
  if (said) {
    const [whole, version] = said;
    const reply: Greeting = { protocol: 'text', refused: version === undefined, ...(version && { version }) };
    return { reply, used: whole.length };
  }
  const mayGrow = /^(?:ERROR\r\n)?(?:[A-Z_]{0,12}|VERSION [^\r\n]*|CLIENT_ERROR [a-z]*)\r?$/.test(text);
  return mayGrow && !final && text.length < MAX_VERSION * 2 ? 'more' : { reply: undefined, used: bytes.length };
};

function lastWord<T>(framed: ReturnType<Frame<T>>, bytes: Uint8Array): ReturnType<Frame<T | undefined>> {
  return typeof framed === 'object' ? framed : { reply: undefined, used: bytes.length };
}

const binaryVersion: Frame<Greeting | undefined> = frameOf((reader) => {
  const packet = readPacket(reader);
  const isVersion = packet.opcode === VERSION && packet.key === '' && /^\d|^unknown/.test(packet.value);
  if (packet.status !== 0 || !isVersion) return undefined;
  return { protocol: 'binary', version: packet.value.slice(0, MAX_VERSION), refused: false };
});

/** The question for statistics: the general ones, or a named group of them. */
export function statisticsQuestion(protocol: Protocol, group = ''): Uint8Array {
  if (protocol === 'text') return Buffer.from(group === '' ? 'stats\r\n' : `stats ${group}\r\n`);
  return new ByteWriter()
    .u8(REQUEST)
    .u8(STAT)
    .u16(group.length)
    .bytes([0, 0, 0, 0])
    .u32(group.length)
    .bytes(new Uint8Array(12))
    .utf8(group)
    .build();
}

/** All statistics of an answer: a list that is cut short is no answer. */
export function statistics(protocol: Protocol): Frame<StatisticsReply> {
  return protocol === 'text' ? textStatistics : binaryStatistics;
}

const textStatistics: Frame<StatisticsReply> = (bytes) => {
  const text = utf8(bytes.subarray(0, MAX_TEXT));
  const error = text.match(/^(?:CLIENT_ERROR unauthenticated|ERROR|CLIENT_ERROR|SERVER_ERROR)[^\r\n]*\r\n/);
  if (error) return { reply: /unauthenticated/.test(error[0]) ? 'refused' : 'error', used: error[0].length };
  const end = text.match(/(?:^|\r\n)END\r\n/);
  if (!end) return bytes.length >= MAX_TEXT ? 'foreign' : 'more';
  const lines = text.slice(0, end.index).split('\r\n').slice(0, MAX_STATISTICS);
  const pairs = lines.flatMap((line): [string, string][] => {
    const [, name, value] = line.match(/^STAT (\S+) (.*)$/) ?? [];
    return name === undefined || value === undefined ? [] : [[name, value]];
  });
  return { reply: new Map(pairs), used: bytes.length };
};

const binaryStatistics: Frame<StatisticsReply> = frameOf((reader): StatisticsReply => {
  const found = new Map<string, string>();
  for (let count = 0; count < MAX_STATISTICS; count += 1) {
    const packet = readPacket(reader);
    reader.expect(packet.opcode === STAT);
    if (REFUSED.has(packet.status)) return 'refused';
    if (packet.status !== 0) return 'error';
    if (packet.key === '') return found;
    found.set(packet.key, packet.value);
  }
  return reader.fail();
});

function readPacket(reader: Parameters<Parameters<typeof frameOf>[0]>[0]) {
  reader.expect(reader.u8() === RESPONSE);
  const opcode = reader.u8();
  const keyLength = reader.u16();
  const extrasLength = reader.u8();
  reader.skip(1);
  const status = reader.u16();
  const bodyLength = reader.u32();
  reader.expect(bodyLength <= MAX_BODY && keyLength + extrasLength <= bodyLength);
  reader.skip(12 + extrasLength);
  const key = reader.utf8(keyLength);
  return { opcode, status, key, value: reader.utf8(bodyLength - keyLength - extrasLength) };
}

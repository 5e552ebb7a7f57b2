// LDAP messages: what a client without a name needs to ask. https://www.rfc-editor.org/rfc/rfc4511
// The names of entries (DNs) are content: this codec counts entries and reads no name.
import type { Frame } from '../line.ts';
import { BER, type BerElement, ber, berElement, berElements, berInteger, berNumber } from './ber.ts';
import { type ByteReader, frameOf } from './reader.ts';
import { utf8 } from './text.ts';

/** Result codes, RFC 4511 appendix A. */
export const LDAP = {
  success: 0,
  operationsError: 1,
  sizeLimitExceeded: 4,
  strongerAuthRequired: 8,
  confidentialityRequired: 13,
  noSuchObject: 32,
  inappropriateAuthentication: 48,
  insufficientAccessRights: 50,
  unwillingToPerform: 53,
} as const;

/** The answers to our questions have one entry each: a server that sends more than this floods the connection. */
const MAX_MESSAGES = 100;
/** A root entry names its controls and extensions, some dozens of each. */
const MAX_VALUES = 300;

/** Application tags, RFC 4511 section 4.2 and following. */
const BIND_REQUEST = 0x60;
const BIND_RESPONSE = 0x61;
const UNBIND_REQUEST = 0x42;
const SEARCH_REQUEST = 0x63;
const SEARCH_ENTRY = 0x64;
const SEARCH_DONE = 0x65;
const SEARCH_REFERENCE = 0x73;
const EXTENDED_REQUEST = 0x77;
const EXTENDED_RESPONSE = 0x78;
const INTERMEDIATE = 0x79;

const START_TLS = '1.3.6.1.4.1.1466.20037';

export interface LdapSearch {
  /** A DN; the empty one is the server's own entry, the root DSE. */
  readonly base: string;
  readonly scope: 'base' | 'one' | 'subtree';
  /** `1.1` alone stands for none, RFC 4511 section 4.5.1.8. */
  readonly attributes: readonly string[];
  readonly sizeLimit: number;
  /** Names of attributes without their values. */
  readonly typesOnly?: boolean;
}

/** What came back on one question, without the names of entries. */
export interface LdapAnswer {
  /** The result code; of a notice of disconnection too. */
  readonly code: number;
  readonly message: string;
  readonly entries: number;
  /** Of the first entry, by name in lower case. */
  readonly attributes: ReadonlyMap<string, readonly string[]>;
  /** The server ends the connection (RFC 4511, section 4.4.1). */
  readonly disconnects: boolean;
}

// ---- questions

export function ldapSearch(id: number, search: LdapSearch): Uint8Array {
  const scope = { base: 0, one: 1, subtree: 2 }[search.scope];
  const timeLimitSeconds = 3;
  const operation = ber(
    SEARCH_REQUEST,
    ber(BER.octets, search.base),
    berInteger(scope, BER.enumerated),
    // Aliases are not followed: they may lead to other branches.
    berInteger(0, BER.enumerated),
    berInteger(search.sizeLimit),
    berInteger(timeLimitSeconds),
    ber(BER.boolean, Uint8Array.of(search.typesOnly === true ? 0xff : 0)),
    ber(PRESENT_FILTER, 'objectClass'),
    ber(BER.sequence, ...search.attributes.map((name) => ber(BER.octets, name))),
  );
  return message(id, operation);
}

const PRESENT_FILTER = 0x87;

/** A login with neither name nor password: the protocol's own word for "without credentials" (RFC 4513, section 5.1.1). */
export function ldapAnonymousBind(id: number): Uint8Array {
  const protocolVersion = 3;
  const emptyPassword = ber(0x80);
  return message(id, ber(BIND_REQUEST, berInteger(protocolVersion), ber(BER.octets), emptyPassword));
}

export function ldapStartTls(id: number): Uint8Array {
  return message(id, ber(EXTENDED_REQUEST, ber(0x80, START_TLS)));
}

export function ldapUnbind(id: number): Uint8Array {
  return message(id, ber(UNBIND_REQUEST));
}

function message(id: number, operation: Uint8Array): Uint8Array {
  return ber(BER.sequence, berInteger(id), operation);
}

// ---- answers

interface LdapMessage {
  readonly id: number;
  readonly operation: BerElement;
}

/** Whether bytes start like an LDAP server's answer to question `id`, or its notice of disconnection. */
export function ldapFirstMessage(id: number): Frame<boolean> {
  return frameOf((reader) => {
    const { id: answered, operation } = readMessage(reader);
    const isAnswer = answered === id && [SEARCH_ENTRY, SEARCH_DONE, SEARCH_REFERENCE].includes(operation.tag);
    const isNotice = answered === 0 && operation.tag === EXTENDED_RESPONSE;
    reader.expect(isAnswer || isNotice);
    // Both a result and an entry start with whole values; a result with its code.
    const parts = berElements(operation.content);
    const isResult = operation.tag === SEARCH_DONE || operation.tag === EXTENDED_RESPONSE;
    reader.expect(parts !== undefined && (!isResult || berNumber(parts[0]) !== undefined));
    return true;
  });
}

/** Everything that comes back on question `id`, to its end. */
export function ldapAnswer(id: number): Frame<LdapAnswer> {
  return frameOf((reader) => {
    let entries = 0;
    let attributes: LdapAnswer['attributes'] = new Map();
    for (let count = 0; count < MAX_MESSAGES; count += 1) {
      const { id: answered, operation } = readMessage(reader);
      const isNotice = answered === 0 && operation.tag === EXTENDED_RESPONSE;
      if (!isNotice && answered !== id) continue;
      switch (operation.tag) {
        case SEARCH_ENTRY:
          if (entries === 0) attributes = readAttributes(operation) ?? reader.fail();
          entries += 1;
          break;
        case SEARCH_REFERENCE:
        case INTERMEDIATE:
          break;
        case BIND_RESPONSE:
        case SEARCH_DONE:
        case EXTENDED_RESPONSE: {
          const [code, , text] = berElements(operation.content) ?? [];
          return {
            code: berNumber(code) ?? reader.fail(),
            message: text?.tag === BER.octets ? utf8(text.content) : '',
            entries,
            attributes,
            disconnects: isNotice,
          };
        }
        default:
          reader.fail();
      }
    }
    return reader.fail();
  });
}

function readMessage(reader: ByteReader): LdapMessage {
  const whole = berElement(reader);
  reader.expect(whole.tag === BER.sequence);
  const [id, operation] = berElements(whole.content) ?? reader.fail();
  const number = berNumber(id);
  return { id: number ?? reader.fail(), operation: operation ?? reader.fail() };
}

/** The attributes of an entry; its name, the first part, is passed over. */
function readAttributes(entry: BerElement): Map<string, string[]> | undefined {
  const [, list] = berElements(entry.content) ?? [];
  const attributes = list && berElements(list.content);
  if (!attributes) return undefined;
  const read = new Map<string, string[]>();
  for (const attribute of attributes) {
    const [name, values] = berElements(attribute.content) ?? [];
    const texts = values && berElements(values.content);
    if (!name || !texts) return undefined;
    read.set(
      utf8(name.content).toLowerCase(),
      texts.slice(0, MAX_VALUES).map((value) => utf8(value.content)),
    );
  }
  return read;
}

// A PostgreSQL whose pg_hba.conf trusts everybody. https://www.postgresql.org/docs/current/protocol.html
import { authenticationEvent, datastoreEvent } from '@vigie/detect';
import { ACTIVITIES } from '../clickhouse/answer.ts';
import type { Asked, Conversation, Decoy, Setting, Turn } from '../decoy.ts';
import { shops } from '../postgresql/catalogue.ts';
import { errorMessage, int32, message, readMessage, ready } from '../postgresql/messages.ts';
import { createSession, type PgSession, type Step } from '../postgresql/session.ts';
import { SERVER_VERSION } from '../postgresql/settings.ts';
import { createWireBuffer, MAX_WAITING } from '../wire-buffer.ts';

export default {
  kind: 'postgresql',
  title: 'PostgreSQL',
  product: 'postgresql',
  asksForTls: true,
  usualPort: 5432,
  converse: (setting) => createConversation(setting),
} satisfies Decoy;

const MAX_PER_TURN = 5_000;
const CANCEL = 80_877_102;
const SSL = 80_877_103;
const GSS = 80_877_104;

interface Guest {
  readonly user: string;
  readonly database: string;
  readonly client: string;
}

function createConversation(setting: Setting): Conversation {
  const buffer = createWireBuffer();
  let session: PgSession | undefined;
  let guest: Guest = { user: '', database: '', client: '' };
  let isSecured = false;
  let isOver = false;

  function start(body: Buffer): Turn {
    const said = startOf(body, setting);
    if (said === 'tls' && setting.offersTls && !isSecured) {
      isSecured = true;
      return { answers: [Buffer.from('S')], asked: [], isOver: false, isSecured: true };
    }
    if (said === 'tls' || said === 'gss') return { answers: [Buffer.from('N')], asked: [], isOver: false };
    if (said === 'other') return { answers: [unsupported(body)], asked: [knock()], isOver: true };
    if (!said) return { answers: [], asked: [knock()], isOver: true };
    guest = said;
    const isKnown = shops.of(setting).databases.includes(said.database) && said.database !== 'template0';
    const asked = [signIn(said, isKnown)];
    if (!isKnown) {
      const refusal = errorMessage('FATAL', '3D000', `database "${said.database}" does not exist`);
      return { answers: [refusal], asked, isOver: true };
    }
    session = createSession({ setting, user: said.user, database: said.database });
    return { answers: greeting(said, body.readUInt16BE(2)), asked, isOver: false };
  }

  return {
    take: (bytes) => {
      if (isOver || !buffer.add(bytes)) return { answers: [], asked: [], isOver: true };
      const answers: Uint8Array[] = [];
      const asked: Asked[] = [];
      for (let count = 0; count < MAX_PER_TURN && !isOver; count += 1) {
        const given = readMessage(buffer.bytes(), session === undefined, MAX_WAITING);
        if (given === 'more') break;
        if (given === 'broken') {
          isOver = true;
          break;
        }
        buffer.drop(given.used);
        const turn = session ? toldOf(session.take(given), guest) : start(given.body);
        answers.push(...turn.answers);
        asked.push(...turn.asked);
        isOver = turn.isOver;
        if (turn.isSecured) {
          // What was sent before the handshake could be from anybody (CVE-2021-23214).
          buffer.drop(buffer.bytes().length);
          return { answers, asked, isOver, isSecured: true };
        }
      }
      return { answers, asked, isOver };
    },
  };
}

/** `tls` and `gss` where encryption is asked for; undefined where it is no start of a session. */
function startOf(body: Buffer, { honey }: Setting): Guest | 'tls' | 'gss' | 'other' | undefined {
  if (body.length < 4 || honey.tables.length === 0) return undefined;
  const code = body.readInt32BE(0);
  if (code === SSL) return 'tls';
  if (code === GSS) return 'gss';
  if (code === CANCEL) return undefined;
  if (body.readUInt16BE(0) !== 3) return 'other';
  const parts = body.toString('utf8', 4).split('\0');
  const value = (name: string) => {
    const at = parts.findIndex((part, index) => index % 2 === 0 && part === name);
    return at < 0 ? undefined : parts[at + 1]?.slice(0, 63);
  };
  const user = value('user');
  if (user === undefined || user === '') return undefined;
  return { user, database: value('database') || user, client: value('application_name') ?? '' };
}

/** What a server says to another version of the protocol, and so to other protocols. */
function unsupported(body: Buffer): Buffer {
  const text = `unsupported frontend protocol ${body.readUInt16BE(0)}.${body.readUInt16BE(2)}: server supports 3.0 to 3.0`;
  return errorMessage('FATAL', '0A000', text, { file: 'postmaster.c', line: 2195, routine: 'ProcessStartupPacket' });
}

function knock(): Asked {
  return {
    intent: 'look',
    words: 'sent what begins no session',
    event: (asker) =>
      datastoreEvent({
        ...asker,
        activity: 'query',
        product: 'postgresql',
        service: 'decoy',
        kind: 'relational',
        outcome: 'failure',
      }),
  };
}

function greeting({ client }: Guest, minor: number): Buffer[] {
  const parameters = [
    ['application_name', client],
    ['client_encoding', 'UTF8'],
    ['DateStyle', 'ISO, MDY'],
    ['default_transaction_read_only', 'off'],
    ['in_hot_standby', 'off'],
    ['integer_datetimes', 'on'],
    ['IntervalStyle', 'postgres'],
    ['is_superuser', 'on'],
    ['server_encoding', 'UTF8'],
    ['server_version', SERVER_VERSION],
    ['session_authorization', 'postgres'],
    ['standard_conforming_strings', 'on'],
    ['TimeZone', 'Etc/UTC'],
  ] as const;
  return [
    // A newer minor version is answered by the one that is spoken here.
    ...(minor > 0 ? [message('v', int32(196_608), int32(0))] : []),
    message('R', int32(0)),
    ...parameters.map(([name, value]) => message('S', name, value)),
    message('K', int32(4127), int32(0x51_7c_a2_09)),
    ready('I'),
  ];
}

function signIn({ user, client, database }: Guest, isKnown: boolean): Asked {
  return {
    intent: 'look',
    words: isKnown ? 'signed in without a password' : 'asked for a database that is not there',
    event: (asker) =>
      authenticationEvent({
        ...asker,
        activity: 'logon',
        product: 'postgresql',
        service: 'decoy',
        user,
        client: client === '' ? undefined : client,
        outcome: isKnown ? 'success' : 'failure',
        also: { database: { name: database, type_id: 1 } },
      }),
  };
}

function toldOf({ answers, outcomes, isOver }: Step, { user, database, client }: Guest): Turn {
  const asked = outcomes.map(
    ({ outcome, text, bytes }): Asked => ({
      intent: outcome.intent,
      words: outcome.words,
      event: (asker) =>
        datastoreEvent({
          ...asker,
          activity: ACTIVITIES[outcome.intent],
          product: 'postgresql',
          service: 'decoy',
          kind: 'relational',
          user,
          database,
          client: client === '' ? undefined : client,
          query: text,
          statement: outcome.meaning.statement,
          outcome: outcome.result.kind === 'error' ? 'failure' : 'success',
          errorCode: outcome.result.kind === 'error' ? outcome.result.code : undefined,
          rowsReturned: outcome.rows,
          bytesReturned: bytes,
        }),
    }),
  );
  return { answers, asked, isOver };
}

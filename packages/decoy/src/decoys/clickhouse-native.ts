// The port for ClickHouse's own clients: the same server as the decoy over HTTP, in the native protocol. https://clickhouse.com/docs/native-protocol/basics
import { authenticationEvent, datastoreEvent } from '@vigie/detect';
import { ACTIVITIES } from '../clickhouse/answer.ts';
import type { Hello } from '../clickhouse/native/packets.ts';
import { createNativeSession, type Told } from '../clickhouse/native/session.ts';
import type { Asked, Conversation, Decoy, Setting } from '../decoy.ts';
import { createWireBuffer } from '../wire-buffer.ts';

export default {
  kind: 'clickhouse-native',
  title: 'ClickHouse, native protocol',
  product: 'clickhouse',
  usualPort: 9000,
  converse: (setting) => createConversation(setting),
} satisfies Decoy;

const MAX_PER_TURN = 500;

function createConversation(setting: Setting): Conversation {
  const buffer = createWireBuffer();
  const session = createNativeSession(setting);
  let guest: Hello | undefined;
  let isOver = false;
  return {
    take: (bytes) => {
      if (isOver || !buffer.add(bytes)) return { answers: [], asked: [], isOver: true };
      const answers: Uint8Array[] = [];
      const asked: Asked[] = [];
      for (let count = 0; count < MAX_PER_TURN && !isOver; count += 1) {
        const step = session.take(buffer.bytes());
        if (step === 'more') break;
        buffer.drop(step.used);
        answers.push(...step.answers);
        if (step.told?.kind === 'hello') guest = step.told.hello;
        if (step.told) asked.push(askedOf(step.told, guest));
        isOver = step.isOver ?? false;
      }
      return { answers, asked, isOver };
    },
  };
}

function askedOf(told: Told, guest: Hello | undefined): Asked {
  const about = {
    product: 'clickhouse',
    service: 'decoy',
    user: guest?.user.slice(0, 64),
    client: guest?.client.slice(0, 64),
  };
  switch (told.kind) {
    case 'hello':
      return {
        intent: 'look',
        words: told.isKnown
          ? 'signed in without a password'
          : 'tried a user, a password or a database that is not there',
        event: (asker) =>
          authenticationEvent({ ...asker, ...about, activity: 'logon', outcome: told.isKnown ? 'success' : 'failure' }),
      };
    case 'query': {
      const { outcome, query, bytes } = told;
      const fault = 'code' in outcome.result ? outcome.result.code : undefined;
      return {
        intent: outcome.intent,
        words: outcome.words,
        event: (asker) =>
          datastoreEvent({
            ...asker,
            ...about,
            activity: ACTIVITIES[outcome.intent],
            kind: 'relational',
            database: guest?.database.slice(0, 64),
            query: query.sql,
            statement: outcome.meaning.statement,
            outcome: fault === undefined ? 'success' : 'failure',
            errorCode: fault,
            rowsReturned: outcome.rows,
            bytesReturned: bytes,
          }),
      };
    }
    default:
      return {
        intent: 'look',
        words: WORDS[told.kind],
        event: (asker) =>
          datastoreEvent({
            ...asker,
            ...about,
            activity: 'query',
            kind: 'relational',
            outcome: told.kind === 'ping' ? 'success' : 'failure',
          }),
      };
  }
}

const WORDS = {
  ping: 'asked whether it is there',
  nonsense: 'sent what is no packet of the native protocol',
  web: 'asked as a browser asks',
} as const;

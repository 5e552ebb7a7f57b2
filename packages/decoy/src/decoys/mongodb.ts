// A MongoDB without access control. https://www.mongodb.com/docs/manual/reference/mongodb-wire-protocol/
import { datastoreEvent } from '@vigie/detect';
import type { Asked, Conversation, Decoy, Setting, Turn } from '../decoy.ts';
import { answer } from '../mongodb/commands.ts';
import { type Cursors, createCursors } from '../mongodb/cursors.ts';
import type { Outcome } from '../mongodb/outcome.ts';
import { type Question, readMessage, writeAnswer } from '../mongodb/wire.ts';
import { createSeen } from '../view.ts';
import { createWireBuffer, MAX_WAITING } from '../wire-buffer.ts';

export default {
  kind: 'mongodb',
  title: 'MongoDB',
  product: 'mongodb',
  usualPort: 27017,
  converse: (setting) => createConversation(setting),
} satisfies Decoy;

const MAX_PER_TURN = 500;
const MAX_QUERY_TEXT = 64 * 1024;

/** What mongod says to a browser. */
const TO_BROWSERS = 'It looks like you are trying to access MongoDB over HTTP on the native driver port.\r\n';

/** Drivers ask on with any of their connections. */
const cursorsOf = createSeen((): { readonly cursors?: Cursors } => ({}));

function createConversation(setting: Setting): Conversation {
  const buffer = createWireBuffer();
  const cursors = cursorsOf.of(setting).cursors ?? createCursors();
  cursorsOf.change(setting, { cursors }, 0);
  let serial = 0;
  let isOver = false;
  const take = (bytes: Uint8Array): Turn => {
    if (isOver || !buffer.add(bytes)) return { answers: [], asked: [], isOver: true };
    const answers: Uint8Array[] = [];
    const asked: Asked[] = [];
    for (let count = 0; count < MAX_PER_TURN; count += 1) {
      const waiting = buffer.bytes();
      if (/^(?:GET|HEAD|POST) /.test(waiting.toString('latin1', 0, 5))) {
        answers.push(browserPage());
        asked.push(knock());
        isOver = true;
        break;
      }
      const question = readMessage(waiting, MAX_WAITING);
      if (question === 'more') break;
      if (question === 'broken') {
        isOver = true;
        break;
      }
      buffer.drop(question.used);
      const outcome =
        question.form === 'query' && !isGreeting(question)
          ? unsupported(question)
          : answer({ setting, cursors }, question.database, question.command);
      serial += 1;
      const sent = writeAnswer(question, outcome.document, serial);
      if (!question.isSilent) answers.push(sent);
      asked.push(askedOf(question, outcome, sent.length));
    }
    return { answers, asked, isOver };
  };
  return { take };
}

/** Since 5.1 the old message is answered to greetings alone. */
function isGreeting({ command }: Question): boolean {
  return /^(?:hello|ismaster)$/i.test(Object.keys(command)[0] ?? '');
}

function unsupported({ command }: Question): Outcome {
  const [name = ''] = Object.keys(command);
  const errmsg = `Unsupported OP_QUERY command: ${name.slice(0, 128)}. The client driver may require an upgrade. For more details see https://dochub.mongodb.org/core/legacy-opcode-removal`;
  return {
    document: { ok: 0, errmsg, code: 352, codeName: 'UnsupportedOpQueryCommand' },
    intent: 'look',
    words: 'asked as clients of old versions do',
  };
}

function browserPage(): Buffer {
  return Buffer.from(
    `HTTP/1.0 200 OK\r\nConnection: close\r\nContent-Type: text/plain\r\nContent-Length: ${TO_BROWSERS.length}\r\n\r\n${TO_BROWSERS}`,
  );
}

function knock(): Asked {
  return {
    intent: 'look',
    words: 'asked as a browser asks',
    event: (asker) =>
      datastoreEvent({
        ...asker,
        activity: 'query',
        product: 'mongodb',
        service: 'decoy',
        kind: 'nosql',
        outcome: 'failure',
      }),
  };
}

const ACTIVITIES = {
  connect: 'connect',
  look: 'query',
  read: 'read',
  write: 'write',
  destroy: 'delete',
  reach: 'other',
} as const;

function askedOf({ command, database }: Question, outcome: Outcome, bytesReturned: number): Asked {
  const { intent, words, collection, rows, document } = outcome;
  const [name = ''] = Object.keys(command);
  return {
    intent,
    words,
    event: (asker) =>
      datastoreEvent({
        ...asker,
        activity: ACTIVITIES[intent],
        product: 'mongodb',
        service: 'decoy',
        kind: 'nosql',
        database: database.slice(0, 128),
        table: collection,
        command: name.slice(0, 64),
        query: (JSON.stringify(command) ?? '').slice(0, MAX_QUERY_TEXT),
        client: clientOf(command),
        outcome: document.ok === 1 ? 'success' : 'failure',
        errorCode: document.ok === 1 ? undefined : document.code,
        rowsReturned: rows,
        bytesReturned,
      }),
  };
}

/** Drivers tell their name in the first greeting. */
function clientOf(command: Question['command']): string | undefined {
  const name: unknown = command.client?.driver?.name;
  return typeof name === 'string' ? name.slice(0, 64) : undefined;
}

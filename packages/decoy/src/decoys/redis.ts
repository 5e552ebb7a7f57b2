// A Redis without a password, with sessions, customers and keys in it. https://redis.io/docs/latest/commands/

import { type DatastoreTold, datastoreEvent } from '@vigie/detect';
import type { Asked, Conversation, Decoy, Setting, Turn } from '../decoy.ts';
import { answer } from '../redis/commands.ts';
import type { Guest, Outcome } from '../redis/guest.ts';
import { readCommand, writeReply } from '../redis/resp.ts';
import { createWireBuffer } from '../wire-buffer.ts';

export default {
  kind: 'redis',
  title: 'Redis',
  product: 'redis',
  usualPort: 6379,
  converse: (setting) => createConversation(setting),
} satisfies Decoy;

/** Commands that come at once with one packet. */
const MAX_PER_TURN = 5_000;

function createConversation(setting: Setting): Conversation {
  const buffer = createWireBuffer();
  const guest: Guest = { setting, version: 2, database: 0, name: '', isOver: false };
  return { take: (bytes) => take(buffer, guest, bytes) };
}

function take(buffer: ReturnType<typeof createWireBuffer>, guest: Guest, bytes: Uint8Array): Turn {
  if (guest.isOver || !buffer.add(bytes)) return { answers: [], asked: [], isOver: true };
  const answers: Buffer[] = [];
  const asked: Asked[] = [];
  for (let count = 0; count < MAX_PER_TURN && !guest.isOver; count += 1) {
    const command = readCommand(buffer.bytes());
    if (command === 'more') break;
    if ('broken' in command) {
      answers.push(writeReply({ error: `ERR Protocol error: ${command.broken}` }, 2));
      guest.isOver = true;
      break;
    }
    buffer.drop(command.used);
    if (command.words.length === 0) continue;
    const outcome = answer(guest, command.words);
    const sent = writeReply(outcome.reply, guest.version);
    answers.push(sent);
    asked.push(askedOf(guest, command.words, outcome, sent.length));
  }
  return { answers, asked, isOver: guest.isOver };
}

function askedOf(guest: Guest, words: readonly string[], outcome: Outcome, bytesReturned: number): Asked {
  const { intent, rows } = outcome;
  const isError = typeof outcome.reply === 'object' && outcome.reply !== null && 'error' in outcome.reply;
  const activity: DatastoreTold['activity'] =
    intent === 'destroy'
      ? 'delete'
      : intent === 'write'
        ? 'write'
        : intent === 'read'
          ? 'read'
          : intent === 'reach'
            ? 'other'
            : 'query';
  const command = (words[0] ?? '').toUpperCase().slice(0, 64);
  return {
    intent,
    words: outcome.words,
    event: (asker) =>
      datastoreEvent({
        ...asker,
        activity,
        product: 'redis',
        service: 'decoy',
        kind: 'nosql',
        database: String(guest.database),
        command,
        query: words.join(' '),
        outcome: isError ? 'failure' : 'success',
        ...(guest.name !== '' && { client: guest.name }),
        rowsReturned: rows,
        bytesReturned,
      }),
  };
}

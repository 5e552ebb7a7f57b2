import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { findAll } from '../../testing/find.ts';
import { conversationFinder } from './finder.ts';

const ASKED = 'Vuoi dirmi come posso parlarne con mia madre?';
const CHAT = {
  messages: [
    { role: 'user', content: ASKED },
    { role: 'assistant', content: 'Certo.\n"Parla" piano.' },
  ],
  stream: true,
};
const chat = JSON.stringify(CHAT);

/** The parts of the text that were found, as they are written. */
function found(text: string): readonly string[] {
  return findAll(conversationFinder, text).matches.map(({ start, end }) =>
    Buffer.from(text).subarray(start, end).toString(),
  );
}

describe('conversationFinder', () => {
  it('reports the bytes of the object, behind a prefix with letters of two bytes', () => {
    assert.deepEqual(found(`à ça é ${chat} fin`), [chat]);
  });

  it('reports one span for each line of NDJSON', () => {
    assert.deepEqual(found(`{"n":1}\n${chat}\n{"n":2}\n${chat}\n`), [chat, chat]);
  });

  it('finds the object inside a row, and inside a string of it', () => {
    assert.deepEqual(found(`{"id":3,"request":${chat},"ms":4}`), [chat]);
    const escaped = JSON.stringify(chat).slice(1, -1);
    assert.deepEqual(found(`{"id":3,"string.values":["u-1","${escaped}"],"ms":4}`), [escaped]);
  });

  it('finds JSON that is escaped once or twice in a line that is no JSON', () => {
    const once = JSON.stringify(chat).slice(1, -1);
    const twice = JSON.stringify(once).slice(1, -1);
    assert.deepEqual(found(`time=1 msg="${once}" ms=3`), [once]);
    assert.deepEqual(found(`time=1 msg="${twice}" ms=3`), [twice]);
  });

  it('finds documents over many lines, each conversation of them', () => {
    const pretty = JSON.stringify(
      [{ conversations: [{ from: 'human', value: ASKED }] }, { conversations: [{ from: 'human', value: ASKED }] }],
      null,
      2,
    );
    const spans = found(`${pretty}\n`);
    assert.equal(spans.length, 2);
    for (const span of spans) assert.deepEqual(JSON.parse(span), { conversations: [{ from: 'human', value: ASKED }] });
  });

  it('finds what Python prints, streams, transcripts and chat logs', () => {
    assert.equal(found(`DEBUG {'messages': [{'role': 'user', 'content': "it's me, can you help?"}]}`).length, 1);
    assert.equal(
      found(
        `data: {"choices":[{"delta":{"content":"Ich bin "}}]}\n\ndata: {"choices":[{"delta":{"content":"bei dir"}}]}\n\n`,
      ).length,
      1,
    );
    assert.deepEqual(found(`# log\n\nUser: ${ASKED}\nAssistant: Certo, ci sono.\n\nelse`), [
      `User: ${ASKED}\nAssistant: Certo, ci sono.`,
    ]);
    assert.equal(
      found(`[05/03/2025, 10:14:33] Ana: ${ASKED}\n[05/03/2025, 10:15:02] Bo: sì\n[05/03/2025, 10:16:02] Ana: grazie\n`)
        .length,
      1,
    );
    assert.equal(found(`12:01 <ana> do you have a minute?\n12:02 <@bo> yes\n12:03 <ana> I need help\n`).length, 1);
  });

  it('finds a message by its columns', () => {
    const line = JSON.stringify({ conversation_id: 'c', user_id: 'u', sender: 'ana', body: ASKED });
    const [match] = findAll(conversationFinder, line).matches;
    assert.equal(match?.rule, 'conversation/columns');
    assert.ok((match?.confidence ?? 0) >= 0.75);
  });

  it('says how many turns and whose, and nothing of the words', () => {
    const [match] = findAll(conversationFinder, chat).matches;
    assert.deepEqual(match?.reasons, ['OpenAI messages: 2 turns, user and assistant', "a person's words"]);
    assert.ok((match?.confidence ?? 0) >= 0.75);
  });

  it('drops a conversation whose words are masked, and says so', () => {
    const { matches, dropped } = findAll(conversationFinder, '{"messages":[{"role":"user","content":"[REDACTED]"}]}');
    assert.equal(matches.length, 0);
    assert.deepEqual(
      dropped.map((one) => one.why),
      ['its words are masked'],
    );
  });

  it('finds nothing in logs, settings and manifests', () => {
    const lines = [
      '2025-01-01 12:00:00 INFO worker 312 restarted after 30 ms',
      '{"level":"info","role":"admin","msg":"cache hit ratio 0.3"}',
      '{"messages":[{"key":"a","offset":3,"partition":1}]}',
      '{"kind":"Event","reason":"BackOff","message":"Back-off restarting failed container"}',
      '{"thread_id":12,"message":"GC pause 30 ms","sender":"gc"}',
      '{"subject":"CN=example.org","issuer":"CN=ca"}',
      '12:00:01 <info> link is up',
      'user: alice\nrole: admin\nagent: Mozilla/5.0',
      'const messages = [{ role: "user", content: prompt }];',
    ];
    for (const line of [...lines, lines.join('\n')])
      assert.deepEqual(findAll(conversationFinder, line).matches, [], line);
  });

  it('reads a conversation that was cut, or stands in a line of 10 MB', { timeout: 20_000 }, () => {
    const long = `[${`{"x":${'1'.repeat(50)}},`.repeat(180_000)}${chat}]`;
    assert.ok(long.length > 9_000_000);
    assert.deepEqual(found(long), [chat]);
    assert.doesNotThrow(() => found(chat.slice(0, 40)));
  });

  it('is bounded on brackets without end', { timeout: 20_000 }, () => {
    assert.deepEqual(found('{"role":'.repeat(100_000)), []);
    assert.deepEqual(found('{"messages":[\n'.repeat(50_000)), []);
    assert.deepEqual(found(`${'['.repeat(100_000)}"role"`), []);
  });

  it('keeps its spans inside the text, whatever the bytes', () => {
    const piece = fc.constantFrom(
      '{"messages":[',
      '{"role":"user","content":"are you there"}',
      ']}',
      '\\"',
      '"',
      '\n',
      'data: ',
      "{'role': 'user'}",
      'Assistant: ',
      '[1/1/25, 10:00] A: b\n',
      '{\\"role\\"',
      '"request":"',
    );
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 300 }),
      fc.array(piece, { maxLength: 30 }).map((parts) => Buffer.from(parts.join(''))),
    );
    fc.assert(
      fc.property(bytes, (text) => {
        for (const { start, end, confidence } of findAll(conversationFinder, text).matches) {
          assert.ok(start >= 0 && start < end && end <= text.length && confidence > 0 && confidence <= 1);
        }
      }),
      { numRuns: 500 },
    );
  });
});

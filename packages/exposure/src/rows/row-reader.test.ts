import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { createKeyedHash } from '../keyed-hash.ts';
import { unpackNodes } from '../people/node-state.ts';
import { createSenses } from '../reading/senses.ts';
import type { Block } from '../source.ts';
import { createCellReader } from './cells.ts';
import { createRowReader } from './row-reader.ts';

const senses = createSenses({});
const hash = createKeyedHash(new Uint8Array(32).fill(7));

function blockOf(lines: readonly string[], columns?: readonly string[]): Block {
  return { columns, bytes: Buffer.from(lines.map((line) => `${line}\n`).join('')), rows: lines.length };
}

/** What a reader has counted, in an order that does not tell when it was found. */
function counted(blocks: readonly Block[], isForgetful = false) {
  const forgetful = createCellReader(senses, hash, { texts: 0, characters: 0, longest: 0 });
  const reader = createRowReader(senses, hash, isForgetful ? forgetful : undefined);
  for (const block of blocks) reader.read(0, block);
  const { tallies, people } = reader.state();
  const tally = tallies[0]?.[1];
  const sorted = ({ hashes, limit }: { hashes: Float64Array; limit: number }) => [[...hashes].sort(), limit];
  return {
    counts: tally?.counts,
    columns: tally?.columns
      .map(([path, filled, kinds]) => [path, filled, [...kinds].sort(([a], [b]) => a.localeCompare(b))] as const)
      .toSorted(([a], [b]) => a.localeCompare(b)),
    kinds: tally?.kinds
      .map(({ kind, rows, certain, possible, concerned }) => ({
        kind,
        rows,
        values: [certain, possible, concerned].map(sorted),
      }))
      .sort((a, b) => a.kind.localeCompare(b.kind)),
    threads: tally && [tally.threads, tally.participants].map(sorted),
    topics: [...(tally?.topics ?? [])].sort(),
    languages: [...(tally?.languages ?? [])].sort(),
    people: Array.from(unpackNodes(people.nodes), (node) => JSON.stringify(node)).sort(),
    links: people.links.length,
    mentions: sorted(people.mentions),
  };
}

const rowsOf = (kind: string, { kinds }: ReturnType<typeof counted>) =>
  kinds?.find((one) => one.kind === kind)?.rows ?? { certain: 0, possible: 0 };

const mail = fc.constantFrom('ada.byron@mail-corp.com', 'bo.hansen@mail-corp.com', 'cy.olsen@mail-corp.com');
const said = fc.oneof(
  mail.map((address) => `Please write to ${address}, thank you.`),
  fc.constantFrom(
    'I was diagnosed with depression and I take medication.',
    'My IBAN is DE89 3704 0044 0532 0130 00, transfer it there.',
    'Gerne. Hier ist ein Entwurf für den Brief.',
    'ok',
  ),
);
const chat = fc
  .array(fc.record({ role: fc.constantFrom('user', 'assistant'), content: said }), { minLength: 1, maxLength: 4 })
  .map((messages) => JSON.stringify({ messages, stream: true }));
const row = fc.record(
  {
    user_id: fc.constantFrom('u-21d200000032', 'u-99d000000230'),
    email: mail,
    remote_addr: fc.constantFrom('81.189.247.190', '10.0.0.3'),
    msg: said,
    request: chat,
    card: fc.constantFrom(4111111111111111, 12),
    query: fc.constantFrom('how to treat depression', 'cheap flights to Lisbon'),
  },
  { requiredKeys: [] },
);

describe('a reader of rows', () => {
  it('counts the same whether it remembers cells or reads each of them', () => {
    fc.assert(
      fc.property(fc.array(fc.array(row, { maxLength: 12 }), { maxLength: 3 }), (blocks) => {
        const read = blocks.map((rows) => blockOf(rows.map((one) => JSON.stringify(one))));
        assert.deepEqual(counted(read), counted(read, true));
      }),
      { numRuns: 60 },
    );
  });

  it('finds in the texts of a conversation what it finds in texts by themselves', () => {
    const texts = [
      'my phone is +33 6 12 34 56 78\nmy mail is ada.byron@mail-corp.com',
      'I was diagnosed with depression and I take medication.',
      'please pay to DE89 3704 0044 0532 0130 00 by monday',
    ];
    const alone = counted(texts.map((text) => blockOf([JSON.stringify([text])], ['content'])));
    const messages = texts.map((content) => ({ role: 'user', content }));
    const request = JSON.stringify({ messages });
    for (const value of [request, JSON.stringify({ body: request })]) {
      const talk = counted([blockOf([JSON.stringify([value])], ['request'])]);
      assert.equal(rowsOf('conversation', talk).certain, 1);
      for (const { kind, values } of alone.kinds ?? []) {
        const found = talk.kinds?.find((one) => one.kind === kind);
        assert.deepEqual(found?.values.slice(0, 2), values.slice(0, 2), kind);
      }
    }
  });

  it('keeps short values of a document beside the words that name them', () => {
    const documents = [
      { customer: { label: 'card number', value: '4111 1111 1111 1111' } },
      { items: [{ type: 'iban', value: 'DE89370400440532013000' }] },
      { card: { number: 4111111111111111 } },
    ];
    for (const document of documents) {
      const read = counted([blockOf([JSON.stringify([JSON.stringify(document)])], ['payload'])]);
      const found = read.kinds?.map(({ kind }) => kind) ?? [];
      assert.ok(
        found.some((kind) => kind.startsWith('payment/')),
        JSON.stringify(document),
      );
    }
  });

  it('keeps all digits of whole numbers that are longer than 53 bits', () => {
    const [one, other] = ['356938035643809123', '356938035643809124'].map((number) =>
      counted([blockOf([`{"user_id":${number}}`])]),
    );
    const values = [one, other].map((read) => JSON.stringify(read?.kinds?.map(({ values: all }) => all)));
    assert.ok((one?.kinds?.length ?? 0) > 0);
    assert.notEqual(values[0], values[1]);
    const quoted = counted([blockOf(['{"user_id":"356938035643809123"}'])]);
    assert.deepEqual(one?.kinds, quoted.kinds);
  });

  it('tells the country of a person by a phone, else by an address, else by a language that one country speaks', () => {
    const messages = [
      { role: 'user', content: 'Vorrei scrivere una lettera al mio padrone di casa, mi puoi aiutare?' },
    ];
    const rows = [
      { user_id: 'u-21d200000032', phone: '+33 6 12 34 56 78', request: JSON.stringify({ messages }) },
      { user_id: 'u-99d000000230', address: '1600 Elm Street, Austin, TX 78701' },
      { user_id: 'u-77d000000111', request: JSON.stringify({ messages }) },
    ];
    const { nodes } = (() => {
      const reader = createRowReader(senses, hash);
      reader.read(0, blockOf(rows.map((one) => JSON.stringify(one))));
      return reader.state().people;
    })();
    const countries = Array.from(unpackNodes(nodes))
      .filter(({ strength }) => strength === 'account')
      .map(({ country }) => country);
    assert.deepEqual(countries, ['FR', 'US', 'IT']);
  });

  it('counts rows that are no JSON, and goes on', () => {
    const read = counted([blockOf(['{"email":"ada.byron@mail-corp.com"}', '{broken', '[1]', '{"email":""}'])]);
    assert.deepEqual([read.counts?.rows, read.counts?.brokenRows], [4, 1]);
    assert.equal(rowsOf('person/email', read).certain, 1);
  });

  it('lets nothing out but numbers, names of columns and kinds, and keyed hashes', () => {
    const canaries = ['ada.canary@mail-corp.com', '4111 1111 1111 1111', 'canary-thread-77', 'u-canary0000001'];
    const [address, card, thread, user] = canaries;
    const reader = createRowReader(senses, hash);
    const request = JSON.stringify({
      conversation_id: thread,
      user,
      messages: [{ role: 'user', content: `write to ${address} about card ${card}` }],
    });
    reader.read(
      0,
      blockOf([
        JSON.stringify({ user_id: user, email: address, request, thread_id: thread }),
        JSON.stringify({ [String(address)]: card, nested: { [String(user)]: { note: address } } }),
      ]),
    );
    const state = reader.state();
    assert.ok(state.people.nodes.hashes.length > 0 && (state.tallies[0]?.[1].kinds.length ?? 0) > 1);
    const told = JSON.stringify(state, (_, value: unknown) => (value instanceof Float64Array ? [...value] : value));
    for (const canary of canaries) assert.ok(!told.includes(canary), canary);
  });
});

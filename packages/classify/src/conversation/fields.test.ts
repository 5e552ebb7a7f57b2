import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { readRow } from './fields.ts';

const row = (fields: Readonly<Record<string, string>>) =>
  Object.entries(fields).map(([name, value]) => ({ name, value }));
const sure = (confidence: number | undefined) => (confidence ?? 0) >= 0.75;

describe('a row of a conversation', () => {
  const CHATS: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
    [
      'a message by role and thread',
      { conversation_id: 'c1', role: 'user', content: 'Wie sage ich das meinem Vermieter?' },
    ],
    ['a message in Chinese columns', { 会话id: '7', 角色: '用户', 内容: '请问怎么申请退款' }],
    [
      'a message in French columns',
      {
        conversation_id: '3',
        expediteur: 'ana',
        contenu: "Est-ce que tu peux m'appeler ce soir ?",
        role: 'utilisateur',
      },
    ],
    [
      'a ticket',
      {
        ticket_id: '9',
        author_id: '4',
        body: 'I still do not have my money back, can you check?',
        created_at: '2025-01-01',
        user_id: 'u1',
      },
    ],
    [
      'prompt and completion',
      { user_id: 'u', model: 'm', prompt: 'Mi puoi scrivere una lettera?', completion: 'Certo, eccola.' },
    ],
    [
      'question and answer with a session',
      { session_id: 's', user_id: 'u', question: 'Jak mogę zmienić umowę?', answer: 'Proszę zadzwonić do nas.' },
    ],
    [
      'a direct message',
      {
        sender_id: '1',
        receiver_id: '2',
        message: 'Are you coming home tonight?',
        sent_at: '2025-01-01 10:00:00',
        user_id: '1',
      },
    ],
    ['LibreChat columns', { conversationId: 'c', isCreatedByUser: 'true', text: 'Peux-tu corriger ma lettre ?' }],
    [
      'JSON in a column',
      { span_name: '/x', payload: JSON.stringify({ messages: [{ role: 'user', content: '助けてください' }] }) },
    ],
    [
      'nested columns',
      {
        'string.values[user_id]': 'u-1',
        'string.values[request]': JSON.stringify({ messages: [{ role: 'user', content: 'Você pode me ajudar?' }] }),
      },
    ],
    [
      'parallel arrays',
      {
        'attributes.names': '["user","body"]',
        'attributes.values': JSON.stringify([
          'u-1',
          JSON.stringify({ messages: [{ role: 'user', content: 'help me please' }] }),
        ]),
      },
    ],
    [
      'parallel arrays as ClickHouse writes them',
      {
        'string.names': "['user_id','prompt','completion']",
        'string.values': "['u-1','Can you help me with this?','Of course, I will.']",
      },
    ],
    [
      'a map',
      { attributes: "{'gen_ai.prompt':'Can you help me write to my sister?','gen_ai.completion':'Of course.'}" },
    ],
    ['Python repr', { log: "{'messages': [{'role': 'user', 'content': \"it's about my son, can you help?\"}]}" }],
  ];
  for (const [name, fields] of CHATS) {
    it(`is certain of ${name}`, () => {
      const reading = readRow(row(fields));
      assert.ok(sure(reading?.conversation?.confidence), JSON.stringify(reading));
    });
  }

  const NONE: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
    ['a log line', { level: 'info', msg: 'cache hit ratio 0.312', host: 'node-1' }],
    ['a retry', { msg: 'retry 3 of 5 for shard 12', latency_ms: '30' }],
    ['a user table', { id: '1', role: 'admin', name: 'A', email: 'a@example.org' }],
    [
      'a Kubernetes event',
      {
        namespace: 'default',
        reason: 'Unhealthy',
        message: 'Readiness probe failed: the server is not ready',
        kind: 'Event',
      },
    ],
    ['a Kafka record', { topic: 'orders', partition: '1', offset: '55', message: '{"order":1,"total":2}' }],
    ['a job queue', { queue: 'mail', job_id: '7', message: 'Sending the report to the archive', attempts: '2' }],
    ['a product review', { product_id: '1', rating: '5', review: 'I like it very much' }],
    ['a masked message', { role: 'user', conversation_id: 'c', content: '[REDACTED]' }],
    [
      'an error',
      { level: 'error', logger: 'app', message: 'You must not pass null to this method', stack_trace: 'at x' },
    ],
    ['a config prompt', { name: 'prompt', prompt: '/etc/prompt.d', user: 'root' }],
  ];
  for (const [name, fields] of NONE) {
    it(`is not certain of ${name}`, () => {
      const reading = readRow(row(fields));
      assert.ok(
        !sure(reading?.conversation?.confidence) && !sure(reading?.search?.confidence),
        JSON.stringify(reading),
      );
    });
  }

  it('keeps the ids of thread and user apart from the words', () => {
    const reading = readRow(
      row({
        chat_id: 'c-9',
        user_id: 'u-3',
        role: 'user',
        content: 'Can you help me?',
        created_at: '2025-01-02T03:04:05Z',
      }),
    );
    assert.equal(reading?.conversation?.thread, 'c-9');
    assert.equal(reading.conversation.user, 'u-3');
    assert.equal(reading.conversation.at, Date.UTC(2025, 0, 2, 3, 4, 5));
    assert.ok(!JSON.stringify(reading.conversation.reasons).includes('help'));
  });

  it('never throws', () => {
    const name = fc.constantFrom(
      'role',
      'content',
      'x.names',
      'x.values',
      'query',
      'path',
      'messages',
      'attributes',
      'prompt',
      '会话id',
    );
    const value = fc.oneof(
      fc.string(),
      fc.json(),
      fc.constantFrom('user', "['a']", "{'a':", '["a","b"]', 'data: {', '{"messages":[{"role":"user"}]}'),
    );
    fc.assert(
      fc.property(fc.array(fc.record({ name, value }), { maxLength: 8 }), (fields) => {
        readRow(fields);
      }),
      { numRuns: 500 },
    );
  });
});

describe('a row of a search', () => {
  const SEARCHES: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
    ['a query on a path of a search', { span_name: '/api/search', user_id: 'u', query: 'dolore al petto cause' }],
    [
      'a query with its results',
      { user_id: 'u', query: 'passagens baratas lisboa', results: '12', timestamp: '2025-01-01' },
    ],
    ['a German column', { Suchbegriff: 'kündigung frist', nutzer_id: 'n1', datum: '2025-01-01' }],
    ['a Chinese column', { 搜索词: '离婚 手续', 用户id: '3' }],
    ['a Japanese query', { path: '/v1/search', user_id: 'u', q: '鬱病 休職 手続き' }],
    [
      'an access log',
      { remote_addr: '192.0.2.1', request: 'GET /recherche?q=m%C3%A9decin+de+garde HTTP/1.1', status: '200' },
    ],
    ['a search that begins like a statement', { span_name: '/search', user_id: 'u', query: 'select a good lawyer' }],
  ];
  for (const [name, fields] of SEARCHES) {
    it(`is certain of ${name}`, () => {
      const reading = readRow(row(fields));
      assert.ok(sure(reading?.search?.confidence), JSON.stringify(reading));
    });
  }
  const NONE: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
    [
      'SQL',
      { user: 'app', query: 'SELECT id, name FROM users WHERE id = 3', duration_ms: '3', timestamp: '2025-01-01' },
    ],
    ['an update', { user: 'app', query: 'UPDATE users SET name = $1', timestamp: '2025-01-01' }],
    ['GraphQL', { user_id: 'u', query: 'query Me($id: ID!) { user(id: $id) { name } }', operationName: 'Me' }],
    ['PromQL', { user: 'grafana', query: 'sum(rate(http_requests_total[5m])) by (job)' }],
    ['a Lucene filter', { user: 'kibana', query: 'level:error AND service:api' }],
    ['a Redis command', { user: 'x', query: 'GET session:123' }],
    ['keywords of a product', { sku: '1', title: 'Lamp', keywords: 'lamp, light', price: '3' }],
    ['an id', { user_id: 'u', q: '3f2504e0-4f89-11d3-9a0c-0305e82c3301' }],
    ['a page number', { request: 'GET /list?p=2&s=10 HTTP/1.1', user_id: 'u' }],
  ];
  for (const [name, fields] of NONE) {
    it(`is not certain of ${name}`, () => {
      const reading = readRow(row(fields));
      assert.ok(!sure(reading?.search?.confidence), JSON.stringify(reading));
    });
  }
});

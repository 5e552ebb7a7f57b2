import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { readConversation } from './read-conversation.ts';

const ASKED = 'Könnten Sie mir bitte sagen, wie ich das meiner Chefin erkläre?';
const ANSWERED = 'Natürlich, hier ist ein Vorschlag.';

/** One payload for each public format, with invented words: name, value, shape, turns. */
const PAYLOADS: readonly (readonly [name: string, value: unknown, shape: string, turns: number])[] = [
  [
    'OpenAI chat request',
    {
      model: 'm',
      messages: [
        { role: 'developer', content: 'Be kind.' },
        { role: 'user', content: ASKED },
      ],
    },
    'openai-chat',
    2,
  ],
  [
    'OpenAI content parts',
    {
      messages: [
        {
          role: 'user',
          content: [
            { type: 'text', text: ASKED },
            { type: 'image_url', image_url: { url: 'x' } },
          ],
        },
      ],
    },
    'openai-chat',
    1,
  ],
  [
    'OpenAI chat answer',
    {
      id: 'chatcmpl-1',
      object: 'chat.completion',
      choices: [{ index: 0, message: { role: 'assistant', content: ANSWERED }, finish_reason: 'stop' }],
    },
    'openai-choices',
    1,
  ],
  [
    'OpenAI text completion',
    { object: 'text_completion', choices: [{ text: ANSWERED, finish_reason: 'stop' }] },
    'openai-choices',
    1,
  ],
  ['OpenAI responses request', { model: 'm', instructions: 'Be brief.', input: ASKED }, 'openai-responses', 1],
  [
    'OpenAI responses items',
    { model: 'm', input: [{ role: 'user', content: [{ type: 'input_text', text: ASKED }] }] },
    'openai-responses',
    1,
  ],
  [
    'OpenAI responses answer',
    {
      object: 'response',
      output: [
        { type: 'reasoning' },
        { type: 'message', role: 'assistant', content: [{ type: 'output_text', text: ANSWERED }] },
      ],
    },
    'openai-responses',
    1,
  ],
  [
    'Anthropic request',
    { model: 'c', system: 'Be kind.', messages: [{ role: 'user', content: ASKED }] },
    'anthropic-request',
    2,
  ],
  [
    'Anthropic answer',
    {
      id: 'msg_1',
      type: 'message',
      role: 'assistant',
      content: [{ type: 'text', text: ANSWERED }],
      stop_reason: 'end_turn',
      usage: { input_tokens: 1 },
    },
    'anthropic-answer',
    1,
  ],
  [
    'Gemini request',
    { contents: [{ role: 'user', parts: [{ text: ASKED }] }], systemInstruction: { parts: [{ text: 'x' }] } },
    'gemini',
    1,
  ],
  [
    'Gemini answer',
    { candidates: [{ content: { role: 'model', parts: [{ text: ANSWERED }] }, finishReason: 'STOP' }] },
    'gemini',
    1,
  ],
  [
    'LangChain history',
    [
      { type: 'human', data: { content: ASKED } },
      { type: 'ai', data: { content: ANSWERED } },
    ],
    'langchain',
    2,
  ],
  [
    'LangChain serialised',
    {
      messages: [
        [{ lc: 1, type: 'constructor', id: ['langchain', 'schema', 'HumanMessage'], kwargs: { content: ASKED } }],
      ],
    },
    'langchain',
    1,
  ],
  [
    'ShareGPT',
    {
      id: 'x',
      conversations: [
        { from: 'human', value: ASKED },
        { from: 'gpt', value: ANSWERED },
      ],
    },
    'sharegpt',
    2,
  ],
  [
    'Open-Assistant tree',
    {
      message_tree_id: 't',
      prompt: { role: 'prompter', text: ASKED, replies: [{ role: 'assistant', text: ANSWERED, replies: [] }] },
    },
    'open-assistant',
    2,
  ],
  [
    'OpenTelemetry since 1.37',
    {
      attributes: {
        'gen_ai.input.messages': JSON.stringify([{ role: 'user', parts: [{ type: 'text', content: ASKED }] }]),
        'gen_ai.output.messages': [{ role: 'assistant', parts: [{ type: 'text', content: ANSWERED }] }],
      },
    },
    'otel-genai',
    2,
  ],
  [
    'OpenTelemetry indexed',
    { 'gen_ai.prompt.0.role': 'user', 'gen_ai.prompt.0.content': ASKED, 'gen_ai.completion.0.content': ANSWERED },
    'otel-genai',
    2,
  ],
  ['OpenTelemetry event', { 'event.name': 'gen_ai.user.message', body: { content: ASKED } }, 'otel-genai', 1],
  ['OTLP attributes', { attributes: [{ key: 'gen_ai.prompt', value: { stringValue: ASKED } }] }, 'otel-genai', 1],
  [
    'Helicone row',
    {
      request_body: JSON.stringify({ messages: [{ role: 'user', content: ASKED }] }),
      response_body: JSON.stringify({ choices: [{ message: { role: 'assistant', content: ANSWERED } }] }),
    },
    'request-response',
    2,
  ],
  [
    'LiteLLM spend log',
    {
      messages: [{ role: 'user', content: ASKED }],
      response: { choices: [{ message: { role: 'assistant', content: ANSWERED } }] },
      end_user: 'u-1',
    },
    'request-response',
    2,
  ],
  [
    'Langfuse observation',
    { input: [{ role: 'user', content: ASKED }], output: { role: 'assistant', content: ANSWERED }, session_id: 's-1' },
    'request-response',
    2,
  ],
  [
    'Open WebUI chat',
    {
      title: 'x',
      history: {
        messages: { a: { role: 'user', content: ASKED }, b: { role: 'assistant', content: ANSWERED } },
        currentId: 'b',
      },
    },
    'open-webui',
    2,
  ],
  [
    'LibreChat message',
    { messageId: 'm', conversationId: 'c', sender: 'User', isCreatedByUser: true, text: ASKED },
    'librechat',
    1,
  ],
  [
    'LlamaIndex chat store',
    { store: { k: [{ role: 'user', blocks: [{ block_type: 'text', text: ASKED }], additional_kwargs: {} }] } },
    'llamaindex',
    1,
  ],
  [
    'AI SDK message',
    { id: 'm', role: 'user', parts: [{ type: 'step-start' }, { type: 'text', text: ASKED }] },
    'ai-sdk',
    1,
  ],
  [
    'ChatGPT export',
    {
      title: 'x',
      mapping: {
        a: { message: null },
        b: {
          message: { author: { role: 'user' }, content: { content_type: 'text', parts: [ASKED] }, create_time: 1.7e9 },
        },
      },
    },
    'chatgpt-export',
    1,
  ],
  [
    'Claude export',
    { uuid: 'u', chat_messages: [{ sender: 'human', text: ASKED, created_at: '2025-01-01T00:00:00Z' }] },
    'claude-export',
    1,
  ],
  [
    'Slack export',
    [
      { type: 'message', user: 'U1', text: ASKED, ts: '1355517523.000005' },
      { type: 'message', user: 'U2', text: ANSWERED, ts: '1355517524.000005' },
    ],
    'slack',
    2,
  ],
  [
    'Teams messages',
    {
      value: [
        {
          messageType: 'message',
          createdDateTime: '2025-01-01T00:00:00Z',
          from: { user: { displayName: 'A' } },
          body: { contentType: 'html', content: `<p>${ASKED}</p>` },
        },
      ],
    },
    'teams',
    1,
  ],
  [
    'Telegram export',
    {
      name: 'x',
      type: 'personal_chat',
      messages: [
        {
          id: 1,
          type: 'message',
          from: 'A',
          from_id: 'user1',
          text: ['see ', { type: 'link', text: 'https://example.org' }],
        },
      ],
    },
    'telegram',
    1,
  ],
  [
    'Discord export',
    { messages: [{ id: '1', author: { id: '2', name: 'a' }, content: ASKED, timestamp: '2025-01-01T00:00:00Z' }] },
    'messenger',
    1,
  ],
  [
    'WhatsApp webhook',
    { entry: [{ changes: [{ value: { messages: [{ from: '15550001111', type: 'text', text: { body: ASKED } }] } }] }] },
    'messenger',
    1,
  ],
  [
    'Matrix event',
    { type: 'm.room.message', room_id: '!r', sender: '@a:example.org', content: { msgtype: 'm.text', body: ASKED } },
    'messenger',
    1,
  ],
  [
    'Intercom conversation',
    {
      source: { author: { type: 'user', id: '1' }, body: `<p>${ASKED}</p>` },
      conversation_parts: { conversation_parts: [{ author: { type: 'admin', id: '2' }, body: ANSWERED }] },
    },
    'customer-chat',
    2,
  ],
  ['Dialogflow', { queryResult: { queryText: ASKED, fulfillmentText: ANSWERED } }, 'customer-chat', 2],
  ['e-mail', { from: 'Ana <ana@example.org>', to: ['bo@example.org'], subject: 'x', body: ASKED }, 'email-thread', 1],
  ['prompt and completion', { prompt: ASKED, completion: ANSWERED }, 'prompt-completion', 2],
];

describe('readConversation', () => {
  for (const [name, value, shape, turns] of PAYLOADS) {
    it(`reads ${name}, as a value, as JSON, escaped once and twice, and inside a row`, () => {
      const json = JSON.stringify(value);
      const forms = [
        value,
        json,
        JSON.stringify(json),
        JSON.stringify(JSON.stringify(json)),
        { row: { 'string.values': ['u-1', json] } },
      ];
      for (const form of forms) {
        const reading = readConversation(form);
        assert.equal(reading?.shape, shape);
        assert.equal(reading.turns.length, turns);
        assert.equal(reading.conversations, 1);
      }
    });
  }

  it('puts the deltas of a stream together', () => {
    const chat = ['Ich ', 'helfe ', 'Ihnen.'].map(
      (content) => `data: ${JSON.stringify({ choices: [{ delta: { content } }] })}\n\n`,
    );
    assert.equal(readConversation(`${chat.join('')}data: [DONE]\n`)?.turns[0]?.text, 'Ich helfe Ihnen.');
    const anthropic = ['Ci ', 'sono.'].map(
      (text) =>
        `event: content_block_delta\ndata: ${JSON.stringify({ type: 'content_block_delta', delta: { type: 'text_delta', text } })}\n\n`,
    );
    assert.equal(readConversation(anthropic.join(''))?.turns[0]?.text, 'Ci sono.');
  });

  it('reads lines of messages as one conversation, and knows its ids', () => {
    const lines = [
      { conversation_id: 'c-1', user_id: 'u-1', role: 'user', content: ASKED },
      { conversation_id: 'c-1', user_id: 'u-1', role: 'assistant', content: ANSWERED },
    ];
    const reading = readConversation(lines.map((line) => JSON.stringify(line)).join('\n'));
    assert.equal(reading?.turns.length, 2);
    assert.equal(reading.conversations, 1);
    assert.deepEqual(reading.ids, { conversation: ['c-1'], user: ['u-1'] });
  });

  it('counts several conversations in one list', () => {
    const one = { conversations: [{ from: 'human', value: ASKED }] };
    assert.equal(readConversation([one, one, one])?.conversations, 3);
  });

  it('counts people by their names, not machines', () => {
    const chat = { messages: ['A', 'B', 'A'].map((from) => ({ type: 'message', from, from_id: from, text: 'ok' })) };
    assert.equal(readConversation(chat)?.participants, 2);
  });

  const NONE: readonly (readonly [string, unknown])[] = [
    ['a user with a role', { id: 1, role: 'admin', name: 'x', content: 'y' }],
    ['a user whose role is user', { id: 1, role: 'user', name: 'x', email: 'a@example.org' }],
    ['a Kafka batch', { messages: [{ key: 'a', value: 'b', offset: 1, partition: 0 }] }],
    ['SQS messages', { Messages: [{ MessageId: 'a', Body: '{"job":1}' }] }],
    [
      'a poll',
      {
        question: 'Colour?',
        choices: [
          { id: 1, text: 'red' },
          { id: 2, text: 'blue' },
        ],
      },
    ],
    ['notifications', { messages: [{ id: 1, level: 'info', text: 'Disk is 80% full' }] }],
    [
      'a Kubernetes event',
      { kind: 'Event', reason: 'BackOff', message: 'Back-off restarting failed container', type: 'Warning' },
    ],
    ['a job with input and output', { job: 'resize', input: 's3://a/b.png', output: 's3://a/c.png' }],
    ['Directory contents', { contents: [{ name: 'a', path: '/a', type: 'file' }] }],
    ['a source map', { version: 3, mapping: 'AAAA', sources: [] }],
    ['RBAC', { roles: [{ role: 'user', permissions: ['read'] }] }],
    ['validation errors', { messages: { email: ['is required'] } }],
    ['a prompt of a shell', { prompt: '$ ', completion: 'bash' }],
  ];
  for (const [name, value] of NONE) {
    it(`does not take ${name} for a conversation`, () => {
      assert.equal(readConversation(value), undefined);
      assert.equal(readConversation(JSON.stringify(value)), undefined);
    });
  }

  it('never throws on any JSON, nor on any text', () => {
    const key = fc.constantFrom(
      'messages',
      'role',
      'content',
      'parts',
      'choices',
      'mapping',
      'prompt',
      'replies',
      'attributes',
      'gen_ai.prompt',
      'type',
      'id',
      'kwargs',
      'text',
      'from',
      'body',
    );
    const word = fc.constantFrom('user', 'assistant', 'message', 'human', '', '{', 'data: {');
    const { tree } = fc.letrec((tie) => ({
      tree: fc.oneof(
        { depthSize: 'small' },
        word,
        fc.integer(),
        fc.constant(null),
        fc.boolean(),
        fc.array(tie('tree'), { maxLength: 4 }),
        fc.dictionary(key, tie('tree'), { maxKeys: 4 }),
      ),
    }));
    fc.assert(
      fc.property(tree, (value) => {
        readConversation(value);
        readConversation(JSON.stringify(value));
      }),
      { numRuns: 500 },
    );
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        readConversation(text);
      }),
    );
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        readConversation(value);
      }),
    );
  });

  it('is bounded on brackets and replies a hundred thousand deep', () => {
    readConversation('['.repeat(100_000) + ']'.repeat(100_000));
    readConversation('{"messages":['.repeat(50_000));
    readConversation(`${'{"role":"prompter","text":"a b","replies":['.repeat(20_000)}${']}'.repeat(20_000)}`);
  });
});

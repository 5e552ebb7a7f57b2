import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { Webhook } from 'standardwebhooks';
import type { Alert, AlertTopic } from '../alert.ts';
import { type Reader, viewOf } from './alert-view.ts';
import { alertMail } from './mail.ts';
import { escapedWithin, plain } from './plain.ts';
import { slackMessage } from './slack.ts';
import { teamsMessage } from './teams.ts';
import { webhookMessage } from './webhook.ts';

const READER: Reader = {
  language: 'en',
  timeZone: 'Europe/Paris',
  origin: 'https://vigie.example.org',
  channel: 'on call',
};
const TOPIC: AlertTopic = {
  rule: 'vigie/whole-table',
  title: 'Somebody read a <whole> table & more',
  level: 'high',
  why: 'An account read 1,000,000 rows of a table; usual are 20.',
  store: 'clickhouse 10.0.0.5:8123',
  detection: '0199ac00-0000-7000-8000-00000000000d',
  count: 12,
  firstAt: '2026-11-29T21:15:00.000Z',
  lastAt: '2026-11-29T21:45:00.000Z',
};
const alone: Alert = { kind: 'detections', topics: [TOPIC], others: { topics: 0, detections: 0 } };
const together: Alert = {
  kind: 'detections',
  topics: [
    { ...TOPIC, level: 'critical' },
    { ...TOPIC, title: 'Another', count: 1 },
  ],
  others: { topics: 2, detections: 30 },
};

describe('a message', () => {
  it('says level, title, why, store, time on the channel’s wall, count and where to read on', () => {
    const view = viewOf(alone, READER);
    assert.equal(view.heading, 'High: Somebody read a <whole> table & more');
    assert.deepEqual(
      view.topics[0]?.facts.map(({ value }) => value.replace(/\s/g, ' ')),
      ['clickhouse 10.0.0.5:8123', '29 Nov 2026, 22:15 CET – 29 Nov 2026, 22:45 CET', '12 times'],
    );
    assert.equal(view.open.url, `https://vigie.example.org/detections/${TOPIC.detection}`);
  });

  it('tells of several with their sum, and counts what it has no room for', () => {
    const view = viewOf(together, { ...READER, language: 'fr' });
    assert.equal(view.heading, '43 détections, la plus grave : Critique');
    assert.match(view.after[0] ?? '', /30 autres détections de 2 sortes/);
    assert.equal(view.open.url, 'https://vigie.example.org/detections');
  });

  it('has no line end, control character or change of direction of somebody else’s', () => {
    assert.equal(plain('a\r\nBcc: x\u202Ey\u0000\u2028z', 100), 'a Bcc: x y z');
    assert.equal(plain('a'.repeat(10), 5), 'aaaa…');
  });

  it('escapes for Slack within a length, never cutting an entity', () => {
    assert.equal(escapedWithin('<!channel> & you', 100), '&lt;!channel&gt; &amp; you');
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 60 }), (text, longest) => {
        const escaped = escapedWithin(text, longest);
        assert.ok(escaped.length <= longest);
        assert.doesNotMatch(escaped, /[<>]|&(?!(?:amp|lt|gt);)/);
      }),
    );
  });
});

/** What Slack takes: https://docs.slack.dev/reference/block-kit/blocks */
function checkSlack(message: object): void {
  const { text, blocks } = message as { text: string; blocks: Record<string, unknown>[] };
  assert.ok(text.length > 0 && blocks.length <= 50);
  const limits = { header: 150, section: 3000 } as const;
  for (const block of blocks) {
    const type = String(block.type);
    assert.match(type, /^(?:header|section|divider|actions|context)$/);
    const own = block.text as { type: string; text: string; verbatim?: boolean } | undefined;
    if (own !== undefined) {
      assert.ok(own.text.length > 0 && own.text.length <= limits[type as keyof typeof limits]);
      assert.ok(own.type === 'plain_text' || own.verbatim === true);
    }
    const fields = (block.fields ?? []) as { text: string }[];
    assert.ok(fields.length <= 10 && fields.every((field) => field.text.length <= 2000));
  }
}

const hostile = fc.string({ unit: 'binary', maxLength: 4000 });
const anyAlert: fc.Arbitrary<Alert> = fc.record({
  kind: fc.constant('detections' as const),
  topics: fc.array(
    fc.record({
      rule: fc.constant('r'),
      title: hostile,
      level: fc.constantFrom('critical' as const, 'low' as const),
      why: hostile,
      store: hostile,
      detection: fc.uuid(),
      count: fc.nat(),
      firstAt: fc.constant(TOPIC.firstAt),
      lastAt: fc.constant(TOPIC.lastAt),
    }),
    { minLength: 1, maxLength: 10 },
  ),
  others: fc.record({ topics: fc.nat(), detections: fc.nat() }),
});

describe('for Slack', () => {
  it('has blocks of text that link and mention nothing of their own', () => {
    const message = slackMessage(viewOf(alone, READER));
    checkSlack(message);
    const text = JSON.stringify(message);
    assert.match(text, /Somebody read a &lt;whole&gt; table &amp; more/);
    assert.match(text, /"url":"https:\/\/vigie\.example\.org\/detections\/0199ac00/);
    checkSlack(slackMessage(viewOf(together, READER)));
    checkSlack(slackMessage(viewOf({ kind: 'test' }, READER)));
  });

  it('keeps to its limits whatever titles say', () => {
    fc.assert(
      fc.property(anyAlert, (alert) => checkSlack(slackMessage(viewOf(alert, READER)))),
      { numRuns: 40 },
    );
  });
});

describe('for Teams', () => {
  it('is a message with an Adaptive Card whose words are not Markdown', () => {
    const message = teamsMessage(
      viewOf({ ...alone, topics: [{ ...TOPIC, title: '[x](https://evil.example)' }] }, READER),
    );
    const { type, attachments } = message as { type: string; attachments: { contentType: string; content: object }[] };
    assert.equal(type, 'message');
    assert.equal(attachments[0]?.contentType, 'application/vnd.microsoft.card.adaptive');
    const card = attachments[0]?.content as {
      type: string;
      version: string;
      body: { type: string; inlines: { type: string }[] }[];
      actions: { type: string; url: string }[];
    };
    assert.deepEqual([card.type, card.version], ['AdaptiveCard', '1.4']);
    for (const { type: element, inlines } of card.body) {
      assert.equal(element, 'RichTextBlock');
      assert.ok(inlines.every((inline) => inline.type === 'TextRun'));
    }
    assert.deepEqual(
      card.actions.map(({ url }) => url),
      [`https://vigie.example.org/detections/${TOPIC.detection}`],
    );
  });

  it('stays under 28 KB', () => {
    const long = { ...TOPIC, title: '漢'.repeat(500), why: '漢'.repeat(5000), store: '漢'.repeat(500) };
    const alert: Alert = { ...together, topics: Array.from({ length: 10 }, () => long) };
    assert.ok(Buffer.byteLength(JSON.stringify(teamsMessage(viewOf(alert, READER)))) < 28 * 1024);
  });
});

describe('as mail', () => {
  it('has a subject, a text, and the same as HTML in which nothing is markup', () => {
    const { subject, text, html } = alertMail(viewOf(together, READER));
    assert.equal(subject, 'Vigie: 43 detections, the worst: Critical');
    assert.match(text, /Critical: Somebody read a <whole> table & more/);
    assert.match(html, /Somebody read a &lt;whole&gt; table &amp; more/);
    assert.doesNotMatch(html, /<whole>/);
    assert.equal(alertMail(viewOf({ kind: 'test' }, { ...READER, language: 'fr' })).subject, 'Vigie: message d’essai');
  });
});

describe('for programs', () => {
  it('is signed after Standard Webhooks', () => {
    const secret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
    const { headers, body } = webhookMessage(alone, 'message-1', secret, new Date(), READER.origin);
    const verified = new Webhook(secret).verify(body, { ...headers }) as { type: string; data: { topics: object[] } };
    assert.equal(verified.type, 'alert.detections');
    assert.deepEqual(verified.data.topics, [{ ...TOPIC, link: `${READER.origin}/detections/${TOPIC.detection}` }]);
  });
});

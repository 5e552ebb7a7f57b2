import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { openMailSink, type SinkManner, type SinkOptions } from '../../../testing/mail-sink.ts';
import { startCourierProcess } from './courier-process.ts';
import { outcomesIn } from './journal.ts';
import { createMessages } from './message.ts';
import type { Frame, Relay, Told } from './orders.ts';

const FRAME: Frame = {
  from: { name: 'Exämple SAS', address: 'privacy@example.org' },
  replyTo: 'dpo@example.org',
  subject: 'What happened to your data – déjà',
  text: 'Good day.\n\n.A line that begins with a dot.\nBye.\n',
  html: '<p>Good day.</p>',
  language: 'en',
  listId: 'letters.example.org',
};
const folder = mkdtempSync(join(tmpdir(), 'vigie-courier-'));
after(() => rmSync(folder, { recursive: true }));
let journals = 0;

const relayTo = (port: number, more: Partial<Relay> = {}): Relay => ({
  address: '127.0.0.1',
  port,
  serverName: 'localhost',
  security: 'none',
  helloName: 'vigie.example.org',
  connections: 2,
  ...more,
});

const addressOf = (number: number) => `person${number}@example.org`;

function begin(relay: Relay) {
  journals += 1;
  const journal = join(folder, `${journals}.journal`);
  writeFileSync(journal, '');
  const told: Told[] = [];
  let wake = () => {};
  const courier = startCourierProcess({ journal, relay, frame: FRAME }, (one) => {
    told.push(one);
    wake();
  });
  const give = (number: number, to = addressOf(number)) =>
    courier.give({
      number,
      to,
      messageId: `letter-${number}@example.org`,
      returnPath: `bounces+${number}@example.org`,
    });
  const until = async (isThere: () => boolean) => {
    while (!isThere()) await new Promise<void>((resolve) => (wake = resolve));
  };
  return { courier, journal, told, give, until };
}

/** Sends letters 1 to `count` to a sink and waits for the courier's end. */
async function send(count: number, options: SinkOptions = {}, more: Partial<Relay> = {}) {
  const sink = await openMailSink(options);
  const { courier, told, give, until, journal } = begin(relayTo(sink.port, more));
  for (let number = 1; number <= count; number += 1) await give(number);
  await until(() => told.length >= count || told.some(({ kind }) => kind === 'away'));
  courier.dismiss();
  await courier.gone;
  await sink.close();
  return { sink, told, journal };
}

const kindsOf = (told: readonly Told[]) => told.map((one) => (one.kind === 'away' ? one.reason : one.kind));

describe('the courier', () => {
  it('sends each letter once, with headers of its own and a text that all share', async () => {
    const { sink, told } = await send(20);
    assert.deepEqual([...sink.countsByRecipient().values()], Array(20).fill(1));
    assert.ok(told.every((one) => one.kind === 'sent' && one.code === 250));
    const mail = sink.mails.find(({ to }) => to === addressOf(7));
    assert.ok(mail);
    assert.equal(mail.from, 'bounces+7@example.org');
    for (const line of [
      'To: <person7@example.org>',
      'Message-ID: <letter-7@example.org>',
      'Auto-Submitted: auto-generated',
      'Reply-To: dpo@example.org',
      'List-ID: <letters.example.org>',
      'Content-Language: en',
      'MIME-Version: 1.0',
    ]) {
      assert.ok(mail.raw.includes(`${line}\r\n`), line);
    }
    assert.equal(mail.raw.match(/^Message-ID:/gim)?.length, 1);
    assert.match(mail.raw, /^From: =\?UTF-8\?/m);
    assert.match(mail.raw, /^\.A line that begins with a dot\./m);
  });

  it('keeps of a refusal its codes, never the words that quote the address', async () => {
    const manner = (to: string): SinkManner =>
      to === addressOf(2) ? { refuseRecipient: 550 } : to === addressOf(3) ? { refuseMessage: 451 } : 'take';
    const { told, journal } = await send(4, { manner });
    const of = (number: number) => told.find((one) => one.kind !== 'away' && one.number === number);
    assert.deepEqual([of(1)?.kind, of(2)?.kind, of(3)?.kind, of(4)?.kind], ['sent', 'refused', 'deferred', 'sent']);
    const refused = of(2);
    assert.ok(refused?.kind === 'refused' && refused.code === 550 && refused.enhanced === '5.1.1');
    assert.doesNotMatch(readFileSync(journal, 'utf8'), /@|somebody/);
  });

  it('says «doubt» where the server vanishes between the dot and its answer, and sends no second letter', async () => {
    const { sink, told } = await send(3, { manner: (to) => (to === addressOf(2) ? 'take-and-vanish' : 'take') });
    assert.deepEqual(kindsOf(told).sort(), ['doubt', 'sent', 'sent']);
    assert.equal(sink.countsByRecipient().get(addressOf(2)), 1);
  });

  it('says why nothing goes out', async () => {
    const closed = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => closed.once('listening', resolve));
    const { port } = closed.address() as { port: number };
    await new Promise((resolve) => closed.close(resolve));
    const { courier, told, give } = begin(relayTo(port, { connections: 1 }));
    await give(1);
    await courier.gone;
    assert.deepEqual(kindsOf(told), ['connection-refused']);
    assert.deepEqual(kindsOf((await send(2, { refuseSender: 550 }, { connections: 1 })).told), [
      'deferred',
      'sender-refused',
    ]);
    const wrong = await send(
      1,
      { user: 'vigie', password: 'right' },
      { connections: 1, user: 'vigie', password: 'wrong' },
    );
    assert.deepEqual(kindsOf(wrong.told), ['login-refused']);
    assert.deepEqual(kindsOf((await send(1, {}, { connections: 1, security: 'starttls' })).told), ['tls-failed']);
  });

  it('sends to an internationalised address over a server that offers it, and says of others that it cannot', async () => {
    const international = 'jürgen.дом@xn--mnchen-3ya.example';
    const kinds = async (offersUtf8: boolean) => {
      const sink = await openMailSink({ offersUtf8 });
      const { courier, told, give, until } = begin(relayTo(sink.port, { connections: 1 }));
      // More than a server may refuse in a row before the run is stopped: it is not the server that refuses here.
      for (let number = 1; number <= 30; number += 1) await give(number, international);
      await give(31);
      await until(() => told.length >= 31);
      courier.dismiss();
      await courier.gone;
      await sink.close();
      return { sink, told };
    };
    const over = await kinds(true);
    assert.ok(over.told.every(({ kind }) => kind === 'sent'));
    assert.match(over.sink.mails[0]?.to ?? '', /^jürgen\.дом@/);
    assert.match(over.sink.mails[0]?.raw ?? '', new RegExp(`^To: <${international}>\r\n`));
    const without = await kinds(false);
    const [refused] = without.told;
    assert.ok(refused?.kind === 'refused' && refused.code === 553 && refused.enhanced === '5.6.7');
    assert.deepEqual(
      [kindsOf(without.told).filter((kind) => kind === 'sent').length, without.sink.mails.length],
      [1, 1],
    );
  });

  it('stops where everybody is refused, so that a mistake of the sender does not use up the run', async () => {
    const { told } = await send(100, { manner: () => ({ refuseRecipient: 554 }) }, { connections: 1 });
    assert.equal(kindsOf(told).filter((kind) => kind === 'refused').length, 25);
    assert.equal(kindsOf(told).at(-1), 'everything-refused');
  });

  it('sends its password and its letters over TLS only, to whom the certificate names', async () => {
    const [key, cert] = ['key', 'cert'].map((name) => join(folder, `${name}.pem`));
    assert.ok(key && cert);
    const words = `req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=localhost -addext subjectAltName=DNS:localhost -keyout ${key} -out ${cert}`;
    execFileSync('openssl', words.split(' '), { stdio: 'ignore' });
    const tls = { key: readFileSync(key, 'utf8'), cert: readFileSync(cert, 'utf8') };
    const server = { tls, hasTls: true, user: 'vigie', password: 'Sesame-1234' };
    const login = { security: 'starttls', user: 'vigie', password: 'Sesame-1234', connections: 1 } as const;
    const kinds = async (more: Partial<Relay>) => kindsOf((await send(1, server, { ...login, ...more })).told);
    assert.deepEqual(await kinds({ certificate: tls.cert }), ['sent']);
    assert.deepEqual(await kinds({}), ['tls-failed'], 'nobody vouches for it');
    assert.deepEqual(await kinds({ certificate: tls.cert, serverName: 'mail.example' }), ['tls-failed']);
  });

  it('lets no line end into a header, whatever the text says', async () => {
    const line = 'x\r\nBcc: eve@example.org\r\n\r\nbody';
    const from = { name: line, address: 'privacy@example.org' };
    const messageOf = await createMessages({
      ...FRAME,
      from,
      subject: line,
      replyTo: `a@b.org${line}`,
      listHelp: line,
      language: line,
      listId: line,
    });
    const letter = { number: 1, to: 'a@b.org', messageId: 'c@d.org', returnPath: 'e@f.org' };
    const [head = ''] = messageOf(letter, new Date()).toString().split('\r\n\r\n');
    assert.doesNotMatch(head, /^Bcc:/im);
    const bad = 'a@b.org\r\nBcc: x@y.z';
    assert.throws(() => messageOf({ ...letter, to: bad }, new Date()));
    assert.throws(() => messageOf({ ...letter, messageId: bad }, new Date()));
  });

  it('leaves a journal from which a killed courier is told apart: sent, in doubt, not begun', async () => {
    const sink = await openMailSink({ answerAfterMs: 20 });
    const { courier, told, give, until, journal } = begin(relayTo(sink.port));
    const numbers = new Set(Array.from({ length: 60 }, (_, at) => at + 1));
    for (const number of numbers) await give(number);
    await until(() => told.length >= 11);
    process.kill(courier.pid, 'SIGKILL');
    await courier.gone;
    // What was on the way arrives.
    await new Promise((resolve) => setTimeout(resolve, 100));
    const outcomes = await outcomesIn(journal, numbers);
    const counts = sink.countsByRecipient();
    await sink.close();
    const doubts = [...outcomes.values()].filter(({ kind }) => kind === 'doubt');
    assert.ok(doubts.length <= 2, `${doubts.length} in doubt with two connections`);
    for (const number of numbers) {
      const kind = outcomes.get(number)?.kind;
      const count = counts.get(addressOf(number)) ?? 0;
      assert.ok(
        kind === 'sent' ? count === 1 : kind === 'doubt' ? count <= 1 : count === 0,
        `${number} ${kind} ${count}`,
      );
    }
  });

  it('does not begin where its journal is gone: its attempt was settled', async () => {
    const sink = await openMailSink();
    const journal = join(folder, 'gone.journal');
    const told: Told[] = [];
    const courier = startCourierProcess({ journal, relay: relayTo(sink.port), frame: FRAME }, (one) => told.push(one));
    await courier.give({ number: 1, to: addressOf(1), messageId: 'a@b', returnPath: 'c@d' });
    await courier.gone;
    assert.deepEqual([told, sink.mails], [[], []]);
    await sink.close();
  });
});

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { type MailSink, openMailSink } from '../../testing/mail-sink.ts';
import { openTestRoom, type Person, type TestRoom } from '../../testing/room.ts';
import { createAllowedAddresses } from '../outgoing/allowed-address.ts';
import { openColleagueMail } from './colleague-mail.ts';
import { writeMailSettings } from './mail-settings.ts';

describe('mail to colleagues', () => {
  let test: TestRoom;
  let sink: MailSink;
  let officer: Person;
  before(async () => {
    test = await openTestRoom({ settings: { outgoingNetworks: ['127.0.0.0/8'] } });
    sink = await openMailSink();
    officer = await test.person('data-protection-officer');
    await writeMailSettings(
      test.room,
      {
        host: '127.0.0.1',
        port: sink.port,
        security: 'none',
        from: { name: 'Vigie', address: 'vigie@example.org' },
        connections: 1,
        bounceAddress: 'bounces@example.org',
      },
      0,
    );
  });
  after(async () => {
    await test.close();
    await sink.close();
  });

  it('is sent once its transaction commits, and waits sealed until then', async () => {
    const { room } = test;
    const mail = await openColleagueMail(room, createAllowedAddresses(room.settings.outgoingNetworks));
    const to = { accountId: officer.id, email: officer.email, language: 'en' as const };
    const send = (subject: string, fails: boolean) =>
      room.records.transaction().execute(async (trx) => {
        await mail.send({ to, subject, text: 'The clock of case Heron ends tomorrow.' }, trx);
        if (fails) throw new Error('rolled back');
      });
    await assert.rejects(send('Never', true), /rolled back/);
    await send('A clock\r\nBcc: somebody@example.org', false);
    for (let tries = 0; tries < 100 && sink.mails.length === 0; tries++) await sleep(100);
    assert.equal(sink.mails.length, 1, JSON.stringify(await room.jobs.list(5)));
    const [sent] = sink.mails;
    assert.equal(sent?.to, officer.email);
    assert.match(sent?.raw ?? '', /The clock of case Heron/);
    // A line break in a subject makes no header of its own.
    assert.doesNotMatch(sent?.raw ?? '', /^Bcc:/im);
    const rows = await room.records
      .selectFrom('queue.job' as never)
      .select('data' as never)
      .execute();
    assert.doesNotMatch(JSON.stringify(rows), /Heron|example\.org/);
  });
});

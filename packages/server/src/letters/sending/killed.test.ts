import assert from 'node:assert/strict';
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { type MailSink, openMailSink } from '../../../testing/mail-sink.ts';
import { DATABASES } from '../../../testing/records.ts';

const PLATFORM = fileURLToPath(new URL('../../../testing/letters-platform.ts', import.meta.url));
const LETTERS = 400;

// What holds of one database holds of the other here, since a kill is of the process; a server's starts faster.
const database = DATABASES.findLast(({ skip }) => skip === false) ?? DATABASES[0];

describe('a platform that is killed while it sends', { skip: database?.skip ?? 'there is no database' }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'vigie-killed-'));
  let sink: MailSink;
  let url: string | undefined;
  let stop = async () => {};
  before(async () => {
    sink = await openMailSink({ answerAfterMs: 20, keepsText: false });
    const started = await database?.start();
    stop = started?.stop ?? stop;
    url = started?.place.kind === 'server' ? started.place.url : undefined;
  });
  after(async () => {
    await stop();
    await sink.close();
    rmSync(folder, { recursive: true });
  });

  function start(...words: string[]): { child: ChildProcess; output: () => string } {
    const env = { ...process.env, ...(url === undefined ? {} : { VIGIE_TEST_DATABASE_URL: url }) };
    const child = spawn(process.execPath, [PLATFORM, folder, ...words], { env, stdio: ['ignore', 'pipe', 'inherit'] });
    let text = '';
    child.stdout?.on('data', (data) => {
      text += String(data);
    });
    return { child, output: () => text };
  }
  const sunk = async (count: number) => {
    for (const end = Date.now() + 120_000; sink.countsByRecipient().size < count; ) {
      assert.ok(Date.now() < end, `${sink.countsByRecipient().size} letters of ${count}`);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  };
  const courierOf = ({ pid }: ChildProcess) =>
    Number(
      execFileSync('ps', ['-o', 'pid=', '--ppid', String(pid)], { encoding: 'utf8' })
        .trim()
        .split(/\s+/)[0],
    );

  it('sends each letter once, loses none, and knows of all but those that its courier took with it', async () => {
    await once(start('import', String(LETTERS), String(sink.port)).child, 'close');
    const first = start('send');
    await sunk(80);
    first.child.kill('SIGKILL');
    await once(first.child, 'close');
    const second = start('send');
    await sunk(220);
    process.kill(courierOf(second.child), 'SIGKILL');
    await once(second.child, 'close');
    const { state, total, sent, failed, uncertain } = JSON.parse(second.output().trim().split('\n').at(-1) ?? '{}');
    assert.deepEqual([state, total, failed, sent + uncertain], ['done', LETTERS, 0, LETTERS]);
    assert.ok(uncertain <= 10, `${uncertain} uncertain with ten connections`);
    assert.deepEqual(readdirSync(join(folder, 'data', 'letters')), ['sender']);
    const counts = [...sink.countsByRecipient().values()];
    assert.ok(counts.every((count) => count === 1));
    assert.ok(counts.length >= sent && counts.length <= LETTERS, `${counts.length} at the sink, ${sent} sent`);
  });
});

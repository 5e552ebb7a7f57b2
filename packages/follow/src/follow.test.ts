// Following a log that is written while it is read, rotated, cut short and read by a process that is killed.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { gunzipSync, gzipSync } from 'node:zlib';
import { createWatch, type Detection, loadRules } from '@vigie/detect';
import { FollowFault, type Following, follow, placeOfRef, type SetAside } from './follow.ts';
import type { Input } from './inputs/input.ts';
import { tailInput } from './inputs/tail.ts';
import { createSeal } from './keep/seal.ts';

const folders: string[] = [];
function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'vigie-follow-'));
  folders.push(made);
  return made;
}
after(() => {
  for (const one of folders) rmSync(one, { recursive: true, force: true });
});

const KEY = randomBytes(32);
const seal = createSeal(KEY, (count) => randomBytes(count));
const RULES = loadRules([
  {
    text: 'title: Odd\nname: odd\nlogsource:\n  category: test\ndetection:\n  sel:\n    n|endswith: "7"\n  condition: sel\nlevel: high\n---\ntitle: Ten odd\nname: ten_odd\ncorrelation:\n  type: event_count\n  rules: odd\n  group-by: who\n  timespan: 1h\n  generate: true\n  condition:\n    gte: 10\nlevel: critical\n',
    origin: { path: 'odd.yml' },
  },
]);
const line = (n: number, who = 'ada') => `${JSON.stringify({ n: String(n), who, time: 1_790_000_000_000 + n })}\n`;

interface Run {
  readonly following: Following;
  readonly detections: Detection[];
  readonly refs: string[];
  readonly notes: string[];
  readonly stop: () => Promise<void>;
}

async function run(inputs: readonly Input[], stateFolder: string, setAside?: (aside: SetAside) => void): Promise<Run> {
  const stop = new AbortController();
  const detections: Detection[] = [];
  const refs: string[] = [];
  const notes: string[] = [];
  const following = await follow(
    {
      inputs,
      watch: createWatch(RULES, { now: Date.now, pseudonym: seal.pseudonym }),
      folder: stateFolder,
      seal,
      now: Date.now,
      saveEveryMs: 50,
      note: (text) => notes.push(text),
      ...(setAside && { setAside }),
      deliver: async (told) => {
        detections.push(...told.detections);
        refs.push(...told.events.map(({ ref }) => ref));
      },
    },
    stop.signal,
  );
  return {
    following,
    detections,
    refs,
    notes,
    stop: async () => {
      stop.abort();
      await following.done;
    },
  };
}

async function until(is: () => boolean, what: string): Promise<void> {
  const end = Date.now() + 60_000;
  while (!is()) {
    if (Date.now() > end) assert.fail(`not within a minute: ${what}`);
    await pause(10);
  }
}

const tail = (path: string) => tailInput({ path, from: 'start', everyMs: 10 });

describe('a log that is followed', () => {
  it('is read as it grows, through rotation, and once', async () => {
    const [logs, state] = [folder(), folder()];
    const path = join(logs, 'app.log');
    const one = await run([tail(path)], state);
    await until(() => one.notes.length > 0, 'a note that it is not there');
    assert.match(one.notes[0] ?? '', /app\.log: it is not there; it is looked for again/);
    writeFileSync(path, line(1) + line(2));
    await until(() => one.refs.length === 2, 'two events');
    appendFileSync(path, line(3).slice(0, 10));
    await pause(100);
    appendFileSync(path, line(3).slice(10));
    await until(() => one.refs.length === 3, 'a line that was written in two parts');
    renameSync(path, `${path}.1`);
    writeFileSync(path, line(4) + line(5));
    await until(() => one.refs.length === 5, 'the new file');
    await one.stop();
    assert.equal(new Set(one.refs).size, 5);
    assert.equal(one.following.counts().broken, 0);
  });

  it('is read from its beginning when it was cut short', async () => {
    const path = join(folder(), 'app.log');
    writeFileSync(path, line(1) + line(2) + line(3));
    const one = await run([tail(path)], folder());
    await until(() => one.refs.length === 3, 'three events');
    truncateSync(path, 0);
    await pause(50);
    appendFileSync(path, line(4));
    await until(() => one.refs.length === 4, 'the event behind the cut');
    await one.stop();
    assert.ok(one.notes.some((note) => /cut short|shorter/.test(note)));
  });

  it('tells what stands at the same bytes of the next file, also behind a restart', async () => {
    const [path, state] = [join(folder(), 'app.log'), folder()];
    writeFileSync(path, line(7) + line(17));
    const before = await run([tail(path)], state);
    await until(() => before.refs.length === 2, 'two events');
    renameSync(path, `${path}.1`);
    writeFileSync(path, line(7) + line(17));
    await until(() => before.refs.length === 4, 'the same bytes of the next file');
    await before.stop();
    truncateSync(path, 0);
    appendFileSync(path, line(27).repeat(3));
    const behind = await run([tail(path)], state);
    await until(() => behind.refs.length === 3, 'the file that was written anew while nobody looked');
    await behind.stop();
    const rules = [...before.detections, ...behind.detections].filter(({ kind }) => kind === 'rule');
    assert.equal(new Set(rules.map(({ id }) => id())).size, 7);
    assert.deepEqual(
      before.refs.map((ref) => placeOfRef(ref)),
      [0, line(7).length, 0, line(7).length].map((at) => ({ input: `file:${path}`, at })),
    );
  });

  it('is read whole where it was written anew and is longer than before by now', async () => {
    const path = join(folder(), 'app.log');
    writeFileSync(path, line(1) + line(2));
    const one = await run([tail(path)], folder());
    await until(() => one.refs.length === 2, 'two events');
    await pause(100);
    writeFileSync(path, Array.from({ length: 30 }, (_, n) => line(100 + n)).join(''));
    await until(() => one.refs.length === 32, 'all thirty');
    await one.stop();
    assert.ok(one.notes.some((note) => /written anew|cut short|shorter|another file/.test(note)));
  });

  it('is read in UTF-16, as Windows writes it, however its bytes come', async () => {
    for (const isBig of [false, true]) {
      const path = join(folder(), 'app.log');
      const text = Buffer.from(`\ufeff${line(1, 'Ċda')}${line(2)}${line(3, '文字')}`, 'utf16le');
      const bytes = isBig ? text.swap16() : text;
      writeFileSync(path, '');
      const one = await run([tail(path)], folder());
      for (let at = 0; at < bytes.length; at += 37) {
        appendFileSync(path, bytes.subarray(at, at + 37));
        await pause(12);
      }
      await until(() => one.refs.length === 3, 'three events');
      await one.stop();
      assert.equal(one.following.counts().broken, 0);
    }
  });

  it('goes on where it was, with what it knew, and leaves no value in its state', async () => {
    const [path, state] = [join(folder(), 'app.log'), folder()];
    writeFileSync(path, Array.from({ length: 60 }, (_, n) => line(n, 'canary-of-somebody')).join(''));
    const before = await run([tail(path)], state);
    await until(() => before.refs.length === 60, 'sixty events');
    await before.stop();
    assert.equal(before.detections.filter(({ kind }) => kind === 'rule').length, 6);
    appendFileSync(path, Array.from({ length: 40 }, (_, n) => line(60 + n, 'canary-of-somebody')).join(''));
    const behind = await run([tail(path)], state);
    await until(() => behind.refs.length === 40, 'forty more');
    await behind.stop();
    assert.equal(behind.detections.filter(({ kind }) => kind === 'correlation').length, 1);
    const kept = readFileSync(join(state, 'state.sealed'));
    assert.ok(!kept.includes('canary-of-somebody'));
  });

  it('reads on while what it told is being kept, and writes no state that tells of more than that', async () => {
    const [logs, state] = [folder(), folder()];
    const path = join(logs, 'app.log');
    writeFileSync(path, line(1));
    const told: string[] = [];
    let keep: () => void = () => {};
    const isKept = new Promise<void>((resolve) => {
      keep = resolve;
    });
    const stop = new AbortController();
    const following = await follow(
      {
        inputs: [tail(path)],
        watch: createWatch(RULES, { now: Date.now, pseudonym: seal.pseudonym }),
        folder: state,
        seal,
        now: Date.now,
        saveEveryMs: 20,
        note: () => {},
        deliver: async ({ events }) => void told.push(...events.map(({ ref }) => ref)),
        settled: () => isKept,
      },
      stop.signal,
    );
    for (let n = 2; n <= 4; n += 1) {
      await until(() => told.length === n - 1, `event ${n - 1}`);
      await pause(60);
      appendFileSync(path, line(n));
    }
    await until(() => told.length === 4, 'the last event');
    assert.ok(!existsSync(join(state, 'state.sealed')));
    keep();
    await until(() => existsSync(join(state, 'state.sealed')), 'a state');
    stop.abort();
    await following.done;
    const again = await run([tail(path)], state);
    await again.stop();
    assert.deepEqual(again.refs, []);
  });

  it('says what to do where the state is of another key', async () => {
    const [path, state] = [join(folder(), 'app.log'), folder()];
    writeFileSync(path, line(1));
    const one = await run([tail(path)], state);
    await until(() => one.refs.length === 1, 'an event');
    await one.stop();
    const other = createSeal(randomBytes(32), (count) => randomBytes(count));
    await assert.rejects(
      follow(
        {
          inputs: [],
          watch: createWatch(RULES, { now: Date.now, pseudonym: other.pseudonym }),
          folder: state,
          seal: other,
          now: Date.now,
          note: () => {},
          deliver: async () => {},
        },
        new AbortController().signal,
      ),
      (error) => error instanceof FollowFault && /sealed with another key/.test(error.message),
    );
  });

  it('sets aside a state that it cannot use, where it is to, and reads on from where the inputs were', async () => {
    const [logs, state] = [folder(), folder()];
    const path = join(logs, 'app.log');
    writeFileSync(path, line(1) + line(2));
    const one = await run([tail(path)], state);
    await until(() => one.refs.length === 2, 'two events');
    await one.stop();
    appendFileSync(path, line(3));
    const stored = join(state, 'state.sealed');
    const whole = () => JSON.parse(gunzipSync(seal.open(readFileSync(stored)) ?? '').toString());
    const sealed = (value: unknown) => seal.seal(gzipSync(JSON.stringify(value)));
    const older = ({ habits: _, ...watch }: Record<string, unknown>) => watch;
    let events = 3;
    for (const [spoil, why] of [
      [() => sealed({ ...whole(), watch: older(whole().watch) }), /another form than this version reads \(habits\)/],
      [() => sealed({ ...whole(), watch: { ...whole().watch, behaviour: 1 } }), /another form .* \(behaviour\)/],
      [() => sealed({ ...whole(), schema: 'vigie.follow/0' }), /it is of another form/],
      [() => sealed([]), /it is of another form/],
      [() => seal.seal(Buffer.from('no gzip')), /it is of another form/],
      [() => Buffer.from('damaged'), /another key, or is damaged/],
    ] as const) {
      const bytes = spoil();
      writeFileSync(stored, bytes);
      await assert.rejects(
        run([tail(path)], state),
        (error) =>
          error instanceof FollowFault &&
          why.test(error.message) &&
          error.message.includes(`mv ${stored} ${stored}.unread`),
      );
      const asides: SetAside[] = [];
      const again = await run([tail(path)], state, (aside) => asides.push(aside));
      await until(() => again.refs.length === 1, `only event ${events}`);
      await again.stop();
      const [aside] = asides;
      assert.match(aside?.why ?? '', why);
      assert.deepEqual(readFileSync(aside?.path ?? ''), bytes);
      rmSync(aside?.path ?? '');
      assert.match(again.refs[0] ?? '', new RegExp(`#${line(1).length * (events - 1)}$`));
      events += 1;
      appendFileSync(path, line(events));
    }
  });

  it('reads on from where it was also when it was killed right after it set its state aside, or the file was moved away', async () => {
    const [logs, state] = [folder(), folder()];
    const path = join(logs, 'app.log');
    writeFileSync(path, line(1) + line(2));
    const one = await run([tail(path)], state);
    await until(() => one.refs.length === 2, 'two events');
    await one.stop();
    renameSync(join(state, 'state.sealed'), join(state, 'state.sealed.unread'));
    appendFileSync(path, line(3));
    const again = await run([tail(path)], state);
    await until(() => again.refs.length === 1, 'the third event');
    await again.stop();
  });

  it('reads nothing more while its state cannot be written, and goes on once it can', async () => {
    const [logs, state] = [folder(), folder()];
    const path = join(logs, 'app.log');
    const inTheWay = join(state, 'state.sealed.part');
    mkdirSync(inTheWay);
    writeFileSync(path, line(1));
    const one = await run([tail(path)], state);
    await until(() => one.notes.length > 0, 'a note that the state cannot be written');
    assert.match(one.notes[0] ?? '', /the state cannot be written \(EISDIR\); nothing more is read until it can/);
    appendFileSync(path, line(2));
    await pause(200);
    assert.equal(one.refs.length, 1);
    rmSync(inTheWay, { recursive: true });
    await until(() => one.refs.length === 2, 'the second event');
    assert.equal(one.notes[1], 'the state is written again');
    await until(() => one.following.counts().saved > 1, 'a state that tells of it');
    mkdirSync(inTheWay);
    appendFileSync(path, line(3));
    await until(() => one.notes.length === 3, 'another note');
    await assert.rejects(one.stop(), /cannot be written \(EISDIR\); make room there and start again/);
    rmSync(inTheWay, { recursive: true });
    const again = await run([tail(path)], state);
    await until(() => again.refs.length > 0, 'the third event again');
    assert.equal(again.refs.length, 1);
    await again.stop();
  });

  it('gives each event and each detection once to those who know ids, however often it is killed', async () => {
    const [path, state, out] = [join(folder(), 'app.log'), folder(), join(folder(), 'out')];
    writeFileSync(path, '');
    const program = new URL('../testing/killed.ts', import.meta.url).pathname;
    const begin = () => spawn(process.execPath, [program, path, state, out, KEY.toString('hex')], { stdio: 'ignore' });
    let child = begin();
    const total = 3_000;
    for (let n = 0; n < total; n += 1) {
      appendFileSync(path, line(n));
      if (n % 500 === 499) {
        await until(() => existsSync(out), 'the first detections');
        await pause(120);
        child.kill('SIGKILL');
        await new Promise((resolve) => child.once('exit', resolve));
        child = begin();
      }
    }
    const told = () =>
      existsSync(out)
        ? readFileSync(out, 'utf8')
            .split('\n')
            .filter((one) => one !== '')
        : [];
    await until(() => new Set(told()).size === 301, 'all detections').finally(() => child.kill('SIGKILL'));
    assert.equal(new Set(told()).size, 301);
  });
});

import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chmod, copyFile, mkdir, mkdtemp, readFile, rename, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, beforeEach, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { type DataDir, type DataDirOptions, isFree, openDataDir } from './data-dir.ts';
import { FORMAT_FILE } from './format-file.ts';

const base = await mkdtemp(join(tmpdir(), 'vigie-data-dir-'));
let count = 0;
let path: string;
let configFolder: string;

beforeEach(() => {
  count += 1;
  path = join(base, `data-${count}`);
  configFolder = join(base, `config-${count}`);
});

const holders: ChildProcess[] = [];

after(async () => {
  for (const holder of holders) holder.kill('SIGKILL');
  await rm(base, { recursive: true });
});

function open(changes: Partial<DataDirOptions> = {}) {
  return openDataDir({
    path,
    configFolder,
    keyFile: undefined,
    holder: { pid: process.pid, startedAt: new Date('2026-11-29T10:00:00Z') },
    now: () => new Date('2026-11-29T10:00:01Z'),
    newId: randomUUID,
    random: randomBytes,
    ...changes,
  });
}

async function opened(changes: Partial<DataDirOptions> = {}): Promise<DataDir> {
  const dir = await open(changes);
  assert.ok(!('code' in dir), 'code' in dir ? dir.message : '');
  return dir;
}

async function refused(code: string, changes: Partial<DataDirOptions> = {}) {
  const dir = await open(changes);
  if (!('code' in dir)) dir.close();
  assert.ok('code' in dir, 'it was opened');
  assert.equal(dir.code, code);
  assert.ok(dir.remedy.length > 0);
  return dir;
}

const modeOf = async (file: string) => (await stat(file)).mode & 0o777;

describe('a data directory', () => {
  it('is made at the first start, for its owner alone, with its keys elsewhere', async () => {
    const dir = await opened();
    assert.equal(dir.keyRing.path, join(configFolder, 'vigie', 'keys', `${dir.id}.json`));
    assert.equal(dir.keyRing.isNew, true);
    for (const folder of [path, dir.paths.records, dir.paths.events, join(path, 'evidence')])
      assert.equal(await modeOf(folder), 0o700, folder);
    assert.equal(await modeOf(join(configFolder, 'vigie', 'keys')), 0o700);
    for (const file of [dir.keyRing.path, join(path, FORMAT_FILE), join(path, 'lock')])
      assert.equal(await modeOf(file), 0o600, file);
    dir.close();
  });

  it('is the same when it is opened again, and keeps its ring', async () => {
    const first = await opened();
    first.close();
    const again = await opened();
    again.close();
    assert.equal(again.id, first.id);
    assert.deepEqual(again.keyRing.ring, first.keyRing.ring);
    assert.equal(again.keyRing.isNew, false);
  });

  it('is refused when a newer Vigie wrote it, and is not touched', async () => {
    const { close } = await opened();
    close();
    const text = JSON.stringify({ schema: 'vigie.data-dir/2', something: 'else' });
    await writeFile(join(path, FORMAT_FILE), text);
    const fault = await refused('newer-than-program');
    assert.match(fault.message, /form 2/);
    assert.equal(await readFile(join(path, FORMAT_FILE), 'utf8'), text);
  });

  it('is refused when its own file says nothing', async () => {
    await mkdir(path);
    for (const text of ['', '{}', 'null', '{"schema":"vigie.data-dir/1"}', '{"schema":"vigie.data-dir/00009"}']) {
      await writeFile(join(path, FORMAT_FILE), text);
      await refused('damaged');
    }
  });

  it('is not begun among files of others', async () => {
    await mkdir(path);
    await writeFile(join(path, 'thesis.doc'), 'x');
    await refused('not-a-data-dir');
    assert.equal(existsSync(join(path, FORMAT_FILE)), false);
    assert.equal(await isFree(path), false);
  });

  it('is begun at the root of a file system, and after a crash that left no more than the lock', async () => {
    await mkdir(join(path, 'lost+found'), { recursive: true });
    await writeFile(join(path, 'lock'), '');
    await writeFile(join(path, `${FORMAT_FILE}.part`), '{"sch');
    assert.equal(await isFree(path), true);
    (await opened()).close();
    assert.equal(await isFree(path), false);
  });

  it('is not kept where others may write', async () => {
    await mkdir(path);
    await chmod(path, 0o777);
    await refused('open-to-others');
  });

  it('says what is wrong where no directory can be', async () => {
    await writeFile(path, 'a file');
    assert.match((await refused('unusable')).message, /EEXIST|ENOTDIR/);
  });
});

describe('the lock of a data directory', () => {
  it('keeps a second opening out, in this process too, and says who has it', async () => {
    const dir = await opened();
    const fault = await refused('locked');
    assert.match(fault.message, new RegExp(`process ${process.pid}, started 2026-11-29T10:00:00.000Z`));
    assert.equal(await inAnotherProcess(), 'locked', 'the refusal in this process must not let go of the lock');
    dir.close();
    (await opened()).close();
  });

  it('ends with the process that holds it, killed as it may be', async () => {
    const holder = spawnHolder();
    assert.equal(await firstLine(holder), 'open');
    const fault = await refused('locked');
    assert.match(fault.message, new RegExp(`process ${holder.pid}, started 20`));
    holder.kill('SIGKILL');
    await once(holder, 'exit');
    (await opened()).close();
  });
});

const HOLDER = fileURLToPath(new URL('../../testing/hold-data-dir.ts', import.meta.url));

function spawnHolder() {
  const holder = spawn(process.execPath, [HOLDER, path, configFolder], { stdio: ['ignore', 'pipe', 'inherit'] });
  holders.push(holder);
  return holder;
}

async function firstLine(child: ReturnType<typeof spawnHolder>): Promise<string> {
  const [chunk] = await once(child.stdout, 'data');
  return String(chunk).trim();
}

async function inAnotherProcess(): Promise<string> {
  const child = spawnHolder();
  const line = await firstLine(child);
  child.kill('SIGKILL');
  await once(child, 'exit');
  return line;
}

describe('the key ring of a data directory', () => {
  it('is made where --key-file says', async () => {
    const keyFile = join(configFolder, 'deep', 'ring.json');
    const dir = await opened({ keyFile });
    dir.close();
    assert.equal(dir.keyRing.path, keyFile);
    assert.equal(await modeOf(keyFile), 0o600);
    assert.equal(await modeOf(join(configFolder, 'deep')), 0o700);
    assert.equal(dir.evidenceKey, join(configFolder, 'deep', 'ring.evidence.pem'));
  });

  it('is refused inside of the directory, also by way of a link', async () => {
    await refused('key-inside', { keyFile: join(path, 'ring.json') });
    await mkdir(configFolder);
    await symlink(path, join(configFolder, 'elsewhere'));
    await refused('key-inside', { keyFile: join(configFolder, 'elsewhere', 'keys', 'ring.json') });
    (await opened({ keyFile: `${path}-ring.json` })).close();
  });

  it('is refused when others can read it', async () => {
    const dir = await opened();
    dir.close();
    for (const mode of [0o640, 0o604, 0o620]) {
      await chmod(dir.keyRing.path, mode);
      assert.match((await refused('open-to-others')).remedy, /chmod 600/);
    }
    await chmod(dir.keyRing.path, 0o400);
    (await opened()).close();
  });

  it('is not made anew when it is gone: that would leave what it sealed closed for ever', async () => {
    const dir = await opened();
    dir.close();
    await rename(dir.keyRing.path, `${dir.keyRing.path}.away`);
    assert.match((await refused('key-missing')).remedy, /--key-file/);
    assert.equal(existsSync(dir.keyRing.path), false);
    const again = await opened({ keyFile: `${dir.keyRing.path}.away` });
    again.close();
    assert.deepEqual(again.keyRing.ring, dir.keyRing.ring);
  });

  it('of another directory is refused, at the first start and later', async () => {
    const other = await opened();
    other.close();
    path = `${path}-second`;
    await refused('another-key', { keyFile: other.keyRing.path });
    const own = await opened();
    own.close();
    await copyFile(other.keyRing.path, own.keyRing.path);
    await refused('another-key');
  });

  it('that is damaged is refused, and its text is not repeated', async () => {
    const dir = await opened();
    dir.close();
    const text = await readFile(dir.keyRing.path, 'utf8');
    await writeFile(dir.keyRing.path, text.slice(0, -20));
    const fault = await refused('key-damaged');
    assert.ok(!fault.message.includes(dir.keyRing.ring.base));
  });

  it('is taken up where a crash came between ring and directory', async () => {
    const dir = await opened();
    dir.close();
    const format = JSON.parse(await readFile(join(path, FORMAT_FILE), 'utf8')) as Record<string, string>;
    const { keyRing: _, ...without } = format;
    await writeFile(join(path, FORMAT_FILE), JSON.stringify(without));
    const again = await opened();
    again.close();
    assert.deepEqual(again.keyRing.ring, dir.keyRing.ring);
    assert.deepEqual(JSON.parse(await readFile(join(path, FORMAT_FILE), 'utf8')), format);
  });

  it('gets new keys durably, and never loses one that somebody else added', async () => {
    const dir = await opened();
    const first = await dir.keyRing.addKey();
    const second = await dir.keyRing.addKey();
    dir.close();
    assert.ok(!('remedy' in first) && !('remedy' in second));
    const again = await opened();
    again.close();
    assert.deepEqual(again.keyRing.ring, second);
    assert.equal(second.keys.length, 3);
    assert.equal(second.current, second.keys.at(-1)?.id);
    assert.equal(await modeOf(dir.keyRing.path), 0o600);
  });
});

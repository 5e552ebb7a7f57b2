import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { vigieInProcess } from '../testing/in-process.ts';

const BIN = fileURLToPath(new URL('../bin/vigie.mjs', import.meta.url));
const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const ENV = { ...process.env, PATH: `${join(ROOT, 'node_modules/.bin')}:${process.env.PATH}`, NO_COLOR: '' };
const MAIL = 'ada@posteo.de';

let dir = '';

before(() => {
  dir = mkdtempSync(join(tmpdir(), 'vigie-redact-'));
  const files: Record<string, string | Uint8Array> = {
    key: 'a secret of the tests',
    'short-key': 'short',
    'policy.json': JSON.stringify({ kinds: { 'person/*': 'hash' }, keys: { 'user.password': 'drop' } }),
    'bad-policy.json': JSON.stringify({ kinds: { 'person/*': 'remove' } }),
    'bad-kind.json': JSON.stringify({ kinds: { 'person/emial': 'drop' } }),
    'no-json.json': `{"kinds": "${MAIL}"`,
    'one.log': `from ${MAIL}\n`,
    'two.log': 'inv_k3j5h7g9f1d2s4a6\n',
    'rules.toml':
      'title = "x"\n[[rules]]\nid = "invented"\nregex = \'\'\'inv_[a-z0-9]{16}\'\'\'\nkeywords = ["inv_"]\n',
    'bad-rules.toml': "[[rules]]\nid = \"broken\"\nregex = '''inv_['''\n",
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(dir, name), text);
  process.chdir(dir);
});

after(() => {
  process.chdir(ROOT);
  rmSync(dir, { recursive: true, force: true });
});

/** In the test's own process: each process of its own would load the tables of all kinds once more. */
const redact = (input: string, ...words: string[]) => vigieInProcess(['redact', ...words], input);

function redactAsUsersDo(input: string | Uint8Array, ...words: string[]) {
  const { status, stdout, stderr } = spawnSync(BIN, ['redact', ...words], {
    encoding: 'utf8',
    env: ENV,
    cwd: dir,
    input,
  });
  return { status, stdout, stderr };
}

describe('vigie redact', () => {
  it('masks by default, line by line, and says nothing else', () => {
    assert.deepEqual(redactAsUsersDo(`from ${MAIL} in 3 ms\r\nok\nno end ${MAIL}`), {
      status: 0,
      stdout: 'from [person/email] in 3 ms\r\nok\nno end [person/email]',
      stderr: '',
    });
  });

  it('passes an empty input, and bytes that are no text', async () => {
    assert.deepEqual(await redact(''), { status: 0, stdout: '', stderr: '' });
    const bytes = Buffer.from([0xff, 0xfe, 0x00, 0x0a, 0xc3]);
    const { stdout } = spawnSync(BIN, ['redact'], { env: ENV, input: bytes });
    assert.deepEqual(stdout, bytes);
  });

  it('does what the options say, the last that fits a kind first, and what the policy says before them', async () => {
    assert.equal((await redact(`a ${MAIL} b\n`, '--drop', 'person/*')).stdout, 'a  b\n');
    assert.equal((await redact(`a ${MAIL} b\n`, '--drop', '*', '--keep', 'person/email')).stdout, `a ${MAIL} b\n`);
    assert.equal(
      (await redact(`a ${MAIL} b\n`, '--keep', 'person/email', '--mask', '*')).stdout,
      'a [person/email] b\n',
    );
    const line = `${JSON.stringify({ user: { password: 'x', mail: MAIL }, n: 12345678901234567890n.toString() })}\n`;
    const { status, stdout } = await redact(line, '--json', '--policy', 'policy.json', '--key-file', 'key');
    assert.equal(status, 0);
    assert.match(stdout, /^\{"user":\{"mail":"\[person\/email:[0-9a-f]{16}\]"\},"n":"\d{20}"\}\n$/);
  });

  it('redacts a key that is a value, also where a secret is told that reaches over it', async () => {
    const line = JSON.stringify({ msg: ['enable secret', '5', '$1$mERr$hx5rVt7rPNoS4wqbXKX7m0'].join(' '), [MAIL]: 1 });
    const { stdout } = await redact(`${line}\n`, '--json');
    assert.ok(!stdout.includes(MAIL), stdout);
    assert.match(stdout, /"\[person\/email\]":/);
  });

  it('hashes and tokens join over runs with the same key file, and not without one', async () => {
    const line = `to ${MAIL}\n`;
    for (const action of ['--hash', '--token']) {
      const words = ['redact', action, 'person/email'];
      const [one, another] = [await vigieInProcess(words, line, 1), await vigieInProcess(words, line, 2)];
      assert.notEqual(one.stdout, another.stdout);
      assert.match(one.stderr, /will not join with those of other runs; name a secret with --key-file/);
      const [here, there] = [1, 2].map((seed) => vigieInProcess([...words, '--key-file', 'key'], line, seed));
      assert.equal((await here)?.stdout, (await there)?.stdout);
      assert.equal((await here)?.stderr, '');
    }
    const hash = ['--hash', 'person/email'];
    assert.notEqual(redactAsUsersDo(line, ...hash).stdout, redactAsUsersDo(line, ...hash).stdout);
    const joined = await redact(line, ...hash, '--key-file', 'key');
    assert.equal(joined.stdout, redactAsUsersDo(line, ...hash, '--key-file', 'key').stdout);
  });

  it('lets only allowed keys pass', async () => {
    const line = `${JSON.stringify({ msg: `to ${MAIL}`, http: { status: 200, ip: '192.0.2.77' }, other: 1 })}\n`;
    const { stdout } = await redact(line, '--json', '--allow-keys', 'msg,http.status');
    assert.deepEqual(JSON.parse(stdout), { msg: 'to [person/email]', http: { status: 200 } });
  });

  it('tells in numbers what was withheld and redacted', async () => {
    const { status, stdout, stderr } = await redact(
      `{"a":"${MAIL}"}\n${MAIL}\n${'x'.repeat(200)}\n`,
      '--json',
      '--summary',
      '--longest-line',
      '100',
    );
    assert.equal(status, 0);
    assert.equal(stdout, '{"a":"[person/email]"}\n"[withheld]"\n"[withheld]"\n');
    assert.equal(
      stderr,
      'vigie: withheld: 1 longer than the longest line, 1 not JSON\nvigie: redacted: 1 person/email\n',
    );
  });

  it('reads files in their order, and standard input where - stands', async () => {
    const { stdout } = await redact('between\n', 'one.log', '-', 'one.log');
    assert.equal(stdout, 'from [person/email]\nbetween\nfrom [person/email]\n');
  });

  it('takes rules for secrets in the format of gitleaks', async () => {
    assert.equal((await redact('', '--add-rules', 'rules.toml', 'two.log')).stdout, '[secret/invented]\n');
    assert.equal((await redact('', '--rules', 'rules.toml', 'two.log')).stdout, '[secret/invented]\n');
    assert.equal((await redact('', '--rules', 'rules.toml', '--keep', 'secret/invented', 'two.log')).status, 0);
  });

  const faults: [string, string[], RegExp][] = [
    [
      'a policy that is not there',
      ['--policy', 'none.json'],
      /--policy: cannot read none\.json \(there is no such file\)/,
    ],
    ['a policy that is no JSON', ['--policy', 'no-json.json'], /--policy: no-json\.json is no JSON/],
    [
      'an unknown action',
      ['--policy', 'bad-policy.json'],
      /bad-policy\.json: kinds\.person\/\*: the action has to be one of/,
    ],
    ['an unknown kind in a policy', ['--policy', 'bad-kind.json'], /--policy: "person\/emial".*near are person\/email/],
    ['an unknown kind', ['--drop', 'person/emial'], /"person\/emial": there is no such kind; near are person\/email/],
    ['a pattern for no kind', ['--keep', 'persons/*'], /there is no such kind/],
    ['rules for keys without JSON', ['--key', 'a=drop'], /--key: rules for keys need lines of JSON; add --json/],
    ['allowed keys without JSON', ['--allow-keys', 'a'], /--allow-keys: .*add --json/],
    ['a rule for a key without an action', ['--json', '--key', 'user.password'], /Write a path, =/],
    ['a short key', ['--key-file', 'short-key'], /short-key has 5 bytes; at least 16 are needed/],
    ['a key that is not there', ['--key-file', 'none'], /--key-file: cannot read none/],
    ['a file that is not there', ['one.log', 'none.log'], /files: cannot read none\.log/],
    ['a folder', ['.'], /is a folder/],
    ['rules that are broken', ['--rules', 'bad-rules.toml'], /--rules: bad-rules\.toml, rule broken: /],
    ['a line length that is none', ['--longest-line', 'much'], /Write a number of bytes/],
    ['an unknown option', ['--maks', 'person/*'], /unknown option '--maks'/],
  ];
  for (const [what, words, message] of faults) {
    it(`lets nothing pass with ${what}`, async () => {
      const { status, stdout, stderr } = await redact(`to ${MAIL}\n`, ...words);
      assert.equal(status, 2, stderr);
      assert.equal(stdout, '');
      assert.match(stderr, message);
      assert.ok(!stderr.includes(MAIL));
    });
  }

  it('ends with the status that it says, as a process', () => {
    const { status, stdout, stderr } = redactAsUsersDo(`to ${MAIL}\n`, '--policy', 'no-json.json');
    assert.deepEqual({ status, stdout }, { status: 2, stdout: '' });
    assert.match(stderr, /--policy: no-json\.json is no JSON/);
  });

  it('stops reading where the output is closed', async () => {
    const child = spawn(BIN, ['redact'], { env: ENV, stdio: ['pipe', 'pipe', 'pipe'] });
    let stderr = '';
    child.stderr.on('data', (data) => {
      stderr += String(data);
    });
    child.stdin.on('error', () => {});
    child.stdout.destroy();
    const feeding = setInterval(() => child.stdin.write(`from ${MAIL}\n`.repeat(1000)), 10);
    const status = await new Promise((resolve) => child.on('close', resolve));
    clearInterval(feeding);
    assert.equal(status, 3);
    assert.equal(stderr.split('\n')[0], 'vigie: the output was closed; what follows was not let through');
    assert.ok(!stderr.includes(MAIL));
  });

  it('gives a line as soon as it has ended, while the input stays open', async () => {
    const child = spawn(BIN, ['redact'], { env: ENV });
    child.stdin.write(`from ${MAIL}\nunfinished`);
    const first = await new Promise((resolve) => {
      child.stdout.once('data', (data) => resolve(String(data)));
      child.once('exit', () => resolve('it ended'));
    });
    assert.equal(first, 'from [person/email]\n');
    child.kill();
    await new Promise((resolve) => child.on('close', resolve));
  });
});

// No value leaves memory when something goes wrong: hostile input, rules of users, closed pipes, signals, threads that die, errors
// that nobody foresaw, and Node's own ways of writing memory down.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { allCanaries } from '@vigie/classify/testing/canaries';
import { createSandbox, type Ran, type RunOptions, type Sandbox } from '../testing/command.ts';
import { vigieInProcess } from '../testing/in-process.ts';
import { createLeakSearch } from '../testing/leak-search.ts';

const canaries = allCanaries();
const first = (kind: string) => canaries.find((canary) => canary.kind === kind)?.value ?? assert.fail(kind);
const [email, token, password] = ['person/email', 'secret/github-pat', 'credential/password'].map(first) as [
  string,
  string,
  string,
];
const search = createLeakSearch(canaries);
const words = (count: number) =>
  canaries
    .slice(0, count)
    .map(({ text }) => text.replaceAll('\n', ' '))
    .join(' ');
/** Long enough to be met by a signal half way. */
const MANY = Array.from({ length: 40_000 }, (_, n) => `${n} ${email} has ${token}\n`).join('');

let box: Sandbox;
const write = (name: string, content: string | Uint8Array) => writeFileSync(join(box.cwd, name), content);
before(() => {
  box = createSandbox();
  write('small.log', `${email} ${token}\n`);
  write('many.log', MANY);
});
after(() => box.remove());

async function run(words: readonly string[], options: RunOptions = {}): Promise<Ran> {
  box.changed();
  const ran = await box.run(words, options);
  assert.deepEqual(search.in(ran.stdout), [], 'standard output');
  assert.deepEqual(search.in(ran.stderr), [], 'standard error');
  for (const { path, bytes } of box.changed()) assert.deepEqual(search.in(bytes), [], path);
  return ran;
}

const inBox = (name: string) => join(box.cwd, name);

/** Arguments that are wrong, or a store that is none, are told before any thread or file is there. */
async function vigie(words: readonly string[]): Promise<{ readonly status: number; readonly stderr: string }> {
  box.changed();
  const ran = await vigieInProcess(words, email);
  assert.deepEqual(search.in(`${ran.stdout}\n${ran.stderr}`), []);
  assert.deepEqual(box.changed(), []);
  return ran;
}

/** Code that runs inside of the command, as a fault of its own would. */
function inside(code: string): Readonly<Record<string, string>> {
  return { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(code)}` };
}

describe('hostile input', () => {
  it('of one line of 64 MB', async () => {
    write('long.ndjson', `{"note":"${email} ${'x'.repeat(64 << 20)} ${token}"}\n{"to":"${email}"}\n`);
    const { status, stdout, stderr } = await run(['classify', 'long.ndjson', '--format', 'json', '--threads', '1']);
    assert.equal(status, 0, stderr);
    assert.match(stdout, /person\/email/);
  });

  it('on which a rule of the user runs without end', async () => {
    write('endless.toml', "[[rules]]\nid = 'endless'\nregex = '''(a+)+$'''\nkeywords = ['aaaa']\n");
    write('endless.txt', `${email} ${'a'.repeat(60)}!\n${words(400)}\n`);
    const asked = ['classify', 'endless.txt', '--rules', 'endless.toml', '--deadline', '1', '--threads', '1'];
    const { status, stderr } = await run([...asked, '--format', 'ndjson']);
    assert.equal(status, 3);
    assert.match(stderr, /endless\.txt, from byte 0: this part was not read/);
  });
});

describe('mistakes of the caller', () => {
  it('in a file of rules, a policy, a scope, a list of targets or a password file', async () => {
    write('regex.toml', `[[rules]]\nid = "mine"\nregex = '''((${token}'''\n`);
    write('broken.toml', `[[rules]]\nid = "broken\nregex = ${token}\n`);
    write('policy.json', `{"kinds": {"person/*": "${token}"}}`);
    write('broken.json', `{"kinds": "${email}"`);
    write('targets.txt', `${email}\n`);
    for (const asked of [
      ['classify', inBox('small.log'), '--rules', inBox('regex.toml')],
      ['classify', inBox('small.log'), '--add-rules', inBox('broken.toml')],
      ['redact', '--rules', inBox('regex.toml')],
      ['redact', '--add-rules', inBox('broken.toml')],
      ['redact', '--policy', inBox('policy.json')],
      ['redact', '--policy', inBox('broken.json')],
      ['scan', '127.0.0.1', '--scope', inBox('broken.json')],
      ['scan', '127.0.0.1', '--resume', inBox('broken.json')],
      ['scan', '--targets', inBox('targets.txt')],
      ['scan', '127.0.0.1', '--exclude-file', inBox('targets.txt')],
    ]) {
      const { status, stderr } = await vigie(asked);
      assert.equal(status, 2, asked.join(' '));
      assert.match(stderr, /^vigie: /);
    }
  });

  describe('in the URL of a store', () => {
    let server: Server;
    let port = 0;
    before(async () => {
      // Whatever it is asked, it answers with what it was told and what it holds.
      server = createServer((socket) => {
        socket.on('error', () => {});
        socket.on('data', (said) => socket.end(`-ERR ${email} ${said.toString('latin1')}\r\n`));
      });
      await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
      ({ port } = server.address() as { port: number });
    });
    after(() => server.close());

    it('never shows the password', async () => {
      const secret = encodeURIComponent(password);
      write('password.txt', `${password}\n`);
      for (const asked of [
        [`gopher://bo:${secret}@127.0.0.1/x`],
        [`mysql://bo:${secret}%@127.0.0.1/x`],
        [`postgres://bo:${secret}@127.0.0.1/x?password=${secret}`],
        [`redis://bo:${secret}@127.0.0.1:1`],
        [`redis://bo:${secret}@127.0.0.1:${port}`],
        [`clickhouse://bo:${secret}@203.0.113.7/x`],
        [`http://bo:${secret}@127.0.0.1:${port}/`],
        [`redis://bo@127.0.0.1:${port}`, '--password-file', inBox('password.txt')],
      ]) {
        const { status, stderr } = await vigie(['classify', ...asked, '--format', 'json']);
        assert.ok(status === 2 || status === 3, stderr);
        assert.match(stderr, /^vigie: \S.*: .*\S/);
      }
    });
  });
});

describe('an end before the end', () => {
  const listing = ['classify', 'many.log', '--format', 'ndjson', '--threads', '1'];
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    it(`by ${signal}, half way`, async () => {
      const during: RunOptions['during'] = (child) => {
        child.stdout?.once('data', () => child.kill(signal));
      };
      const { status } = await run(listing, { during });
      assert.equal(status, 3);
    });
  }

  it('by a closed pipe, of each command', async () => {
    const during: RunOptions['during'] = (child) => child.stdout?.once('data', () => child.stdout?.destroy());
    assert.equal((await run(listing, { during })).status, 3);
    assert.equal((await run(['redact'], { stdin: MANY, during })).status, 3);
  });

  it('of a thread', async () => {
    const dies = `import { isMainThread, parentPort } from 'node:worker_threads';
      if (!isMainThread) parentPort.on('message', () => { throw new Error(${JSON.stringify(words(9))}); });`;
    const { status, stderr } = await run(['classify', inBox('small.log'), '--threads', '1'], { env: inside(dies) });
    assert.equal(status, 3, stderr);
    assert.match(stderr, /a thread ended or did not answer in time|first rows were not read in time/);
  });
});

describe('an error that nobody foresaw', () => {
  for (const [what, code] of [
    ['that is thrown', `setTimeout(() => { throw new TypeError(${JSON.stringify(email)}); }, 300)`],
    [
      'whose name and code are values',
      `setTimeout(() => { throw Object.assign(new Error('x'), { name: ${JSON.stringify(email)}, code: ${JSON.stringify(token)} }); }, 300)`,
    ],
    ['that is a rejection', `setTimeout(() => Promise.reject({ row: ${JSON.stringify(email)} }), 300)`],
  ] as const) {
    it(`${what} is told by its kind alone`, async () => {
      const { status, stderr } = await run(['classify', 'many.log'], { env: inside(code) });
      assert.equal(status, 3);
      assert.match(stderr, /^vigie: an unforeseen error \([\w, ]+\) ended it; please report it/);
    });
  }
});

describe("Node's own ways of writing memory down", () => {
  it('are refused where they cannot be switched off', async () => {
    for (const [env, complaint] of [
      [{ NODE_OPTIONS: '--heapsnapshot-signal=SIGUSR2' }, /--heapsnapshot-signal writes the memory to a file/],
      [{ NODE_OPTIONS: '--no-warnings --heapsnapshot_near_heap_limit=3' }, /--heapsnapshot-near-heap-limit writes/],
      [{ NODE_OPTIONS: '"--abort-on-uncaught-exception"' }, /writes the memory to a core dump/],
      [{ NODE_OPTIONS: '--inspect=127.0.0.1:0' }, /opens the memory to a debugger/],
      [{ NODE_DEBUG: 'stream' }, /NODE_DEBUG: it prints what is read from files and stores; unset it/],
    ] as const) {
      const { status, stderr } = await run(['redact'], { env, stdin: email });
      assert.equal(status, 2);
      assert.match(stderr, complaint);
    }
  });

  it('by a diagnostic report are switched off, also where the environment asks for them', async () => {
    const env = { NODE_OPTIONS: '--report-on-signal --report-uncaught-exception --report-on-fatalerror' };
    const during: RunOptions['during'] = (child) => {
      void sleep(1500).then(() => child.kill('SIGUSR2'));
    };
    const { signal } = await run(['classify', 'many.log'], { env, during });
    assert.equal(signal, 'SIGUSR2', 'the signal has its usual effect');
  });

  it('by a core dump leave out what was read', {
    skip: process.platform !== 'linux' && 'a filter of Linux',
  }, async () => {
    const during: RunOptions['during'] = (child) => {
      child.stdout?.once('data', () => child.kill('SIGABRT'));
    };
    const listing = ['classify', 'many.log', '--format', 'ndjson', '--threads', '1'];
    const { signal } = await run(listing, { shell: 'ulimit -c unlimited', during });
    assert.equal(signal, 'SIGABRT');
  });

  it('nor can others read the password in the list of processes', { skip: process.platform !== 'linux' }, async () => {
    const asks = `setTimeout(async () => {
      const { readFileSync } = await import('node:fs');
      console.error(readFileSync('/proc/self/cmdline', 'latin1'));
    }, 600)`;
    const secret = encodeURIComponent(password);
    const { stderr } = await run(['classify', `mongodb://bo:${secret}@203.0.113.7/x`], { env: inside(asks) });
    assert.match(stderr, /^vigie\0/m, 'it was looked at');
  });
});

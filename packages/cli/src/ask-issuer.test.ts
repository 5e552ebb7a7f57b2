// One secret is asked about, once, where somebody says yes; and nothing of it is ever shown.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { allCanaries } from '@vigie/classify/testing/canaries';
import { ISSUERS } from '@vigie/exposure';
import { httpAnswer, type IssuerStandIn, startIssuerStandIn } from '@vigie/exposure/testing/issuer-stand-in';
import { createSandbox } from '../testing/command.ts';
import { createLeakSearch } from '../testing/leak-search.ts';
import type { Terminal } from './ask-issuer/terminal.ts';
import { main } from './main.ts';
import type { World } from './world.ts';

const BIN = fileURLToPath(new URL('../bin/vigie.mjs', import.meta.url));
/** Runs a command at a terminal of its own; that of other systems takes other options. */
const SCRIPT = process.platform === 'linux' ? '/usr/bin/script' : '';
const canaries = new Map(allCanaries().map(({ kind, value }) => [kind, value]));
const canary = (kind: string) => canaries.get(`secret/${kind}`) ?? assert.fail(kind);
const KEY = canary('openai-api-key');
const search = createLeakSearch([{ kind: 'secret/openai-api-key', value: KEY }]);
const MODELS = '{"object":"list","data":[]}';

let standIn: IssuerStandIn;
before(async () => {
  standIn = await startIssuerStandIn();
});
after(() => standIn.stop());

interface Asked {
  readonly words: readonly string[];
  readonly stdin?: string;
  readonly terminal?: Terminal;
  readonly deadlineMs?: number;
  readonly onInterrupt?: World['onInterrupt'];
}

async function vigie({ words, stdin = KEY, terminal, deadlineMs, onInterrupt = () => {} }: Asked) {
  const seen = { out: '', err: '' };
  const sink = (to: 'out' | 'err') => ({
    write: async (text: string | Uint8Array) => {
      seen[to] += Buffer.from(text).toString('utf8');
    },
    columns: undefined,
    colour: false,
  });
  standIn.requests.length = 0;
  standIn.looked.length = 0;
  const status = await main(words, {
    in: (async function* () {
      yield Buffer.from(stdin);
    })(),
    out: sink('out'),
    err: sink('err'),
    now: () => Date.UTC(2026, 2, 4, 5, 6, 7),
    random: (count) => new Uint8Array(count),
    onInterrupt,
    issuerHost: { ...standIn.host, ...(deadlineMs !== undefined && { deadlineMs }) },
    ...(terminal && { terminal: () => terminal }),
  });
  assert.deepEqual(search.in(`${seen.out}\n${seen.err}`), []);
  return { status, ...seen };
}

/** Somebody who says these things, one after the other. */
function somebody(isInput: boolean, ...answers: (string | undefined)[]): Terminal & { readonly asked: string[] } {
  const asked: string[] = [];
  return {
    isInput,
    asked,
    ask: async (question, hidden) => {
      asked.push(`${hidden ? 'hidden' : 'shown'}: ${question}`);
      return answers.shift();
    },
  };
}

const ASK = ['ask-issuer', 'openai', '--yes-ask'];

describe('vigie ask-issuer', () => {
  it('says what it will send to whom, asks once, and tells the answer with what to do', async () => {
    standIn.answer(httpAnswer(200, MODELS));
    const { status, out, err } = await vigie({ words: ASK });
    assert.equal(status, 0);
    assert.equal(standIn.requests.length, 1);
    const [head = ''] = standIn.requests;
    assert.match(head, /^GET \/v1\/models HTTP\/1\.1\r\n/);
    assert.ok(head.includes(`\r\nAuthorization: Bearer ${KEY}\r\n`));
    assert.match(err, /this asks OpenAI whether it still accepts a secret: OpenAI API key, aa-/);
    assert.match(err, /sent: .* GET https:\/\/api\.openai\.com\/v1\/models;\n +it stands in the header Authorization/);
    assert.match(err, /OpenAI will log the time, your address/);
    assert.match(err, /an attacker who sees\n +when it was last used/);
    assert.match(err, /nothing of who used it before/);
    assert.match(out, /^OpenAI API key, aa-\S+: live\n\nThe secret is accepted\.\n/);
    assert.match(out, /Asked: 2026-03-04T05:06:07\.000Z, GET https:\S+, answered with status 200\n/);
    assert.match(out, /nothing of who used it before: look at what the issuer logs/);
    assert.match(out, /Rotate it now:\n {2}1\. Revoke the key/);
  });

  it('tells the same as JSON', async () => {
    const body = '{"error":{"code":"invalid_api_key","message":"Incorrect API key provided"}}';
    standIn.answer(httpAnswer(401, body));
    const { status, out } = await vigie({ words: [...ASK, '--format', 'json'] });
    assert.equal(status, 0);
    const { shape, rotate, notTold, link, source, means, ...rest } = JSON.parse(out);
    assert.deepEqual(rest, {
      schema: 'vigie.issuer-answer/1',
      issuer: 'openai',
      kind: 'secret/openai-api-key',
      title: 'OpenAI API key',
      method: 'GET',
      url: 'https://api.openai.com/v1/models',
      askedAt: '2026-03-04T05:06:07.000Z',
      verdict: 'revoked',
      status: 401,
      sent: true,
      scopes: [],
    });
    assert.equal(rotate.length, 3);
    for (const text of [shape, notTold, link, source, means]) assert.equal(typeof text, 'string');
  });

  it('tells what a restricted secret may do, in the words of its issuer, and nobody’s name', async () => {
    const token = canary('huggingface-access-token');
    const who = {
      type: 'user',
      name: 'ada',
      fullname: 'Ada Lovelace',
      email: 'ada@posteo.de',
      auth: { accessToken: { displayName: 'ada laptop', role: 'read' } },
    };
    standIn.answer(httpAnswer(200, JSON.stringify(who)));
    const { out } = await vigie({ words: ['ask-issuer', 'huggingface', '--yes-ask'], stdin: token });
    assert.match(out, /Scopes and roles: read\n/);
    assert.doesNotMatch(out, /ada|lovelace|posteo/i);
    assert.ok(!out.includes(token));
  });

  it('says status 3 where the answer does not tell, and that nothing is known', async () => {
    for (const reply of [
      httpAnswer(302, ''),
      httpAnswer(429, '{}'),
      httpAnswer(200, `"${KEY}"`),
      httpAnswer(503, KEY),
    ]) {
      standIn.answer(reply);
      const { status, out } = await vigie({ words: ASK });
      assert.equal(status, 3);
      assert.match(out, /: cannot tell\n/);
      assert.match(out, /Take it for live until you know better/);
      assert.equal(standIn.requests.length, 1);
    }
    standIn.answer((socket) => void socket.end(`${KEY}\r\n\r\n`));
    assert.equal((await vigie({ words: ASK })).status, 3);
    standIn.answer(() => {});
    const slow = await vigie({ words: ASK, deadlineMs: 100 });
    assert.equal(slow.status, 3);
    assert.match(slow.out, /The secret was not answered about in time/);
  });

  it('ends where the user interrupts', async () => {
    let stop = () => {};
    standIn.answer(() => stop());
    const { status, out } = await vigie({
      words: ASK,
      onInterrupt: (given) => {
        stop = given;
      },
    });
    assert.equal(status, 3);
    assert.match(out, /it was stopped/);
  });

  it('sends nothing where nobody says yes', async () => {
    const words = ['ask-issuer', 'openai'];
    const alone = await vigie({ words });
    assert.equal(alone.status, 2);
    assert.match(alone.err, /--yes-ask: nobody is at a terminal to say yes.*Nothing was sent/);
    for (const answer of ['no', '', 'y', 'yes please', KEY, undefined]) {
      const { status, err, out } = await vigie({ words, terminal: somebody(false, answer) });
      assert.equal(status, 2, String(answer));
      assert.match(err, /Nothing was sent\n$/);
      assert.equal(out, '');
    }
    assert.deepEqual(standIn.looked, []);
  });

  it('takes a yes from the terminal also where the secret comes through a pipe', async () => {
    standIn.answer(httpAnswer(200, MODELS));
    const terminal = somebody(false, ' yes ');
    assert.equal((await vigie({ words: ['ask-issuer', 'openai'], terminal })).status, 0);
    assert.deepEqual(terminal.asked, ['shown: Ask? Write yes, anything else is no: ']);
  });

  it('has the secret typed unseen at a terminal', async () => {
    standIn.answer(httpAnswer(200, MODELS));
    const terminal = somebody(true, KEY, 'yes');
    assert.equal((await vigie({ words: ['ask-issuer', 'openai'], stdin: '', terminal })).status, 0);
    assert.match(terminal.asked[0] ?? '', /^hidden: OpenAI is asked with the API key\. It is not shown: $/);
    const nothing = await vigie({ words: ['ask-issuer', 'openai'], stdin: '', terminal: somebody(true, undefined) });
    assert.equal(nothing.status, 2);
    assert.match(nothing.err, /no secret was given, and nothing was sent/);
  });

  const wrong: readonly [string, Asked, RegExp][] = [
    ['nothing', { words: ASK, stdin: '' }, /standard input: there is nothing/],
    ['two secrets', { words: ASK, stdin: `${KEY}\n${KEY}\n` }, /2 words.*one secret is asked about at a time/],
    ['a file', { words: ASK, stdin: `${KEY}\n`.repeat(100) }, /more than 8192 bytes: give one secret/],
    ['bytes that are no text', { words: ASK, stdin: `\0\xff${KEY}` }, /not the form/],
    ['a wrong form', { words: ASK, stdin: `${KEY}x` }, /not the form of the API key of OpenAI/],
    ['the secret of another', { words: ['ask-issuer', 'github', '--yes-ask'] }, /another secret: OpenAI API key/],
    ['another one where no form shows whose it is', { words: ['ask-issuer', 'mistral', '--yes-ask'] }, /not the form/],
    ['no issuer', { words: ['ask-issuer', '--yes-ask'] }, /missing required argument/],
    ['an issuer that there is not', { words: ['ask-issuer', 'acme', '--yes-ask'] }, /none of this name.*vigie issuers/],
    ['the secret as the issuer', { words: ['ask-issuer', KEY, '--yes-ask'] }, /none of this name/],
    ['the secret as an argument', { words: [...ASK, KEY] }, /read from standard input.*take it for lost/],
    ['the secret in an option', { words: [...ASK, `--secret=${KEY}`] }, /read from standard input/],
  ];
  for (const [what, asked, message] of wrong) {
    it(`sends nothing where it is given ${what}`, async () => {
      const { status, err, out } = await vigie(asked);
      assert.equal(status, 2);
      assert.match(err, message);
      assert.equal(out, '');
      assert.deepEqual([...standIn.looked, ...standIn.requests], []);
    });
  }

  it('says where nothing in the form shows whose it is, or others have the same', async () => {
    standIn.answer(httpAnswer(401, '{}'));
    const bare = await vigie({ words: ['ask-issuer', 'mistral', '--yes-ask'], stdin: canary('mistral-api-key') });
    assert.match(bare.err, /nothing in its form shows that it is one of Mistral AI, which gets it whatever it is/);
    const alike = await vigie({ words: ['ask-issuer', 'stripe', '--yes-ask'], stdin: canary('clerk-secret-key') });
    assert.match(alike.err, /secrets of Clerk.* may have the same form/);
  });

  it('as a process shows nothing of it, and leaves no file, where nobody says yes', async () => {
    const box = createSandbox();
    try {
      for (const words of [
        ['ask-issuer', 'openai'],
        ['ask-issuer', 'github', '--yes-ask'],
        [...ASK, KEY],
      ]) {
        // Without a terminal of its own, as in a build.
        const { status, stdout, stderr } = await box.run(words, { stdin: KEY, shell: 'exec setsid "$0" "$@"' });
        assert.equal(status, 2, stderr);
        assert.deepEqual(search.in(`${stdout}\n${stderr}`), []);
        assert.match(stderr, /vigie: /);
      }
      assert.deepEqual(box.changed(), []);
    } finally {
      box.remove();
    }
  });

  it('at a real terminal does not echo what is typed', {
    skip: !existsSync(SCRIPT) && 'script of util-linux is not here',
  }, async () => {
    const shown = await new Promise<string>((resolve) => {
      const child = spawn(SCRIPT, ['-qec', `${BIN} ask-issuer openai`, '/dev/null'], {
        env: {
          ...process.env,
          NO_COLOR: '1',
          PATH: `${fileURLToPath(new URL('../../../node_modules/.bin', import.meta.url))}:${process.env.PATH}`,
        },
      });
      let seen = '';
      let typed = 0;
      child.stdout.on('data', (data: Buffer) => {
        seen += data.toString();
        if (typed === 0 && seen.includes('not shown: ')) {
          typed = 1;
          child.stdin.write(`${KEY}x\u007f\r`);
        } else if (typed === 1 && seen.includes('anything else is no: ')) {
          typed = 2;
          child.stdin.write('no\r');
        }
      });
      child.on('close', () => resolve(seen));
    });
    assert.match(shown, /this asks OpenAI[\s\S]*Ask\? Write yes, anything else is no: no[\s\S]*Nothing was sent/);
    assert.deepEqual(search.in(shown), []);
  });
});

describe('vigie issuers', () => {
  it('lists who can be asked, with what, and asks nobody', async () => {
    const { status, out } = await vigie({ words: ['issuers'] });
    assert.equal(status, 0);
    for (const { id, request } of ISSUERS) {
      assert.match(out, new RegExp(`^${id} .* ${request.method} https://${request.host.replaceAll('.', '\\.')}/`, 'm'));
    }
    const { out: json } = await vigie({ words: ['issuers', '--format', 'json'] });
    const { schema, issuers } = JSON.parse(json);
    assert.equal(schema, 'vigie.issuers/1');
    assert.deepEqual(
      issuers.map(({ id }: { id: string }) => id),
      ISSUERS.map(({ id }) => id),
    );
    assert.deepEqual(standIn.looked, []);
  });
});

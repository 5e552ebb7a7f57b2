import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { type AuthorityMaking, startTimeAuthority, type TestAuthority } from '../../testing/time-authority.ts';
import { requestTimeStamp } from '../net/time-authority.ts';
import { nonceOf, timeStampRequest } from './request.ts';
import { tokenInResponse } from './response.ts';
import { parseToken } from './token.ts';
import { type ExpectedTimeStamp, readRoots, verifyTimeStamp } from './verify-time-stamp.ts';

const DATA = Buffer.from('a checkpoint');
const IMPRINT = createHash('sha256').update(DATA).digest();
const NONCE = nonceOf(randomBytes);

let good: TestAuthority;
let token: Buffer;
let roots: ReturnType<typeof rootsOf>;

before(async () => {
  good = await startTimeAuthority();
  token = tokenOf(good);
  roots = rootsOf(good);
});

after(() => good.close());

function tokenOf(authority: TestAuthority, imprint = IMPRINT): Buffer {
  const found = tokenInResponse(authority.reply(timeStampRequest(imprint, NONCE)));
  assert.ok(Buffer.isBuffer(found), JSON.stringify(found));
  return found;
}

function rootsOf(authority: TestAuthority) {
  const read = readRoots(authority.rootPem);
  assert.ok(read);
  return read;
}

function codeOf(der: Uint8Array, expected: Partial<ExpectedTimeStamp> = {}): string {
  const stamp = verifyTimeStamp(der, { imprint: IMPRINT, roots, ...expected });
  return 'code' in stamp ? stamp.code : 'verified';
}

async function withAuthority<T>(
  making: AuthorityMaking,
  use: (authority: TestAuthority) => T | Promise<T>,
): Promise<T> {
  const authority = await startTimeAuthority(making);
  try {
    return await use(authority);
  } finally {
    await authority.close();
  }
}

describe('a time stamp of a real authority', () => {
  it('is verified, as openssl verifies it', () => {
    const stamp = verifyTimeStamp(token, { imprint: IMPRINT, nonce: NONCE, roots });
    assert.ok(!('code' in stamp), JSON.stringify(stamp));
    assert.ok(Math.abs(stamp.at - Date.now()) < 60_000);
    assert.equal(stamp.authority, 'CN=Vigie test tsa');
    assert.ok(good.verifies(token, DATA));
  });

  const MAKINGS: Record<string, AuthorityMaking> = {
    'an RSA key': { newKey: ['rsa:2048'] },
    'a key on P-384': { newKey: ['ec', '-pkeyopt', 'ec_paramgen_curve:secp384r1'] },
    'an authority between it and the root': { intermediate: 'basicConstraints=critical,CA:TRUE,pathlen:0\n' },
    'the older attribute of RFC 2634': { essCertIdAlgorithm: 'sha1' },
  };
  for (const [what, making] of Object.entries(MAKINGS)) {
    it(`is verified with ${what}`, () =>
      withAuthority(making, (authority) => {
        const made = tokenOf(authority);
        assert.ok(authority.verifies(made, DATA));
        assert.equal(codeOf(made, { roots: rootsOf(authority) }), 'verified');
      }));
  }

  it('is verified when it names its signer by the identifier of the key, and with RSA-PSS', () =>
    withAuthority({ newKey: ['rsa:2048'], extensions: `${PURPOSE}subjectKeyIdentifier=hash\n` }, (authority) => {
      const parsed = parseToken(tokenOf(authority));
      assert.ok(!('code' in parsed));
      for (const options of [['-keyid'], ['-keyopt', 'rsa_padding_mode:pss']]) {
        assert.equal(codeOf(authority.resign(parsed.content, options), { roots: rootsOf(authority) }), 'verified');
      }
    }));
});

const AUTHORITY = 'basicConstraints=critical,CA:TRUE';
const PURPOSE = 'extendedKeyUsage=critical,timeStamping\n';

describe('a time stamp that proves nothing', () => {
  it('is for other bytes, or answers another question', () => {
    assert.equal(codeOf(token, { imprint: createHash('sha256').update('other').digest() }), 'wrong-imprint');
    assert.equal(codeOf(token, { nonce: nonceOf(randomBytes) }), 'wrong-nonce');
  });

  it('comes from an authority that is not trusted', () =>
    withAuthority({}, (stranger) => {
      assert.equal(codeOf(tokenOf(stranger)), 'untrusted-root');
      // The root's own certificate in the token makes no root of it.
      assert.equal(codeOf(token, { roots: rootsOf(stranger) }), 'untrusted-root');
      assert.equal(codeOf(token, { roots: [] }), 'untrusted-root');
    }));

  it('was signed after its certificate had ended', () =>
    withAuthority({ days: -1 }, (authority) => {
      assert.equal(codeOf(tokenOf(authority), { roots: rootsOf(authority) }), 'certificate-expired');
    }));

  it('was signed after the certificate above its own had ended', () =>
    withAuthority({ intermediate: `${AUTHORITY}\n`, intermediateDays: -1 }, (authority) => {
      assert.equal(codeOf(tokenOf(authority), { roots: rootsOf(authority) }), 'certificate-expired');
    }));

  const WRONG: Record<string, string> = {
    'without a purpose': 'keyUsage=critical,digitalSignature\n',
    'with a purpose that is not critical': 'extendedKeyUsage=timeStamping\n',
    'with a second purpose': 'extendedKeyUsage=critical,timeStamping,codeSigning\n',
    'for a server': 'extendedKeyUsage=critical,serverAuth\n',
    'with a key that may not sign': `${PURPOSE}keyUsage=critical,keyEncipherment\n`,
  };
  for (const [what, extensions] of Object.entries(WRONG)) {
    it(`is signed with a certificate ${what}`, () =>
      withAuthority({ extensions }, (authority) => {
        const parsed = parseToken(token);
        assert.ok(!('code' in parsed));
        assert.equal(codeOf(authority.resign(parsed.content), { roots: rootsOf(authority) }), 'wrong-purpose');
      }));
  }

  const PATHS: Record<string, string> = {
    'is no authority': 'basicConstraints=critical,CA:FALSE\n',
    'may not sign certificates': 'basicConstraints=critical,CA:TRUE\nkeyUsage=critical,digitalSignature\n',
    'has a critical extension that nobody knows': 'basicConstraints=critical,CA:TRUE\n1.2.3.4.5=critical,DER:0500\n',
    'constrains names': 'basicConstraints=critical,CA:TRUE\nnameConstraints=critical,permitted;DNS:example.com\n',
  };
  for (const [what, intermediate] of Object.entries(PATHS)) {
    it(`leads to the root through a certificate that ${what}`, () =>
      withAuthority({ intermediate }, (authority) => {
        assert.equal(codeOf(tokenOf(authority), { roots: rootsOf(authority) }), 'untrusted-root');
      }));
  }

  it('leads to a root that allows no authority between', () =>
    withAuthority({ root: `${AUTHORITY},pathlen:0\n`, intermediate: `${AUTHORITY}\n` }, (authority) => {
      assert.equal(codeOf(tokenOf(authority), { roots: rootsOf(authority) }), 'untrusted-root');
    }));

  it('has no signed hash of its certificate', () => {
    const parsed = parseToken(token);
    assert.ok(!('code' in parsed));
    assert.equal(codeOf(good.resign(parsed.content)), 'verified');
    assert.equal(codeOf(good.resign(parsed.content, [], { isBound: false })), 'no-certificate');
  });

  it('is signed with SHA-1', async () => {
    const parsed = parseToken(token);
    assert.ok(!('code' in parsed));
    assert.equal(codeOf(good.resign(parsed.content, ['-md', 'sha1'])), 'unsupported-algorithm');
    // RSA tells the hash beside the signature algorithm.
    await withAuthority({ newKey: ['rsa:2048'] }, (authority) => {
      const made = authority.resign(parsed.content, ['-md', 'sha1']);
      assert.equal(codeOf(made, { roots: rootsOf(authority) }), 'unsupported-algorithm');
    });
  });

  it('is another signed document, with the label of a time stamp put on it', () => {
    const parsed = parseToken(token);
    assert.ok(!('code' in parsed));
    // The last two numbers of the object identifiers of TSTInfo, and of another content of the same length.
    const [label, other] = [Buffer.from('2a864886f70d0109100104', 'hex'), Buffer.from('2a864886f70d0109100109', 'hex')];
    const signed = good.resign(parsed.content, ['-econtent_type', '1.2.840.113549.1.9.16.1.9']);
    assert.equal(codeOf(signed), 'malformed');
    label.copy(signed, signed.indexOf(other));
    assert.equal(codeOf(signed), 'bad-signature');
  });

  it('is cut anywhere, or has a byte too many', () => {
    for (let length = 0; length < token.length; length += 1) {
      assert.equal(codeOf(token.subarray(0, length)), 'malformed', String(length));
    }
    assert.equal(codeOf(Buffer.concat([token, Buffer.from([0])])), 'malformed');
  });

  it('has one bit changed in what is signed, wherever', () => {
    const parsed = parseToken(token);
    assert.ok(!('code' in parsed));
    for (const part of [parsed.content, parsed.signedAttributes.subarray(1)]) {
      const from = token.indexOf(part);
      assert.ok(from > 0);
      for (let at = from; at < from + part.length; at += 1) {
        const spoilt = Buffer.from(token);
        spoilt[at] = (spoilt[at] ?? 0) ^ 1;
        assert.notEqual(codeOf(spoilt), 'verified', `byte ${at}`);
      }
    }
    const signature = Buffer.from(token);
    signature[token.length - 1] = (signature[token.length - 1] ?? 0) ^ 1;
    assert.equal(codeOf(signature), 'bad-signature');
  });

  it('is nested to exhaust the stack', () => {
    for (const nest of ['3080', '308400', '30820400', 'a080']) {
      const hostile = Buffer.from(nest.repeat(15_000), 'hex');
      assert.equal(codeOf(hostile), 'malformed');
      const found = tokenInResponse(hostile);
      assert.ok('code' in found && found.code === 'malformed');
    }
  });

  it('is random bytes, or a token with random changes: a typed fault and no exception', () => {
    const codes = new Set<string>();
    for (let run = 0; run < 1500; run += 1) {
      const spoilt = run % 2 === 0 ? randomBytes(1 + (run % 300)) : Buffer.from(token);
      if (run % 2 === 1) for (const byte of randomBytes(3)) spoilt[(byte * 37 + run) % spoilt.length] = byte ^ run;
      codes.add(codeOf(spoilt));
      const found = tokenInResponse(spoilt);
      assert.ok(Buffer.isBuffer(found) || found.code === 'malformed' || found.code === 'refused');
    }
    assert.ok(codes.has('malformed') && codes.has('bad-signature'), [...codes].join());
  });
});

describe('asking an authority', () => {
  const ask = (url: string, timeoutMs = 5000) =>
    requestTimeStamp({ url, roots, timeoutMs }, IMPRINT, (bytes) => randomBytes(bytes));

  it('returns a verified token', async () => {
    const issued = await ask(good.url);
    assert.ok('token' in issued, JSON.stringify(issued));
    assert.ok(good.verifies(issued.token, DATA));
    assert.ok(issued.isTrusted);
  });

  it('takes no old answer to a new question', async () => {
    const old = good.reply(timeStampRequest(IMPRINT, NONCE));
    const replay = await startTimeAuthority({}, () => old);
    const issued = await ask(replay.url);
    await replay.close();
    assert.ok('code' in issued && issued.code === 'wrong-nonce', JSON.stringify(issued));
  });

  it('tells a refusal', () =>
    withAuthority({ digests: 'sha512' }, async (authority) => {
      const issued = await ask(authority.url);
      assert.ok('code' in issued && issued.code === 'refused', JSON.stringify(issued));
    }));

  const BROKEN: Record<string, readonly [string, (response: ServerResponse) => void]> = {
    'does not answer': ['timeout', () => {}],
    'answers and never ends': ['timeout', (response) => void response.write('x')],
    'breaks off': ['unreachable', (response) => response.destroy()],
    'sends without end': ['too-large', (response) => void response.end(Buffer.alloc(1 << 20))],
    'sends the reader elsewhere': ['http-status', (response) => response.writeHead(302, { Location: '/x' }).end()],
    'sends a page': ['malformed', (response) => response.end('<html>')],
    'sends nothing': ['malformed', (response) => response.end()],
  };
  for (const [what, [code, behave]] of Object.entries(BROKEN)) {
    it(`tells of an authority that ${what}`, async () => {
      const server = createServer((_request, response) => behave(response));
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      const issued = await ask(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`, 300);
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      assert.ok('code' in issued && issued.code === code, JSON.stringify(issued));
      assert.ok(issued.remedy.length > 0);
    });
  }

  it('tells of an address where nobody is, or that is none', async () => {
    const [nobody, none] = [await ask('http://127.0.0.1:1/'), await ask('file:///etc/passwd')];
    assert.ok('code' in nobody && nobody.code === 'unreachable');
    assert.ok('code' in none && none.code === 'no-url');
  });
});

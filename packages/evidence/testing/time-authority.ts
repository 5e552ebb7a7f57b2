// A real time-stamping authority for tests: `openssl ts -reply` behind a small HTTP server on loopback, with certificates of its own.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What is wrong with the authority, if anything. */
export interface AuthorityMaking {
  /** Extensions of the signer's certificate, as openssl's configuration writes them. */
  readonly extensions?: string;
  /** Days from now to the end of the signer's certificate; below 0 it has ended, and the authority still signs. */
  readonly days?: number;
  /** Key of the signer, as `openssl req -newkey` names it. */
  readonly newKey?: readonly string[];
  /** Extensions of the root. */
  readonly root?: string;
  /** An authority between root and signer, with these extensions. */
  readonly intermediate?: string;
  /** As `days`, for the authority between. */
  readonly intermediateDays?: number;
  /** Hash for the certificate's id in the token: sha1 makes the older attribute of RFC 2634. */
  readonly essCertIdAlgorithm?: 'sha1' | 'sha256';
  /** Hashes that it takes. */
  readonly digests?: string;
}

export interface TestAuthority {
  readonly url: string;
  readonly rootPem: string;
  /** The reply to a request, made by openssl without the network. */
  reply(request: Uint8Array): Buffer;
  /** The same content in a token that openssl signs as plain CMS, which does not ask what the certificate is for. */
  resign(content: Uint8Array, options?: readonly string[], binding?: { readonly isBound: boolean }): Buffer;
  /** What openssl itself says of a token: true where it verifies against the root. */
  verifies(token: Uint8Array, data: Uint8Array): boolean;
  close(): Promise<void>;
}

const TIME_STAMP_EXTENSIONS = 'extendedKeyUsage=critical,timeStamping\nkeyUsage=critical,digitalSignature\n';
const EC = ['ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1'];

/** Starts an authority. `answer` may spoil its replies. */
export async function startTimeAuthority(
  making: AuthorityMaking = {},
  answer: (reply: Buffer) => Buffer = (reply) => reply,
): Promise<TestAuthority> {
  const dir = mkdtempSync(join(tmpdir(), 'vigie-tsa-'));
  const openssl = (...args: string[]) => execFileSync('openssl', args, { cwd: dir, stdio: 'pipe' });
  makeCertificates(dir, openssl, making);
  writeFileSync(join(dir, 'tsa.conf'), configuration(making));
  writeFileSync(join(dir, 'serial'), '01\n');
  const reply = (request: Uint8Array) => {
    writeFileSync(join(dir, 'request.tsq'), request);
    openssl('ts', '-reply', '-config', 'tsa.conf', '-queryfile', 'request.tsq', '-out', 'reply.tsr');
    return readFileSync(join(dir, 'reply.tsr'));
  };
  const server = await listen((request) => answer(reply(request)));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    rootPem: readFileSync(join(dir, 'ca.pem'), 'utf8'),
    reply,
    resign(content, options = [], { isBound } = { isBound: true }) {
      writeFileSync(join(dir, 'content'), content);
      const digest = options.includes('-md') ? [] : ['-md', 'sha256'];
      const binding = isBound ? ['-cades'] : [];
      const signer = ['-signer', 'tsa.pem', '-inkey', 'tsa.key', '-certfile', 'chain.pem', ...digest, ...binding];
      const type = options.includes('-econtent_type') ? [] : ['-econtent_type', '1.2.840.113549.1.9.16.1.4'];
      const form = ['-binary', '-nodetach', ...type, '-outform', 'DER'];
      openssl('cms', '-sign', '-in', 'content', ...signer, ...options, ...form, '-out', 'signed.der');
      return readFileSync(join(dir, 'signed.der'));
    },
    verifies(token, data) {
      writeFileSync(join(dir, 'token.der'), token);
      writeFileSync(join(dir, 'data'), data);
      try {
        openssl('ts', '-verify', '-data', 'data', '-token_in', '-in', 'token.der', '-CAfile', 'ca.pem');
        return true;
      } catch {
        // openssl ends with 1 where the token does not verify.
        return false;
      }
    },
    async close() {
      await new Promise((resolve) => server.close(resolve));
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

type Openssl = (...args: string[]) => Buffer;

const AUTHORITY = 'basicConstraints=critical,CA:TRUE\nkeyUsage=critical,keyCertSign\n';

function makeCertificates(dir: string, openssl: Openssl, making: AuthorityMaking): void {
  const { newKey = EC, days = 30, extensions = TIME_STAMP_EXTENSIONS, intermediate, root = AUTHORITY } = making;
  const make = (name: string, issuer: string, text: string, until: number, key: readonly string[]) => {
    const subject = ['-nodes', '-subj', `/CN=Vigie test ${name}`];
    openssl('req', '-newkey', ...key, ...subject, '-keyout', `${name}.key`, '-out', `${name}.csr`);
    writeFileSync(join(dir, `${name}.ext`), text);
    const signer =
      issuer === name
        ? ['-signkey', `${name}.key`]
        : ['-CA', `${issuer}.pem`, '-CAkey', `${issuer}.key`, '-CAcreateserial'];
    const files = ['-in', `${name}.csr`, '-extfile', `${name}.ext`, '-out', `${name}.pem`];
    openssl('x509', '-req', '-days', String(until), ...signer, ...files);
  };
  make('ca', 'ca', root, 30, EC);
  if (intermediate !== undefined) make('middle', 'ca', intermediate, making.intermediateDays ?? 30, EC);
  make('tsa', intermediate === undefined ? 'ca' : 'middle', extensions, days, newKey);
  const above = intermediate === undefined ? '' : readFileSync(join(dir, 'middle.pem'), 'utf8');
  writeFileSync(join(dir, 'chain.pem'), above + readFileSync(join(dir, 'ca.pem'), 'utf8'));
}

function configuration({ essCertIdAlgorithm = 'sha256', digests = 'sha256' }: AuthorityMaking): string {
  return `[tsa]
default_tsa = authority
[authority]
serial = serial
crypto_device = builtin
signer_cert = tsa.pem
certs = chain.pem
signer_key = tsa.key
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = ${digests}
ess_cert_id_chain = no
ess_cert_id_alg = ${essCertIdAlgorithm}
`;
}

/** Answers each posted request; what openssl refuses is an answer of status 500. */
async function listen(answer: (request: Buffer) => Buffer): Promise<Server> {
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      try {
        response.setHeader('Content-Type', 'application/timestamp-reply').end(answer(Buffer.concat(parts)));
      } catch {
        // openssl has said why on its own standard error.
        response.writeHead(500).end();
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

// Starts a real OpenLDAP server (Debian package slapd) in a given state of openness, with a few made-up people in it.
import { execFileSync } from 'node:child_process';
import { chownSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeCertificate } from './certificate.ts';
import { type ListenOptions, type LoggedServer, withLog } from './logged-server.ts';
import { accountOf, findProgram, freePort, makeDir, startServer } from './server.ts';

export type OpenldapState =
  /** As Debian installs it: everyone reads all but userPassword. */
  | 'open'
  /** rootDSE with its naming contexts is readable and an anonymous bind succeeds; the tree grants `auth` only. */
  | 'half-open'
  /** Trap: the tree grants `search` without `read`: a search succeeds and returns nothing. */
  | 'search-only'
  /** Trap: anonymous clients may see the tree's top and `ou=rooms`, but not `ou=people`. */
  | 'public-branch'
  /** disallow bind_anon, require authc, and the tree is for users only. */
  | 'closed'
  /** Closed by the tree's access list alone (`by users read`): the tree is denied as if it were not there. */
  | 'hidden'
  /** Trap: as `open`, but only under TLS: confidentialityRequired before it (use with `tls`). */
  | 'tls-required';

export interface OpenldapOptions extends ListenOptions {
  /** Adds a port of role `ldaps`, and StartTLS on the first port. */
  readonly tls?: boolean;
}

export const OPENLDAP_SUFFIX = 'dc=example,dc=org';

const USER = 'openldap';
const SCHEMAS = ['core', 'cosine', 'inetorgperson'];

/** The log is slapd's `stats` level: connections, binds, searches with filter and attributes, results. */
export async function startOpenldap(state: OpenldapState, options: OpenldapOptions = {}): Promise<LoggedServer> {
  const host = options.host ?? '127.0.0.1';
  const ports: Record<string, number> = { ldap: options.port ?? (await freePort()) };
  if (options.tls === true) ports.ldaps = await freePort();
  const dir = makeDir('openldap', USER);
  const config = join(dir, 'slapd.conf');
  writeFileSync(config, settings(state, dir, options.tls === true));
  load(dir, config);
  const urls = Object.entries(ports).map(([scheme, port]) => `${scheme}://${host}:${port}/`);
  const args = ['-f', config, '-h', urls.join(' '), '-d', 'stats'];
  return withLog(await startServer({ name: 'openldap', command: 'slapd', args, dir, user: USER, host, ports }));
}

function settings(state: OpenldapState, dir: string, tls: boolean): string {
  const made = tls ? makeCertificate(dir, USER) : undefined;
  return `${SCHEMAS.map((name) => `include /etc/ldap/schema/${name}.schema`).join('\n')}
modulepath /usr/lib/ldap
moduleload back_mdb
pidfile ${join(dir, 'pid')}
argsfile ${join(dir, 'args')}
${made ? `TLSCertificateFile ${made.certificate}\nTLSCertificateKeyFile ${made.key}` : ''}
${state === 'closed' ? 'disallow bind_anon\nrequire authc' : ''}
${state === 'tls-required' ? 'security tls=1' : ''}
sizelimit 500
access to dn.base="" by * read
access to dn.base="cn=Subschema" by * read
database mdb
maxsize 10485760
suffix ${OPENLDAP_SUFFIX}
rootdn cn=admin,${OPENLDAP_SUFFIX}
rootpw a-password-of-the-test-bench
directory ${join(dir, 'data')}
access to attrs=userPassword by self write by anonymous auth by * none
${treeAccess(state)}
`;
}

function treeAccess(state: OpenldapState): string {
  switch (state) {
    case 'open':
    case 'tls-required':
      return 'access to * by * read';
    case 'half-open':
      return 'access to * by users read by * auth';
    case 'search-only':
      return 'access to * by users read by * search';
    case 'public-branch':
      return `access to dn.subtree="ou=people,${OPENLDAP_SUFFIX}" by users read by * none\naccess to * by * read`;
    case 'closed':
    case 'hidden':
      return 'access to * by users read';
  }
}

function load(dir: string, config: string): void {
  const ids = accountOf(USER);
  mkdirSync(join(dir, 'data'));
  if (ids) chownSync(join(dir, 'data'), ids.uid, ids.gid);
  const entries = [
    `dn: ${OPENLDAP_SUFFIX}\nobjectClass: dcObject\nobjectClass: organization\ndc: example\no: Example`,
    ...['people', 'rooms'].map((ou) => `dn: ou=${ou},${OPENLDAP_SUFFIX}\nobjectClass: organizationalUnit\nou: ${ou}`),
    ...['ada', 'bo', 'cy'].map(person),
    `dn: cn=hall,ou=rooms,${OPENLDAP_SUFFIX}\nobjectClass: room\ncn: hall`,
  ];
  writeFileSync(join(dir, 'tree.ldif'), `${entries.join('\n\n')}\n`);
  const slapadd = findProgram('slapadd');
  if (slapadd === undefined) throw new Error('slapadd is not installed');
  execFileSync(slapadd, ['-q', '-f', config, '-l', join(dir, 'tree.ldif')], { stdio: 'pipe', ...ids });
}

function person(name: string): string {
  return `dn: uid=${name},ou=people,${OPENLDAP_SUFFIX}
objectClass: inetOrgPerson
uid: ${name}
cn: ${name} Example
sn: Example
mail: ${name}@example.org
userPassword: never-shown`;
}

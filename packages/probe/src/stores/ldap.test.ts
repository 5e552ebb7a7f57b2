import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { logTells, settledLog } from '../../testing/log-reading.ts';
import { type OpenldapOptions, type OpenldapState, startOpenldap } from '../../testing/openldap.ts';
import { meet, meetStore } from '../../testing/scenes.ts';
import { lacks } from '../../testing/server.ts';
import { startTcpStandIn } from '../../testing/stand-in.ts';
import { BER, ber, berElement, berElements, berInteger, berNumber } from '../wire/ber.ts';
import { frameOf } from '../wire/reader.ts';
import { utf8 } from '../wire/text.ts';

const OPENLDAP = 'Debian 12 slapd 2.5.13';
const UNKNOWN = { write: 'unknown', administer: 'unknown' };
const READABLE = { identify: 'yes', list: 'yes', count: 'unknown', read: 'yes', ...UNKNOWN };
const LET_IN = { identify: 'yes', list: 'no', count: 'no', read: 'unknown', ...UNKNOWN };
const REFUSED = { list: 'no', count: 'no', read: 'no', write: 'no', administer: 'no' };

async function started(t: TestContext, state: OpenldapState, options?: OpenldapOptions) {
  const server = await startOpenldap(state, options);
  t.after(server.stop);
  return server;
}

type Report = Awaited<ReturnType<typeof meetStore>>;
const rulesOf = (report: Report) => report.findings.map((finding) => finding.rule);
const treesOf = (report: Report) => report.inventory?.containers.map((container) => container.name);

// A scan waits whether the server speaks first: tests wait side by side.
describe('ldap', { skip: lacks('slapd'), concurrency: 4 }, () => {
  for (const [state, posture, verdict, rule] of [
    ['open', READABLE, 'open', 'ldap/anonymous-read'],
    ['public-branch', READABLE, 'open', 'ldap/anonymous-read'],
    ['half-open', LET_IN, 'partial', 'ldap/anonymous-clients'],
    ['search-only', LET_IN, 'partial', 'ldap/anonymous-clients'],
    ['hidden', LET_IN, 'partial', 'ldap/anonymous-clients'],
  ] as const) {
    it(`calls an OpenLDAP ${verdict} whose state is ${state}`, async (t) => {
      const server = await started(t, state);
      const report = await meetStore('ldap', state, server.port, { source: OPENLDAP });
      assert.equal(report.product, 'ldap');
      assert.equal(report.software, 'openldap');
      assert.equal(report.version, undefined, 'OpenLDAP tells strangers no version');
      assert.equal(report.transport, 'ldap');
      assert.equal(report.tls, false);
      assert.deepEqual(report.posture, posture);
      assert.equal(report.verdict, verdict);
      assert.deepEqual(treesOf(report), ['dc=example,dc=org']);
      assert.deepEqual(rulesOf(report), [rule]);
      assert.doesNotMatch(
        JSON.stringify(report),
        /rooms|ou=people/,
        'the name of the entry that came back is not kept',
      );
    });
  }

  it('calls an OpenLDAP closed that asks for a login before every operation', async (t) => {
    const server = await started(t, 'closed');
    const report = await meetStore('ldap', 'closed', server.port, { source: OPENLDAP });
    assert.equal(report.product, 'ldap');
    assert.equal(report.verdict, 'closed');
    assert.deepEqual(report.posture, { identify: 'no', ...REFUSED });
    assert.deepEqual(report.findings, []);
  });

  it('goes on under StartTLS where the directory wants it', async (t) => {
    const server = await started(t, 'tls-required', { tls: true });
    const report = await meetStore('ldap', 'start-tls', server.port, { source: OPENLDAP });
    assert.equal(report.tls, false, 'the port itself speaks plain first');
    assert.deepEqual(report.posture, READABLE);
    assert.match(report.caveats?.join(' ') ?? '', /StartTLS/);
  });

  for (const state of ['open', 'closed'] as const) {
    it(`reaches the same verdict over ldaps (${state})`, async (t) => {
      const server = await started(t, state, { tls: true });
      const report = await meetStore('ldap', `${state}-tls`, server.ports.ldaps ?? 0, { source: OPENLDAP });
      assert.equal(report.tls, true);
      assert.equal(report.verdict, state);
    });
  }

  it('asks for no attribute of an entry, for one entry at a time, and gives neither name nor password', async (t) => {
    for (const state of ['open', 'closed'] as const) {
      const server = await started(t, state);
      await meetStore('ldap', state, server.port, { source: OPENLDAP });
      await logTells(server, /UNBIND/);
      const log = await settledLog(server);
      assert.doesNotMatch(log, /\b(?:ADD|MOD|DEL|MODRDN|CMP) dn=|BIND dn="[^"]/);
      const asked = [...log.matchAll(/SRCH base="([^"]+)" scope=(\d).*\n.*SRCH attr=(.*)/g)];
      assert.deepEqual(
        asked.map((match) => match.slice(1)),
        state === 'open'
          ? [
              ['dc=example,dc=org', '1', '1.1'],
              ['dc=example,dc=org', '0', 'numSubordinates'],
            ]
          : [],
      );
      for (const [, entries] of log.matchAll(/nentries=(\d+)/g)) assert.ok(Number(entries) <= 1);
    }
  });
});

// ---- stand-ins

interface Asked {
  readonly tag: number;
  readonly base: string;
  readonly scope: number;
  readonly attributes: readonly string[];
}
type Reply = readonly (readonly [tag: number, ...parts: Uint8Array[]])[];

const [BIND, SEARCH, EXTENDED] = [0x60, 0x63, 0x77];
const ENTRY = 0x64;
const answerTo: Record<number, number> = { [BIND]: 0x61, [SEARCH]: 0x65, [EXTENDED]: 0x78 };

/** A server that reads LDAP requests and answers as it is told; undefined hangs up. */
function standIn(answer: (asked: Asked) => Reply | undefined, wrap = ber) {
  const request = frameOf((reader) => {
    const [id, operation] = berElements(berElement(reader).content) ?? reader.fail();
    const [base, scope, , , , , , list] = berElements(operation?.content ?? new Uint8Array()) ?? [];
    const attributes = (list && berElements(list.content)) ?? [];
    return {
      id: berNumber(id) ?? 0,
      tag: operation?.tag ?? 0,
      base: base ? utf8(base.content) : '',
      scope: berNumber(scope) ?? 0,
      attributes: attributes.map((attribute) => utf8(attribute.content)),
    };
  });
  return startTcpStandIn((socket) => {
    let received = Buffer.alloc(0);
    socket.on('data', (data) => {
      received = Buffer.concat([received, data]);
      for (;;) {
        const framed = request(received, false);
        if (framed === 'foreign') return void socket.destroy();
        if (framed === 'more') return;
        received = received.subarray(framed.used);
        const replies = answer(framed.reply);
        if (!replies) return void socket.end();
        for (const [tag, ...parts] of replies) {
          socket.write(wrap(BER.sequence, berInteger(framed.reply.id), wrap(tag, ...parts)));
        }
      }
    });
  });
}

/** Active Directory writes every length in four bytes. */
function wideBer(tag: number, ...parts: readonly (Uint8Array | string)[]): Uint8Array {
  const content = Buffer.concat(parts.map((part) => Buffer.from(part as Uint8Array)));
  const head = Buffer.from([tag, 0x84, 0, 0, 0, 0]);
  head.writeUInt32BE(content.length, 2);
  return Buffer.concat([head, content]);
}

const octets = (text: string) => ber(BER.octets, text);
const result = (tag: number, code: number, message = ''): Reply[number] => [
  answerTo[tag] ?? 0,
  berInteger(code, BER.enumerated),
  octets(''),
  octets(message),
];
const entry = (name: string, attributes: Record<string, readonly string[]>): Reply[number] => [
  ENTRY,
  octets(name),
  ber(
    BER.sequence,
    ...Object.entries(attributes).map(([type, values]) =>
      ber(BER.sequence, octets(type), ber(0x31, ...values.map(octets))),
    ),
  ),
];

const AD_ROOT = entry('', {
  namingContexts: [
    'DC=corp,DC=example,DC=org',
    'CN=Configuration,DC=corp,DC=example,DC=org',
    'CN=Schema,CN=Configuration,DC=corp,DC=example,DC=org',
    'DC=DomainDnsZones,DC=corp,DC=example,DC=org',
  ],
  defaultNamingContext: ['DC=corp,DC=example,DC=org'],
  supportedLDAPVersion: ['3', '2'],
  supportedCapabilities: ['1.2.840.113556.1.4.800', '1.2.840.113556.1.4.1670'],
});
const AD_REFUSAL =
  '000004DC: LdapErr: DSID-0C090A5C, comment: In order to perform this operation a successful bind must be completed on the connection., data 0, v4563';

describe('ldap, a stand-in from the documentation', { concurrency: 4 }, () => {
  const source = 'stand-in from the documentation';

  it('calls an Active Directory as it is installed closed: it shows its root entry, and lets an anonymous bind do nothing', async (t) => {
    let binds = 0;
    const server = await standIn(({ tag, base }) => {
      if (tag === BIND) binds += 1;
      if (tag === BIND) return [result(BIND, 0)];
      return base === '' ? [AD_ROOT, result(SEARCH, 0)] : [result(SEARCH, 1, AD_REFUSAL)];
    }, wideBer);
    t.after(server.stop);
    const report = await meetStore('ldap', 'active-directory-closed', server.port, { source });
    assert.equal(report.software, 'active-directory');
    assert.equal(report.verdict, 'closed');
    assert.deepEqual(report.posture, { identify: 'yes', ...REFUSED });
    assert.equal(treesOf(report)?.[0], 'DC=corp,DC=example,DC=org');
    assert.equal(binds, 1);
  });

  it('calls an Active Directory open whose dSHeuristics let anonymous clients search, and asks the domain only', async (t) => {
    const bases = new Set<string>();
    const server = await standIn(({ base, attributes }) => {
      bases.add(base);
      if (base === '') return [AD_ROOT, result(SEARCH, 0)];
      const one = attributes[0] === '1.1' ? [entry('CN=Users,DC=corp,DC=example,DC=org', {})] : [];
      return [...one, result(SEARCH, 4)];
    }, wideBer);
    t.after(server.stop);
    const report = await meetStore('ldap', 'active-directory-open', server.port, { source });
    assert.deepEqual(report.posture, READABLE);
    assert.deepEqual([...bases], ['', 'DC=corp,DC=example,DC=org']);
    assert.doesNotMatch(JSON.stringify(report), /CN=Users/);
  });

  it('counts the entries below the top where the server keeps the number (389 Directory Server)', async (t) => {
    const server = await standIn(({ base, scope }) => {
      const root = {
        namingContexts: ['dc=example,dc=com', 'o=netscaperoot'],
        vendorName: ['389 Project'],
        vendorVersion: ['389-Directory/1.4.4.11 B2021.070.1606'],
      };
      if (base === '') return [entry('', root), result(SEARCH, 0)];
      if (base !== 'dc=example,dc=com') return [result(SEARCH, 32)];
      return scope === 0
        ? [entry(base, { numSubordinates: ['4'] }), result(SEARCH, 0)]
        : [entry('ou=groups,dc=example,dc=com', {}), result(SEARCH, 4)];
    });
    t.after(server.stop);
    const report = await meetStore('ldap', '389-open', server.port, { source });
    assert.equal(report.software, '389-ds');
    assert.equal(report.version, '1.4.4.11');
    assert.deepEqual(report.posture, { ...READABLE, count: 'yes' });
    assert.deepEqual(report.inventory?.containers, [
      {
        name: 'dc=example,dc=com',
        collections: [{ name: 'entries below the top', rows: 4, rowsBasis: 'exact', columns: [] }],
      },
      { name: 'o=netscaperoot', collections: [] },
    ]);
  });

  for (const [name, code, message] of [
    ['389-closed', 48, 'Anonymous access is not allowed.'],
    ['opendj-closed', 53, 'Rejecting the requested operation because the connection has not been authenticated'],
    ['stronger-authentication', 8, ''],
  ] as const) {
    it(`calls a directory closed that refuses with ${code} what is not its root entry (${name})`, async (t) => {
      const server = await standIn(({ tag, base }) => {
        if (tag === BIND) return [result(BIND, code, message)];
        const root = entry('', { namingContexts: ['dc=example,dc=com'] });
        return base === '' ? [root, result(SEARCH, 0)] : [result(SEARCH, code, message)];
      });
      t.after(server.stop);
      const report = await meetStore('ldap', name, server.port, { source });
      assert.equal(report.verdict, 'closed');
      assert.equal(report.posture.identify, 'yes');
    });
  }

  it('says that it is anonymous to a directory that wants to hear it', async (t) => {
    let bound = false;
    const server = await standIn(({ tag, base }) => {
      if (tag === BIND) bound = true;
      if (tag === BIND) return [result(BIND, 0)];
      if (!bound) return [result(SEARCH, 1, 'a successful bind must be completed')];
      return [entry('', base === '' ? { namingContexts: ['o=Example'] } : {}), result(SEARCH, 0)];
    });
    t.after(server.stop);
    const report = await meetStore('ldap', 'bind-first', server.port, { source });
    assert.equal(report.posture.read, 'yes');
    assert.deepEqual(treesOf(report), ['o=Example']);
  });

  it('searches the whole directory for one entry where no tree is named', async (t) => {
    const server = await standIn(({ scope }) => [entry('', {}), result(SEARCH, scope === 2 ? 4 : 0)]);
    t.after(server.stop);
    const report = await meetStore('ldap', 'no-trees', server.port, { source });
    assert.equal(report.posture.read, 'yes');
    assert.equal(report.inventory, undefined);
  });

  it('does not show a tree whose name could be a person’s', async (t) => {
    const server = await standIn(({ base }) => [
      entry('', base === '' ? { namingContexts: ['mail=ada@example.org'] } : {}),
      result(SEARCH, 0),
    ]);
    t.after(server.stop);
    const report = await meetStore('ldap', 'tree-of-a-person', server.port, { source });
    assert.doesNotMatch(JSON.stringify(report), /ada@|mail=/);
  });

  for (const [name, code] of [
    ['busy', 51],
    ['unavailable', 52],
    ['referral', 10],
  ] as const) {
    it(`does not call a directory closed that answers ${code} (${name})`, async (t) => {
      const server = await standIn(({ base }) =>
        base === ''
          ? [entry('', { namingContexts: ['dc=example,dc=com'] }), result(SEARCH, 0)]
          : [result(SEARCH, code)],
      );
      t.after(server.stop);
      const report = await meetStore('ldap', name, server.port, { source });
      assert.equal(report.verdict, 'unknown');
      assert.equal(report.posture.identify, 'yes');
    });
  }

  it('knows nothing of a directory that floods it with entries', async (t) => {
    const flood = Array.from({ length: 200 }, () => entry('uid=x,dc=example,dc=com', {}));
    const server = await standIn(({ base }) =>
      base === ''
        ? [entry('', { namingContexts: ['dc=example,dc=com'] }), result(SEARCH, 0)]
        : [...flood, result(SEARCH, 0)],
    );
    t.after(server.stop);
    const report = await meetStore('ldap', 'flood', server.port, { source });
    assert.equal(report.verdict, 'unknown');
  });

  it('recognises a directory by its notice of disconnection', async (t) => {
    const notice = ber(
      BER.sequence,
      berInteger(0),
      ber(0x78, berInteger(52, BER.enumerated), octets(''), octets('going down'), ber(0x8a, '1.3.6.1.4.1.1466.20036')),
    );
    const server = await startTcpStandIn((socket) => socket.once('data', () => socket.end(notice)));
    t.after(server.stop);
    const report = await meetStore('ldap', 'notice-of-disconnection', server.port, { source });
    assert.equal(report.verdict, 'unknown');
    assert.equal(report.posture.identify, 'unknown');
  });

  it('does not take another protocol for LDAP that starts with the same byte', async (t) => {
    const server = await startTcpStandIn((socket) =>
      socket.on('data', () => socket.write(Buffer.from('300c0201016507020100040004', 'hex'))),
    );
    t.after(server.stop);
    assert.ok(!('product' in (await meet('ldap', 'not-ldap', server.port, { source }))));
  });
});

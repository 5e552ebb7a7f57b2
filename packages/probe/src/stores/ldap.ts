// LDAP directories: OpenLDAP, 389 Directory Server, Active Directory, OpenDJ and others. No name of an entry (DN) is kept.
// https://www.rfc-editor.org/rfc/rfc4511
import type { Rule } from '../finding.ts';
import type { Container, Inventory } from '../inventory.ts';
import { Ended, type Exchange, type Line } from '../line.ts';
import { type Posture, posture, refused } from '../posture.ts';
import { defineStore, type Examination } from '../store.ts';
import { evidence, type Visit } from '../visit.ts';
import {
  LDAP,
  type LdapAnswer,
  type LdapSearch,
  ldapAnonymousBind,
  ldapAnswer,
  ldapFirstMessage,
  ldapSearch,
  ldapStartTls,
  ldapUnbind,
} from '../wire/ldap.ts';

const CLOSING_STEPS = [
  'Close ports 389 and 636 (3268 and 3269 of a global catalog) to everybody but the hosts that need the directory, before anything else.',
  'OpenLDAP: take the right of anonymous clients out of olcAccess (`by users read by anonymous auth by * none`), set olcDisallows: bind_anon and olcRequires: authc.',
  '389 Directory Server: dsconf INSTANCE config replace nsslapd-allow-anonymous-access=rootdse.',
  'OpenDJ and PingDirectory: dsconfig set-global-configuration-prop --set reject-unauthenticated-requests:true.',
  'Active Directory: set the seventh character of dSHeuristics back to 0 and take ANONYMOUS LOGON out of the access lists.',
];

const ANONYMOUS_READ: Rule = {
  id: 'ldap/anonymous-read',
  severity: 'high',
  title: 'The directory shows its entries to anyone who connects',
  why:
    'A directory holds the people of an organisation: names, e-mail addresses, telephone numbers, groups, often accounts ' +
    'and hosts. This one returns entries to a client without a name and a password: whoever reaches the port can copy what ' +
    'anonymous clients may see, which is personal data and the list of accounts that an attacker needs for guessing ' +
    'passwords and writing convincing mails.',
  remedy: () => ({
    summary: 'Take the right to read away from anonymous clients, and ask for a login before every operation.',
    steps: [
      ...CLOSING_STEPS,
      'Give applications that searched without a login an account of their own that may read what they need.',
    ],
    configuration: {
      file: 'cn=config of OpenLDAP, by ldapmodify (other servers: see the steps)',
      text: [
        'dn: cn=config',
        'changetype: modify',
        'add: olcDisallows',
        'olcDisallows: bind_anon',
        '-',
        'add: olcRequires',
        'olcRequires: authc',
      ].join('\n'),
    },
    verify:
      'ldapsearch -x -H ldap://HOST -b BASE -s one -z 1 1.1 has to answer Inappropriate authentication (48), Insufficient access (50) or Operations error (1).',
    reference: 'https://www.openldap.org/doc/admin26/access-control.html',
  }),
};

const ANONYMOUS_CLIENTS: Rule = {
  id: 'ldap/anonymous-clients',
  severity: 'medium',
  title: 'The directory lets strangers in, and shows them nothing of what was asked for',
  why:
    'The directory answers clients without a name and a password, tells them what it serves, and showed none of the ' +
    'entries below its top. So an access list stands between strangers and the data: one line of it too wide, or a branch ' +
    'whose name a stranger knows, and entries show. Whether such a branch exists was not tried.',
  remedy: () => ({
    summary: 'Ask for a login before every operation, so that not only an access list keeps strangers out.',
    steps: [...CLOSING_STEPS, 'Read the access list once as an anonymous client would (slapacl for OpenLDAP).'],
    verify:
      'ldapsearch -x -H ldap://HOST -b BASE -s base 1.1 has to answer Inappropriate authentication (48) or Server is unwilling to perform (53).',
    reference: 'https://www.openldap.org/doc/admin26/security.html',
  }),
};

/** What is asked of the server's own entry: names of its parts and of its makers, no host name. */
const ROOT_DSE: LdapSearch = {
  base: '',
  scope: 'base',
  attributes: [
    'objectClass',
    'namingContexts',
    'defaultNamingContext',
    'supportedLDAPVersion',
    'supportedCapabilities',
    'vendorName',
    'vendorVersion',
  ],
  sizeLimit: 1,
};

/** A server with a hundred suffixes is asked about the first of them. */
const MAX_CONTEXTS = 5;
/** An answer to questions for one entry without its attributes; a root DSE can have some kilobytes. */
const MAX_REPLY = 256 * 1024;

export default defineStore({
  products: [{ id: 'ldap', title: 'LDAP directory' }],
  ports: [
    { port: 389, transport: 'ldap' },
    { port: 636, transport: 'ldap', tls: true },
    { port: 3268, transport: 'ldap' },
    { port: 3269, transport: 'ldap', tls: true },
  ],
  prevalence: 'common',
  tells: ['identify', 'list', 'count', 'read', 'version', 'inventory'],
  protocol: 'https://www.rfc-editor.org/rfc/rfc4511',
  testedAgainst: 'real server',
  recognise: {
    /** A notice of disconnection is what some servers have for words that are not LDAP. */
    retort: (bytes) => {
      if (bytes[0] !== 0x30) return undefined;
      const framed = ldapFirstMessage(1)(bytes, false);
      if (framed === 'more') return 'more';
      return framed === 'foreign' ? undefined : { transport: 'ldap' };
    },
    hello: {
      bytes: () => ldapSearch(1, { base: '', scope: 'base', attributes: ['1.1'], sizeLimit: 1 }),
      frame: (bytes, final) => {
        const framed = ldapFirstMessage(1)(bytes, final);
        if (framed === 'more' && !final) return 'more';
        const isLdap = typeof framed === 'object';
        return { reply: isLdap ? { transport: 'ldap' } : undefined, used: bytes.length };
      },
    },
  },
  rules: [ANONYMOUS_READ, ANONYMOUS_CLIENTS],
  examine,
});

async function examine(visit: Visit): Promise<Examination> {
  const line = await visit.connect();
  if (line instanceof Ended) return { product: 'ldap', posture: posture({}), signs: [] };
  const session = new Session(line);
  try {
    return await converse(session);
  } finally {
    session.end();
  }
}

async function converse(session: Session): Promise<Examination> {
  const root = await session.search(ROOT_DSE);
  const about = identityOf(root);
  if (root instanceof Ended) return { ...about, posture: posture({}), signs: [] };
  if (asksForLogin(root)) return { ...about, posture: refused('no'), signs: [] };
  const identify = root.entries > 0 ? 'yes' : 'unknown';
  const contexts = contextsOf(root);
  const looks = await lookInto(session, contexts.own.slice(0, MAX_CONTEXTS));
  const best = looks.find((look) => look.found === 'entries') ?? looks.find((look) => look.found === 'nothing');
  const inventory = inventoryOf(contexts.all, looks);
  return {
    ...about,
    posture: { ...postureOf(looks), identify },
    ...(inventory && { inventory }),
    signs: best
      ? [{ rule: best.found === 'entries' ? ANONYMOUS_READ : ANONYMOUS_CLIENTS, evidence: [proofOf(best)] }]
      : [],
    caveats: caveatsOf(looks, session),
  };
}

/** One connection: questions with their numbers; TLS and the anonymous login where the server wants them, once each. */
class Session {
  readonly #line: Line;
  #lastId = 0;
  #hasBound = false;
  #hasSecured = false;

  constructor(line: Line) {
    this.#line = line;
  }

  get usedStartTls(): boolean {
    return this.#hasSecured;
  }

  /** A client that has not logged in is an anonymous one (RFC 4513, section 4); some servers want to hear it said. */
  async search(search: LdapSearch): Promise<LdapAnswer | Ended> {
    const answer = await this.#ask((id) => ldapSearch(id, search));
    if (answer instanceof Ended || answer.disconnects) return answer;
    if (answer.code === LDAP.confidentialityRequired && (await this.#secure())) return this.search(search);
    if (!asksForLogin(answer) || this.#hasBound) return answer;
    this.#hasBound = true;
    const bound = await this.#ask(ldapAnonymousBind);
    return bound instanceof Ended || bound.code !== LDAP.success ? answer : this.search(search);
  }

  exchange(): Exchange {
    return this.#line.exchange();
  }

  end(): void {
    this.#line.send(ldapUnbind(this.#lastId + 1));
    this.#line.close();
  }

  async #secure(): Promise<boolean> {
    if (this.#line.tls || this.#hasSecured) return false;
    this.#hasSecured = true;
    const answer = await this.#ask(ldapStartTls);
    if (answer instanceof Ended || answer.code !== LDAP.success) return false;
    return (await this.#line.startTls()) === undefined;
  }

  #ask(question: (id: number) => Uint8Array): Promise<LdapAnswer | Ended> {
    this.#lastId += 1;
    return this.#line.ask(question(this.#lastId), ldapAnswer(this.#lastId), { maxBytes: MAX_REPLY });
  }
}

/**
 * Whether a login is demanded of everybody, for every operation. OpenLDAP, OpenDJ and PingDirectory are unwilling to
 * perform (53); Active Directory reports an operations error and says in words that a bind is missing.
 */
function asksForLogin({ code, message }: LdapAnswer): boolean {
  if (code === LDAP.strongerAuthRequired || code === LDAP.inappropriateAuthentication) return true;
  if (code === LDAP.unwillingToPerform) return /authenticat|anonymous|\bbind\b/i.test(message);
  return code === LDAP.operationsError && /successful bind must be completed/i.test(message);
}

// ---- what the server says of itself

function identityOf(root: LdapAnswer | Ended): Pick<Examination, 'product' | 'version' | 'software'> {
  const told = (name: string) => (root instanceof Ended ? [] : (root.attributes.get(name.toLowerCase()) ?? []));
  const vendor = `${told('vendorName').join(' ')} ${told('vendorVersion').join(' ')}`;
  const version = told('vendorVersion')[0]?.match(/\d+(?:\.\d+)+/)?.[0];
  const software = softwareOf(vendor, told('supportedCapabilities'), told('objectClass'));
  return {
    product: 'ldap',
    ...(version !== undefined && { version }),
    ...(software !== undefined && { software }),
  };
}

/** Words in vendorName and vendorVersion (RFC 3045), and the program they stand for. */
const VENDORS: readonly (readonly [RegExp, string])[] = [
  [/samba/i, 'samba'],
  [/389[ -]|389 Project/i, '389-ds'],
  [/Red Hat/i, '389-ds'],
  [/OpenDJ|ForgeRock|Open Identity Platform/i, 'opendj'],
  [/PingDirectory|Ping Identity/i, 'pingdirectory'],
  [/ApacheDS|Apache Software Foundation/i, 'apacheds'],
  [/eDirectory|Novell|NetIQ/i, 'edirectory'],
  [/LLDAP/i, 'lldap'],
  [/Kanidm/i, 'kanidm'],
  [/International Business Machines|\bIBM\b/i, 'ibm-directory'],
  [/Oracle|Sun Microsystems/i, 'oracle-directory'],
];

/** Capabilities by which Active Directory names itself: as a domain controller, and as Lightweight Directory Services. */
const ACTIVE_DIRECTORY = '1.2.840.113556.1.4.800';
const ACTIVE_DIRECTORY_LDS = '1.2.840.113556.1.4.1851';

function softwareOf(vendor: string, capabilities: readonly string[], classes: readonly string[]): string | undefined {
  const named = VENDORS.find(([words]) => words.test(vendor))?.[1];
  if (named !== undefined) return named;
  if (capabilities.includes(ACTIVE_DIRECTORY)) return 'active-directory';
  if (capabilities.includes(ACTIVE_DIRECTORY_LDS)) return 'active-directory-lds';
  return classes.includes('OpenLDAProotDSE') ? 'openldap' : undefined;
}

/** Trees that a server keeps of itself: its settings, its schema, its log of changes, its state. */
const OF_THE_SERVER =
  /^(?:cn=(?:config(?:uration)?|schema|subschema|monitor|changelog|accesslog)|dc=(?:domain|forest)dnszones|ou=(?:system|schema|config))\b/i;

/** All trees, and those that hold data, the default one first. One without a name has the whole directory in it. */
function contextsOf(root: LdapAnswer): { all: readonly string[]; own: readonly string[] } {
  const first = root.attributes.get('defaultnamingcontext') ?? [];
  const all = [...new Set([...first, ...(root.attributes.get('namingcontexts') ?? [])])];
  const own = all.filter((name) => !OF_THE_SERVER.test(name));
  return { all, own: own.length > 0 ? own : [''] };
}

// ---- what it shows of its trees

interface Look {
  readonly context: string;
  /** Entries; none, be it by an access list or since there are none; a demand for a login; or nothing that tells. */
  readonly found: 'entries' | 'nothing' | 'login' | 'unclear';
  readonly exchange: Exchange;
  /** Entries directly below the top, as the server counts them. */
  readonly below?: number;
}

async function lookInto(session: Session, contexts: readonly string[]): Promise<Look[]> {
  const looks: Look[] = [];
  for (const context of contexts) {
    const answer = await session.search({
      base: context,
      scope: context === '' ? 'subtree' : 'one',
      attributes: ['1.1'],
      sizeLimit: 1,
      typesOnly: true,
    });
    const exchange = session.exchange();
    const found = readLook(answer);
    const below = found === 'entries' && context !== '' ? await countBelow(session, context) : undefined;
    looks.push({ context, found, exchange, ...(below !== undefined && { below }) });
    if (answer instanceof Ended || answer.disconnects || found === 'login') break;
  }
  return looks;
}

/** A tree that the server names and then denies (32) is hidden by an access list, or has no entry yet. */
function readLook(answer: LdapAnswer | Ended): Look['found'] {
  if (answer instanceof Ended) return 'unclear';
  if (answer.entries > 0) return 'entries';
  if (asksForLogin(answer)) return 'login';
  const hides: readonly number[] = [LDAP.success, LDAP.insufficientAccessRights, LDAP.noSuchObject];
  return hides.includes(answer.code) && !answer.disconnects ? 'nothing' : 'unclear';
}

/** `numSubordinates` is kept by 389 Directory Server, OpenDJ and Oracle's; OpenLDAP and Active Directory have no count. */
async function countBelow(session: Session, base: string): Promise<number | undefined> {
  const answer = await session.search({ base, scope: 'base', attributes: ['numSubordinates'], sizeLimit: 1 });
  const told = answer instanceof Ended ? undefined : answer.attributes.get('numsubordinates')?.[0];
  return told !== undefined && /^\d{1,12}$/.test(told) ? Number(told) : undefined;
}

/** The trees' names are told to everybody by design (RFC 4512, section 5.1): listing means entries. */
function postureOf(looks: readonly Look[]): Posture {
  const has = (found: Look['found']) => looks.some((look) => look.found === found);
  if (has('entries')) {
    const counted = looks.some((look) => look.below !== undefined);
    return posture({ list: 'yes', count: counted ? 'yes' : 'unknown', read: 'yes' });
  }
  if (has('login')) return refused('yes');
  // Branches below may have rights of their own: nothing is said about reading.
  if (has('unclear') || looks.length === 0) return posture({});
  return posture({ list: 'no', count: 'no' });
}

function proofOf(look: Look) {
  const asked = 'a search for one entry without its attributes, without a login';
  const answered = look.found === 'entries' ? 'an entry' : 'no entry, and no demand for a login';
  return evidence(look.exchange, asked, answered);
}

function inventoryOf(contexts: readonly string[], looks: readonly Look[]): Inventory | undefined {
  if (contexts.length === 0) return undefined;
  const containers = contexts.map((context): Container => {
    const rows = looks.find((look) => look.context === context)?.below;
    const below = { name: 'entries below the top', rows: rows ?? 0, rowsBasis: 'exact' as const, columns: [] };
    return { name: nameOf(context), collections: rows === undefined ? [] : [below] };
  });
  return { containers };
}

/** A tree's name is made of a domain or an organisation; any other could be a person's. */
function nameOf(context: string): string {
  if (context === '') return '(the whole directory)';
  const isSafe = /^(?:\s*(?:dc|o|ou|c|l|st|cn)\s*=[^,=]*,?)+$/i.test(context);
  return isSafe ? context : '(a tree of another form of name)';
}

function caveatsOf(looks: readonly Look[], session: Session): string[] {
  const has = (found: Look['found']) => looks.some((look) => look.found === found);
  const counted = looks.some((look) => look.below !== undefined);
  return [
    ...(has('entries') && !counted ? [NOT_COUNTED] : []),
    ...(has('nothing') && !has('entries') ? [OTHER_BRANCHES] : []),
    ...(session.usedStartTls ? ['The directory answers after StartTLS only.'] : []),
  ];
}

const NOT_COUNTED =
  'How many entries strangers may see was not counted: this directory keeps no count, and counting would fetch the name of each.';
const OTHER_BRANCHES =
  'The tops of the trees show nothing to strangers; whether a branch below shows something to one who knows its name was not tried.';

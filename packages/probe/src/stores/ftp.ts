// FTP servers: vsftpd, ProFTPD, Pure-FTPd, FileZilla Server, Microsoft's and others. https://www.rfc-editor.org/rfc/rfc959
//
// Anonymous login is what FTP has for a client without credentials (RFC 1635): the user name is `anonymous`, and the
// line after PASS carries no secret but says who is calling, by custom an e-mail address. It has to be said, since a
// server that knows no anonymous user answers `USER anonymous` in the same way and refuses after PASS only. So PASS is
// sent once, with the word `vigie-scan@`, which names the scanner; nothing else is ever sent as a password.
//
// Listings come over the control connection (STAT with a path), since the address of a data connection is the server's
// to choose. No name of a file is kept; nothing is fetched and nothing is stored.
import type { Evidence, Rule, Sign } from '../finding.ts';
import type { Inventory } from '../inventory.ts';
import { Ended, type Exchange, type Line } from '../line.ts';
import { type Answer, posture, refused } from '../posture.ts';
import { defineStore, type Examination, type Recognition } from '../store.ts';
import { evidence, type Visit } from '../visit.ts';
import { type FtpListing, type FtpReply, ftpListing, ftpPermissions, ftpReply } from '../wire/ftp.ts';

/** How vsftpd, ProFTPD, Pure-FTPd and Microsoft's server turn anonymous logins off. */
const CLOSING_STEPS = [
  'Close port 21 to everybody but those who need it, before anything else.',
  'vsftpd: set anonymous_enable=NO in /etc/vsftpd.conf.',
  'ProFTPD: take the <Anonymous> section out of proftpd.conf. Pure-FTPd: start it with -E (NoAnonymous yes).',
  'Microsoft FTP: turn Anonymous Authentication off for the site.',
  'Restart the server.',
];

const ANONYMOUS_LOGIN: Rule = {
  id: 'ftp/anonymous-login',
  severity: 'high',
  title: 'The FTP server gives its files to anyone who connects',
  why:
    'FTP servers hold files that are exchanged: exports of customers, backups, scans, drawings. This one lets a client in ' +
    'that calls itself anonymous, and lists files to it: whoever reaches the port can copy them. Some servers are meant ' +
    'for that, such as mirrors of free software; on any other, nobody is asked who he is.',
  remedy: () => ({
    summary: 'Turn anonymous logins off, or make sure that only what is meant for everybody lies there.',
    steps: [
      ...CLOSING_STEPS,
      'Look in the transfer log for what was fetched by whom, and treat those files as known to strangers.',
      'Move to SFTP or FTPS for those who log in: plain FTP sends passwords and files readable on the way.',
    ],
    configuration: { file: '/etc/vsftpd.conf (vsftpd)', text: 'anonymous_enable=NO' },
    verify: 'curl ftp://HOST/ (which logs in as anonymous) has to answer: Access denied: 530.',
    reference: 'https://security.appspot.com/vsftpd/vsftpd_conf.html',
  }),
};

const ANONYMOUS_WRITE: Rule = {
  id: 'ftp/anonymous-write',
  severity: 'critical',
  title: 'Strangers may store files on the FTP server',
  why:
    'The server itself says that an anonymous client may create files or folders where it lands. Whoever reaches the port ' +
    'can fill the disk, plant a file that somebody or some program will open, or use the server to pass on what is illegal.',
  remedy: () => ({
    summary: 'Take the right to write away from anonymous clients.',
    steps: [
      ...CLOSING_STEPS,
      'Where anonymous clients have to stay: vsftpd: set anon_upload_enable, anon_mkdir_write_enable and anon_other_write_enable to NO. ProFTPD: <Limit WRITE> DenyAll </Limit> within <Anonymous>.',
      'Look for files that nobody of yours has put there.',
    ],
    configuration: { file: '/etc/vsftpd.conf (vsftpd)', text: 'anonymous_enable=NO\nanon_upload_enable=NO' },
    verify: 'The fact perm= in the answer to MLST after an anonymous login has to be without c, m and p.',
    reference: 'https://www.rfc-editor.org/rfc/rfc3659#section-7.5.5',
  }),
};

const ANONYMOUS_RESTRICTED: Rule = {
  id: 'ftp/anonymous-restricted',
  severity: 'medium',
  title: 'The FTP server lets strangers in, and showed no file to them',
  why:
    'The server accepts a client that calls itself anonymous. It did not list files where the client lands, or has none ' +
    'there; but a stranger is inside, may fetch what he knows or guesses the name of, and sees whatever is put there later.',
  remedy: () => ({
    summary: 'Turn anonymous logins off unless they are needed.',
    steps: CLOSING_STEPS,
    configuration: { file: '/etc/vsftpd.conf (vsftpd)', text: 'anonymous_enable=NO' },
    verify: 'curl ftp://HOST/ (which logs in as anonymous) has to answer: Access denied: 530.',
    reference: 'https://security.appspot.com/vsftpd/vsftpd_conf.html',
  }),
};

export default defineStore({
  products: [{ id: 'ftp', title: 'FTP server' }],
  ports: [
    { port: 21, transport: 'ftp' },
    { port: 990, transport: 'ftp', tls: true },
  ],
  prevalence: 'common',
  tells: ['identify', 'list', 'count', 'read', 'write', 'version', 'inventory'],
  protocol: 'https://www.rfc-editor.org/rfc/rfc959',
  testedAgainst: 'real server',
  recognise: { banner: recogniseGreeting },
  rules: [ANONYMOUS_LOGIN, ANONYMOUS_WRITE, ANONYMOUS_RESTRICTED],
  examine,
});

/**
 * Mail servers greet with 220 too, and so do others. Only a greeting that says FTP in one of its names is taken for it,
 * and none that says that it is something else: what is sent afterwards would be an offence to a mail server.
 */
function recogniseGreeting(bytes: Uint8Array): Recognition {
  const framed = ftpReply(bytes, false);
  if (framed === 'more') return 'more';
  if (framed === 'foreign' || ![120, 220, 421].includes(framed.reply.code)) return undefined;
  const text = framed.reply.lines.join('\n');
  const isFtp = /ftp|FileZilla|Serv-U|Service ready for new user|disconnected after \d+ minutes of inactivity/i.test(
    text,
  );
  const isOther = /SMTP|LMTP|\bMail\b|Postfix|Exim|Sendmail|NNTP|HylaFAX|VMware Authentication/i.test(text);
  return isFtp && !isOther ? { transport: 'ftp' } : undefined;
}

// ---- the login

/** How the anonymous login ended: on a line that is logged in; refused; after TLS only; or nothing that tells. */
type Login =
  | { readonly outcome: 'in'; readonly line: Line; readonly greeting: string; readonly exchange: Exchange }
  | { readonly outcome: 'refused' | 'wants-tls' | 'unclear'; readonly greeting: string };

/** Codes that refuse this user: not logged in, an account is needed, invalid name or password, no access. */
const REFUSALS: readonly number[] = [332, 430, 530, 532, 550, 553];
/** As vsftpd, ProFTPD, Pure-FTPd, FileZilla and Microsoft's server word it; RFC 4217 has 534 for it. */
const WANTS_TLS = /\b(?:TLS|SSL|AUTH)\b|encryption|cleartext/;

/** Servers look up the client's name before they greet, and wait before they refuse. */
const PATIENCE = { withinMs: 4000 };

async function examine(visit: Visit): Promise<Examination> {
  const plain = await logIn(visit, false);
  const login = plain.outcome === 'wants-tls' ? await logIn(visit, true) : plain;
  const identity = identityOf(login.greeting || plain.greeting);
  const caveats = plain.outcome === 'wants-tls' ? ['Anonymous clients are heard after AUTH TLS only.'] : [];
  if (login.outcome !== 'in') {
    const knows = identity.software !== undefined;
    const isRefused = login.outcome === 'refused';
    const known = isRefused ? refused(knows ? 'yes' : 'no') : posture(knows ? { identify: 'yes' } : {});
    return { ...identity, posture: known, signs: [], caveats };
  }
  const { line } = login;
  try {
    const found = await lookAround(line, identity, login.exchange);
    line.send('QUIT\r\n');
    return { ...found, caveats: [...caveats, ...(found.caveats ?? [])] };
  } finally {
    line.close();
  }
}

async function logIn(visit: Visit, underTls: boolean): Promise<Login> {
  const line = await visit.connect();
  if (line instanceof Ended) return { outcome: 'unclear', greeting: '' };
  const login = await introduce(line, underTls);
  if (login.outcome !== 'in') line.close();
  return login;
}

async function introduce(line: Line, underTls: boolean): Promise<Login> {
  let hello = await line.receive(ftpReply, PATIENCE);
  // 120: the service will be ready in a while.
  if (codeOf(hello) === 120) hello = await line.receive(ftpReply, PATIENCE);
  const greeting = textOf(hello);
  if (codeOf(hello) !== 220) return { outcome: refusalOf(hello), greeting };
  if (underTls) {
    const agreed = codeOf(await line.ask('AUTH TLS\r\n', ftpReply));
    if (agreed !== 234 && agreed !== 334) return { outcome: 'unclear', greeting };
    if (await line.startTls()) return { outcome: 'unclear', greeting };
  }
  let reply = await line.ask('USER anonymous\r\n', ftpReply, PATIENCE);
  if (codeOf(reply) === 331) reply = await line.ask('PASS vigie-scan@\r\n', ftpReply, PATIENCE);
  if (codeOf(reply) === 230) return { outcome: 'in', line, greeting, exchange: line.exchange() };
  const outcome = refusalOf(reply);
  return { outcome: underTls && outcome === 'wants-tls' ? 'unclear' : outcome, greeting };
}

function refusalOf(reply: FtpReply | Ended): 'refused' | 'wants-tls' | 'unclear' {
  const code = codeOf(reply);
  if (code >= 400 && WANTS_TLS.test(textOf(reply))) return 'wants-tls';
  return REFUSALS.includes(code) ? 'refused' : 'unclear';
}

const codeOf = (reply: FtpReply | Ended): number => (reply instanceof Ended ? 0 : reply.code);
const textOf = (reply: FtpReply | Ended): string => (reply instanceof Ended ? '' : reply.lines.join('\n'));

// ---- what the server says of itself

/** Words of greetings and of status replies, with the version where they have one. */
const PROGRAMS: readonly (readonly [RegExp, string])[] = [
  [/vsFTPd(?: (\d[\w.+-]*))?/i, 'vsftpd'],
  [/ProFTPD(?: (\d[\w.+-]*))?/i, 'proftpd'],
  [/Pure-FTPd(?: (\d[\w.+-]*))?/i, 'pure-ftpd'],
  [/FileZilla Server(?: version)?(?: (\d[\w.+-]*))?/i, 'filezilla-server'],
  [/pyftpdlib(?: (\d[\w.+-]*))?/i, 'pyftpdlib'],
  [/Microsoft FTP Service(?: \(Version (\d[\w.]*)\))?/i, 'microsoft-ftp'],
  [/Serv-U FTP[- ]Server v?(\d[\w.]*)?/i, 'serv-u'],
  [/wu-(\d[\w.()-]*)/i, 'wu-ftpd'],
];

function identityOf(text: string): Pick<Examination, 'product' | 'version' | 'software'> {
  for (const [words, software] of PROGRAMS) {
    const match = text.match(words);
    if (match) return { product: 'ftp', software, ...(match[1] !== undefined && { version: match[1] }) };
  }
  return { product: 'ftp' };
}

// ---- what an anonymous client may do

type Found = Omit<Examination, 'caveats'> & { readonly caveats?: readonly string[] };

async function lookAround(line: Line, greeted: ReturnType<typeof identityOf>, entered: Exchange): Promise<Found> {
  const status = greeted.version === undefined ? await line.ask('STAT\r\n', ftpReply) : undefined;
  const told = status && identityOf(textOf(status));
  const identity = told?.version !== undefined ? told : greeted;
  // `.` is where the login lands; `/` can be the machine's own where the server does not lock clients in.
  const stat = await line.ask('STAT .\r\n', ftpReply, PATIENCE);
  const listing = stat instanceof Ended ? undefined : ftpListing(stat);
  const proofs = [
    evidence(entered, 'USER anonymous, and PASS vigie-scan@ where a line was asked for', '230: logged in'),
    ...(listing ? [evidence(line.exchange(), 'STAT .', 'a listing, which was counted')] : []),
  ];
  const facts = await line.ask('MLST\r\n', ftpReply);
  const perm = facts instanceof Ended ? undefined : ftpPermissions(facts);
  const listed = listedOf(stat, listing, perm);
  const known = posture({
    identify: 'yes',
    list: listed,
    count: listing ? 'yes' : listed === 'no' ? 'no' : 'unknown',
    read: listing?.readable ? 'yes' : 'unknown',
    write: perm !== undefined && /[cmp]/.test(perm) ? 'yes' : 'unknown',
  });
  const inventory = listing && inventoryOf(listing, stat instanceof Ended || stat.cut);
  return {
    ...identity,
    posture: known,
    ...(inventory && { inventory }),
    signs: signsOf(known, proofs, evidence(line.exchange(), 'MLST', 'facts with a right to create')),
    caveats: known.read === 'yes' ? [] : [NOT_LISTED[listed]],
  };
}

/** Whether names are listed: by a listing, by its refusal, or by the facts of the folder. */
function listedOf(stat: FtpReply | Ended, listing: FtpListing | undefined, perm: string | undefined): Answer {
  if (listing) return 'yes';
  if ([450, 530, 550, 553].includes(codeOf(stat))) return 'no';
  return perm === undefined ? 'unknown' : /[el]/.test(perm) ? 'yes' : 'unknown';
}

const NOT_LISTED: Readonly<Record<Answer, string>> = {
  yes: 'Nothing that everybody may read was seen where the login lands; folders below were not looked into.',
  no: 'Listing is refused; whether files can be fetched by name was not tried.',
  unknown: 'This server lists over a second connection only, which is not opened: its files were not counted.',
};

function signsOf(known: Examination['posture'], proofs: readonly Evidence[], facts: Evidence): Sign[] {
  const main: Sign = { rule: known.read === 'yes' ? ANONYMOUS_LOGIN : ANONYMOUS_RESTRICTED, evidence: proofs };
  return known.write === 'yes' ? [main, { rule: ANONYMOUS_WRITE, evidence: [facts] }] : [main];
}

function inventoryOf(listing: FtpListing, isCut: boolean): Inventory {
  const { files, bytes, folders } = listing;
  const exact = { rowsBasis: 'exact', columns: [] } as const;
  return {
    containers: [
      {
        name: 'top folder',
        collections: [
          { name: 'files', rows: files, bytes, bytesBasis: 'exact', ...exact },
          { name: 'folders', rows: folders, ...exact },
        ],
      },
    ],
    // What lies in the folders is not counted.
    ...((folders > 0 || isCut) && { truncated: true }),
  };
}

// Hashes of passwords that say what they are: algorithm, cost, and whether that cost still holds.
// Forms: crypt(5) of libxcrypt, Passlib's modular crypt formats, PHC string format, Django, Werkzeug, ASP.NET Identity, RFC 2307.
// Costs: OWASP Password Storage Cheat Sheet, as of November 2026: Argon2id 19 MiB and 2 passes (or its equals), scrypt 2^17, bcrypt 10,
// PBKDF2 with HMAC-SHA-256 600,000, SHA-512 220,000, SHA-1 1,400,000.
// https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html

export interface PasswordHash {
  /** `bcrypt`, `argon2id`, `PBKDF2-HMAC-SHA-256`, `md5crypt`. */
  readonly algorithm: string;
  /** In the algorithm's own measure: "cost 12", "19456 KiB, 2 passes", "600000 iterations". Empty where there is none. */
  readonly cost: string;
  readonly strength: 'weak' | 'strong';
  /** Why it is weak. */
  readonly why?: string;
}

interface Form {
  /** At the start of the value and to its end, one group for each number of the cost. */
  readonly pattern: RegExp;
  read(found: RegExpExecArray): PasswordHash;
}

function graded(algorithm: string, cost: string, holds: boolean, minimum: string): PasswordHash {
  return holds
    ? { algorithm, cost, strength: 'strong' }
    : { algorithm, cost, strength: 'weak', why: `below ${minimum}` };
}

function fast(algorithm: string, cost = ''): PasswordHash {
  return { algorithm, cost, strength: 'weak', why: 'made to be fast, so every password can be tried' };
}

/** OWASP's equal settings of Argon2id: memory in KiB and passes. */
const ARGON2_MINIMA: readonly (readonly [kib: number, passes: number])[] = [
  [47104, 1],
  [19456, 2],
  [12288, 3],
  [9216, 4],
  [7168, 5],
];
/** OWASP's equal settings of scrypt: log2 of N and parallelism, with r = 8. */
const SCRYPT_MINIMA: readonly (readonly [logN: number, parallel: number])[] = [
  [17, 1],
  [16, 2],
  [15, 3],
  [14, 5],
  [13, 10],
];
const PBKDF2_MINIMA: Readonly<Record<string, number>> = { SHA1: 1_400_000, SHA256: 600_000, SHA512: 220_000 };

function argon2(variant: string, kib: number, passes: number): PasswordHash {
  const holds = ARGON2_MINIMA.some(([memory, times]) => kib >= memory && passes >= times);
  return graded(
    variant.toLowerCase(),
    `${kib} KiB, ${passes} ${passes === 1 ? 'pass' : 'passes'}`,
    holds,
    'the OWASP minimum of 19456 KiB and 2 passes',
  );
}

function scrypt(logN: number, r: number, p: number): PasswordHash {
  const holds = r >= 8 && SCRYPT_MINIMA.some(([n, parallel]) => logN >= n && p >= parallel);
  return graded('scrypt', `N=2^${logN}, r=${r}, p=${p}`, holds, 'the OWASP minimum of N=2^17, r=8, p=1');
}

function pbkdf2(digest: string, iterations: number): PasswordHash {
  const name = digest.toUpperCase().replace(/[^A-Z\d]/g, '') || 'SHA1';
  const minimum = PBKDF2_MINIMA[name];
  const algorithm = `PBKDF2-HMAC-${name.replace(/^SHA(\d)/, 'SHA-$1')}`;
  const cost = `${iterations} iterations`;
  // A digest without a minimum of its own is held to that of SHA-256.
  return graded(
    algorithm,
    cost,
    iterations >= (minimum ?? 600_000),
    `the OWASP minimum of ${minimum ?? 600_000} iterations`,
  );
}

/** SHA-crypt has no minimum of OWASP's own; a round is about half an iteration of PBKDF2, so twice its count is asked for. */
function shaCrypt(bits: 256 | 512, rounds: number): PasswordHash {
  const minimum = bits === 256 ? 1_200_000 : 440_000;
  return graded(
    `sha${bits}crypt`,
    `${rounds} rounds`,
    rounds >= minimum,
    `${minimum} rounds, the work of OWASP's minimum for PBKDF2`,
  );
}

const CRYPT64 = '[./A-Za-z0-9]';

const FORMS: readonly Form[] = [
  {
    pattern: new RegExp(`^(?:\\{BLF-?CRYPT\\}|\\{bcrypt\\}|bcrypt\\$)?\\$2[abxy]?\\$(\\d\\d)\\$${CRYPT64}{53}$`),
    read: (m) => bcrypt('bcrypt', Number(m[1])),
  },
  {
    pattern: new RegExp(`^bcrypt_sha256\\$\\$2[aby]\\$(\\d\\d)\\$${CRYPT64}{53}$`),
    read: (m) => bcrypt('bcrypt over SHA-256', Number(m[1])),
  },
  {
    pattern: /^\$bcrypt-sha256\$(?:v=2,t=)?2[ab],(?:r=)?(\d\d)\$[./A-Za-z0-9]{22}\$[./A-Za-z0-9]{31}$/,
    read: (m) => bcrypt('bcrypt over SHA-256', Number(m[1])),
  },
  {
    pattern:
      /^(?:argon2|\{ARGON2(?:ID|I)?\}|\{argon2\})?\$(argon2(?:id|i|d))(?:\$v=\d+)?\$m=(\d{1,9}),t=(\d{1,6}),p=\d{1,4}(?:,[a-z]+=[\w+/-]+)*\$[\w+/.-]{8,}={0,2}(?:\$[\w+/.-]{16,}={0,2})?$/,
    read: (m) => argon2(m[1] ?? '', Number(m[2]), Number(m[3])),
  },
  {
    pattern: /^\$scrypt\$ln=(\d{1,2}),r=(\d{1,3}),p=(\d{1,4})\$[\w+/.=-]{8,}\$[\w+/.=-]{20,}$/,
    read: (m) => scrypt(Number(m[1]), Number(m[2]), Number(m[3])),
  },
  {
    pattern: /^scrypt:(\d{1,9}):(\d{1,3}):(\d{1,4})\$[\w./+-]{4,}\$[0-9a-f]{64,128}$/i,
    read: (m) => scrypt(Math.floor(Math.log2(Number(m[1]) || 1)), Number(m[2]), Number(m[3])),
  },
  {
    pattern: /^scrypt\$[\w./+-]{4,}\$(\d{1,9})\$(\d{1,3})\$(\d{1,4})\$[\w+/=]{20,}$/,
    read: (m) => scrypt(Math.floor(Math.log2(Number(m[1]) || 1)), Number(m[2]), Number(m[3])),
  },
  {
    pattern: new RegExp(`^\\$7\\$(${CRYPT64})${CRYPT64}{10,96}\\$${CRYPT64}{43}$`),
    read: (m) => scrypt(CRYPT_DIGITS.indexOf(m[1] ?? ''), 8, 1),
  },
  {
    pattern: new RegExp(`^\\$(g?y)\\$(${CRYPT64}+)\\$${CRYPT64}{0,86}\\$${CRYPT64}{43}$`),
    read: (m) => yescrypt(m[1] === 'gy' ? 'gost-yescrypt' : 'yescrypt', m[2] ?? ''),
  },
  {
    pattern: /^\$pbkdf2(?:-(sha\d{1,3}))?\$(?:i=|v=\d+\$i=)?(\d{1,9})(?:,l=\d+)?\$[\w+/.=-]{4,}\$[\w+/.=-]{16,}$/i,
    read: (m) => pbkdf2(m[1] ?? 'sha1', Number(m[2])),
  },
  {
    pattern: /^pbkdf2_(sha\d{1,3})\$(\d{1,9})\$[^$\s]{1,64}\$[\w+/]{20,}={0,2}$/,
    read: (m) => pbkdf2(m[1] ?? '', Number(m[2])),
  },
  {
    pattern: /^pbkdf2:(sha\d{1,3})(?::(\d{1,9}))?\$[^$\s]{1,64}\$[0-9a-f]{32,128}$/,
    read: (m) => pbkdf2(m[1] ?? '', Number(m[2] ?? 1000)),
  },
  {
    pattern: /^\{(?:CRYPT-)?PBKDF2(?:-|_)?(SHA\d{1,3})?\}(\d{1,9})\$[\w./+=]{4,}\$[\w./+=]{20,}$/i,
    read: (m) => pbkdf2(m[1] ?? 'SHA1', Number(m[2])),
  },
  {
    pattern: /^grub\.pbkdf2\.(sha\d{1,3})\.(\d{1,9})\.[0-9A-F]{16,}\.[0-9A-F]{32,}$/i,
    read: (m) => pbkdf2(m[1] ?? '', Number(m[2])),
  },
  {
    pattern: /^SCRAM-(SHA-\d{1,3})\$(\d{1,9}):[\w+/=]{8,}\$[\w+/=]{20,}:[\w+/=]{20,}$/,
    read: (m) => pbkdf2(m[1] ?? '', Number(m[2])),
  },
  {
    pattern: new RegExp(`^(?:\\{CRYPT\\})?\\$6\\$(?:rounds=(\\d{1,9})\\$)?[^$:\\s]{1,16}\\$${CRYPT64}{86}$`),
    read: (m) => shaCrypt(512, Number(m[1] ?? 5000)),
  },
  {
    pattern: new RegExp(`^(?:\\{CRYPT\\})?\\$5\\$(?:rounds=(\\d{1,9})\\$)?[^$:\\s]{1,16}\\$${CRYPT64}{43}$`),
    read: (m) => shaCrypt(256, Number(m[1] ?? 5000)),
  },
  {
    pattern: new RegExp(`^(?:\\{CRYPT\\})?\\$1\\$[^$:\\s]{1,8}\\$${CRYPT64}{22}$`),
    read: () => fast('md5crypt', '1000 rounds'),
  },
  { pattern: new RegExp(`^\\$apr1\\$[^$:\\s]{1,8}\\$${CRYPT64}{22}$`), read: () => fast('Apache MD5', '1000 rounds') },
  {
    pattern: new RegExp(`^\\$sha1\\$(\\d{1,9})\\$${CRYPT64}{1,64}\\$${CRYPT64}{28}$`),
    read: (m) => fast('sha1crypt', `${m[1]} rounds`),
  },
  {
    pattern: new RegExp(`^\\$md5(?:,rounds=\\d+)?\\$${CRYPT64}{1,16}[$]{1,2}${CRYPT64}{22}$`),
    read: () => fast('SunMD5'),
  },
  { pattern: new RegExp(`^\\$[PH]\\$${CRYPT64}{31}$`), read: () => fast('phpass') },
  { pattern: new RegExp(`^\\$S\\$${CRYPT64}{52}$`), read: () => fast('Drupal 7 SHA-512') },
  { pattern: /^\$3\$\$[0-9a-f]{32}$/i, read: () => fast('NTLM') },
  {
    pattern: /^\{(S?SHA|S?MD5|SSHA-?256|SSHA-?512|SHA-?256|SHA-?512|SMD5)\}[\w+/]{20,200}={0,2}$/i,
    read: (m) => fast(`LDAP {${(m[1] ?? '').toUpperCase()}}`),
  },
  {
    pattern: /^\{(PLAIN|CLEAR|CLEARTEXT)\}\S+$/i,
    read: () => ({ algorithm: 'plain text', cost: '', strength: 'weak', why: 'not hashed' }),
  },
  { pattern: /^\*[0-9A-F]{40}$/, read: () => fast('MySQL 4.1 (SHA-1 twice)') },
  {
    pattern: /^\$A\$(\d{3})\$[\s\S]{20}[./A-Za-z0-9]{43}$/,
    read: (m) => shaCrypt(256, Number.parseInt(m[1] ?? '0', 16) * 1000),
  },
  {
    pattern: /^(sha1|md5|unsalted_md5|unsalted_sha1)\$[^$\s]{0,64}\$[0-9a-f]{32,40}$/,
    read: (m) => fast(`Django ${m[1]}`),
  },
  { pattern: /^(sha1|md5|sha256|sha512)\$[^$\s]{1,64}\$[0-9a-f]{32,128}$/, read: (m) => fast(`salted ${m[1]}`) },
  { pattern: /^md5[0-9a-f]{32}$/, read: () => fast('PostgreSQL MD5') },
  { pattern: /^0x0200[0-9A-F]{136}$/i, read: () => fast('SQL Server SHA-512') },
  { pattern: /^0x0100[0-9A-F]{48}(?:[0-9A-F]{40})?$/i, read: () => fast('SQL Server SHA-1') },
  { pattern: /^S:[0-9A-F]{60}(?:;.*)?$/, read: () => fast('Oracle 11g SHA-1') },
  { pattern: /^[0-9a-f]{32}:[0-9a-f]{32}$/i, read: () => fast('LM and NTLM') },
  {
    pattern: /^pbkdf2_sha\d{1,3}\$|^\$2[aby]?\$\d\d\$.{1,52}$/,
    read: () => ({
      algorithm: 'cut hash',
      cost: '',
      strength: 'weak',
      why: 'its end is missing, so what it holds cannot be told',
    }),
  },
];

const CRYPT_DIGITS = './0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

function bcrypt(algorithm: string, cost: number): PasswordHash {
  return graded(algorithm, `cost ${cost}`, cost >= 10 && cost <= 31, 'the OWASP minimum of cost 10');
}

/**
 * yescrypt's parameters (libxcrypt, alg-yescrypt-common.c): a flavour, then log2 of N less one, then r less one, in crypt's
 * digits. It is built on scrypt, so it is held to scrypt's memory, with the margin of its default `j9T` (N=2^12, r=32, 16 MiB).
 */
function yescrypt(algorithm: string, parameters: string): PasswordHash {
  const logN = CRYPT_DIGITS.indexOf(parameters.charAt(1)) + 1;
  const r = CRYPT_DIGITS.indexOf(parameters.charAt(2)) + 1;
  const mebibytes = (128 * r * 2 ** logN) / (1 << 20);
  return graded(algorithm, `N=2^${logN}, r=${r}`, mebibytes >= 16, '16 MiB, the default of yescrypt');
}

/** Characters of the longest form. */
const LONGEST = 512;

/** What a hash says of itself, or undefined where the value is none of the forms. Bare hexadecimal is not one, see credential.ts. */
export function readPasswordHash(value: string): PasswordHash | undefined {
  if (value.length < 16 || value.length > LONGEST) return undefined;
  for (const form of FORMS) {
    const found = form.pattern.exec(value);
    if (found !== null) return form.read(found);
  }
  return aspNet(value);
}

/**
 * ASP.NET Identity: base64 of 0x00, 16 bytes of salt, 32 of key (version 2: PBKDF2-HMAC-SHA1, 1000 iterations), or of 0x01, then
 * digest, iterations and salt length as big-endian words (version 3).
 * https://github.com/dotnet/aspnetcore/blob/main/src/Identity/Extensions.Core/src/PasswordHasher.cs
 */
function aspNet(value: string): PasswordHash | undefined {
  if (!/^A[A-Za-z0-9+/]{60,120}={0,2}$/.test(value)) return undefined;
  const bytes = Buffer.from(value, 'base64');
  if (bytes.length === 49 && bytes[0] === 0 && value.startsWith('A')) return pbkdf2('SHA1', 1000);
  if (bytes.length < 45 || bytes[0] !== 1) return undefined;
  const digest = ['SHA1', 'SHA256', 'SHA512'][bytes.readUInt32BE(1)];
  const iterations = bytes.readUInt32BE(5);
  const saltLength = bytes.readUInt32BE(9);
  if (digest === undefined || iterations < 1 || iterations > 50_000_000 || saltLength < 8 || saltLength > 64)
    return undefined;
  return pbkdf2(digest, iterations);
}

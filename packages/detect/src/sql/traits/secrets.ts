// Whether a secret stands in a statement: a text with the form of a service's key, an address with a password in it, or a text in the place
// of a password. packages/classify knows hundreds of forms and reads what stores hold; this is the short list for what passes by.
import type { Dialect } from '../statement.ts';
import { callsOf, inside, partsOf, saidBy, type Told } from '../token-search.ts';
import type { Token } from '../tokens.ts';

export function hasSecret({ tokens: all, functions, verb, dialect }: Told): boolean {
  const tokens = all.filter(({ kind }) => kind !== 'comment');
  return (
    tokens.some((token, at) => {
      if (token.kind !== 'text' || token.text.length < 5) return false;
      const said = saidBy(token);
      if (hasForm(said)) return true;
      return isInPlainWords(said) && isPasswordAt(tokens, at, verb);
    }) ||
    (functions.length > 0 && isHandedTo(tokens, dialect)) ||
    (verb === 'INSERT' && isInserted(tokens))
  );
}

/** As their services document them. */
const FORMS = new RegExp(
  [
    '\\b(?:AKIA|ASIA|ABIA|ACCA)[A-Z2-7]{16}\\b',
    '\\bgh[pousr]_[A-Za-z0-9]{36}',
    '\\bgithub_pat_\\w{22,}',
    '\\bgl(?:pat|ptt|rt|soat|cbt|dt|ft)-[\\w-]{20}',
    '\\bxox[abeoprs]-[\\w-]{10,}|\\bxapp-\\d-[\\w-]{10,}',
    '\\bhooks\\.slack\\.com/(?:services|workflows)/T\\w{6,}/\\w{6,}/\\w{12,}',
    '\\bdiscord(?:app)?\\.com/api/webhooks/\\d{15,}/[\\w-]{30,}',
    '\\bsk-[\\w-]{20,}',
    '\\b[rsp]k_(?:live|test)_\\w{16,}|\\bwhsec_\\w{24,}',
    '\\bAIza[\\w-]{35}|\\bGOCSPX-[\\w-]{28}|\\bya29\\.[\\w-]{30,}',
    '\\bSG\\.[\\w-]{16,}\\.[\\w-]{16,}',
    '\\bnpm_\\w{36}|\\bpypi-AgE[\\w-]{50,}|\\brubygems_[0-9a-f]{48}|\\bdckr_pat_[\\w-]{20,}',
    '\\bhf_[A-Za-z]{30,}|\\bgsk_\\w{40,}|\\br8_\\w{37}',
    '\\b(?:dop|doo|dor)_v1_[0-9a-f]{64}|\\bdapi[0-9a-f]{32}\\b',
    '\\bshp(?:at|ca|pa|ss)_[0-9a-fA-F]{32}',
    '\\bhv[sbr]\\.[\\w-]{24,}|\\bdp\\.(?:pt|st|ct)\\.\\w{40,}',
    '\\bglsa_\\w{32}_[0-9a-f]{8}|\\bNRAK-[A-Z0-9]{27}|\\bPMAK-[0-9a-f]{24}-[0-9a-f]{34}',
    '\\blin_api_\\w{40}|\\bfigd_[\\w-]{40}|\\bsntrys_\\w{60,}|\\bATATT3xFfGF0[\\w=-]{50,}',
    '\\b\\d{8,10}:AA[\\w-]{33}\\b',
    '\\bSK[0-9a-f]{32}\\b|\\bkey-[0-9a-f]{32}\\b|\\bsq0(?:atp|csp)-[\\w-]{22,}',
    '\\bAccountKey=[A-Za-z0-9+/]{60,}={0,2}|\\bSharedAccessKey=[A-Za-z0-9+/]{40,}=|[?&]sig=[A-Za-z0-9%]{40,}',
    '\\beyJ[\\w-]{10,}\\.eyJ[\\w-]{10,}\\.|\\beyJ[\\w-]{10,}\\.eyJ[\\w-]{10,}',
    '\\bAGE-SECRET-KEY-1[A-Z0-9]{58}',
    '-----BEGIN [A-Z ]{0,32}PRIVATE KEY(?: BLOCK)?-----|\\bPuTTY-User-Key-File-\\d',
  ].join('|'),
);
/** `scheme://account:password@host`, RFC 3986; libpq's words, and those of ADO.NET. */
const ADDRESS = /\b[a-z][a-z\d+.-]{1,24}:\/\/[^\s/:@'"<>]{0,128}:(?<secret>[^\s/@'"<>]{1,128})@[\w.[\]-]{1,253}/i;
const CONNECTION = /(?:^|[\s;])(?:password|pwd)\s{0,4}=\s{0,4}(?<secret>[^\s;'"]{1,128})/i;

/** Shorter ones have no form to know them by. */
const MIN_FORM = 16;

function hasForm(said: string): boolean {
  if (said.length < MIN_FORM) return false;
  if (FORMS.test(said)) return true;
  const address = said.includes('://') ? ADDRESS.exec(said)?.groups?.secret : undefined;
  const secret = address ?? (said.includes('=') ? connectionSecret(said) : undefined);
  return secret !== undefined && isInPlainWords(secret);
}

/** Only where other words of a connection stand beside it: prose has passwords, too. */
function connectionSecret(said: string): string | undefined {
  if (!/\b(?:host|hostaddr|server|data source|user|uid|user id|dbname|database|initial catalog)\s{0,4}=/i.test(said))
    return undefined;
  return CONNECTION.exec(said)?.groups?.secret;
}

/** What servers and drivers write in the place of a password, names of variables, and what only a hash looks like. */
const NO_SECRET =
  /^(?:|\*+|x{3,}|\?+|\[?hidden\]?|<[^<>]*>|\$\{?\w+\}?|%[sS]|:\w+|\{\{?[\w.]+\}?\}|null|default|redacted|\[redacted\])$/i;
const HASH =
  /^(?:\*?[0-9A-F]{40}|[0-9a-f]{32}|[0-9a-f]{40}|[0-9a-f]{56}|[0-9a-f]{64}|[0-9a-f]{96}|[0-9a-f]{128}|md5[0-9a-f]{32}|SCRAM-SHA-\d+\$.*|\$(?:2[abxy]?|[156y]|argon2\w*|pbkdf2\S*|scrypt|P|H|S|A)\$.*|pbkdf2_\w+\$.*|(?:bcrypt|argon2|scrypt|sha1|sha256|md5)\w*\$.*|\{S?SHA\d*\}.*|\{CRYPT\}.*)$/is;

function isInPlainWords(said: string): boolean {
  return said.length >= 3 && !NO_SECRET.test(said) && !HASH.test(said);
}

const PASSWORD_COLUMN =
  /^(?:password|passwd|passwort|pwd|pass|user_?pass(?:word)?|(?:plain_?)?password|master_password|source_password|secret_access_key|api_?key|client_secret|secret_key)$/i;

const HASHES = /^(?:PASSWORD|MD5|SHA|SHA1|SHA2|SHA224|SHA256|SHA384|SHA512|ENCRYPT|DIGEST)$/;

/** Behind `PASSWORD`, `IDENTIFIED … BY`, or a column of that name that is set to it; whoever compares with one has told it as well. */
function isPasswordAt(tokens: readonly Token[], at: number, verb: string): boolean {
  const [beyond, before] = [tokens[at - 2], tokens[at - 1]];
  if (before === undefined) return false;
  if (before.word === 'PASSWORD') return beyond?.word !== 'BY' && !isCatalogueWord(verb, beyond);
  if (before.word === 'BY') return isIdentified(tokens, at - 1);
  if (before.text === '(' && beyond !== undefined && HASHES.test(beyond.word)) {
    // `PASSWORD('…')`, and what is hashed on the way into its column or a comparison with it.
    return beyond.word === 'PASSWORD' || PASSWORD_COLUMN.test(tokens[at - 4]?.text ?? '');
  }
  const isSet = ['=', ':='].includes(before.text) && beyond !== undefined;
  return isSet && verb !== 'SHOW' && PASSWORD_COLUMN.test(beyond.text);
}

/** `SELECT password 'x'` names a column. */
function isCatalogueWord(verb: string, beyond: Token | undefined): boolean {
  return verb === 'SELECT' && beyond?.word !== 'USER';
}

/** `IDENTIFIED BY`, `IDENTIFIED WITH some_plugin BY`; behind `BY PASSWORD` stands a hash. */
function isIdentified(tokens: readonly Token[], by: number): boolean {
  return tokens.slice(Math.max(0, by - 4), by).some(({ word }) => word === 'IDENTIFIED');
}

/** Which argument of a function is a password, counted from zero. */
const HANDED: Readonly<Record<string, number>> = {
  mysql: 4,
  postgresql: 4,
  mongodb: 4,
  remote: 4,
  remotesecure: 4,
  s3: 2,
  crypt: 0,
  aes_encrypt: 1,
  aes_decrypt: 1,
  pgp_sym_encrypt: 1,
  pgp_sym_decrypt: 1,
  encrypt: 2,
  decrypt: 2,
};
const ENGINE_HANDED: Readonly<Record<string, number>> = { ...HANDED, mysql_database: 3 };
const CIPHERS = new Set(['encrypt', 'decrypt']);
const HANDED_NAMES = new Set(Object.keys(HANDED));

function isHandedTo(tokens: readonly Token[], dialect: Dialect): boolean {
  return callsOf(tokens, HANDED_NAMES).some((at) => {
    const name = tokens[at]?.text.toLowerCase() ?? '';
    // Elsewhere the third argument of these is the name of a cipher.
    if (CIPHERS.has(name) && dialect !== 'clickhouse') return false;
    const isOfDatabase = tokens[at - 1]?.text === '=' && tokens.some(({ word }) => word === 'DATABASE');
    const index = isOfDatabase && name !== 's3' ? ENGINE_HANDED.mysql_database : HANDED[name];
    const given = index === undefined ? [] : (partsOf(inside(tokens, at + 1))[index] ?? []);
    const [only] = given;
    return (
      given.length === 1 &&
      only?.kind === 'text' &&
      isInPlainWords(saidBy(only)) &&
      (name !== 's3' || saidBy(only).length > 20)
    );
  });
}

/** `INSERT INTO users (login, password) VALUES ('ada', '…')`: the first row. */
function isInserted(tokens: readonly Token[]): boolean {
  const values = tokens.findIndex(({ word }) => word === 'VALUES' || word === 'VALUE');
  const open = tokens.findIndex(({ text }) => text === '(');
  if (values < 0 || open < 0 || open > values) return false;
  const columns = partsOf(inside(tokens, open)).map(([column]) => column?.text ?? '');
  if (!columns.some((column) => PASSWORD_COLUMN.test(column))) return false;
  return partsOf(inside(tokens, values + 1)).some(([first, ...more], at) => {
    const isPassword = more.length === 0 && first?.kind === 'text' && PASSWORD_COLUMN.test(columns[at] ?? '');
    return isPassword && isInPlainWords(saidBy(first));
  });
}

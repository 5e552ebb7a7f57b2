// A value under a column of passwords: plain, hashed (with what), or none (a status, a placeholder, a date).

import { leafOf } from '../conversation/column-names.ts';
import type { Kind } from '../kind.ts';
import { PLAIN_CREDENTIAL, STRONG_HASH, WEAK_HASH } from './kinds.ts';
import { readPasswordHash } from './password-hash.ts';

export interface CredentialReading {
  readonly kind: Kind;
  /** `credential/bcrypt`, `credential/plain`. */
  readonly rule: string;
  readonly confidence: number;
  /** Algorithm and cost, and why it is weak. Nothing of the value. */
  readonly reasons: readonly string[];
}

export type CredentialColumn = 'password' | 'hash' | 'pin' | 'answer' | 'otp';

const COLUMNS: Readonly<Record<CredentialColumn, string>> = {
  password:
    'password passwd passwort kennwort pwd pass passphrase userpassword userpasswd userpwd userpass loginpassword accountpassword plainpassword plaintextpassword passwordplain cleartextpassword clearpassword currentpassword newpassword oldpassword temppassword temporarypassword initialpassword defaultpassword adminpassword rootpassword emailpassword wifipassword motdepasse mdp contraseña contrasena contrasenya clave senha palavrapasse parolachiave parola wachtwoord hasło haslo 密码 密碼 口令 用户密码 登录密码 パスワード 暗証番号 비밀번호 пароль şifre sifre losenord lösenord adgangskode passord salasana heslo jelszo jelszó secretpassword masterpassword',
  hash: 'passwordhash hashedpassword pwdhash passhash hashpassword encryptedpassword passworddigest userpasswordhash pwhash cryptedpassword passwordencrypted passwdhash passwordsalt hashedpwd motdepassehash passworthash senhahash hashsenha wachtwoordhash ntlmhash nthash lmhash authenticationstring userpassworddigest crypt passwordcrypt rolpassword passwordmd5 passwordsha1 md5password shapassword',
  pin: 'pin pincode pinnumber userpin cardpin codepin codesecret geheimzahl nip pukcode puk codigopin atmpin',
  answer:
    'securityanswer secretanswer securityquestionanswer answertosecurityquestion reponsesecrete réponsesecrète reponsesecurite sicherheitsantwort geheimantwort respuestasecreta respuestaseguridad rispostasegreta rispostadisicurezza respostasecreta respostadeseguranca geheimantwoord beveiligingsantwoord odpowiedzsekretna hintanswer passwordanswer 密保答案 安全问题答案 秘密の答え',
  otp: 'otp otpcode otpsecret totpsecret totp mfasecret twofactorsecret twofasecret tfasecret onetimepassword onetimecode verificationcode smscode backupcodes recoverycodes recoverycode resetcode googleauthenticatorsecret authenticatorkey 验证码 動的パスワード',
};

const COLUMN_OF: ReadonlyMap<string, CredentialColumn> = new Map(
  (Object.keys(COLUMNS) as CredentialColumn[]).flatMap((column) =>
    COLUMNS[column].split(' ').map((name): [string, CredentialColumn] => [name, column]),
  ),
);

/** Which credential a column holds by its name, or undefined: `password_changed_at` and `password_policy` hold none. */
export function credentialColumn(name: string): CredentialColumn | undefined {
  return COLUMN_OF.get(leafOf(name));
}

/** Values that forms, tests, manuals and log lines put where a password would stand. Not passwords that people choose. */
const PLACEHOLDER =
  /^(?:<[^<>]*>|\[[^[\]]*\]|\{[^{}]*\}|\$\{.*|\{\{.*|%\w+%|\$[A-Z_]+|\*+|•+|x{3,}|X{3,}|\.{3,}|-+|_+|n\/?a|none|null|nil|undefined|true|false|yes|no|0|1|empty|unset|not ?set|redacted|masked|hidden|removed|filtered|\[?filtered\]?|protected|encrypted|hashed|!+|\*lk\*|x|your[_ -]?.*|my[_ -]?password[_ -]?here|enter .*|type .*|choose .*|password ?\*?:?|passwd|pwd|mot de passe\s?:?|passwort:?|kennwort:?|contraseña:?|senha:?|hasło:?|wachtwoord:?|密码[:：]?|パスワード[:：]?|change ?me|replace[_ -]?me|example|placeholder|string|text|varchar.*|char\(\d+\)|env|vault:.*|secret:.*|ref:.*|file:.*|ssm:.*|arn:.*)$/i;
/** Parts of values that only manuals and templates have, and names of variables. */
const IN_PLACEHOLDERS =
  /x{4}|\*{3}|\.{3}|…|placeholder|example|dummy|sample|change_?me|redacted|(?:^|[-_ <])(?:your|my|insert|enter|put|some)[-_ ]|[-_ ]here$|\\$/i;
const CAPITALS = /^[A-Z][A-Z_]{2,}\\?$/;
/** Results of logins, states and messages about passwords. */
const STATUS =
  /^(?:(?:bad|wrong|invalid|incorrect|missing|expired|forgot(?:ten)?|reset|changed?|updated?|valid|correct|ok|required|weak|strong|medium|enabled|disabled|active|inactive|locked|success(?:ful)?|fail(?:ed|ure)?|error|pending|sent|used|unused|verified|unverified|new|old|temporary|mismatch|too[_ ]short|must[_ ]change|unknown|default|set|optional)(?:[_ -](?:password|passwd|pwd|credentials?|login|reset|user))?|(?:password|passwd|pwd)[_ -].*)$/i;
const DATE = /^\d{4}-\d\d-\d\d(?:[T ].*)?$|^\d{1,2}[./]\d{1,2}[./]\d{4}$|^1\d{9}(?:\d{3})?$/;

/** Bare hexadecimal of a digest's length: which digests have it. */
const HEX_LENGTHS: ReadonlyMap<number, string> = new Map([
  [16, 'MySQL 3.23 or half an MD5'],
  [32, 'MD5 or NTLM'],
  [40, 'SHA-1'],
  [56, 'SHA-224'],
  [64, 'SHA-256'],
  [96, 'SHA-384'],
  [128, 'SHA-512'],
]);

/**
 * What a value under a column is, if that column holds credentials by its name.
 *
 * @param name of the column or key
 * @param value as it is stored
 * @returns undefined where the column holds none, or the value is a placeholder, a status or a date; see whyNoCredential
 */
export function readCredential(name: string, value: string): CredentialReading | undefined {
  const column = credentialColumn(name);
  return column === undefined || whyNoCredential(value) !== undefined ? undefined : readValue(column, value.trim());
}

/** Why a value under such a column is no credential, or undefined where it may be one. */
export function whyNoCredential(value: string): string | undefined {
  const text = value.trim();
  if (text === '') return 'empty';
  if (text.length > 512) return 'too long for a password';
  if (PLACEHOLDER.test(text) || IN_PLACEHOLDERS.test(text) || CAPITALS.test(text)) return 'a placeholder';
  if (STATUS.test(text)) return 'a status';
  if (DATE.test(text)) return 'a date';
  if (/\s/.test(text) && text.split(/\s+/).length > 8) return 'a sentence';
  return undefined;
}

function readValue(column: CredentialColumn, text: string): CredentialReading | undefined {
  const hash = readPasswordHash(text);
  if (hash !== undefined) {
    const described = hash.cost === '' ? hash.algorithm : `${hash.algorithm}, ${hash.cost}`;
    const kind =
      hash.algorithm === 'plain text' ? PLAIN_CREDENTIAL : hash.strength === 'strong' ? STRONG_HASH : WEAK_HASH;
    return reading(kind, ruleOf(hash.algorithm), 0.97, [described, ...(hash.why === undefined ? [] : [hash.why])]);
  }
  if (column === 'pin')
    return /^\d{4,8}$/.test(text) ? reading(PLAIN_CREDENTIAL, 'pin', 0.6, ['a column of PINs']) : undefined;
  if (column === 'otp')
    return /^[A-Z2-7]{16,64}=*$|^\d{4,8}$|^[\w-]{6,12}([,; ]+[\w-]{6,12})*$/.test(text)
      ? reading(PLAIN_CREDENTIAL, 'otp', 0.6, ['a column of one-time codes'])
      : undefined;
  if (column === 'answer')
    return reading(PLAIN_CREDENTIAL, 'security-answer', 0.8, ['a column of answers to security questions']);
  const digest =
    /^(?:0x)?[0-9a-fA-F]+$/.test(text) && /[a-fA-F]/.test(text) && /\d/.test(text)
      ? HEX_LENGTHS.get(text.replace(/^0x/, '').length)
      : undefined;
  if (digest !== undefined && text.length >= 32)
    return reading(WEAK_HASH, 'hex-digest', 0.92, [
      `hexadecimal of the length of ${digest}`,
      'made to be fast, so every password can be tried',
    ]);
  if (column === 'hash') return hashColumn(text, digest);
  if (digest !== undefined) return reading(WEAK_HASH, 'hex-digest', 0.75, [`hexadecimal of the length of ${digest}`]);
  if (/^[./A-Za-z0-9]{13}$/.test(text) && /[a-z]/.test(text) && /[A-Z]/.test(text) && /[./\d]/.test(text))
    return reading(WEAK_HASH, 'descrypt', 0.5, ['the length of DES crypt, or a password of 13 characters']);
  if (/^[A-Za-z0-9+/]{22,86}={1,2}$/.test(text))
    return reading(WEAK_HASH, 'base64-digest', 0.6, ['base64 of the length of a digest']);
  if (/^eyJ/.test(text) || /^-----BEGIN/.test(text)) return undefined;
  return reading(PLAIN_CREDENTIAL, 'plain', text.length < 4 ? 0.5 : 0.9, [
    'a column of passwords',
    'neither hashed nor a placeholder',
  ]);
}

/** Under a column of hashes nothing is plain: what says nothing of itself is a digest with its salt elsewhere, or a salt. */
function hashColumn(text: string, digest: string | undefined): CredentialReading | undefined {
  if (digest !== undefined) return reading(WEAK_HASH, 'hex-digest', 0.75, [`hexadecimal of the length of ${digest}`]);
  if (/^[./A-Za-z0-9]{13}$/.test(text)) return reading(WEAK_HASH, 'descrypt', 0.85, ['DES crypt']);
  if (/^_[./A-Za-z0-9]{19}$/.test(text)) return reading(WEAK_HASH, 'bsdicrypt', 0.85, ['BSDi crypt']);
  if (/^[A-Za-z0-9+/_-]{20,}={0,2}$/.test(text))
    return reading(WEAK_HASH, 'unknown-hash', 0.6, ['a digest that does not say its algorithm']);
  return undefined;
}

function reading(kind: Kind, rule: string, confidence: number, reasons: readonly string[]): CredentialReading {
  return { kind, rule: `credential/${rule}`, confidence, reasons };
}

function ruleOf(algorithm: string): string {
  return algorithm
    .toLowerCase()
    .replace(/[^a-z\d]+/g, '-')
    .replace(/^-|-$/g, '');
}

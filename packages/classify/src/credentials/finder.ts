// Finds hashes of passwords that say what they are, in any text, and passwords under keys and columns in JSON, key=value, SQL
// dumps' and CSV's single cells (by the field of the text).
import type { Finder, Report } from '../finder.ts';
import { decode, type Text } from '../text.ts';
import { credentialColumn, readCredential, whyNoCredential } from './credential.ts';
import { PLAIN_CREDENTIAL, STRONG_HASH, WEAK_HASH } from './kinds.ts';
import { readPasswordHash } from './password-hash.ts';

const HASH_STARTS = [
  '$2a$',
  '$2b$',
  '$2y$',
  '$2x$',
  '$argon2',
  '$scrypt$',
  'scrypt:',
  'scrypt$',
  '$7$',
  '$y$',
  '$gy$',
  '$pbkdf2',
  'pbkdf2_sha',
  'pbkdf2:sha',
  '{pbkdf2',
  'grub.pbkdf2.',
  'scram-sha-',
  '$6$',
  '$5$',
  '$1$',
  '$apr1$',
  '$sha1$',
  '$md5',
  '$p$',
  '$h$',
  '$s$',
  '$3$$',
  '{ssha',
  '{sha}',
  '{smd5}',
  '{md5}',
  'bcrypt_sha256$',
  '$bcrypt-sha256$',
  'aqaaaa',
];
const KEY_WORDS = [
  'password',
  'passwd',
  'passwort',
  'kennwort',
  'pwd',
  'passphrase',
  'mot_de_passe',
  'motdepasse',
  'mdp',
  'contraseña',
  'contrasena',
  'senha',
  'palavra_passe',
  'wachtwoord',
  'hasło',
  'haslo',
  'parola_chiave',
  '密码',
  '密碼',
  '口令',
  'パスワード',
  '비밀번호',
  'пароль',
  'security_answer',
  'secret_answer',
  'securityanswer',
  'secretanswer',
  'reponse_secrete',
  'respuesta_secreta',
  'risposta_segreta',
  'sicherheitsantwort',
  'authentication_string',
  'otp_secret',
  'totp_secret',
];

export const credentialFinder: Finder = {
  name: 'credentials',
  kinds: [PLAIN_CREDENTIAL, WEAK_HASH, STRONG_HASH],
  triggers: [...HASH_STARTS, ...KEY_WORDS],
  find(text, hits, report) {
    // One cell of a column: the name is the field's, the value the whole text.
    if (text.field !== undefined && text.latin1.length <= 1024 && credentialColumn(text.field) !== undefined) {
      if (reportValue(text, text.field, { start: 0, end: text.latin1.length }, report)) return;
    }
    let done = 0;
    for (let hit = 0; hit < hits.length; hit++) {
      const trigger = hits.trigger[hit] ?? 0;
      const end = hits.end[hit] ?? 0;
      if (end <= done) continue;
      done = Math.max(
        done,
        trigger < HASH_STARTS.length ? findHash(text, trigger, end, report) : findKeyed(text, end, report),
      );
    }
  },
};

/** Bytes of the longest hash that is looked at. */
const MAX_HASH = 512;

/** Reports the hash that starts at a trigger; returns its end, or 0. */
function findHash(text: Text, trigger: number, triggerEnd: number, report: Report): number {
  const { latin1 } = text;
  const start = triggerEnd - (HASH_STARTS[trigger]?.length ?? 0);
  if (start > 0 && /[A-Za-z0-9$./]/.test(latin1.charAt(start - 1))) return 0;
  const limit = Math.min(latin1.length, start + MAX_HASH);
  let end = triggerEnd;
  while (end < limit && isHashUnit(latin1.charCodeAt(end))) end++;
  // A sentence's comma or full stop, and the colon of /etc/shadow and htpasswd.
  while (
    end > start &&
    '.,:'.includes(latin1.charAt(end - 1)) &&
    readPasswordHash(latin1.slice(start, end)) === undefined
  )
    end--;
  let hash = readPasswordHash(latin1.slice(start, end));
  if (hash === undefined) {
    // In /etc/shadow a colon follows, in CSV a comma; both also stand inside some forms, so each is tried, from the left.
    for (let at = triggerEnd; at < end && hash === undefined; at++) {
      const unit = latin1.charCodeAt(at);
      if (unit !== 0x3a && unit !== 0x2c) continue;
      hash = readPasswordHash(latin1.slice(start, at));
      if (hash !== undefined) end = at;
    }
  }
  if (hash === undefined || hash.algorithm === 'cut hash') return 0;
  const kind = hash.strength === 'strong' ? STRONG_HASH : WEAK_HASH;
  const described = hash.cost === '' ? hash.algorithm : `${hash.algorithm}, ${hash.cost}`;
  report.found({
    kind: kind.id,
    rule: `credential/${hash.algorithm.toLowerCase().replace(/[^a-z\d]+/g, '-')}`,
    start,
    end,
    confidence: 0.95,
    reasons: [described, ...(hash.why === undefined ? [] : [hash.why])],
  });
  return end;
}

/** What hashes are written with. */
function isHashUnit(unit: number): boolean {
  return (
    (unit >= 0x2b && unit <= 0x3a) ||
    (unit >= 0x41 && unit <= 0x5a) ||
    (unit >= 0x61 && unit <= 0x7a) ||
    unit === 0x24 ||
    unit === 0x3d ||
    unit === 0x5f ||
    unit === 0x7b ||
    unit === 0x7d
  );
}

const KEY_LENGTH = 48;

/** Reports the value of the key that a trigger word stands in; returns its end, or 0. */
function findKeyed(text: Text, wordEnd: number, report: Report): number {
  const { latin1 } = text;
  let keyEnd = wordEnd;
  const keyLimit = Math.min(latin1.length, wordEnd + KEY_LENGTH);
  while (keyEnd < keyLimit && isKeyUnit(latin1.charCodeAt(keyEnd))) keyEnd++;
  let keyStart = wordEnd;
  while (keyStart > 0 && wordEnd - keyStart < KEY_LENGTH && isKeyUnit(latin1.charCodeAt(keyStart - 1))) keyStart--;
  const extent = valueBehind(latin1, keyEnd);
  if (extent === undefined) return 0;
  const name = decode(text, keyStart, keyEnd);
  if (credentialColumn(name) === undefined) return 0;
  return reportValue(text, name, extent, report) ? extent.end : 0;
}

function isKeyUnit(unit: number): boolean {
  return (
    unit >= 0x80 ||
    unit === 0x5f ||
    unit === 0x2d ||
    (unit >= 0x30 && unit <= 0x39) ||
    (unit >= 0x41 && unit <= 0x5a) ||
    (unit >= 0x61 && unit <= 0x7a)
  );
}

/** The value of `"key": "value"`, `\"key\": \"value\"`, `key=value`, `key: 'value'`; undefined for anything else. */
function valueBehind(latin1: string, keyEnd: number): { readonly start: number; readonly end: number } | undefined {
  let at = keyEnd;
  const quotedKey = latin1.charCodeAt(at) === 0x22 || latin1.charCodeAt(at) === 0x5c || latin1.charCodeAt(at) === 0x27;
  while (
    at < keyEnd + 4 &&
    (latin1.charCodeAt(at) === 0x5c || latin1.charCodeAt(at) === 0x22 || latin1.charCodeAt(at) === 0x27)
  )
    at++;
  while (latin1.charCodeAt(at) === 0x20) at++;
  const separator = latin1.charCodeAt(at);
  if (separator !== 0x3a && separator !== 0x3d) return undefined;
  at++;
  if (latin1.charCodeAt(at) === 0x3d || latin1.charCodeAt(at) === 0x3e) at++;
  const spaced = latin1.charCodeAt(at) === 0x20;
  while (latin1.charCodeAt(at) === 0x20) at++;
  let escapes = 0;
  while (latin1.charCodeAt(at + escapes) === 0x5c && escapes < 4) escapes++;
  const quote = latin1.charCodeAt(at + escapes);
  if (quote === 0x22 || quote === 0x27) {
    const start = at + escapes + 1;
    const limit = Math.min(latin1.length, start + MAX_HASH);
    for (let end = start; end < limit; end++) {
      if (latin1.charCodeAt(end) === 0x0a) return undefined;
      if (latin1.charCodeAt(end) === quote && (escapes > 0 || latin1.charCodeAt(end - 1) !== 0x5c)) {
        const stop = end - (latin1.charCodeAt(end - 1) === 0x5c ? escapes : 0);
        return stop > start ? { start, end: stop } : undefined;
      }
    }
    return undefined;
  }
  // Prose ("password: it was changed") and code (password = readLine()) are no values: only key=value of logs and settings is.
  if (quotedKey || (spaced && separator === 0x3d)) return undefined;
  const limit = Math.min(latin1.length, at + 128);
  let end = at;
  while (end < limit && latin1.charCodeAt(end) > 32 && !'&;,"\'<>)}]'.includes(latin1.charAt(end))) end++;
  // `password: changed yesterday` is a sentence: a bare value after a colon and a space must end its line.
  const next = latin1.charCodeAt(end);
  if (spaced && !(Number.isNaN(next) || next === 0x0a || next === 0x0d)) return undefined;
  return end - at >= 3 && !/[()]|^\w+\.\w+[.(]/.test(latin1.slice(at, end)) ? { start: at, end } : undefined;
}

function reportValue(
  text: Text,
  name: string,
  extent: { readonly start: number; readonly end: number },
  report: Report,
): boolean {
  const value = decode(text, extent.start, extent.end);
  const read = readCredential(name, value);
  if (read !== undefined) {
    report.found({
      kind: read.kind.id,
      rule: read.rule,
      start: extent.start,
      end: extent.end,
      confidence: read.confidence,
      reasons: read.reasons,
    });
    return true;
  }
  if (report.explains) {
    report.dropped({
      kind: PLAIN_CREDENTIAL.id,
      rule: 'credential/plain',
      start: extent.start,
      end: extent.end,
      why: whyNoCredential(value) ?? 'not of the form of a credential',
    });
  }
  return false;
}

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { findAll } from '../../testing/find.ts';
import { readCredential } from './credential.ts';
import { credentialFinder } from './finder.ts';
import { readPasswordHash } from './password-hash.ts';

const b = (length: number) => 'aB3./'.repeat(30).slice(0, length);
const x = (length: number) => '0f3a9'.repeat(40).slice(0, length);
const aspNet = (digest: number, iterations: number) => {
  const bytes = Buffer.alloc(61, 7);
  bytes[0] = 1;
  bytes.writeUInt32BE(digest, 1);
  bytes.writeUInt32BE(iterations, 5);
  bytes.writeUInt32BE(16, 9);
  return bytes.toString('base64');
};

/** Forms with invented contents: value, algorithm, strength. */
const HASHES: readonly (readonly [string, string, 'weak' | 'strong'])[] = [
  [`$2b$12$${b(53)}`, 'bcrypt', 'strong'],
  [`$2y$08$${b(53)}`, 'bcrypt', 'weak'],
  [`$argon2id$v=19$m=19456,t=2,p=1$${x(22)}$${x(43)}`, 'argon2id', 'strong'],
  [`$argon2id$v=19$m=4096,t=3,p=1$${x(22)}$${x(43)}`, 'argon2id', 'weak'],
  [`argon2$argon2id$v=19$m=102400,t=2,p=8$${x(22)}$${x(43)}`, 'argon2id', 'strong'],
  [`$scrypt$ln=17,r=8,p=1$${x(22)}$${x(43)}`, 'scrypt', 'strong'],
  [`scrypt:32768:8:1$${x(16)}$${x(128)}`, 'scrypt', 'weak'],
  [`pbkdf2_sha256$1000000$${x(22)}$${b(43).replaceAll('.', '+')}=`, 'PBKDF2-HMAC-SHA-256', 'strong'],
  [`pbkdf2_sha256$260000$${x(22)}$${b(43).replaceAll('.', '+')}=`, 'PBKDF2-HMAC-SHA-256', 'weak'],
  [`pbkdf2:sha256:1000000$${x(16)}$${x(64)}`, 'PBKDF2-HMAC-SHA-256', 'strong'],
  [`$pbkdf2-sha512$220000$${b(22)}$${b(86)}`, 'PBKDF2-HMAC-SHA-512', 'strong'],
  [aspNet(2, 100_000), 'PBKDF2-HMAC-SHA-512', 'weak'],
  [aspNet(2, 250_000), 'PBKDF2-HMAC-SHA-512', 'strong'],
  [
    Buffer.concat([Buffer.from([0]), Buffer.alloc(48, 9)]).toString('base64'),
    'PBKDF2-HMAC-SHA-1'.replace('SHA-1', 'SHA-1'),
    'weak',
  ],
  [`SCRAM-SHA-256$4096:${b(22)}==$${b(43)}=:${b(43)}=`.replaceAll('.', '+'), 'PBKDF2-HMAC-SHA-256', 'weak'],
  [`$y$j9T$${b(22)}$${b(43)}`, 'yescrypt', 'strong'],
  [`$6$${b(16)}$${b(86)}`, 'sha512crypt', 'weak'],
  [`$6$rounds=656000$${b(16)}$${b(86)}`, 'sha512crypt', 'strong'],
  [`$5$rounds=5000$${b(16)}$${b(43)}`, 'sha256crypt', 'weak'],
  [`$1$${b(8)}$${b(22)}`, 'md5crypt', 'weak'],
  [`$apr1$${b(8)}$${b(22)}`, 'Apache MD5', 'weak'],
  [`$P$B${b(30)}`, 'phpass', 'weak'],
  [`{SSHA}${b(32).replaceAll('.', '+')}`, 'LDAP {SSHA}', 'weak'],
  [`*${x(40).toUpperCase()}`, 'MySQL 4.1 (SHA-1 twice)', 'weak'],
  [`md5${x(32)}`, 'PostgreSQL MD5', 'weak'],
];

describe('readPasswordHash', () => {
  for (const [value, algorithm, strength] of HASHES) {
    it(`knows ${algorithm} and that it is ${strength}: ${value.slice(0, 14)}…`, () => {
      const hash = readPasswordHash(value);
      assert.equal(hash?.algorithm, algorithm);
      assert.equal(hash.strength, strength);
      assert.equal(hash.why === undefined, strength === 'strong');
    });
  }
  for (const value of [
    '$2b$12$short',
    'AAAAAAAAAAAAAAAAAAAA',
    'a'.repeat(68),
    'hello world this is text',
    `${x(40)}`,
  ]) {
    it(`does not take for one: ${value.slice(0, 20)}`, () => assert.equal(readPasswordHash(value), undefined));
  }
  it('never throws and never hangs', { timeout: 20_000 }, () => {
    const start = fc.constantFrom(
      '$2b$12$',
      '$6$',
      '$argon2id$',
      'AQAAAA',
      '$y$',
      'pbkdf2_sha256$',
      '{SSHA}',
      '$7$',
      'scrypt:',
    );
    fc.assert(
      fc.property(start, fc.string({ maxLength: 600 }), (head, tail) => {
        readPasswordHash(head + tail);
      }),
    );
    readPasswordHash('$y$'.padEnd(500, '/'));
  });
});

describe('readCredential', () => {
  const COLUMNS = [
    'password',
    'user_passwd',
    'pwd',
    'mot_de_passe',
    'Passwort',
    'contraseña',
    'senha',
    'wachtwoord',
    'hasło',
    '密码',
    'パスワード',
    'string.values[password]',
  ];
  for (const column of COLUMNS) {
    it(`knows a plain password under ${column}`, () => {
      assert.equal(readCredential(column, 'Sommerregen!83')?.kind.id, 'credential/password');
    });
  }
  it('knows bare digests, DES crypt and security answers', () => {
    assert.equal(readCredential('password', x(32))?.kind.id, 'credential/weak-hash');
    assert.equal(readCredential('password_hash', x(64))?.kind.id, 'credential/weak-hash');
    assert.equal(readCredential('passhash', 'ab1FzK9.qL0eY')?.rule, 'credential/descrypt');
    assert.equal(readCredential('security_answer', 'the street by the old mill')?.kind.id, 'credential/password');
  });
  const NONE: readonly (readonly [string, string])[] = [
    ['password', '<password>'],
    ['password', 'changeme'],
    ['password', '********'],
    ['password', 'bad_password'],
    ['password', '{{ db_password }}'],
    ['password', 'your_password_here'],
    ['password', ''],
    ['password', 'null'],
    ['password', '2025-01-01 10:00:00'],
    ['password', 'required'],
    ['password', 'Mot de passe :'],
    ['password_changed_at', '1735689600'],
    ['password_policy', 'strong12'],
    ['result', 'bad_password'],
    ['bypass', 'x9Kd03ks'],
    ['passport', 'X1234567'],
    ['compass', 'north-9'],
  ];
  for (const [column, value] of NONE) {
    it(`does not take ${column} "${value}" for a credential`, () =>
      assert.equal(readCredential(column, value), undefined));
  }
});

describe('credentialFinder', () => {
  const parts = (text: string, field?: string) =>
    findAll(credentialFinder, text, field === undefined ? {} : { field }).matches.map(({ kind, start, end }) => [
      kind,
      Buffer.from(text).subarray(start, end).toString(),
    ]);

  it('finds hashes in shadow files, htpasswd, dumps and JSON', () => {
    const hash = `$2b$12$${b(53)}`;
    const shadow = `$6$${b(16)}$${b(86)}`;
    assert.deepEqual(parts(`ana:${shadow}:19000:0:99999:7:::\n`), [['credential/weak-hash', shadow]]);
    for (const text of [
      `ana:${hash}`,
      `INSERT INTO users VALUES (1,'é','${hash}');`,
      `{"password":"${hash}"}`,
      `1,ana,${hash},x`,
    ]) {
      assert.deepEqual(parts(text), [['credential/strong-hash', hash]]);
    }
  });

  it('finds plain passwords under their keys, and nothing of the key', () => {
    assert.deepEqual(parts('{"email":"a@example.org","password":"été-2031!"}'), [['credential/password', 'été-2031!']]);
    assert.deepEqual(parts('msg="{\\"user\\":\\"a\\",\\"passwd\\":\\"Regenbogen77\\"}"'), [
      ['credential/password', 'Regenbogen77'],
    ]);
    assert.deepEqual(parts('login user=a password=Regenbogen77 ok'), [['credential/password', 'Regenbogen77']]);
    assert.deepEqual(parts('Regenbogen77', 'mot_de_passe'), [['credential/password', 'Regenbogen77']]);
  });

  it('says why a look-alike is none', () => {
    assert.deepEqual(
      findAll(credentialFinder, '{"password":"<password>"}').dropped.map((one) => one.why),
      ['a placeholder'],
    );
    assert.deepEqual(
      findAll(credentialFinder, '{"password":"wrong_password"}').dropped.map((one) => one.why),
      ['a status'],
    );
  });

  it('leaves prose, forms, code and statuses alone', () => {
    const texts = [
      '{"result":"bad_password","password_changed_at":"2025-01-01"}',
      '<label for="password">Password:</label> <input type="password" name="password">',
      'Your password: it was changed yesterday by an administrator.',
      'const password = readPassword();',
      'password = getpass.getpass()',
      'if (password == null) return;',
      'The passport and the compass: north',
      'password reset for user 3',
      'password: string;',
    ];
    for (const text of texts) assert.deepEqual(findAll(credentialFinder, text).matches, [], text);
  });

  it('keeps its spans inside the text, whatever the bytes', { timeout: 20_000 }, () => {
    const piece = fc.constantFrom(
      'password',
      '":"',
      '=',
      '$2b$12$',
      '\\"',
      '"',
      'x'.repeat(60),
      '{ssha',
      '密码',
      '\n',
      ': ',
      '$6$',
    );
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 200 }),
      fc.array(piece, { maxLength: 30 }).map((list) => Buffer.from(list.join(''))),
    );
    fc.assert(
      fc.property(bytes, (text) => {
        for (const { start, end } of findAll(credentialFinder, text).matches)
          assert.ok(start >= 0 && start < end && end <= text.length);
      }),
    );
    findAll(credentialFinder, '$2b$12$'.repeat(50_000));
  });
});

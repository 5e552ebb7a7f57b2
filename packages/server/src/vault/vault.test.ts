import assert from 'node:assert/strict';
import { randomBytes, randomUUID } from 'node:crypto';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { createKeyRing, formatKeyRing, type KeyRing, parseKeyRing, withNewKey } from './key-ring.ts';
import { openVault, type Vault } from './vault.ts';

const making = { now: () => new Date('2026-11-29T10:00:00Z'), random: randomBytes };
const newRing = () => createKeyRing({ id: randomUUID(), dataDirectory: randomUUID() }, making);

function vaultOf(ring: KeyRing): Vault {
  let kept = ring;
  const addKey = async () => {
    kept = withNewKey(kept, making);
    return kept;
  };
  return openVault({ ring, random: randomBytes, addKey });
}

function textOf(opened: ReturnType<Vault['open']>): string {
  assert.ok('text' in opened, 'code' in opened ? opened.message : '');
  return opened.text;
}

function codeOf(opened: ReturnType<Vault['open']>): string {
  return 'code' in opened ? opened.code : 'opened';
}

const vault = vaultOf(newRing());
const purpose = fc.stringMatching(/^[a-z]{1,8}(?:\/[a-z]{1,8})?$/);

describe('the vault', () => {
  it('opens what it sealed, whatever the text', () => {
    const anyText = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme', maxLength: 4000 }));
    fc.assert(fc.property(anyText, purpose, (text, use) => textOf(vault.open(vault.seal(text, use), use)) === text));
  });

  it('gives a sealed text its version and key, and never the same text twice', () => {
    const sealed = vault.seal('ada@example.org', 'contact/email');
    assert.match(sealed, new RegExp(`^v1\\.${vault.currentKey}\\.[\\w-]+$`));
    assert.equal(vault.sealedWith(sealed), vault.currentKey);
    assert.notEqual(sealed, vault.seal('ada@example.org', 'contact/email'));
    assert.ok(!Buffer.from(sealed.split('.')[2] ?? '', 'base64url').includes('ada'));
  });

  it('notices each byte that is changed, taken away or added', () => {
    const sealed = vault.seal('ada@example.org', 'contact/email');
    const head = sealed.slice(0, sealed.lastIndexOf('.') + 1);
    const bytes = Buffer.from(sealed.slice(head.length), 'base64url');
    for (let at = 0; at < bytes.length; at += 1) {
      const changed = Buffer.from(bytes);
      changed.writeUInt8(changed.readUInt8(at) ^ 1, at);
      assert.equal(codeOf(vault.open(head + changed.toString('base64url'), 'contact/email')), 'tampered', `byte ${at}`);
      const cut = codeOf(vault.open(head + bytes.subarray(0, at).toString('base64url'), 'contact/email'));
      assert.ok(cut === 'tampered' || cut === 'not-sealed', `cut at ${at}: ${cut}`);
    }
    const longer = Buffer.concat([bytes, Buffer.from([0])]);
    assert.equal(codeOf(vault.open(head + longer.toString('base64url'), 'contact/email')), 'tampered');
  });

  it('opens nothing for another purpose', () => {
    fc.assert(
      fc.property(purpose, purpose, (one, other) => {
        fc.pre(one !== other);
        return codeOf(vault.open(vault.seal('x', one), other)) === 'tampered';
      }),
    );
  });

  it('opens nothing that another ring sealed, and says which key is missing', () => {
    const other = vaultOf(newRing());
    const opened = vault.open(other.seal('x', 'contact/email'), 'contact/email');
    assert.ok('code' in opened);
    assert.equal(opened.code, 'unknown-key');
    assert.match(opened.message, new RegExp(other.currentKey));
  });

  it('calls a key that has the id and not the secret tampered', () => {
    const ring = newRing();
    const secret = randomBytes(32).toString('base64url');
    const impostor = vaultOf({ ...ring, keys: ring.keys.map((key) => ({ ...key, secret })) });
    assert.equal(codeOf(impostor.open(vaultOf(ring).seal('x', 'contact/email'), 'contact/email')), 'tampered');
  });

  it('takes any text for a sealed one without throwing', () => {
    const anything = fc.oneof(
      fc.string(),
      fc.stringMatching(/^v1\.[0-9a-f]{12}\.[\w-]{0,80}$/),
      fc.string().map((text) => `v1.${vault.currentKey}.${text}`),
    );
    fc.assert(fc.property(anything, (text) => codeOf(vault.open(text, 'contact/email')) !== 'opened'));
    assert.equal(vault.sealedWith('ada@example.org'), undefined);
  });

  it('wants a purpose, not a text of a person', () => {
    assert.throws(() => vault.seal('x', 'Ada Lovelace'), /contact\/email/);
    assert.throws(() => vault.index('x', ''), /contact\/email/);
  });
});

describe('rotation', () => {
  it('seals with the new key and still opens what the old ones sealed', async () => {
    const own = vaultOf(newRing());
    const before = own.seal('ada@example.org', 'contact/email');
    const old = own.currentKey;
    const rotated = await own.rotate();
    assert.ok('currentKey' in rotated);
    assert.notEqual(rotated.currentKey, old);
    assert.equal(own.currentKey, rotated.currentKey);
    const after = own.seal('ada@example.org', 'contact/email');
    assert.equal(own.sealedWith(before), old);
    assert.equal(own.sealedWith(after), rotated.currentKey);
    for (const sealed of [before, after]) assert.equal(textOf(own.open(sealed, 'contact/email')), 'ada@example.org');
  });

  it('changes nothing where the ring cannot be saved', async () => {
    const ring = newRing();
    const fault = { code: 'unusable', message: 'the disk is full', remedy: 'make room' };
    const own = openVault({ ring, random: randomBytes, addKey: async () => fault });
    const rotated = await own.rotate();
    assert.deepEqual(rotated, { ...fault, code: 'ring-not-saved' });
    assert.equal(own.currentKey, ring.current);
  });
});

describe('blind indexes', () => {
  it('are the same for the same text and purpose, and for nothing else', () => {
    const index = vault.index('ada@example.org', 'contact/email');
    assert.equal(vault.index('ada@example.org', 'contact/email'), index);
    assert.notEqual(vault.index('bo@example.org', 'contact/email'), index);
    assert.notEqual(vault.index('ada@example.org', 'account/email'), index);
    assert.notEqual(vaultOf(newRing()).index('ada@example.org', 'contact/email').split('.')[2], index.split('.')[2]);
    assert.equal(vault.sealedWith(index), vault.currentKey);
  });

  it('find rows that no rotation has reached yet', async () => {
    const own = vaultOf(newRing());
    const before = own.index('ada@example.org', 'contact/email');
    await own.rotate();
    const [first, ...others] = own.indexes('ada@example.org', 'contact/email');
    assert.equal(first, own.index('ada@example.org', 'contact/email'));
    assert.deepEqual(others, [before]);
  });
});

describe('secrets of purposes', () => {
  it('outlive a rotation', async () => {
    const own = vaultOf(newRing());
    const salt = own.secret('evidence/salt');
    await own.rotate();
    assert.equal(salt.length, 32);
    assert.deepEqual(own.secret('evidence/salt'), salt);
    assert.notDeepEqual(own.secret('sessions'), salt);
  });
});

describe('the text of a key ring', () => {
  it('comes back as it was written', () => {
    const ring = withNewKey(newRing(), making);
    assert.deepEqual(parseKeyRing(formatKeyRing(ring)), ring);
  });

  it('is refused with a current key that it does not hold, one id twice, or a short secret', () => {
    const ring = newRing();
    const [key] = ring.keys;
    assert.ok(key);
    assert.equal(parseKeyRing(JSON.stringify({ ...ring, current: '000000000000' })), undefined);
    assert.equal(parseKeyRing(JSON.stringify({ ...ring, keys: [key, key] })), undefined);
    assert.equal(parseKeyRing(JSON.stringify({ ...ring, keys: [{ ...key, secret: key.secret.slice(1) }] })), undefined);
    assert.equal(parseKeyRing(JSON.stringify({ ...ring, keys: [] })), undefined);
  });

  it('may be any text, which is none', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (text) => parseKeyRing(text) === undefined));
  });
});

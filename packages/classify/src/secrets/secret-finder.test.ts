import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { findAll } from '../../testing/find.ts';
import { readGitleaksToml } from './gitleaks-toml.ts';
import { createSecretFinder, type SecretFinderOptions } from './secret-finder.ts';

function finderOf(toml: string, options: SecretFinderOptions = {}) {
  const file = readGitleaksToml(toml, 'rules.toml', {
    defaults: { title: '', rules: [], allowlists: [] },
    read: () => ({ fault: 'no files here' }),
  });
  assert.ok('ruleSet' in file, JSON.stringify(file));
  return createSecretFinder(file.ruleSet, options);
}

/** What the spans cover. */
function found(toml: string, text: string, path?: string, options: SecretFinderOptions = {}): readonly string[] {
  const bytes = Buffer.from(text, 'utf8');
  const { matches } = findAll(finderOf(toml, options), bytes, path === undefined ? {} : { path });
  return matches.map(({ start, end }) => bytes.subarray(start, end).toString('utf8'));
}

function whyDropped(toml: string, text: string): readonly string[] {
  return findAll(finderOf(toml), text).dropped.map(({ why }) => why);
}

const TOKEN = `[[rules]]\nid = "tok"\nregex = '''\\btok_([a-z0-9]{8})\\b'''\nkeywords = ["tok_"]\n`;
const VALUE = 'a1b2c3d4';

describe('the secret finder', () => {
  it('gives the span of the secret, not of the match', () =>
    assert.deepEqual(found(TOKEN, `x tok_${VALUE} y`), [VALUE]));

  it('takes the group that the rule names, else the first that is not empty, else the match', () => {
    const rule = (more: string) => `[[rules]]\nid = "a"\nregex = '''k=(x*)(\\d+)-(\\d+)'''\nkeywords = ["k="]\n${more}`;
    assert.deepEqual(found(rule('secretGroup = 3'), 'k=12-34'), ['34']);
    assert.deepEqual(found(rule(''), 'k=12-34'), ['12']);
    assert.deepEqual(found('[[rules]]\nid = "a"\nregex = "k=12"', 'k=12-34'), ['k=12']);
  });

  it('gives byte offsets where characters of several bytes stand before', () => {
    assert.deepEqual(found(TOKEN, `clé 😀 tok_${VALUE}`), [VALUE]);
  });

  it('wants entropy greater than the limit, not equal to it', () => {
    const rule = (entropy: string) => `${TOKEN}entropy = ${entropy}\n`;
    assert.deepEqual(found(rule('3'), `tok_${VALUE}`), []);
    assert.deepEqual(found(rule('2.99'), `tok_${VALUE}`), [VALUE]);
    assert.deepEqual(whyDropped(rule('3'), `tok_${VALUE}`), ['entropy 3.0 bits a character, not more than 3']);
  });

  it('drops what an allowlist allows, and says so', () => {
    const list = (lines: string) => `${TOKEN}[[rules.allowlists]]\n${lines}\n`;
    assert.deepEqual(found(list('stopwords = ["B2C3"]'), `tok_${VALUE} tok_z9z9z9z9`), ['z9z9z9z9']);
    assert.deepEqual(found(list("regexes = ['''^a1''']"), `tok_${VALUE}`), []);
    assert.deepEqual(found(list("regexes = ['''^a1''']\nregexTarget = \"match\""), `tok_${VALUE}`), [VALUE]);
    assert.deepEqual(
      found(list("regexes = ['''^test ''']\nregexTarget = \"line\""), `test tok_${VALUE}\ntok_${VALUE}`),
      [VALUE],
    );
    assert.deepEqual(found(list("paths = ['''\\.md$''']"), `tok_${VALUE}`, 'a/b.md'), []);
    assert.deepEqual(found(list("paths = ['''\\.md$''']"), `tok_${VALUE}`, 'a/b.txt'), [VALUE]);
    assert.deepEqual(whyDropped(list('stopwords = ["a1"]'), `tok_${VALUE}`), ['holds a stop word']);
  });

  it('wants all parts of an allowlist whose condition is AND', () => {
    const toml = `${TOKEN}[[rules.allowlists]]\ncondition = "AND"\npaths = ['''\\.md$''']\nstopwords = ["a1"]\n`;
    assert.deepEqual(found(toml, `tok_${VALUE} tok_z9z9z9z9`, 'b.md'), ['z9z9z9z9']);
    assert.deepEqual(found(toml, `tok_${VALUE}`, 'b.txt'), [VALUE]);
    assert.deepEqual(found(toml, `tok_${VALUE}`), [VALUE]);
  });

  it('uses global allowlists for all rules, and targeted ones for theirs', () => {
    const other = `[[rules]]\nid = "other"\nregex = '''oth_([a-z0-9]{8})'''\nkeywords = ["oth_"]\n`;
    const text = `tok_${VALUE} oth_${VALUE}`;
    assert.deepEqual(found(`${TOKEN}${other}[[allowlists]]\nstopwords = ["a1"]`, text), []);
    assert.equal(found(`${TOKEN}${other}[[allowlists]]\ntargetRules = ["tok"]\nstopwords = ["a1"]`, text).length, 1);
    assert.deepEqual(found(`${TOKEN}[[allowlists]]\npaths = ['''lock$''']`, text, 'package-lock'), []);
  });

  it('leaves out a line with gitleaks:allow, unless told not to', () => {
    const text = `tok_${VALUE} # gitleaks:allow\ntok_z9z9z9z9`;
    assert.deepEqual(found(TOKEN, text), ['z9z9z9z9']);
    assert.equal(found(TOKEN, text, undefined, { inlineAllow: false }).length, 2);
  });

  it('calls a file a secret by its name alone, where a rule has only a path', () => {
    const toml = "[[rules]]\nid = \"p12\"\npath = '''\\.p12$'''";
    assert.deepEqual(found(toml, 'anything', 'keys/a.p12'), ['anything']);
    assert.deepEqual(found(toml, 'anything', 'keys/a.txt'), []);
    assert.deepEqual(found(toml, 'anything'), []);
  });

  it('wants the path as well, where a rule has both', () => {
    const toml = `${TOKEN}path = '''\\.php$'''`;
    assert.deepEqual(found(toml, `tok_${VALUE}`, 'a.php'), [VALUE]);
    assert.deepEqual(found(toml, `tok_${VALUE}`, 'a.py'), []);
    assert.deepEqual(found(toml, `tok_${VALUE}`), []);
  });

  it('wants required rules nearby, which may report nothing of their own', () => {
    const pair = `${TOKEN}[[rules.required]]\nid = "id"\nwithinLines = 2\n[[rules]]\nid = "id"\nregex = '''id_[0-9]{4}'''\nkeywords = ["id_"]\nskipReport = true\n`;
    assert.deepEqual(found(pair, `id_1234\n\ntok_${VALUE}`), [VALUE]);
    assert.deepEqual(found(pair, `id_1234\n\n\ntok_${VALUE}`), []);
    assert.deepEqual(found(pair, `tok_${VALUE}`), []);
    assert.deepEqual(whyDropped(pair, `tok_${VALUE}`), ['without id nearby']);
  });

  it('runs rules without keywords always, and rules with keywords only where one stands in the text', () => {
    const free = "[[rules]]\nid = \"a\"\nregex = '''[0-9]{6}-[0-9]{6}'''\n";
    assert.deepEqual(found(free, 'x 123456-654321 y'), ['123456-654321']);
    assert.deepEqual(found(`${free}keywords = ["acme"]`, 'x 123456-654321 y'), []);
    assert.deepEqual(found(`${free}keywords = ["acme"]`, 'x 123456-654321 y Acme'), ['123456-654321']);
  });

  it('leaves a generic finding to the specific rule that found the same on the same line', () => {
    const toml = `${TOKEN}[[rules]]\nid = "generic-key"\nregex = '''key=([a-z0-9_]+)'''\nkeywords = ["key"]\n`;
    const { matches, dropped } = findAll(
      finderOf(toml.replace('tok_([a-z0-9]{8})', '(tok_[a-z0-9]{8})')),
      `key=tok_${VALUE}`,
    );
    assert.deepEqual(
      matches.map(({ rule, confidence }) => [rule, confidence >= 0.9]),
      [['tok', true]],
    );
    assert.deepEqual(
      dropped.map(({ rule, why }) => [rule, why]),
      [['generic-key', 'found by tok as well']],
    );
  });

  it('is less sure of a generic finding, unless it looks random', () => {
    const toml = `[[rules]]\nid = "generic"\nregex = '''key=(\\S+)'''\nkeywords = ["key"]\n`;
    const sure = (text: string) => findAll(finderOf(toml), text).matches[0]?.confidence;
    assert.equal(sure('key=some-words-here-2024'), 0.6);
    assert.equal(sure('key=x9Kq2LmZ7vTb4RwY8sHd3NfG'), 0.8);
  });

  it('finds many secrets beside each other, each once', () => {
    const text = Array.from({ length: 500 }, (_, i) => `tok_${String(i).padStart(8, 'a')}`).join(' ');
    assert.equal(new Set(found(TOKEN, text)).size, 500);
    assert.equal(found(TOKEN, text).length, 500);
  });

  it('follows a secret over many lines to its end', () => {
    const toml =
      "[[rules]]\nid = \"key\"\nregex = '''-----BEGIN KEY-----[\\s\\S]{8,}?END KEY-----'''\nkeywords = [\"-----begin\"]\n";
    const key = `-----BEGIN KEY-----\n${'MIIabc123\n'.repeat(6000)}-----END KEY-----`;
    assert.deepEqual(found(toml, `x ${key} y`, undefined, { maxDecodeDepth: 0 }), [key]);
  });

  it('tells which rule runs before each of its expressions', () => {
    const runs: number[] = [];
    findAll(
      finderOf(`[[rules]]\nid = "first"\nregex = "aaa"\n${TOKEN}`, { onRule: (index) => runs.push(index) }),
      `tok_${VALUE}`,
    );
    assert.ok(runs.includes(1) && !runs.includes(0));
  });
});

describe('secrets in encoded text', () => {
  const base64 = (text: string) => Buffer.from(text).toString('base64');
  const reasonsOf = (text: string, options: SecretFinderOptions = {}) =>
    findAll(finderOf(TOKEN, options), text).matches.map(({ reasons }) => reasons.slice(1));
  const secret = `tok_${VALUE}`;

  it('are found in base64, with the span of what is encoded', () => {
    const encoded = base64(`token is ${secret} here`);
    assert.deepEqual(found(TOKEN, `data: ${encoded}\n`), [encoded]);
    assert.deepEqual(reasonsOf(`data: ${encoded}`), [['in base64']]);
  });

  it('are found in base64url, hex and percent-encoding', () => {
    const url = Buffer.from(`>>>???${secret} here`).toString('base64url');
    assert.deepEqual(found(TOKEN, `x=${url}&y`), [url]);
    const hex = Buffer.from(`the token ${secret} here`).toString('hex');
    assert.deepEqual(found(TOKEN, `x ${hex} y`), [hex]);
    assert.deepEqual(found(TOKEN, `q=t%6Fk%5F${VALUE}%20x`), [VALUE]);
    assert.deepEqual(found(TOKEN, `q=tok_a1%62%32c3d4&x`), ['a1%62%32c3d4']);
  });

  it('are found in JSON inside a string, escaped once and twice', () => {
    const toml = `[[rules]]\nid = "pass"\nregex = '''"password": ?"([^"\\\\]{6,})"'''\nkeywords = ["password"]\n`;
    const once = JSON.stringify({ body: JSON.stringify({ user: 'a', password: 'hunter22' }) });
    assert.deepEqual(found(toml, once), ['hunter22']);
    assert.deepEqual(found(toml, JSON.stringify({ log: once })), ['hunter22']);
    assert.deepEqual(found(toml, JSON.stringify({ log: once }), undefined, { maxDecodeDepth: 1 }), []);
    assert.deepEqual(found(TOKEN, `{"a":"t\\u006fk_${VALUE}"}`), [VALUE]);
  });

  it('are found in encodings inside each other, as deep as told and no deeper', () => {
    const twice = base64(`outer ${base64(`inner ${secret} text`)} text`);
    assert.deepEqual(found(TOKEN, twice, undefined, { maxDecodeDepth: 2 }), [twice]);
    assert.deepEqual(found(TOKEN, twice, undefined, { maxDecodeDepth: 1 }), []);
    assert.deepEqual(found(TOKEN, twice, undefined, { maxDecodeDepth: 0 }), []);
  });

  it('are found where the name stands outside and only the value is encoded', () => {
    const toml = `[[rules]]\nid = "named"\nregex = '''secret=(value-\\w{6,})'''\nkeywords = ["secret"]\n`;
    const encoded = base64('value-abcdefgh');
    assert.deepEqual(found(toml, `secret=${encoded}\n`), [encoded]);
  });

  it('are not told twice, plain and decoded', () => {
    assert.deepEqual(found(TOKEN, `{"a":"\\"${secret}\\" and\\n more"}`), [VALUE]);
  });

  it('stay within the text and never throw, whatever the bytes', () => {
    const finder = finderOf(
      `${TOKEN}[[rules]]\nid = "generic"\nregex = '''key["']?[:=]["']?(\\S{4,})'''\nkeywords = ["key"]\n`,
    );
    const piece = fc.oneof(
      fc.constantFrom(
        'tok_',
        VALUE,
        'key=',
        '%',
        '%41',
        '\\',
        '\\u00',
        '\\u0041',
        '\\"',
        '\\n',
        'U+0041 ',
        '=',
        '\n',
        '746f6b5f',
      ),
      fc.string({ maxLength: 8 }),
      fc.string({ maxLength: 30 }).map((text) => base64(`${text}tok_${VALUE}`)),
      fc.uint8Array({ maxLength: 20 }).map((bytes) => Buffer.from(bytes).toString('latin1')),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        const bytes = Buffer.from(pieces.join(''), 'latin1');
        for (const { start, end } of findAll(finder, bytes).matches) {
          assert.ok(start >= 0 && start < end && end <= bytes.length, `${start}-${end} of ${bytes.length}`);
        }
      }),
      { numRuns: 1500 },
    );
  });
});

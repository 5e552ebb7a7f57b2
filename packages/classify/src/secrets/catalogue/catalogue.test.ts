// The catalogue as a whole: what each entry has to have, and that each form is found wherever a value of it may stand.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { type Chance, chanceFrom, drawForm, formOf } from '../../../testing/drawn-secrets.ts';
import { findAll } from '../../../testing/find.ts';
import { asLatin1 } from '../../text.ts';
import { anchorPlan } from '../anchor.ts';
import { type CatalogueEntry, OPENS } from '../catalogue-entry.ts';
import { catalogueRules, rulesOf } from '../catalogue-rules.ts';
import { createSecretFinder } from '../secret-finder.ts';
import { treeOf } from '../v8-syntax.ts';
import { CATALOGUE } from './index.ts';

const AROUND_TOKENS: readonly (readonly [string, string])[] = [
  ['', ''],
  ['loaded key ', ''],
  ['connecting with ', ' ...'],
  ['export TOKEN=', '\n'],
  ['config value api_key: "', '"'],
  ['{"line":"config value api_key: \\"', '\\""}'],
  ["token: '", "'"],
  ['<token>\n    ', '\n</token>'],
  ['headers: {X-Token: ', '}'],
  ['first line\\n', '\\nlast line'],
  ['key => `', '`,'],
  ['(', ')'],
];
/** ASCII letters only, as names in programs are. */
function capitals(name: string): string {
  return name.replace(/[a-z]/g, (letter) => letter.toUpperCase());
}

const AROUND_VALUES: readonly ((name: string) => readonly [string, string])[] = [
  (name) => [`${capitals(name)}_TOKEN=`, '\n'],
  (name) => [`{"${name}_token": "`, '"}'],
  (name) => [`${name}_token: `, '\nnext: 1'],
  (name) => [`export ${capitals(name)}_KEY='`, "'"],
  (name) => [`const ${name}Key: string = "`, '";'],
  (name) => [`<${name}_key>\n    `, `\n</${name}_key>`],
  (name) => [`System.setProperty("${capitals(name)}_KEY", "`, '")'],
  (name) => [`{"body":"{\\"${name}_key\\":\\"`, '\\"}"}'],
  (name) => [`X-${name}-Key: `, '\r\n'],
  (name) => [`'${name}_key' => "`, '",'],
  (name) => [`${name}_KEY ?= `, '\n'],
  (name) => [`<add key="${name}_key" value="`, '" />'],
  (name) => [`env:\n  - name: ${capitals(name)}_KEY\n    value: "`, '"\n'],
  (name) => [`Host=a;${name}_key=`, ';'],
  (name) => [`config["${name}_key"] = "`, '"'],
];

/** What is found of an entry when values of its form are drawn: misses, and how many were found or dropped. */
function tryEntry(entry: CatalogueEntry, chance: Chance, draws: number): { misses: string[]; found: number } {
  const form = formOf(entry);
  if (!form) return { misses: [], found: 1 };
  const finder = createSecretFinder(rulesOf([entry]), { maxDecodeDepth: 0 });
  const path = entry.path ? { path: PATHS.find((one) => entry.path?.test(one)) ?? '' } : {};
  const misses: string[] = [];
  let found = 0;
  for (let i = 0; i < draws || (found === 0 && i < MOST_DRAWS); i += 1) {
    const drawn = drawForm(form, chance);
    if (!drawn) continue;
    const [before, behind] = around(entry, drawn.text, chance);
    const text = `${before}${drawn.text}${behind}`;
    const { matches, dropped } = findAll(finder, Buffer.from(text, 'latin1'), path);
    const start = before.length + drawn.start;
    const end = before.length + drawn.end;
    if (matches.some((match) => match.start === start && match.end === end)) {
      found += 1;
      const lower = text
        .slice(0, before.length + drawn.text.length)
        .replace(/[A-Z]/g, (letter) => letter.toLowerCase());
      if (!entry.keywords.some((word) => lower.includes(asLatin1(word)))) misses.push(`${entry.id}: no keyword`);
    } else if (dropped.length === 0) {
      misses.push(`${entry.id}: ${matches.length === 0 ? 'nothing' : 'another span'} in ${JSON.stringify(text)}`);
    }
  }
  return { misses, found };
}

/** Some forms are seldom drawn right, since a draw knows nothing of what has to stand beside. */
const MOST_DRAWS = 400;
const PATHS = ['main.tf', 'secret.yaml', 'nuget.config', 'index.php'];

function around({ form }: CatalogueEntry, text: string, chance: Chance): readonly [string, string] {
  if ('names' in form) {
    const name = form.names[chance(form.names.length)] ?? '';
    const [before, behind] = (
      AROUND_VALUES[chance(AROUND_VALUES.length)] as (name: string) => readonly [string, string]
    )(name);
    return [asLatin1(before), asLatin1(behind)];
  }
  // What has quotes or spaces of its own is a stretch of a file, not a value in quotes; an address goes on at a sign.
  const isStretch = /["'\s<(=]|^\\|:(?:5432|5433|6432|\*):/.test(text);
  return AROUND_TOKENS[isStretch ? 0 : chance(AROUND_TOKENS.length)] ?? ['', ''];
}

describe('the catalogue of secrets', () => {
  it('has unique ids, and for each entry a title, an issuer, steps and a page', () => {
    const ids = new Set<string>();
    for (const { id, title, issuer, opens, rotate, link, keywords, form } of CATALOGUE) {
      assert.match(id, /^[a-z0-9]+(?:-[a-z0-9]+)*$/, id);
      assert.ok(!ids.has(id), `${id} twice`);
      ids.add(id);
      assert.ok(title.length > 5 && issuer.length > 1, id);
      assert.ok(OPENS.includes(opens), id);
      assert.ok(rotate.length >= 2 && rotate.length <= 4, `${id}: ${rotate.length} steps`);
      for (const step of rotate) assert.match(step, /^[A-Z].{8,}\.$/, `${id}: ${step}`);
      assert.equal(new URL(link).protocol, 'https:', id);
      assert.equal(keywords.length === 0, 'file' in form, id);
      for (const word of keywords) assert.ok(word.length >= 3 && word === word.toLowerCase(), `${id}: ${word}`);
    }
    assert.ok(CATALOGUE.length >= 330, `${CATALOGUE.length} entries`);
  });

  it('has in every match of a form a keyword of the entry, at a place that can be told', () => {
    const rules = catalogueRules().rules.filter(({ regex }) => regex !== undefined);
    const others = rules.filter(({ regex, keywords }) => {
      const tree = regex && treeOf(regex);
      return !tree || anchorPlan(tree, keywords.map(asLatin1))?.impliesKeyword !== true;
    });
    assert.deepEqual(
      others.map(({ id }) => id),
      [],
    );
  });

  it('writes forms in syntax that the engine reads, without flags that rules cannot carry', () => {
    for (const { id, form } of CATALOGUE) {
      const regex = 'token' in form ? form.token : 'names' in form ? form.value : form.file;
      assert.ok(treeOf(regex), id);
      if (!('file' in form)) assert.equal(regex.flags, '', id);
    }
  });

  it('finds drawn values of every form at their exact span, in the shapes of files, programs and logs', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const chance = chanceFrom(seed);
        const results = CATALOGUE.map((entry) => ({ id: entry.id, ...tryEntry(entry, chance, 10) }));
        assert.deepEqual(results.flatMap(({ misses }) => misses).slice(0, 20), []);
        assert.deepEqual(
          results.filter(({ found }) => found === 0).map(({ id }) => id),
          [],
        );
      }),
      { numRuns: 1, endOnFailure: true },
    );
  });

  it('gives nothing where a value stands in the middle of a longer word', () => {
    const chance = chanceFrom(3);
    const entry = CATALOGUE.find(({ id }) => id === 'github-pat');
    assert.ok(entry && 'token' in entry.form);
    const drawn = drawForm(entry.form.token, chance)?.text ?? '';
    const finder = createSecretFinder(rulesOf([entry]));
    for (const text of [`x${drawn}`, `${drawn}x`, `_${drawn}`, `${drawn}_9`])
      assert.equal(findAll(finder, text).matches.length, 0);
  });

  it('makes one rule of each entry', () => {
    const { rules } = catalogueRules();
    assert.deepEqual(
      rules.map(({ id }) => id),
      CATALOGUE.map(({ id }) => id),
    );
    for (const { id, regex, path } of rules) assert.ok(regex?.global || path, id);
  });
});

// Canaries: invented values, at least one of every kind and of every secret of the catalogue, made from the definitions
// themselves. Whoever sees one of them outside of memory has found a leak. For tests only.
import { CATALOGUE } from '../src/index.ts';
import { DEVICE_IDENTIFIERS } from '../src/kinds/device/index.ts';
import { EUROPE } from '../src/kinds/europe/europe.ts';
import { PAYMENT } from '../src/kinds/payment/index.ts';
import { WORLD } from '../src/kinds/world/index.ts';
import type { CatalogueEntry } from '../src/secrets/catalogue-entry.ts';
import { rulesOf } from '../src/secrets/catalogue-rules.ts';
import { createSecretFinder } from '../src/secrets/secret-finder.ts';
import { STATEMENTS_FIRST } from '../src/special/examples/statements-first.ts';
import { type Chance, chanceFrom, drawForm, formOf } from './drawn-secrets.ts';
import { findAll } from './find.ts';

export interface Canary {
  readonly kind: string;
  /** What may never be shown. */
  readonly value: string;
  /** The value with the words beside it by which it is known. */
  readonly text: string;
  /** Only in a file of this path. */
  readonly path?: string;
}

/** Canaries of all identifiers, all secrets and all other kinds; the same ones every time. */
export function allCanaries(): readonly Canary[] {
  return [...identifierCanaries(), ...secretCanaries(), ...statementCanaries(), ...OTHERS];
}

function identifierCanaries(): Canary[] {
  return [...PAYMENT, ...EUROPE, ...WORLD, ...DEVICE_IDENTIFIERS].flatMap(({ kind, words, examples }) =>
    examples.valid.map((value) => ({ kind: kind.id, value, text: `${words[0] ?? ''}: ${value}` })),
  );
}

// ---- secrets

/** A form knows nothing of what has to stand beside it or of its entropy, so some are drawn more than once. */
const MOST_DRAWS = 400;
/** Paths of the entries that are files, or stand in files of some names only. */
const PATHS = [
  'main.tf',
  'secret.yaml',
  'nuget.config',
  'index.php',
  'AuthKey_ABCDE12345.p8',
  'canary.p12',
  'canary.ppk',
  'canary.jks',
  'canary.kdbx',
];

function secretCanaries(): Canary[] {
  return CATALOGUE.map((entry, place) => {
    return 'file' in entry.form ? fileCanary(entry) : drawnCanary(entry, chanceFrom(place));
  });
}

function fileCanary(entry: CatalogueEntry): Canary {
  const value = `the content of a canary ${entry.id}`;
  return { kind: `secret/${entry.id}`, value, text: value, ...pathOf(entry) };
}

function drawnCanary(entry: CatalogueEntry, chance: Chance): Canary {
  const form = formOf(entry);
  const finder = createSecretFinder(rulesOf([entry]));
  const path = pathOf(entry);
  for (let draw = 0; form && draw < MOST_DRAWS; draw += 1) {
    const drawn = drawForm(form, chance);
    if (!drawn) continue;
    const value = drawn.text.slice(drawn.start, drawn.end).trim();
    // Some forms begin at the line end before them.
    const text = 'names' in entry.form ? `${entry.form.names[0]}_token="${drawn.text}"` : drawn.text.trim();
    if (findAll(finder, text, path).matches.length > 0) return { kind: `secret/${entry.id}`, value, text, ...path };
  }
  throw new Error(`no canary can be drawn for ${entry.id}`);
}

function pathOf({ id, form, path }: CatalogueEntry): { path?: string } {
  const wanted = 'file' in form ? form.file : path;
  if (!wanted) return {};
  const found = PATHS.find((one) => wanted.test(one));
  if (found === undefined) throw new Error(`no path of a file is known for ${id}`);
  return { path: found };
}

// ---- the other kinds

/** One statement of each category, as somebody tells it to an assistant. */
function statementCanaries(): Canary[] {
  return Object.entries(STATEMENTS_FIRST).flatMap(([category, lines]) =>
    lines
      .trim()
      .split('\n')
      .slice(0, 2)
      .map((line) => {
        const value = line.slice(line.indexOf(' ') + 1);
        const text = JSON.stringify({ messages: [{ role: 'user', content: value }] });
        return { kind: `special/${category}`, value, text };
      }),
  );
}

const CHAT = 'my quillfeather boss found out that I drink, and I cannot sleep';

/** Kinds without a list of examples: one or two each, put together here so that no scanner takes them for real. */
const OTHERS: readonly Canary[] = [
  named('credential/password', 'password = "', ['Tr0ub4dor', '&quill', '77'], '"'),
  named('credential/weak-hash', 'password_hash: ', ['$1$', 'qU1LLf3a', '$', 'th3rQu1llF3ath3rQu1llF']),
  named('credential/strong-hash', 'password_hash: ', ['$2b$', '12$', 'QuillFeather3'.repeat(5).slice(0, 53)]),
  named('person/email', 'mail ', ['ottilie.quillfeather', '@', 'canary-post.net']),
  named('person/email', 'mail ', ['\u00e9lodie.plumequin', '@', 'b\u00fccherwurm.example.de']),
  named('person/email', 'write to ', ['ansgar.federkiel', '@', 'canary-post.net']),
  named('person/phone', 'call me at ', ['+33 6 ', '39 98 ', '41 27']),
  named('person/birth-date', 'date of birth: ', ['1987', '-11-', '23']),
  named('date', 'on ', ['2019', '-03-', '17']),
  named('network/ip-address', 'remote_addr=', ['81.2.', '69.', '143']),
  named('network/ip-address', 'remote_addr=', ['2a02:26f0:', '3500::', '1b:7f']),
  named('account/session-cookie', 'Cookie: PHPSESSID=', ['q7u1l2f3', 'e4a5t6h7', 'e8r9c0a1n2r3y4']),
  named('device/tracking-cookie', 'Cookie: _ga=', ['GA1.2.', '1739201847', '.1668283991']),
  named('device/session-id', 'session_id=', ['9f4c1e7a-2b6d', '-4f3a-8c5e-', '7d1b0a9e6f24']),
  named('location/coordinates', 'coordinates: ', ['48.8571', '93, ', '2.352917']),
  named('account/user-id', 'user_id=', ['u-quill', '12ab', '000034ff']),
  named('account/username', 'username: ', ['quillfeather', '_87']),
  named('person/name', 'Kind regards, ', ['Ottilie ', 'Quillfeather']),
  named('person/postal-address', 'ship it to ', ['4711 ', 'Quillfeather', ' Street, London SW1A 1AA']),
  named('person/age', 'Ottilie is ', ['quill and 87 years old'.slice(10)]),
  named('person/title', 'written by ', ['Professor', ' Quillfeather']),
  named('person/nationality', 'she is a ', ['Norwegian'], ' citizen'),
  named('person/postcode', 'postcode: ', ['SW1A', ' 1AA']),
  named('place/name', 'she lives in ', ['Saarbr\u00fccken']),
  named('organisation/name', 'she works at ', ['Quillfeather', ' Holdings GmbH']),
  { kind: 'conversation', value: CHAT, text: JSON.stringify(chatOf(CHAT)) },
  {
    kind: 'search-history',
    value: 'quillfeather divorce lawyer near the harbour',
    text: 'GET https://www.google.com/search?q=quillfeather+divorce+lawyer+near+the+harbour',
  },
];

function named(kind: string, before: string, parts: readonly string[], behind = ''): Canary {
  const value = parts.join('');
  return { kind, value, text: `${before}${value}${behind}` };
}

function chatOf(content: string) {
  return {
    messages: [
      { role: 'user', content },
      { role: 'assistant', content: 'I am sorry to hear that. What do you think?' },
    ],
  };
}

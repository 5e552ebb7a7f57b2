// What a row of the generated leak is, told from the row itself: the generator writes no labels, but each kind of row has a span
// name and fields of its own, and every text in it comes from a template of the phrases file.
import { readFileSync } from 'node:fs';

export type RowLabel =
  | 'conversation'
  | 'special category'
  | 'search'
  | 'login'
  | 'payment'
  | 'secret'
  | 'operational'
  | 'look-alike';

export interface LabelledClass {
  readonly label: RowLabel;
  /** Which template, by its place in the phrases file: `it.user[2]`, `health.pt[0]`, `uuid[1]`. */
  readonly template: string;
}

interface Phrases {
  readonly conversation: Readonly<
    Record<string, { readonly user: readonly string[]; readonly assistant: readonly string[] }>
  >;
  readonly special: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
  readonly search: Readonly<Record<string, readonly string[]>>;
  readonly secretLines: readonly string[];
  readonly operational: readonly string[];
  readonly lookAlikes: Readonly<Record<string, readonly string[]>>;
  readonly placeholders: readonly string[];
}

export interface Labels {
  /** The class of a row, a line of JSON as the generator wrote it. */
  of(line: string): LabelledClass;
  /** The template of what somebody said or asked, special categories first. */
  templateOf(words: string): string;
}

interface Template {
  readonly name: string;
  readonly fits: RegExp;
}

export function labelsOf(phrasesFile: string): Labels {
  const phrases: Phrases = JSON.parse(readFileSync(phrasesFile, 'utf8'));
  const special = nested(phrases.special);
  const said = Object.entries(phrases.conversation).flatMap(([language, lines]) => [
    ...templates(`${language}.user`, lines.user),
    ...templates(`${language}.assistant`, lines.assistant),
  ]);
  const searches = Object.entries(phrases.search).flatMap(([language, lines]) => templates(language, lines));
  const secretLines = templates('line', phrases.secretLines);
  const operational = templates('message', phrases.operational);
  const lookAlikes = Object.entries(phrases.lookAlikes).flatMap(([kind, lines]) => templates(kind, lines));
  const first = (list: readonly Template[], text: string) => list.find(({ fits }) => fits.test(text))?.name;
  return {
    of(line) {
      const row = JSON.parse(line) as Record<string, string | string[]>;
      const names = row['string.names'] as string[];
      const values = row['string.values'] as string[];
      const field = (name: string) => values[names.indexOf(name)] ?? '';
      if (names.includes('request')) {
        const words = (JSON.parse(field('request')) as { messages: { content: string }[] }).messages[0]?.content ?? '';
        const told = first(special, words);
        return told === undefined
          ? { label: 'conversation', template: first(said, words) ?? 'unknown' }
          : { label: 'special category', template: told };
      }
      if (names.includes('query')) return { label: 'search', template: first(searches, field('query')) ?? 'unknown' };
      if (names.includes('remote_addr')) return { label: 'login', template: 'login' };
      if (names.includes('amount')) return { label: 'payment', template: names.includes('iban') ? 'iban' : 'card' };
      if (names.includes('line')) {
        return {
          label: 'secret',
          template: `${secretOf(field('line'))} in ${first(secretLines, field('line')) ?? 'unknown'}`,
        };
      }
      if (names.includes('latency_ms')) {
        return { label: 'operational', template: first(operational, field('msg')) ?? 'unknown' };
      }
      const message = field('msg');
      const template = first(lookAlikes, message) ?? 'unknown';
      // The longest, since one placeholder may begin as another one does.
      const [which] = phrases.placeholders
        .map((value, place) => ({ place, length: message.includes(value) ? value.length : 0 }))
        .sort((a, b) => b.length - a.length);
      const isPlaceholder = template.startsWith('placeholder') && which !== undefined;
      return {
        label: 'look-alike',
        template: isPlaceholder ? `${template} with placeholders[${which.place}]` : template,
      };
    },
    templateOf: (words) => first(special, words) ?? first(said, words) ?? 'unknown',
  };
}

function nested(special: Phrases['special']): Template[] {
  return Object.entries(special).flatMap(([category, byLanguage]) =>
    Object.entries(byLanguage).flatMap(([language, lines]) => templates(`${category}.${language}`, lines)),
  );
}

/** `{name}`, `#` and the like stand for anything; behind the words of a user an address or a number may follow. */
function templates(name: string, lines: readonly string[]): Template[] {
  return lines.map((line, place) => {
    const literal = line.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    const pattern = literal.replace(/\\\{(?:name|given|city|topic|secret|value)\\\}/g, '.+?').replaceAll('#', '\\d');
    return { name: `${name}[${place}]`, fits: new RegExp(`^${pattern}(?: \\S+){0,8}$`, 's') };
  });
}

const SECRETS: readonly (readonly [string, RegExp])[] = [
  ['openai-api-key', /sk-proj-/],
  ['anthropic-api-key', /sk-ant-/],
  ['aws-access-token', /AKIA/],
  ['github-pat', /ghp_/],
  ['gitlab-pat', /glpat-/],
  ['slack-bot-token', /xoxb-/],
  ['stripe-access-token', /sk_live_/],
  ['gcp-api-key', /AIza/],
  ['huggingface-access-token', /hf_/],
  ['private-key', /-----BEGIN/],
  ['database-url', /postgres:\/\//],
  ['jwt', /eyJ/],
];

function secretOf(line: string): string {
  return SECRETS.find(([, mark]) => mark.test(line))?.[0] ?? 'unknown';
}

// Trigger words of the vocabularies: for each term the beginning of its longest word, in all spellings in which bytes show it.
import { listTerms } from './lexicon.ts';
import { isBeyondAscii, plain } from './plain.ts';
import { VOCABULARIES } from './vocabularies.ts';
import type { Tongue } from './vocabulary.ts';

export interface Trigger {
  readonly text: string;
  /** What stands before must be no letter and no digit. */
  readonly startsWord: boolean;
  /** What stands behind must be no letter and no digit. */
  readonly endsWord: boolean;
}

/**
 * Characters of a word that a trigger keeps. Short ones let many words share the states of the automaton, long ones keep hits
 * rare.
 */
const KEPT_LATIN = 7;
const KEPT_PHRASE = 10;
const KEPT_OTHER = 5;
const KEPT_UNSPACED = 2;

/** Latin words up to this length take no ending of letters, whatever the term says: `hiv` is not in `hive`. */
const ACRONYM = 3;

/** The triggers, each spelling once; where two differ in their limits, the laxer holds. */
export function triggersOfVocabularies(): Trigger[] {
  const triggers = new Map<string, Trigger>();
  for (const { tongues } of VOCABULARIES) {
    for (const [tongue, parts] of Object.entries(tongues)) {
      for (const [part, terms] of Object.entries(parts)) {
        if (part === 'topic') continue;
        for (const term of listTerms(terms))
          for (const trigger of triggersOfTerm(term, tongue as Tongue)) add(triggers, trigger);
      }
    }
  }
  return [...triggers.values()];
}

function add(triggers: Map<string, Trigger>, trigger: Trigger): void {
  const known = triggers.get(trigger.text);
  triggers.set(trigger.text, {
    text: trigger.text,
    startsWord: trigger.startsWord && (known?.startsWord ?? true),
    endsWord: trigger.endsWord && (known?.endsWord ?? true),
  });
}

function triggersOfTerm(term: string, tongue: Tongue): Trigger[] {
  if (tongue === 'zh' || tongue === 'ja') {
    const kept = isBeyondAscii(term)
      ? Array.from(term.replace(/^[ -~]+/, ''))
          .slice(0, KEPT_UNSPACED)
          .join('')
      : term;
    // A byte beyond ASCII beside a Latin acronym joins it to no word.
    if (!isBeyondAscii(kept)) return [{ text: kept, startsWord: true, endsWord: true }];
    return [kept, ...escapes(kept)].map((text) => ({ text, startsWord: false, endsWord: false }));
  }
  const word = anchorOf(term);
  const bare = word.replaceAll('*', '');
  const latin = !/[\u0370-\uffff]/.test(bare);
  const limit = latin ? (bare.includes(' ') ? KEPT_PHRASE : KEPT_LATIN) : KEPT_OTHER;
  const kept = bare.slice(0, limit);
  const startsWord = !word.startsWith('*');
  const endsWord = (!word.endsWith('*') || (latin && bare.length <= ACRONYM)) && kept.length === bare.length;
  const spellings = [kept];
  if (isBeyondAscii(kept))
    spellings.push(
      ...(isBeyondAscii(kept.charAt(0)) ? [capitalised(kept)] : []),
      ...(latin ? [plain(bare).slice(0, limit), escaped(kept, '\\')] : escapes(kept)),
    );
  if (latin && bare.split(' ').length === 2 && tongue === 'en')
    spellings.push(...spellings.map((spelling) => spelling.replaceAll(' ', '-')));
  return spellings.map((text) => ({ text, startsWord: startsWord && !text.startsWith('\\'), endsWord }));
}

/**
 * The part of a term that a trigger waits for: its longest run of written words, without those of one letter, beside which an
 * apostrophe may stand, and ended by an open word.
 */
function anchorOf(term: string): string {
  const runs: string[] = [];
  let run = '';
  const close = () => {
    if (run !== '') runs.push(run);
    run = '';
  };
  for (const word of term.split(' ')) {
    if (/^[^aeoy]$/.test(word)) close();
    else {
      if (word.startsWith('*')) close();
      run = run === '' ? word : `${run} ${word}`;
      if (word.endsWith('*')) close();
    }
  }
  close();
  return runs.reduce(
    (longest, one) => (one.length > longest.length ? one : longest),
    term.split(' ').length > 1 ? '' : term,
  );
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** As JSON writers that keep to ASCII write it, and as those do whose text was JSON already. */
function escapes(word: string): string[] {
  return [escaped(word, '\\'), escaped(word, '\\\\')];
}

function escaped(word: string, slash: string): string {
  return Array.from(word, (character) =>
    isBeyondAscii(character) ? `${slash}u${character.charCodeAt(0).toString(16).padStart(4, '0')}` : character,
  ).join('');
}

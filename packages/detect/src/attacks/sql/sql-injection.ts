// SQL injection: the value is read as what it would be in a statement, in each of the three places where values are put: bare, and
// inside of a string in either kind of quote. (The idea of the three places is libinjection's, by Nick Galbreath.)
import { type Attack, attackOf } from '../attack.ts';
import type { Form } from '../decoding/forms.ts';
import { Signs } from '../signs.ts';
import { readFragment } from './fragment.ts';
import type { Place } from './terms.ts';
import { closingQuote } from './tokens.ts';

/** Some databases take them for the plain one. */
const TYPOGRAPHIC = /[\u2018\u2019\u02bc\uff07]/g;
const QUOTES = ["'", '"'] as const;
/** What a text has to have, at least, to be worth reading. */
const WORTH = /['"=<>(;#*@&|]|--|\b(?:union|order|group|having|and|or|x?or|like|waitfor|select|exec)\b/i;
/** Where the grammar of SQL may set in behind words that have nothing to do with it. */
const ANCHOR = /[);]|\b(?:union|order\s+by|group\s+by|having|procedure)\b/gi;
const MAX_ANCHORS = 8;
const MAX_CLOSINGS = 3;
const MAX_BROKEN_PREFIX = 24;

export function sqlInjection(form: Form): Attack | undefined {
  const text = form.text.replace(TYPOGRAPHIC, "'");
  if (!WORTH.test(text)) return undefined;
  let best: Attack | undefined;
  const better = (attack: Attack | undefined) => {
    if (attack && attack.confidence > (best?.confidence ?? 0)) best = attack;
  };
  for (const quote of QUOTES) for (const close of closingPlaces(text, quote)) better(inString(text, close, quote));
  better(bare(text));
  return best;
}

/** Where a value may close the string that it stands in: at its first quote, and at the next ones of a value without spaces before. */
function closingPlaces(text: string, quote: string): readonly number[] {
  const first = closingQuote(text, 0, quote);
  // A quote that is only there with a backslash before it: files of data write them so, and some decoders swallow half of a pair.
  const places = [first < 0 ? text.indexOf(quote) : first];
  for (let at = places[0] ?? -1; places.length < MAX_CLOSINGS && at >= 0; ) {
    at = text.indexOf(quote, at + 1);
    if (at < 0 || at > MAX_BROKEN_PREFIX || /\s/.test(text.slice(0, at))) break;
    places.push(at);
  }
  return places.filter((place) => place >= 0);
}

/** The value stands in a string and closes it here: what comes behind is read. */
function inString(text: string, close: number, quote: string): Attack | undefined {
  const signs = new Signs();
  signs.note(2, 'closes the string that the value stands in, and goes on as SQL');
  const prefix = text.slice(0, close);
  const words = wordsIn(prefix);
  if (prefix.includes(quote)) signs.note(-1, 'closes it at a later quote');
  // In code a quote behind such a sign opens a string.
  if (prefix.length > 2 && /[=(,[:>+]\s*$/.test(prefix.slice(-8))) signs.note(-3, 'looks like a quote that opens');
  if (words <= 1) signs.note(0.5, 'closes it after at most one word');
  else if (words > 12) signs.note(-4, 'stands behind many words');
  else signs.note(words > 4 ? -1.5 : -0.5, 'stands behind several words');
  return judged(text, close + 1, { quote, isAfterTerm: true }, signs);
}

/** `?`, `$1`, `:id`, `%s` in the place of a value: somebody shows a statement, since nothing would be put into them. */
const PLACEHOLDER =
  /(?:[=(,<>]|\b(?:like|in|values|limit)\b)\s{0,4}\(?\s{0,4}(?:\?|%s|\$\d{1,2}\b|:[a-z_]\w{0,40}\b)\s{0,4}(?:[,);]|$|\b(?:and|or|order|limit|group)\b)/i;

function bare(text: string): Attack | undefined {
  const signs = new Signs();
  if (PLACEHOLDER.test(text)) signs.note(-2, 'has a placeholder for a value');
  const whole = judged(text, 0, { quote: undefined, isAfterTerm: false }, signs);
  if (whole) return whole;
  ANCHOR.lastIndex = 0;
  for (let tries = 0; tries < MAX_ANCHORS; tries += 1) {
    const found = ANCHOR.exec(text);
    if (!found) return undefined;
    const behind = new Signs();
    behind.note(-2, 'stands behind other words');
    if (wordsIn(text.slice(0, found.index)) > 6) behind.note(-4, 'stands behind many words');
    const attack = judged(text, found.index, { quote: undefined, isAfterTerm: true }, behind);
    if (attack) return attack;
  }
  return undefined;
}

/** Counts no further than it matters. */
function wordsIn(text: string): number {
  let words = 0;
  for (const _ of text.slice(0, 400).matchAll(/[\p{L}\p{N}][^\s]*/gu)) words += 1;
  return words;
}

function judged(text: string, start: number, place: Place, signs: Signs): Attack | undefined {
  const { isWhole, length } = readFragment(text, start, place, signs);
  if (length === 0) return undefined;
  if (isWhole) signs.note(1, 'is grammatical SQL up to its end');
  else signs.note(-2, 'leaves the grammar of SQL before its end');
  return attackOf('sql-injection', signs.all);
}

// How sure it is that groups of digits are a telephone number, by its country's plan and by the words beside it.
import type { Hits } from '../../finder.ts';
import type { Text } from '../../text.ts';
import { type WordBeside, wordBefore, wordBehind } from './labels.ts';
import { isNumberOfItsOwn, numberOf } from './phone-bounds.ts';
import { BARE, TYPICAL, TYPICAL_LENGTHS } from './phone-forms.ts';
import { type NationalVerdict, verdictOnInternational, verdictOnNational } from './phone-number.ts';
import {
  digitsOf,
  hasStops,
  isPartedBySign,
  isSpaced,
  isUniform,
  isWhole,
  lengthsOf,
  type PhoneShape,
} from './phone-shape.ts';
import { PHONE_WORDS } from './phone-words.ts';

/** How sure a number is, by which rule, and why. */
export interface Judgement {
  readonly confidence: number;
  readonly rule: 'international' | 'national' | 'bare';
  readonly why: string;
  /** Of which plan it is valid; none where only the length is right. Country codes have their plan named. */
  readonly plan: NationalVerdict;
}

/** What is judged: groups of digits, and what is known of the place where they stand. */
export interface Candidate {
  readonly text: Text;
  readonly hits: Hits;
  readonly shape: PhoneShape;
  /** Telephone numbers were asked for by name. */
  readonly asked: boolean;
  /** The column or key is named for telephone numbers. */
  readonly named: boolean;
  /** A word that names telephone numbers stands near. */
  readonly isNear: boolean;
  /** Byte behind the number that was told before; -1 for none. */
  readonly told: number;
}

/**
 * @param digits country code and national number
 * @param prefix what says that a country code comes: a plus, or the 00 that is dialled for it
 */
export function judgeInternational(candidate: Candidate, digits: string, prefix: '+' | '00'): Judgement | undefined {
  if (digits.length < 7 || digits.length > 15 || digits.startsWith('0')) return undefined;
  const verdict = verdictOnInternational(digits);
  if (verdict === 'none') return undefined;
  const named = candidate.named || besideOf(candidate)?.role === 'phone';
  if (verdict === 'service') return international(0.5, 'a valid number of a service line');
  if (verdict === 'possible') {
    if (named) return { ...international(0.8, 'a country code and a word that names it'), plan: 'none' };
    if (prefix === '00') return undefined;
    return { ...international(0.5, 'a country code and a possible length'), plan: 'none' };
  }
  // Behind a plus, digits that would be an identifier's beside its word are a part of the number.
  if (named) return international(prefix === '+' ? 0.97 : 0.95, 'valid for its country, and a word names it');
  if (prefix === '+') return international(0.95, 'valid for its country');
  // Numbers filled up with zeros begin with 00, too: without any sign between, it is not sure to be a prefix.
  if (candidate.shape.groups === 1) return international(0.5, 'valid for its country, if 00 is a prefix');
  return international(0.9, 'valid for its country');
}

function international(confidence: number, why: string): Judgement {
  return { confidence, rule: 'international', why, plan: 'fixed' };
}

function bare(confidence: number, why: string): Judgement {
  return { confidence, rule: 'bare', why, plan: 'fixed' };
}

function national(confidence: number, why: string, plan: NationalVerdict): Judgement {
  return { confidence, rule: 'national', why, plan };
}

export function judgeNational(candidate: Candidate): Judgement | undefined {
  const { named, shape } = candidate;
  if (shape.digits > 13 || !isWorthALook(candidate)) return undefined;
  if (shape.groups > 1 && (!isUniform(shape) || (hasStops(shape) && !mayHaveStops(candidate)))) return undefined;
  const beside = named || !candidate.isNear ? undefined : besideOf(candidate);
  const label = named || beside?.label === true;
  const isNamed = named || beside?.role === 'phone' || (beside?.role === 'line' && label);
  if (isNamed && (isWhole(shape) || mayEndHere(candidate, label && beside?.role !== 'line'))) {
    const judgement = judgeNamed(candidate, label);
    if (judgement !== undefined) return judgement;
  }
  const judgement = shape.groups > 1 ? judgeTypical(candidate) : judgeBare(candidate);
  return judgement !== undefined && besideOf(candidate)?.role === 'other' ? undefined : judgement;
}

/**
 * Whether a number beside its word may end here, though digits follow behind a space: where it is written as numbers of a
 * country are, or stands right behind its word and the digits are apart from it. Numbers in a row are valid by chance.
 */
function mayEndHere(candidate: Candidate, label: boolean): boolean {
  const { shape, text } = candidate;
  if (isTrunkForm(shape, text.bytes)) return true;
  if (shape.groups === 1) return label || (shape.digits > 9 && judgeBare(candidate) !== undefined);
  return judgeTypical(candidate) !== undefined || (label && isBeforeAnother(candidate));
}

/** Whether what goes on behind a space is a number of its own: parted by a sign, too, or in another form. */
function isBeforeAnother({ shape, text }: Candidate): boolean {
  return isPartedBySign(shape) || isNumberOfItsOwn(text.bytes, shape.end);
}

/** Most numbers in logs have no word for telephones near, and no typical form; digits without a sign need more. */
function isWorthALook({ asked, isNear, named, shape, text }: Candidate): boolean {
  if (asked || named || isNear) return true;
  if (shape.groups === 1) return isAmongHan(text.bytes, shape);
  return TYPICAL_LENGTHS.has(lengthsOf(shape)) || isTrunkForm(shape, text.bytes);
}

/** Two groups are a decimal, four of up to 255 are an IP address. */
function mayHaveStops({ shape, text }: Candidate): boolean {
  if (shape.groups < 3) return false;
  if (shape.groups !== 4) return true;
  for (let group = 0; group < 4; group++) if (numberOf(shape, text.bytes, group) > 255) return true;
  return false;
}

function judgeNamed(candidate: Candidate, label: boolean): Judgement | undefined {
  const { shape, text } = candidate;
  const digits = digitsOf(shape, text.latin1);
  if (/^(\d)\1+$/.test(digits)) return undefined;
  // Three, two and four digits are a US social security number, unless a label says otherwise.
  if (lengthsOf(shape) === 0x324 && (!label || !isWhole(shape))) return undefined;
  // Up to eight digits are valid somewhere as a rule: where more follow, those must be a number of their own.
  const isShort = shape.digits < 8 || (shape.digits === 8 && !(label && isBeforeAnother(candidate)));
  if (!isWhole(shape) && isShort) return undefined;
  // So they are behind another number, which is the one that the word names.
  if (shape.digits <= 8 && !label && candidate.told === shape.start - 1) return undefined;
  const plan = verdictOnNational(digits);
  if (plan !== 'none') return national(label ? 0.85 : 0.8, 'valid in a country, and a word names it', plan);
  // Written with a sign, or standing right behind its label, it may be a number of a country that is not read here, or
  // one without its area code.
  if (!isWhole(shape) || shape.groups > 5 || (shape.groups === 1 && !label)) return undefined;
  return national(label ? 0.5 : 0.4, 'the length of a number, and a word names it', 'none');
}

function judgeTypical(candidate: Candidate): Judgement | undefined {
  const { asked, shape, text } = candidate;
  const lengths = lengthsOf(shape);
  const trunk = isTrunkForm(shape, text.bytes);
  if (!trunk && !TYPICAL_LENGTHS.has(lengths) && !asked) return undefined;
  const spaced = isSpaced(shape);
  // Numbers in a row, as tables have them, are not cut where one would be valid.
  if (spaced && !isWhole(shape) && !isBeforeAnother(candidate)) return undefined;
  const digits = digitsOf(shape, text.latin1);
  const trunkPlan = trunk ? verdictOnNational(digits) : 'none';
  if (trunkPlan !== 'none') return national(0.45, 'written as numbers of a country are', trunkPlan);
  for (const form of TYPICAL) {
    if (form.lengths !== lengths || !form.digits.test(digits)) continue;
    if ((form.signed && spaced) || (form.bracketed && shape.bracketed !== 0)) continue;
    if (verdictOnNational(digits, form.countries) === 'none') continue;
    return national(spaced ? 0.35 : 0.5, 'written as numbers of a country are', 'fixed');
  }
  // The country code without its plus, in groups: `91-415-555-0132`.
  if (asked && shape.groups >= 4 && !trunk && verdictOnInternational(digits) === 'personal') {
    return international(0.2, 'valid for its country, if it begins with a country code');
  }
  return undefined;
}

/** Begins with a 0 that is dialled within the country: `06 12…`, `(030) 12…`, `0 (917) …`. */
function isTrunkForm(shape: PhoneShape, bytes: Uint8Array): boolean {
  if (shape.groups > 5 || shape.digits < 9 || shape.digits > 12) return false;
  const first = shape.length[0] as number;
  if (bytes[(shape.groupEnd[0] as number) - first] !== 0x30) return false;
  if (first === 1) return shape.bracketed === 1;
  for (let group = 1; group < shape.groups; group++) if ((shape.length[group] as number) < 2) return false;
  return first <= 5;
}

function judgeBare({ shape, text }: Candidate): Judgement | undefined {
  if (shape.digits < 9 || shape.digits > 12) return undefined;
  const digits = digitsOf(shape, text.latin1);
  for (const { digits: form, countries } of BARE) {
    if (!form.test(digits) || verdictOnNational(digits, countries) === 'none') continue;
    if (countries.includes('CN') && isAmongHan(text.bytes, shape))
      return bare(0.45, 'a Chinese mobile number in Chinese text');
    return bare(0.2, 'digits of a mobile number');
  }
  return undefined;
}

/** Eleven digits from 13… to 19… with a Chinese character next to them. */
function isAmongHan(bytes: Uint8Array, shape: PhoneShape): boolean {
  const { start, end } = shape;
  if (end - start !== 11 || bytes[start] !== 0x31) return false;
  // CJK Unified Ideographs are E4 B8 80 to E9 BF BF in UTF-8; a comma or colon of full width is EF BC ….
  const lead = (byte: number | undefined) => byte !== undefined && ((byte >= 0xe4 && byte <= 0xe9) || byte === 0xef);
  return lead(bytes[start - 3]) || lead(bytes[end]);
}

function besideOf({ hits, shape, text }: Candidate): WordBeside<'phone' | 'line' | 'other'> | undefined {
  if (hits.length === 0) return undefined;
  const before = wordBefore(PHONE_WORDS, text, hits, shape.start);
  // A word behind other digits names those.
  if (before !== undefined || !isWhole(shape)) return before;
  const behind = wordBehind(PHONE_WORDS, text, hits, shape.end);
  if (behind?.role === 'other') return undefined;
  // `416 60 039 office`: a word of one line right behind stands for its label.
  return behind?.role === 'line' ? { role: 'line', label: shape.groups > 1 } : behind;
}

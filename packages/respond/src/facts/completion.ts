// The facts filled up: with the least grave, or with the gravest, that what is not known can turn out to be. What holds for both holds.
import { DATA_CATEGORIES, type DataCategory, SPECIAL_CATEGORIES } from './data-category.ts';
import type { FactName } from './definitions.ts';
import { knownValue } from './fact.ts';
import type { BreachFacts } from './facts.ts';

/** Which way what is not known is taken to turn out. */
export type Turn = 'least' | 'most';

/** The facts that severity and decision are made of, each with one value. */
export interface CompleteFacts {
  readonly nature: readonly ('confidentiality' | 'integrity' | 'availability')[];
  readonly intent: 'accidental' | 'malicious';
  readonly exfiltration: 'ruled-out' | 'unlikely' | 'likely' | 'proved';
  readonly unintelligible: boolean;
  readonly alreadyPublic: boolean;
  readonly backup: boolean;
  /** Infinite: it is not back. */
  readonly restoreHours: number;
  readonly serviceImpact: 'none' | 'minor' | 'moderate' | 'severe';
  readonly alteration: 'no-wrong-use' | 'reversible' | 'irreversible';
  readonly ongoing: boolean;
  readonly recipients: 'none' | 'known' | 'unknown' | 'public';
  readonly recipientsTrusted: boolean;
  readonly deletionConfirmed: boolean;
  readonly persons: number;
  readonly data: ReadonlySet<DataCategory>;
  readonly specialCategories: ReadonlySet<DataCategory>;
  readonly nationalId: boolean;
  readonly paymentData: boolean;
  readonly credentials: 'none' | 'plain' | 'weak-hash' | 'strong-hash' | 'encrypted';
  readonly vulnerablePersons: boolean;
  readonly identityTheftPossible: boolean;
}

/** What an unknown fact turns out to be at the least and at the most. */
const EXTREMES = {
  nature: { least: [], most: ['confidentiality', 'integrity', 'availability'] },
  intent: { least: 'accidental', most: 'malicious' },
  exfiltration: { least: 'ruled-out', most: 'proved' },
  unintelligible: { least: true, most: false },
  backup: { least: true, most: false },
  restoreHours: { least: 0, most: Number.POSITIVE_INFINITY },
  serviceImpact: { least: 'none', most: 'severe' },
  ongoing: { least: false, most: true },
  recipients: { least: 'none', most: 'public' },
  recipientsTrusted: { least: true, most: false },
  deletionConfirmed: { least: true, most: false },
  persons: { least: { lower: 1, upper: 1 }, most: { lower: 1, upper: Number.POSITIVE_INFINITY } },
  data: { least: [], most: Object.keys(DATA_CATEGORIES) as readonly DataCategory[] },
  specialCategories: { least: [], most: [...SPECIAL_CATEGORIES] },
  nationalId: { least: false, most: true },
  paymentData: { least: false, most: true },
  credentials: { least: 'strong-hash', most: 'plain' },
  vulnerablePersons: { least: false, most: true },
  identityTheftPossible: { least: false, most: true },
} as const satisfies { readonly [N in FactName]?: { readonly least: unknown; readonly most: unknown } };

/** A fact that severity and decision hang on. */
export type DecidingFact = keyof typeof EXTREMES;

const DECIDING_FACTS = Object.keys(EXTREMES) as readonly DecidingFact[];

/**
 * The least grave and the gravest that one fact can be, for asking what would change an answer. Types of data and the nature of the
 * breach are lists with too many turns to ask for one by one.
 */
export type Alternative = Exclude<DecidingFact, 'data' | 'nature'>;

/** Complete facts with one of them turned to its least or most grave. */
export function turned(facts: CompleteFacts, name: Alternative, turn: Turn): CompleteFacts {
  if (name === 'persons') return { ...facts, persons: EXTREMES.persons[turn].upper };
  if (name === 'specialCategories') return { ...facts, specialCategories: new Set(EXTREMES.specialCategories[turn]) };
  return { ...facts, [name]: EXTREMES[name][turn] };
}

/**
 * The facts with a value for each that is not known.
 *
 * @param facts without contradictions
 * @param turn which way what is not known turns out
 */
export function completeFacts(facts: BreachFacts, turn: Turn): CompleteFacts {
  const data = dataOf(facts, turn);
  const specialCategories = specialCategoriesOf(facts, data, turn);
  const nationalId = knownValue(facts.nationalId) ?? mayBe(turn, maybeNationalId(data));
  const paymentData = knownValue(facts.paymentData) ?? mayBe(turn, maybePaymentData(data));
  const intent = knownValue(facts.intent) ?? 'unknown';
  const persons = knownValue(facts.persons) ?? EXTREMES.persons[turn];
  const backup = knownValue(facts.backup) ?? EXTREMES.backup[turn];
  return {
    nature: knownValue(facts.nature) ?? EXTREMES.nature[turn],
    intent: intent === 'unknown' ? EXTREMES.intent[turn] : intent,
    exfiltration: exfiltrationOf(facts, turn),
    unintelligible: isUnintelligible(facts, turn),
    alreadyPublic: knownValue(facts.alreadyPublic) ?? false,
    backup,
    restoreHours: restoreHoursOf(facts, turn),
    serviceImpact: knownValue(facts.serviceImpact) ?? EXTREMES.serviceImpact[turn],
    alteration: alterationOf(facts, backup, turn),
    ongoing: knownValue(facts.ongoing) ?? EXTREMES.ongoing[turn],
    recipients: recipientsOf(facts, turn),
    recipientsTrusted: knownValue(facts.recipientsTrusted) ?? EXTREMES.recipientsTrusted[turn],
    deletionConfirmed: knownValue(facts.deletionConfirmed) ?? EXTREMES.deletionConfirmed[turn],
    persons: turn === 'least' ? persons.lower : persons.upper,
    data,
    specialCategories,
    nationalId,
    paymentData,
    credentials: credentialsOf(facts, data, turn),
    vulnerablePersons: isVulnerable(facts, turn),
    identityTheftPossible:
      knownValue(facts.identityTheftPossible) ??
      mayBe(turn, nationalId || paymentData ? 'yes' : isMoreThanAnAddress(data) ? 'perhaps' : 'no'),
  };
}

/** The facts that are different at the least and at the most. */
export function openFacts(least: CompleteFacts, most: CompleteFacts): readonly DecidingFact[] {
  const plain = (value: CompleteFacts[DecidingFact]) =>
    value instanceof Set ? [...value].sort().join() : String(value);
  return DECIDING_FACTS.filter((name) => plain(least[name]) !== plain(most[name]));
}

function mayBe(turn: Turn, answer: 'yes' | 'no' | 'perhaps'): boolean {
  return answer === 'perhaps' ? turn === 'most' : answer === 'yes';
}

/** Types that are not known yet can turn out to be any; those that may be there are there at the most. */
function dataOf(facts: BreachFacts, turn: Turn): ReadonlySet<DataCategory> {
  const known = knownValue(facts.data);
  const said = [...(known ?? []), ...(knownValue(facts.specialCategories) ?? [])];
  const possible = turn === 'most' ? (knownValue(facts.possibleData) ?? []) : [];
  const isOpen = known === undefined || known.includes('not-yet-known');
  return new Set([...said, ...possible, ...(isOpen ? EXTREMES.data[turn] : [])]);
}

/** A list of types of data says by itself which of them are special. */
function specialCategoriesOf(
  facts: BreachFacts,
  data: ReadonlySet<DataCategory>,
  turn: Turn,
): ReadonlySet<DataCategory> {
  const listed = [...data].filter((category) => SPECIAL_CATEGORIES.has(category));
  const known = knownValue(facts.specialCategories);
  const isOpen = known === undefined && facts.data.state === 'unknown';
  return new Set([...listed, ...(known ?? (isOpen ? EXTREMES.specialCategories[turn] : []))]);
}

function maybeNationalId(data: ReadonlySet<DataCategory>): 'yes' | 'no' | 'perhaps' {
  if (data.has('official-documents')) return 'yes';
  return data.has('identification-numbers') || data.has('other') ? 'perhaps' : 'no';
}

function maybePaymentData(data: ReadonlySet<DataCategory>): 'yes' | 'no' | 'perhaps' {
  if (data.has('payment-methods')) return 'yes';
  return data.has('financial') || data.has('other') ? 'perhaps' : 'no';
}

/** With an address alone nobody can pose as somebody; with a name, a birth date or more, perhaps. */
function isMoreThanAnAddress(data: ReadonlySet<DataCategory>): boolean {
  return [...data].some((category) => category !== 'contact');
}

/** What cannot be told is neither ruled out nor proved. Proof that it was read is proof that it was disclosed. */
function exfiltrationOf(facts: BreachFacts, turn: Turn): CompleteFacts['exfiltration'] {
  if (knownValue(facts.readByOthers) === true) return 'proved';
  const known = knownValue(facts.exfiltration) ?? EXTREMES.exfiltration[turn];
  if (known === 'unknown') return turn === 'least' ? 'unlikely' : 'likely';
  return known;
}

/** At the least nobody has it; where it was taken, or on purpose, somebody who is known. */
function recipientsOf(facts: BreachFacts, turn: Turn): CompleteFacts['recipients'] {
  const known = knownValue(facts.recipients);
  if (known !== undefined) return known;
  const exfiltration = exfiltrationOf(facts, 'least');
  const isTaken = exfiltration === 'likely' || exfiltration === 'proved' || knownValue(facts.intent) === 'malicious';
  return turn === 'least' && isTaken ? 'known' : EXTREMES.recipients[turn];
}

/** Data is as unintelligible as its key is safe; a weak hash can be undone. */
function isUnintelligible(facts: BreachFacts, turn: Turn): boolean {
  if (knownValue(facts.keyCompromised) === true || knownValue(facts.readByOthers) === true) return false;
  if (knownValue(facts.credentials) === 'weak-hash') return false;
  return knownValue(facts.unintelligible) ?? EXTREMES.unintelligible[turn];
}

/** Without a backup, what nobody says to be back is not back. */
function restoreHoursOf(facts: BreachFacts, turn: Turn): number {
  const known = knownValue(facts.restoreHours);
  if (known !== undefined) return known;
  return knownValue(facts.backup) === false ? Number.POSITIVE_INFINITY : EXTREMES.restoreHours[turn];
}

/** Where nobody says what an alteration did, it did no more than the outage and the backup let it. */
function alterationOf(facts: BreachFacts, backup: boolean, turn: Turn): CompleteFacts['alteration'] {
  const known = knownValue(facts.alteration);
  if (known !== undefined) return known;
  const impact = knownValue(facts.serviceImpact) ?? EXTREMES.serviceImpact[turn];
  if (impact === 'none' && backup) return 'no-wrong-use';
  return impact === 'severe' ? 'irreversible' : 'reversible';
}

/** Credentials matter where they are among the data, or where somebody says how they were kept. */
function credentialsOf(facts: BreachFacts, data: ReadonlySet<DataCategory>, turn: Turn): CompleteFacts['credentials'] {
  return knownValue(facts.credentials) ?? (data.has('credentials') ? EXTREMES.credentials[turn] : 'none');
}

function isVulnerable(facts: BreachFacts, turn: Turn): boolean {
  const groups = knownValue(facts.subjects) ?? [];
  if (groups.some((group) => group === 'minors' || group === 'patients' || group === 'vulnerable')) return true;
  if (knownValue(facts.minors) === true) return true;
  return knownValue(facts.vulnerablePersons) ?? EXTREMES.vulnerablePersons[turn];
}

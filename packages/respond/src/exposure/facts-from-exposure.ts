// The facts that a scan knows of a breach: what stands open, what is in it, whose it is. What a scan cannot see stays unknown.
import * as v from 'valibot';
import { type DataCategory, dataCategory } from '../facts/data-category.ts';
import type { FactName, FactValue } from '../facts/definitions.ts';
import type { Certainty, Interval } from '../facts/fact.ts';
import { type BreachFacts, noFacts, withFact } from '../facts/facts.ts';
import { isPublicAddress } from './public-address.ts';
import { type ScanDocument, ScanDocumentSchema, type ScannedStore, type StoreExposure } from './scan-document.ts';

/** A scan from which no facts of a breach follow. */
export interface ExposureFault {
  readonly code: 'exposure/no-scan' | 'exposure/nothing-open';
  readonly message: string;
}

/** Whether a document says of itself that it is a scan. */
export function isScanDocument(document: unknown): boolean {
  return v.is(v.looseObject({ schema: v.literal('vigie.scan/1') }), document);
}

/**
 * The facts that a scan knows, each measured and with what it rests on.
 *
 * @param document parsed JSON of `vigie scan --classify --format json`
 * @returns a fault where it is no such document, or no store in it is open to strangers
 */
export function factsFromExposure(document: unknown): BreachFacts | ExposureFault {
  const parsed = v.safeParse(ScanDocumentSchema, document);
  if (!parsed.success) {
    const [issue] = parsed.issues;
    return {
      code: 'exposure/no-scan',
      message: `not a scan as vigie writes it: ${v.getDotPath(issue)}: ${issue.message}`,
    };
  }
  const open = parsed.output.stores.filter(({ posture }) => posture.read === 'yes' || posture.write === 'yes');
  if (open.length === 0) {
    return { code: 'exposure/nothing-open', message: 'no store in this scan can be read or written by strangers' };
  }
  return contentFacts(accessFacts(parsed.output, open), parsed.output, open);
}

/** Says facts in the name of a scan. */
function measuredBy({ finishedAt }: ScanDocument) {
  return <N extends FactName>(
    facts: BreachFacts,
    name: N,
    value: FactValue<N>,
    certainty: Certainty,
    note: string,
  ): BreachFacts =>
    withFact(facts, name, value, { source: 'measured', certainty, by: 'vigie scan', at: finishedAt, note });
}

/** What a stranger may do there. That somebody did is for logs to tell. */
function accessFacts(scan: ScanDocument, open: readonly ScannedStore[]): BreachFacts {
  const measured = measuredBy(scan);
  const places = open.map(({ product, address, port }) => `${product} at ${address}:${port}`).join(', ');
  const isReachableByAll = open.some(({ address }) => isPublicAddress(address));
  let facts = noFacts();
  facts = measured(facts, 'nature', ['confidentiality'], 'proved', `${places} can be read without a login`);
  facts = measured(facts, 'incident', ['m', 'n', 'v'], 'likely', 'a store that asks for no login is misconfigured');
  facts = measured(facts, 'exfiltration', 'unknown', 'proved', 'a scan sees that a store is open, not who has read it');
  facts = measured(facts, 'intent', 'unknown', 'proved', 'whether somebody took data on purpose is not known');
  const systems = open.map(({ product, address, port }) => ({ what: product, where: `${address}:${port}` }));
  facts = measured(facts, 'systems', systems, 'proved', 'the stores that are open to strangers');
  facts = measured(
    facts,
    'recipients',
    isReachableByAll ? 'public' : 'unknown',
    isReachableByAll ? 'proved' : 'possible',
    isReachableByAll ? 'it has an address of the public internet' : 'who can reach this address is not known',
  );
  facts = measured(
    facts,
    'since',
    scan.startedAt,
    'proved',
    'it was open when the scan began; it may have been before',
  );
  return measured(facts, 'ongoing', true, 'proved', 'it was open when the scan ended');
}

/** What stands in it, as far as rows were read. */
function contentFacts(access: BreachFacts, scan: ScanDocument, open: readonly ScannedStore[]): BreachFacts {
  const measured = measuredBy(scan);
  const exposures = open.flatMap(({ exposure }) => exposure ?? []);
  if (exposures.length === 0) return access;
  const isComplete = exposures.length === open.length && exposures.every(({ complete }) => complete);
  const read = isComplete ? 'every row was read or counted' : 'some rows were not read';
  const kinds = exposures.flatMap(({ kinds: found }) => found);
  const certain = kinds.filter(({ rows }) => rows.lower > 0);
  const possible = kinds.filter(({ rows }) => rows.lower === 0 && rows.upper > 0);
  const rows = exposures.flatMap(({ files }) => files.map((file) => file.rows));
  let facts = measured(access, 'unintelligible', false, 'proved', 'the scan read it in clear text');
  facts = measured(facts, 'persons', personsIn(exposures, isComplete), 'likely', read);
  facts = measured(facts, 'records', sumOf(rows, isComplete), 'likely', read);
  const data = dataIn(certain);
  facts = measured(facts, 'data', isComplete ? data : [...data, 'not-yet-known'], 'likely', read);
  const perhaps = dataIn(possible).filter((category) => !data.includes(category));
  if (perhaps.length > 0) {
    facts = measured(
      facts,
      'possibleData',
      perhaps,
      'possible',
      'found by their form or by words; a person has to look',
    );
  }
  facts = measured(facts, 'kinds', kindsIn([...certain, ...possible]), 'likely', read);
  const countries = countriesIn(exposures);
  if (countries.length > 0) {
    const note = 'from numbers and addresses that name a country; others may live there too';
    facts = measured(facts, 'personsByCountry', countries, 'possible', note);
  }
  return fraudFacts(facts, certain, possible, isComplete, measured);
}

type Kinds = StoreExposure['kinds'];

/** What lets somebody pose as another or pay in their name. What is not found is absent only where all was read. */
function fraudFacts(
  facts: BreachFacts,
  certain: Kinds,
  possible: Kinds,
  isComplete: boolean,
  measured: ReturnType<typeof measuredBy>,
): BreachFacts {
  const has = (kinds: Kinds, family: string) =>
    kinds.some(({ kind }) => kind === family || kind.startsWith(`${family}/`));
  const isAbsent = (family: string) => isComplete && !has(possible, family);
  let told = facts;
  for (const [name, family] of [
    ['nationalId', 'national-id'],
    ['paymentData', 'payment'],
  ] as const) {
    if (has(certain, family)) told = measured(told, name, true, 'likely', `values of ${family} were found`);
    else if (isAbsent(family)) told = measured(told, name, false, 'likely', `no value of ${family} was found`);
  }
  const kept = (value: FactValue<'credentials'>, note: string) => measured(told, 'credentials', value, 'likely', note);
  if (has(certain, 'credential/password')) return kept('plain', 'passwords stand in clear text');
  if (has(certain, 'credential/weak-hash')) return kept('weak-hash', 'the hashes of passwords can be undone');
  // Keys of services may be the owner's or the people's own: a person has to say whose they are.
  if (has(certain, 'secret') || !isAbsent('secret') || !isAbsent('credential')) return told;
  if (has(certain, 'credential/strong-hash')) return kept('strong-hash', 'passwords are kept as strong hashes only');
  return kept('none', 'no password and no key was found');
}

/** The same person may be in two stores: at the least all are in the largest, at the most nobody is in two. */
function personsIn(exposures: readonly StoreExposure[], isComplete: boolean): Interval {
  const { estimate, upper } = sumOf(
    exposures.map(({ people }) => people),
    isComplete,
  );
  const lower = Math.max(...exposures.map(({ people }) => people.lower));
  return exposures.length === 1 && estimate !== undefined ? { lower, estimate, upper } : { lower, upper };
}

/** Without an upper bound where something was not read. */
function sumOf(counts: readonly Count[], isComplete: boolean): Interval {
  const add = (of: keyof Count) => counts.reduce((sum, count) => sum + Math.round(count[of]), 0);
  return {
    lower: add('lower'),
    estimate: add('estimate'),
    upper: isComplete ? add('upper') : Number.POSITIVE_INFINITY,
  };
}

type Count = Pick<StoreExposure['people'], 'lower' | 'estimate' | 'upper'>;

/** Types of data in the order in which the template lists them; a secret counts as credentials. */
function dataIn(kinds: Kinds): readonly DataCategory[] {
  const letters = kinds.flatMap(({ kind, edpb }) => (kind.startsWith('secret/') ? ['s'] : edpb));
  return [...new Set(letters)].sort().map(dataCategory);
}

function kindsIn(found: Kinds): FactValue<'kinds'> {
  const byKind = new Map<string, Interval>();
  for (const { kind, rows } of found) {
    const known = byKind.get(kind) ?? { lower: 0, upper: 0 };
    byKind.set(kind, { lower: known.lower + Math.round(rows.lower), upper: known.upper + Math.round(rows.upper) });
  }
  return [...byKind].map(([kind, rows]) => ({ kind, rows }));
}

function countriesIn(exposures: readonly StoreExposure[]): FactValue<'personsByCountry'> {
  const byCountry = new Map<string, number>();
  for (const { country, people } of exposures.flatMap(({ people: { byCountry: list } }) => list)) {
    byCountry.set(country, Math.max(byCountry.get(country) ?? 0, people));
  }
  return [...byCountry].map(([country, lower]) => ({ country, persons: { lower, upper: Number.POSITIVE_INFINITY } }));
}

import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { parseFacts } from '../facts/document.ts';
import type { BreachFacts } from '../facts/facts.ts';
import { WORKED_CASES } from './cases.ts';
import { decide } from './decide.ts';
import { nearestCases } from './nearest-cases.ts';
import { decisiveOpenFacts, whatWouldChange } from './what-would-change.ts';

const CASES = new URL('../../../../../shared/corpora/respond/edpb-01-2021.json', import.meta.url);
const absent = existsSync(CASES) ? false : 'the corpus ../shared/corpora/respond is not there';

interface PublishedCase {
  readonly id: string;
  readonly title: string;
  readonly facts: Record<string, unknown>;
  readonly expected: { readonly notifyAuthority: boolean; readonly communicateToPersons: boolean };
}

function factsOf(document: Record<string, unknown>): BreachFacts {
  const read = parseFacts({ facts: document });
  assert.ok('facts' in read);
  assert.deepEqual(read.notUnderstood, []);
  return read.facts;
}

function outcome(document: Record<string, unknown>) {
  const { notifyAuthority, communicateToPersons } = decide(factsOf(document));
  return { notifyAuthority, communicateToPersons };
}

const REGISTER_ONLY = { notifyAuthority: false, communicateToPersons: false };
const NOTIFY = { notifyAuthority: true, communicateToPersons: false };
const TELL = { notifyAuthority: true, communicateToPersons: true };

const worked = (id: string) => WORKED_CASES.find((one) => one.id === id)?.facts ?? assert.fail(id);

describe('the cases of the EDPB as published', { skip: absent }, () => {
  const { cases, variants } = absent
    ? { cases: [], variants: [] }
    : (JSON.parse(readFileSync(CASES, 'utf8')) as {
        cases: readonly PublishedCase[];
        variants: readonly { of: string; change: Record<string, unknown>; expected: PublishedCase['expected'] }[];
      });
  for (const { id, title, facts, expected } of cases) {
    it(`${id}: ${title}`, () => {
      const { notifyAuthority, communicateToPersons } = expected;
      assert.deepEqual(outcome(facts), { notifyAuthority, communicateToPersons });
      assert.match(nearestCases(factsOf(facts), 1)[0]?.id ?? '', new RegExp(id));
    });
  }
  for (const { of, change, expected } of variants) {
    it(`${of}, changed in ${Object.keys(change).join(', ')}`, () => {
      const { notifyAuthority, communicateToPersons } = expected;
      const facts = cases.find(({ id }) => id === of)?.facts;
      assert.deepEqual(outcome({ ...facts, ...change }), { notifyAuthority, communicateToPersons });
    });
  }
});

describe('the worked cases', () => {
  for (const { id, title, facts, notifyAuthority, communicateToPersons } of WORKED_CASES) {
    it(`${id}: ${title}`, () => assert.deepEqual(outcome(facts), { notifyAuthority, communicateToPersons }));
  }
});

describe('one decisive fact changes the outcome', () => {
  const changes: readonly [string, Record<string, unknown>, typeof TELL | typeof NOTIFY | typeof REGISTER_ONLY][] = [
    ['01/2021 case 01', { backup: false, restoreHours: 120, serviceImpact: 'minor' }, NOTIFY],
    ['01/2021 case 01', { unintelligible: false, exfiltration: 'unknown' }, NOTIFY],
    ['01/2021 case 02', { backup: true, restoreHours: 4, serviceImpact: 'none' }, REGISTER_ONLY],
    ['01/2021 case 03', { serviceImpact: 'none', restoreHours: 4 }, REGISTER_ONLY],
    ['01/2021 case 05', { unintelligible: true }, REGISTER_ONLY],
    ['01/2021 case 05', { identityTheftPossible: false }, NOTIFY],
    ['01/2021 case 06', { keyCompromised: true, unintelligible: null }, NOTIFY],
    ['01/2021 case 06', { credentials: 'weak-hash' }, TELL],
    ['01/2021 case 08', { identityTheftPossible: true }, TELL],
    ['01/2021 case 09', { recipientsTrusted: false, deletionConfirmed: false, persons: 5000 }, NOTIFY],
    ['01/2021 case 11', { unintelligible: true }, REGISTER_ONLY],
    ['01/2021 case 11', { exfiltration: 'ruled-out' }, REGISTER_ONLY],
    ['01/2021 case 13', { data: ['basic', 'health'], deletionConfirmed: false }, TELL],
    ['01/2021 case 15', { persons: 4000 }, NOTIFY],
    ['01/2021 case 16', { data: ['basic', 'contact'] }, REGISTER_ONLY],
    ['01/2021 case 16', { deletionConfirmed: true }, REGISTER_ONLY],
    ['9/2022 example i', { nature: ['confidentiality', 'availability'], backup: true }, REGISTER_ONLY],
    ['9/2022 example iii', { restoreHours: 30, serviceImpact: 'severe' }, TELL],
    ['9/2022 example x', { persons: 30 }, REGISTER_ONLY],
    ['9/2022 example x', { specialCategories: ['health'] }, TELL],
    ['9/2022 example viii', { serviceImpact: 'minor', restoreHours: 1 }, REGISTER_ONLY],
    ['01/2021 case 05', { alreadyPublic: true }, REGISTER_ONLY],
    ['01/2021 case 05', { highRiskRemoved: true }, NOTIFY],
  ];
  for (const [id, change, expected] of changes) {
    it(`${id}, changed in ${Object.keys(change).join(', ')}`, () => {
      assert.deepEqual(outcome({ ...worked(id), ...change }), expected);
    });
  }
});

describe('the reasons', () => {
  it('name the decisive facts', () => {
    const named = (id: string) => decide(factsOf(worked(id))).reasons.flatMap(({ facts }) => facts);
    for (const fact of ['unintelligible', 'exfiltration', 'backup']) {
      assert.ok(named('01/2021 case 01').includes(fact as never), fact);
    }
    assert.ok(named('01/2021 case 09').includes('recipientsTrusted'));
    assert.ok(named('01/2021 case 12').includes('specialCategories'));
    assert.ok(named('01/2021 case 14').includes('nationalId'));
  });

  it('stand on both sides where there are some', () => {
    const { reasons } = decide(factsOf(worked('01/2021 case 16')));
    assert.deepEqual(new Set(reasons.map(({ weighs }) => weighs)), new Set(['for', 'against']));
  });
});

describe('what would change the answer', () => {
  it('is named for each known fact that alone would', () => {
    const changes = whatWouldChange(factsOf(worked('01/2021 case 11')));
    assert.ok(changes.some(({ fact, risk }) => fact === 'unintelligible' && risk === 'none'));
    assert.ok(changes.some(({ fact, risk }) => fact === 'exfiltration' && risk === 'none'));
    assert.ok(changes.some(({ fact, risk }) => fact === 'identityTheftPossible' && risk === 'risk'));
  });

  it('is for open facts where the answer is open', () => {
    const open = factsOf({ ...worked('01/2021 case 11'), unintelligible: null });
    assert.equal(decide(open).notifyAuthority, 'unknown');
    assert.deepEqual(whatWouldChange(open), []);
    assert.equal(decisiveOpenFacts(open)[0]?.fact, 'unintelligible');
  });

  it('does not ask what cannot matter: who received what nobody could read', () => {
    const open = decisiveOpenFacts(
      factsOf({ ...worked('01/2021 case 10'), recipients: null, deletionConfirmed: null }),
    );
    assert.deepEqual(open, []);
  });
});

describe('a missing fact', () => {
  it('never becomes a zero: nothing is decided but the register', () => {
    const { register, notifyAuthority, communicateToPersons, risk } = decide(factsOf({}));
    assert.deepEqual(
      { register, notifyAuthority, communicateToPersons, risk },
      {
        register: true,
        notifyAuthority: 'unknown',
        communicateToPersons: 'unknown',
        risk: { from: 'none', to: 'high' },
      },
    );
  });

  it('leaves what the others decide decided', () => {
    const facts = { ...worked('01/2021 case 04'), persons: null, backup: null, serviceImpact: null };
    assert.deepEqual(outcome(facts), TELL);
  });
});

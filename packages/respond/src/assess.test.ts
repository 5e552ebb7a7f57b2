import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { assess } from './assess.ts';
import { WORKED_CASES } from './decision/cases.ts';
import { RISK_LEVELS } from './decision/risk.ts';
import { parseFacts } from './facts/document.ts';
import type { BreachFacts } from './facts/facts.ts';

function factsOf(document: Record<string, unknown>): BreachFacts {
  const read = parseFacts({ facts: document });
  assert.ok('facts' in read);
  return read.facts;
}

const worked = (id: string) => WORKED_CASES.find((one) => one.id === id)?.facts ?? assert.fail(id);
const AWARE = '2026-03-27T10:15:00+01:00[Europe/Paris]';

/** Each ladder from the least grave to the gravest. */
const LADDERS: Readonly<Record<string, readonly unknown[]>> = {
  nature: [['availability'], ['availability', 'confidentiality'], ['availability', 'confidentiality', 'integrity']],
  intent: ['accidental', 'malicious'],
  exfiltration: ['ruled-out', 'unlikely', 'likely', 'proved'],
  unintelligible: [true, false],
  backup: [true, false],
  restoreHours: [0, 1, 12, 48, 200],
  serviceImpact: ['none', 'minor', 'moderate', 'severe'],
  ongoing: [false, true],
  recipients: ['known', 'unknown', 'public'],
  recipientsTrusted: [true, false],
  deletionConfirmed: [true, false],
  persons: [1, 50, 500, 100_000],
  data: [
    ['contact'],
    ['contact', 'basic'],
    ['contact', 'basic', 'profile'],
    ['contact', 'basic', 'profile', 'financial'],
    ['contact', 'basic', 'profile', 'financial', 'credentials'],
    ['contact', 'basic', 'profile', 'financial', 'credentials', 'health'],
  ],
  nationalId: [false, true],
  paymentData: [false, true],
  credentials: ['none', 'strong-hash', 'plain'],
  vulnerablePersons: [false, true],
  identityTheftPossible: [false, true],
};

/** A rung of each ladder, or nothing known. */
const rungs = fc.record(
  Object.fromEntries(
    Object.entries(LADDERS).map(([name, ladder]) => [name, fc.option(fc.nat(ladder.length - 1), { freq: 6 })]),
  ),
);

const documentOf = (chosen: Readonly<Record<string, number | null>>) =>
  Object.fromEntries(
    Object.entries(chosen).map(([name, rung]) => [name, rung === null ? null : LADDERS[name]?.[rung]]),
  );

const rank = (level: (typeof RISK_LEVELS)[number]) => RISK_LEVELS.indexOf(level);
const bounds = ({ severity }: ReturnType<typeof assess>) =>
  'value' in severity ? [severity.value, severity.value] : [severity.from, severity.to];

describe('an assessment', () => {
  it('is plain JSON', () => {
    fc.assert(
      fc.property(rungs, (chosen) => {
        const result = assess(factsOf({ ...documentOf(chosen), aware: AWARE }), { now: '2026-04-01T00:00:00Z' });
        assert.deepEqual(JSON.parse(JSON.stringify(result)), result);
      }),
      { numRuns: 50 },
    );
  });

  it('never lowers severity or risk where more is exposed, or anything is graver', () => {
    const property = (chosen: Readonly<Record<string, number | null>>, name: string) => {
      const rung = chosen[name] ?? null;
      const ladder = LADDERS[name] ?? [];
      if (rung === null || rung + 1 >= ladder.length) return;
      const [less, more] = [rung, rung + 1].map((at) => assess(factsOf({ ...documentOf(chosen), [name]: ladder[at] })));
      assert.ok(less && more);
      // Facts that contradict each other are taken out, so that the two are no longer comparable.
      if (less.contradictions.length + more.contradictions.length > 0) return;
      const [low, high] = [bounds(less), bounds(more)];
      assert.ok((low[0] ?? 0) <= (high[0] ?? 0) && (low[1] ?? 0) <= (high[1] ?? 0), `${name}: ${low} ${high}`);
      assert.ok(rank(less.decision.risk.from) <= rank(more.decision.risk.from), name);
      assert.ok(rank(less.decision.risk.to) <= rank(more.decision.risk.to), name);
    };
    fc.assert(fc.property(rungs, fc.constantFrom(...Object.keys(LADDERS)), property), { numRuns: 1500 });
  });

  it('only narrows when something becomes known', () => {
    // Two things are taken for granted, and told as assumed: without a backup, what nobody says to be back is gone; and a list of types of
    // data is complete, so that it says by itself whether there are payment data or credentials.
    const names = Object.keys(LADDERS).filter((name) => name !== 'restoreHours');
    const listed = ['nationalId', 'paymentData', 'credentials', 'identityTheftPossible'];
    const property = (chosen: Readonly<Record<string, number | null>>, name: string) => {
      const known = assess(factsOf(documentOf(chosen)));
      const unknown = assess(factsOf({ ...documentOf(chosen), [name]: null }));
      if (known.contradictions.length + unknown.contradictions.length > 0 || chosen[name] === null) return;
      if (chosen.data !== null && listed.includes(name)) return;
      const [narrow, wide] = [bounds(known), bounds(unknown)];
      assert.ok((wide[0] ?? 0) <= (narrow[0] ?? 0) && (narrow[1] ?? 0) <= (wide[1] ?? 0), `${name}: ${wide} ${narrow}`);
      assert.ok(rank(unknown.decision.risk.from) <= rank(known.decision.risk.from), name);
      assert.ok(rank(known.decision.risk.to) <= rank(unknown.decision.risk.to), name);
    };
    fc.assert(fc.property(rungs, fc.constantFrom(...names), property), { numRuns: 1500 });
  });

  it('takes the law of the day on which the incident was known', () => {
    const cra = (incidentAware: string) => {
      const product = { establishments: ['FR'], makesProducts: true, productIncident: ['severe-incident'] };
      const { duties } = assess(factsOf({ ...product, incidentAware }), { now: '2026-12-01T00:00:00Z' });
      return duties.filter(({ regime }) => regime === 'cra').length;
    };
    assert.equal(cra('2026-09-10T12:00:00+02:00'), 0);
    assert.equal(cra('2026-09-11T12:00:00+02:00'), 3);
  });

  it('never moves a deadline backwards when awareness moves forwards', () => {
    const minute = fc.integer({ min: Date.UTC(2026, 0) / 60_000, max: Date.UTC(2027, 0) / 60_000 });
    fc.assert(
      fc.property(minute, minute, fc.constantFrom(...WORKED_CASES), (a, b, { facts }) => {
        const dues = [Math.min(a, b), Math.max(a, b)].map((minutes) => {
          const aware = new Date(minutes * 60_000).toISOString();
          const { duties } = assess(factsOf({ ...facts, aware, establishments: ['FR'] }));
          return new Map(
            duties.map((duty) => [`${duty.regime} ${duty.article} ${duty.recipient}`, Date.parse(duty.due)]),
          );
        });
        const [earlier = new Map(), later = new Map()] = dues;
        for (const [duty, due] of earlier) assert.ok(Number.isNaN(due) || due <= (later.get(duty) ?? 0), duty);
      }),
      { numRuns: 40 },
    );
  });

  it('gives the severity as a value or as a range, with its band', () => {
    const { severity } = assess(factsOf({ ...worked('01/2021 case 05'), aware: AWARE }));
    assert.ok('value' in severity);
    assert.equal(severity.band, 'high');
    const open = assess(factsOf({})).severity;
    assert.ok('from' in open);
    assert.deepEqual([open.from, open.to, open.bandFrom, open.band], [0.25, 6, 'low', 'veryHigh']);
  });

  it('asks what is not known, the most decisive first, and never the same twice', () => {
    const { toFindOut } = assess(factsOf({ ...worked('01/2021 case 11'), unintelligible: null }));
    assert.equal(toFindOut[0]?.fact, 'unintelligible');
    assert.ok(toFindOut.some(({ fact }) => fact === 'aware'));
    assert.equal(new Set(toFindOut.map(({ fact }) => fact)).size, toFindOut.length);
    for (const { ask, why } of toFindOut) assert.ok(ask.endsWith('?') && why.startsWith('It decides'));
  });

  it('tells what is late, and that reasons are asked for', () => {
    const { duties } = assess(factsOf({ ...worked('01/2021 case 05'), aware: AWARE }), {
      now: '2026-03-30T12:30:00+02:00',
    });
    const notify = duties.find(({ article }) => article === '33(1)');
    assert.equal(notify?.due, '2026-03-30T11:15:00+02:00');
    assert.equal(notify?.latest, '2026-03-30T12:00:00+02:00');
    assert.deepEqual(notify?.late, {
      byHours: 2,
      whenLate: 'Give the reasons for the delay with the notification (Article 33(1)).',
    });
  });

  it('names contradictions and computes nothing over them', () => {
    const result = assess(factsOf({ ...worked('01/2021 case 05'), unintelligible: true, readByOthers: true }));
    assert.deepEqual(
      result.contradictions.map(({ statements }) => statements.map(({ fact, said }) => [fact, said])),
      [
        [
          ['unintelligible', 'stated'],
          ['readByOthers', 'stated'],
        ],
      ],
    );
    assert.equal(result.decision.notifyAuthority, 'unknown');
    assert.equal(result.toFindOut[0]?.fact, 'unintelligible');
  });

  it('tells what it takes for granted', () => {
    const { assumed } = assess(factsOf({ ...worked('01/2021 case 06'), backup: { value: true, source: 'assumed' } }));
    assert.ok(assumed.some((text) => text.includes('key')));
    assert.ok(assumed.some((text) => text.includes('backup at hand')));
    const gone = assess(factsOf({ ...worked('9/2022 example iv') })).assumed;
    assert.ok(gone.some((text) => text.includes('is not back')));
  });

  it('keeps proposals apart from what is owed', () => {
    const { duties, proposed } = assess(factsOf({ ...worked('01/2021 case 05'), aware: AWARE }));
    assert.ok(duties.every(({ version }) => version === '2016/679'));
    assert.deepEqual(
      proposed.map(({ version, article, due }) => [version, article, due]),
      [['digital-omnibus', '33(1)', '2026-03-31T11:15:00+02:00']],
    );
  });

  it('finds no law in force before there was one', () => {
    const { duties } = assess(factsOf({ ...worked('01/2021 case 05'), aware: '2016-01-01T00:00:00Z' }));
    assert.deepEqual(
      duties.filter(({ regime }) => regime === 'gdpr'),
      [],
    );
  });
});

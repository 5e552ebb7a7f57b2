import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { factsOf } from '../../testing/regime-harness.ts';
import { regimesIndex } from '../../testing/regimes-index.ts';
import { instantOf } from '../clocks/instant.ts';
import { createHolidayCalendar } from '../clocks/public-holidays.ts';
import { RISK_LEVELS } from '../decision/risk.ts';
import { FACTS } from '../facts/definitions.ts';
import { noFacts } from '../facts/facts.ts';
import { instantsOf } from '../instants.ts';
import { lateAfter } from './due.ts';
import { REGIMES } from './index.ts';
import type { Instants } from './regime.ts';

const calendar = createHolidayCalendar();
const NEVER: Instants = instantsOf(noFacts());

/** Organisations that each fall under other laws. */
const ORGANISATIONS = [
  noFacts(),
  factsOf({ establishments: ['DE', 'GB'], sectors: ['cloud', 'trust-service'], size: 'large', makesProducts: true }),
  factsOf({
    establishments: ['FR'],
    sectors: ['insurance'],
    designations: [],
    majorIncident: true,
    aiSystem: 'annex-iii',
  }),
  factsOf({
    establishments: ['IT'],
    designations: ['national-security-perimeter'],
    aiHarm: ['critical-infrastructure'],
  }),
  factsOf({ establishments: ['FR', 'IT'], sectors: ['electronic-communications', 'health'], publicBody: 'regional' }),
];

describe('the index of the regimes', () => {
  it('equals the folder', () => {
    assert.equal(readFileSync(new URL('index.ts', import.meta.url), 'utf8'), regimesIndex());
  });
});

for (const regime of REGIMES) {
  describe(`the regime ${regime.id}`, () => {
    it('is the file of its name', () => {
      assert.ok(readFileSync(new URL(`${regime.id}.ts`, import.meta.url), 'utf8').includes('export default'));
    });

    it('gives each version dates and a source', () => {
      for (const { status, from, until, source } of regime.versions) {
        assert.match(source.url, /^https:\/\//);
        assert.ok(source.checked === 'verified' || source.note !== undefined, 'say what is not verified');
        if (status === 'in force') assert.match(from ?? '', /^\d{4}-\d{2}-\d{2}$/);
        if (from !== undefined && until !== undefined) assert.ok(from <= until);
      }
    });

    it('says of a case without any fact that it does not know, or why it does', () => {
      const { answer, why, isPresumed, assumed, decidedBy } = regime.applies(noFacts());
      assert.notEqual(why, '');
      if (answer === 'unknown') assert.ok(decidedBy.length > 0);
      if (isPresumed) assert.ok(answer === 'unknown' && assumed.length > 0);
      for (const name of decidedBy) assert.ok(name in FACTS);
    });

    it('computes no deadline from nothing, and names the facts that it wants', () => {
      for (const version of regime.versions) {
        const context = { facts: noFacts(), instants: NEVER, risk: { from: 'none', to: 'high' }, calendar } as const;
        for (const duty of version.duties(context)) {
          assert.equal(duty.regime, regime.id);
          assert.equal(lateAfter(duty.due), undefined, duty.article);
          if (duty.due.kind === 'unknown') assert.ok(duty.due.decidedBy.length > 0);
        }
      }
    });

    it('never moves a deadline backwards when awareness moves forwards', () => {
      const minute = fc.integer({ min: Date.UTC(2026, 0) / 60_000, max: Date.UTC(2027, 11) / 60_000 });
      fc.assert(
        fc.property(
          minute,
          minute,
          fc.constantFrom(...RISK_LEVELS),
          fc.constantFrom(...ORGANISATIONS),
          (a, b, level, facts) => {
            for (const version of regime.versions) {
              const dues = [Math.min(a, b), Math.max(a, b)].map((minutes) => {
                const at = instantOf(new Date(minutes * 60_000).toISOString(), 'Europe/Paris');
                const instants: Instants = { ...NEVER, detected: at, aware: at, processorAware: at, incidentAware: at };
                return version
                  .duties({ facts, instants, risk: { from: level, to: level }, calendar })
                  .map(({ due }) => lateAfter(due)?.epochMilliseconds);
              });
              const [earlier = [], later = []] = dues;
              assert.equal(earlier.length, later.length);
              for (const [i, due] of earlier.entries()) assert.ok(due === undefined || due <= (later[i] ?? 0));
            }
          },
        ),
        { numRuns: 120 },
      );
    });
  });
}

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { instantText } from '../clocks/instant.ts';
import { createHolidayCalendar } from '../clocks/public-holidays.ts';
import type { RiskRange } from '../decision/risk.ts';
import { parseFacts } from '../facts/document.ts';
import { instantsOf } from '../instants.ts';
import { EEA_AUTHORITIES } from './eea-authorities.ts';
import gdpr from './gdpr.ts';
import type { Duty } from './regime.ts';

const [inForce, omnibus] = gdpr.versions;
const HIGH: RiskRange = { from: 'high', to: 'high' };
const calendar = createHolidayCalendar();

function factsOf(document: Record<string, unknown>) {
  const read = parseFacts(document);
  assert.ok('facts' in read);
  return read.facts;
}

function duties(document: Record<string, unknown>, risk: RiskRange = HIGH, version = inForce): readonly Duty[] {
  const facts = factsOf(document);
  return version.duties({ facts, instants: instantsOf(facts), risk, calendar });
}

const articles = (list: readonly Duty[]) => list.map(({ article }) => article);

describe('the GDPR', () => {
  it('applies to an establishment in the EEA, and to whoever offers a service there', () => {
    const answer = (document: Record<string, unknown>) => gdpr.applies(factsOf(document)).answer;
    assert.equal(answer({ establishments: ['FR', 'US'] }), 'yes');
    assert.equal(answer({ establishments: ['CN'], offersTo: ['IT', 'US'] }), 'yes');
    assert.equal(answer({ establishments: ['US'], offersTo: ['US-CA'] }), 'no');
    assert.equal(answer({ establishments: ['US'] }), 'unknown');
    assert.deepEqual(gdpr.applies(factsOf({})).decidedBy, ['establishments', 'offersTo']);
  });

  it('always wants the breach documented, the authority told of a risk, and people of a high one', () => {
    assert.deepEqual(articles(duties({}, { from: 'none', to: 'none' })), ['33(5)']);
    assert.deepEqual(articles(duties({}, { from: 'risk', to: 'risk' })), ['33(5)', '33(1)']);
    assert.deepEqual(articles(duties({})), ['33(5)', '33(1)', '34(1)']);
  });

  it('says of a duty that is not decided yet that it may be owed, and lets its clock run', () => {
    const aware = '2026-03-27T10:15:00+01:00[Europe/Paris]';
    const open = duties({ aware }, { from: 'none', to: 'high' });
    assert.deepEqual(
      open.map(({ article, owed }) => [article, owed]),
      [
        ['33(5)', 'yes'],
        ['33(1)', 'unknown'],
        ['34(1)', 'unknown'],
      ],
    );
    const due = open[1]?.due;
    assert.equal(due?.kind === 'instant' && instantText(due.at), '2026-03-30T11:15:00+02:00');
    assert.equal(due?.kind === 'instant' && instantText(due.latest), '2026-03-30T12:00:00+02:00');
  });

  it('does not compute a deadline without the moment of awareness', () => {
    const [, notify] = duties({});
    assert.equal(notify?.due.kind, 'unknown');
    assert.deepEqual(notify?.due.kind === 'unknown' && notify.due.decidedBy, ['aware']);
  });

  it('has one lead authority for an establishment in the EEA', () => {
    const recipients = (document: Record<string, unknown>) =>
      duties(document)
        .filter(({ article }) => article === '33(1)')
        .map(({ recipient }) => recipient);
    assert.deepEqual(recipients({ establishments: ['FR'] }), [EEA_AUTHORITIES.FR]);
    assert.deepEqual(recipients({ establishments: ['FR', 'DE', 'IE'], mainEstablishment: 'IE' }), [EEA_AUTHORITIES.IE]);
    assert.match(recipients({ establishments: ['FR', 'DE'] })[0] ?? '', /one of FR, DE/);
  });

  it('has every authority for a controller outside of the EEA, whatever its representative', () => {
    const notified = duties({
      establishments: ['CN'],
      representative: 'IE',
      personsByCountry: [
        { country: 'FR', persons: 1200 },
        { country: 'IT', persons: { lower: 10 } },
        { country: 'US', persons: 5000 },
      ],
    }).filter(({ article }) => article === '33(1)');
    assert.deepEqual(
      notified.map(({ recipient }) => recipient),
      [EEA_AUTHORITIES.FR, EEA_AUTHORITIES.IT],
    );
    assert.match(notified[0]?.why ?? '', /representative in IE does not/);
  });

  it('takes the countries that are served too where the count by country is not the whole', () => {
    const notified = duties({
      establishments: ['CN'],
      offersTo: ['FR', 'DE', 'US'],
      personsByCountry: { value: [{ country: 'IT', persons: { lower: 3 } }], certainty: 'possible' },
    }).filter(({ article }) => article === '33(1)');
    assert.deepEqual(
      notified.map(({ recipient }) => recipient),
      [EEA_AUTHORITIES.IT, EEA_AUTHORITIES.FR, EEA_AUTHORITIES.DE],
    );
    assert.match(notified[0]?.assumed?.join() ?? '', /each country to which the service is offered/);
  });

  it('has a processor tell its controllers, and nobody else', () => {
    assert.deepEqual(articles(duties({ role: 'processor' })), ['33(2)', '33(5)']);
  });

  it('lets measures that remove the high risk do away with letters, and makes it public where letters cost too much', () => {
    assert.deepEqual(articles(duties({ highRiskRemoved: true })), ['33(5)', '33(1)']);
    assert.deepEqual(articles(duties({ disproportionateEffort: true })), ['33(5)', '33(1)', '34(3)(c)']);
  });

  it('carries the proposed change as not in force: 96 hours, high risk only, one entry point', () => {
    assert.equal(omnibus?.status, 'proposed');
    assert.equal(omnibus?.source.checked, 'unverified');
    assert.deepEqual(articles(duties({}, { from: 'risk', to: 'risk' }, omnibus)), ['33(5)']);
    const notify = duties({ aware: '2026-03-01T10:00:00Z' }, HIGH, omnibus).find(({ article }) => article === '33(1)');
    assert.equal(notify?.due.kind === 'instant' && instantText(notify.due.at), '2026-03-05T10:00:00+00:00');
    assert.match(notify?.recipient ?? '', /single entry point/);
  });

  it('owes no less when the risk is higher', () => {
    const levels = ['none', 'risk', 'high'] as const;
    fc.assert(
      fc.property(fc.nat(2), fc.nat(2), fc.boolean(), (a, b, isOutside) => {
        const facts = isOutside ? { establishments: ['US'], offersTo: ['FR', 'IT'] } : { establishments: ['FR'] };
        const at = (rank: number) => {
          const level = levels[rank] ?? 'high';
          return articles(duties(facts, { from: level, to: level }));
        };
        const [less, more] = [at(Math.min(a, b)), at(Math.max(a, b))];
        assert.ok(less.every((article) => more.includes(article)));
      }),
    );
  });
});

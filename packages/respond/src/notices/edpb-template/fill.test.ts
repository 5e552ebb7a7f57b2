import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { assess } from '../../assess.ts';
import { parseFacts } from '../../facts/document.ts';
import type { FieldNumber } from './fields.ts';
import { fillTemplate } from './fill.ts';
import { parseStatedAnswers } from './stated-answers.ts';
import { valueText } from './value-text.ts';

function filled(
  document: Record<string, unknown>,
  answers: Record<string, unknown> = {},
  now = '2026-03-28T00:00:00Z',
) {
  const read = parseFacts({ facts: document });
  assert.ok('facts' in read);
  assert.deepEqual(read.notUnderstood, []);
  const { stated, notUnderstood } = parseStatedAnswers(answers);
  assert.deepEqual(notUnderstood, []);
  return fillTemplate(read.facts, assess(read.facts, { now }), stated);
}

/** What stands in a field: letters, or the text in English; else its state. */
function told(template: ReturnType<typeof filled>, number: FieldNumber): string {
  const field = template.fields[number];
  if (field.state !== 'answered') return field.state;
  return field.value.kind === 'letters' ? field.value.letters.join('') : valueText(number, field.value, 'en');
}

const AWARE = '2026-03-27T10:15:00+01:00[Europe/Paris]';

describe('the template filled from facts', () => {
  it('asks everything that is required where nothing is known, and answers nothing but what kind of notification it is', () => {
    const template = filled({});
    const answered = Object.entries(template.fields).filter(([, { state }]) => state === 'answered');
    assert.deepEqual(
      answered.map(([number]) => number),
      ['3', '4', '90'],
    );
    assert.equal(template.isComplete, false);
    for (const number of [12, 48, 55, 60, 65, 67, 70, 89, 97] as const) assert.ok(template.asked.includes(number));
  });

  it('asks what decides the case first, and who reports after what happened', () => {
    const { asked } = filled({ nature: ['confidentiality'] });
    assert.ok(asked.indexOf(48) < asked.indexOf(62));
    assert.ok(asked.indexOf(62) < asked.indexOf(12));
    assert.ok(asked.indexOf(12) < asked.indexOf(113));
  });

  const late: readonly [string, string, string][] = [
    ['within 72 hours', '2026-03-30T11:00:00+02:00', 'hidden'],
    ['after 72 hours', '2026-03-30T12:00:00+02:00', 'asked'],
  ];
  for (const [when, now, state] of late) {
    it(`has the reasons for the delay ${state} ${when}`, () => {
      const facts = { aware: AWARE, exfiltration: 'proved', nature: ['confidentiality'], establishments: ['FR'] };
      assert.equal(filled(facts, {}, now).fields[49].state, state);
    });
  }

  it('asks for the earlier notification where the authority was notified, and no reasons for a delay then', () => {
    const template = filled({ aware: AWARE, authorityNotified: '2026-03-29T10:00:00Z' }, {}, '2026-05-01T00:00:00Z');
    assert.deepEqual([told(template, 3), told(template, 6), told(template, 49)], ['b', 'asked', 'hidden']);
  });

  it('may be withdrawn as a follow-up, with reasons', () => {
    const template = filled({ authorityNotified: '2026-03-29T10:00:00Z' }, { field_4: 'c' });
    assert.deepEqual([told(template, 4), told(template, 5)], ['c', 'asked']);
  });

  const periods: readonly [string, Record<string, unknown>, string][] = [
    ['one day', { since: '2026-03-20T08:00:00Z', until: '2026-03-20T09:00:00Z' }, 'a'],
    [
      'one day of the team, two of the world',
      { timeZone: 'America/New_York', since: '2026-03-20T23:00:00Z', until: '2026-03-21T01:00:00Z' },
      'a',
    ],
    ['some days', { since: '2026-03-20T08:00:00Z', until: '2026-03-21T09:00:00Z' }, 'b'],
    ['still going on', { since: '2026-03-20T08:00:00Z', ongoing: true }, 'c'],
    ['an open end', { since: '2026-03-20T08:00:00Z' }, 'asked'],
    ['no beginning', { until: '2026-03-20T08:00:00Z' }, 'asked'],
  ];
  for (const [what, facts, letter] of periods) {
    it(`tells the period: ${what}`, () => assert.equal(told(filled(facts), 44), letter));
  }

  it('calls a beginning that was measured an estimate, and says how it was made', () => {
    const template = filled({ since: { value: '2026-03-20T08:00:00Z', source: 'measured' }, ongoing: true });
    assert.equal(told(template, 45), 'Yes');
    assert.match(told(template, 53), /20 March 2026 at 08:00 \(UTC\) for the first time/);
    assert.equal(told(filled({ since: '2026-03-20T08:00:00Z', ongoing: true }), 53), 'left out');
  });

  it('gives moments on the wall of the team with their zone', () => {
    assert.equal(told(filled({ aware: AWARE }), 48), '27 March 2026 at 10:15 (Europe/Paris)');
    const elsewhere = { aware: '2026-03-27T09:15:00Z', timeZone: 'America/New_York' };
    assert.equal(told(filled(elsewhere), 48), '27 March 2026 at 05:15 (America/New_York)');
    assert.equal(told(filled({ aware: '2026-03-27T10:15:00+01:00' }), 48), '27 March 2026 at 10:15 (+01:00)');
  });

  const disclosed: readonly [Record<string, unknown>, string][] = [
    [{ exfiltration: 'proved' }, 'a'],
    [{ readByOthers: true }, 'a'],
    [{ exfiltration: 'likely' }, 'b'],
    [{ exfiltration: 'ruled-out' }, 'c'],
    [{ exfiltration: 'unlikely' }, 'asked'],
    [{ exfiltration: 'unknown' }, 'asked'],
  ];
  for (const [facts, letter] of disclosed) {
    it(`takes ${JSON.stringify(facts)} as ${letter} in field 56`, () => {
      assert.equal(told(filled({ nature: ['confidentiality'], ...facts }), 56), letter);
    });
  }

  it('calls a protection intact only where the key is known to be safe', () => {
    const facts = { nature: ['confidentiality'], unintelligible: true };
    assert.equal(told(filled(facts), 57), 'asked');
    assert.equal(told(filled({ ...facts, keyCompromised: false }), 57), 'a');
    assert.equal(told(filled({ ...facts, unintelligible: false, keyCompromised: true }), 57), 'b');
    assert.equal(told(filled({ ...facts, unintelligible: false }), 57), 'c');
  });

  it('asks of each kind of breach what belongs to it, and nothing of the others', () => {
    const template = filled({ nature: ['availability'] });
    assert.deepEqual(
      [55, 56, 57, 58, 59, 79, 81, 83].map((number) => template.fields[number as FieldNumber].state),
      ['answered', 'hidden', 'hidden', 'hidden', 'asked', 'hidden', 'hidden', 'asked'],
    );
  });

  const counted: readonly [unknown, string, string][] = [
    [1200, 'a', '1,200'],
    [{ lower: 19990, estimate: 20000, upper: 20010 }, 'b', 'about 20,000 (between 19,990 and 20,010)'],
    [{ lower: 500, upper: 900 }, 'b', 'between 500 and 900'],
    [{ lower: 500 }, 'b', 'at least 500'],
    [{ lower: 0 }, 'asked', 'hidden'],
    [null, 'asked', 'hidden'],
  ];
  for (const [persons, letter, text] of counted) {
    it(`counts ${JSON.stringify(persons)} people as ${text}`, () => {
      const template = filled({ persons });
      assert.deepEqual([told(template, 67), told(template, 68)], [letter, text]);
    });
  }

  it('names children and vulnerable people as groups of their own', () => {
    assert.equal(told(filled({ subjects: ['users'], minors: true, vulnerablePersons: true }), 65), 'dh');
    assert.equal(told(filled({ subjects: ['users'], vulnerablePersons: true }), 65), 'hi');
  });

  it('leaves it to a person that people will be told, and knows when they need not be', () => {
    const harmless = { alreadyPublic: true, nature: ['confidentiality'], intent: 'accidental' };
    const removed = { exfiltration: 'proved', nature: ['confidentiality'], paymentData: true, highRiskRemoved: true };
    assert.equal(told(filled({ personsInformed: '2026-03-29T10:00:00Z' }), 97), 'a');
    assert.equal(told(filled(removed), 97), 'e');
    assert.equal(told(filled(removed), 100), 'b');
    const open = filled({ nature: ['confidentiality'] }).fields[97];
    assert.deepEqual(open, { state: 'asked', meanwhile: 'c' });
    assert.ok(['d', 'asked'].includes(told(filled(harmless), 97)));
  });

  it('leaves the gravity to a person where the score of ENISA is at odds with the risk', () => {
    // 01/2021 case 14: many national numbers, sent to strangers by mistake.
    const facts = {
      nature: ['confidentiality'],
      intent: 'accidental',
      exfiltration: 'proved',
      unintelligible: false,
      serviceImpact: 'none',
      recipients: 'unknown',
      persons: 60_000,
      data: ['basic', 'contact', 'identification-numbers'],
      specialCategories: [],
      nationalId: true,
      paymentData: false,
      vulnerablePersons: false,
      identityTheftPossible: true,
      ongoing: false,
    };
    const template = filled(facts);
    assert.deepEqual([told(template, 89), told(template, 87)], ['a', 'asked']);
    assert.match(told(template, 90), /: 1\.50 \(low\)/);
  });

  it('asks a controller outside the EEA for its representative, and the countries of the people', () => {
    const template = filled({
      establishments: ['US'],
      offersTo: ['FR', 'DE'],
      personsByCountry: [
        { country: 'FR', persons: 10 },
        { country: 'DE', persons: { lower: 5 } },
        { country: 'US', persons: 100 },
      ],
    });
    assert.deepEqual(
      [18, 113, 120].map((number) => told(template, number as FieldNumber)),
      ['asked', 'hidden', 'a'],
    );
    assert.equal(told(template, 121), 'France, Germany');
    assert.equal(told(template, 122), 'France: 10\nGermany: at least 5');
    assert.match(told(template, 123), /CNIL/);
  });

  it('names the lead authority of a controller in the EEA whose processing crosses borders', () => {
    const template = filled({ establishments: ['FR', 'DE'], mainEstablishment: 'FR' });
    assert.equal(told(template, 113), 'a');
    assert.match(told(template, 114), /CNIL/);
    assert.equal(told(filled({ establishments: ['FR'] }), 113), 'asked');
    assert.equal(told(filled({ establishments: ['FR'], crossBorder: false }), 114), 'hidden');
  });

  it('takes a processor that became aware as another party', () => {
    const template = filled({ processorAware: '2026-03-27T09:00:00Z' });
    assert.deepEqual(
      [38, 39, 40].map((number) => told(template, number as FieldNumber)),
      ['a', 'Processor.', 'asked'],
    );
  });

  it('takes what a person states before what facts say, and asks what follows from it', () => {
    const template = filled({ nature: ['confidentiality'] }, { field_55: ['b', 'c'], field_23: 'a', field_85: ['n'] });
    assert.equal(told(template, 55), 'bc');
    assert.deepEqual(
      [58, 59, 29, 86].map((number) => told(template, number as FieldNumber)),
      ['asked', 'asked', 'hidden', 'asked'],
    );
    assert.deepEqual(template.fields[55], {
      state: 'answered',
      value: { kind: 'letters', letters: ['b', 'c'] },
      from: ['stated'],
    });
  });

  it('tells what was found in words, kind by kind', () => {
    const kinds = [
      { kind: 'person/email', rows: { lower: 10, upper: 20 } },
      { kind: 'national-id/fr-nir', rows: 3 },
      { kind: 'secret/openai-api-key', rows: { lower: 48 } },
      { kind: 'constructor', rows: 1 },
    ];
    assert.equal(
      told(filled({ kinds }), 71),
      'Found in the data, each with its number of rows: e-mail addresses (between 10 and 20),' +
        ' national identification numbers [fr-nir] (3), access keys of services [openai-api-key] (at least 48), constructor (1).',
    );
    const perhaps = [{ kind: 'special/health', rows: { lower: 0, upper: 225 } }];
    assert.equal(
      told(filled({ kinds: perhaps, possibleData: ['health'] }), 71),
      'These may be in it too, and are still being looked at: statements about health (up to 225).',
    );
    assert.match(told(filled({ possibleData: ['health'] }), 71), /looked at: Health data/);
  });

  it('says of stores that a scan found open that nobody had to log in, and of no others', () => {
    const systems = [{ what: 'clickhouse', where: '10.0.0.5:8123' }];
    const measured = { systems: { value: systems, source: 'measured' } };
    assert.match(
      told(filled({ ...measured, incident: ['m'] }), 62),
      /without a login: clickhouse \(10\.0\.0\.5:8123\)\./,
    );
    assert.equal(told(filled({ systems, incident: ['m'] }), 62), 'asked');
    assert.equal(told(filled({ ...measured, incident: ['i'] }), 62), 'asked');
    assert.equal(told(filled({ systems }), 63), 'clickhouse (10.0.0.5:8123)');
  });

  it('names the facts that an answer rests on', () => {
    const field = filled({ since: '2026-03-20T08:00:00Z', ongoing: true }).fields[44];
    assert.deepEqual(field.state === 'answered' && field.from, ['since', 'ongoing']);
  });
});

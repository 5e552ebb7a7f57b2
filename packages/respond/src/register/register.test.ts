// The register of Article 33(5): what a record holds, what is missing in it, and how it is told.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { assess } from '../assess.ts';
import { parseFacts } from '../facts/document.ts';
import { noFacts, withFact } from '../facts/facts.ts';
import { changedRecord, newRecord, type RecordChange } from './change.ts';
import { factsOfRecord, missingParts } from './missing.ts';
import { parseRecord, type RegisterRecord } from './record.ts';
import { draftRecord, draftRegister } from './record-draft.ts';
import { REGISTER_COLUMNS, registerRows } from './table.ts';
import { SHOWN_FACTS } from './words.ts';

const STATED = { source: 'stated', certainty: 'proved' } as const;

function factsOf(facts: Record<string, unknown>) {
  const read = parseFacts({ facts });
  assert.ok(!('code' in read) && read.notUnderstood.length === 0);
  return read.facts;
}

/** Values for all facts that a record shows. */
const SHOWN = {
  nature: ['confidentiality', 'integrity'],
  intent: 'malicious',
  cause: 'both',
  exfiltration: 'likely',
  readByOthers: true,
  unintelligible: false,
  recipients: 'known',
  persons: { lower: 10 },
  records: 20,
  personsByCountry: [{ country: 'FR', persons: { lower: 3, upper: 4 } }],
  subjects: ['patients'],
  minors: false,
  data: ['health', 'contact'],
  possibleData: ['genetic'],
  nationalId: true,
  paymentData: false,
  credentials: 'weak-hash',
  serviceImpact: 'minor',
  role: 'processor',
  establishments: ['FR', 'DE'],
  since: '2026-03-01T00:00:00Z',
  until: '2026-03-02T00:00:00Z',
  detected: '2026-03-02T00:00:00Z',
  aware: '2026-03-02T10:00:00+01:00[Europe/Paris]',
  authorityNotified: '2026-03-03T00:00:00Z',
  personsInformed: '2026-03-04T00:00:00Z',
};

const COMPLETE: RecordChange = {
  facts: factsOf(SHOWN),
  effects: ['Phishing'],
  remedialAction: ['Port closed'],
  decision: { notifyAuthority: 'yes', communicateToPersons: 'no', reasons: 'Because', decidedBy: 'the DPO' },
};

const record = (change: RecordChange = COMPLETE, before: RegisterRecord = newRecord('2026-014', 'Open store')) =>
  changedRecord(before, change);

describe('a record of the register', () => {
  it('misses each part of Article 33(5) until it is told', () => {
    assert.deepEqual(missingParts(record()), []);
    const without: readonly (readonly [RecordChange, string])[] = [
      [{ ...COMPLETE, effects: [] }, 'effects'],
      [{ ...COMPLETE, remedialAction: [] }, 'remedial-action'],
      [{ ...COMPLETE, decision: { ...COMPLETE.decision, notifyAuthority: 'undecided' } }, 'decision'],
      [{ ...COMPLETE, decision: { notifyAuthority: 'yes', communicateToPersons: 'yes', reasons: 'x' } }, 'decided-by'],
      [{ ...COMPLETE, decision: { notifyAuthority: 'no', communicateToPersons: 'no', decidedBy: 'x' } }, 'reasons'],
      [{ ...COMPLETE, facts: factsOf({ ...SHOWN, persons: null }) }, 'facts'],
      [{ ...COMPLETE, facts: factsOf({ ...SHOWN, aware: null }) }, 'aware'],
    ];
    for (const [change, part] of without) {
      assert.deepEqual(missingParts(record(change)), [part]);
      const { missing, blocks } = draftRecord(record(change), 'en');
      assert.deepEqual(
        missing.map(({ id }) => id),
        [`register-${part}`],
      );
      assert.ok(blocks.some((block) => block.kind === 'question' && block.question.id === `register-${part}`));
    }
  });

  it('takes a measure among the facts for a remedial action', () => {
    const facts = factsOf({ ...SHOWN, measuresTaken: [{ what: 'Keys rotated' }] });
    assert.deepEqual(missingParts(record({ ...COMPLETE, facts, remedialAction: [] })), []);
  });

  it('keeps who said each fact, and reads it again as it was', () => {
    const facts = withFact(
      noFacts(),
      'persons',
      { lower: 5, upper: Number.POSITIVE_INFINITY },
      { ...STATED, by: 'ops' },
    );
    assert.deepEqual(factsOfRecord(record({ facts })).persons, facts.persons);
  });

  it('grows by a change, and replaces what has one value', () => {
    const changed = record(
      { effects: ['Debits'], decision: { reasons: 'Another' }, title: 'New', state: 'closed' },
      record(),
    );
    assert.deepEqual(changed.effects, ['Phishing', 'Debits']);
    assert.deepEqual(changed.decision, { ...record().decision, reasons: 'Another' });
    assert.deepEqual([changed.title, changed.state], ['New', 'closed']);
    assert.deepEqual(changed.facts, record().facts);
  });

  it('survives JSON, and names what is not a record', () => {
    const assessment = assess(factsOf(SHOWN), { now: '2026-03-05T00:00:00Z' });
    const assessed = record({ ...COMPLETE, assessed: { assessment, at: '2026-03-05T00:00:00Z' } });
    assert.deepEqual(parseRecord(JSON.parse(JSON.stringify(assessed))), assessed);
    assert.match(String(parseRecord({ ...assessed, case: 'Jean Martin' })), /^case: .*no person’s name/);
    assert.match(String(parseRecord({ ...assessed, effects: [' '] })), /^effects\.0: write at least a word/);
  });
});

describe('the register as a document', () => {
  for (const language of ['en', 'fr'] as const) {
    it(`tells every fact that is known in words (${language})`, () => {
      const { blocks, language: written } = draftRecord(record(), language);
      assert.equal(written, language);
      const [facts] = blocks.filter((block) => block.kind === 'table');
      assert.equal(facts?.rows.length, SHOWN_FACTS.length + 1);
      for (const [label, value] of facts?.rows ?? []) {
        assert.ok(
          label !== '' && value !== '' && !/undefined|Infinity|weak-hash|T00:00/.test(value),
          `${label}: ${value}`,
        );
      }
    });
  }

  it('is in English where it is not written in a language', () => {
    assert.equal(draftRecord(record(), 'zh').language, 'en');
  });

  it('has a section a case, and asks in the name of the case', () => {
    const { blocks, missing } = draftRegister([record(), newRecord('2026-015', 'Lost laptop')], 'en');
    const sections = blocks.flatMap((block) => (block.kind === 'heading' && block.level === 1 ? [block.text] : []));
    assert.deepEqual(sections, ['Case 2026-014: Open store', 'Case 2026-015: Lost laptop']);
    assert.ok(missing.length > 0 && missing.every(({ id }) => id.startsWith('2026-015/')));
  });
});

describe('the register as a table', () => {
  it('has a cell for each column, digits for numbers, and nothing for what is not known', () => {
    const rows = registerRows([record(), newRecord('2026-015', 'Lost laptop')]);
    for (const row of rows) assert.equal(row.length, REGISTER_COLUMNS.length);
    const cell = (row: number, column: string) => rows[row]?.[REGISTER_COLUMNS.indexOf(column)];
    assert.equal(cell(0, 'personsAtLeast'), '10');
    assert.equal(cell(0, 'personsAtMost'), '');
    assert.equal(cell(0, 'recordsAtMost'), '20');
    assert.equal(cell(0, 'aware'), SHOWN.aware);
    assert.equal(cell(0, 'data'), 'health, contact details');
    assert.equal(cell(1, 'personsAtLeast'), '');
    assert.match(cell(1, 'missing') ?? '', /^facts, aware, effects/);
  });
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { factKind, statedValue, typedValue } from './fact-kinds.ts';

describe('a fact in the editor', () => {
  const VALUES: Readonly<Record<string, unknown>> = {
    ongoing: false,
    intent: 'accidental',
    nature: ['confidentiality', 'availability'],
    persons: { lower: 19_990, upper: 20_010 },
    records: { lower: 5 },
    establishments: ['FR', 'DE'],
    restoreHours: 12.5,
    measuresPlanned: ['close the port', 'rotate the keys'],
    systems: [{ what: 'a store', where: 'Paris' }],
    since: '2026-11-15T09:12:00.000Z',
    organisationName: 'Example',
  };

  for (const [path, value] of Object.entries(VALUES)) {
    it(`comes back as it was: ${path}`, () => {
      const kind = factKind(path);
      assert.deepEqual(statedValue(kind, typedValue(kind, value)), value);
    });
  }

  it('says nothing where nothing readable was typed', () => {
    for (const [path, text] of [
      ['ongoing', ''],
      ['persons', 'many'],
      ['restoreHours', 'x'],
      ['systems', '{'],
      ['since', ''],
    ]) {
      assert.equal(statedValue(factKind(path ?? ''), text ?? ''), undefined, path);
    }
  });
});

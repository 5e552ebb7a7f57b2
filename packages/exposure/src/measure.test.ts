import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { measureExposure } from './measure.ts';
import type { Block, Dataset, Source } from './source.ts';

const ROWS = ['ada.byron@mail-corp.com', 'bo.hansen@mail-corp.com', 'cy.olsen@mail-corp.com'].map((mail) => [mail]);

function datasetNamed(name: string, derived: boolean): Dataset {
  return { container: 'shop', name, columns: [{ name: 'email', type: 'String' }], ...(derived && { derived: true }) };
}

/** A source whose datasets all hold the same rows, as a view holds those of its table. */
function sourceOf(datasets: readonly Dataset[]): Source {
  return {
    product: 'test',
    datasets: async () => datasets,
    async *read(): AsyncGenerator<Block> {
      const bytes = Buffer.from(ROWS.map((row) => `${JSON.stringify(row)}\n`).join(''));
      yield { columns: ['email'], bytes, rows: ROWS.length };
    },
    close: async () => {},
  };
}

async function exposureOf(datasets: readonly Dataset[]) {
  const exposure = await measureExposure(sourceOf(datasets), {
    key: new Uint8Array(32).fill(1),
    threads: 2,
    senses: { kinds: ['person/email'] },
    signal: AbortSignal.timeout(60_000),
  });
  if ('code' in exposure) throw new Error(exposure.message);
  return exposure;
}

describe('the exposure of a source', () => {
  it('counts the rows of a table once, though a view shows them too, and says which is the view', async () => {
    const { rowsRead, kinds, people, datasets, complete } = await exposureOf([
      datasetNamed('customers', false),
      datasetNamed('recent_customers', true),
    ]);
    assert.deepEqual([rowsRead, people.estimate, complete], [3, 3, true]);
    assert.deepEqual(
      kinds.map(({ kind, rows }) => [kind, rows.estimate]),
      [['person/email', 3]],
    );
    assert.deepEqual(
      datasets.map(({ name, derived, basis, kinds: own }) => [name, derived, basis, own[0]?.kind]),
      [
        ['customers', undefined, 'whole', 'person/email'],
        ['recent_customers', true, 'sample', 'person/email'],
      ],
    );
  });

  it('counts the rows of a view where no table can be seen', async () => {
    const { rowsRead, people, datasets } = await exposureOf([datasetNamed('recent_customers', true)]);
    assert.deepEqual([rowsRead, people.estimate, datasets[0]?.basis], [3, 3, 'whole']);
  });
});

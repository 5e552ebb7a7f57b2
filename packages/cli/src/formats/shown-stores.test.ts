import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { describe, it } from 'node:test';
import type { StoreReport } from '@vigie/probe';
import { shownReport, shownStore } from './shown-stores.ts';

function storeWith(container: string, collection: string, column: string): StoreReport {
  return {
    address: '127.0.0.1',
    port: 8123,
    transport: 'http',
    tls: false,
    product: 'clickhouse',
    posture: { identify: 'yes', list: 'yes', count: 'yes', read: 'yes', write: 'unknown', administer: 'unknown' },
    verdict: 'open',
    findings: [],
    evidence: [],
    inventory: {
      containers: [
        { name: container, collections: [{ name: collection, columns: [{ name: column, type: 'String' }] }] },
      ],
    },
  } as unknown as StoreReport;
}

function namesIn({ inventory }: StoreReport): string[] {
  return (inventory?.containers ?? []).flatMap(({ name, collections }) => [
    name,
    ...collections.flatMap((one) => [one.name, ...one.columns.map((column) => column.name)]),
  ]);
}

describe('stores as they are shown', () => {
  it('name nobody in the names of databases, tables and columns', async () => {
    const store = storeWith('OttilieQuillfeather', 'notes_ottilie_quillfeather', 'letters to Peter Schmidt');
    assert.deepEqual(namesIn(await shownStore(store)), ['‹name›', 'notes_‹name›', 'letters to ‹name›']);
    const { stores } = await shownReport({ stores: [store, store] });
    for (const one of stores) assert.doesNotMatch(JSON.stringify(one), /ottilie|quillfeather|schmidt/i);
  });

  it('keep the names that programs give', async () => {
    const store = storeWith('default', 'log_stream', 'span_name');
    assert.deepEqual(namesIn(await shownStore(store)), ['default', 'log_stream', 'span_name']);
  });

  it('without an inventory, or with single words alone, are the same object: nothing was loaded', async () => {
    const { inventory: _, ...closed } = storeWith('a', 'b', 'c');
    for (const store of [
      closed as StoreReport,
      storeWith('default', 'orders', 'id2'),
      storeWith('Ottilie', 'x_1', 'y'),
    ]) {
      assert.equal(await shownStore(store), store);
    }
  });

  it('load the names of people, and nothing else of the classifier', () => {
    const script = `
      import { registerHooks } from 'node:module';
      const loaded = [];
      registerHooks({ load: (url, context, next) => (loaded.push(url), next(url, context)) });
      const { shownStore } = await import(${JSON.stringify(new URL('./shown-stores.ts', import.meta.url).href)});
      const before = loaded.length;
      const store = { inventory: { containers: [{ name: 'Ottilie Quillfeather', collections: [] }] } };
      console.log(JSON.stringify({ before, loaded, store: await shownStore(store) }));
    `;
    const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' });
    const { before, loaded, store } = JSON.parse(stdout) as { before: number; loaded: string[]; store: StoreReport };
    assert.deepEqual(namesIn(store), ['‹name›']);
    assert.equal(before, 1, 'nothing is loaded before a name is looked at');
    const files = loaded.filter((url) => url.includes('/classify/'));
    assert.ok(files.some((url) => url.endsWith('/prose/persons-in-names.ts')));
    assert.deepEqual(
      files.filter((url) => /\/secrets\/|\/kinds\/(?:world|europe)\/|classify\/src\/index\.ts/.test(url)),
      [],
    );
  });
});

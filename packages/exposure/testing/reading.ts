// What tests of sources share: rows of blocks as values, and sources by their URL.
import assert from 'node:assert/strict';
import { resolveBySystem, scopeOf } from '@vigie/probe';
import type { NetHost } from '../src/net/connect.ts';
import { parseStoreUrl, type StoreLocation } from '../src/net/location.ts';
import { type Block, type Dataset, isFault, type Source, type SourceFault } from '../src/source.ts';

/** Loopback and private networks. */
export const LOCAL_HOST: NetHost = { scope: scopeOf(undefined), resolve: resolveBySystem };

export function located(url: string): StoreLocation {
  const location = parseStoreUrl(url);
  if ('code' in location) throw new Error(location.message);
  return location;
}

/** All rows, and the fault if one ended them; checks what every source has to keep to. */
export async function gather(items: AsyncIterable<Block | SourceFault> | undefined) {
  const rows: unknown[] = [];
  let fault: SourceFault | undefined;
  for await (const item of items ?? []) {
    assert.equal(fault, undefined, 'a fault is the last item');
    if (isFault(item)) fault = item;
    else {
      assert.equal(item.bytes.at(-1), 10, 'cut at a line end');
      const lines = Buffer.from(item.bytes).toString().trimEnd().split('\n');
      assert.equal(lines.length, item.rows);
      for (const line of lines) rows.push(JSON.parse(line));
    }
  }
  return { rows, fault };
}

export async function datasetOf(source: Source, name: string, signal: AbortSignal): Promise<Dataset> {
  const datasets = await source.datasets(signal);
  if ('code' in datasets) throw new Error(datasets.message);
  const found = datasets.find((dataset) => dataset.name === name);
  if (!found) throw new Error(`no ${name}`);
  return found;
}

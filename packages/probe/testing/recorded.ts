// Scenes by name, and conversations that are not to become scenes.
import assert from 'node:assert/strict';
import type { StoreReport } from '../src/encounter.ts';
import { allScenes, replay } from './scenes.ts';

/** The report of a recorded scene: how words that a real server once said are understood today. */
export async function replayed(product: string, name: string): Promise<StoreReport> {
  const found = allScenes().find((scene) => scene[0] === product && scene[1] === name);
  assert.ok(found, `there is a scene ${product}/${name}`);
  const report = await replay(found[2]);
  assert.ok('product' in report, 'a store is recognised');
  return report;
}

/** For conversations that are too long for a scene, or that are none of the store under test. */
export async function withoutRecording<T>(go: () => Promise<T>): Promise<T> {
  const { VIGIE_RECORD } = process.env;
  delete process.env.VIGIE_RECORD;
  try {
    return await go();
  } finally {
    if (VIGIE_RECORD !== undefined) process.env.VIGIE_RECORD = VIGIE_RECORD;
  }
}

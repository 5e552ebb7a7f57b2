// The contract of every store: recorded scenes replayed without a socket give the recorded report; a scene cut at any
// byte or mutated never throws, never hangs, and never makes a store look more open than it is; random bytes are no
// store; the index equals the folder.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { allScenes, replay, replayExamination, type Scene, type Step } from '../../testing/scenes.ts';
import { storesIndex } from '../../testing/stores-index.ts';
import type { OtherService, StoreReport } from '../encounter.ts';
import type { Examination } from '../store.ts';
import { STORES } from './index.ts';

const SEED = 20_261_123;
const scenes = allScenes();
const isStore = (met: StoreReport | OtherService): met is StoreReport => 'product' in met;

/** What the cut and mutated replies of a scene may not lead to. */
function assertNotMoreOpen(scene: Scene, met: StoreReport | OtherService | Examination, what: string): void {
  if (!('product' in met)) return;
  for (const verb of ['list', 'count', 'read', 'write', 'administer'] as const) {
    if (met.posture[verb] !== 'yes' || met.product !== scene.expected.product) continue;
    assert.equal(scene.expected.posture?.[verb], 'yes', `${what}: ${verb} became yes`);
  }
}

function withReply(scene: Scene, lineIndex: number, stepIndex: number, change: (step: Step) => Step): Scene {
  const lines = scene.lines.map((steps, i) =>
    i === lineIndex ? steps.map((step, j) => (j === stepIndex ? change(step) : step)) : steps,
  );
  return { ...scene, lines };
}

function* replies(scene: Scene): Generator<[number, number, Step]> {
  for (const [i, steps] of scene.lines.entries())
    for (const [j, step] of steps.entries()) if (step.received) yield [i, j, step];
}

describe('every store', () => {
  it('stands in the index, and the index equals the folder', () => {
    assert.equal(readFileSync(new URL('index.ts', import.meta.url), 'utf8'), storesIndex());
  });

  it('has a test beside it and at least one recorded scene', () => {
    const files = readdirSync(new URL('.', import.meta.url));
    const recorded = new Set(scenes.map(([product]) => product));
    for (const file of files.filter(
      (name) => name.endsWith('.ts') && !name.endsWith('.test.ts') && name !== 'index.ts',
    )) {
      const name = file.slice(0, -3);
      assert.ok(files.includes(`${name}.test.ts`), `${name} has no test`);
      assert.ok(recorded.has(name), `${name} has no scene in scenes/${name}`);
    }
  });

  it('names each product once, and its rules after its file', () => {
    const ids = STORES.flatMap((store) => store.products.map((product) => product.id));
    assert.equal(new Set(ids).size, ids.length);
    for (const store of STORES) {
      for (const rule of store.rules) {
        assert.ok(rule.id.startsWith(`${store.products[0].id}/`), rule.id);
        assert.ok(rule.why.length > 80, `${rule.id} explains itself`);
        for (const version of [undefined, '1.0', '5.6.1', '18.16.1', '26.3', 'weird']) {
          const remedy = rule.remedy({ version });
          assert.ok(remedy.steps.length > 0 && remedy.verify.length > 10, rule.id);
          assert.match(remedy.reference, /^https:\/\//);
        }
      }
    }
  });

  for (const [product, name, scene] of scenes) {
    it(`replays ${product}: ${name}`, async () => {
      const met = await replay(scene);
      if (scene.expected.product === undefined) {
        assert.ok(!isStore(met));
        return;
      }
      assert.ok(isStore(met), 'a store is recognised');
      assert.equal(met.product, scene.expected.product);
      assert.equal(met.version, scene.expected.version);
      assert.equal(met.verdict, scene.expected.verdict);
      assert.deepEqual(met.posture, scene.expected.posture);
    });
  }

  for (const [product, name, scene] of scenes) {
    it(`survives every cut of ${product}: ${name}`, async () => {
      const whole = await replay(scene);
      for (const [i, j, step] of replies(scene)) {
        const cutAt = (at: number) =>
          withReply(scene, i, j, (reply) => ({ ...reply, received: reply.received.slice(0, at), ended: 'closed' }));
        for (const at of cutsOf(step.received.length)) {
          const what = `line ${i} step ${j} cut at ${at}`;
          // Recognition, which asks every store, is replayed for some of the cuts only.
          if (at % 29 === 0) assertNotMoreOpen(scene, await replay(cutAt(at)), what);
          if (isStore(whole)) assertNotMoreOpen(scene, await replayExamination(cutAt(at), whole), what);
        }
      }
    });
  }

  it('is not recognised in 100,000 random first words', async () => {
    await fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 64 }), fc.integer({ min: 0, max: 255 }), (bytes, first) => {
        const words = Uint8Array.from([first, ...bytes]);
        for (const store of STORES) {
          const { banner, retort, hello } = store.recognise;
          for (const says of [banner?.(words), retort?.(words)]) {
            assert.ok(says === undefined || says === 'more', `${store.products[0].id} claims random bytes`);
          }
          const framed = hello?.frame(words, true);
          if (typeof framed === 'object') assert.equal(framed.reply, undefined, store.products[0].id);
        }
      }),
      { numRuns: 100_000, seed: SEED },
    );
  });
});

/** Every place in a short reply; in a long one the first hundred and then every fortieth part of the rest. */
function cutsOf(length: number): number[] {
  const near = Array.from({ length: Math.min(length, 100) }, (_, i) => i);
  const gap = Math.max(1, Math.ceil((length - 100) / 40));
  const far: number[] = [];
  for (let at = 100; at < length; at += gap) far.push(at);
  return [...near, ...far];
}

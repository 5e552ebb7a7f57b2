// Fuzzing of every store: its recorded conversations with replies spoilt in 100,000 places. Nothing throws, nothing hangs.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { allScenes, replay, replayExamination, type Scene } from '../../testing/scenes.ts';

const SEED = 20_261_123;
const REPLIES = 100_000;

describe('a hostile server', () => {
  for (const [product, own] of Map.groupBy(allScenes(), ([name]) => name)) {
    it(`gets no exception out of the examination of ${product} in ${REPLIES} spoilt replies`, async () => {
      let spoilt = 0;
      const scenes = await Promise.all(own.map(async ([, , scene]) => ({ scene, met: await replay(scene) }))).then(
        (all) => all.flatMap(({ scene, met }) => ('product' in met ? [{ scene, met }] : [])),
      );
      for (let round = 0; spoilt < REPLIES; round += 1) {
        const one = scenes[round % scenes.length];
        assert.ok(one);
        const { scene, met } = one;
        await fc.assert(
          fc.asyncProperty(mutation(), fc.integer({ min: 1, max: 2 ** 30 }), async (mutate, which) => {
            let count = 0;
            const lines = spoil(scene, (reply) => {
              count += 1;
              // Half of the replies, chosen anew each time, so that a conversation gets far enough to matter.
              if (((which >> (count % 30)) & 1) === 0) return reply;
              spoilt += 1;
              return mutate(reply);
            });
            await replayExamination({ ...scene, lines }, met);
          }),
          { numRuns: 200, seed: SEED + round, endOnFailure: true },
        );
      }
    });
  }
});

function spoil(scene: Scene, change: (reply: string) => string): Scene['lines'] {
  return scene.lines.map((steps) =>
    steps.map((step) => ({ ...step, received: step.received && change(step.received) })),
  );
}

/** One way of spoiling a reply: bytes changed, taken out, doubled, replaced, lengthened, or all of it random. */
function mutation(): fc.Arbitrary<(reply: string) => string> {
  const place = fc.double({ min: 0, max: 1, noNaN: true });
  const junk = fc.uint8Array({ maxLength: 24 }).map((bytes) => Buffer.from(bytes).toString('latin1'));
  const number = fc.constantFrom('-1', '99999999999999999999', '1e999', 'null', '{}', '[]', '""', 'NaN', '4294967295');
  return fc.oneof(
    fc.tuple(place, junk).map(([at, text]) => (reply: string) => {
      const start = Math.floor(at * reply.length);
      return reply.slice(0, start) + text + reply.slice(start + text.length);
    }),
    fc.tuple(place, place).map(([a, b]) => (reply: string) => {
      const [from, to] = [Math.min(a, b), Math.max(a, b)].map((at) => Math.floor(at * reply.length));
      return reply.slice(0, from) + reply.slice(to);
    }),
    fc.tuple(place, junk).map(([at, text]) => (reply: string) => {
      const start = Math.floor(at * reply.length);
      return reply.slice(0, start) + text + reply.slice(start);
    }),
    fc.tuple(place, number).map(([at, text]) => (reply: string) => {
      const start = Math.floor(at * reply.length);
      return reply.slice(0, start) + reply.slice(start).replace(/\d+|"[^"]*"/, text);
    }),
    fc.uint8Array({ maxLength: 200 }).map((bytes) => () => Buffer.from(bytes).toString('latin1')),
    fc.integer({ min: 2, max: 5 }).map((times) => (reply: string) => reply.repeat(times).slice(0, 200_000)),
  );
}

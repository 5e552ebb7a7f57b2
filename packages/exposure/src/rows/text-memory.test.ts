import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { createMemories, type MemoryLimits } from './text-memory.ts';

const LIMITS: MemoryLimits = { texts: 64, characters: 1000, longest: 20 };

describe('the memory of texts', () => {
  it('never gives what was not set for a text, whatever it forgets', () => {
    const text = fc.string({ maxLength: 24 });
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(1), text), { maxLength: 400 }), (steps) => {
        const memories = createMemories<string>(LIMITS);
        const fields = [memories.open(), memories.open()];
        for (const [at, one] of steps) {
          const field = fields[at];
          const found = field?.get(one);
          assert.ok(found === undefined || found === `${at} ${one}`);
          field?.set(one, `${at} ${one}`);
        }
      }),
    );
  });

  it('tells apart texts of the same place among the latest', () => {
    const memory = createMemories<string>({ ...LIMITS, texts: 1 << 12, characters: 1 << 16 }).open();
    const texts = Array.from({ length: 500 }, (_, i) => `value ${i}`);
    for (const text of texts) memory.set(text, text);
    for (const text of [...texts, ...texts.toReversed()]) assert.equal(memory.get(text), text);
  });

  it('keeps what is met again and again, and forgets what is not', () => {
    const memory = createMemories<number>(LIMITS).open();
    memory.set('again', 1);
    memory.set('once', 2);
    for (let i = 0; i < 200; i += 1) {
      assert.equal(memory.get('again'), 1);
      memory.set(`other ${i}`, i);
    }
    assert.equal(memory.get('once'), undefined);
  });

  it('is bounded in texts and characters, over all fields', () => {
    for (const [size, most] of [
      [3, LIMITS.texts],
      [20, LIMITS.characters / 20],
    ] as const) {
      const memories = createMemories<number>(LIMITS);
      const fields = Array.from({ length: 7 }, () => memories.open());
      const texts = Array.from({ length: 500 }, (_, i) => `${i}`.padStart(size, '0'));
      texts.forEach((text, i) => {
        fields[i % 7]?.set(text, i);
      });
      const kept = texts.filter((text, i) => fields[i % 7]?.get(text) !== undefined);
      assert.ok(kept.length > 0 && kept.length <= most, `${kept.length} of ${most}`);
    }
    const memory = createMemories<number>(LIMITS).open();
    memory.set('x'.repeat(21), 1);
    assert.equal(memory.get('x'.repeat(21)), undefined);
  });

  it('rests where no text comes twice, and tries again later', () => {
    const memory = createMemories<number>({ texts: 1 << 20, characters: 1 << 30, longest: 100 }).open();
    const meet = (text: string) => {
      const known = memory.get(text);
      if (known === undefined) memory.set(text, 1);
      return known;
    };
    for (let i = 0; i < 5000; i += 1) meet(`id ${i}`);
    meet('twice');
    assert.equal(meet('twice'), undefined);
    for (let i = 0; i < 100_000; i += 1) meet('again');
    assert.equal(meet('again'), 1);
  });
});

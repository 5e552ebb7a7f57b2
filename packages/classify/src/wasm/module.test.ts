import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { add, bytes, int, isBelow, load8, loadSixteen, multiply, store8, whileTrue } from './instructions.ts';
import { wasmFunction, wasmInstances } from './module.ts';

describe('a module that is put together here', () => {
  const power = wasmFunction('power', ['base', 'times'], ({ base, times }, local) => {
    const [result, done] = [local(), local()];
    return [
      result.set(int(1)),
      whileTrue(
        isBelow(done.value, times.value),
        result.set(multiply(result.value, base.value)),
        done.set(add(done.value, int(1))),
      ),
      result.value,
    ];
  });
  const spaces = wasmFunction('spaces', ['from'], ({ from }) => [
    bytes.highestBits(bytes.areEqual(loadSixteen(from.value), bytes.all(0x20))),
  ]);
  const put = wasmFunction('put', ['at', 'byte'], ({ at, byte }) => [store8(at.value, byte.value), load8(at.value)]);
  const instances = wasmInstances([power, spaces, put], 1 << 16);

  it('counts, loops and tells sixteen bytes at once', () => {
    const instance = instances?.();
    assert.ok(instance);
    assert.equal(instance.call.power?.(3, 5), 243);
    assert.equal(instance.call.power?.(-2, 3), -8);
    assert.equal(instance.call.power?.(7, 0), 1);
    new Uint8Array(instance.memory).set(Buffer.from('a b  c          '), 100);
    assert.equal(instance.call.spaces?.(100), 0b1111111111011010);
  });

  it('has a memory of its own in each instance', () => {
    const [one, other] = [instances?.(), instances?.()];
    assert.equal(one?.call.put?.(9, 200), 200);
    assert.equal(new Uint8Array(one?.memory ?? new ArrayBuffer(0))[9], 200);
    assert.equal(new Uint8Array(other?.memory ?? new ArrayBuffer(0))[9], 0);
  });

  it('takes numbers of any size', () => {
    for (const value of [0, 63, 64, -1, -64, -65, 127, 128, 8191, 8192, -8193, 0x7fffffff, -0x80000000]) {
      const instance = wasmInstances([wasmFunction('value', [], () => [int(value)])], 1)?.();
      assert.equal(instance?.call.value?.(), value);
    }
  });
});

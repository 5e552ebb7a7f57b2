import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { parseRange } from './addresses.ts';
import { Coverage } from './coverage.ts';
import { endpointSpace } from './endpoints.ts';

const range = (text: string) => {
  const parsed = parseRange(text);
  assert.ok(parsed);
  return parsed;
};

describe('the endpoints of a scan', () => {
  it('are every address with every port, each once', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 700 }), fc.integer({ min: 1, max: 7 }), (addresses, ports) => {
        const last = range('10.0.0.0').first + BigInt(addresses) - 1n;
        const space = endpointSpace(
          [{ family: 4, first: range('10.0.0.0').first, last }],
          Array.from({ length: ports }, (_, i) => 1000 + i),
        );
        assert.equal(space.size, addresses * ports);
        const seen = new Set(
          Array.from({ length: space.size }, (_, i) => `${space.at(i).address}:${space.at(i).port}`),
        );
        assert.equal(seen.size, space.size);
        for (let i = 0; i < space.size; i += 1) {
          const { address, port } = space.at(i);
          assert.equal(space.indexOf(address, port), i);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('go over several ranges and both families', () => {
    const space = endpointSpace([range('10.0.0.1-3'), range('fd00::1')], [80], new Map([['10.0.0.2', 'db']]));
    assert.deepEqual(
      [0, 1, 2, 3].map((i) => space.at(i)),
      [
        { address: '10.0.0.1', port: 80, host: '10.0.0.1' },
        { address: '10.0.0.2', port: 80, host: 'db' },
        { address: '10.0.0.3', port: 80, host: '10.0.0.3' },
        { address: 'fd00::1', port: 80, host: 'fd00::1' },
      ],
    );
    assert.equal(space.indexOf('fd00:0::1', 80), 3);
    assert.equal(space.indexOf('10.0.0.4', 80), undefined);
    assert.equal(space.indexOf('10.0.0.1', 81), undefined);
    assert.equal(space.indexOf('no address', 80), undefined);
  });

  it('are not next to each other on one host where there are others', () => {
    const space = endpointSpace([range('10.0.0.0/24')], [1, 2, 3]);
    assert.notEqual(space.at(0).address, space.at(1).address);
  });
});

describe('how far a scan is', () => {
  it('counts addresses whose ports are all over, and the ports of the block under way', () => {
    const space = endpointSpace([range('10.0.0.0/23')], [1, 2, 3]);
    assert.deepEqual(space.reached(0), { addresses: 0, ports: 0 });
    assert.deepEqual(space.reached(255), { addresses: 0, ports: 0 });
    assert.deepEqual(space.reached(512), { addresses: 0, ports: 2 });
    assert.deepEqual(space.reached(768), { addresses: 256, ports: 0 });
    assert.deepEqual(space.reached(space.size - 1), { addresses: 256, ports: 2 });
    assert.deepEqual(space.reached(space.size), { addresses: 512, ports: 0 });
  });
});

describe('coverage', () => {
  const space = endpointSpace([range('10.0.0.0-9')], [80]);

  it('tells each endpoint as tested or with its reason, in whatever order they are done and resumed', () => {
    const outcome = fc.constantFrom('tested' as const, 'timeout' as const, 'unreachable' as const);
    const order = fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    fc.assert(
      fc.property(fc.array(outcome, { minLength: 10, maxLength: 10 }), order, order, (outcomes, first, second) => {
        const before = new Coverage();
        for (const index of first) before.record(index, outcomes[index] ?? 'tested');
        const after = new Coverage(before.state());
        const again = second.filter((index) => index >= after.next);
        for (const index of again) after.record(index, outcomes[index] ?? 'tested');
        const told = new Map<number, string>();
        for (const entry of after.untested(space)) {
          const from = Number(entry.address.split('.')[3]);
          for (let i = 0; i < (entry.endpoints ?? 1); i += 1) told.set(from + i, entry.reason);
        }
        const done = new Set([...Array.from({ length: before.state().next }, (_, i) => i), ...again]);
        for (let i = 0; i < 10; i += 1) {
          const expected = done.has(i) ? outcomes[i] : 'interrupted';
          assert.equal(after.outcomeOf(i), expected);
          assert.equal(told.get(i) ?? 'tested', expected);
        }
      }),
    );
  });

  it('keeps a long run of the same reason as one entry', () => {
    const coverage = new Coverage();
    for (let i = 0; i < 10; i += 1) coverage.record(i, 'timeout');
    assert.deepEqual(coverage.untested(space), [
      { address: '10.0.0.0', port: 80, reason: 'timeout', addressTo: '10.0.0.9', portTo: 80, endpoints: 10 },
    ]);
  });
});

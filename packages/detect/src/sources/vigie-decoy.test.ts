// Touches of decoys as lines of a log.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createLogReader } from '../log-reader.ts';

/** A line of `vigie decoy redis --format ndjson`, as it was printed; the address is one of documentation. */
const LINE =
  '{"rule":"vigie/decoy/destroy","title":"The data of a decoy was to be destroyed","level":"critical","author":"Vigie","file":"decoy redis, session 0f59de4c624b03a6","line":7,"time":"2026-11-30T02:08:32.690Z","why":"Redis: the visitor emptied the store with FLUSHALL; nobody has a reason to use it","id":"024608fdb15d1fd69498e019b30106c8","kind":"rule","rulePath":"decoys/redis","link":"decoys/redis","licence":"Apache-2.0","tags":["attack.impact"],"decoy":"redis","address":"203.0.113.7","port":49792,"session":"0f59de4c624b03a6","event":{"class_uid":6005,"category_uid":6,"activity_id":7,"type_uid":600507,"severity_id":1,"time":1796004512690,"metadata":{"version":"1.3.0","product":{"name":"redis"},"log_name":"decoy"},"status_id":1,"actor":{"session":{"uid":"0f59de4c624b03a6"}},"database":{"name":"0","type_id":6},"unmapped":{"command":"FLUSHALL","bytes_returned":5}}}';

function eventsOf(line: string) {
  return createLogReader({ now: () => Date.UTC(2026, 10, 30) })
    .add(line, 1)
    .flatMap(({ event }) => (event ? [event] : []));
}

describe('a line of a decoy', () => {
  it('is known by itself, and is an access with who it was and what was tried', () => {
    const [event] = eventsOf(LINE);
    assert.ok(event);
    assert.equal(event.class_uid, 6005);
    assert.equal(event.time, 1_796_004_512_690);
    assert.deepEqual(event.src_endpoint, { ip: '203.0.113.7', port: 49_792 });
    assert.deepEqual(event.unmapped, { command: 'FLUSHALL', bytes_returned: 5, decoy: 'destroy' });
    assert.deepEqual((event.logsource as { service: unknown }).service, 'decoy');
  });

  it('tells nothing that the line says beyond that', () => {
    const forged = JSON.parse(LINE) as { event: Record<string, unknown> };
    forged.event.query = 'DROP TABLE payroll';
    forged.event.actor = { user: { name: 'x'.repeat(5_000), type: 'admin' } };
    const [event] = eventsOf(JSON.stringify(forged));
    assert.ok(event);
    assert.equal(event.query, undefined);
    assert.equal(((event.actor as { user: { name: string } }).user.name ?? '').length, 128);
  });

  it('is none where its rule is none of a decoy', () => {
    const [event] = eventsOf(LINE.replace('vigie/decoy/destroy', 'vigie/decoy/anything'));
    assert.equal((event?.unmapped as { decoy?: string } | undefined)?.decoy, undefined);
  });
});

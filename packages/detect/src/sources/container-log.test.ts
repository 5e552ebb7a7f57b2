// Lines in the forms of docs.docker.com/engine/logging/drivers/json-file and of the container runtime interface, around lines that nginx 1.22
// and Caddy 2.6 wrote.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readsAnyJson, readsAnyText } from '../../testing/spoiled-records.ts';
import { accessLog } from './access-log.ts';
import { caddy } from './caddy.ts';
import { containerLogOf } from './container-log.ts';

const LINE = '127.0.0.1 - ada [29/Nov/2026:20:37:03 +0000] "GET /private/x HTTP/1.1" 401 2 "-" "-"';
const CADDY =
  '{"level":"error","ts":1795989910.342387,"logger":"http.log.access.log0","msg":"handled request","request":{"remote_ip":"127.0.0.1","proto":"HTTP/1.1","method":"GET","host":"a","uri":"/item","headers":{}},"user_id":"","duration":0.1,"size":0,"status":404,"resp_headers":{}}';
const AT = '2026-11-29T20:37:03.123456789Z';
const DOCKER = [
  { log: `${LINE}\n`, stream: 'stdout', time: AT },
  { log: 'listening on :8080\n', stream: 'stderr', time: AT },
];
const CRI = {
  whole: `${AT} stdout F ${LINE}`,
  json: `${AT} stderr F ${CADDY}`,
  first: `${AT} stdout P ${LINE.slice(0, 30)}`,
  rest: `${AT} stdout F ${LINE.slice(30)}`,
  plain: `${AT} stdout F listening on :8080`,
};
const source = containerLogOf([accessLog, caddy]);

describe("containers' lines", () => {
  it('are read as what they hold', () => {
    const [web] = source.open().fromJson?.(DOCKER[0] ?? {}) ?? [];
    assert.deepEqual([web?.class_uid, web?.['cs-username'], web?.status_id], [4002, 'ada', 2]);
    for (const text of [CRI.whole, CRI.json]) assert.equal(source.open().fromText?.(text)?.[0]?.class_uid, 4002);
  });

  it('are put together where the runtime cut them', () => {
    const reader = source.open();
    assert.equal(reader.begins?.(CRI.first), true);
    assert.equal(reader.goesOn?.(CRI.first, CRI.rest, 1), true);
    assert.equal(reader.goesOn?.(CRI.whole, CRI.plain, 1), false);
    assert.equal(reader.fromText?.(`${CRI.first}\n${CRI.rest}`)?.[0]?.['cs-username'], 'ada');
  });

  it('that nobody knows keep their text and the time of the runtime', () => {
    const event = source.open().fromText?.(CRI.plain)?.[0];
    assert.deepEqual([event?.message, event?.time], ['listening on :8080', Date.UTC(2026, 10, 29, 20, 37, 3, 123)]);
    assert.equal(source.open().fromJson?.(DOCKER[1] ?? {})?.[0]?.message, 'listening on :8080');
    assert.equal(source.open().fromJson?.({ log: 'x', message: 'y' }), undefined);
  });

  it('throw at nothing', () => {
    readsAnyText(source, Object.values(CRI));
    readsAnyJson(source, DOCKER);
  });
});

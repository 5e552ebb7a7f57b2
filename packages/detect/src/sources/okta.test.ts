// After the examples of developer.okta.com/docs/reference/api/system-log; further real ones are in panther-events.test.ts.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readsAnyJson } from '../../testing/spoiled-records.ts';
import type { Fields } from '../events/event.ts';
import { okta } from './okta.ts';

const SIGN_IN: Fields = {
  uuid: 'dc9fd3c0-598c-11ef-8478-2b7584bf8d5a',
  published: '2026-11-29T20:37:03.161Z',
  eventType: 'user.session.start',
  displayMessage: 'User login to Okta',
  severity: 'INFO',
  actor: { id: '00u1', type: 'User', alternateId: 'ada@example.org', displayName: 'Ada' },
  client: { ipAddress: '203.0.113.9', userAgent: { rawUserAgent: 'Mozilla/5.0', os: 'Linux' } },
  authenticationContext: { externalSessionId: 's1' },
  outcome: { result: 'SUCCESS', reason: null },
};
const FAILED: Fields = { ...SIGN_IN, outcome: { result: 'FAILURE', reason: 'INVALID_CREDENTIALS' } };
const CHANGE: Fields = {
  ...SIGN_IN,
  eventType: 'system.api_token.create',
  target: [{ id: 't1', type: 'Token', displayName: 'a token' }],
};
const read = (record: Fields) => okta.open().fromJson?.(record)?.[0] ?? {};

describe("Okta's System Log", () => {
  it('tells sign-ins', () => {
    const event = read(SIGN_IN);
    assert.deepEqual([event.type_uid, event.status_id], [300201, 1]);
    assert.deepEqual((event.actor as Fields).user, { name: 'ada@example.org', uid: '00u1' });
    assert.equal((event.actor as Fields).alternateId, 'ada@example.org');
    assert.deepEqual(event.src_endpoint, { ip: '203.0.113.9' });
    assert.deepEqual([read(FAILED).status_id, read(FAILED).status_code], [2, 'INVALID_CREDENTIALS']);
    assert.equal(
      read({ ...FAILED, outcome: { result: 'FAILURE', reason: 'Ada is locked out' } }).status_code,
      undefined,
    );
  });

  it('tells changes as API Activity', () => {
    assert.deepEqual([read(CHANGE).type_uid, read(CHANGE).eventType], [600301, 'system.api_token.create']);
    assert.deepEqual(read(CHANGE).resources, [{ name: 'a token' }]);
  });

  it('is read from event hooks, throws at nothing, and is not seen elsewhere', () => {
    assert.equal(
      okta.open().fromJson?.({ eventType: 'com.okta.event_hook', data: { events: [SIGN_IN, CHANGE] } })?.length,
      2,
    );
    assert.equal(okta.open().fromJson?.({ eventType: 'a.b', message: 'x' }), undefined);
    readsAnyJson(okta, [SIGN_IN, FAILED, CHANGE]);
  });
});

// Events of the Security channel in the shapes of evtx_dump and Winlogbeat, with the fields of learn.microsoft.com/windows/security/threat-protection/auditing.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fires, ruleText } from '../../testing/rules.ts';
import { readsAnyJson } from '../../testing/spoiled-records.ts';
import type { Fields } from '../events/event.ts';
import { windowsEvents } from './windows-events.ts';

const system = (id: number): Fields => ({
  Provider: { '#attributes': { Name: 'Microsoft-Windows-Security-Auditing' } },
  EventID: id,
  TimeCreated: { '#attributes': { SystemTime: '2026-11-29T20:37:03.123456Z' } },
  EventRecordID: 7,
  Channel: 'Security',
  Computer: 'HOST',
});
const DATA = {
  TargetUserName: 'ada',
  TargetUserSid: 'S-1-5-21-1',
  LogonType: 3,
  IpAddress: '::ffff:203.0.113.9',
  AuthenticationPackageName: 'NTLM',
};
const EVTX: Fields = { Event: { System: system(4624), EventData: DATA } };
const FAILED: Fields = {
  Event: { System: system(4625), EventData: { ...DATA, Status: '0xc000006d', SubStatus: '0xc000006a' } },
};
const GROUP: Fields = {
  Event: {
    System: system(4732),
    EventData: { TargetUserName: 'Administrators', MemberSid: 'S-1-5-21-9', SubjectUserName: 'ada' },
  },
};
const BEAT: Fields = {
  '@timestamp': '2026-11-29T20:37:03.123Z',
  winlog: {
    channel: 'Security',
    event_id: '4625',
    computer_name: 'HOST',
    event_data: { ...DATA, SubStatus: '0xc000006a' },
  },
};
const PROCESS: Fields = {
  Event: {
    System: { ...system(1), Channel: 'Microsoft-Windows-Sysmon/Operational' },
    EventData: { Image: 'C:\\whoami.exe' },
  },
};
const read = (record: Fields): Fields => windowsEvents.open().fromJson?.(record)?.[0] ?? {};

describe("Windows' events", () => {
  it('of sign-ins tell Authentication beside their own fields', () => {
    const event = read(EVTX);
    assert.deepEqual(
      [event.type_uid, event.status_id, event.time],
      [300201, 1, Date.UTC(2026, 10, 29, 20, 37, 3, 123)],
    );
    assert.deepEqual([event.src_endpoint, event.auth_protocol], [{ ip: '203.0.113.9' }, 'NTLM']);
    assert.deepEqual((event.actor as Fields).user, { name: 'ada', uid: 'S-1-5-21-1' });
    for (const failed of [FAILED, BEAT]) {
      assert.deepEqual(
        [read(failed).type_uid, read(failed).status_id, read(failed).status_code],
        [300201, 2, '0xc000006a'],
      );
    }
    assert.deepEqual([read(GROUP).type_uid, read(GROUP).policy], [300107, { name: 'Administrators' }]);
  });

  it('are read by rules as before', () => {
    const rule = ruleText(
      '  sel:\n    EventID: 4625\n    TargetUserName: ada\n  condition: sel\n',
      'logsource:\n  product: windows\n  service: security',
    );
    for (const event of [FAILED, BEAT]) assert.ok(fires(rule, read(event)));
    assert.ok(!fires(rule, read(EVTX)));
    const process = ruleText(
      "  sel:\n    Image|endswith: '\\whoami.exe'\n  condition: sel\n",
      'logsource:\n  product: windows\n  category: process_creation',
    );
    assert.equal(read(PROCESS), PROCESS);
    assert.ok(fires(process, read(PROCESS)));
  });

  it('throw at nothing, and are not seen elsewhere', () => {
    assert.equal(windowsEvents.open().fromJson?.({ Event: 'x' }), undefined);
    readsAnyJson(windowsEvents, [EVTX, FAILED, GROUP, BEAT, PROCESS]);
  });
});

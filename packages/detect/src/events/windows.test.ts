// Events of Windows in the shapes of different tools: the same fields, the same log source.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fires, ruleText } from '../../testing/rules.ts';

const created = ruleText(
  "  sel:\n    Image|endswith: '\\whoami.exe'\n    Computer: HOST\n  condition: sel\n",
  'logsource:\n  product: windows\n  category: process_creation',
);
const CHANNEL = 'Microsoft-Windows-Sysmon/Operational';

describe('events of Windows', () => {
  for (const [what, event] of Object.entries({
    evtx_dump: {
      Event: {
        System: {
          Provider: { '#attributes': { Name: 'Microsoft-Windows-Sysmon' } },
          EventID: 1,
          Channel: CHANNEL,
          Computer: 'HOST',
        },
        EventData: { Image: 'C:\\whoami.exe' },
      },
    },
    'evtx_dump with attributes of tags': {
      Event: {
        System: { EventID: { '#text': 1, '#attributes': { Qualifiers: 0 } }, Channel: CHANNEL, Computer: 'HOST' },
        EventData: { Data: [{ '@Name': 'Image', '#text': 'C:\\whoami.exe' }] },
      },
    },
    Winlogbeat: {
      winlog: { channel: CHANNEL, event_id: '1', computer_name: 'HOST', event_data: { Image: 'C:\\whoami.exe' } },
    },
    'Winlogbeat 6': { log_name: CHANNEL, event_id: 1, computer_name: 'HOST', event_data: { Image: 'C:\\whoami.exe' } },
    'flat fields': { Channel: CHANNEL, EventID: 1, Computer: 'HOST', Image: 'C:\\whoami.exe' },
    'the security log': {
      Event: {
        System: { EventID: 4688, Channel: 'Security', Computer: 'HOST' },
        EventData: { NewProcessName: 'C:\\whoami.exe' },
      },
    },
  })) {
    it(what, () => assert.ok(fires(created, event)));
  }

  it('of another kind are not for the rules of this one', () => {
    for (const [channel, id] of [
      [CHANNEL, 5],
      ['Security', 4624],
      ['System', 1],
    ] as const) {
      assert.ok(!fires(created, { Channel: channel, EventID: id, Computer: 'HOST', Image: 'C:\\whoami.exe' }));
    }
  });

  it('name their provider as rules do', () => {
    const rule = ruleText('  sel:\n    Provider_Name: P\n  condition: sel\n', 'logsource:\n  product: windows');
    assert.ok(fires(rule, { Event: { System: { EventID: 1, Provider: { '#attributes': { Name: 'P' } } } } }));
    assert.ok(fires(rule, { Event: { System: { EventID: 1, Provider_attributes: { Name: 'P' } } } }));
  });

  it('tell keys that were made, set and deleted apart', () => {
    const rule = (category: string) =>
      ruleText(
        '  sel:\n    TargetObject: k\n  condition: sel\n',
        `logsource:\n  product: windows\n  category: ${category}`,
      );
    const event = (id: number, type: string) => ({ Channel: CHANNEL, EventID: id, EventType: type, TargetObject: 'k' });
    assert.ok(fires(rule('registry_add'), event(12, 'CreateKey')));
    assert.ok(!fires(rule('registry_add'), event(12, 'DeleteKey')));
    assert.ok(fires(rule('registry_delete'), event(12, 'DeleteValue')));
    assert.ok(fires(rule('registry_event'), event(13, 'SetValue')));
    assert.ok(!fires(rule('registry_set'), event(12, 'CreateKey')));
  });
});

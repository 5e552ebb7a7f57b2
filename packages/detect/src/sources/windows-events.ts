// Windows' events as tools write them as JSON (evtx_dump and its kin, Winlogbeat, flat fields beside Channel and EventID). They are given
// as they are, for the engine knows their shapes; sign-ins of the Security channel are told in OCSF's terms beside.
import { endpointOf } from '../events/endpoints.ts';
import type { Fields } from '../events/event.ts';
import { eventTimeOf } from '../events/event-time.ts';
import { textAt } from '../events/json-fields.ts';
import { type AccountActivity, accountEvent, authenticationEvent } from '../events/ocsf.ts';
import { readWindows, windowsChannel } from '../events/windows.ts';
import type { Source } from './source.ts';

export const windowsEvents: Source = {
  name: 'windows-events',
  title: 'Windows, event logs as JSON',
  reference: 'https://learn.microsoft.com/windows/win32/wes/windows-event-log',
  tells: 'sign-ins and refused ones, changes of accounts and groups; every other event with its own fields',
  jsonKeys: ['Event', 'winlog', 'event_data', 'Channel'],
  open: () => ({
    fromJson: (record) => {
      const channel = windowsChannel(record);
      if (channel === undefined) return undefined;
      const fields = channel.toLowerCase() === 'security' ? readWindows(record)?.fields : undefined;
      const told = fields && securityEvent(fields);
      return [fields === undefined || told === undefined ? record : beside(record, fields, told)];
    },
  }),
};

/** As flat fields, which the engine reads as it reads the others; the words of the log source stay those of the shape. */
function beside(record: Fields, fields: Fields, { logsource: _, ...event }: Fields): Fields {
  return { ...event, ...('winlog' in record ? record : {}), ...fields };
}

const LOGONS: ReadonlyMap<string, 'success' | 'failure'> = new Map([
  ['4624', 'success'],
  ['4625', 'failure'],
  ['4771', 'failure'],
  ['4776', 'success'],
]);
const LOGOFFS = new Set(['4634', '4647']);
const ACCOUNTS: ReadonlyMap<string, AccountActivity> = new Map([
  ['4720', 'create'],
  ['4722', 'enable'],
  ['4723', 'password'],
  ['4724', 'password'],
  ['4725', 'disable'],
  ['4726', 'delete'],
  ['4728', 'attach'],
  ['4732', 'attach'],
  ['4729', 'detach'],
  ['4733', 'detach'],
  ['4740', 'lock'],
]);

function securityEvent(fields: Fields): Fields | undefined {
  const id = String(fields.EventID);
  const told = {
    time: eventTimeOf({ fields }),
    product: 'windows',
    service: 'security',
    store: textAt(fields, 'Computer'),
  };
  const outcome = LOGONS.get(id);
  if (outcome !== undefined || LOGOFFS.has(id)) {
    // 4776 tells of both, by its code.
    const isRefused = id === '4776' && !/^0x0$/.test(textAt(fields, 'Status') ?? '0x0');
    return authenticationEvent({
      ...told,
      activity: outcome === undefined ? 'logoff' : 'logon',
      outcome: isRefused ? 'failure' : (outcome ?? 'success'),
      errorCode: outcome === 'failure' || isRefused ? textAt(fields, 'SubStatus', 'Status') : undefined,
      user: textAt(fields, 'TargetUserName'),
      userId: textAt(fields, 'TargetUserSid'),
      session: textAt(fields, 'TargetLogonId'),
      ...endpointOf(textAt(fields, 'IpAddress') ?? textAt(fields, 'Workstation')),
      protocol: textAt(fields, 'AuthenticationPackageName'),
    });
  }
  const activity = ACCOUNTS.get(id);
  const account = textAt(fields, 'MemberName', 'MemberSid', 'TargetUserName');
  if (activity === undefined || account === undefined) return undefined;
  const isGroup = activity === 'attach' || activity === 'detach';
  return accountEvent({
    ...told,
    activity,
    outcome: 'success',
    user: textAt(fields, 'SubjectUserName'),
    userId: textAt(fields, 'SubjectUserSid'),
    account,
    privilege: isGroup ? textAt(fields, 'TargetUserName') : undefined,
  });
}

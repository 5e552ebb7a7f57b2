// Events of Windows in the shapes in which tools write them as JSON: `Event.System` and `Event.EventData` (evtx_dump and its kin),
// Winlogbeat (7 and later `winlog.*`, before `event_data`), and flat fields beside `Channel` and `EventID`.
import { fieldKey } from '../sigma/field-mapping.ts';
import { type EventSource, type Fields, type SigmaEvent, sourceOf } from './event.ts';
import { windowsCategories, windowsFieldNames } from './windows-categories.ts';
import { SERVICE_BY_CHANNEL } from './windows-channels.ts';

type Open = Record<string, unknown>;

/** The event in Sigma's names; undefined where it is not one of Windows. */
export function readWindows(raw: Fields): SigmaEvent | undefined {
  if (isMap(raw.Event) && isMap(raw.Event.System))
    return placed(fromEvtx(raw.Event, raw.Event.System), raw.Event.System);
  if (isMap(raw.winlog)) return placed(fromWinlogbeat(raw, raw.winlog), raw.winlog);
  if (isMap(raw.event_data) && 'event_id' in raw) return placed(fromWinlogbeat(raw, raw), raw);
  if (typeof raw.Channel === 'string' && raw.EventID !== undefined) return placed(raw, raw);
  return undefined;
}

/** The channel of an event of Windows as it is written, without reading the rest; `''` where it says none, undefined where it is no such event. */
export function windowsChannel(raw: Fields): string | undefined {
  const isEvtx = isMap(raw.Event) && isMap(raw.Event.System);
  const isOld = isMap(raw.event_data) && 'event_id' in raw;
  const isFlat = typeof raw.Channel === 'string' && raw.EventID !== undefined;
  if (!isEvtx && !isMap(raw.winlog) && !isOld && !isFlat) return undefined;
  const head = isEvtx ? (raw.Event as { System: Fields }).System : isMap(raw.winlog) ? raw.winlog : raw;
  const channel = inner(head.Channel ?? head.channel ?? head.log_name);
  return typeof channel === 'string' ? channel : '';
}

function isMap(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** @param head where the channel stands, since the data of an event may have a field of that name */
function placed(fields: Fields, head: Fields): SigmaEvent {
  const channel = inner(head.Channel ?? head.channel ?? head.log_name);
  const service = typeof channel === 'string' ? SERVICE_BY_CHANNEL.get(channel.toLowerCase()) : undefined;
  const eventId = Number(fields.EventID);
  if (typeof channel === 'string' && channel.toLowerCase() === 'linux-sysmon/operational') {
    return { fields, source: known('linux', 'sysmon', eventId, fields) };
  }
  if (service === undefined) return { fields, source: sourceOf({ product: 'windows' }) };
  return { fields: renamed(fields, service, eventId), source: known('windows', service, eventId, fields) };
}

function known(product: string, service: string, eventId: number, fields: Fields): EventSource {
  return sourceOf({ product, services: servicesOf(service), categories: windowsCategories(service, eventId, fields) });
}

/** SigmaHQ's rules have two words for one channel. */
function servicesOf(service: string): readonly string[] {
  return service === 'servicebus-client' ? [service, 'microsoft-servicebus-client'] : [service];
}

function renamed(fields: Fields, service: string, eventId: number): Fields {
  const names = Object.entries(windowsFieldNames(service, eventId));
  const missing = names.filter(([name, from]) => fields[name] === undefined && fields[from] !== undefined);
  if (missing.length === 0) return fields;
  return { ...fields, ...Object.fromEntries(missing.map(([name, from]) => [name, fields[from]])) };
}

/** `System`: attributes of a tag are its name and theirs with an underscore; then what the event's data says. */
function fromEvtx(event: Fields, system: Fields): Fields {
  const fields: Open = {};
  for (const [key, value] of Object.entries(system)) {
    const attributes = isMap(value) ? value['#attributes'] : undefined;
    // With `--separate-json-attributes` they stand beside the tag.
    const [, tag] = /^(.+)_attributes$/.exec(key) ?? [];
    if (tag !== undefined && isMap(value)) addAttributes(fields, tag, value);
    else if (isMap(attributes)) addAttributes(fields, key, attributes);
    if (tag === undefined && inner(value) !== undefined) fields[fieldKey(key)] = inner(value);
  }
  addData(fields, event.EventData);
  if (isMap(event.UserData)) {
    for (const [key, value] of Object.entries(event.UserData)) {
      if (isMap(value)) addData(fields, value);
      else if (!key.startsWith('#')) fields[fieldKey(key)] = value;
    }
  }
  return fields;
}

function addAttributes(fields: Open, tag: string, attributes: Fields): void {
  for (const [name, value] of Object.entries(attributes)) fields[`${tag}_${name}`] = value;
}

function addData(fields: Open, data: unknown): void {
  if (!isMap(data)) {
    if (data !== undefined && data !== null) fields.Data = data;
    return;
  }
  for (const [key, value] of Object.entries(data)) {
    // As a key of data it would set what the fields inherit from.
    if (key.startsWith('#') || key.endsWith('_attributes') || key === '__proto__') continue;
    const named = key === 'Data' && Array.isArray(value) ? (value as unknown[]).filter(isNamed) : [];
    for (const one of named) fields[fieldKey(String(one['@Name']))] = one['#text'];
    // Events of some providers have a field EventID in their data; the event's own is what rules mean.
    if (named.length === 0 && key !== 'EventID')
      fields[fieldKey(key)] = isMap(value) && '#text' in value ? value['#text'] : value;
  }
}

function isNamed(value: unknown): value is Fields {
  return isMap(value) && typeof value['@Name'] === 'string';
}

/** The text of a tag that also has attributes. */
function inner(value: unknown): unknown {
  if (!isMap(value)) return value;
  return '#text' in value ? value['#text'] : undefined;
}

const WINLOGBEAT: Readonly<Record<string, string>> = {
  event_id: 'EventID',
  channel: 'Channel',
  log_name: 'Channel',
  provider_name: 'Provider_Name',
  source_name: 'Provider_Name',
  provider_guid: 'Provider_Guid',
  computer_name: 'Computer',
  record_id: 'EventRecordID',
};

function fromWinlogbeat(raw: Fields, head: Fields): Fields {
  const fields: Open = { ...raw };
  for (const [from, to] of Object.entries(WINLOGBEAT)) if (head[from] !== undefined) fields[to] = head[from];
  for (const data of [head.event_data, head.user_data]) addData(fields, data ?? {});
  return fields;
}

// Which categories of Sigma an event of Windows belongs to, by service and event id, and the names under which rules of the category
// look for its fields (Sigma specification 2.1, taxonomy appendix; SigmaHQ's mapping for generic log sources).
import type { Fields } from './event.ts';

const SYSMON: Readonly<Record<number, readonly string[]>> = {
  1: ['process_creation'],
  2: ['file_change'],
  3: ['network_connection'],
  4: ['sysmon_status'],
  5: ['process_termination'],
  6: ['driver_load'],
  7: ['image_load'],
  8: ['create_remote_thread'],
  9: ['raw_access_thread'],
  10: ['process_access'],
  11: ['file_event'],
  13: ['registry_set', 'registry_event'],
  14: ['registry_rename', 'registry_event'],
  15: ['create_stream_hash'],
  16: ['sysmon_status'],
  17: ['pipe_created'],
  18: ['pipe_created'],
  19: ['wmi_event'],
  20: ['wmi_event'],
  21: ['wmi_event'],
  22: ['dns_query'],
  23: ['file_delete'],
  24: ['clipboard_capture', 'clipboard_change'],
  25: ['process_tampering'],
  26: ['file_delete_detected', 'file_delete'],
  27: ['file_block_executable'],
  28: ['file_block_shredding'],
  29: ['file_executable_detected'],
  255: ['sysmon_error'],
};

const POWERSHELL: Readonly<Record<number, readonly string[]>> = { 4103: ['ps_module'], 4104: ['ps_script'] };
const POWERSHELL_CLASSIC: Readonly<Record<number, readonly string[]>> = {
  400: ['ps_classic_start'],
  600: ['ps_classic_provider_start'],
  800: ['ps_classic_script'],
};
/** Events of Defender that name a threat or a path. */
const ANTIVIRUS = new Set([1006, 1007, 1008, 1009, 1010, 1011, 1012, 1017, 1018, 1019, 1115, 1116]);

export function windowsCategories(service: string, eventId: number, fields: Fields): readonly string[] {
  if (service === 'sysmon') return eventId === 12 ? registryObject(fields) : (SYSMON[eventId] ?? []);
  if (service === 'security') return eventId === 4688 ? ['process_creation'] : [];
  if (service === 'powershell') return POWERSHELL[eventId] ?? [];
  if (service === 'powershell-classic') return POWERSHELL_CLASSIC[eventId] ?? [];
  return service === 'windefend' && ANTIVIRUS.has(eventId) ? ['antivirus'] : [];
}

function registryObject({ EventType: type }: Fields): readonly string[] {
  if (type === 'CreateKey') return ['registry_add', 'registry_event'];
  return type === 'DeleteKey' || type === 'DeleteValue' ? ['registry_delete', 'registry_event'] : ['registry_event'];
}

/** Sigma's field names → those of the event, where they differ. */
export function windowsFieldNames(service: string, eventId: number): Readonly<Record<string, string>> {
  if (service === 'security' && eventId === 4688) return { Image: 'NewProcessName', ParentImage: 'ParentProcessName' };
  if (service === 'windefend' && ANTIVIRUS.has(eventId)) return { Signature: 'ThreatName', Filename: 'Path' };
  return {};
}

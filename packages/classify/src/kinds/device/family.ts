// What the numbers of devices have in common: each is a pseudonym of the person who carries the device.
import type { Kind } from '../../kind.ts';

/** A kind of this family: `device/imei`. The template has no letter for device ids (GDPR recital 30), so `u`, other. */
export function device(name: string, title: string, meaning: string): Kind {
  return { id: `device/${name}`, title, edpb: ['u'], meaning, identifies: 'device' };
}

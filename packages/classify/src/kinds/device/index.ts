// Devices, their networks and their sessions: all identifiers and finders of this folder.
import type { Finder } from '../../finder.ts';
import type { Identifier } from '../../identifier.ts';
import { cookieFinder } from './cookie.ts';
import { DEVICE_ID_IDENTIFIERS } from './device-id.ts';
import { IMEI_IDENTIFIER, IMEISV_IDENTIFIER } from './imei.ts';
import { ipAddressFinder } from './ip-address.ts';
import { MAC_ADDRESS_IDENTIFIER, MAC_ADDRESS_OF_LETTERS } from './mac-address.ts';
import { sessionIdFinder } from './session-id.ts';

export const DEVICE_IDENTIFIERS: readonly Identifier[] = [
  MAC_ADDRESS_IDENTIFIER,
  MAC_ADDRESS_OF_LETTERS,
  IMEI_IDENTIFIER,
  IMEISV_IDENTIFIER,
  ...DEVICE_ID_IDENTIFIERS,
];

export const DEVICE_FINDERS: readonly Finder[] = [ipAddressFinder, cookieFinder, sessionIdFinder];

// Ids of the platform: UUIDv7 (RFC 9562, section 5.7), whose order is that of time, so that indexes grow at their end.
import { v7 } from 'uuid';

export function newId(): string {
  return v7();
}

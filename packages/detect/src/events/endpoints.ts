// Addresses as logs write them: alone, with a port behind, in brackets, or a name in their place.
import { parseNetwork } from '../values/network.ts';

export interface WrittenEndpoint {
  readonly ip?: string;
  readonly port?: number;
  readonly hostname?: string;
}

const MAX_NAME = 255;

/** What a log says of where somebody comes from; nothing where it is neither an address nor a name. */
export function endpointOf(written: string | undefined): WrittenEndpoint {
  if (written === undefined || written.length > MAX_NAME) return {};
  // IPv4 within IPv6 is the IPv4 address.
  const text = written.trim().replace(/^(\[?)::ffff:(\d{1,3}(?:\.\d{1,3}){3})(\]?)/i, '$1$2$3');
  if (isAddress(text)) return { ip: text };
  const bracketed = /^\[([^\]]+)\](?::(\d{1,5}))?$/.exec(text);
  const [, host = '', port] = bracketed ?? /^([^:\s]+):(\d{1,5})$/.exec(text) ?? [];
  const number = port === undefined ? {} : { port: Number(port) };
  if (isAddress(host)) return { ip: host, ...number };
  if (isName(host)) return { hostname: host, ...number };
  return isName(text) ? { hostname: text } : {};
}

const BYTE = '(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)';
const IPV4 = new RegExp(`^(?:${BYTE}\\.){3}${BYTE}$`);
/** Two colons at least; one stands before a port. */
const LIKE_IPV6 = /^[0-9A-Fa-f]{0,4}:[0-9A-Fa-f]{0,4}:[0-9A-Fa-f:.]*(?:%[\w.-]+)?$/;

/** What does not look like one is not tried, since trying costs as much as all the rest of a line. */
function isAddress(text: string): boolean {
  return IPV4.test(text) || (LIKE_IPV6.test(text) && parseNetwork(text) !== undefined);
}

function isName(text: string): boolean {
  return /^[A-Za-z0-9_](?:[A-Za-z0-9._-]*[A-Za-z0-9_])?$/.test(text) && /[A-Za-z]/.test(text);
}

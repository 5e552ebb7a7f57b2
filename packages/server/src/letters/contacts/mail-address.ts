// An e-mail address to which a letter can go: RFC 5321, section 4.1.2, without quoted local parts; the local part may be internationalised
// (RFC 6531, section 3.3, in NFC as RFC 6532 asks); the domain in ASCII (RFC 5890), which is the same domain and goes over every server.
import { domainToASCII } from 'node:url';

/** Of the characters beyond ASCII only those that words are written with: what looks like an @ or a space is none. */
const ATOM = /[A-Za-z0-9!#$%&'*+/=?^_`{|}~\-\p{L}\p{M}\p{N}]+/u.source;
const LOCAL = new RegExp(`^${ATOM}(?:\\.${ATOM})*$`, 'u');
const DOMAIN = /^(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?:[a-z]{2,63}|xn--[a-z0-9-]{1,59})$/;
const LONGEST_LOCAL_BYTES = 64;
const LONGEST_BYTES = 254;

/** The address as it goes into an envelope; undefined where none can be made of the text. */
export function mailAddressIn(text: string): string | undefined {
  const bare = /^[^<>]*<([^<>]+)>$/.exec(text)?.[1] ?? text.replace(/^mailto:/i, '');
  const at = bare.lastIndexOf('@');
  if (at < 1) return undefined;
  const local = bare.slice(0, at).trim().normalize('NFC');
  const domain = domainToASCII(
    bare
      .slice(at + 1)
      .trim()
      .replace(/\.$/, ''),
  );
  if (Buffer.byteLength(local) > LONGEST_LOCAL_BYTES || !LOCAL.test(local) || !DOMAIN.test(domain)) return undefined;
  const address = `${local}@${domain}`;
  return Buffer.byteLength(address) > LONGEST_BYTES ? undefined : address;
}

/** Whether it can only go over servers that offer SMTPUTF8 (RFC 6531). */
export function needsUtf8(address: string): boolean {
  return /[^\x21-\x7e]/.test(address);
}

/** As it is shown where it need not be known: `a…@e…org`. */
export function maskedAddress(address: string): string {
  const at = address.lastIndexOf('@');
  const [local, domain] = [address.slice(0, at), address.slice(at + 1)];
  return `${[...local][0] ?? ''}…@${domain.slice(0, 1)}…${domain.slice(domain.lastIndexOf('.'))}`;
}

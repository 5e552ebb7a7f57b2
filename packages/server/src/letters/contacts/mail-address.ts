// An e-mail address to which a letter can go: RFC 5321, section 4.1.2, without quoted local parts; the domain in ASCII (RFC 5890).
import { domainToASCII } from 'node:url';

const LOCAL = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
const DOMAIN = /^(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?:[a-z]{2,63}|xn--[a-z0-9-]{1,59})$/;
const LONGEST_LOCAL = 64;
const LONGEST = 254;

/** The address as it goes into an envelope; undefined where none can be made of the text. */
export function mailAddressIn(text: string): string | undefined {
  const bare = /^[^<>]*<([^<>]+)>$/.exec(text)?.[1] ?? text.replace(/^mailto:/i, '');
  const at = bare.lastIndexOf('@');
  if (at < 1) return undefined;
  const local = bare.slice(0, at).trim();
  const domain = domainToASCII(
    bare
      .slice(at + 1)
      .trim()
      .replace(/\.$/, ''),
  );
  if (local.length > LONGEST_LOCAL || !LOCAL.test(local) || !DOMAIN.test(domain)) return undefined;
  const address = `${local}@${domain}`;
  return address.length > LONGEST ? undefined : address;
}

/** As it is shown where it need not be known: `a…@e…org`. */
export function maskedAddress(address: string): string {
  const at = address.lastIndexOf('@');
  const [local, domain] = [address.slice(0, at), address.slice(at + 1)];
  return `${local.slice(0, 1)}…@${domain.slice(0, 1)}…${domain.slice(domain.lastIndexOf('.'))}`;
}

// Addresses that a server would be made to ask, XML that makes a parser ask or read, and lines that become headers.
import { type Attack, attackOf, type Where } from './attack.ts';
import type { Form } from './decoding/forms.ts';
import { isText } from './prose.ts';
import { Signs } from './signs.ts';

const ADDRESS =
  /^[\s"'(<]{0,4}(?:url[:=])?\s?([a-z][a-z0-9+.-]{1,20}):[/\\]{1,3}([^\s/?#\\"'<>]{1,255})([^\s"'<>]{0,1024})/i;
/** Schemes that carry another protocol's words, or read files. */
const CARRIERS = new Set(
  'gopher dict ldap ldaps tftp sftp netdoc jar rmi iiop finger smb ssh2 imap pop3 telnet redis'.split(' '),
);
/** Ports of stores and services that listen inside only. */
const INNER_PORTS = new Set(
  '22 23 25 53 111 135 139 389 445 1433 1521 2375 2379 3306 3389 5432 5984 6379 6443 8086 8500 9000 9042 9200 9300 10250 11211 15672 27017 50070'.split(
    ' ',
  ),
);
const METADATA =
  /^(?:169\.254\.169\.254|169\.254\.170\.2|100\.100\.100\.200|192\.0\.0\.192|metadata(?:\.google\.internal|\.goog)?|instance-data|\[?fd00:ec2::254\]?)$/;
const LOOPBACK_NAMES =
  /(?:^|\.)(?:localhost|localtest\.me|lvh\.me|vcap\.me|127-0-0-1\.[a-z.]+)$|127\.0\.0\.1\.(?:nip|xip|sslip)\.io$|^(?:burpcollaborator|interact|oast)/;

/** Server-side request forgery, and files of somebody else that a program would include. */
export function serverSideRequest({ text }: Form, where: Where): Attack | undefined {
  if (where === 'header' || where === 'cookie') return undefined;
  const found = ADDRESS.exec(text);
  if (!found) return undefined;
  const [, scheme = '', authority = '', rest = ''] = found;
  const signs = new Signs();
  if (CARRIERS.has(scheme.toLowerCase()) || /^(?:gopher|dict)$/i.test(scheme))
    signs.note(5, 'has an address in a protocol that carries others');
  const { host, port, hasUser } = partsOf(authority);
  const ip = ipv4Of(host);
  if (METADATA.test(host) || (ip && METADATA.test(ip.dotted)))
    signs.note(8, 'asks for the credentials that a cloud hands to its machines');
  if (ip?.isObfuscated) signs.note(5, 'writes the numbers of an address in a form that hides them');
  const isLoopback =
    LOOPBACK_NAMES.test(host) ||
    /^\[(?:0*:)*:?0*1?\]$|^\[::ffff:/.test(host) ||
    (ip !== undefined && /^(?:127|0)\./.test(ip.dotted));
  if (isLoopback) signs.note(port === '' || INNER_PORTS.has(port) ? 5 : 3, 'has an address of the server itself');
  else if (ip && /^(?:10|192\.168|172\.(?:1[6-9]|2\d|3[01])|169\.254)\./.test(ip.dotted))
    signs.note(INNER_PORTS.has(port) ? 5 : 3, 'has an address of an inner network');
  else if (ip && scheme.toLowerCase() !== 'ws') signs.note(2, 'has an address in numbers');
  if (ip && /^\/?[^?#]*\.(?:php\d?|phtml|txt|asp|jsp|inc|pl|sh|exe|dll)\b/i.test(rest))
    signs.note(3, 'has an address of a program in numbers');
  if (hasUser) signs.note(2, 'has a name before the host that makes it look like another');
  if (/\?{1,2}$/.test(rest) && !/^\/?\?$/.test(rest))
    signs.note(3, 'ends in a question mark that takes in what comes behind the value');
  return attackOf('server-side-request-forgery', signs.all);
}

function partsOf(authority: string): { readonly host: string; readonly port: string; readonly hasUser: boolean } {
  const at = authority.lastIndexOf('@');
  const [, host = '', port = ''] =
    /^(\[[^\]]*\]|[^:]*)(?::(\d{1,5}))?/.exec(authority.slice(at + 1).toLowerCase()) ?? [];
  return { host: host.replace(/\.$/, ''), port, hasUser: at >= 0 };
}

/** An address of IPv4 in any of the forms that inet_aton takes: 127.1, 0x7f000001, 2130706433, 0177.0.0.1. */
function ipv4Of(host: string): { readonly dotted: string; readonly isObfuscated: boolean } | undefined {
  const parts = host.split('.');
  if (parts.length > 4 || !parts.every((part) => /^(?:0x[0-9a-f]{1,8}|\d{1,12})$/.test(part))) return undefined;
  const numbers = parts.map((part) => (/^0\d/.test(part) ? Number.parseInt(part, 8) : Number(part)));
  const last = numbers.pop() ?? 0;
  if (numbers.some((number) => !(number <= 255)) || !(last < 256 ** (4 - numbers.length))) return undefined;
  let value = last;
  for (const [index, number] of numbers.entries()) value += number * 256 ** (3 - index);
  const dotted = [24, 16, 8, 0].map((shift) => Math.floor(value / 2 ** shift) % 256).join('.');
  return { dotted, isObfuscated: dotted !== host };
}

const ENTITY = /<!ENTITY\s+(?:%\s+)?[^\s>]{1,100}\s+(?:SYSTEM|PUBLIC)\b/i;
const ENTITIES = /<!ENTITY\s+%?\s*[^\s>]{1,100}\s+["'](?:[^"']{0,200}&[#\w]+;){2}/i;

/** Entities of XML that a parser would fetch or blow up. */
export function xmlEntity({ text }: Form): Attack | undefined {
  if (!text.includes('<')) return undefined;
  const start = text.slice(0, 64 * 1024);
  const signs = new Signs();
  if (ENTITY.test(start)) signs.note(7, 'defines an entity that is read from elsewhere');
  else if (ENTITIES.test(start)) signs.note(5, 'defines entities that grow');
  else if (
    /<!DOCTYPE\s+[^\s>]{1,100}\s+(?:SYSTEM|PUBLIC\s+(?:"[^"]{0,200}"|'[^']{0,200}'))\s+["'](?:https?|ftp|file|php|expect|gopher|jar|netdoc):/i.test(
      start,
    )
  )
    signs.note(5, 'has a document type that is read from elsewhere');
  else if (/<!DOCTYPE\s[^>[]{0,200}\[\s*<!ENTITY\s/i.test(start)) signs.note(5, 'defines entities of its own');
  if (/<(?:xi|[a-z]{1,10}):include\s[^>]{0,200}href\s*=/i.test(start))
    signs.note(5, 'includes a file into the document');
  return attackOf('xml-external-entity', signs.all);
}

/** A whole body of one's own: an empty line, and a page. */
const BODY = /(?:\r\n\r\n|\n\n)[ \t]{0,8}<(?:html|head|body|script|!doctype|\?xml|svg|h1|form|iframe)\b/i;
const HEADER =
  /(?:\r\n?|\n|\u560a|\u560d|\u010a|\u010d)[ \t]{0,8}(?:(set-cookie2?|location|content-(?:type|length|encoding|disposition|security-policy)|transfer-encoding|refresh|access-control-[a-z-]+|x-[a-z-]{2,40}|host|user-agent|referer|connection|status|link|cache-control|p3p|authorization|cookie|proxy-[a-z]+|bcc|cc|to|from|subject|reply-to|mime-version)[ \t]{0,4}:|HTTP\/[01123]\.\d[ \t]|(?:GET|POST|HEAD|PUT|DELETE|OPTIONS)[ \t+]\S{1,500}[ \t+]HTTP\/\d)/i;

/** Line breaks that begin a header of their own. A body has lines anyway. */
export function headerInjection({ text }: Form, where: Where): Attack | undefined {
  const signs = new Signs();
  if (where !== 'body' && BODY.test(text)) signs.note(6, 'has an empty line and a page of its own behind it');
  const found = HEADER.exec(text);
  if (!found) return attackOf('header-injection', signs.all);
  const isOfMail = /^(?:bcc|cc|to|from|subject|reply-to|mime-version)$/i.test(found[1] ?? '');
  // A form for texts has lines, and some of them begin like "To:" or "Location:".
  const isOfAnswer =
    /^(?:set-cookie2?|content-[a-z-]+|transfer-encoding)$/i.test(found[1] ?? '') || found[1] === undefined;
  if (where === 'body')
    signs.note(isOfMail ? 2 : isOfAnswer && !isText(text, where) ? 5 : 3, 'has a line break and a header');
  else signs.note(isOfMail ? 5 : 6, 'has a line break that would begin a header of its own');
  if (
    where === 'body' &&
    /(?:\r\n|\n)\s*(?:bcc|content-transfer-encoding|set-cookie)\s*:/i.test(text.slice(0, 4096)) &&
    text.length < 1000
  )
    signs.note(3, 'has a header that a message is sent or a session is set by');
  return attackOf('header-injection', signs.all);
}

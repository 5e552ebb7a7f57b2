// Path traversal: the value is read as a path and walked: does it leave the folder that it is put behind, or name a file that tells
// of the server?
import { type Attack, attackOf, type Where } from '../attack.ts';
import type { Form } from '../decoding/forms.ts';
import { Signs } from '../signs.ts';
import { isGluedSystemFile, isSystemFile } from './system-files.ts';

const WORTH = /\.\.|[\\/:]|0x2e|0x2f|0x5c|%2e/i;
/** A longer path is walked in its first and last part. */
const MAX_PATH = 4096;
const MAX_PATHS = 24;
/** Wrappers of PHP and Java that read or run what their path names. */
const WRAPPER =
  /^(?:php:\/\/(?:filter|input|fd|memory|temp|stdin)|(?:expect|zip|phar|glob|compress\.(?:zlib|bzip2)|ogg|rar|ssh2(?:\.\w+)?|zlib):\/\/|data:\/\/|data:text\/plain|jar:(?:file|http)|netdoc:|file:\/)/i;

export function pathTraversal({ text, isDisguised }: Form, where: Where): Attack | undefined {
  if (!WORTH.test(text)) return undefined;
  const signs = new Signs();
  const parts = pathsIn(text);
  const isProse = parts.length > 3;
  for (const part of parts) judgePath(part, isProse || where === 'body', where, signs);
  if (isDisguised && signs.sum >= 2) signs.note(2, 'hides its path in an encoding');
  return attackOf('path-traversal', signs.all);
}

/** The words of the value that may be paths. */
function pathsIn(text: string): readonly string[] {
  const clipped = text.length > MAX_PATH * 2 ? `${text.slice(0, MAX_PATH)} ${text.slice(-MAX_PATH)}` : text;
  return clipped
    .split(/[\s"'<>|&=,;`()]+|(?<=[a-z0-9]):(?=\/[a-z])/i)
    .filter((part) => part !== '')
    .slice(0, MAX_PATHS);
}

function judgePath(written: string, isText: boolean, where: Where, signs: Signs): void {
  const path = written
    .toLowerCase()
    .replace(/0x5c|0x2f|%(?:25)*(?:2f|5c)|[\\\u2044\u2215\u2216\u29f8]/g, '/')
    .replace(/0x2e|%(?:25)*2e/g, '.')
    .replace(/x(?=\.\.)/g, '/')
    .replace(/\[!?([^\]]?)[^\]]{0,12}\]/g, '$1')
    .replace(/\0.*$/s, '');
  if (WRAPPER.test(path)) judgeWrapper(path, isText, signs);
  const { climbs, net, dots } = walked(path);
  const isSystem = isSystemFile(path);
  if (/(?:0x2e){2}/i.test(written)) signs.note(4, 'hides its steps in an encoding');
  if (climbs > 0 && written.length > 255 && /([^/])\1{199}/.test(written))
    signs.note(4, 'is longer than a path may be, so that its end is cut off');
  // What code imports and pages link to, in a text about it.
  const isCode = isText && !isSystem;
  if (net >= 2) signs.note(isCode ? 2 : 6, 'leaves its folder by two levels or more');
  else if (climbs >= 3) signs.note(isCode ? 1 : 5, 'goes up three levels or more');
  else if (climbs >= 1) signs.note(climbs, 'goes up a level');
  if (dots && !isText) signs.note(5, 'has steps upward in a form that some servers fold');
  if (isSystem)
    signs.note(systemWeight(path, climbs, isText, where), 'names a file of the server that is not for visitors');
  else if ((dots || climbs > 0) && isGluedSystemFile(path))
    signs.note(5, 'names a file of the server that is not for visitors');
  if (written.includes('\0') && climbs + Number(isSystem) > 0)
    signs.note(4, 'cuts off what comes behind the path with a zero byte');
}

function systemWeight(path: string, climbs: number, isText: boolean, where: Where): number {
  if (climbs > 0) return 5;
  if (isText) return 2;
  // Who asks for such a path gets "not found"; in a parameter it is meant for a program that opens files.
  if (where === 'path') return /^\/*(?:etc|proc|windows|winnt|[a-z]:)\/|\/etc\/(?:passwd|shadow)/.test(path) ? 5 : 3;
  if (where === 'header') return path.startsWith('/') ? 5 : 2;
  return 5;
}

function judgeWrapper(path: string, isText: boolean, signs: Signs): void {
  if (path.startsWith('file:')) {
    signs.note(isText ? 2 : 5, 'names a file of the server by an address');
  } else if (/^(?:data:text\/plain|data:\/\/)/.test(path))
    signs.note(isText ? 2 : 4, 'hands in a file inside of an address');
  else signs.note(isText ? 4 : 6, 'names a stream that a program would open as a file');
}

interface Walked {
  readonly climbs: number;
  /** How far above the folder it ends or once is. */
  readonly net: number;
  /** Segments of many dots, or dots run together with a name. */
  readonly dots: boolean;
}

function walked(path: string): Walked {
  let [climbs, depth, lowest, many, odd, still] = [0, 0, 0, 0, 0, 0];
  const host = /^[a-z][a-z0-9+.-]*:\/\/[^/]*/.exec(path)?.[0] ?? '';
  for (const segment of path.slice(host.length).split('/')) {
    const name = segment.replace(/;.*$/, '').replace(/[?#].*$/s, '');
    if (name === '.') still += 1;
    if (name === '' || name === '.') continue;
    const isUp = /^\.{2,}\s*$/.test(name);
    if (isUp) {
      climbs += 1;
      // `..;` is no step for a proxy, and one for the server behind it.
      if (segment.includes(';')) odd += 1;
      // A filter that takes `../` out leaves it behind of `....//`.
      depth -= 1;
      lowest = Math.min(lowest, depth);
      if (name.length > 2) many += 1;
    } else {
      if (/^\.{6,}[^.]/.test(name) || /^(?:\.\.){2,}[a-z{]/.test(name)) odd += 1;
      if (/\.{6,}$/.test(name)) odd += 1;
      if (/^\.\.[a-z{]/.test(name) && climbs > 0) odd += 1;
      depth += 1;
    }
  }
  return { climbs, net: -lowest, dots: odd > 0 || many >= 2 || still >= 4 };
}

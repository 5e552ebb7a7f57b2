// Lua, as visitors try it: nothing is run. The forms that are tried on open servers are known by their text, and answered as Redis would.
import { createHash } from 'node:crypto';
import type { Guest, Outcome } from './guest.ts';
import type { Reply } from './resp.ts';

type Run = (guest: Guest, words: readonly string[]) => Outcome;

const MAX_SCRIPT = 16 * 1024;
/** What the sandbox of Redis has not (CVE-2022-0543 was that Debian's had it). */
const OUTSIDE = /\b(package|io|os|require|dofile|loadfile|debug)\s*[.("']/;

/** @param run a command of Redis, for `return redis.call(…)` @param isKnown whether scripts may be named by their sum */
export function scriptOutcome(guest: Guest, args: readonly string[], command: string, run: Run): Outcome {
  const told = (reply: Reply): Outcome => ({ reply, intent: 'reach', words: `tried ${command.toUpperCase()}` });
  const [script = '', count = ''] = args;
  if (args.length < 2) return told({ error: `ERR wrong number of arguments for '${command}' command` });
  if (/^evalsha/.test(command)) return told({ error: 'NOSCRIPT No matching script. Please use EVAL.' });
  if (command.startsWith('fcall')) return told({ error: 'ERR Function not found' });
  if (!/^\d{1,5}$/.test(count)) return told({ error: 'ERR value is not an integer or out of range' });
  if (Number(count) > args.length - 2)
    return told({ error: "ERR Number of keys can't be greater than number of args" });
  const text = script.slice(0, MAX_SCRIPT);
  const [, outside] = OUTSIDE.exec(text) ?? [];
  if (outside !== undefined) {
    const sum = sumOf(script);
    return told({
      error: `ERR user_script:1: Script attempted to access nonexistent global variable '${outside}' script: ${sum}, on @user_script:1.`,
    });
  }
  return told(returned(guest, text, args.slice(2, 2 + Number(count)), args.slice(2 + Number(count)), run));
}

export function sumOf(script: string): string {
  return createHash('sha1').update(script).digest('hex');
}

/** A number, a text, or one command with its words written out or taken from KEYS and ARGV. */
function returned(guest: Guest, script: string, keys: readonly string[], more: readonly string[], run: Run): Reply {
  const [, number] = /^\s*return\s+(-?\d{1,15})\s*;?\s*$/.exec(script) ?? [];
  if (number !== undefined) return Number(number);
  const [, , quoted] = /^\s*return\s+(["'])([^"'\\]*)\1\s*;?\s*$/.exec(script) ?? [];
  if (quoted !== undefined) return quoted;
  const [, inner] = /^\s*(?:return\s+)?redis\.p?call\s*\(([^()]*)\)\s*;?\s*$/.exec(script) ?? [];
  if (inner === undefined) return null;
  const words = inner.split(',').map((one) => {
    const part = one.trim();
    const [, list, at] = /^(KEYS|ARGV)\[(\d{1,3})\]$/.exec(part) ?? [];
    if (list !== undefined) return (list === 'KEYS' ? keys : more)[Number(at) - 1] ?? '';
    return part.replace(/^(["'])(.*)\1$/, '$2');
  });
  // A script within a script is not a thing.
  if (/^(?:eval|evalsha|script|fcall)/i.test(words[0] ?? ''))
    return { error: 'ERR This Redis command is not allowed from script' };
  return run(guest, words).reply;
}

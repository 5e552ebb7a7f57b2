// A statement without its values: what may be stored, compared and shown.
import { createHash } from 'node:crypto';
import type { Dialect } from './statement.ts';
import type { Token } from './tokens.ts';

const VALUE = '?';
/** Longer than what a person needs to recognise a statement. */
const MAX_SHOWN = 4_096;
/** Names of columns and tables; what is quoted and has other signs, or many digits, may be a value in the wrong quotes. */
const PLAIN_NAME = /^(?!.*\d{6})[\p{L}_][\p{L}\p{N}_$. -]{0,127}$/u;
const BEFORE_NO_SPACE = new Set([',', ')', '.', ';', '::']);
const BEHIND_NO_SPACE = new Set(['(', '.', '::']);

/** One space between words, `?` for a value and for a list of values, no comments. */
export function textWithoutValues(tokens: readonly Token[], dialect: Dialect): string {
  const quote = dialect === 'mysql' || dialect === 'clickhouse' ? '`' : '"';
  const parts: string[] = [];
  let length = 0;
  for (const part of collapsed(tokens.filter(({ kind }) => kind !== 'comment').map((token) => shown(token, quote)))) {
    const last = parts.at(-1);
    const isApart = last !== undefined && !BEFORE_NO_SPACE.has(part) && !BEHIND_NO_SPACE.has(last);
    const isCall = part === '(' && last !== undefined && /\w$/.test(last);
    const text = isApart && !isCall ? ` ${part}` : part;
    length += text.length;
    if (length > MAX_SHOWN) break;
    parts.push(text.startsWith(' ') ? ' ' : '', part);
  }
  return parts.join('');
}

/** 32 hexadecimal digits of SHA-256 over the text in its lower case. */
export function fingerprintOf(text: string): string {
  return createHash('sha256').update(text.toLowerCase()).digest('hex').slice(0, 32);
}

/** Names need their quotes where they are no words, so that the text can be read again. */
function shownIdentifier(name: string, quote: string): string {
  if (!PLAIN_NAME.test(name)) return VALUE;
  return /^[\p{L}_][\p{L}\p{N}_]*$/u.test(name) ? name : `${quote}${name}${quote}`;
}

function shown(token: Token, quote: string): string {
  if (token.kind === 'text' || token.kind === 'number' || token.kind === 'parameter') return VALUE;
  if (token.kind === 'identifier') return shownIdentifier(token.text, quote);
  if (token.kind === 'word') return PLAIN_NAME.test(token.text) ? token.text : VALUE;
  return token.text;
}

/** `?, ?, ?` is `?`, `(?), (?)` is `(?)`, and a sign before a number belongs to it. */
function collapsed(parts: readonly string[]): readonly string[] {
  const out: string[] = [];
  for (const part of parts) {
    const [before, sign] = [out.at(-2), out.at(-1)];
    const isUnary = part === VALUE && sign === '-' && (before === undefined || /^[(,=<>]$/.test(before));
    if (isUnary) out.pop();
    if (part === VALUE && out.at(-1) === ',' && out.at(-2) === VALUE) {
      out.pop();
      continue;
    }
    out.push(part);
    if (part === ')' && out.slice(-7).join('') === '(?),(?)') out.splice(-4);
  }
  return out;
}

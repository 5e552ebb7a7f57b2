// What an answer of an issuer means: its own rules first, then what holds for every HTTP answer that no rule explains.
import type { Answer, AnswerRule, Issuer, Verdict } from './issuer.ts';

export interface Reading {
  readonly verdict: Verdict;
  /** The end of a sentence that begins with the secret. */
  readonly means: string;
  readonly scopes: readonly string[];
}

/** More scopes than this are counted, not listed. */
const MOST_SCOPES = 60;
/** Scopes, roles and permissions are written so; what is not, an e-mail address for one, is not shown. */
const SCOPE = /^[A-Za-z*][\w.:*/-]{0,63}$/;
/** So many characters in a row of the secret are too many to show, wherever they stand. */
const SHOWN_AT_MOST = 6;

/**
 * Reads an answer. Whatever is not one that the issuer's file explains does not tell: a secret is called revoked only where the issuer
 * says so.
 *
 * @param secret - the parts, so that an answer that echoes them is not shown
 */
export function readAnswer(issuer: Issuer, answer: Answer, secret: readonly string[]): Reading {
  const rule = issuer.answers.find((one) => fits(one, answer));
  if (!rule) return { verdict: 'cannot tell', means: unexplained(answer.status), scopes: [] };
  const accepted = rule.verdict === 'live' || rule.verdict === 'restricted';
  const scopes = accepted && issuer.scopes ? shownScopes(issuer.scopes(answer), secret) : [];
  return { verdict: rule.verdict, means: rule.means, scopes };
}

/** The words of a list that is written as one text. */
export function wordsOf(text: unknown, separator: RegExp): string[] {
  return typeof text === 'string' ? text.split(separator).filter(Boolean) : [];
}

/** The value at a path of names and indices, undefined where there is none. */
export function valueAt(json: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((value, key) => {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    return (value as Readonly<Record<string, unknown>>)[key];
  }, json);
}

/** The list at a path, empty where there is none. */
export function listAt(json: unknown, path: string): readonly unknown[] {
  const value = valueAt(json, path);
  return Array.isArray(value) ? value : [];
}

function fits({ status, where = {}, holds }: AnswerRule, answer: Answer): boolean {
  if (status !== answer.status) return false;
  if (holds && !holds.test(answer.text)) return false;
  return Object.entries(where).every(([path, wanted]) => {
    const value = valueAt(answer.json, path);
    return Array.isArray(wanted) ? wanted.includes(value) : value === wanted;
  });
}

function unexplained(status: number): string {
  if (status >= 300 && status < 400) return 'was answered with a redirect, which is not followed';
  if (status === 429) return 'was not looked at: too many questions were asked; wait, and ask once more';
  if (status >= 500) return 'was not looked at: the issuer has trouble of its own; ask again later';
  return `was answered with status ${status}, in a way that the issuer does not document`;
}

function shownScopes(scopes: readonly unknown[], secret: readonly string[]): string[] {
  const told = scopes.filter((scope) => typeof scope === 'string' && SCOPE.test(scope) && !echoes(scope, secret));
  const unique = [...new Set(told as string[])];
  if (unique.length <= MOST_SCOPES) return unique;
  return [...unique.slice(0, MOST_SCOPES), `and ${unique.length - MOST_SCOPES} more`];
}

/** Whether a stretch of the secret stands in it, in any case: marks such as `ghp_` alone do not count. */
function echoes(scope: string, secret: readonly string[]): boolean {
  const low = scope.toLowerCase();
  for (const part of secret.map((text) => text.toLowerCase())) {
    for (let at = 0; at + SHOWN_AT_MOST < part.length; at += 1) {
      if (low.includes(part.slice(at, at + SHOWN_AT_MOST + 1))) return true;
    }
  }
  return false;
}

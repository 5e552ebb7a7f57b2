// Allowlists: which findings a rule file says are none (gitleaks, config/allowlist.go and detect/detect.go).
import { createKeywordSearch, type KeywordSearch } from '../keyword-search.ts';
import { asLatin1 } from '../text.ts';
import type { Allowlist } from './rule.ts';

/** What an allowlist is asked about; all latin1. */
interface Candidate {
  readonly secret: string;
  readonly match: string;
  /** The lines that the match stands in. */
  line(): string;
  readonly path: string | undefined;
}

/** An allowlist, ready to be asked. */
export interface Allowance {
  /** Whether it allows the whole file, whatever stands in it. */
  allowsPath(path: string | undefined): boolean;
  /** Why it allows the candidate, or undefined. */
  allows(candidate: Candidate): string | undefined;
}

/** Beyond so many stop words one search for all is quicker than a search for each. */
const MANY_STOPWORDS = 8;

/**
 * Makes an allowlist ready.
 *
 * @param onRun called before each regular expression is run
 */
export function allowanceOf(allowlist: Allowlist, onRun: () => void): Allowance {
  const { condition, paths, regexes, target } = allowlist;
  const holdsStopword = stopwordSearch(allowlist.stopwords.map(asLatin1));
  const all = condition === 'all';

  function matchesAny(list: readonly RegExp[], latin1: string): boolean {
    if (latin1 === '') return false;
    return list.some((regex) => {
      onRun();
      regex.lastIndex = 0;
      return regex.test(latin1);
    });
  }

  function pathMatches(path: string | undefined): boolean {
    return path !== undefined && matchesAny(paths, path);
  }

  return {
    allowsPath(path) {
      if (all && (regexes.length > 0 || allowlist.stopwords.length > 0)) return false;
      return pathMatches(path);
    },
    allows(candidate) {
      const tried = target === 'line' ? candidate.line() : target === 'match' ? candidate.match : candidate.secret;
      const byStopword = holdsStopword(candidate.secret);
      if (all) {
        if (paths.length > 0 && !pathMatches(candidate.path)) return undefined;
        if (regexes.length > 0 && !matchesAny(regexes, tried)) return undefined;
        if (allowlist.stopwords.length > 0 && !byStopword) return undefined;
        return 'on an allowlist';
      }
      if (byStopword) return 'holds a stop word';
      return matchesAny(regexes, tried) ? `on an allowlist for the ${target}` : undefined;
    },
  };
}

function stopwordSearch(words: readonly string[]): (latin1: string) => boolean {
  const wanted = [...new Set(words.filter((word) => word !== ''))];
  if (wanted.length === 0) return () => false;
  if (wanted.length <= MANY_STOPWORDS) {
    return (latin1) => {
      const lower = latin1.toLowerCase();
      return wanted.some((word) => lower.includes(word));
    };
  }
  // Made when it is needed: each rule asks the lists for all rules, and few rules ever find anything.
  let search: KeywordSearch | undefined;
  return (latin1) => {
    search ??= createKeywordSearch(wanted.map((word) => Buffer.from(word, 'latin1').toString('utf8')));
    return search.find(Buffer.from(latin1, 'latin1')).length > 0;
  };
}

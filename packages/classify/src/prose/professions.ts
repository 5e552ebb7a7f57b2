// Professions as titles: a line of its own (`Biomedical engineer`), or behind `as a` and the like.

import { hashOf } from './hash.ts';
import { type PhraseSet, phraseSet } from './phrase-set.ts';
import { endOf, hashOfToken, isBreak, isCapitalised, isMark, isWord, phraseBefore, type Reading } from './reading.ts';
import { JOBS } from './word-lists.ts';
import { mayHold, wordSet } from './word-set.ts';

const JOB_SET = wordSet(JOBS);
const JOB_HASHES: ReadonlySet<number> = new Set(JOBS.split(/\s*[,\n]\s*/).map(hashOf));
/** Whether a word, or its part behind the last hyphen, is a job. */
function isJob(hash: number): boolean {
  return mayHold(JOB_SET, hash) && JOB_HASHES.has(hash);
}

const AS: PhraseSet = phraseSet(
  'as, as a, as an, as the, job title, profession, occupation, position, role, works as, working as, i am a, the',
);

export interface Profession {
  readonly first: number;
  readonly last: number;
  readonly confidence: number;
}

/** Professions in a reading. */
export function findProfessions(reading: Reading): Profession[] {
  const found: Profession[] = [];
  const { leads, leadCount } = reading;
  for (let lead = 0; lead < leadCount; lead++) {
    const at = leads[lead] as number;
    if (!isWord(reading, at) || !isJob(hashOfToken(reading, at)) || reading.taken[at] !== 0) continue;
    const first = beginning(reading, at);
    const alone = (first === 0 || isBreak(reading, first - 1)) && endsLine(reading, at) && at - first < 9;
    if (alone && isCapitalised(reading, first)) found.push({ first, last: at, confidence: 0.45 });
    else if (isCapitalised(reading, first) && phraseBefore(reading, first, AS) !== undefined)
      found.push({ first, last: at, confidence: 0.4 });
  }
  return found;
}

function endsLine(reading: Reading, at: number): boolean {
  return at + 1 >= reading.count || isBreak(reading, at + 1);
}

/** The first word of a job's name: back to the line's start, or to the nearest capital. */
function beginning(reading: Reading, job: number): number {
  let first = job;
  for (let at = job; at >= 0 && job - at < 9; at--) {
    if (isBreak(reading, at)) break;
    if (isWord(reading, at)) first = at;
    else if (!isMark(reading, at, ',') && !isMark(reading, at, '-')) break;
    if (isCapitalised(reading, at) && endOf(reading, at) > 0 && at !== job) break;
    if (isCapitalised(reading, job)) break;
  }
  return first;
}

// Professions as titles: a line of its own (`Biomedical engineer`), or behind `as a` and the like.

import { type PhraseSet, phraseSet } from './phrase-set.ts';
import { endOf, isBreak, isCapitalised, isMark, isWord, phraseBefore, type Reading } from './reading.ts';
import { hashOf } from './vocabulary.ts';

/** The last word of a job's name in English. */
const JOB_WORDS = `manager, engineer, technician, operator, clerk, specialist, consultant, director, attendant, assistant, officer, analyst,
developer, designer, accountant, auditor, nurse, midwife, teacher, professor, lecturer, librarian, architect, administrator,
coordinator, supervisor, inspector, instructor, mechanic, electrician, plumber, carpenter, painter, driver, pilot, captain, chef,
cook, baker, butcher, waiter, waitress, bartender, cashier, salesperson, representative, agent, broker, planner, strategist,
producer, editor, writer, author, journalist, reporter, photographer, cinematographer, musician, singer, actor, actress, dancer,
artist, lawyer, attorney, paralegal, judge, physician, doctor, surgeon, dentist, pharmacist, therapist, psychologist, psychiatrist,
counselor, counsellor, radiographer, echocardiographer, sonographer, optician, optometrist, veterinarian, biologist, chemist,
physicist, geologist, economist, statistician, mathematician, scientist, researcher, programmer, tester, webmaster, secretary,
receptionist, typist, bookkeeper, teller, underwriter, actuary, appraiser, guard, firefighter, detective, soldier, sergeant,
worker, laborer, labourer, helper, handler, packer, loader, installer, repairer, assembler, fabricator, machinist, welder, farmer,
gardener, fisher, miner, driller, roofer, mason, tailor, hairdresser, barber, cosmetologist, cleaner, janitor, housekeeper, nanny,
caretaker, distributor, dispatcher, fumigator, surveyor, drafter, translator, interpreter, curator, archivist, conductor, composer,
minister, priest, trainer, coach, referee, executive, founder, president, chairman, ceo, cto, cfo, liaison, facilitator,
orchestrator, associate, trader, buyer, merchandiser, estimator, conservator, ranger, technologist, dietitian, nutritionist,
paramedic, hygienist, podiatrist, chiropractor, audiologist, geographer, historian, sociologist, anthropologist, archaeologist,
astronomer, meteorologist, hydrologist, forester, logger, rancher, trapper, hunter`;
const JOBS: ReadonlySet<number> = new Set(
  JOB_WORDS.split(/\s*[,\n]\s*/).flatMap((job) => [hashOf(job), hashOf(`${job}s`)]),
);
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
  for (let at = 0; at < reading.tokens.count; at++) {
    if (!isWord(reading, at) || !JOBS.has(reading.tokens.hash[at] as number) || reading.taken[at] !== 0) continue;
    const first = beginning(reading, at);
    const alone = (first === 0 || isBreak(reading, first - 1)) && endsLine(reading, at) && at - first < 9;
    if (alone && isCapitalised(reading, first)) found.push({ first, last: at, confidence: 0.45 });
    else if (isCapitalised(reading, first) && phraseBefore(reading, first, AS) !== undefined)
      found.push({ first, last: at, confidence: 0.4 });
  }
  return found;
}

function endsLine(reading: Reading, at: number): boolean {
  return at + 1 >= reading.tokens.count || isBreak(reading, at + 1);
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

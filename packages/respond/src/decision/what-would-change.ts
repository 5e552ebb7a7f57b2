// Which facts, once known or once different, would change what has to be done.
import {
  type Alternative,
  type CompleteFacts,
  completeFacts,
  type DecidingFact,
  openFacts,
  type Turn,
  turned,
} from '../facts/completion.ts';
import { knownValue } from '../facts/fact.ts';
import type { BreachFacts } from '../facts/facts.ts';
import { riskOf } from './decide.ts';
import { RISK_LEVELS, type RiskLevel } from './risk.ts';

/** A known fact that would change the answer if it were otherwise. */
export interface Change {
  readonly fact: Alternative;
  /** As in `if the data could be read by others`. */
  readonly condition: string;
  readonly risk: RiskLevel;
}

/** An unknown fact, and how much of the risk hangs on it: from 0 to 2 steps, on average over what else is not known. */
export interface Weight {
  readonly fact: DecidingFact;
  readonly steps: number;
}

const CONDITIONS: Readonly<Record<Alternative, Readonly<Record<Turn, string>>>> = {
  intent: { least: 'it was a mistake and nobody meant it', most: 'somebody did it on purpose' },
  exfiltration: {
    least: 'it were shown that nobody took or saw the data',
    most: 'it turned out that the data was taken',
  },
  unintelligible: {
    least: 'the data were strongly encrypted and the key safe',
    most: 'others could read the data, as when the key is taken too',
  },
  backup: { least: 'there were a backup', most: 'there were no backup' },
  restoreHours: { least: 'everything had been back at once', most: 'the data did not come back' },
  serviceImpact: { least: 'people had missed nothing', most: 'people came to grave harm by the outage' },
  ongoing: { least: 'it were over', most: 'it still went on' },
  recipients: { least: 'nobody had received it', most: 'everybody could get it' },
  recipientsTrusted: {
    least: 'the recipients were bound to secrecy and trusted',
    most: 'the recipients could not be trusted',
  },
  deletionConfirmed: {
    least: 'all recipients confirmed that they deleted it',
    most: 'the recipients did not confirm that they deleted it',
  },
  persons: { least: 'it concerned one person', most: 'it concerned very many people' },
  specialCategories: {
    least: 'nothing in it told of health, beliefs, sex life, origin or offences',
    most: 'it told of health, beliefs, sex life, origin or offences',
  },
  nationalId: {
    least: 'no national identification number were in it',
    most: 'national identification numbers were in it',
  },
  paymentData: { least: 'nothing in it could be used to pay', most: 'it held data with which one can pay' },
  credentials: { least: 'passwords had been strongly hashed', most: 'passwords or keys were in it in plain text' },
  vulnerablePersons: {
    least: 'no vulnerable people were concerned',
    most: 'children, patients or other vulnerable people were concerned',
  },
  identityTheftPossible: {
    least: 'nobody could pose as these people with it',
    most: 'somebody could pose as these people with it',
  },
};

const ALTERNATIVES = Object.keys(CONDITIONS) as readonly Alternative[];

/** Ways in which the rest can turn out that are looked at for each open fact. */
const SAMPLE = 64;

/**
 * The known facts of which one alone would change the answer.
 *
 * @param facts without contradictions; where the answer is open, nothing is named, since it is for open facts to decide
 */
export function whatWouldChange(facts: BreachFacts): readonly Change[] {
  const [least, most] = [completeFacts(facts, 'least'), completeFacts(facts, 'most')];
  const risk = riskOf(least);
  if (risk !== riskOf(most)) return [];
  return ALTERNATIVES.flatMap((fact) =>
    (['least', 'most'] as const).flatMap((turn): Change[] => {
      const [low, high] = [riskOf(turned(least, fact, turn)), riskOf(turned(most, fact, turn))];
      // A turn for the better that makes it worse is no possible one: data that was taken has a recipient.
      const isPossible = turn === 'least' ? rankOf(low) < rankOf(risk) : rankOf(low) > rankOf(risk);
      return low === high && isPossible ? [{ fact, condition: CONDITIONS[fact][turn], risk: low }] : [];
    }),
  );
}

function rankOf(level: RiskLevel): number {
  return RISK_LEVELS.indexOf(level);
}

/** The open facts by how much of the risk hangs on them, the most decisive first. */
export function decisiveOpenFacts(facts: BreachFacts): readonly Weight[] {
  const bounds = { least: widest(facts, 'least'), most: widest(facts, 'most') };
  const open = openFacts(bounds.least, bounds.most);
  return open
    .map((fact) => ({ fact, steps: meanEffect(fact, open, bounds) }))
    .filter(({ steps }) => steps > 0)
    .sort((a, b) => b.steps - a.steps);
}

/** What cannot be told now may still be ruled out or proved one day. */
function widest(facts: BreachFacts, turn: Turn): CompleteFacts {
  const complete = completeFacts(facts, turn);
  const isSettled = ['ruled-out', 'proved'].includes(knownValue(facts.exfiltration) ?? '');
  return isSettled ? complete : turned(complete, 'exfiltration', turn);
}

/** The mean step of the risk between the two turns of a fact, over a fixed sample of the turns of all other open facts. */
function meanEffect(
  fact: DecidingFact,
  open: readonly DecidingFact[],
  bounds: Readonly<Record<Turn, CompleteFacts>>,
): number {
  let steps = 0;
  for (let i = 0; i < SAMPLE; i += 1) {
    const rest = open.reduce(
      (mixed, name, place) => taken(mixed, name, bounds[isMost(i, place) ? 'most' : 'least']),
      bounds.least,
    );
    const rank = (turn: Turn) => rankOf(riskOf(taken(rest, fact, bounds[turn])));
    steps += rank('most') - rank('least');
  }
  return steps / SAMPLE;
}

/** A fixed, even mixture: one bit of the mixed pair of numbers (the finaliser of MurmurHash3). */
function isMost(sample: number, place: number): boolean {
  let bits = (sample + 1) * 0x9e3779b1 + (place + 1) * 0x85ebca77;
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return ((bits ^ (bits >>> 16)) & 1) === 1;
}

function taken(facts: CompleteFacts, name: DecidingFact, from: CompleteFacts): CompleteFacts {
  return { ...facts, [name]: from[name] };
}

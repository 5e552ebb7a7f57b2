// Makes the plan from what is known: the facts, their assessment, and the stores that a scan found open.
import type { Assessment } from '../../assessment.ts';
import { knownValue } from '../../facts/fact.ts';
import type { BreachFacts } from '../../facts/facts.ts';
import { containTasks } from './contain-tasks.ts';
import { dutyTasks } from './duty-tasks.ts';
import type { ExposedStore } from './exposed-store.ts';
import { keyOrder, keysFound } from './key-order.ts';
import { type ActionPlan, DECIDE, PHASES, type PhaseId, type PlanTask } from './plan.ts';

export interface PlanOptions {
  /** The moment for which it is, RFC 3339. */
  readonly now: string;
  /** From `exposedStores`; where there are none, the plan speaks of the store that is exposed. */
  readonly stores?: readonly ExposedStore[];
}

const NIST = { name: 'NIST SP 800-61r3', url: 'https://csrc.nist.gov/pubs/sp/800/61/r3/final' };
const GUIDELINES = {
  name: 'EDPB Guidelines 9/2022',
  url: 'https://www.edpb.europa.eu/our-work-tools/our-documents/guidelines/guidelines-92022-personal-data-breach-notification-under_en',
};

/** @param facts without what contradicts itself, as in `settleFacts` */
export function planFor(facts: BreachFacts, assessment: Assessment, options: PlanOptions): ActionPlan {
  const { now, stores = [] } = options;
  const tasks = [
    ...openTasks(facts),
    ...containTasks(stores),
    ...rotateTasks(facts),
    ...scopeTasks(stores),
    assessTask(assessment),
    ...dutyTasks(assessment),
    ...learnTasks(),
  ];
  const order = Object.keys(PHASES) as PhaseId[];
  return {
    schema: 'vigie.plan/1',
    now,
    tasks: tasks.toSorted((a, b) => order.indexOf(a.phase) - order.indexOf(b.phase)),
    notDecided: assessment.regimes.filter(({ applies }) => applies === 'unknown').map(({ title }) => title),
  };
}

function openTasks(facts: BreachFacts): PlanTask[] {
  const aware = knownValue(facts.aware);
  return [
    {
      id: 'open/case',
      phase: 'open',
      title: 'Open the case, name who sits on which seat, and start the log',
      owner: 'responder',
      due: 'at once',
      owed: 'yes',
      why: 'Whoever decides later has to see who knew what, and when; also where in the end nothing has to be notified.',
      how: [
        'Name one person for each role and a deputy; let in only who is needed.',
        'Write down each step with its moment and who took it, from now on.',
      ],
      references: [NIST],
    },
    {
      id: 'open/awareness',
      phase: 'open',
      title:
        aware === undefined
          ? 'Write down since when you are aware, and why'
          : `Confirm that you became aware at ${aware}`,
      owner: 'dpo',
      due: 'at once',
      owed: 'yes',
      why: 'The clocks of the law run from the moment of reasonable certainty that personal data was compromised.',
      how: [
        'State the first sign, who saw it, when it was looked into, and when you were reasonably certain.',
        ...(aware === undefined
          ? ['Give it to Vigie with --aware, or as the fact `aware`: the deadlines follow.']
          : []),
      ],
      references: [{ ...GUIDELINES, article: 'GDPR 33(1)' }],
    },
  ];
}

function rotateTasks(facts: BreachFacts): PlanTask[] {
  const kinds = knownValue(facts.kinds)?.map(({ kind }) => kind) ?? [];
  const common = {
    phase: 'rotate',
    owner: 'engineer',
    due: 'at once, after it is closed',
    owed: 'yes',
    references: [NIST],
  } as const;
  const found = keysFound(kinds);
  if (found.length > 0) {
    return found.map(({ group, kinds: which }) => ({
      ...common,
      id: `rotate/${group.id}`,
      title: `Change: ${group.what}`,
      why: `They open ${group.opens}.`,
      how: [
        `Found: ${which.join(', ')}.`,
        'Make the new one, put it in place, then withdraw the old one; look in the log of the service for use of the old one by strangers.',
      ],
    }));
  }
  if (knownValue(facts.credentials) === 'none') return [];
  return [
    {
      ...common,
      id: 'rotate/all',
      title: 'Look for keys and passwords in it, and change them in the order of what they open',
      owed: 'unknown',
      why: 'A key that strangers have read opens the next door, closed store or not.',
      how: keyOrder(),
    },
  ];
}

function scopeTasks(stores: readonly ExposedStore[]): PlanTask[] {
  const common = {
    phase: 'scope',
    due: 'within hours: the assessment needs it',
    owed: 'yes',
    references: [NIST],
  } as const;
  const perhapsWritten = stores.length === 0 || stores.some(({ write }) => write !== 'no');
  const tasks: PlanTask[] = [
    {
      ...common,
      id: 'scope/who',
      title: 'Find out who connected, and since when they could',
      owner: 'responder',
      why: 'Whether strangers had the data decides on risk and on whom to tell.',
      how: [
        'From the saved logs list the addresses that connected; set apart your own and those of known scanners.',
        'Find the change that opened it (deployment, firewall, policy): it was open from then on at the latest.',
        'Where no log reaches back that far, say so: no record is no proof that nobody came.',
      ],
    },
    {
      ...common,
      id: 'scope/what',
      title: 'Find out what was read or taken',
      owner: 'responder',
      why: 'It decides between a risk and a high risk, and what the letters have to say.',
      how: [
        'For each foreign address add up queries, rows and bytes; compare bytes out of the network with the size of the data.',
        'Give each finding a certainty: proved, likely, possible.',
      ],
    },
    {
      ...common,
      id: 'scope/whose',
      title: 'Find out whose data it is, how many people, and in which countries',
      owner: 'dpo',
      why: 'Numbers and countries stand in every notification, and decide which authorities there are.',
      how: [
        'vigie scan --classify counts people and kinds of data; add what only your records know (countries, children, customers of customers).',
      ],
    },
  ];
  const changed: PlanTask = {
    ...common,
    id: 'scope/changed',
    title: 'Find out whether anything was changed or planted',
    owner: 'engineer',
    why: 'What strangers may write they may have altered, deleted, or used to get onto the host.',
    how: [
      'Compare with a backup from before; look for new users, jobs, functions, files and notes that ask for money.',
    ],
  };
  return perhapsWritten ? [...tasks, changed] : tasks;
}

/** Questions that stand in the task; the assessment has all of them. */
const QUESTIONS = 6;

function assessTask({ toFindOut, decision, duties }: Assessment): PlanTask {
  const first = duties.find(({ due }) => /^\d{4}-/.test(due));
  const asked = toFindOut.slice(0, QUESTIONS).map(({ ask }) => ask);
  return {
    id: DECIDE,
    phase: 'assess',
    title: 'Assess the risk to people, and decide whom to tell',
    owner: 'dpo',
    due: first === undefined ? 'within a day' : `before ${first.due}`,
    owed: 'yes',
    why: decision.reasons[0]?.says ?? 'Nothing decides it yet.',
    how: [
      ...(asked.length === 0 ? [] : [`Find out, the most decisive first: ${asked.join(' ')}`]),
      'Run vigie assess again with the answers; management decides, and the reasons go into the register, dissent too.',
      'In doubt, notify: a notification can be completed or withdrawn later.',
    ],
    references: [GUIDELINES],
  };
}

function learnTasks(): PlanTask[] {
  const common = { phase: 'learn', owed: 'yes', references: [NIST] } as const;
  return [
    {
      ...common,
      id: 'learn/watch',
      title: 'Watch the store, the keys and the web for what comes after',
      owner: 'responder',
      due: 'for weeks after it is closed',
      why: 'Data that was taken turns up later, and so do second doors.',
      how: ['Scan the same networks on a schedule; alarm on use of withdrawn keys; note every message about the data.'],
    },
    {
      ...common,
      id: 'learn/review',
      title: 'Review what happened without blame, and change what let it happen',
      owner: 'management',
      due: 'within two weeks of closing it',
      why: 'Authorities ask for the measures that keep it from happening again, and so will the people concerned.',
      how: [
        'Go through the log; write causes, what worked, what was late; each measure gets an owner and a day.',
        'Close the entry in the register.',
      ],
    },
  ];
}

// What people decided about a case: whom to tell, with reasons, the officer's opinion and dissent. A later ruling stands beside the earlier.
import type { Selectable } from 'kysely';
import type { RecordsDatabase } from '../records/database.ts';
import type { CaseTables } from '../records/tables/cases.ts';
import type { Room } from '../room.ts';
import { assessedCase } from './assessed-case.ts';
import type { CaseChange } from './change-case.ts';
import { readFacts } from './facts/fact-book.ts';
import { opened, sealed } from './sealed.ts';
import { type Answer, answerOf } from './summary.ts';

export const RULED_ABOUT = ['authority', 'people'] as const;
export const RULED_ANSWERS = ['yes', 'no', 'undecided'] as const;

interface RulingReasons {
  readonly because: string;
  /** What the data protection officer thinks of it (GDPR Articles 38 and 39). */
  readonly opinion?: string | undefined;
  /** What somebody holds against it. */
  readonly dissent?: string | undefined;
}

export interface NewRuling extends RulingReasons {
  readonly about: (typeof RULED_ABOUT)[number];
  readonly answer: (typeof RULED_ANSWERS)[number];
}

export interface Ruling extends NewRuling {
  readonly id: string;
  readonly at: Date;
  readonly accountId: string;
  /** What the facts said at that moment. */
  readonly assessed: Answer;
}

const DECISIONS = { authority: 'notify-authority', people: 'communicate-to-persons' } as const;
const ARTICLES = { authority: 'gdpr/33', people: 'gdpr/34' } as const;

export async function rule(change: CaseChange, ruling: NewRuling): Promise<string> {
  const { trx, room, row, actor, tell } = change;
  const { about, answer, because, opinion, dissent } = ruling;
  const { assessment } = assessedCase(await readFacts(trx, room, row.id), room.clock.now());
  const { notifyAuthority, communicateToPersons } = assessment.decision;
  const id = room.newId();
  const reasons: RulingReasons = { because, opinion, dissent };
  await room.evidence.write({
    type: 'decision',
    author: actor.accountId,
    payload: {
      subject: row.id,
      decision: `${DECISIONS[about]}/${answer}`,
      basis: ARTICLES[about],
      reason: room.evidence.commitment(JSON.stringify(reasons)),
    },
  });
  await trx
    .insertInto('case_ruling')
    .values({
      id,
      case_id: row.id,
      at: room.clock.now(),
      account_id: actor.accountId,
      about,
      answer,
      reasons: sealed(room.vault, reasons, 'case/ruling'),
      assessed: answerOf(about === 'authority' ? notifyAuthority : communicateToPersons),
    })
    .execute();
  const whom = about === 'authority' ? 'the authority' : 'the people';
  await tell({ what: 'ruling', detail: `tell ${whom}: ${answer}; ${because}`, about: { about, answer } });
  return id;
}

type RulingRow = Selectable<CaseTables['case_ruling']>;

/** The newest first. */
export async function rulingsOf(
  db: RecordsDatabase,
  { vault }: Pick<Room, 'vault'>,
  caseIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Ruling[]>> {
  if (caseIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('case_ruling')
    .selectAll()
    .where('case_id', 'in', caseIds)
    .orderBy('id', 'desc')
    .execute();
  const byCase = Map.groupBy(rows, ({ case_id }) => case_id);
  return new Map([...byCase].map(([id, all]) => [id, all.map((row) => rulingOf(vault, row))]));
}

function rulingOf(vault: Room['vault'], { id, at, account_id, about, answer, assessed, reasons }: RulingRow): Ruling {
  return {
    id,
    at,
    accountId: account_id,
    about,
    answer,
    assessed,
    ...opened<RulingReasons>(vault, reasons, 'case/ruling'),
  };
}

// A case as a record of the register of Article 33(5): facts, effects, remedial action, what was decided, by whom and why.
import { changedRecord, newRecord, type RegisterRecord, type SentNotice } from '@vigie/respond';
import type { Room } from '../../room.ts';
import { namesOf } from '../accounts.ts';
import { assessmentOf } from '../assessed-case.ts';
import { referenceOf } from '../case-reference.ts';
import type { CaseRow } from '../change-case.ts';
import { KINDS } from '../notices/kinds.ts';
import { type Ruling, rulingsOf } from '../rulings.ts';
import { opened } from '../sealed.ts';
import { toldOf } from '../told.ts';

export interface CaseRecord {
  readonly caseId: string;
  readonly version: number;
  readonly writtenAt: Date;
  readonly record: RegisterRecord;
}

/** Records of these cases, in their order. */
export async function caseRecords(room: Room, rows: readonly CaseRow[]): Promise<readonly CaseRecord[]> {
  const ids = rows.map(({ id }) => id);
  const rulings = await rulingsOf(room.records, room, ids);
  const sent = await sentNotices(room, ids);
  const written = await lastEvents(room, ids);
  const name = await namesOf(
    room.records,
    [...rulings.values()].flat().map(({ accountId }) => accountId),
  );
  return Promise.all(
    rows.map(async (row) => {
      const { settled, assessment } = await assessmentOf(room, row.id, row.facts_version);
      const { effects, remedialAction } = toldOf(room, row.told);
      const title = opened<string>(room.vault, row.name, 'case/name');
      const record = changedRecord(newRecord(referenceOf(row), title), {
        state: row.state,
        facts: settled,
        assessed: { assessment, at: room.clock.now().toISOString() },
        effects,
        remedialAction,
        decision: decisionOf(rulings.get(row.id) ?? [], (id) => name(id).name),
        notices: sent.get(row.id) ?? [],
      });
      return { caseId: row.id, version: row.version, writtenAt: written.get(row.id) ?? row.opened_at, record };
    }),
  );
}

/** The last ruling on each question; reasons of both, with opinion and dissent. */
function decisionOf(rulings: readonly Ruling[], name: (id: string) => string): Partial<RegisterRecord['decision']> {
  const authority = rulings.find(({ about }) => about === 'authority');
  const people = rulings.find(({ about }) => about === 'people');
  const last = [authority, people].flatMap((ruling) => (ruling === undefined ? [] : [ruling]));
  const [newest] = last.toSorted((a, b) => b.at.getTime() - a.at.getTime());
  if (newest === undefined) return {};
  return {
    notifyAuthority: authority?.answer ?? 'undecided',
    communicateToPersons: people?.answer ?? 'undecided',
    reasons: last.flatMap(reasonsOf).join('\n'),
    decidedBy: [...new Set(last.map(({ accountId }) => name(accountId)))].join(', '),
    decidedAt: newest.at.toISOString(),
  };
}

function reasonsOf({ because, opinion, dissent }: Ruling): string[] {
  return [
    because,
    ...(opinion === undefined ? [] : [`Data protection officer: ${opinion}`]),
    ...(dissent === undefined ? [] : [`Dissent: ${dissent}`]),
  ];
}

async function sentNotices({ records, vault }: Room, ids: readonly string[]) {
  if (ids.length === 0) return new Map<string, SentNotice[]>();
  const rows = await records
    .selectFrom('notice')
    .innerJoin('notice_receipt', 'notice_receipt.notice_id', 'notice.id')
    .leftJoin('case_clock', 'case_clock.met_by', 'notice.id')
    .select(['notice.id', 'notice.case_id', 'notice.kind', 'notice.letter_group', 'filed_at', 'reference', 'recipient'])
    .where('notice.case_id', 'in', ids)
    .orderBy('filed_at')
    .execute();
  // A notice may have met several clocks of one duty: it was sent once.
  const once = [...new Map(rows.map((row) => [row.id, row])).values()];
  const byCase = Map.groupBy(once, ({ case_id }) => case_id);
  const sentOf = (row: (typeof rows)[number]): SentNotice => ({
    notice: ARTICLE[KINDS[row.kind].meets],
    to: row.recipient ?? row.letter_group ?? TO[KINDS[row.kind].meets],
    at: row.filed_at.toISOString(),
    reference: opened<string>(vault, row.reference, 'notice/receipt'),
  });
  return new Map([...byCase].map(([id, all]) => [id, all.map(sentOf)]));
}

const ARTICLE = { '33(1)': 'article-33', '33(2)': 'article-33-2', '34(1)': 'article-34' } as const;
const TO = { '33(1)': 'supervisory authority', '33(2)': 'customers', '34(1)': 'people concerned' } as const;

async function lastEvents({ records }: Room, ids: readonly string[]): Promise<ReadonlyMap<string, Date>> {
  if (ids.length === 0) return new Map();
  const rows = await records
    .selectFrom('case_event')
    .select((eb) => ['case_id', eb.fn.max('at').as('at')])
    .where('case_id', 'in', ids)
    .groupBy('case_id')
    .execute();
  return new Map(rows.map(({ case_id, at }) => [case_id, at]));
}

// Cases as people see them, many at once: rows with their stores, seats, clocks, awareness and rulings.
import type { Selectable } from 'kysely';
import type { RecordsDatabase } from '../records/database.ts';
import { type CaseTables, SEATS, type Seat } from '../records/tables/cases.ts';
import type { Room } from '../room.ts';
import { namesOf, type PersonName } from './accounts.ts';
import { referenceOf } from './case-reference.ts';
import type { CaseRow } from './change-case.ts';
import { type ClockRow, type ClockState, remainingSeconds, stateOf } from './clocks/clock-state.ts';
import type { FactEntry } from './facts/fact-book.ts';
import { type Ruling, rulingsOf } from './rulings.ts';
import { opened } from './sealed.ts';
import type { CaseSummary } from './summary.ts';
import { toldOf } from './told.ts';

interface ClockView {
  readonly id: string;
  readonly dutyId: string;
  readonly regime: string;
  readonly article: string;
  readonly to: string;
  readonly what: string;
  readonly owed: 'yes' | 'unknown';
  readonly dueAt: Date;
  readonly latestAt?: Date;
  readonly remainingSeconds: number;
  readonly state: ClockState;
  readonly metBy?: string;
}

interface SeatView {
  readonly seat: Seat;
  readonly holder?: PersonName;
  readonly deputy?: PersonName;
}

interface RuledView {
  readonly answer: Ruling['answer'];
  readonly by: PersonName;
  readonly at: Date;
}

export async function caseViews(room: Room, rows: readonly CaseRow[]) {
  if (rows.length === 0) return [];
  const around = await readAround(room, rows);
  return rows.map((row) => caseView(room, row, around));
}

type Around = Awaited<ReturnType<typeof readAround>>;

/** What stands around these cases, each read once for all. */
async function readAround(room: Room, rows: readonly CaseRow[]) {
  const { records } = room;
  const ids = rows.map(({ id }) => id);
  const stores = await records
    .selectFrom('case_store')
    .select(['case_id', 'store_id', 'address', 'port', 'product'])
    .where('case_id', 'in', ids)
    .orderBy('added_at')
    .execute();
  const seats = await records.selectFrom('case_seat').selectAll().where('case_id', 'in', ids).execute();
  const clocks = await records
    .selectFrom('case_clock')
    .selectAll()
    .where('case_id', 'in', ids)
    .where('due_at', 'is not', null)
    .orderBy('due_at')
    .execute();
  const rulings = await rulingsOf(records, room, ids);
  const name = await namesOf(records, [
    ...rows.map(({ opened_by }) => opened_by),
    ...seats.map(({ account_id }) => account_id),
    ...[...rulings.values()].flat().map(({ accountId }) => accountId),
  ]);
  return {
    stores: Map.groupBy(stores, ({ case_id }) => case_id),
    seats: Map.groupBy(seats, ({ case_id }) => case_id),
    clocks: Map.groupBy(clocks, ({ case_id }) => case_id),
    aware: await awareOf(records, room, ids),
    rulings,
    name,
  };
}

function caseView(room: Room, row: CaseRow, { stores, seats, clocks, aware, rulings, name }: Around) {
  const now = room.clock.now();
  const told = toldOf(room, row.told);
  const places = stores.get(row.id) ?? [];
  const seated = SEATS.map((seat) => seatView(seat, seats.get(row.id) ?? [], name));
  const holder = (wanted: Seat) => seated.find(({ seat }) => seat === wanted)?.holder;
  const [commander, officer] = [holder('commander'), holder('officer')];
  return {
    id: row.id,
    reference: referenceOf(row),
    name: opened<string>(room.vault, row.name, 'case/name'),
    codename: row.codename,
    state: row.state,
    limited: row.limited,
    openedAt: row.opened_at,
    openedBy: name(row.opened_by),
    ...(row.closed_at === null ? {} : { closedAt: row.closed_at }),
    ...(told.closedBecause === undefined ? {} : { closedBecause: told.closedBecause }),
    ...(aware.has(row.id) ? { aware: aware.get(row.id) } : {}),
    stores: places.flatMap(({ store_id }) => (store_id === null ? [] : [store_id])),
    places: places.map(({ store_id, address, port, product }) => ({
      ...(store_id === null ? {} : { storeId: store_id }),
      address,
      port,
      product,
    })),
    ...(commander === undefined ? {} : { commander }),
    ...(officer === undefined ? {} : { officer }),
    seats: seated,
    severity: row.summary.severity,
    decision: decisionView(row.summary, rulings.get(row.id) ?? [], name),
    clocks: (clocks.get(row.id) ?? []).flatMap((one) => clockView(one, now)),
    effects: [...told.effects],
    remedialAction: [...told.remedialAction],
    factsVersion: row.facts_version,
    version: row.version,
  };
}

type SeatRow = Selectable<CaseTables['case_seat']>;

function seatView(seat: Seat, rows: readonly SeatRow[], name: (id: string) => PersonName): SeatView {
  const holder = rows.find((row) => row.seat === seat && !row.deputy)?.account_id;
  const deputy = rows.find((row) => row.seat === seat && row.deputy)?.account_id;
  return {
    seat,
    ...(holder === undefined ? {} : { holder: name(holder) }),
    ...(deputy === undefined ? {} : { deputy: name(deputy) }),
  };
}

function decisionView({ decision }: CaseSummary, rulings: readonly Ruling[], name: (id: string) => PersonName) {
  const view = (about: Ruling['about']) => {
    const last = rulings.find((one) => one.about === about);
    const ruled: RuledView | undefined = last && { answer: last.answer, by: name(last.accountId), at: last.at };
    return { ...decision[about], ...(ruled === undefined ? {} : { ruled }) };
  };
  return { authority: view('authority'), people: view('people') };
}

/** Clocks without a time are among the duties of the assessment. */
function clockView(row: ClockRow, now: Date): ClockView[] {
  const remaining = remainingSeconds(row, now);
  if (row.due_at === null || remaining === undefined) return [];
  return [
    {
      id: row.id,
      dutyId: row.duty_id,
      regime: row.regime,
      article: row.article,
      to: row.recipient,
      what: row.what,
      owed: row.owed,
      dueAt: row.due_at,
      ...(row.latest_at === null ? {} : { latestAt: row.latest_at }),
      remainingSeconds: remaining,
      state: stateOf(row, now),
      ...(row.met_by === null ? {} : { metBy: row.met_by }),
    },
  ];
}

interface AwareView {
  readonly at: string;
  readonly by: string;
  readonly why: string;
}

/** Awareness is a fact like others: whoever changes the fact changes it. */
async function awareOf(
  db: RecordsDatabase,
  { vault }: Pick<Room, 'vault'>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, AwareView>> {
  const rows = await db
    .selectFrom('case_fact')
    .select(['case_id', 'sealed'])
    .distinctOn('case_id')
    .where('case_id', 'in', ids)
    .where('name', '=', 'aware')
    .orderBy('case_id')
    .orderBy('version', 'desc')
    .execute();
  return new Map(
    rows.flatMap(({ case_id, sealed: text }): [string, AwareView][] => {
      const { value, by = '', note = '' } = opened<FactEntry>(vault, text, 'case/fact');
      if (typeof value !== 'string') return [];
      return [[case_id, { at: new Date(value.replace(/\[.*$/, '')).toISOString(), by, why: note }]];
    }),
  );
}

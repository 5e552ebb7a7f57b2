// Time figures: how long doors stand open, and how long it takes to see, to assign and to close what stands open. In seconds.
import { sql } from 'kysely';
import type { RecordsDatabase } from '../records/database.ts';

interface Span {
  readonly median: number;
  readonly p90: number;
  readonly count: number;
}

export interface Figures {
  /** Of stores that stand open: for how long at least, since they were first seen so. */
  readonly openSinceLatest: Span;
  /** From when the door was last seen shut until it was seen open: it took that long at most. Of findings where both were seen. */
  readonly detect: Span;
  /** From a finding to somebody who has it. */
  readonly assign: Span;
  /** From a finding to its mending. */
  readonly close: Span;
}

export async function figuresOf(records: RecordsDatabase, now: Date): Promise<Figures> {
  const { rows } = await sql<Record<string, number | null>>`
    SELECT ${spans('open')}, ${spans('detect')}, ${spans('assign')}, ${spans('close')} FROM (
      SELECT extract(epoch FROM ${now}::timestamptz - open_since) AS open, NULL::numeric AS detect, NULL::numeric AS assign,
        NULL::numeric AS close
      FROM store WHERE watched AND open_since IS NOT NULL AND verdict IN ('open', 'partial')
      UNION ALL
      SELECT NULL, extract(epoch FROM opened_seen_at - closed_before_open_at), NULL, NULL
      FROM store WHERE watched AND opened_seen_at IS NOT NULL AND closed_before_open_at IS NOT NULL
      UNION ALL
      SELECT NULL, NULL, extract(epoch FROM assigned_at - first_seen_at), extract(epoch FROM mended_at - first_seen_at)
      FROM finding WHERE watched
    ) AS times`.execute(records);
  const [row = {}] = rows;
  const span = (name: string): Span => ({
    median: Number(row[`${name}_median`] ?? 0),
    p90: Number(row[`${name}_p90`] ?? 0),
    count: Number(row[`${name}_count`] ?? 0),
  });
  return { openSinceLatest: span('open'), detect: span('detect'), assign: span('assign'), close: span('close') };
}

function spans(name: 'open' | 'detect' | 'assign' | 'close') {
  const column = sql.ref(name);
  return sql`
    percentile_cont(0.5) WITHIN GROUP (ORDER BY ${column}) AS ${sql.ref(`${name}_median`)},
    percentile_cont(0.9) WITHIN GROUP (ORDER BY ${column}) AS ${sql.ref(`${name}_p90`)},
    count(${column}) AS ${sql.ref(`${name}_count`)}`;
}

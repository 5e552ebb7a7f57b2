// Where in a statement a token stands: in which clause, and whether what stands there decides over rows. A value that an application puts into
// a statement stands in such a place, and so does whatever breaks out of it.
import type { Token } from '../tokens.ts';

type Clause = 'select' | 'from' | 'condition' | 'order' | 'values' | 'other';

export interface Place {
  readonly clause: Clause;
  /** In a condition, an order or new values, itself or a query around it. */
  readonly decides: boolean;
}

interface Frame {
  clause: Clause;
  readonly isWithinDeciding: boolean;
}

/** Deeper than people nest; what is deeper counts as where the last known one is. */
const MAX_DEPTH = 256;
const DECIDING: ReadonlySet<Clause> = new Set(['condition', 'order', 'values']);
const CLAUSES: ReadonlyMap<string, Clause> = new Map(
  Object.entries({
    SELECT: 'select',
    RETURNING: 'select',
    FROM: 'from',
    JOIN: 'from',
    USING: 'from',
    WHERE: 'condition',
    PREWHERE: 'condition',
    HAVING: 'condition',
    ON: 'condition',
    LIMIT: 'order',
    OFFSET: 'order',
    ORDER: 'order',
    GROUP: 'order',
    VALUES: 'values',
    UNION: 'other',
    EXCEPT: 'other',
    INTERSECT: 'other',
    SETTINGS: 'other',
  } satisfies Record<string, Clause>),
);
const STARTS = new Set(['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'REPLACE', 'WITH']);

/** @param tokens of one statement @returns a place for each of them */
export function placesOf(tokens: readonly Token[]): readonly Place[] {
  const frames: Frame[] = [{ clause: 'other', isWithinDeciding: false }];
  // What other verbs hold (GRANT … ON, CREATE TABLE … FROM) decides over no rows.
  const isRead = STARTS.has(tokens.find(({ kind }) => kind === 'word')?.word ?? '');
  const isUpdate = tokens.some(({ word }) => word === 'UPDATE');
  let tooDeep = 0;
  return tokens.map((token) => {
    const frame = frames.at(-1) as Frame;
    const clause = token.kind === 'word' ? clauseOf(token.word, isUpdate) : undefined;
    if (clause !== undefined) frame.clause = clause;
    const place = { clause: frame.clause, decides: isRead && (frame.isWithinDeciding || DECIDING.has(frame.clause)) };
    if (token.text === '(') {
      if (frames.length < MAX_DEPTH)
        frames.push({ clause: frame.clause === 'from' ? 'from' : 'other', isWithinDeciding: place.decides });
      else tooDeep += 1;
    } else if (token.text === ')') {
      if (tooDeep > 0) tooDeep -= 1;
      else if (frames.length > 1) frames.pop();
    }
    return place;
  });
}

function clauseOf(word: string, isUpdate: boolean): Clause | undefined {
  return word === 'SET' ? (isUpdate ? 'values' : undefined) : CLAUSES.get(word);
}

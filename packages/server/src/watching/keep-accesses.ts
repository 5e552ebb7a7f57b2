// Accesses into the store of events, each once: after a crash the last ones are told again, and the store keeps what it is given.
import * as v from 'valibot';
import { type Access, recordAccesses } from '../events/accesses.ts';
import type { Events, Question } from '../events/events.ts';
import type { EventsFault } from '../events/fault.ts';

export interface AccessKeeper {
  /** Resolves once they are durable; a fault means that all of them are to be given again. */
  keep(input: string, accesses: readonly Access[]): Promise<EventsFault | undefined>;
}

const KNOWN: Question<{ readonly uid: string }> = {
  sql: `SELECT DISTINCT uid FROM accesses
    WHERE store = {store:UUID}
      AND at >= fromUnixTimestamp64Milli({from:Int64}, 'UTC') AND at <= fromUnixTimestamp64Milli({to:Int64}, 'UTC')
      AND has(splitByChar(',', {uids:String}), toString(uid))`,
  row: v.object({ uid: v.string() }),
};

/** Ids in one question. */
const ASKED = 1000;

export function createAccessKeeper(events: Events): AccessKeeper {
  /** Inputs of which everything that comes is new: what comes stands behind something that was not there yet. */
  const isFresh = new Set<string>();
  return {
    async keep(input, accesses) {
      if (accesses.length === 0) return undefined;
      let fresh = accesses;
      if (!isFresh.has(input)) {
        const known = await knownAmong(events, accesses);
        if ('code' in known) return known;
        fresh = accesses.filter(({ uid }) => !known.uids.has(uid));
        if (known.uids.size === 0) isFresh.add(input);
      }
      const fault = fresh.length === 0 ? undefined : await recordAccesses(events, fresh);
      // Whether they were written is not known: they are asked for before they are given again.
      if (fault !== undefined) isFresh.delete(input);
      return fault;
    },
  };
}

async function knownAmong(
  events: Events,
  accesses: readonly Access[],
): Promise<{ readonly uids: ReadonlySet<string> } | EventsFault> {
  const uids = new Set<string>();
  for (let begin = 0; begin < accesses.length; begin += ASKED) {
    const some = accesses.slice(begin, begin + ASKED);
    const times = some.map(({ at }) => at.getTime());
    const answer = await events.query(KNOWN, {
      store: some[0]?.store ?? '',
      from: Math.min(...times),
      to: Math.max(...times),
      uids: some.map(({ uid }) => uid).join(','),
    });
    if ('code' in answer) return answer;
    for (const { uid } of answer.rows) uids.add(uid);
  }
  return { uids };
}

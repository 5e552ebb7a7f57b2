// The operation on accesses to a store: how much was accessed when, by whom and of which tables.
import * as v from 'valibot';
import { type AnyOperation, operation } from '../http/operation.ts';
import { problem } from '../http/problem.ts';
import { accountNumbers } from '../watching/account-numbers.ts';
import { pollPlaces } from '../watching/poll-places.ts';
import { storeAccesses } from '../watching/store-accesses.ts';
import { classOf } from '../watching/visitor-class.ts';
import { GivenInstant } from './case-schemas.ts';
import { IdParams } from './fields.ts';
import { StoreAccessesSchema } from './watching-schemas.ts';

const STEPS = { hour: 3_600_000, minutes: 300_000 } as const;
const DAY_MS = 86_400_000;
/** Stretches of one picture: 31 days by the hour, or four days by five minutes. */
const MOST_STEPS = 1200;

export const getStoreAccesses = operation({
  id: 'getStoreAccesses',
  method: 'GET',
  path: '/api/stores/:id/accesses',
  summary: 'How much of a store was accessed when, against what is usual, by whom and of which tables',
  may: 'read-watch',
  params: IdParams,
  query: v.object({
    /** A day before `to`, where nothing is said. */
    from: v.optional(GivenInstant),
    /** Now, where nothing is said. */
    to: v.optional(GivenInstant),
    /** An hour, or five minutes. */
    step: v.optional(v.picklist(['hour', 'minutes']), 'hour'),
  }),
  answer: StoreAccessesSchema,
  async run({ room, params: { id }, query }) {
    const store = await room.records.selectFrom('store').select('id').where('id', '=', id).executeTakeFirst();
    if (store === undefined) return problem('not-found');
    if (room.events === undefined) return problem('unavailable', { detail: 'there is no store of events here' });
    const stepMs = STEPS[query.step];
    const end = query.to ?? room.clock.now();
    const begin = query.from ?? new Date(end.getTime() - DAY_MS);
    const from = new Date(Math.floor(begin.getTime() / stepMs) * stepMs);
    const to = new Date(Math.ceil(end.getTime() / stepMs) * stepMs);
    const steps = (to.getTime() - from.getTime()) / stepMs;
    if (steps < 1 || steps > MOST_STEPS) {
      const detail = steps < 1 ? 'it has to be before `to`' : `at most ${MOST_STEPS} steps lie between from and to`;
      return problem('invalid-request', { errors: [{ pointer: '/query/from', detail }] });
    }
    const found = await storeAccesses(room.events, { store: id, from, to, stepMs });
    if ('code' in found) return problem('unavailable', { detail: found.message });
    const numbers = await accountNumbers(
      room.records,
      id,
      found.accounts.map(({ account }) => account),
    );
    const own = await pollPlaces(room.records, room.clock.now());
    return {
      from,
      to,
      stepSeconds: stepMs / 1000,
      usualDays: found.usualDays,
      buckets: found.buckets.map(({ usual, ...bucket }) => ({ ...bucket, ...(usual && { usual: { ...usual } }) })),
      accounts: found.accounts.map(({ account, networks, clients, ...row }) => ({
        ...row,
        number: numbers.get(account) ?? 0,
        class: account === '' ? ('nobody' as const) : classOf({ isNamed: true, networks, clients }, own).class,
        networks: [...networks],
        clients: [...clients],
      })),
      tables: found.tables.map((row) => ({ ...row })),
    };
  },
});

export const accessOperations: readonly AnyOperation[] = [getStoreAccesses];

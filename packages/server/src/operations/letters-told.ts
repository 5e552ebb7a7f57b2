// Operations on what letters come to: how many of a case's people were told, and whether a person holds the duty of Article 34(1) for met.
import * as v from 'valibot';
import { changeCase } from '../cases/change-case.ts';
import { changeClock } from '../cases/clocks/change-clock.ts';
import { type AnyOperation, operation } from '../http/operation.ts';
import { Problem, problem } from '../http/problem.ts';
import { type ToldNumbers, toldNumbers } from '../letters/told.ts';
import { CHANNELS } from '../records/tables/letters.ts';
import type { Room } from '../room.ts';
import { textOf } from './case-schemas.ts';
import { noSuchCase } from './contacts.ts';
import { Id, IdParams, Instant } from './fields.ts';

export const ToldNumbersSchema = v.object({
  people: v.number(),
  told: v.number(),
  toldBy: v.record(v.picklist(CHANNELS), v.number()),
  /** Nobody can know whether the letter went: a person decides. */
  inDoubt: v.number(),
  underWay: v.number(),
  /** Every letter to them failed or came back. */
  undeliverable: v.number(),
  /** Neither an address nor a telephone number is known. */
  noWay: v.number(),
  /** Nobody wrote to them yet. */
  notWritten: v.number(),
});

/** Why the duty cannot be called met yet. */
const NOT_YET = ['nobody-told', 'under-way', 'runs-going-on'] as const;

const Told = v.object({
  now: ToldNumbersSchema,
  /** Of contacts that are erased by now. */
  erased: v.optional(v.object({ at: Instant, ...ToldNumbersSchema.entries })),
  /** The duty to tell people: what is offered to be called met, and by whom it was. */
  duties: v.array(
    v.object({
      clockId: Id,
      regime: v.string(),
      article: v.string(),
      what: v.string(),
      state: v.picklist(['running', 'met', 'stopped']),
      metAt: v.optional(Instant),
    }),
  ),
  /** Empty where a person may call the duty met. */
  notYet: v.array(v.picklist(NOT_YET)),
});

/** Article 34(1) of the GDPR, and of the one that the United Kingdom has of it. */
async function dutiesOf({ records }: Room, caseId: string) {
  return records
    .selectFrom('case_clock')
    .select(['id', 'regime', 'article', 'what', 'state', 'changed_at'])
    .where('case_id', '=', caseId)
    .where('article', '=', '34(1)')
    .orderBy('duty_id')
    .execute();
}

async function notYetOf({ records }: Room, caseId: string, { told, underWay }: ToldNumbers) {
  const going = await records
    .selectFrom('letter_run')
    .select('id')
    .where('case_id', '=', caseId)
    .where('state', 'in', ['running', 'waiting', 'paused'])
    .limit(1)
    .executeTakeFirst();
  return NOT_YET.filter(
    (reason) =>
      ({ 'nobody-told': told === 0, 'under-way': underWay > 0, 'runs-going-on': going !== undefined })[reason],
  );
}

export const getLettersTold = operation({
  id: 'getLettersTold',
  method: 'GET',
  path: '/api/cases/:id/letters-told',
  summary: 'How many of the people were told, and whether the duty to tell them can be called met',
  may: 'send-letters',
  params: IdParams,
  answer: Told,
  async run({ room, params }) {
    const missing = await noSuchCase(room, params.id);
    if (missing !== undefined) return missing;
    const now = await toldNumbers(room.records, params.id);
    const last = await room.records
      .selectFrom('contact_erasure')
      .select(['told', 'begun_at'])
      .where('case_id', '=', params.id)
      .orderBy('begun_at', 'desc')
      .limit(1)
      .executeTakeFirst();
    const duties = await dutiesOf(room, params.id);
    return {
      now,
      ...(last === undefined ? {} : { erased: { at: last.begun_at, ...last.told } }),
      duties: duties.map(({ id, regime, article, what, state, changed_at }) => ({
        clockId: id,
        regime,
        article,
        what,
        state,
        ...(state === 'met' ? { metAt: changed_at } : {}),
      })),
      notYet: [...(await notYetOf(room, params.id, now))],
    };
  },
});

export const confirmLettersTold = operation({
  id: 'confirmLettersTold',
  method: 'POST',
  path: '/api/cases/:id/letters-told',
  summary: 'Call the duty to tell people met, with the numbers that one has read; nothing does that by itself',
  may: 'send-letters',
  params: IdParams,
  body: v.strictObject({
    clockId: Id,
    /** As they were read: where they have moved since, nothing is confirmed. */
    told: v.number(),
    people: v.number(),
    /** What a person adds, as why it is enough to have reached so many. */
    because: v.optional(textOf(4000)),
  }),
  answer: v.object({ clockId: Id, told: v.number(), people: v.number(), unreachable: v.number() }),
  status: 201,
  async run({ room, params, body, actor }) {
    const { clockId, because } = body;
    const missing = await noSuchCase(room, params.id);
    if (missing !== undefined) return missing;
    const duties = await dutiesOf(room, params.id);
    if (!duties.some(({ id }) => id === clockId)) {
      const detail = 'it is no duty of the case to tell people';
      return problem('invalid-request', { errors: [{ pointer: '/body/clockId', detail }] });
    }
    const now = await toldNumbers(room.records, params.id);
    if (now.told !== body.told || now.people !== body.people) {
      const detail = `the numbers have moved: ${now.told} of ${now.people} are told; look at them, then confirm`;
      return problem('conflict', { detail });
    }
    const notYet = await notYetOf(room, params.id, now);
    if (notYet.length > 0) return problem('conflict', { detail: `it cannot be called met yet: ${notYet.join(', ')}` });
    const unreachable = now.undeliverable + now.noWay;
    const numbers = numbersInWords(now);
    const change = { state: 'met', because: because === undefined ? numbers : `${numbers} ${because}` } as const;
    const changed = await changeCase(room, actor, params.id, {}, (one) => changeClock(one, clockId, change));
    if (changed instanceof Problem) return changed;
    return { clockId, told: now.told, people: now.people, unreachable };
  },
});

function numbersInWords({ people, told, inDoubt, undeliverable, noWay, notWritten }: ToldNumbers): string {
  const others = [
    [undeliverable + noWay, 'unreachable'],
    [inDoubt, 'in doubt'],
    [notWritten, 'not written to'],
  ] as const;
  const rest = others.filter(([count]) => count > 0).map(([count, how]) => `${count} ${how}`);
  return `Told by letter ${told} of ${people}${rest.length > 0 ? `; ${rest.join(', ')}` : ''}.`;
}

export const lettersToldOperations: readonly AnyOperation[] = [getLettersTold, confirmLettersTold];

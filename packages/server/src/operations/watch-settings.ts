// Operations on what is set of the watch: alerts a day, how long detections are kept, names of fields, honeytokens.
import * as v from 'valibot';
import { DEFAULT_RETENTION } from '../events/retention.ts';
import { type AnyOperation, operation } from '../http/operation.ts';
import { problem } from '../http/problem.ts';
import { recordChange } from '../live/changes.ts';
import type { Room } from '../room.ts';
import { forgetDetectionsSoon } from '../watching/forget-detections.ts';
import { ruleBookOf } from '../watching/rules/rule-book.ts';
import { changeWatchSettings, readWatchSettings } from '../watching/watch-settings.ts';

const Shown = v.object({
  /** Alerts of behaviour that somebody wants to read. */
  alertsPerDay: v.number(),
  /** Days for which detections are kept; those that stand in a case stay. */
  detectionsKeptDays: v.number(),
  /** Days for which accesses are kept. */
  accessesKeptDays: v.number(),
  /** Names of fields and values of placeholders in YAML, as `vigie watch --site` reads them; empty where nothing is said. */
  fields: v.string(),
  /** Whether a key is set by which honeytokens are known; the key itself is never told. */
  knowsHoneytokens: v.boolean(),
  version: v.number(),
});

async function shown(room: Room): Promise<v.InferInput<typeof Shown>> {
  const { alertsPerDay, detectionsKept, fields, tokenKey, version } = await readWatchSettings(room);
  return {
    alertsPerDay,
    detectionsKeptDays: detectionsKept,
    accessesKeptDays: DEFAULT_RETENTION.accesses,
    fields,
    knowsHoneytokens: tokenKey !== undefined,
    version,
  };
}

export const getWatchSettings = operation({
  id: 'getWatchSettings',
  method: 'GET',
  path: '/api/settings/watching',
  summary: 'What is set of the watch',
  may: 'read-watch',
  answer: Shown,
  run: ({ room }) => shown(room),
});

const whole = (least: number, most: number) =>
  v.pipe(v.number(), v.integer(), v.minValue(least, `at least ${least}`), v.maxValue(most, `at most ${most}`));

export const changeWatchSettingsOperation = operation({
  id: 'changeWatchSettings',
  method: 'PATCH',
  path: '/api/settings/watching',
  summary: 'Set what is set of the watch',
  may: 'manage-settings',
  body: v.partial(
    v.strictObject({
      alertsPerDay: whole(1, 9999),
      detectionsKeptDays: whole(30, 3650),
      fields: v.pipe(v.string(), v.maxLength(1 << 20)),
      /** As `vigie decoy token` keeps it: 64 hexadecimal digits; null takes it away. */
      honeytokenKey: v.nullable(
        v.pipe(v.string(), v.trim(), v.regex(/^[0-9a-fA-F]{64}$/, 'a key has 64 hexadecimal digits')),
      ),
    }),
  ),
  versioned: true,
  answer: Shown,
  async run({ room, actor, body: { alertsPerDay, detectionsKeptDays, fields, honeytokenKey }, version }) {
    const fault = fields === undefined ? undefined : await ruleBookOf(room).faultIn('fields', fields);
    if (fault !== undefined)
      return problem('invalid-request', { errors: [{ pointer: '/body/fields', detail: fault }] });
    const isChanged = await room.records.transaction().execute(async (trx) => {
      const change = { alertsPerDay, detectionsKept: detectionsKeptDays, fields, tokenKey: honeytokenKey };
      if (!(await changeWatchSettings(room, trx, change, version))) return false;
      await room.evidence.write({
        type: 'setting-change',
        author: actor.accountId,
        payload: { subject: 'watching' },
      });
      await recordChange(trx, { kind: 'settings', id: 'watching', what: 'updated', at: room.clock.now() });
      return true;
    });
    if (!isChanged) return problem('version-old');
    if (alertsPerDay !== undefined || fields !== undefined || honeytokenKey !== undefined)
      await ruleBookOf(room).changed();
    if (detectionsKeptDays !== undefined) await forgetDetectionsSoon(room);
    return shown(room);
  },
});

export const watchSettingsOperations: readonly AnyOperation[] = [getWatchSettings, changeWatchSettingsOperation];

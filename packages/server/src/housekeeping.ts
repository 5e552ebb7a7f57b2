// What is tidied while the room is open: old answers to repeated requests, and texts that an older key sealed.
import { CHANNEL_COLUMNS } from './alerts/channel.ts';
import { CASE_COLUMNS } from './cases/sealed-columns.ts';
import { forgetOldAnswers } from './http/idempotency.ts';
import type { Room } from './room.ts';
import { sealAgain } from './vault/seal-again.ts';
import { DETECTION_COLUMNS } from './watching/detection-note.ts';
import { INPUT_COLUMNS } from './watching/input-settings.ts';
import { RULE_COLUMNS } from './watching/rules/rule-records.ts';
import { SILENCE_COLUMNS } from './watching/silences.ts';
import { WATCH_TEXT_COLUMNS } from './watching/watch-settings.ts';
import { WEBHOOK_COLUMNS } from './webhooks/deliver.ts';

const EVERY_MS = 10 * 60 * 1000;

/** Begins; returns how to stop. */
export function startHousekeeping(room: Room): () => Promise<void> {
  let tidying = Promise.resolve();
  const tidy = () => {
    tidying = tidying
      .then(async () => {
        await forgetOldAnswers(room.records, room.clock.now());
        await sealAgain(room, [
          ...CASE_COLUMNS,
          ...WEBHOOK_COLUMNS,
          ...INPUT_COLUMNS,
          ...DETECTION_COLUMNS,
          ...SILENCE_COLUMNS,
          ...RULE_COLUMNS,
          ...WATCH_TEXT_COLUMNS,
          ...CHANNEL_COLUMNS,
        ]);
      })
      .catch((error: unknown) => room.log.mistake(error, { part: 'housekeeping' }));
  };
  tidy();
  const timer = setInterval(tidy, EVERY_MS);
  return async () => {
    clearInterval(timer);
    await tidying;
  };
}

// A process for tests that records observations and prints each one once it is confirmed, until it is killed or ends itself.
import { openEvents } from '../src/events/events.ts';
import { recordObservations } from '../src/events/observations.ts';
import { madeObservation } from './events-made.ts';

const [folder = '', first = '0', endAfterMs] = process.argv.slice(2);
const events = await openEvents({ place: { kind: 'embedded', folder }, now: () => new Date() });
if ('code' in events) throw new Error(events.message);
process.stdout.write('open\n');
if (endAfterMs !== undefined) setTimeout(() => process.exit(7), Number(endAfterMs));
let next = Number(first);

/** Several write at once, so that rows are joined into batches. */
async function writer(): Promise<void> {
  for (;;) {
    next += 1;
    const number = next;
    const fault = await recordObservations(events as Exclude<typeof events, { code: string }>, [
      { ...madeObservation(), rows: number },
    ]);
    process.stdout.write(fault === undefined ? `${number}\n` : `${fault.code}\n`);
  }
}

await Promise.all([writer(), writer(), writer()]);

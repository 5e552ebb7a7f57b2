// The courier's process. It is one of its own, in a session of its own, so that a platform that is killed leaves no letter between the
// dot and the answer: the courier ends what it has begun, writes it down, and goes. It gets its orders on standard input, begins nothing
// once that ends, and keeps no address on the disk.
import { createInterface } from 'node:readline';
import * as v from 'valibot';
import { takeLock } from '../../data-dir/lock.ts';
import { startCourier } from './courier.ts';
import { lineOf, lockOf, openJournal } from './journal.ts';
import { OrderSchema, type Told } from './orders.ts';

/** Where the platform has gone there is nobody to tell; the journal has it all. */
process.stdout.on('error', () => {});

async function main(): Promise<void> {
  const lines = createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY });
  const orders = lines[Symbol.asyncIterator]();
  const first = await orders.next();
  if (first.done) return;
  const begin = v.parse(OrderSchema, JSON.parse(first.value));
  if (begin.kind !== 'begin') throw new Error('the first order has to begin');
  const release = takeLock(lockOf(begin.journal));
  // Whoever has it settles this attempt, and then its journal is gone.
  if (release === undefined) return;
  const journal = openJournal(begin.journal);
  const courier = await startCourier({
    relay: begin.relay,
    frame: begin.frame,
    journal,
    now: Date.now,
    tell: (told) => process.stdout.write(`${lineTold(told)}\n`),
  });
  const takeAll = async () => {
    for await (const line of { [Symbol.asyncIterator]: () => orders }) {
      const order = v.parse(OrderSchema, JSON.parse(line));
      if (order.kind === 'letter') courier.take(order.letter);
    }
  };
  await Promise.race([takeAll(), courier.ended]);
  await courier.finish();
  journal.close();
  release();
}

function lineTold(told: Told): string {
  return told.kind === 'away' ? `away ${told.reason}` : lineOf(told);
}

await main();
// Standard input may still be open where the relay went away first.
process.exit();

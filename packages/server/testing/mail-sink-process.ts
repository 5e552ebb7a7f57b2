// The sink as a process of its own, for measurements: what it took, it tells when asked on standard input.
import { createInterface } from 'node:readline';
import { openMailSink } from './mail-sink.ts';

const sink = await openMailSink({ keepsText: false });
process.stdout.write(`${sink.port}\n`);
for await (const line of createInterface({ input: process.stdin })) {
  if (line !== 'count') continue;
  const counts = sink.countsByRecipient();
  let more = 0;
  for (const count of counts.values()) if (count > 1) more += 1;
  process.stdout.write(`${JSON.stringify({ recipients: counts.size, moreThanOnce: more })}\n`);
}
await sink.close();

// A process that follows a log and writes ids of detections to a file, for tests that kill it: log, folder of the state, output, key.
import { randomBytes } from 'node:crypto';
import { appendFile } from 'node:fs/promises';
import process from 'node:process';
import { createWatch, loadRules } from '@vigie/detect';
import { follow } from '../src/follow.ts';
import { tailInput } from '../src/inputs/tail.ts';
import { createSeal } from '../src/keep/seal.ts';

const [path = '', folder = '', out = '', key = ''] = process.argv.slice(2);
const seal = createSeal(Buffer.from(key, 'hex'), (count) => randomBytes(count));
const rules = loadRules([
  {
    text: 'title: Odd\nname: odd\nlogsource:\n  category: test\ndetection:\n  sel:\n    n|endswith: "7"\n  condition: sel\n---\ntitle: Ten odd\nname: ten_odd\ncorrelation:\n  type: event_count\n  rules: odd\n  group-by: who\n  timespan: 1h\n  generate: true\n  condition:\n    gte: 10\n',
    origin: { path: 'odd.yml' },
  },
]);
await follow(
  {
    inputs: [tailInput({ path, from: 'start', everyMs: 10 })],
    watch: createWatch(rules, { now: Date.now, pseudonym: seal.pseudonym }),
    folder,
    seal,
    now: Date.now,
    saveEveryMs: 20,
    note: () => {},
    deliver: async ({ detections }) => {
      if (detections.length > 0) await appendFile(out, detections.map(({ id }) => `${id()}\n`).join(''));
    },
  },
  new AbortController().signal,
);

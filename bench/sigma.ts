// Sigma rules over lanes of events: one thread of ours beside the engines that are installed; what more rules cost; how many events
// correlations take, and what a flood of new names does to them. Seconds are those of the processor, since machines are shared.
import { absent } from '../accuracy/corpora.ts';
import { LANES, laneLines, sigmaFiles } from '../accuracy/sigma.ts';
import { CORRELATOR_DEFAULTS, Correlator } from '../packages/detect/src/correlation/correlator.ts';
import { createEvaluator } from '../packages/detect/src/evaluate/evaluator.ts';
import { createEventReader } from '../packages/detect/src/events/read-event.ts';
import { taxonomyWith } from '../packages/detect/src/events/taxonomy.ts';
import { loadRules, type RuleSet } from '../packages/detect/src/sigma/rule-set.ts';
import { type RuleFile, type SigmaPeer, sigmaPeers } from './sigma-peers.ts';
import { median, printTable } from './table.ts';

const RUNS = 5;
/** A lane is over too soon to be told from the start, so that it is read several times over. */
const MOST_REPEATED = 40;

export async function benchSigma(): Promise<void> {
  const files = sigmaFiles();
  if (files === undefined) {
    console.log(`\nsigma: ${absent('corpora/detect/sigma-rules.ndjson.gz')}`);
    return;
  }
  const rules = loaded(files.map(({ yaml }) => yaml));
  const { peers, absent: notThere, end } = sigmaPeers(files);
  for (const name of notThere) console.log(`\nsigma: not installed: ${name}`);
  benchLanes(
    rules,
    peers.filter(({ name }) => name.startsWith('rsigma')),
  );
  benchSlower(
    rules,
    peers.filter(({ name }) => !name.startsWith('rsigma')),
  );
  end();
  benchManyRules(files);
  benchCorrelations();
  benchFlood();
  await Promise.resolve();
}

const loaded = (yamls: readonly string[]): RuleSet =>
  loadRules(yamls.map((text) => ({ text, origin: { path: 'bench' } })));

interface Speed {
  readonly eventsPerSecond: number;
  readonly matches: number;
}

/** Makes a measurement of ours over lines, JSON parsing included; each call measures anew. */
function ours(rules: RuleSet, lines: readonly string[]): () => Speed {
  const read = createEventReader(taxonomyWith(rules.rules.map(({ logSource }) => logSource)));
  const evaluator = createEvaluator(rules.rules);
  let matches = 0;
  const pass = () => {
    matches = 0;
    for (const line of lines) matches += evaluator.match(read(JSON.parse(line))).length;
  };
  // Before, so that no run that counts is the compiler's.
  for (let count = 0; count < 3; count += 1) pass();
  return () => {
    const seconds = Array.from({ length: RUNS }, () => processorSeconds(pass));
    return { eventsPerSecond: lines.length / median(seconds), matches };
  };
}

/**
 * A peer over the same lines, as many times over as take it a second or so. What it takes to start and to load the rules is taken off.
 *
 * @param start seconds
 */
function theirs(peer: SigmaPeer, lines: readonly string[], start: number, most: number): Speed {
  const net = (repeat: number) => {
    const { seconds, hits } = peer.run(Array.from({ length: repeat }, () => lines).flat());
    const matches = [...hits.values()].reduce((sum, one) => sum + one, 0);
    return { eventsPerSecond: (lines.length * repeat) / Math.max(1e-3, seconds - start), matches: matches / repeat };
  };
  const first = net(1);
  const repeat = Math.max(1, Math.min(most, Math.round(first.eventsPerSecond / lines.length)));
  const speeds = Array.from({ length: 3 }, () => net(repeat).eventsPerSecond);
  return { eventsPerSecond: median(speeds), matches: first.matches };
}

const startOf = (peer: SigmaPeer): number => median(Array.from({ length: 3 }, () => peer.run([]).seconds));

function processorSeconds(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

const number = (value: number) => Math.round(value).toLocaleString('en');
const told = ({ eventsPerSecond, matches }: Speed) => `${number(eventsPerSecond)} (${number(matches)})`;

function benchLanes(rules: RuleSet, peers: readonly SigmaPeer[]): void {
  const ready = peers.map((peer) => ({ peer, start: startOf(peer) }));
  const rows = LANES.flatMap((lane) => {
    const lines = laneLines(lane);
    if (lines === undefined) return [];
    const measure = ours(rules, lines);
    const before = measure();
    const speeds = ready.map(({ peer, start }) => theirs(peer, lines, start, MOST_REPEATED));
    // Once more after them, since a machine that others use is not the same for long.
    const after = measure();
    const mean = { ...before, eventsPerSecond: (before.eventsPerSecond + after.eventsPerSecond) / 2 };
    const cells = speeds.flatMap((one) => [told(one), (mean.eventsPerSecond / one.eventsPerSecond).toFixed(2)]);
    return [[lane, told(mean), ...cells]];
  });
  printTable(
    `sigma: events a second and (matches), ${number(rules.rules.length)} rules, JSON parsing included, one thread, seconds of the processor, medians`,
    ['', 'ours', ...peers.flatMap(({ name }) => [name, 'ours is'])],
    rows,
  );
}

/** Engines that take minutes for what the others do in a second get fewer events. */
const FEWER = 1000;

function benchSlower(rules: RuleSet, peers: readonly SigmaPeer[]): void {
  const rows = peers.flatMap((peer) =>
    (['structured_windows', 'sysmon_file_event'] as const).flatMap((lane) => {
      const flat = laneLines(lane)?.slice(0, FEWER) ?? [];
      const lines = peer.reads === 'flat' ? flat : flat.map(asEventOfWindows);
      const [mine, one] = [ours(rules, lines)(), theirs(peer, lines, startOf(peer), 1)];
      return [
        [
          peer.name,
          `${lane}, ${peer.reads}`,
          told(mine),
          told(one),
          number(mine.eventsPerSecond / one.eventsPerSecond),
        ],
      ];
    }),
  );
  if (rows.length > 0) {
    printTable(`sigma: slower engines, ${FEWER} events each`, ['', 'lane', 'ours', 'theirs', 'ours is'], rows);
  }
}

/** An event of Sysmon in the form of evtx_dump, of one whose fields lie flat. */
function asEventOfWindows(line: string): string {
  const { EventID, Computer, UtcTime, product: _product, category: _category, ...data } = JSON.parse(line);
  const Channel = 'Microsoft-Windows-Sysmon/Operational';
  const Provider = { '#attributes': { Name: 'Microsoft-Windows-Sysmon' } };
  const TimeCreated = { '#attributes': { SystemTime: `${String(UtcTime).replace(' ', 'T')}Z` } };
  const System = { Provider, EventID, Channel, Computer, TimeCreated };
  return JSON.stringify({ Event: { System, EventData: { UtcTime, ...data } } });
}

/** Another rule of the same kind: its literals end otherwise. */
function varied(yaml: string, variant: number): string {
  return yaml
    .replace(/^id: .*$/m, `id: variant-${variant}`)
    .replace(/^(\s+(?:-|[\w.]+(?:\|[a-z|]+)?:) ['"].*?)[a-z]{3}(['"])\s*$/gm, `$1q${variant}$2`);
}

function benchManyRules(files: readonly RuleFile[]): void {
  const few = files.slice(0, 3000).map(({ yaml }) => yaml);
  const sets = [
    ['3,000 rules', few],
    [
      '12,000 rules, other literals',
      [0, 1, 2, 3].flatMap((variant) => few.map((yaml) => (variant === 0 ? yaml : varied(yaml, variant)))),
    ],
    ['12,000 rules, the same four times', [0, 1, 2, 3].flatMap(() => few)],
  ] as const;
  const ruleSets = sets.map(([name, yamls]) => [name, loaded(yamls)] as const);
  const rows = (['structured_windows', 'raw_windows', 'match_heavy'] as const).flatMap((lane) => {
    const lines = laneLines(lane) ?? [];
    const costs = ruleSets.map(([name, rules]) => [name, 1e6 / ours(rules, lines)().eventsPerSecond] as const);
    const least = costs[0]?.[1] ?? 1;
    return costs.map(([name, cost]) => [lane, name, `${cost.toFixed(1)} µs`, (cost / least).toFixed(2)]);
  });
  printTable('sigma: cost of an event by number of rules', ['', '', 'an event', 'times 3,000'], rows);
}

const CORRELATIONS: readonly (readonly [string, string])[] = [
  ['event_count', 'type: event_count\n  condition:\n    gte: 1000000'],
  ['value_count, 2,000 values in a window', 'type: value_count\n  condition:\n    field: ip\n    gte: 1000000'],
  ['value_sum', 'type: value_sum\n  condition:\n    field: bytes\n    gt: 1000000000000'],
  ['temporal_ordered, two rules', 'type: temporal_ordered'],
];

/** Events that rules matched, into one correlation, in order of time, 4,000 in a window, grouped by one of 100 hosts or not at all. */
function benchCorrelations(): void {
  const base = (name: string) =>
    `title: ${name}\nname: ${name}\nlogsource:\n  category: test\ndetection:\n  s:\n    what: ${name}\n  condition: s\n`;
  const count = 500_000;
  const events = Array.from({ length: count }, (_, index) => {
    return {
      fields: { ip: `10.0.${index % 2000}`, bytes: index % 977, host: `h${index % 100}` },
      time: index * 75,
      ref: index,
      rules: [index % 2],
    };
  });
  const rows = CORRELATIONS.flatMap(([name, section]) =>
    ['', '\n  group-by: [host]'].map((groupBy) => {
      const rule = `title: C\nid: c\ncorrelation:\n  rules: [one, two]\n  timespan: 5m\n  ${section}${groupBy}\n`;
      const { rules, correlations } = loaded([base('one'), base('two'), rule]);
      const seconds = Array.from({ length: 3 }, () => {
        const correlator = new Correlator(correlations, ({ index }) => rules[index]?.about, CORRELATOR_DEFAULTS);
        return processorSeconds(() => {
          for (const event of events) correlator.add(event);
        });
      });
      return [name, groupBy === '' ? 'one group' : '100 groups', number(count / median(seconds))];
    }),
  );
  printTable('sigma: events a second that correlations take, one thread', ['', '', 'events/s'], rows);
}

const FLOOD = 10_000_000;

/** A group one event short of its condition, ten million names that nobody has seen before, then its last event. */
function benchFlood(): void {
  const base = 'title: one\nname: one\nlogsource:\n  category: test\ndetection:\n  s:\n    what: one\n  condition: s\n';
  const rule =
    'title: C\nid: c\ncorrelation:\n  type: event_count\n  rules: [one]\n  timespan: 1h\n  group-by: [user]\n  condition:\n    gte: 10\n';
  const { rules, correlations } = loaded([base, rule]);
  const correlator = new Correlator(correlations, ({ index }) => rules[index]?.about, CORRELATOR_DEFAULTS);
  const add = (user: string, time: number) => correlator.add({ fields: { user }, time, ref: time, rules: [0] });
  for (let time = 0; time < 9; time += 1) add('victim', time);
  const memory = () => process.memoryUsage().heapUsed / 2 ** 20;
  for (let name = 0; name < FLOOD / 10; name += 1) add(`n${name}`, 10);
  const early = memory();
  const seconds = processorSeconds(() => {
    for (let name = FLOOD / 10; name < FLOOD; name += 1) add(`n${name}`, 10);
  });
  const late = memory();
  const isTold = add('victim', 11).length === 1;
  printTable(
    'sigma: a correlation under a flood of new names',
    [
      'names',
      'names/s',
      'groups kept',
      'groups given up',
      'heap after a tenth, MB',
      'heap after all, MB',
      'the group that was one short',
    ],
    [
      [
        number(FLOOD),
        number((FLOOD * 0.9) / seconds),
        number(correlator.groupCount),
        number(correlator.evicted),
        number(early),
        number(late),
        isTold ? 'was told' : 'WAS FORGOTTEN',
      ],
    ],
  );
}

// Other engines for Sigma rules that may be on the machine, and how each is asked: the same rules, the same events, in the form that it
// reads. They are found on PATH or named by an environment variable; none is part of the project.
import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { findProgram } from '@vigie/probe/testing';

/** What came of one run. */
interface PeerRun {
  /** Of the processor, its start and the loading of rules included. */
  readonly seconds: number;
  /** How often each rule matched, by its id. */
  readonly hits: ReadonlyMap<string, number>;
}

export interface SigmaPeer {
  readonly name: string;
  /** `flat`: fields as rules name them, beside product, category and service. `evtx`: events of Windows as evtx_dump writes them. */
  readonly reads: 'flat' | 'evtx';
  /** How it is asked, for a reader who wants to do it again. */
  readonly how: string;
  readonly run: (lines: readonly string[]) => PeerRun;
}

export interface RuleFile {
  readonly path: string;
  readonly yaml: string;
}

export interface SigmaPeers {
  readonly peers: readonly SigmaPeer[];
  /** Names of those that are not there, each with the variable that would name it. */
  readonly absent: readonly string[];
  readonly end: () => void;
}

interface Place {
  readonly rules: string;
  readonly dir: string;
}

/** Writes the rules into a folder of their own, for those that are there. */
export function sigmaPeers(files: readonly RuleFile[]): SigmaPeers {
  const dir = mkdtempSync(join(tmpdir(), 'vigie-sigma-peers-'));
  const rules = join(dir, 'rules');
  for (const { path, yaml } of files) {
    mkdirSync(join(rules, dirname(path)), { recursive: true });
    writeFileSync(join(rules, path), yaml);
  }
  const found = KNOWN.map(({ name, variable, program, make }) => {
    const path = process.env[variable] ?? findProgram(program);
    return path === undefined ? `${name} (${variable})` : make(path, { rules, dir });
  });
  return {
    peers: found.flatMap((one) => (typeof one === 'string' ? [] : one)),
    absent: found.filter((one) => typeof one === 'string'),
    end: () => rmSync(dir, { recursive: true, force: true }),
  };
}

const KNOWN: readonly {
  readonly name: string;
  readonly variable: string;
  readonly program: string;
  readonly make: (program: string, place: Place) => readonly SigmaPeer[];
}[] = [
  { name: 'rsigma', variable: 'VIGIE_RSIGMA', program: 'rsigma', make: rsigma },
  { name: 'sigma-go', variable: 'VIGIE_SIGMA_GO', program: 'sigma-go', make: sigmaGo },
  { name: 'Zircolite', variable: 'VIGIE_ZIRCOLITE', program: 'zircolite', make: zircolite },
];

/** github.com/timescale/rsigma, MIT; with and without its routing by log source. */
function rsigma(program: string, place: Place): readonly SigmaPeer[] {
  return [[], ['--logsource-routing']].map((flags): SigmaPeer => {
    const words = ['engine', 'eval', '-q', '-r', place.rules, '--output-format', 'ndjson', ...flags];
    return {
      name: flags.length === 0 ? 'rsigma' : 'rsigma, routed',
      reads: 'flat',
      how: `rsigma ${words.filter((word) => word !== place.rules).join(' ')}`,
      run: (lines) => {
        const { seconds, output } = timed(program, words, place, lines);
        return { seconds, hits: counted(output, (line) => (JSON.parse(line) as { rule_id?: string }).rule_id) };
      },
    };
  });
}

/** github.com/bradleyjkemp/sigma-go, MIT: the program of bench/peers/sigma-go around the library. */
function sigmaGo(program: string, place: Place): readonly SigmaPeer[] {
  const run: SigmaPeer['run'] = (lines) => {
    const { seconds, output } = timed(program, [place.rules], place, lines);
    return { seconds, hits: counted(output, (line) => line.split(' ')[1]) };
  };
  return [{ name: 'sigma-go', reads: 'flat', how: 'bench/peers/sigma-go', run }];
}

/**
 * github.com/wagga40/Zircolite, LGPL-3.0. The variable is its command, `python …/zircolite.py`. Rules become queries of SQLite first, which
 * takes a minute and is no part of a run.
 */
function zircolite(command: string, place: Place): readonly SigmaPeer[] {
  const [program = command, ...script] = command.split(' ');
  // Its settings are beside it, and it writes the queries there.
  const home = dirname(script.at(-1) ?? program);
  const output = join(place.dir, 'zircolite.json');
  const log = join(place.dir, 'zircolite.log');
  const ask = (lines: readonly string[], rules: readonly string[]) => {
    rmSync(output, { force: true });
    const asked = [...script, '-e', eventsIn(place), '-j', '-q', '-o', output, '-l', log, '-r', ...rules];
    return timed(program, asked, place, lines, home).seconds;
  };
  let queries: string | undefined;
  const run: SigmaPeer['run'] = (lines) => {
    if (queries === undefined) {
      ask([], [place.rules, '-p', 'sysmon', '-p', 'windows-logsources', '-sr']);
      queries = join(place.dir, 'queries.json');
      const written = readdirSync(home).find(
        (name) => /^ruleset-.*\.json$/.test(name) && name.includes(basename(place.dir)),
      );
      if (written === undefined) throw new Error(`Zircolite wrote no queries into ${home}`);
      copyFileSync(join(home, written), queries);
      rmSync(join(home, written));
    }
    const seconds = ask(lines, [queries]);
    const told = existsSync(output) ? (JSON.parse(readFileSync(output, 'utf8')) as readonly ZircoliteRule[]) : [];
    const hits = new Map<string, number>();
    for (const { id, count } of told) if (id !== undefined) hits.set(id, (hits.get(id) ?? 0) + count);
    return { seconds, hits };
  };
  return [
    { name: 'Zircolite', reads: 'evtx', how: 'zircolite -j, with its pipelines sysmon and windows-logsources', run },
  ];
}

interface ZircoliteRule {
  readonly id?: string;
  readonly count: number;
}

const eventsIn = (place: Place) => join(place.dir, 'events.ndjson');

/** Runs a program with the lines on its standard input. @returns seconds of the processor, of it and of what it started */
function timed(program: string, words: readonly string[], place: Place, lines: readonly string[], cwd = place.dir) {
  const output = join(place.dir, 'output');
  writeFileSync(eventsIn(place), lines.map((line) => `${line}\n`).join(''));
  const script = `TIMEFORMAT='%U %S'; time "$0" "$@" < ${eventsIn(place)} > ${output} 2>/dev/null`;
  const { stderr } = spawnSync('bash', ['-c', script, program, ...words], { encoding: 'utf8', cwd });
  const spent = (stderr.trim().split('\n').at(-1) ?? '').split(' ').map(Number);
  return { seconds: spent.reduce((sum, part) => sum + part, 0), output: readFileSync(output, 'utf8') };
}

function counted(output: string, ruleOf: (line: string) => string | undefined): ReadonlyMap<string, number> {
  const hits = new Map<string, number>();
  for (const line of output.split('\n')) {
    const rule = line === '' ? undefined : ruleOf(line);
    if (rule !== undefined) hits.set(rule, (hits.get(rule) ?? 0) + 1);
  }
  return hits;
}

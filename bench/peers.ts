// Scanners that may be on the machine beside us. None of them is part of the project: where one is not installed, its row says so.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findProgram } from '@vigie/probe/testing';

export interface Peer {
  readonly name: string;
  readonly program: string;
  /** Arguments that make it read this file on one core, quietly, and end well also where it finds something. */
  readonly words: (file: string, report: string) => readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Findings, from its report or from what it printed. */
  readonly findings: (stdout: string, report: string) => number;
}

const listLength = (report: string) => (JSON.parse(readFileSync(report, 'utf8') || '[]') as unknown[]).length;
const lineCount = (stdout: string) => stdout.split('\n').filter((line) => line.startsWith('{')).length;

export const SECRET_PEERS: readonly Peer[] = [
  ...['gitleaks', 'betterleaks'].map(
    (program): Peer => ({
      name: program,
      program,
      words: (file, report) => [
        'dir',
        file,
        '--no-banner',
        '--exit-code',
        '0',
        '-f',
        'json',
        '-r',
        report,
        '-l',
        'error',
      ],
      env: { GOMAXPROCS: '1' },
      findings: (_, report) => listLength(report),
    }),
  ),
  {
    name: 'kingfisher',
    program: 'kingfisher',
    words: (file) => ['scan', file, '--no-validate', '--format', 'jsonl', '--jobs', '1'],
    findings: lineCount,
  },
  {
    name: 'trufflehog',
    program: 'trufflehog',
    words: (file) => ['filesystem', file, '--no-verification', '--no-update', '--json', '--concurrency', '1'],
    env: { GOMAXPROCS: '1' },
    findings: lineCount,
  },
];

export interface PeerRun {
  readonly seconds: number;
  readonly findings: number;
}

/** Runs it so often on these bytes, its start included; undefined where it is not installed. */
export function runPeer(peer: Peer, bytes: Uint8Array, runs: number): readonly PeerRun[] | undefined {
  if (findProgram(peer.program) === undefined) return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'vigie-bench-'));
  try {
    const [file, report] = [join(folder, 'app.log'), join(folder, 'report.json')];
    writeFileSync(file, bytes);
    return Array.from({ length: runs }, () => {
      const startedAt = performance.now();
      const { status, stdout, stderr } = spawnSync(peer.program, peer.words(file, report), {
        encoding: 'utf8',
        env: { ...process.env, ...peer.env },
        maxBuffer: 1 << 28,
      });
      const seconds = (performance.now() - startedAt) / 1000;
      if (status !== 0 && stdout === '') throw new Error(`${peer.name} ended with ${status}: ${stderr.slice(0, 300)}`);
      return { seconds, findings: peer.findings(stdout, report) };
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Presidio's recognisers that need no language model, on the lines of standard input; prints seconds and findings. */
const PRESIDIO = `
import sys, time, logging
logging.disable(logging.CRITICAL)
from presidio_analyzer import RecognizerRegistry
from presidio_analyzer.nlp_engine import NlpArtifacts
registry = RecognizerRegistry(supported_languages=["en"])
registry.load_predefined_recognizers(languages=["en"])
recognizers = [r for r in registry.recognizers if type(r).__name__ not in ("SpacyRecognizer", "TransformersRecognizer", "StanzaRecognizer")]
nothing = NlpArtifacts([], [], [], [], None, "en")
text = sys.stdin.buffer.read().decode("utf8", "replace")
start = time.perf_counter()
findings = 0
for line in text.split("\\n"):
    for recognizer in recognizers:
        findings += len(recognizer.analyze(line, recognizer.supported_entities, nothing) or [])
print(time.perf_counter() - start, findings, len(recognizers))
`;

/** @returns undefined where no Python on the PATH has presidio_analyzer */
export function runPresidio(bytes: Uint8Array, runs: number): readonly PeerRun[] | undefined {
  if (findProgram('python3') === undefined) return undefined;
  if (spawnSync('python3', ['-c', 'import presidio_analyzer']).status !== 0) return undefined;
  return Array.from({ length: runs }, () => {
    const { status, stdout, stderr } = spawnSync('python3', ['-c', PRESIDIO], { input: bytes, encoding: 'utf8' });
    if (status !== 0) throw new Error(`presidio ended with ${status}: ${stderr.slice(-300)}`);
    const [seconds = 0, findings = 0] = stdout.trim().split(' ').map(Number);
    return { seconds, findings };
  });
}

// What is in memory stays there: Node's own ways of writing it down are switched off, or refused where they cannot be.
// https://nodejs.org/docs/latest-v24.x/api/cli.html and https://man7.org/linux/man-pages/man5/core.5.html
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';

/** Options of Node that write or show what is in memory, or open it to others, and that cannot be taken back at run time. */
const REVEALING: ReadonlyMap<string, string> = new Map([
  ['--heapsnapshot-signal', 'writes the memory to a file'],
  ['--heapsnapshot-near-heap-limit', 'writes the memory to a file'],
  ['--abort-on-uncaught-exception', 'writes the memory to a core dump'],
  ['--inspect', 'opens the memory to a debugger'],
  ['--inspect-brk', 'opens the memory to a debugger'],
  ['--inspect-wait', 'opens the memory to a debugger'],
  ['--tls-keylog', 'writes the keys of TLS connections to a file'],
  ['--trace-tls', 'prints what goes over TLS connections'],
  ['--trace-event-categories', 'writes what is asked of stores to a file'],
  ['--experimental-config-file', 'may ask for any of these in a file'],
  ['--experimental-default-config-file', 'may ask for any of these in a file'],
]);

/** Variables that make Node print what passes through its streams and sockets: `NODE_DEBUG=stream` shows every byte. */
const REVEALING_VARIABLES = ['NODE_DEBUG', 'NODE_DEBUG_NATIVE'] as const;

/**
 * Why the command must not run in this process: which option or variable, what it does, what to do.
 *
 * @returns undefined where nothing speaks against it
 */
export function revealing({ env, execArgv }: Pick<NodeJS.Process, 'env' | 'execArgv'>): string | undefined {
  const sources = [
    { where: 'NODE_OPTIONS', words: wordsOf(env.NODE_OPTIONS ?? '') },
    { where: 'node', words: execArgv },
  ];
  for (const { where, words } of sources) {
    for (const word of words) {
      const option = word.split('=', 1)[0]?.replaceAll('_', '-') ?? '';
      const does = REVEALING.get(option);
      if (does !== undefined) return `${where}: ${option} ${does}, and values stand there; run it without`;
    }
  }
  const variable = REVEALING_VARIABLES.find((name) => (env[name] ?? '') !== '');
  return variable && `${variable}: it prints what is read from files and stores; unset it`;
}

/** Switches off what can be: diagnostic reports, the debugger's signal, memory in core dumps, the URL in the list of processes. */
export function keepMemory(process: NodeJS.Process): void {
  Object.assign(process.report, { reportOnFatalError: false, reportOnSignal: false, reportOnUncaughtException: false });
  // Without a listener this signal starts the debugger, on a port that every user of the machine can reach.
  process.on('SIGUSR1', () => {});
  process.title = 'vigie';
  if (process.platform !== 'linux') return;
  leaveMemoryOutOfCoreDumps();
  writeNoCoreDumps(process.pid);
}

/**
 * A dump without memory still has the registers, and those of the vector unit hold what was read last. Where dumps are written to files
 * the limit ends them; Node cannot set it, so the program of util-linux does, and only where the limit is not zero already.
 */
function writeNoCoreDumps(pid: number): void {
  try {
    const limits = readFileSync('/proc/self/limits', 'utf8');
    if (/^Max core file size +0 /m.test(limits)) return;
    spawnSync('prlimit', ['--pid', String(pid), '--core=0'], { stdio: 'ignore', timeout: 2000 });
  } catch {
    // No /proc: SECURITY.md says what an administrator can do.
  }
}

function leaveMemoryOutOfCoreDumps(): void {
  try {
    writeFileSync('/proc/self/coredump_filter', '0');
  } catch {
    // No /proc, or a read-only one: SECURITY.md says what an administrator can do.
  }
}

/** An error that nobody foresaw, by its kind alone: its message may quote a value. */
export function unforeseen(error: unknown): string {
  const { name, code } = error instanceof Error ? (error as NodeJS.ErrnoException) : { name: 'a thrown value' };
  const kind = /^[A-Za-z]{1,40}$/.test(String(name)) ? name : 'of no known kind';
  const isCode = typeof code === 'string' && /^[A-Z][A-Z0-9_]{2,60}$/.test(code);
  return `an unforeseen error (${kind}${isCode ? `, ${code}` : ''}) ended it; please report it, with the command and its options`;
}

/** NODE_OPTIONS as Node splits it: at spaces, but for those in double quotes. */
function wordsOf(options: string): string[] {
  return [...options.matchAll(/(?:[^\s"]|"(?:\\.|[^"\\])*")+/g)].map(([word]) => word.replaceAll('"', ''));
}

#!/usr/bin/env -S node --max-semi-space-size=4 --stack-trace-limit=0
// Starts `vigie`. The sources are TypeScript that Node runs as it is, from 22.18 on; older ones are told so here.
// The flags: a sweep makes a socket for each port, so a small nursery keeps memory flat, and the traces of refused
// connections, which nobody sees, would cost a fifth of its time.
import { existsSync } from 'node:fs';
import module from 'node:module';

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 18)) {
  console.error(
    `vigie: Node ${process.versions.node} is too old; it needs 22.18 or later. In a clone, run it as: npx vigie`,
  );
  process.exit(3);
}
// The watch room is open for weeks. Unless it is told otherwise, glibc gives each thread a heap of its own and keeps what a scan took once;
// it is told at the start of a process only, so the process begins anew (mallopt(3)).
const ALLOCATOR = { MALLOC_ARENA_MAX: '2', MALLOC_TRIM_THRESHOLD_: '131072' };
if (process.argv[2] === 'serve' && process.platform === 'linux' && !('MALLOC_ARENA_MAX' in process.env)) {
  const words = [process.argv0, ...process.execArgv, ...process.argv.slice(1)];
  process.execve?.(process.execPath, words, { ...process.env, ...ALLOCATOR });
}
module.enableCompileCache?.();
const source = new URL('../src/main.ts', import.meta.url);
const { keepMemory, main, revealing, unforeseen } = await import(
  existsSync(source) ? source.href : new URL('../dist/src/main.js', import.meta.url).href
);
keepMemory(process);
const refusal = revealing(process);
if (refusal !== undefined) {
  console.error(`vigie: ${refusal}`);
  process.exit(2);
}
// Node itself would print the message, and the line of the source, and either may quote a value.
process.on('uncaughtException', (error) => {
  console.error(`vigie: ${unforeseen(error)}`);
  process.exit(3);
});
process.exitCode = await main(process.argv.slice(2));

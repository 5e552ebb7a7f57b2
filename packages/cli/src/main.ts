// The command `vigie`: parses the words, runs one command, and turns every outcome into an exit status.
import { randomBytes } from 'node:crypto';
import { CommanderError } from 'commander';
import { EXIT, UsageFault } from './exit-codes.ts';
import { createProgram } from './program.ts';
import { processWorld, type World } from './world.ts';

export { keepMemory, revealing, unforeseen } from './memory-guard.ts';

/**
 * Runs `vigie` with these words.
 *
 * @returns the exit status, see exit-codes.ts
 */
export async function main(
  words: readonly string[],
  world: World = processWorld(process, (count) => randomBytes(count)),
): Promise<number> {
  let status: number = EXIT.clean;
  const program = createProgram(world, (code) => {
    status = code;
  });
  try {
    await program.parseAsync([...words], { from: 'user' });
    return status;
  } catch (error) {
    if (error instanceof UsageFault) {
      await world.err.write(`vigie: ${error.message}\n`);
      return EXIT.usage;
    }
    // Commander has printed its help, its version or its complaint already.
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.clean : EXIT.usage;
    throw error;
  }
}

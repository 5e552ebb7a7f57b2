// What the exit status says, for every command.
export const EXIT = {
  /** Nothing to mend, or nothing as grave as `--fail-on`. */
  clean: 0,
  /** Findings at or above `--fail-on`; for `verify`, a log that was tampered with. */
  findings: 1,
  /** A wrong argument, or an address outside scope; nothing was sent. */
  usage: 2,
  /** The work could not be completed: interrupted, disk full, pipe closed. */
  incomplete: 3,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** Takes the exit status of a command that ran. */
export type Finish = (code: ExitCode) => void;

/** A mistake in how the command was called: which argument, and what to write instead. */
export class UsageFault extends Error {
  constructor(argument: string, message: string) {
    super(`${argument}: ${message}`);
  }
}

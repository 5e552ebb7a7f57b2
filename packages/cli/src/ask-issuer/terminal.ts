// The person at the terminal, who can be asked also where standard input is a pipe: as ssh and sudo do, through /dev/tty.
import { closeSync, openSync } from 'node:fs';
import { isatty, ReadStream, WriteStream } from 'node:tty';

export interface Terminal {
  /** Whether standard input is this terminal, so that what is read from it has to be typed. */
  readonly isInput: boolean;
  /**
   * Asks for one line.
   *
   * @param hidden - what is typed is not shown
   * @returns the line without its end, or undefined where it was broken off (Ctrl-C, Ctrl-D, hang-up)
   */
  ask(question: string, hidden: boolean): Promise<string | undefined>;
}

/** Longer lines are no answer. */
const MAX_LINE = 16_384;
const CTRL_C = '\u0003';
const CTRL_D = '\u0004';
const BACKSPACE = '\u007f';

const TERMINAL = '/dev/tty';

/** The terminal that this process belongs to; undefined where there is none, as in cron and in CI, or where the system names it otherwise. */
export function openTerminal(): Terminal | undefined {
  try {
    closeSync(openSync(TERMINAL, 'r+'));
  } catch {
    return undefined;
  }
  return { isInput: isatty(0), ask };
}

function ask(question: string, hidden: boolean): Promise<string | undefined> {
  const input = new ReadStream(openSync(TERMINAL, 'r'));
  const output = new WriteStream(openSync(TERMINAL, 'w'));
  // In raw mode every key comes as it is typed, and the terminal itself shows none.
  input.setRawMode(hidden);
  output.write(question);
  return new Promise((resolve) => {
    let line = '';
    const end = (answer: string | undefined) => {
      if (hidden) output.write('\n');
      input.removeAllListeners('data');
      input.setRawMode(false);
      input.destroy();
      output.end();
      resolve(answer);
    };
    input.once('error', () => end(undefined));
    input.once('end', () => end(undefined));
    input.on('data', (data: Buffer) => {
      for (const key of data.toString('utf8')) {
        if (key === '\r' || key === '\n') return end(line);
        if (key === CTRL_C || key === CTRL_D || line.length > MAX_LINE) return end(undefined);
        line = key === BACKSPACE || key === '\b' ? line.slice(0, -1) : line + key;
      }
    });
  });
}

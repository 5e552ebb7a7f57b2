// Hooks that redact what loggers write: pino's stream hook and a format of winston.
import type { Redactor } from './redactor.ts';

/**
 * Options for pino (9.2 or later): every line is redacted after it is serialised, whatever child or serializer made it.
 *
 * @example const logger = pino(pinoRedaction(redactor));
 */
export function pinoRedaction(redactor: Redactor): {
  readonly hooks: { readonly streamWrite: (line: string) => string };
} {
  return {
    hooks: {
      streamWrite(line) {
        const end = /\r?\n$/.exec(line)?.[0] ?? '';
        return redactor.redactJsonLine(line.slice(0, line.length - end.length)) + end;
      },
    },
  };
}

/** What winston's formats hand on; its own symbols hold the level, the finished line and the further arguments. */
export type WinstonInfo = Record<string | symbol, unknown>;

const LEVEL = Symbol.for('level');
const MESSAGE = Symbol.for('message');

/**
 * A format of winston (3). Put it last: then the finished line is redacted as it would have been written, and the fields too,
 * for transports that send those.
 *
 * @example format: winston.format.combine(winston.format.json(), winstonRedaction(redactor))
 */
export function winstonRedaction(redactor: Redactor): { transform(info: WinstonInfo): WinstonInfo } {
  return {
    transform(info) {
      const redacted = redactor.redactValue(fieldsOf(info));
      const values: WinstonInfo =
        typeof redacted === 'object' && redacted !== null ? (redacted as WinstonInfo) : { message: redacted };
      for (const symbol of Object.getOwnPropertySymbols(info)) {
        values[symbol] = symbol === LEVEL ? info[LEVEL] : redactedSymbol(info[symbol], symbol === MESSAGE, redactor);
      }
      // The level decides where a line goes; it is the logger's own word.
      values.level = info.level;
      return values;
    },
  };
}

/** Where the logger was given an error, it is the message of which the other fields are properties. */
function fieldsOf(info: WinstonInfo): unknown {
  return info instanceof Error ? info : { ...info };
}

function redactedSymbol(value: unknown, isLine: boolean, redactor: Redactor): unknown {
  if (typeof value !== 'string') return redactor.redactValue(value);
  return isLine && isJson(value) ? redactor.redactJsonLine(value) : redactor.redact(value);
}

/** Whether winston's `json` made the line. */
function isJson(line: string): boolean {
  if (!line.startsWith('{')) return false;
  try {
    JSON.parse(line);
    return true;
  } catch {
    // Another format that begins with a brace.
    return false;
  }
}

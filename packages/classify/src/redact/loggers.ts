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
      streamWrite: (line) => `${redactor.redactJsonLine(line.trimEnd())}\n`,
    },
  };
}

/** What winston's formats hand on; its own symbols hold the level and the finished message. */
export type WinstonInfo = Record<string | symbol, unknown>;

/**
 * A format of winston (3): put it last but for the one that serialises.
 *
 * @example format: winston.format.combine(winstonRedaction(redactor), winston.format.json())
 */
export function winstonRedaction(redactor: Redactor): { transform(info: WinstonInfo): WinstonInfo; options?: object } {
  return {
    transform(info) {
      const redacted = redactor.redactValue({ ...info });
      const values =
        typeof redacted === 'object' && redacted !== null ? (redacted as WinstonInfo) : { message: redacted };
      for (const symbol of Object.getOwnPropertySymbols(info)) {
        const value = info[symbol];
        values[symbol] = typeof value === 'string' ? redactor.redact(value) : redactor.redactValue(value);
      }
      // The level decides where a line goes; it is the logger's own word.
      return { ...values, level: info.level };
    },
  };
}

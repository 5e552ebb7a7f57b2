// How statements of SQL begin: what has to come after the verb for the rest to be a statement and no sentence that opens with the
// same word ("select a plan", "drop by any time", "Insert vs Crop").
import type { Token } from './tokens.ts';
import { isObject } from './words.ts';

interface StatementShape {
  /** What it weighs where nothing stands before it. */
  readonly alone: number;
  /** What it does beside reading, where that is seldom meant by a visitor. */
  readonly does?: string;
  /** The word after the verb belongs to it. */
  readonly skips: boolean;
}

const NAME: ReadonlySet<Token['kind']> = new Set(['word', 'name', 'variable']);
const TERM: ReadonlySet<Token['kind']> = new Set(['word', 'name', 'variable', 'number', 'string', 'open', 'operator']);

/** @returns undefined where no statement goes on like this */
export function statementShape(verb: string, next: Token): StatementShape | undefined {
  const plain = { alone: 2, skips: false };
  const pair = { alone: 3, skips: true };
  switch (verb) {
    case 'select':
      return TERM.has(next.kind) ? { alone: 1, skips: false } : undefined;
    case 'insert':
    case 'merge':
    case 'replace':
      return next.text === 'into' ? pair : undefined;
    case 'delete':
      return next.text === 'from' ? pair : undefined;
    case 'drop':
    case 'truncate':
    case 'alter':
    case 'create':
      return next.kind === 'word' && isObject(next.text)
        ? { ...pair, does: 'changes the schema of the database' }
        : undefined;
    case 'waitfor':
      return next.text === 'delay' || next.text === 'time' ? { ...pair, does: 'makes the server wait' } : undefined;
    case 'grant':
    case 'revoke':
    case 'update':
      return next.kind === 'word' || next.kind === 'name' ? plain : undefined;
    case 'exec':
    case 'execute':
    case 'call':
    case 'declare':
    case 'handler':
    case 'do':
      return NAME.has(next.kind) || next.kind === 'open' ? plain : undefined;
    case 'if':
    case 'while':
      return next.kind === 'open' || next.text === 'exists' ? plain : undefined;
    case 'begin':
      return next.kind === 'word' ? plain : undefined;
    case 'shutdown':
    case 'reconfigure':
    case 'commit':
    case 'rollback':
      return next.kind === 'end' || next.kind === 'comment' || next.kind === 'semicolon' || next.text === 'with'
        ? { ...plain, does: 'changes the state of the server' }
        : undefined;
    case 'load':
      return next.text === 'data' || next.text === 'extension'
        ? { ...pair, does: 'reads a file of the server' }
        : undefined;
    case 'copy':
    case 'pragma':
    case 'attach':
    case 'vacuum':
    case 'backup':
    case 'restore':
    case 'dbcc':
      return next.kind === 'word' ? plain : undefined;
    case 'show':
    case 'describe':
    case 'desc':
    case 'explain':
    case 'use':
    case 'rename':
    case 'kill':
    case 'print':
    case 'savepoint':
      return NAME.has(next.kind) || next.kind === 'string' ? { alone: 0, skips: false } : undefined;
    default:
      return undefined;
  }
}

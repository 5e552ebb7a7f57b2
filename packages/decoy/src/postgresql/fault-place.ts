// Where a server of version 15 found a fault, as it tells with every error: a file of its source, a line, and the place in the statement.
import type { FaultPlace } from './messages.ts';

/** https://github.com/postgres/postgres/tree/REL_15_4/src/backend */
const PLACES: Readonly<Record<string, readonly [file: string, line: number, routine: string]>> = {
  '22012': ['int.c', 846, 'int4div'],
  '3D000': ['dbcommands.c', 1597, 'dropdb'],
  '42601': ['scan.l', 1188, 'scanner_yyerror'],
  '42703': ['parse_relation.c', 3656, 'errorMissingColumn'],
  '42704': ['guc.c', 5823, 'find_option'],
  '42883': ['parse_func.c', 629, 'ParseFuncOrColumn'],
  '42P01': ['parse_relation.c', 1392, 'parserOpenTable'],
  '57014': ['postgres.c', 3315, 'ProcessInterrupts'],
  '58P01': ['genfile.c', 126, 'read_binary_file'],
};
/** Those that point at a word of the statement. */
const POINTING = /^42(?:601|703|883|P01)$/;

/** @param text of the error @param sql the statement */
export function faultPlace(code: string, text: string, sql: string): FaultPlace | undefined {
  const [file, line, routine] = PLACES[code] ?? [];
  if (file === undefined || line === undefined || routine === undefined) return undefined;
  const [, named] = /"([^"]+)"|function (\w+)/.exec(text) ?? [];
  const word = named ?? /function (\w+)/.exec(text)?.[1] ?? '';
  const at = word === '' ? -1 : sql.toLowerCase().indexOf(word.toLowerCase());
  const isDropped = /^table /.test(text);
  return { file, line, routine, ...(POINTING.test(code) && !isDropped && at >= 0 && { position: at + 1 }) };
}

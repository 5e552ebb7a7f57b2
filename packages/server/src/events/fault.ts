// Why the store of events did not do what was asked. A fault carries codes of the engine, never its words: they may quote a row.

export interface EventsFault {
  readonly code:
    | 'unreachable'
    | 'refused'
    | 'too-old'
    | 'newer-than-program'
    | 'not-supported-here'
    | 'overloaded'
    | 'failed'
    | 'closed';
  readonly message: string;
  readonly remedy: string;
}

/** What an engine says of a statement that failed. */
export interface EngineError {
  /** https://github.com/ClickHouse/ClickHouse/blob/master/src/Common/ErrorCodes.cpp */
  readonly code: number | undefined;
  /** Its name there, such as UNKNOWN_TABLE. */
  readonly name: string | undefined;
}

/** Wrong user, password or grant. */
const LOGIN_CODES: readonly (number | undefined)[] = [192, 193, 194, 497, 516];
/** Disk and memory. */
const SPACE_CODES: readonly (number | undefined)[] = [241, 243];

export function faultOf({ code, name }: EngineError): EventsFault {
  const which = code === undefined ? 'without a code' : `with code ${code}${name === undefined ? '' : `, ${name}`}`;
  const message = `the store of events refused a statement ${which}`;
  if (LOGIN_CODES.includes(code))
    return {
      code: 'refused',
      message,
      remedy:
        'look at user, password and grants: the URL of --events-url needs one that may create, alter, insert and select',
    };
  if (SPACE_CODES.includes(code))
    return { code: 'failed', message, remedy: 'give it more disk or memory, then try again' };
  return { code: 'failed', message, remedy: 'look into the log of the store of events, and try again' };
}

/** @param reason the system's word, such as ECONNREFUSED */
export function unreachable(reason: string): EventsFault {
  return {
    code: 'unreachable',
    message: `the store of events does not answer (${reason})`,
    remedy: 'look whether the server of --events-url runs and whether this machine reaches it',
  };
}

export const CLOSED: EventsFault = {
  code: 'closed',
  message: 'the store of events is closed',
  remedy: 'start the platform again',
};

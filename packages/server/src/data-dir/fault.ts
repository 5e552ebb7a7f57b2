// Why a data directory, or the key ring that belongs to it, cannot be used.

export interface DataDirFault {
  readonly code:
    | 'unusable'
    | 'open-to-others'
    | 'locked'
    | 'not-a-data-dir'
    | 'damaged'
    | 'newer-than-program'
    | 'key-inside'
    | 'key-missing'
    | 'key-damaged'
    | 'another-key';
  readonly message: string;
  readonly remedy: string;
}

/** The system's own word for what went wrong, such as EACCES. */
export function reasonOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
}

export function unusable(path: string, error: unknown): DataDirFault {
  return {
    code: 'unusable',
    message: `${path} cannot be made, read or written (${reasonOf(error)})`,
    remedy: 'check that it may be written to and that the disk is not full, or name another place',
  };
}

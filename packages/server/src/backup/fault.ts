// Why a backup or a restore came to nothing.

export interface BackupFault {
  readonly code:
    | 'file-failed'
    | 'nothing-there'
    | 'not-empty'
    | 'not-a-backup'
    | 'damaged'
    | 'newer-than-program'
    | 'server-failed'
    | 'store-failed';
  readonly message: string;
  readonly remedy: string;
}

/** A fault of one of the stores, as one of the backup. */
export function storeFailed({ message, remedy }: { readonly message: string; readonly remedy: string }): BackupFault {
  return { code: 'store-failed', message, remedy };
}

export function fileFailed(path: string, error: unknown): BackupFault {
  const reason = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
  return {
    code: 'file-failed',
    message: `${path} cannot be read or written (${reason})`,
    remedy: 'check its folder and the free space of its disk, or name another file',
  };
}

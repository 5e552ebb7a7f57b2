// What a verified log still does not prove, and what to do about it: said each time, since a reader takes silence for proof.
import type { Verdict } from '@vigie/evidence';

export type Verified = Extract<Verdict, { readonly outcome: 'verified' }>;

export interface Limit {
  /** What nobody can know from what was given. */
  readonly open: string;
  readonly remedy: string;
}

export function limitsOf(verdict: Verified): Limit[] {
  return [endLimit(verdict), signatureLimit(verdict), keyLimit(verdict), timeLimit(verdict)].filter(
    (one) => one !== undefined,
  );
}

function endLimit({ entries, guarantees: { complete } }: Verified): Limit | undefined {
  const kept = complete.find(({ keptBy }) => keptBy === 'caller');
  if (kept && kept.entries === entries) return undefined;
  if (kept) {
    return {
      open: `entries after the first ${kept.entries} could have been cut off: ${kept.checkpoint} is older than they are`,
      remedy: 'give the newest checkpoint that was kept elsewhere, with --checkpoint',
    };
  }
  if (complete.length > 0) {
    return {
      open: 'whoever may write to the folder of the log could have cut off its end and put back an older checkpoint beside it',
      remedy: 'keep checkpoints where the writer of the log has no access, and give the newest with --checkpoint',
    };
  }
  return {
    open: 'entries at the end could have been cut off, signed ones too: no checkpoint was given and none lies beside the log',
    remedy:
      'give the newest checkpoint that was kept elsewhere, with --checkpoint; from now on keep one after each visit',
  };
}

function signatureLimit({ entries, guarantees: { signed } }: Verified): Limit | undefined {
  if (signed === entries) return undefined;
  const which = signed === 0 ? 'no entry is' : `entries after the first ${signed} are not`;
  return {
    open: `${which} under a signed checkpoint: whoever may write to the file could have written them anew`,
    remedy: 'have a checkpoint signed: the writer does so every so many entries and when it closes the log',
  };
}

function keyLimit({ guarantees: { keyFrom, complete } }: Verified): Limit | undefined {
  if (keyFrom === 'caller' || complete.some(({ keptBy }) => keptBy === 'caller')) return undefined;
  return {
    open: 'the key is the one that the log names for itself: all of it could be another log, written with another key',
    remedy: 'give the key that you know to be its own, with --key',
  };
}

function timeLimit({ guarantees: { existed, untrustedTimeStamps } }: Verified): Limit | undefined {
  if (existed !== undefined) return undefined;
  const open = 'the times are those of the clock of its writer; ';
  return untrustedTimeStamps > 0
    ? {
        open: `${open}time stamps from authorities that were not trusted here: ${untrustedTimeStamps}`,
        remedy: 'give the root certificates of those that you trust, with --time-roots',
      }
    : { open: `${open}no authority has stamped it`, remedy: 'have checkpoints stamped by a time-stamping authority' };
}

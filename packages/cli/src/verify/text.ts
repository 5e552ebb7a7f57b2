// The verdict of `vigie verify` for a reader: what is wrong and where, or what holds and what does not.
import type { LogFault, Verdict } from '@vigie/evidence';
import { limitsOf, type Verified } from './limits.ts';

export function verdictText(file: string, verdict: Verdict): string {
  return `${linesOf(file, verdict).join('\n')}\n`;
}

function linesOf(file: string, verdict: Verdict): string[] {
  switch (verdict.outcome) {
    case 'verified':
      return [`${file}: verified`, ...provenLines(verdict), ...limitLines(verdict)];
    case 'tampered':
      return [`${file}: TAMPERED WITH`, ...faultLines(verdict.fault)];
    case 'incomplete':
      return [`${file}: not verified`, ...faultLines(verdict.fault)];
  }
}

function faultLines({ code, line, sequence, through, message, remedy }: LogFault): string[] {
  const last = through === undefined || through === sequence ? '' : ` to ${through}`;
  const where = code === 'unreadable' ? '' : `line ${line}, entry ${sequence}${last}: `;
  return [`  ${where}${message} (${code})`, `  what to do: ${remedy}`];
}

function provenLines({ origin, entries, root, guarantees }: Verified): string[] {
  const { signed, key, keyFrom, complete, existed } = guarantees;
  const by = keyFrom === 'caller' ? 'the key that you gave' : 'the key that it names';
  return [
    `  log:       ${origin}, ${entries} entries, root ${root}`,
    `  unchanged: all ${entries} follow one another by their hashes`,
    signed === 0 ? `  signed:    none; the key is ${key}` : `  signed:    the first ${signed}, by ${by}: ${key}`,
    ...complete.map((one) => `  complete:  the first ${one.entries}, by the checkpoint ${one.checkpoint}`),
    ...(existed
      ? [
          `  existed:   the first ${existed.entries} at ${new Date(existed.at).toISOString()}, says ${existed.authority}`,
        ]
      : []),
  ];
}

function limitLines(verdict: Verified): string[] {
  const limits = limitsOf(verdict);
  if (limits.length === 0) return [];
  return ['not proven:', ...limits.flatMap(({ open, remedy }) => [`  - ${open}`, `    what to do: ${remedy}`])];
}

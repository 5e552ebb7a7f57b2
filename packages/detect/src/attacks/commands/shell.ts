// Signs that belong to a shell wherever they stand: connections that it opens, interpreters that it hands code to, tricks that keep
// spaces and names from a filter.
import type { Where } from '../attack.ts';
import { isQuotedCode, wordCount } from '../prose.ts';
import type { Signs } from '../signs.ts';

interface Shape {
  readonly pattern: RegExp;
  readonly weight: number;
  readonly reason: string;
}

const SHAPES: readonly Shape[] = [
  {
    pattern: /^[\s"']*\(\)\s*\{\s*(?::|_|\w{0,20})\s*;?\s*\}?\s*[;>]/,
    weight: 7,
    reason: 'defines a function of a shell in a variable (Shellshock)',
  },
  {
    pattern: /([\w:]{1,20})\s{0,8}\(\s{0,8}\)\s{0,8}\{\s{0,8}\1\s{0,8}\|\s{0,8}\1\s{0,8}&/,
    weight: 7,
    reason: 'defines a function of a shell that calls itself without end',
  },
  { pattern: /\/dev\/(?:tcp|udp)\/[\w.]/, weight: 6, reason: 'opens a connection from a shell' },
  {
    pattern: /\bnc(?:\.exe|at)?\s{1,8}(?:-\w{1,10}\s{1,8}){0,6}(?:[\w.]{1,100}\s{1,8}\d{2,5}|-\w{0,8}[el])/i,
    weight: 4,
    reason: 'opens a connection from a shell',
  },
  {
    pattern: /\|\s{0,8}(?:sudo\s{1,8})?(?:\/bin\/|\/usr\/bin\/)?(?:ba|z|k|da|c)?sh\b(?:\s|$|["'`;)])/i,
    weight: 4,
    reason: 'pipes into a shell',
  },
  {
    pattern: /\b(?:curl|wget|fetch|base64)\s[^|]{0,300}\|\s{0,8}(?:sh|bash|python\d?|perl|php|node)\b/i,
    weight: 4,
    reason: 'pipes into a shell',
  },
  {
    pattern:
      /\bfor\s{1,20}(?:\/[dfrl]\s{1,20}\S{0,20}\s{0,20})?%{1,2}[\w/@[\]-]{1,20}\s{1,20}in\s{0,20}\(.{0,80}\)\s{0,20}do\b/i,
    weight: 5,
    reason: 'hands commands to the shell of Windows',
  },
  {
    pattern:
      /\bif\s{1,20}(?:\/i\s{1,20})?(?:not\s{1,20})?(?:\S{1,40}\s{1,20}(?:equ|neq|lss|leq|gtr|geq)\s{1,20}\S|['"[{]?%{1,2}\w{1,40}%{0,2}['"\]}]?\s{0,20}==)/i,
    weight: 5,
    reason: 'hands commands to the shell of Windows',
  },
  {
    pattern:
      /(?:^|[\s"'&|;/\\])cmd(?:\.exe)?\s{0,8}[/+ ]{1,8}[ckr]\b|%comspec%|certutil(?:\.exe)?\s.{0,40}-urlcache|bitsadmin\s.{0,20}\/transfer|regsvr32\s.{0,20}\/i:/i,
    weight: 5,
    reason: 'hands commands to the shell of Windows',
  },
  {
    pattern:
      /\bpowershell(?:\.exe)?\b.{0,80}(?:-(?:e|enc|encodedcommand|nop|noprofile|w|c|command|ep|exec)\b|iex|downloadstring)|\b(?:iex|invoke-expression)\s{0,8}\(|new-object\s{1,8}(?:system\.)?net\.webclient|\.downloadstring\s{0,8}\(/i,
    weight: 5,
    reason: 'hands code to PowerShell',
  },
  {
    pattern:
      /\b(?:ba|z|k|da)?sh\s{1,8}-[a-z]{0,6}c\b|\bpython[\d.]{0,6}\s{1,8}-c\b|\bperl\s{1,8}-[a-z]{0,6}e\b|\bphp\s{1,8}-r\b|\bruby\s{1,8}-[a-z]{0,6}e\b/i,
    weight: 4,
    reason: 'hands code to an interpreter',
  },
  { pattern: /\$\{?IFS\}?/, weight: 4, reason: 'writes spaces so that a filter does not see them' },
  {
    pattern: /\$\(\(|\$'\\x|\$\{(?:HOME|PATH|SHELL|PWD|HOSTTYPE)[:#%]/,
    weight: 3,
    reason: 'cuts letters out of variables of a shell',
  },
  {
    pattern:
      /\brm\s{1,8}-[rf]{1,3}\s{1,8}[/~*.]|\bchmod\s{1,8}(?:[0-7]{3,4}|[ugoa]{0,4}\+[rwxs]{1,4})\s{1,8}\S|\bmkfifo\s{1,8}\//i,
    weight: 3,
    reason: 'changes files by a command',
  },
];

export function judgeShell(text: string, where: Where, signs: Signs): void {
  for (const { pattern, weight, reason } of SHAPES) {
    const found = pattern.exec(text);
    if (!found) continue;
    // A text about shells shows such things, and a sentence names them.
    const isShown = where === 'body' && (wordCount(text, 20) >= 20 || isQuotedCode(text, found.index));
    const isSaid = weight <= 5 && wordCount(text.slice(0, found.index), 3) >= 3;
    signs.note(weight - (isShown ? 3 : isSaid ? 1 : 0), reason);
  }
}

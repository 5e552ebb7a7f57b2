// Command injection: a sign of a shell with a program behind it, in the place where a shell would look for one, with arguments that a
// program has. Programs have names that are words, so a sign and a word alone are not enough.
import { type Attack, attackOf, type Where } from '../attack.ts';
import type { Form } from '../decoding/forms.ts';
import { isSystemFile } from '../paths/system-files.ts';
import { isQuotedCode, isText, wordCount } from '../prose.ts';
import { Signs } from '../signs.ts';
import { judgeCode } from './code.ts';
import { judgeShell } from './shell.ts';
import { isProgramPath, programWord } from './words.ts';

const WORTH =
  /[;|&`$\n\r<>(]|\.exe|\/bin\/|\\u|cmd|powershell|%[a-z]+%|^\s{0,8}[\w.'"\\/-]{1,40}\s+[-/~$\d]|^\s{0,8}[\w-]{2,40}\s+https?:|^\s{0,8}(?:\{[\w/.?*]+,|\w+(?:''|""|\\)\w)/i;
/** Where a shell begins a command. */
const POSITION = /&&|\|\||[;|&\n\r]+|\$\(|`|<\(|>\(|\$\{\s?(?=\w+\s)|\bthen\s|\bdo\s/g;
const MAX_POSITIONS = 64;
const MAX_COMMAND = 512;
/** Words before a command that change nothing of it. */
const BEFORE =
  /^(?:[\s"'(){}+:^@!\\]|sudo\s|nohup\s|exec\s|eval\s|time\s|env\s|command\s|start\s|call\s|\w+=\S*\s|\$\{?ifs\}?(?:\$\d)?)+/i;

export function commandInjection({ text }: Form, where: Where): Attack | undefined {
  if (!WORTH.test(text)) return undefined;
  const start = text.slice(0, 16 * 1024);
  const signs = new Signs();
  judgeCode(start, where, signs);
  judgeShell(start, where, signs);
  judgeStart(start, where, signs);
  POSITION.lastIndex = 0;
  for (let tries = 0; tries < MAX_POSITIONS; tries += 1) {
    const found = POSITION.exec(start);
    if (!found) break;
    judgePosition(start, found.index, found[0], where, signs);
  }
  return attackOf('command-injection', signs.all);
}

interface Command {
  /** `unknown`: a word that may be a program. */
  readonly word: 'program' | 'either' | 'path' | 'unknown';
  /** What comes behind the name. */
  readonly rest: string;
  /** The name is written so that a filter does not know it. */
  readonly isDisguised: boolean;
}

/** The program that the text begins with. */
function commandAt(text: string): Command | undefined {
  const behind = text.replace(BEFORE, '').trimStart();
  const written = /^(?:[a-z]:)?[\w./\\'"^*?@${}+,-]{1,120}/i.exec(behind)?.[0] ?? '';
  if (written === '') return undefined;
  const spaced = /^\{?[\w./'"\\^-]+(?=\$\{?ifs|,|\$@)/i.exec(written)?.[0] ?? written;
  const name = spaced
    .toLowerCase()
    .replace(/(?<=\w)(?:['"^]{1,2}|\\(?=\w)|``|\$\(\)|\$[@?*!#\d]|\$\{[@*\w]{0,8}\})(?=\w)/g, '')
    .replaceAll('\\', '/')
    .replace(/^[{'"]+|['"}.,/]+$/g, '');
  const isDisguised =
    /\w(?:['"^]{1,2}|\\|``|\$\(\)|\$[@?*!#\d]|\$\{[@*\w]{0,8}\})\w/.test(spaced) &&
    !/^[a-z]:|\w\\\w+\\|[/.]/i.test(spaced);
  const rest = behind.slice(spaced.length);
  // `set(opts)` is a call of some language.
  if (rest.startsWith('(')) return undefined;
  if (isProgramPath(name)) return { word: 'path', rest, isDisguised: /[?*]/.test(name) };
  const word = programWord(name) ?? (/^[a-z][a-z\d_-]{2,24}$/.test(spaced) ? 'unknown' : undefined);
  return word === undefined ? undefined : { word, rest, isDisguised };
}

function judgePosition(text: string, at: number, sign: string, where: Where, signs: Signs): void {
  const behind = text.slice(at + sign.length, at + sign.length + MAX_COMMAND);
  const command = commandAt(behind);
  if (command === undefined) return;
  if (
    command.word === 'unknown' &&
    (!/^[\s"'`)};|&\\]*$/.test(text.slice(0, at)) || !/^\s+--?[a-z]/i.test(command.rest))
  )
    return;
  const own = new Signs();
  const isSubstitution = sign === '`' || sign.endsWith('(');
  if (isSubstitution) judgeSubstitution(text, at, sign, behind, command, own);
  else judgeSeparated(text, at, sign, command, own);
  if (command.isDisguised) own.note(3, 'writes the name of a program so that a filter does not know it');
  if (command.word === 'path') own.note(2, 'names a program with its folder');
  const less = where === 'body' && isQuotedCode(text, at) ? 4 : 0;
  const inText = where === 'header' && /^\s*mozilla|^\s*opera/i.test(text) && !isSubstitution ? 2 : 0;
  for (const { weight, reason } of own.all) signs.note(weight - less - inText, reason);
}

function judgeSubstitution(
  text: string,
  at: number,
  sign: string,
  behind: string,
  command: Command,
  signs: Signs,
): void {
  const closing = sign === '`' ? '`' : ')';
  const end = behind.indexOf(closing);
  const inside = end < 0 ? behind : behind.slice(0, end);
  const prose = wordCount(text.slice(0, at) + behind.slice(inside.length), 4);
  if (sign === '`') {
    // A fence of Markdown is none of a shell.
    if (text.slice(Math.max(0, at - 2), at + 3).includes('``')) return;
    const isAlone = prose < 2;
    if (end < 0) return;
    // Backquotes come in pairs, and Markdown has them around code.
    const isOpening = text.slice(0, at).split('`').length % 2 === 1;
    if (!isOpening) return;
    signs.note(
      isAlone && (command.word !== 'either' || isShellLike(command.rest.split('`')[0] ?? '') > 0) ? 5 : isAlone ? 4 : 1,
      'has a command between backquotes',
    );
    if (isAlone && inside.length + 2 >= text.replace(/[\s"']+/g, ' ').trim().length - 2)
      signs.note(1, 'is nothing but a command');
    return;
  }
  const args = isShellLike(command.rest.split(')')[0] ?? '');
  signs.note(
    command.word !== 'either' || args > 0 || /^\s*$/.test(command.rest.split(')')[0] ?? '') ? 5 : 3,
    'has a command in the place of a value',
  );
}

function judgeSeparated(text: string, at: number, sign: string, command: Command, signs: Signs): void {
  const before = text.slice(0, at);
  const args = isShellLike(command.rest);
  // `;id`, `a);id`, `x'|id`: nothing, a word, or what closes the call of the page stands before.
  const isFirst = !before.includes('```') && /^[\s"'`)}$+,;|&\\\n\r]*$/.test(before);
  const isClosing = /["'`)]\s*$/.test(before) || isFirst;
  const words = wordCount(before, 6);
  const isEnd = /^\s*(?:$|[;|&#`\n\r"')])/.test(command.rest);
  const isDangling = /^\s*(?:[;|&]\s*$|#)/.test(command.rest);
  const file = /^[\s+]*([^\s;|&]{2,200})/.exec(command.rest)?.[1];
  if (file !== undefined && isSystemFile(file.toLowerCase())) signs.note(1, 'gives the program a file of the server');
  const strength = command.word === 'either' || command.word === 'unknown' ? 0 : 2;
  signs.note(1.5 + strength, 'has a sign of a shell with a program behind it');
  if (args > 0) signs.note(args, 'gives the program arguments of a shell');
  if (args > 0 && /^\S{1,40}$/.test(before)) signs.note(1, 'stands right behind a word');
  if (isEnd && isClosing) signs.note(3.5 - strength / 2, 'runs the program and nothing else');
  else if (isEnd && isDangling && words <= 1) signs.note(3.5 - strength / 2, 'runs the program and nothing else');
  if (isFirst) signs.note(strength > 0 ? 1.5 : 1, 'begins with the sign of a shell');
  else if (words > 4) signs.note(-2, 'stands behind several words');
  if (/[\n\r]/.test(sign) && !isFirst && words > 0) signs.note(-1, 'stands on a line of its own');
}

/** How much what follows a name looks like arguments and not like a sentence. */
function isShellLike(rest: string): number {
  const arg = /^(?:[^\S\r\n]|\$\{?ifs\}?(?:\$\d)?|\+|,|[<>])+/i.exec(rest)?.[0];
  if (arg === undefined) return 0;
  const odd = /ifs|,/i.test(arg) ? 2 : 0;
  const args = rest.slice(arg.length, arg.length + 300);
  if (/^(?:--?[a-z][\w-]*|\/[a-z?]\b)(?:\s|$|[;|&=`)"'])/i.test(args)) return 3 + odd;
  if (
    /^(?:~?\/|\.\.?\/|[a-z]:(?:[\\/|"'\s]|$)|[\\/]{2}|\$|%\w+%|\d{1,3}(?:\.\d{1,3}){3}|https?:\/\/|ftp:\/\/)/i.test(
      args,
    )
  )
    return 3 + odd;
  if (arg.includes('<') || arg.includes('>') || /^[^|;&]{0,80}(?:>|2>&1|<)\s*[\w/&$.]/.test(args)) return 2.5 + odd;
  if (/^\d{1,4}\s*(?:$|[;|&`)#"'])/.test(args)) return 2.5 + odd;
  if (
    /^[\w.-]+\.(?:php|txt|sh|py|pl|exe|conf|ini|log|jsp|aspx?|bat|ps1|html?|com|net|org|io|xml|cfg|c|old)\b/i.test(args)
  )
    return 2 + odd;
  if (/^["'`*?@]/.test(args)) return 1.5 + odd;
  return odd;
}

/** The value is a command from its beginning: a program with its folder or ending, and arguments. */
function judgeStart(text: string, where: Where, signs: Signs): void {
  const command = commandAt(text.slice(0, MAX_COMMAND));
  if (command === undefined || wordCount(text, 12) >= 12) return;
  const isNamed = command.word === 'path' || /^\s*["'(]?[a-z]+\.exe\b/i.test(text);
  if (command.word === 'unknown') return;
  const args = isShellLike(command.rest);
  const file = /^\s+([^\s;|&]{2,200})/.exec(command.rest)?.[1];
  if (file !== undefined && isSystemFile(file.toLowerCase()) && !isText(text, where))
    signs.note(5, 'gives a program a file of the server');
  if (command.isDisguised && !isText(text, where))
    signs.note(5, 'writes the name of a program so that a filter does not know it');
  if (/^\s*\{/.test(text) && command.rest.startsWith(',')) signs.note(5, 'writes a command in braces, without spaces');
  if (isNamed && args > 0) signs.note(2 + args, 'is a program with arguments');
  else if (isNamed && /^\s*["']?\s*[|;&]/.test(command.rest))
    signs.note(5, 'is a program with a sign of a shell behind it');
  else if (command.word === 'program' && args >= 2.5)
    signs.note(args >= 3 && !isText(text, where) ? 5 : 2, 'is a program with arguments');
  if (isNamed && command.word === 'path' && /^\s*$/.test(command.rest) && text.trim().startsWith('/'))
    signs.note(3, 'names a program with its folder');
}

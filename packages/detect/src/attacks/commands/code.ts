// Code that a server would run as its own language: PHP, directives of server-side includes, Python, Java, JavaScript of servers, Perl.
import type { Where } from '../attack.ts';
import { isQuotedCode, wordCount } from '../prose.ts';
import type { Signs } from '../signs.ts';

interface Shape {
  readonly pattern: RegExp;
  readonly weight: number;
  readonly reason: string;
}

const RUNS =
  'system|exec|shell_exec|passthru|popen|proc_open|pcntl_exec|eval|assert|call_user_func(?:_array)?|create_function|preg_replace|file_put_contents|fputs|fwrite|include(?:_once)?|require(?:_once)?|base64_decode|gzinflate|str_rot13|phpinfo|php_uname|getcwd|ini_set|move_uploaded_file|array_map|readfile|show_source|highlight_file|file_get_contents|scandir|unserialize|die|print|print_r|echo|chr|md5';

const SHAPES: readonly Shape[] = [
  { pattern: /<\?=|[{[]php[}\]].{0,80}[;('"]/is, weight: 5, reason: 'has code of PHP' },
  {
    pattern: /<!--\s{0,20}#\s{0,8}(?:exec|include|echo|printenv|config|set|fsize)\b/i,
    weight: 7,
    reason: 'has a directive that a server would run (SSI)',
  },
  {
    pattern: new RegExp(
      String.raw`<\?(?:php\b|=|\s)?[^?]{0,200}(?:\b(?:${RUNS})\b|\$_(?:get|post|request|cookie|server|files)|\$\w)`,
      'i',
    ),
    weight: 6,
    reason: 'has code of PHP',
  },
  { pattern: /<\?php\b/i, weight: 5, reason: 'has code of PHP' },
  {
    pattern: /<%[^%]{0,200}(?:response\.write|request\b|runtime|eval|execute|createobject)/i,
    weight: 6,
    reason: 'has code of a page of the server',
  },
  {
    pattern: /\$_(?:get|post|request|cookie|server|files|session|env)\s*\[/i,
    weight: 5,
    reason: 'uses variables of PHP',
  },
  {
    pattern:
      /(?:^|[;|&"'`){}\s(=@.])(?:system|shell_exec|passthru|popen|proc_open|pcntl_exec)\s{0,8}\(\s{0,8}["'$`\w]/i,
    weight: 4,
    reason: 'calls a function that runs commands',
  },
  {
    pattern:
      /(?:^|[;|&"'`){}@]|(?<!\w)\.)\s{0,8}(?:phpinfo|php_uname|phpversion|getcwd|get_current_user|sys_getloadavg)\s{0,8}\(\s{0,8}\)/i,
    weight: 5,
    reason: 'calls a function that tells of the server',
  },
  {
    pattern:
      /(?:^|[;"'`){}@])\s{0,8}(?:eval|assert|exec|call_user_func|create_function)\s{0,8}\(\s{0,8}(?:["'$]|base64_decode|gzinflate|str_rot13|chr\s*\(|stripslashes|file_get_contents)/i,
    weight: 4,
    reason: 'calls a function that runs code',
  },
  {
    pattern: /\$\{@?(?:print|system|exec|phpinfo|eval|passthru|shell_exec|md5)\s{0,4}\(/i,
    weight: 6,
    reason: 'has a call of PHP in the place of a variable',
  },
  {
    pattern:
      /\bprint\s{0,4}\(\s{0,4}md5\s{0,4}\(|\bdie\s{0,4}\(\s{0,4}(?:md5|@?system|\d{5})|\bbase64_decode\s{0,4}\(\s{0,4}["']/i,
    weight: 4,
    reason: 'calls functions that show whether code runs',
  },
  {
    pattern: /(?:^|[^\w])[OCa]:\d{1,4}:(?:"[\w\\]{1,100}":\d{1,4}:)?\{[^}]{0,40}[;:]/,
    weight: 5,
    reason: 'is an object that PHP would build',
  },
  {
    pattern: /^rO0AB[XQ]|^\xac\xed|^H4sIAAAAA.{4,}(?:AAA|_ACED)/,
    weight: 6,
    reason: 'is an object that Java would build',
  },
  {
    pattern:
      /__import__\s{0,4}\(|\bos\.(?:system|popen|exec[lv]p?e?)\s{0,4}\(|\bsubprocess\.(?:call|popen|run|check_output)\s{0,4}\(|\bexec\s{0,4}\(\s{0,4}compile\s{0,4}\(/i,
    weight: 5,
    reason: 'calls a function of Python that runs commands',
  },
  {
    pattern:
      /getruntime\s{0,4}\(\s{0,4}\)\s{0,4}\.\s{0,4}exec|\bprocessbuilder\s{0,4}\(|\bruntime\.exec\s{0,4}\(|\bclass\.module\.classloader\b|\bjava\.lang\.(?:runtime|processbuilder|class|system)\b|\bscriptenginemanager\b|\b(?:invoker|clone|instantiate|chained)transformer\b|\b(?:for|while)closure\b|\b(?:instantiate|prototypeclone|prototypeserialization)factory\b|\btemplatesimpl\b|\bbadattributevalueexpexception\b/i,
    weight: 5,
    reason: 'reaches for the interpreter of Java',
  },
  {
    pattern:
      /require\s{0,4}\(\s{0,4}['"`](?:node:)?(?:child_process|vm)['"`]\s{0,4}\)|process\.mainmodule|\bchild_process\b.{0,40}exec|(?:__proto__|constructor\s{0,4}[.[]{1,2}\s{0,4}['"]?prototype)\s{0,4}["'\]]{0,3}\s{0,4}[.:[=]|_\$\$ND_FUNC\$\$_/i,
    weight: 5,
    reason: 'reaches for the interpreter of JavaScript',
  },
  {
    pattern: /^\s{0,8}(?:call_user_func(?:_array)?|invokefunction|create_function|shell_exec|proc_open)\s{0,8}$/i,
    weight: 5,
    reason: 'names a function that runs what it is given',
  },
  { pattern: /@\{\s{0,8}\[/, weight: 5, reason: 'has an expression that Perl would compute in a text' },
  {
    pattern: /#_memberaccess|@java\.lang|#context\s{0,4}\[|\(#\w+\s{0,4}=\s{0,4}(?:@|new\s|#)/i,
    weight: 6,
    reason: 'has an expression that Struts would run (OGNL)',
  },
  {
    pattern: /(?:^|[;"'`)])\s{0,8}(?:open|system|exec|syscall)\s{0,4}\(\s{0,4}["'][^"']{0,80}\|/i,
    weight: 4,
    reason: 'opens a pipe to a program',
  },
];

/** One of these is in every shape. */
const WORTH =
  /[(<[{:]|call_user|function|_exec|proc_open|rO0AB|H4sI|\xac\xed|\b(?:java|child_process|class\.module)|transformer|closure|factory|templatesimpl|attributevalue|scriptengine|unsafedes|#_member|__/i;

export function judgeCode(text: string, where: Where, signs: Signs): void {
  if (!WORTH.test(text)) return;
  // A text that shows code is no attack with it; one that is nothing but code may be.
  const isText = wordCount(text, 16) >= 16;
  for (const { pattern, weight, reason } of SHAPES) {
    const found = pattern.exec(text);
    if (!found) continue;
    const isShown = where === 'body' && (isText || isQuotedCode(text, found.index));
    signs.note(isShown ? weight - 3 : weight, reason);
  }
  const call = /(?:^|[;|&"'`)])\s{0,8}(?:system|shell_exec|passthru|popen|exec|eval)\s{0,4}\(\s{0,4}["'`$]/i.exec(text);
  if (!call) return;
  if (/^\s*[;|&"'`)]/.test(text.slice(0, 4))) signs.note(2, 'begins with what closes a call of the page');
  else if (call.index === 0 && !isText) signs.note(5, 'is a call of a function that runs commands');
}

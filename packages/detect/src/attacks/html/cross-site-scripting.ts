// Cross-site scripting: would the value make a browser run a script, as a fragment of a page, in an attribute, as a URL, or inside of
// a script that is there?
import { type Attack, attackOf, type Where } from '../attack.ts';
import type { Form } from '../decoding/forms.ts';
import { isQuotedCode, isText, wordCount } from '../prose.ts';
import { Signs } from '../signs.ts';
import { isHandler, isScriptStyle, isScriptUrl, reachesForPage } from './scripts.ts';
import { readTags, type Tag } from './tags.ts';

const WORTH = /[<>"'`(={]|script|data:/i;
/** Attributes that a browser loads or follows. */
const URLS = new Set(
  'href src action formaction data xlink:href background dynsrc lowsrc poster code codebase to from values value content folder classid archive ping manifest url longdesc profile usemap'.split(
    ' ',
  ),
);
/** A page of somebody else inside of the page. */
const FRAMES = new Set('iframe frame embed object applet portal fencedframe'.split(' '));

export function crossSiteScripting({ text }: Form, where: Where): Attack | undefined {
  if (!WORTH.test(text)) return undefined;
  const signs = new Signs();
  if (text.includes('<')) for (const tag of readTags(text)) judgeTag(tag, text, where, signs);
  judgeStart(text, signs);
  judgeBreakout(text, where, signs);
  return attackOf('cross-site-scripting', signs.all);
}

function judgeTag(tag: Tag, text: string, where: Where, outer: Signs): void {
  const signs = new Signs();
  const { name, attributes, isClosing } = tag;
  if (name === 'script' || name === 'vbscript') judgeScript(tag, text, signs);
  if (isClosing) {
    if (name === 'script' || name === 'style' || name === 'textarea' || name === 'title' || name === 'noscript')
      signs.note(1, 'closes an element that the page has opened');
  } else {
    if (name === 'style' && isScriptStyle(text.slice(tag.end, tag.end + 2048)))
      signs.note(6, 'has a style that runs a script');
    else if (name === 'style') signs.note(2, 'has a style of its own');
    for (const { name: attribute, value } of attributes) judgeAttribute(name, attribute, value, where, signs);
    judgeElement(tag, isText(text, where), signs);
  }
  const isShown = where === 'body' && isQuotedCode(text, tag.start);
  for (const { weight, reason } of signs.all) outer.note(isShown ? weight - 4 : weight, reason);
}

function judgeScript({ isClosing, attributes, end }: Tag, text: string, signs: Signs): void {
  if (isClosing) {
    signs.note(3, 'closes a script');
    return;
  }
  const code = text.slice(end, end + 512);
  if (attributes.some(({ name }) => name === 'src' || name === 'href' || name.endsWith(':href')))
    signs.note(6, 'loads a script');
  else if (/[(=;`{[]|<\//.test(code.split(/<[a-z!]/i)[0] ?? '')) signs.note(6, 'has an element with a script');
  else signs.note(wordCount(text, 5) < 5 ? 5 : 3, 'opens an element for a script');
}

function judgeAttribute(element: string, attribute: string, value: string, where: Where, signs: Signs): void {
  if (isHandler(attribute) && (value !== '' || attribute.length > 4))
    signs.note(value === '' ? 3 : 6, 'has a tag with a handler of an event');
  if (URLS.has(attribute) && isScriptUrl(value)) signs.note(6, 'has a tag with an address that runs a script');
  else if (/^["'`]?\s*&?\{/.test(value) && reachesForPage(value))
    signs.note(6, 'has an attribute that old browsers compute');
  if (attribute === 'style' && isScriptStyle(value)) signs.note(6, 'has a style that runs a script');
  if (attribute === 'srcdoc' && value.includes('<')) signs.note(6, 'has a frame with a page written into it');
  if (
    element === 'meta' &&
    attribute === 'content' &&
    /url\s*=/i.test(value) &&
    isScriptUrl(value.replace(/^.*?url\s*=\s*/i, ''))
  )
    signs.note(6, 'has a tag with an address that runs a script');
  if (where !== 'body' && attribute === 'content' && /<script/i.test(value))
    signs.note(4, 'puts a script into a header');
}

function judgeElement({ name, attributes }: Tag, isRich: boolean, signs: Signs): void {
  const textOf = (wanted: string) => attributes.find((attribute) => attribute.name === wanted)?.value;
  // Editors of rich text send frames and links; a parameter of a query seldom has them.
  const less = isRich ? 3 : 0;
  if (FRAMES.has(name) && attributes.some(({ name: attribute, value }) => URLS.has(attribute) && value !== ''))
    signs.note(5 - less, 'puts a page of somebody else into the page');
  if (name === 'import' || name === 'vmlframe') signs.note(5, 'loads a part of a page that runs');
  if (attributes.some(({ name: attribute }) => attribute === 'datasrc') && textOf('dataformatas') !== undefined)
    signs.note(5, 'puts data into the page as HTML');
  if (name === 'base' && textOf('href') !== undefined) signs.note(5, 'changes where all addresses of the page lead');
  if (name === 'meta' && /refresh|set-cookie|link/i.test(textOf('http-equiv') ?? ''))
    signs.note(5, 'acts as a header of the answer');
  if (name === 'link' && textOf('href') !== undefined && /stylesheet|import|preload/i.test(textOf('rel') ?? ''))
    signs.note(5 - less, 'loads a style or a part of a page');
}

/** The value is an address or code from its beginning. */
function judgeStart(text: string, signs: Signs): void {
  const start = text.slice(0, 2048);
  const bare = start.replace(/^[\s"'`(&{]+/, '');
  const scheme = /^[^:]{0,200}:/.exec(start)?.[0] ?? '';
  if (
    scheme !== '' &&
    isScriptUrl(start) &&
    /[(=`/;,[]|%2/.test(start.slice(scheme.length)) &&
    !/^\s*\w+:\s+[a-z]+\s+[a-z]/i.test(start)
  )
    signs.note(6, 'is an address that runs a script');
  if (/url\s{0,8}\(\s{0,8}["']?\s{0,8}(?:java|vb)script\s{0,8}:/i.test(start))
    signs.note(5, 'has a style that runs a script');
  if (/\+adw-\s{0,8}(?:script|img|svg|body|iframe)/i.test(start)) signs.note(6, 'has a tag written in UTF-7');
  if (!reachesForPage(start)) return;
  const isFirst =
    bare.search(/[(=`[]/) >= 0 && /^[a-z_$][\w$.[\]'"]*\s*[(=`[]/i.test(bare) && reachesForPage(bare.slice(0, 300));
  if (isFirst && wordCount(text, 12) < 12) signs.note(5, 'is code that reaches for the page');
  else signs.note(wordCount(text, 12) < 12 ? 2 : 1, 'has code that reaches for the page');
  if (/^\s*&\{/.test(start) || /^[^\w\s]*&\{/.test(start)) signs.note(4, 'is an entity that old browsers compute');
}

const ATTRIBUTE_BREAKOUT = /(?:^|["'`\s/])(on[a-z]{3,24})\s{0,20}=\s{0,20}(["'`]?[^\s]{0,400})/gi;
const SCRIPT_BREAKOUT = /["'`]\s{0,20}\)?\s{0,20}(?:[;,+\-*/%^|&?:<>=]|\binstanceof\b|\bin\b)/g;

/** The value stands in an attribute or in a script of the page, and leaves its quotes. */
function judgeBreakout(text: string, where: Where, signs: Signs): void {
  const start = text.slice(0, 4096);
  for (const { 0: all, 1: name = '', 2: value = '', index } of start.matchAll(ATTRIBUTE_BREAKOUT)) {
    if (!isHandler(name.toLowerCase()) || (where === 'body' && isQuotedCode(start, index))) continue;
    const leavesQuotes = /^["'`]/.test(all) || /["'`]/.test(start.slice(0, index));
    const isCode = /[(`=]|\w;|javascript:/i.test(value);
    if (isCode) signs.note(leavesQuotes ? 6 : 5, 'adds a handler of an event to the tag that the value stands in');
  }
  if (!reachesForPage(start)) return;
  let tries = 0;
  for (const { index } of start.matchAll(SCRIPT_BREAKOUT)) {
    tries += 1;
    if (tries > 16) return;
    if (where === 'body' && isQuotedCode(start, index + 1)) continue;
    // A quote that only ends what the value itself has begun closes nothing of the page.
    const quote = start[index] ?? '';
    const isClosing = start.slice(0, index).split(quote).length % 2 === 1;
    if (isClosing && reachesForPage(start.slice(index, index + 400)))
      signs.note(wordCount(start.slice(0, index), 8) < 8 ? 4 : 1, 'leaves a string of a script and goes on as code');
  }
}

// What makes a browser run a script without a tag of that name: handlers of events, URLs, styles, and the code itself.

/** Events of HTML, SVG, pointers, media, animation, printing and of old browsers, without their `on`. */
const EVENTS =
  /^on(?:abort|activate|after[a-z]+|animation[a-z]+|auxclick|before[a-z]+|begin|blur|bounce|cancel|canplay[a-z]*|cell[a-z]+|change|click|close|command|contextmenu|control[a-z]+|copy|cuechange|cut|data[a-z]+|dbl?click|deactivate|drag[a-z]*|drop|durationchange|emptied|end|ended|error[a-z]*|filterchange|finish|focus(?:in|out)?|formdata|formchange|forminput|fullscreen[a-z]*|gesture[a-z]+|gotpointercapture|hashchange|help|input|invalid|key(?:down|press|up)|languagechange|layoutcomplete|load(?:ed|start|eddata|edmetadata|end)?|losecapture|lostpointercapture|message[a-z]*|mouse[a-z]+|move(?:end|start)?|mozfullscreen[a-z]*|offline|online|orientationchange|page[a-z]+|paste|pause|play(?:ing)?|pointer[a-z]+|popstate|popover[a-z]*|progress|propertychange|ratechange|readystatechange|rejectionhandled|repeat|reset|resize(?:end|start)?|resume|reverse|row[a-z]+|scroll[a-z]*|search|securitypolicyviolation|seek[a-z]*|select(?:ionchange|start)?|show|slotchange|stalled|start|stop|storage|submit|suspend|syncrestored|timeerror|timeupdate|toggle|touch[a-z]+|trackchange|transition[a-z]+|unhandledrejection|unload|urlflip|volumechange|waiting|webkit[a-z]+|wheel|zoom)$/;

export function isHandler(name: string): boolean {
  return EVENTS.test(name.replace(/[^a-z]+.*$/, ''));
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: browsers drop them out of URLs
const DROPPED = /[\x00-\x20\x7f\u00ad\u200b-\u200f\u2028\u2029\ufeff\\]+|<!--.*?-->|\/\*.*?\*\//g;
const SCRIPT_URL = /^["'`]*(?:(?:feed|view-source|url|x):)?(?:javascript|vbscript|livescript|mocha|jscript):/i;
const DOCUMENT_URL =
  /^["'`]*data:(?:text\/(?:html|xml|javascript)|application\/(?:xhtml\+xml|xml|javascript)|image\/svg\+xml|;base64,|,?<)/i;
const MAX_URL = 2048;

/** Whether a URL runs a script where a browser follows it. Spaces, tabs and comments that break the word are taken out. */
export function isScriptUrl(url: string): boolean {
  const clean = url.slice(0, MAX_URL).replace(DROPPED, '');
  return SCRIPT_URL.test(clean) || DOCUMENT_URL.test(clean);
}

const SCRIPT_STYLE = /expression\s*\(|(?:java|vb)script:|-moz-binding|behaviou?r\s*:\s*url|@import/i;

export function isScriptStyle(style: string): boolean {
  const plain = style.slice(0, MAX_URL).replace(/\/\*.*?\*\/|[\\\0]/g, '');
  return SCRIPT_STYLE.test(plain) || /(?:java|vb)script:/i.test(plain.replace(DROPPED, ''));
}

/** Calls and places that proofs of concept and thefts of sessions use. */
const SINK =
  /\b(?:alert|prompt|confirm|eval|execScript|atob|msgbox|importScripts)\s{0,8}(?:\/\*.{0,40}?\*\/\s{0,8})?(?:\(|\.call|\.apply|\?\.)|(?<!`)\b(?:alert|prompt|confirm|eval|setTimeout|setInterval)`|\b(?:setTimeout|setInterval|new\s{1,8}Function|fetch)\s{0,8}\(\s{0,8}["'`/]|\b(?:string\s{0,8}(?:\.\s{0,8}|\[['"]{0,2})fromCharCode|document\s{0,8}(?:\.\s{0,8}|\[\s{0,8}['"])(?:cookie|domain|write(?:ln)?|location|body|documentElement)|(?:window|self|top|parent|this|frames|globalThis)\s{0,8}\[\s{0,8}[^\]\d]|(?:window|self|top|parent)\s{0,8}\.\s{0,8}(?:location|open|name|eval|alert)|localStorage\s{0,8}[.[]|XMLHttpRequest|(?:window\.)?onerror\s{0,8}=|location\s{0,8}(?:=|\.href\s{0,8}=|\.(?:assign|replace)\s{0,8}\(|\[))/i;

/** Whether it is code that reaches for the page or the session. */
export function reachesForPage(code: string): boolean {
  return SINK.test(code);
}

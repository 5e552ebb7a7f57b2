// Expressions that a template, a logger or a store of documents would compute: template injection, lookups of Log4j, operators of
// MongoDB.
import { type Attack, attackOf } from './attack.ts';
import type { Form } from './decoding/forms.ts';
import { Signs } from './signs.ts';

const TEMPLATE =
  /\{\{([^{}]{1,400})\}\}|\{\{(.{1,400}?)\}\}|[$#%*@~]\{([^{}]{1,400})\}|[$#%*]\{(.{1,400}?)\}|<%=?([^%]{1,400})%>|\{%([^%]{1,400})%\}|\[\[([^[\]]{1,400})\]\]|\{php\}(.{1,400})/gs;
const MAX_TEMPLATES = 32;
const ARITHMETIC = /^\s*[-+(]*\s*\d{1,12}\s*[*+/%-]\s*['"]?\d{1,12}['"]?\s*\)*\s*;?\s*$/;
/** The ways from any object of Python, Java, JavaScript, Ruby and PHP to its interpreter. */
const INNARDS =
  /__(?:class|mro|subclasses|globals|builtins|import|init|base|bases|dict|getattribute|self|code)__|\bgetclass\b|\bclass\.forname\b|java\.(?:lang|io|net|util)\b|javax\.script|\bt\s*\(\s*java|getruntime|processbuilder|freemarker\.template|objectconstructor|\bconstructor\b\s*[.[(]|\bconstructor\.constructor|child_process|mainmodule|process\.env|ognl\.|#_?memberaccess|#context|@java|#application|#session|#request|\bself\._|\blipsum\b|\bcycler\b|config\.(?:items|from_|__)|settings\.secret_key|request\.(?:application|environ)|_self\.env|registerundefinedfiltercallback|\bfilter\(\s*['"](?:system|exec)|\bmap\(\s*['"](?:system|exec)|\b(?:system|exec|popen|passthru|shell_exec|eval|fetchobject)\s*\(|\bfile\.(?:open|read)|\bdir\.entries|\bio\.popen|\bkernel\b|%x\(|\bos\.(?:popen|system|environ)|getresource|classloader/i;
const BARE_PROBE =
  /^\s*(?:config|self|settings|request|dump\(.*\)|app|_context|\.class|\$smarty\.version|debug|this|_self|\.|\$\w+\.\w+)\s*$/i;

/** An expression in the delimiters of a template language that no visitor has a reason to send. */
export function templateInjection({ text }: Form): Attack | undefined {
  if (!/[{[%]/.test(text)) return undefined;
  const signs = new Signs();
  let tries = 0;
  for (const found of text.matchAll(TEMPLATE)) {
    tries += 1;
    if (tries > MAX_TEMPLATES) break;
    const inside = found.slice(1).find((group) => group !== undefined) ?? '';
    if (ARITHMETIC.test(inside)) signs.note(5, 'has sums in the signs of a template language');
    if (INNARDS.test(inside)) signs.note(6, 'reaches for the interpreter in the signs of a template language');
    if (/^\s*['"][^'"]*['"]\s*[*|.[]/.test(inside) || /^\s*\d+\s*\*\s*['"]/.test(inside))
      signs.note(5, 'computes with a constant in the signs of a template language');
    if (BARE_PROBE.test(inside) && text.trim().length < found[0].length + 12 && /^(?:\{\{|<%|\{%)/.test(found[0]))
      signs.note(5, 'asks a template for what it knows of its program');
  }
  if (
    /#set\s*\(\s*\$\w+\s*=|<#assign\s|\{\{?#with\s+"|\{%\s*(?:import|include|extends|debug|for\s+\w+\s+in\s+[('"])/.test(
      text.slice(0, 4096),
    ) &&
    INNARDS.test(text.slice(0, 4096))
  )
    signs.note(6, 'reaches for the interpreter in the signs of a template language');
  return attackOf('template-injection', signs.all);
}

const INNERMOST = /\$\{([^${}]{0,200})\}/g;
const MAX_NESTING = 8;

/** A lookup of Log4j (CVE-2021-44228), also where it is put together out of other lookups. */
export function jndiLookup({ text }: Form): Attack | undefined {
  if (!text.includes('${')) return undefined;
  const signs = new Signs();
  let folded = text.slice(0, 16 * 1024);
  for (let depth = 0; depth < MAX_NESTING; depth += 1) {
    if (/\$\{\s*jndi\s*:/i.test(folded)) {
      signs.note(7, 'has a lookup that makes a logger load code from elsewhere (JNDI)');
      if (depth > 0) signs.note(2, 'puts the word of the lookup together out of others');
      break;
    }
    const next = folded.replace(INNERMOST, (_, inside: string) => lookedUp(inside));
    if (next === folded) break;
    if (/\$\{(?:lower|upper|::|env:[^}]*:|sys:[^}]*:|date:')/i.test(folded))
      signs.note(2, 'has lookups of a logger that hide letters');
    folded = next;
  }
  if (/\$\{(?:env|sys|ctx|main|docker|k8s|spring|bundle|java|web|log4j):[A-Za-z_.:]{2,}/.test(text.slice(0, 16 * 1024)))
    signs.note(5, 'has a lookup that makes a logger write down the settings of its program');
  return attackOf('jndi-lookup', signs.all);
}

function lookedUp(inside: string): string {
  const fallback = inside.lastIndexOf(':-');
  if (fallback >= 0) return inside.slice(fallback + 2);
  const [, name, value] = /^(lower|upper|date):'?(.*?)'?$/i.exec(inside) ?? [];
  if (name !== undefined && value !== undefined)
    return name.toLowerCase() === 'upper' ? value.toUpperCase() : value.toLowerCase();
  return `<${inside}>`;
}

const OPERATOR =
  /(?:["'{[,\s(]|^)\$(?:ne|gte?|lte?|eq|n?in|regex|where|exists|n?or|and|not|all|size|type|expr|jsonschema|mod|elemmatch|function|accumulator|text|comment|options|slice|lookup|out|merge|rename|set|unset|push|inc)["']?\s{0,8}[:\]]/i;
const SERVER_CODE =
  /^[^'"]{0,40}['"]\s{0,4}\|\|\s{0,4}['"]?(\w{1,8})['"]?\s{0,4}={2,3}\s{0,4}['"]?\1\b|\bthis\.[a-z_]+\s*(?:[!=]=|\.match\s*\(|\.(?:length|charat|substring)\b)|\bdb\.(?:[a-z_]+\.)?(?:find|insert|drop|getcollection|version|getmongo|stats|auth|shutdownserver|adminCommand)\w*\s*\(|["']?\s{0,8};\s{0,8}(?:return\s+(?:true|1|'|")|sleep\s*\(\s*\d|while\s*\(\s*(?:true|1)\s*\)|var\s+\w+\s*=\s*new\s+date)|\breturn\s*\(?\s*(?:true|1)\s*\)?\s*;?\s*(?:var\s|\}|\/\/)|[|&]{2}\s*this\.|^\s*(?:true|1)\s*,\s*\$where/i;

/** Operators and code of a store of documents, as value or as name of a parameter (`user[$ne]`). */
export function nosqlInjection({ text }: Form): Attack | undefined {
  const start = text.slice(0, 16 * 1024);
  const signs = new Signs();
  if (start.includes('$') && OPERATOR.test(start))
    signs.note(6, 'has an operator of a store of documents where a value should be');
  if (SERVER_CODE.test(start))
    signs.note(
      /["'].{0,3};|["']\s*[|&]{2}|^\s*(?:db|this)\./i.test(start) ? 5 : 3,
      'has code that a store of documents would run',
    );
  return attackOf('nosql-injection', signs.all);
}

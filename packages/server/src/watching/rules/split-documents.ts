// The documents of a file of YAML, each with the line at which it begins. `---` at the beginning of a line is nothing else in YAML: texts
// that go over several lines are indented, or may not have it there (yaml.org/spec/1.2.2, section 9.1).

export interface Part {
  /** From 1 on. */
  readonly line: number;
  readonly text: string;
}

/** Collections of pySigma, in which documents change those behind them; and documents that begin on the line of their mark. */
const TOGETHER = /^(?:action\s*:|---[ \t]+[^#\s])/m;

/** A file whose documents belong together is one part. */
export function splitDocuments(text: string): readonly Part[] {
  const lines = text.replace(/^\ufeff/, '').split(/\r?\n/);
  if (TOGETHER.test(text)) return [{ line: 1, text: lines.join('\n') }];
  const parts: Part[] = [];
  let begin = 0;
  const close = (end: number) => {
    const own = lines.slice(begin, end);
    const first = own.findIndex((line) => /^\s*[^#\s]/.test(line));
    if (first >= 0) parts.push({ line: begin + first + 1, text: own.join('\n') });
  };
  for (const [index, line] of lines.entries()) {
    if (!/^(?:---|\.\.\.)(?:\s|$)/.test(line)) continue;
    close(index);
    begin = index + 1;
  }
  close(lines.length);
  return parts;
}

/** The part with as many empty lines before it as there were lines, so that a parser counts as a reader of the file does. */
export function inItsPlace({ line, text }: Part): string {
  const own = text.split('\n');
  const before = own.findIndex((one) => /^\s*[^#\s]/.test(one));
  return '\n'.repeat(Math.max(0, line - 1 - before)) + text;
}

// Words as lines of a terminal.
import { stripVTControlCharacters } from 'node:util';

/** Lines of at most so many columns; all but the first are indented by two more. */
export function wrap(words: string, width: number, indent: string): string[] {
  const lines: string[] = [];
  let line = indent;
  for (const word of words.split(' ')) {
    if (line.length > indent.length && stripVTControlCharacters(`${line} ${word}`).length > width) {
      lines.push(line);
      line = `${indent}  `;
    }
    line += line.endsWith(' ') || line === indent ? word : ` ${word}`;
  }
  return [...lines, line];
}

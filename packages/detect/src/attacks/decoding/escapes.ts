// Escapes of programming languages: \uHHHH, \u{H}, \xHH of ECMAScript, and \HHHHHH of CSS where a word is written with it.

const ESCAPE = /\\u([0-9a-f]{4})|\\u\{0{0,8}([0-9a-f]{1,6})\}|\\x([0-9a-f]{2})|\\([0-9a-f]{2,6})\s?(?=[a-z\\(:])/gi;

export function escapesDecoded(text: string): string {
  if (!text.includes('\\')) return text;
  return text.replace(ESCAPE, (all, ...found: (string | undefined)[]) => {
    const point = Number.parseInt(found[0] ?? found[1] ?? found[2] ?? found[3] ?? '', 16);
    return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : all;
  });
}

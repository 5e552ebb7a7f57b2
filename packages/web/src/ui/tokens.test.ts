import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';

const css = readFileSync(new URL('style/tokens.css', import.meta.url), 'utf8');

/** `--name: light-dark(oklch(l c h), oklch(l c h))` → both colours. */
const COLOURS = new Map(
  [...css.matchAll(/--([\w-]+): light-dark\(oklch\(([\d. ]+)\), oklch\(([\d. ]+)\)\)/g)].map(
    ([, name = '', light = '', dark = '']) => [
      name,
      { light: light.split(' ').map(Number), dark: dark.split(' ').map(Number) },
    ],
  ),
);

/** Relative luminance of an oklch colour (https://www.w3.org/TR/css-color-4/#color-conversion-code, WCAG 2.2). */
function luminance([lightness = 0, chroma = 0, hue = 0]: readonly number[]): number {
  const a = chroma * Math.cos((hue * Math.PI) / 180);
  const b = chroma * Math.sin((hue * Math.PI) / 180);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const channels = [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ].map((channel) => Math.min(1, Math.max(0, channel)));
  return 0.2126 * (channels[0] ?? 0) + 0.7152 * (channels[1] ?? 0) + 0.0722 * (channels[2] ?? 0);
}

function contrast(one: readonly number[], other: readonly number[]): number {
  const [high = 0, low = 0] = [luminance(one), luminance(other)].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}

const GROUNDS = ['paper', 'sheet', 'sunk'] as const;
const TEXTS = ['ink', 'ink-soft', 'ink-faint', 'act', 'red', 'amber', 'green', 'blue'] as const;
const SIGNALS = ['red', 'amber', 'green', 'blue'] as const;

/** Text on its ground: 4.5 to 1 (WCAG 2.2, 1.4.3). */
const TEXT_PAIRS = [
  ...TEXTS.flatMap((text) => GROUNDS.map((ground) => [text, ground] as const)),
  ...SIGNALS.map((signal) => [signal, `${signal}-wash`] as const),
  ...SIGNALS.map((signal) => ['ink', `${signal}-wash`] as const),
  ...(['ink', 'ink-soft'] as const).flatMap((ink) => [[ink, 'water'] as const, [ink, 'act-wash'] as const]),
  ['on-act', 'act'] as const,
  ['on-act', 'act-strong'] as const,
  ['paper', 'red'] as const,
  ['paper', 'ink'] as const,
];

/** Edges of controls and the mark of focus: 3 to 1 (1.4.11). */
const EDGE_PAIRS = GROUNDS.flatMap((ground) => [['rule-strong', ground] as const, ['act', ground] as const]);

describe('the colours', () => {
  for (const theme of ['light', 'dark'] as const) {
    const of = (name: string) => {
      const colour = COLOURS.get(name);
      assert.ok(colour, `tokens.css has no --${name}`);
      return colour[theme];
    };
    it(`carry text with enough contrast, ${theme}`, () => {
      for (const [text, ground] of TEXT_PAIRS) {
        const found = contrast(of(text), of(ground));
        assert.ok(found >= 4.5, `${text} on ${ground}: ${found.toFixed(2)}`);
      }
    });
    it(`draw edges with enough contrast, ${theme}`, () => {
      for (const [edge, ground] of EDGE_PAIRS) {
        const found = contrast(of(edge), of(ground));
        assert.ok(found >= 3, `${edge} on ${ground}: ${found.toFixed(2)}`);
      }
    });
  }

  it('measures what is known: black on white is 21 to 1', () => {
    assert.ok(Math.abs(contrast([0, 0, 0], [1, 0, 0]) - 21) < 0.01);
  });
});

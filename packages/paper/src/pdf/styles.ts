// How the parts of a PDF look, in points and colours. Contrasts are at least 4.5 to 1 (WCAG 2.2, 1.4.3).
import type { TextStyle } from './lines.ts';

const INK = '#1b1f24';
export const NAVY = '#17324f';
const GREY = '#4c5661';
export const RULE = '#c5ced8';
export const LABEL_GROUND = '#f1f4f7';
export const RED = '#a4161a';
export const AMBER = '#b26a00';
export const AMBER_GROUND = '#fff7e6';

export const STYLES = {
  title: { size: 19, weight: 'bold', colour: NAVY, leading: 25 },
  body: { size: 10, weight: 'regular', colour: INK, leading: 14.5 },
  cell: { size: 9.5, weight: 'regular', colour: INK, leading: 13.5 },
  label: { size: 9.5, weight: 'bold', colour: INK, leading: 13.5 },
  question: { size: 9, weight: 'bold', colour: '#7a4900', leading: 13 },
  demanded: { size: 8.5, weight: 'regular', colour: '#5c4a2f', leading: 12 },
  running: { size: 8, weight: 'regular', colour: GREY, leading: 11 },
  mark: { size: 9, weight: 'bold', colour: RED, leading: 12 },
} as const satisfies Record<string, TextStyle>;

/** Headings of the three levels: how they look, and the room above and below them. */
export const HEADINGS = {
  1: { style: { size: 13, weight: 'bold', colour: NAVY, leading: 17 }, above: 16, below: 6 },
  2: { style: { size: 11, weight: 'bold', colour: NAVY, leading: 15 }, above: 12, below: 4 },
  3: { style: { size: 10, weight: 'bold', colour: INK, leading: 14.5 }, above: 8, below: 2 },
} as const satisfies Record<1 | 2 | 3, { style: TextStyle; above: number; below: number }>;

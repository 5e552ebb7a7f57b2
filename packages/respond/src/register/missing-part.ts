// The parts of a record that Article 33(5) wants and that may be missing.

/** The parts that can be missing, in the order in which a record tells them; their questions stand in the words of a language. */
export const MISSING_PARTS = [
  'facts',
  'aware',
  'effects',
  'remedial-action',
  'decision',
  'decided-by',
  'reasons',
] as const;

export type MissingPart = (typeof MISSING_PARTS)[number];

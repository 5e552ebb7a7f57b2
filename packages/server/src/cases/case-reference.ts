// The name of a case in the register: its year and its number in it.

/** As in `2026-014`. */
export function referenceOf({ year, number }: { readonly year: number; readonly number: number }): string {
  return `${year}-${String(number).padStart(3, '0')}`;
}

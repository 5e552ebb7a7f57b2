// What the patterns for Chinese, Japanese and Korean texts find.

/** What stands in a part of a Chinese, Japanese or Korean text; `index` counts the part's UTF-16 units. */
export interface CjkFinding {
  readonly kind: 'person/name' | 'person/postal-address';
  readonly rule: string;
  readonly index: number;
  readonly value: string;
  readonly confidence: number;
  readonly reason: string;
}

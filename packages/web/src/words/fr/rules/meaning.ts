// Ce qu’un constat veut dire : pourquoi il importe, et le remède en une phrase.
interface Meaning {
  readonly why: string;
  readonly summary: string;
}

export type Meanings = Readonly<Record<string, Meaning>>;

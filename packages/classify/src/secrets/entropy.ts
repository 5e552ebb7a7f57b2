// Shannon entropy of a value, as gitleaks computes it (detect/utils.go): a random token has more than a word.

/**
 * Bits a character. Characters are code points; their frequency is taken over the bytes, as gitleaks does, so that the same
 * limits hold.
 *
 * @param latin1 the value, one character a byte
 */
export function shannonEntropy(latin1: string): number {
  const { length } = latin1;
  for (let i = 0; i < length; i += 1) {
    if (latin1.charCodeAt(i) > 0x7f) {
      return [...codePointCounts(latin1)].reduce((entropy, count) => entropy + bits(count, length), 0);
    }
  }
  for (let i = 0; i < length; i += 1) perByte[latin1.charCodeAt(i)] = (perByte[latin1.charCodeAt(i)] as number) + 1;
  let entropy = 0;
  for (let i = 0; i < length; i += 1) {
    const byte = latin1.charCodeAt(i);
    const count = perByte[byte] as number;
    if (count > 0) entropy += bits(count, length);
    perByte[byte] = 0;
  }
  return entropy;
}

/** All zero between calls. */
const perByte = new Uint32Array(0x80);

function bits(count: number, length: number): number {
  const share = count / length;
  return -share * Math.log2(share);
}

function codePointCounts(latin1: string): Iterable<number> {
  const perPoint = new Map<string, number>();
  for (const point of Buffer.from(latin1, 'latin1').toString('utf8')) {
    perPoint.set(point, (perPoint.get(point) ?? 0) + 1);
  }
  return perPoint.values();
}

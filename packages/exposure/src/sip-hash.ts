// SipHash-2-4: a short keyed hash that tells nothing of its input to whoever lacks the key. Aumasson and Bernstein, "SipHash: a
// fast short-input PRF", INDOCRYPT 2012, https://www.aumasson.jp/siphash/siphash.pdf

/** The 64 bits of a hash as two halves, each as a signed number of 32 bits. */
export interface SipHash {
  high: number;
  low: number;
}

const KEY_BYTES = 16;
/** Constants of the paper's section 2.1: "somepseudorandomlygeneratedbytes". */
const START = [0x736f6d65, 0x70736575, 0x646f7261, 0x6e646f6d, 0x6c796765, 0x6e657261, 0x74656462, 0x79746573] as const;

/**
 * A function from bytes to their hash.
 *
 * @param key 16 bytes
 * @returns takes bytes and how many of them count, and writes the hash into the object that it returns each time
 */
export function createSipHash(key: Uint8Array): (bytes: Uint8Array, length: number) => SipHash {
  if (key.length !== KEY_BYTES) throw new Error(`a key of SipHash has ${KEY_BYTES} bytes`);
  const [low0, high0, low1, high1] = [0, 4, 8, 12].map((at) => wordAt(key, at)) as [number, number, number, number];
  const result: SipHash = { high: 0, low: 0 };
  // Each of the four words of state as two halves.
  let [h0, l0, h1, l1, h2, l2, h3, l3] = [0, 0, 0, 0, 0, 0, 0, 0];

  function rounds(count: number): void {
    for (let round = 0; round < count; round += 1) {
      let sum = (l0 >>> 0) + (l1 >>> 0);
      h0 = (h0 + h1 + (sum > 0xffffffff ? 1 : 0)) | 0;
      l0 = sum | 0;
      let half = (h1 << 13) | (l1 >>> 19);
      l1 = ((l1 << 13) | (h1 >>> 19)) ^ l0;
      h1 = half ^ h0;
      half = h0;
      h0 = l0;
      l0 = half;
      sum = (l2 >>> 0) + (l3 >>> 0);
      h2 = (h2 + h3 + (sum > 0xffffffff ? 1 : 0)) | 0;
      l2 = sum | 0;
      half = (h3 << 16) | (l3 >>> 16);
      l3 = ((l3 << 16) | (h3 >>> 16)) ^ l2;
      h3 = half ^ h2;
      sum = (l0 >>> 0) + (l3 >>> 0);
      h0 = (h0 + h3 + (sum > 0xffffffff ? 1 : 0)) | 0;
      l0 = sum | 0;
      half = (h3 << 21) | (l3 >>> 11);
      l3 = ((l3 << 21) | (h3 >>> 11)) ^ l0;
      h3 = half ^ h0;
      sum = (l2 >>> 0) + (l1 >>> 0);
      h2 = (h2 + h1 + (sum > 0xffffffff ? 1 : 0)) | 0;
      l2 = sum | 0;
      half = (h1 << 17) | (l1 >>> 15);
      l1 = ((l1 << 17) | (h1 >>> 15)) ^ l2;
      h1 = half ^ h2;
      half = h2;
      h2 = l2;
      l2 = half;
    }
  }
  function absorb(high: number, low: number): void {
    h3 ^= high;
    l3 ^= low;
    rounds(2);
    h0 ^= high;
    l0 ^= low;
  }

  return (bytes, length) => {
    h0 = high0 ^ START[0];
    l0 = low0 ^ START[1];
    h1 = high1 ^ START[2];
    l1 = low1 ^ START[3];
    h2 = high0 ^ START[4];
    l2 = low0 ^ START[5];
    h3 = high1 ^ START[6];
    l3 = low1 ^ START[7];
    const whole = length & ~7;
    for (let at = 0; at < whole; at += 8) absorb(wordAt(bytes, at + 4), wordAt(bytes, at));
    absorb(lastWord(bytes, whole + 4, length) | (length << 24), lastWord(bytes, whole, length));
    l2 ^= 0xff;
    rounds(4);
    result.high = h0 ^ h1 ^ h2 ^ h3;
    result.low = l0 ^ l1 ^ l2 ^ l3;
    return result;
  };
}

function wordAt(bytes: Uint8Array, at: number): number {
  return (
    (bytes[at] as number) |
    ((bytes[at + 1] as number) << 8) |
    ((bytes[at + 2] as number) << 16) |
    ((bytes[at + 3] as number) << 24)
  );
}

/** Up to four bytes from `at`; those from `end` on are zero. */
function lastWord(bytes: Uint8Array, at: number, end: number): number {
  let word = 0;
  for (let place = Math.min(end, at + 4) - 1; place >= at; place -= 1) word = (word << 8) | (bytes[place] as number);
  return word;
}

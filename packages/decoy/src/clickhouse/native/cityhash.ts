// CityHash128 of version 1.0.2, with which ClickHouse sums up its compressed frames; later versions of CityHash give other numbers.
// https://github.com/google/cityhash/blob/8af9b8c/src/city.cc

const K0 = 0xc3a5c85c97cb3127n;
const K1 = 0xb492b66fbe98f273n;
const K2 = 0x9ae16a3b2f90404fn;
const K3 = 0xc949d7c7509e6557n;
const MUL = 0x9ddfea08eb382d69n;

const u64 = (value: bigint) => BigInt.asUintN(64, value);
const mix = (value: bigint) => value ^ (value >> 47n);
const rotate = (value: bigint, by: bigint) => u64((value >> by) | (value << (64n - by)));

type Pair = readonly [bigint, bigint];

/** @returns the 16 bytes as ClickHouse writes them: the low half, then the high one, each little-endian */
export function cityHash128(bytes: Buffer): Buffer {
  const [low, high] = hash128(bytes);
  const sum = Buffer.alloc(16);
  sum.writeBigUInt64LE(low, 0);
  sum.writeBigUInt64LE(high, 8);
  return sum;
}

function hash128(bytes: Buffer): Pair {
  const { length } = bytes;
  const at = (place: number) => bytes.readBigUInt64LE(place);
  if (length >= 16) return seeded(bytes.subarray(16), [at(0) ^ K3, at(8)]);
  if (length >= 8) return seeded(Buffer.alloc(0), [at(0) ^ u64(BigInt(length) * K0), at(length - 8) ^ K1]);
  return seeded(bytes, [K0, K1]);
}

function both(u: bigint, v: bigint): bigint {
  const a = mix(u64((u ^ v) * MUL));
  return u64(mix(u64((v ^ a) * MUL)) * MUL);
}

/** Of up to 16 bytes. */
function short(bytes: Buffer): bigint {
  const { length } = bytes;
  const size = BigInt(length);
  if (length > 8) {
    const [a, b] = [bytes.readBigUInt64LE(0), bytes.readBigUInt64LE(length - 8)];
    return both(a, rotate(u64(b + size), size)) ^ b;
  }
  if (length >= 4)
    return both(u64(size + (BigInt(bytes.readUInt32LE(0)) << 3n)), BigInt(bytes.readUInt32LE(length - 4)));
  if (length === 0) return K2;
  const sign = (place: number) => BigInt(bytes[place] ?? 0);
  const y = sign(0) + (sign(length >> 1) << 8n);
  const z = size + (sign(length - 1) << 2n);
  return u64(mix(u64(y * K2) ^ u64(z * K3)) * K2);
}

function weak(bytes: Buffer, at: number, seedA: bigint, seedB: bigint): Pair {
  const word = (index: number) => bytes.readBigUInt64LE(at + index * 8);
  const a = u64(seedA + word(0));
  const b = rotate(u64(seedB + a + word(3)), 21n);
  const more = u64(a + word(1) + word(2));
  return [u64(more + word(3)), u64(b + rotate(more, 44n) + a)];
}

/** Of what is shorter than 128 bytes. */
function murmur(bytes: Buffer, [seedA, seedB]: Pair): Pair {
  const { length } = bytes;
  const at = (place: number) => bytes.readBigUInt64LE(place);
  let [a, b] = [seedA, seedB];
  let c: bigint;
  let d: bigint;
  if (length <= 16) {
    a = u64(mix(u64(a * K1)) * K1);
    c = u64(b * K1 + short(bytes));
    d = mix(u64(a + (length >= 8 ? at(0) : c)));
  } else {
    c = both(u64(at(length - 8) + K1), a);
    d = both(u64(b + BigInt(length)), u64(c + at(length - 16)));
    a = u64(a + d);
    for (let place = 0; place < length - 16; place += 16) {
      a = u64((a ^ u64(mix(u64(at(place) * K1)) * K1)) * K1);
      b ^= a;
      c = u64((c ^ u64(mix(u64(at(place + 8) * K1)) * K1)) * K1);
      d ^= c;
    }
  }
  a = both(a, c);
  b = both(d, b);
  return [a ^ b, both(b, a)];
}

function seeded(bytes: Buffer, seed: Pair): Pair {
  if (bytes.length < 128) return murmur(bytes, seed);
  const at = (place: number) => bytes.readBigUInt64LE(place);
  let [x, y] = seed;
  let z = u64(BigInt(bytes.length) * K1);
  const first = u64(rotate(y ^ K1, 49n) * K1 + at(0));
  let v: Pair = [first, u64(rotate(first, 42n) * K1 + at(8))];
  let w: Pair = [u64(rotate(u64(y + z), 35n) * K1 + x), u64(rotate(u64(x + at(88)), 53n) * K1)];
  let place = 0;
  let left = bytes.length;
  for (; left >= 128; left -= 128) {
    for (let half = 0; half < 2; half += 1) {
      x = u64(rotate(u64(x + y + v[0] + at(place + 16)), 37n) * K1) ^ w[1];
      y = u64(rotate(u64(y + v[1] + at(place + 48)), 42n) * K1) ^ v[0];
      z = rotate(z ^ w[0], 33n);
      v = weak(bytes, place, u64(v[1] * K1), u64(x + w[0]));
      w = weak(bytes, place + 32, u64(z + w[1]), y);
      [z, x] = [x, z];
      place += 64;
    }
  }
  y = u64(y + rotate(w[0], 37n) * K0 + z);
  x = u64(x + rotate(u64(v[0] + z), 49n) * K0);
  for (let done = 32; done - 32 < left; done += 32) {
    const from = bytes.length - done;
    y = u64(rotate(u64(y - x), 42n) * K0 + v[1]);
    const sum = u64(w[0] + at(from + 16));
    x = u64(rotate(x, 49n) * K0 + sum);
    w = [u64(sum + v[0]), w[1]];
    v = weak(bytes, from, v[0], v[1]);
  }
  x = both(x, v[0]);
  y = both(y, w[0]);
  return [u64(both(u64(x + v[1]), w[1]) + y), both(u64(x + w[1]), u64(y + v[1]))];
}

// How sure a secret is: a form of its own speaks for itself; a value beside a telling name has to look random.
import { shannonEntropy } from './entropy.ts';

const SPECIFIC = 0.95;
const GENERIC = 0.6;
const GENERIC_RANDOM = 0.8;
const SHORTEST_RANDOM = 16;
/** Share of the entropy that a random value of the same length over the same alphabet has on average. */
const RANDOM_SHARE = 0.85;

/**
 * @param isGeneric whether the rule's own form tells nothing
 * @param secret the value, one character a byte
 */
export function secretConfidence(isGeneric: boolean, secret: string): number {
  if (!isGeneric) return SPECIFIC;
  return looksRandom(secret) ? GENERIC_RANDOM : GENERIC;
}

/** Letters and digits mixed through and through, as in a token; not words, numbers or a version joined by marks. */
function looksRandom(value: string): boolean {
  if (value.length < SHORTEST_RANDOM) return false;
  const digits = value.replace(/[^0-9]+/g, '').length;
  const letters = value.replace(/[^A-Za-z]+/g, '').length;
  if (digits + letters < value.length * 0.8 || digits < 2 || letters < 3) return false;
  const alphabet = /^[0-9A-Fa-f-]+$/.test(value) ? 16 : /[A-Z]/.test(value) && /[a-z]/.test(value) ? 62 : 36;
  const changes = value.match(/[0-9](?=[A-Za-z])|[A-Za-z](?=[0-9])|[a-z](?=[A-Z])/g)?.length ?? 0;
  return changes >= value.length / 8 && shannonEntropy(value) >= RANDOM_SHARE * expectedEntropy(value.length, alphabet);
}

/** Entropy to be expected of so many random characters: log2 of the alphabet less the bias of a short sample (Miller-Madow). */
function expectedEntropy(length: number, alphabet: number): number {
  const full = Math.log2(alphabet);
  const biased = full - (alphabet - 1) / (2 * length * Math.LN2);
  return Math.max(biased, Math.min(full, Math.log2(length)) * 0.8);
}

// How rare a size is, learned as sizes come: a histogram over orders of magnitude that forgets slowly. Beyond most of what was seen
// it goes on as a power law, whose exponent is the mean of the logarithms above a high quantile (B. M. Hill, "A simple general
// approach to inference about the tail of a distribution", Annals of Statistics 3, 1975). No shape is assumed below that.
// A size counts as one however large it is, so that a single huge one spoils nothing.

/** Sizes share a bin within a quarter of an octave; the bins span 16 octaves below the largest that was seen. */
const BINS = 64;
const PER_OCTAVE = 4;
/** So many sizes are remembered, in the manner of an exponential average. */
const MEMORY = 4000;
/** The part of all sizes that the power law is fitted to. */
const TAIL = 0.02;
/** What the exponent is taken for before there are sizes, with the weight of one; and no tail is thinner than the other. */
const PRIOR_EXPONENT = 0.3;
const LEAST_EXPONENT = 0.05;
/** Counts are scaled down before they leave the range where numbers are exact enough. */
const RESCALE_AT = 1e100;

const GROWTH = 1 / (1 - 1 / MEMORY);
/** Sizes below are zero. */
const LEAST_SIZE = 1e-300;

export interface TailSnapshot {
  readonly bins: readonly number[];
  readonly below: number;
  readonly total: number;
  /** Number of the highest bin, in quarters of an octave; null before a size was there. */
  readonly top: number | null;
  readonly weight: number;
}

export class Tail {
  readonly #bins = new Float64Array(BINS);
  /** The weight of what is zero or below all bins. */
  #below = 0;
  #total = 0;
  #top: number | undefined;
  /** What a size of now weighs; older ones weigh less by having been added when it was smaller. */
  #weight = 1;

  constructor(snapshot?: TailSnapshot) {
    if (snapshot === undefined) return;
    this.#bins.set(snapshot.bins);
    this.#below = snapshot.below;
    this.#total = snapshot.total;
    this.#top = snapshot.top ?? undefined;
    this.#weight = snapshot.weight;
  }

  /** @param size at least 0 */
  add(size: number): void {
    this.#weight *= GROWTH;
    this.#total += this.#weight;
    const bin = size > LEAST_SIZE ? this.#place(size) : -1;
    if (bin < 0) this.#below += this.#weight;
    else this.#bins[bin] = this.#at(bin) + this.#weight;
    if (this.#weight > RESCALE_AT) this.#rescale();
  }

  /** The decimal logarithm of how seldom a size like this or larger comes: 3 is once in a thousand. */
  nines(size: number): number {
    if (this.#total === 0 || this.#top === undefined || !(size > LEAST_SIZE))
      return size > LEAST_SIZE ? this.#unseen() : 0;
    const seen = this.#total / this.#weight;
    const place = Math.log2(size) * PER_OCTAVE - (this.#top - BINS + 1);
    const { from, weight, mean } = this.#upper();
    if (place < from) return Math.log10((seen + 1) / (this.#above(place) / this.#weight + 0.5));
    const count = weight / this.#weight;
    const perBin = Math.LN2 / PER_OCTAVE;
    const fitted = count > 0 ? (mean - from) * perBin : 0;
    const exponent = Math.max(LEAST_EXPONENT, (fitted * count + PRIOR_EXPONENT) / (count + 1));
    return Math.log10((seen + 1) / (count + 0.5)) + ((place - from) * perBin) / exponent / Math.LN10;
  }

  /** The size that about this share of all sizes is above; 0 where nothing is. */
  sizeAt(share: number): number {
    if (this.#top === undefined) return 0;
    const wanted = share * this.#total;
    let above = 0;
    for (let bin = BINS - 1; bin >= 0; bin -= 1) {
      above += this.#at(bin);
      if (above > wanted) return 2 ** ((bin + 1 + this.#top - BINS + 1) / PER_OCTAVE);
    }
    return 0;
  }

  snapshot(): TailSnapshot {
    return {
      bins: [...this.#bins],
      below: this.#below,
      total: this.#total,
      top: this.#top ?? null,
      weight: this.#weight,
    };
  }

  #at(bin: number): number {
    return this.#bins[bin] ?? 0;
  }

  /** The bin of a size; below 0 for a size under all bins. A size over all of them moves them up. */
  #place(size: number): number {
    const quarter = Math.floor(Math.log2(size) * PER_OCTAVE);
    this.#top ??= quarter + BINS / PER_OCTAVE;
    if (quarter > this.#top) this.#raise(quarter - this.#top);
    return quarter - (this.#top - BINS + 1);
  }

  #raise(by: number): void {
    const lost = Math.min(by, BINS);
    for (let bin = 0; bin < lost; bin += 1) this.#below += this.#at(bin);
    this.#bins.copyWithin(0, lost);
    this.#bins.fill(0, BINS - lost);
    this.#top = (this.#top ?? 0) + by;
  }

  /** Where nothing but zeros was: any size is as rare as their number says. */
  #unseen(): number {
    return Math.log10((this.#total / this.#weight + 1) / 0.5);
  }

  /** The highest bins that together hold no more than the tail: their lower edge, their weight and their mean place. */
  #upper(): { from: number; weight: number; mean: number } {
    const wanted = TAIL * this.#total;
    let [bin, weight, sum] = [BINS - 1, 0, 0];
    for (; bin >= 0; bin -= 1) {
      const here = this.#at(bin);
      if (weight + here > wanted) break;
      weight += here;
      sum += here * (bin + 0.5);
    }
    return { from: bin + 1, weight, mean: weight > 0 ? sum / weight : 0 };
  }

  /** The weight above a place; of its own bin in proportion. */
  #above(place: number): number {
    const own = Math.floor(place);
    let above = 0;
    for (let bin = BINS - 1; bin > Math.max(own, -1); bin -= 1) above += this.#at(bin);
    return own < 0 ? above : above + this.#at(own) * (1 - (place - own));
  }

  #rescale(): void {
    for (let bin = 0; bin < BINS; bin += 1) this.#bins[bin] = this.#at(bin) / this.#weight;
    this.#below /= this.#weight;
    this.#total /= this.#weight;
    this.#weight = 1;
  }
}

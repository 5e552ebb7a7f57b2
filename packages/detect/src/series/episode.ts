// One alarm for one thing: after a surprise only a clearly greater one is told, and less so the longer ago it is.

/** Points after which a surprise is forgotten. */
const REST = 500;
/** So much greater than what is left of the last one a surprise has to be. */
const GREATER = 1.25;

export interface EpisodeSnapshot {
  readonly height: number;
  readonly fall: number;
}

export class Episode {
  #height: number;
  #fall: number;

  constructor(snapshot?: EpisodeSnapshot) {
    this.#height = snapshot?.height ?? 0;
    this.#fall = snapshot?.fall ?? 0;
  }

  /** What of a surprise is to be told: all of it, or 0. */
  tell(surprise: number): number {
    this.#height = Math.max(0, this.#height - this.#fall);
    if (surprise <= this.#height * GREATER) return 0;
    this.#height = surprise;
    this.#fall = surprise / REST;
    return surprise;
  }

  snapshot(): EpisodeSnapshot {
    return { height: this.#height, fall: this.#fall };
  }
}

// Journeys: from one country to another sooner than anybody travels, or from inside to outside where no country is told.
import { type Access, isSomebody, sideOf } from './access.ts';
import { Kept } from './kept.ts';

interface Place {
  country: string;
  time: number;
}

export type PlaceState = readonly [
  who: string,
  place: Readonly<Place>,
  worth: number,
  window: number,
  isEstablished: boolean,
];

const JOURNEY_MS = 2 * 3_600_000;

export class Journeys {
  readonly #places: Kept<Place>;

  /** @param most accounts that are remembered */
  constructor(most: number) {
    this.#places = new Kept(most, () => ({ country: '', time: 0 }));
  }

  get evicted(): number {
    return this.#places.evicted;
  }

  /** @param who a pseudonym @returns `FR>US` where nobody travels so fast */
  of(access: Access, who: string, window: number): string | undefined {
    const { country, address, time } = access;
    const here = country || sideOf(address);
    if (here === '' || !isSomebody(access)) return undefined;
    const place = this.#places.of(who, window);
    const isJourney = place.country !== '' && place.country !== here && time - place.time < JOURNEY_MS;
    const journey = isJourney ? `${place.country}>${here}` : undefined;
    place.country = here;
    place.time = time;
    return journey;
  }

  state(): readonly PlaceState[] {
    return [...this.#places.entries()].map(([who, place, ...rest]) => [who, { ...place }, ...rest] as const);
  }

  restore(state: readonly PlaceState[]): void {
    for (const [who, place, ...rest] of state) this.#places.restore(who, { ...place }, ...rest);
  }
}

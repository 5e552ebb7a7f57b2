// What people tell of a case for the register and no fact has: effects, remedial action, why it was closed.
import type { Room } from '../room.ts';
import { opened, sealed } from './sealed.ts';

export interface Told {
  /** What it did, or may do, to the people concerned. */
  readonly effects: readonly string[];
  readonly remedialAction: readonly string[];
  readonly closedBecause?: string;
}

const NOTHING: Told = { effects: [], remedialAction: [] };

export function toldOf({ vault }: Pick<Room, 'vault'>, text: string | null): Told {
  return text === null ? NOTHING : opened<Told>(vault, text, 'case/told');
}

export function sealedTold({ vault }: Pick<Room, 'vault'>, told: Told): string {
  return sealed(vault, told, 'case/told');
}

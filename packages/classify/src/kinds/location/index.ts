// Places of people: all finders of this folder.
import type { Finder } from '../../finder.ts';
import { coordinatesFinder } from './coordinates.ts';

export const LOCATION_FINDERS: readonly Finder[] = [coordinatesFinder];

// The decoys that there are.
import type { Decoy, DecoyKind } from '../decoy.ts';
import redis from './redis.ts';

export const DECOYS: Readonly<Record<DecoyKind, Decoy>> = { redis };

// Every regime of law. This file is written by `npm run docs`; a test compares it with the folder.
import gdpr from './gdpr.ts';
import type { Regime } from './regime.ts';
import usCalifornia from './us-california.ts';
import usStates from './us-states.ts';

export const REGIMES: readonly Regime[] = [gdpr, usCalifornia, usStates];

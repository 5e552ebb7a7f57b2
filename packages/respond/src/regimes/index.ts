// Every regime of law. This file is written by `npm run docs`; a test compares it with the folder.
import gdpr from './gdpr.ts';
import type { Regime } from './regime.ts';
import usCalifornia from './us-california.ts';
import usFtcHealth from './us-ftc-health.ts';
import usGlbaSafeguards from './us-glba-safeguards.ts';
import usHipaa from './us-hipaa.ts';
import usNydfs from './us-nydfs.ts';
import usSec8k from './us-sec-8k.ts';
import usStates from './us-states.ts';

export const REGIMES: readonly Regime[] = [
  gdpr,
  usCalifornia,
  usFtcHealth,
  usGlbaSafeguards,
  usHipaa,
  usNydfs,
  usSec8k,
  usStates,
];

// Every regime of law. This file is written by `npm run docs`; a test compares it with the folder.
import australia from './australia.ts';
import canada from './canada.ts';
import gdpr from './gdpr.ts';
import hipaa from './hipaa.ts';
import newZealand from './new-zealand.ts';
import type { Regime } from './regime.ts';
import sec8k from './sec-8k.ts';
import singapore from './singapore.ts';
import southAfrica from './south-africa.ts';
import usCalifornia from './us-california.ts';
import usFtcHealth from './us-ftc-health.ts';
import usGlbaSafeguards from './us-glba-safeguards.ts';
import usNydfs from './us-nydfs.ts';
import usStates from './us-states.ts';

export const REGIMES: readonly Regime[] = [
  australia,
  canada,
  gdpr,
  hipaa,
  newZealand,
  sec8k,
  singapore,
  southAfrica,
  usCalifornia,
  usFtcHealth,
  usGlbaSafeguards,
  usNydfs,
  usStates,
];

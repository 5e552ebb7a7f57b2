// Every regime of law. This file is written by `npm run docs`; a test compares it with the folder.
import aiAct from './ai-act.ts';
import australia from './australia.ts';
import brazil from './brazil.ts';
import canada from './canada.ts';
import china from './china.ts';
import cra from './cra.ts';
import dora from './dora.ts';
import eprivacy from './eprivacy.ts';
import france from './france.ts';
import gdpr from './gdpr.ts';
import hipaa from './hipaa.ts';
import india from './india.ts';
import italy from './italy.ts';
import japan from './japan.ts';
import korea from './korea.ts';
import newZealand from './new-zealand.ts';
import nis2 from './nis2.ts';
import type { Regime } from './regime.ts';
import sec8k from './sec-8k.ts';
import singapore from './singapore.ts';
import southAfrica from './south-africa.ts';
import switzerland from './switzerland.ts';
import ukGdpr from './uk-gdpr.ts';
import ukNis from './uk-nis.ts';
import usCalifornia from './us-california.ts';
import usFtcHealth from './us-ftc-health.ts';
import usGlbaSafeguards from './us-glba-safeguards.ts';
import usNydfs from './us-nydfs.ts';
import usStates from './us-states.ts';

export const REGIMES: readonly Regime[] = [
  aiAct,
  australia,
  brazil,
  canada,
  china,
  cra,
  dora,
  eprivacy,
  france,
  gdpr,
  hipaa,
  india,
  italy,
  japan,
  korea,
  newZealand,
  nis2,
  sec8k,
  singapore,
  southAfrica,
  switzerland,
  ukGdpr,
  ukNis,
  usCalifornia,
  usFtcHealth,
  usGlbaSafeguards,
  usNydfs,
  usStates,
];

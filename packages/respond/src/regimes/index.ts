// Every regime of law. This file is written by `npm run docs`; a test compares it with the folder.
import aiAct from './ai-act.ts';
import cra from './cra.ts';
import dora from './dora.ts';
import eprivacy from './eprivacy.ts';
import france from './france.ts';
import gdpr from './gdpr.ts';
import italy from './italy.ts';
import nis2 from './nis2.ts';
import type { Regime } from './regime.ts';
import ukGdpr from './uk-gdpr.ts';
import ukNis from './uk-nis.ts';

export const REGIMES: readonly Regime[] = [aiAct, cra, dora, eprivacy, france, gdpr, italy, nis2, ukGdpr, ukNis];

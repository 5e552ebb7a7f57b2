// All vocabularies of the special categories.

import { BIOMETRIC } from './vocabulary/biometric.ts';
import { CRIMINAL } from './vocabulary/criminal.ts';
import { ETHNICITY } from './vocabulary/ethnicity.ts';
import { GENETIC } from './vocabulary/genetic.ts';
import { HEALTH } from './vocabulary/health.ts';
import { HEALTH_AT_WORK } from './vocabulary/health-at-work.ts';
import { POLITICS } from './vocabulary/politics.ts';
import { RELIGION } from './vocabulary/religion.ts';
import { SEXUAL_LIFE } from './vocabulary/sexual-life.ts';
import { TRADE_UNION } from './vocabulary/trade-union.ts';
import type { Vocabulary } from './vocabulary.ts';

export const VOCABULARIES: readonly Vocabulary[] = [
  HEALTH,
  HEALTH_AT_WORK,
  SEXUAL_LIFE,
  RELIGION,
  POLITICS,
  TRADE_UNION,
  ETHNICITY,
  GENETIC,
  BIOMETRIC,
  CRIMINAL,
];

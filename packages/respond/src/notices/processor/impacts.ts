// What is likely to come of a breach for people, by type of data: the impacts of recital 75 GDPR that each type makes possible.
import type { DataCategory } from '../../facts/data-category.ts';
import type { Exposure } from '../letters/exposures.ts';
import type { Impact } from './words.ts';

const OF_SECRETS: readonly Impact[] = ['loss-of-control', 'discrimination', 'reputation', 'physical-harm'];

const IMPACTS_OF_DISCLOSURE: Readonly<Record<DataCategory, readonly Impact[]>> = {
  basic: ['loss-of-control', 'fraud'],
  contact: ['loss-of-control', 'fraud'],
  biometric: ['loss-of-control', 'identity-theft'],
  criminal: OF_SECRETS,
  political: OF_SECRETS,
  ethnic: OF_SECRETS,
  religious: OF_SECRETS,
  'sex-life': OF_SECRETS,
  'trade-union': OF_SECRETS,
  genetic: OF_SECRETS,
  health: OF_SECRETS,
  financial: ['loss-of-control', 'fraud', 'financial-loss', 'reputation'],
  'employment-health': OF_SECRETS,
  'identification-numbers': ['loss-of-control', 'identity-theft', 'fraud'],
  location: ['loss-of-control', 'physical-harm'],
  'official-documents': ['loss-of-control', 'identity-theft', 'fraud', 'financial-loss'],
  'payment-methods': ['loss-of-control', 'fraud', 'financial-loss'],
  profile: ['loss-of-control', 'fraud', 'reputation'],
  credentials: ['loss-of-control', 'identity-theft', 'fraud', 'financial-loss'],
  'not-yet-known': [],
  other: ['loss-of-control'],
};

const ALL: readonly Impact[] = [
  'loss-of-control',
  'identity-theft',
  'fraud',
  'financial-loss',
  'discrimination',
  'reputation',
  'physical-harm',
  'service',
];

/** The impacts of what was exposed, each once. */
export function impactsOf(exposures: readonly Exposure[]): readonly Impact[] {
  const likely = new Set(exposures.flatMap(impactsOfExposure));
  return ALL.filter((impact) => likely.has(impact));
}

function impactsOfExposure({ category, harm }: Exposure): readonly Impact[] {
  if (harm === 'disclosed') return IMPACTS_OF_DISCLOSURE[category];
  return category === 'health' ? ['service', 'physical-harm'] : ['service'];
}

// ENISA's three scores from complete facts, each with the reason for it. Tables of the working document v1.0, Annexes 1 to 3.
import type { CompleteFacts, Turn } from '../facts/completion.ts';
import type { DataCategory } from '../facts/data-category.ts';
import type { FactName } from '../facts/definitions.ts';
import type { SeverityInputs } from './enisa.ts';

/** One score of the three, and why it is so. */
export interface Score {
  readonly of: 'DPC' | 'EI' | 'CB confidentiality' | 'CB integrity' | 'CB availability' | 'CB malicious';
  readonly points: number;
  readonly why: string;
  readonly facts: readonly FactName[];
}

/** ENISA's categories of data, and what a type of data counts as. */
type EnisaCategory = 'simple' | 'behavioural' | 'financial' | 'sensitive';

const BASE: Readonly<Record<EnisaCategory, number>> = { simple: 1, behavioural: 2, financial: 3, sensitive: 4 };

const CATEGORY_OF: Readonly<Record<DataCategory, EnisaCategory>> = {
  basic: 'simple',
  contact: 'simple',
  'identification-numbers': 'simple',
  'official-documents': 'simple',
  credentials: 'simple',
  profile: 'behavioural',
  location: 'behavioural',
  financial: 'financial',
  'payment-methods': 'financial',
  biometric: 'sensitive',
  criminal: 'sensitive',
  political: 'sensitive',
  ethnic: 'sensitive',
  religious: 'sensitive',
  'sex-life': 'sensitive',
  'trade-union': 'sensitive',
  genetic: 'sensitive',
  health: 'sensitive',
  'employment-health': 'sensitive',
  // Data of which nobody says what it is counts as the least; where it is not known yet, completion has put every type in.
  'not-yet-known': 'simple',
  other: 'simple',
};

/** What a person judged a category, or the ease of identification, to be; it takes the place of the table. */
export interface Judgement {
  readonly categories: readonly { readonly category: EnisaCategory; readonly score: number; readonly why: string }[];
  readonly identifiability: 'negligible' | 'limited' | 'significant' | 'maximum' | undefined;
}

const EASE = { negligible: 0.25, limited: 0.5, significant: 0.75, maximum: 1 } as const;

/**
 * All scores of complete facts.
 *
 * @param turn which way to take what the tables leave open, as what a password opens
 */
export function scoresOf(facts: CompleteFacts, judgement: Judgement, turn: Turn): readonly Score[] {
  return [
    contextScore(facts, judgement, turn),
    identificationScore(facts, judgement, turn),
    confidentialityScore(facts),
    integrityScore(facts),
    availabilityScore(facts),
    maliciousScore(facts),
  ];
}

/** The scores as inputs of the formula. */
export function inputsOf(scores: readonly Score[]): SeverityInputs {
  const points = (of: Score['of']) => scores.find((score) => score.of === of)?.points ?? 0;
  return {
    dpc: points('DPC'),
    ei: points('EI'),
    cb: {
      confidentiality: points('CB confidentiality'),
      integrity: points('CB integrity'),
      availability: points('CB availability'),
      malicious: points('CB malicious'),
    },
  };
}

/** Annex 1: the category with the highest score counts. */
function contextScore(facts: CompleteFacts, { categories }: Judgement, turn: Turn): Score {
  const present = new Map<EnisaCategory, readonly DataCategory[]>();
  for (const type of facts.data) {
    const category = CATEGORY_OF[type];
    present.set(category, [...(present.get(category) ?? []), type]);
  }
  const scored = [...present].map(([category, types]) => {
    const judged = categories.find((one) => one.category === category);
    const { points, why } = judged ? { points: judged.score, why: judged.why } : baseOf(category, types, facts, turn);
    return { points, why, base: BASE[category] };
  });
  const [highest] = scored.sort((a, b) => b.points - a.points || b.base - a.base);
  const { points, why } = highest ?? { points: BASE.simple, why: 'no type of data is known' };
  const names = ['data', 'specialCategories', 'paymentData', 'credentials', 'categoryScores'] as const;
  return { of: 'DPC', points, why, facts: names };
}

/** Credentials are worth what they open, which may be anything; payment data with which one can pay enables fraud. */
function baseOf(
  category: EnisaCategory,
  types: readonly DataCategory[],
  facts: CompleteFacts,
  turn: Turn,
): Pick<Score, 'points' | 'why'> {
  const isUsable = facts.credentials === 'plain' || facts.credentials === 'weak-hash';
  if (types.includes('credentials') && isUsable) {
    return turn === 'least'
      ? { points: BASE.simple, why: 'credentials that open little' }
      : { points: BASE.sensitive, why: 'credentials that may open anything' };
  }
  const why = `${category} data (${types.join(', ')})`;
  if (category === 'financial' && facts.paymentData) return { points: 4, why: `${why} with which one can pay` };
  return { points: BASE[category], why };
}

/** Annex 2: the identifier that tells the most counts. Data that nobody can read identifies nobody. */
function identificationScore(facts: CompleteFacts, { identifiability }: Judgement, turn: Turn): Score {
  const told: Pick<Score, 'of' | 'facts'> = { of: 'EI', facts: ['data', 'unintelligible', 'identifiability'] };
  if (facts.unintelligible) {
    return { ...told, points: EASE.negligible, why: 'nobody can read the data, so that it identifies nobody' };
  }
  if (identifiability !== undefined) {
    return { ...told, points: EASE[identifiability], why: `judged to be ${identifiability}` };
  }
  const { data, nationalId } = facts;
  if (data.has('basic') && (data.has('contact') || data.has('identification-numbers') || nationalId)) {
    return { ...told, points: EASE.maximum, why: 'names stand beside addresses or identification numbers' };
  }
  if (data.has('official-documents')) return { ...told, points: EASE.maximum, why: 'official documents name people' };
  const most = data.has('basic') || data.has('contact') || nationalId || data.has('identification-numbers');
  return turn === 'least'
    ? { ...told, points: EASE.negligible, why: 'at the least, it takes other records to tell who somebody is' }
    : {
        ...told,
        points: most || data.size === 0 ? EASE.maximum : EASE.significant,
        why: 'at the most, the data alone tells who somebody is',
      };
}

/** Annex 3: to known recipients, or to an unknown number of them. */
function confidentialityScore(facts: CompleteFacts): Score {
  const told: Pick<Score, 'of' | 'facts'> = {
    of: 'CB confidentiality',
    facts: ['nature', 'exfiltration', 'recipients', 'unintelligible'],
  };
  const { exfiltration, recipients, unintelligible, intent } = facts;
  if (unintelligible) return { ...told, points: 0, why: 'the data is unintelligible to whoever has it' };
  if (exfiltration === 'ruled-out') return { ...told, points: 0, why: 'access by others is ruled out' };
  if (recipients === 'public') return { ...told, points: 0.5, why: 'anybody could get it' };
  if (exfiltration === 'unlikely') return { ...told, points: 0, why: 'nothing shows that somebody got it' };
  if (recipients === 'known') return { ...told, points: 0.25, why: 'known recipients got it' };
  if (recipients === 'none' && intent === 'accidental') return { ...told, points: 0, why: 'nobody received it' };
  return { ...told, points: 0.5, why: 'an unknown number of recipients got it' };
}

function integrityScore({ nature, alteration }: CompleteFacts): Score {
  const told: Pick<Score, 'of' | 'facts'> = { of: 'CB integrity', facts: ['nature', 'alteration'] };
  if (!nature.includes('integrity')) return { ...told, points: 0, why: 'no data was altered' };
  if (alteration === 'no-wrong-use') return { ...told, points: 0, why: 'altered data was not used wrongly' };
  if (alteration === 'reversible')
    return { ...told, points: 0.25, why: 'altered, possibly used, and can be put right' };
  return { ...told, points: 0.5, why: 'altered, used wrongly, and cannot be put right' };
}

function availabilityScore({ nature, backup, restoreHours, serviceImpact }: CompleteFacts): Score {
  const told: Pick<Score, 'of' | 'facts'> = {
    of: 'CB availability',
    facts: ['nature', 'backup', 'restoreHours', 'serviceImpact'],
  };
  if (!nature.includes('availability')) return { ...told, points: 0, why: 'no data was out of reach' };
  if (restoreHours === Number.POSITIVE_INFINITY && !backup) {
    return { ...told, points: 0.5, why: 'the data is gone and cannot be recovered' };
  }
  const isEasy = serviceImpact === 'none' && backup && restoreHours !== Number.POSITIVE_INFINITY;
  if (isEasy) return { ...told, points: 0, why: 'recovered from a backup without difficulty' };
  return { ...told, points: 0.25, why: 'out of reach for a time' };
}

function maliciousScore({ intent }: CompleteFacts): Score {
  const told: Pick<Score, 'of' | 'facts'> = { of: 'CB malicious', facts: ['intent'] };
  return intent === 'malicious'
    ? { ...told, points: 0.5, why: 'somebody meant to do harm' }
    : { ...told, points: 0, why: 'nobody meant to do harm' };
}

// Fields 79 to 95: what may come of it and what was done, as far as facts and their assessment decide it.
import type { Assessment } from '../../../assessment.ts';
import { instantOf } from '../../../clocks/instant.ts';
import type { RiskLevel } from '../../../decision/risk.ts';
import type { FactName } from '../../../facts/definitions.ts';
import { knownValue } from '../../../facts/fact.ts';
import type { BreachFacts } from '../../../facts/facts.ts';
import type { Band } from '../../../severity/enisa.ts';
import { type Answer, type AnswersByField, letters, text } from '../answer.ts';
import type { Words } from '../field.ts';
import { momentText } from '../value-text.ts';

export const CONSEQUENCES_ANSWERS: AnswersByField = {
  85: ({ facts }) => impacts(facts),
  87: ({ assessment }) => gravity(assessment),
  89: ({ assessment }) => outcome(assessment),
  90: ({ assessment }) => method(assessment),
  92: ({ facts }) => measures(facts),
};

/** Impacts that follow from one fact. What else may come of it is for a person to add. */
const IMPACTS: readonly {
  readonly letter: string;
  readonly fact: FactName;
  readonly follows: (facts: BreachFacts) => boolean;
}[] = [
  { letter: 'a', fact: 'readByOthers', follows: ({ readByOthers }) => knownValue(readByOthers) === true },
  { letter: 'a', fact: 'exfiltration', follows: ({ exfiltration }) => knownValue(exfiltration) === 'proved' },
  { letter: 'd', fact: 'identityTheftPossible', follows: (facts) => knownValue(facts.identityTheftPossible) === true },
  { letter: 'e', fact: 'paymentData', follows: ({ paymentData }) => knownValue(paymentData) === true },
  { letter: 'f', fact: 'paymentData', follows: ({ paymentData }) => knownValue(paymentData) === true },
  { letter: 'j', fact: 'readByOthers', follows: ({ readByOthers }) => knownValue(readByOthers) === true },
];

/** Data that is unintelligible to others brings none of them about. */
function impacts(facts: BreachFacts): Answer | undefined {
  if (knownValue(facts.unintelligible) === true) return undefined;
  const following = IMPACTS.filter(({ follows }) => follows(facts));
  return letters(
    following.map(({ letter }) => letter),
    ...following.map(({ fact }) => fact),
  );
}

/** The template has three steps where ENISA has four bands. */
const GRAVITY: Readonly<Record<Band, string>> = { low: 'a', medium: 'b', high: 'c', veryHigh: 'c' };

/** ENISA's score is a help and not the test: where it does not fit with the risk, a person has to say. */
function gravity({ severity, decision }: Assessment): Answer | undefined {
  const [least, most] = ['value' in severity ? severity.band : severity.bandFrom, severity.band].map(
    (band) => GRAVITY[band],
  );
  if (least === undefined || least !== most) return undefined;
  const { from, to } = decision.risk;
  const isAtOdds = (least === 'a' && to === 'high') || (least === 'c' && from === 'none');
  return isAtOdds ? undefined : letters([least], 'assessment');
}

const OUTCOMES: Readonly<Record<RiskLevel, string>> = { high: 'a', risk: 'b', none: 'c' };

function outcome({ decision }: Assessment): Answer | undefined {
  const { from, to } = decision.risk;
  return from === to ? letters([OUTCOMES[from]], 'assessment') : undefined;
}

const BANDS: Readonly<Record<Band, Words>> = {
  low: { en: 'low', fr: 'faible' },
  medium: { en: 'medium', fr: 'moyenne' },
  high: { en: 'high', fr: 'élevée' },
  veryHigh: { en: 'very high', fr: 'très élevée' },
};

/** How the risk was assessed, with the severity; once the risk is decided, with the worked cases of the EDPB that are nearest. */
function method({ severity, decision }: Assessment): Answer | undefined {
  const band = BANDS[severity.band];
  const number = (value: number, decimal: string) => value.toFixed(2).replace('.', decimal);
  const told: Words =
    'value' in severity
      ? {
          en: `Severity after ENISA (2013), SE = DPC × EI + CB: ${number(severity.value, '.')} (${band.en}).`,
          fr: `Gravité selon l'ENISA (2013), SE = DPC × EI + CB : ${number(severity.value, ',')} (${band.fr}).`,
        }
      : {
          en:
            `Severity after ENISA (2013), SE = DPC × EI + CB: from ${number(severity.from, '.')} (${BANDS[severity.bandFrom].en})` +
            ` to ${number(severity.to, '.')} (${band.en}), since not all facts are known.`,
          fr:
            `Gravité selon l'ENISA (2013), SE = DPC × EI + CB : de ${number(severity.from, ',')} (${BANDS[severity.bandFrom].fr})` +
            ` à ${number(severity.to, ',')} (${band.fr}), tous les faits n'étant pas connus.`,
        };
  const cases = decision.nearestCases.map(({ id }) => id).join(', ');
  const nearest: Words[] =
    cases === '' || decision.risk.from !== decision.risk.to
      ? []
      : [
          {
            en: `Nearest worked cases of the EDPB's guidelines: ${cases}.`,
            fr: `Cas les plus proches dans les lignes directrices du CEPD : ${cases.replaceAll('case', 'cas').replaceAll('example', 'exemple')}.`,
          },
        ];
  return text([told, ...nearest], 'assessment');
}

function measures(facts: BreachFacts): Answer | undefined {
  const zone = knownValue(facts.timeZone);
  const taken = (knownValue(facts.measuresTaken) ?? []).map(({ what, at }): Words => {
    const sentence = /[.!?]$/.test(what) ? what.slice(0, -1) : what;
    if (at === undefined) return { en: `${sentence}.`, fr: `${sentence}.` };
    const moment = instantOf(at, zone);
    return { en: `${sentence} (${momentText(moment, 'en')}).`, fr: `${sentence} (${momentText(moment, 'fr')}).` };
  });
  return text(taken, 'measuresTaken');
}

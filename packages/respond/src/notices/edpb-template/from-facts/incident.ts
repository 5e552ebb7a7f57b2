// Fields 55 to 63: what happened to the data, as far as facts decide it.
import type { FactName, FactValue } from '../../../facts/definitions.ts';
import { knownValue } from '../../../facts/fact.ts';
import type { BreachFacts } from '../../../facts/facts.ts';
import { type Answer, type AnswersByField, letterFor, letters, text } from '../answer.ts';
import type { Words } from '../field.ts';

export const INCIDENT_ANSWERS: AnswersByField = {
  55: ({ facts }) => nature(facts),
  56: ({ facts }) => disclosure(facts),
  57: ({ facts }) => protection(facts),
  58: ({ facts }) => letterFor(knownValue(facts.alteration), ALTERATIONS, 'alteration'),
  59: ({ facts }) => (facts.restoreHours.state === 'known' ? letters(['a'], 'restoreHours') : undefined),
  60: ({ facts }) => letters(knownValue(facts.incident) ?? [], 'incident'),
  61: ({ facts }) => causes(facts),
  62: ({ facts }) => description(facts),
  63: ({ facts }) => systems(facts),
};

const ALTERATIONS = { 'no-wrong-use': 'a', reversible: 'b', irreversible: 'c' } as const;

const NATURES = { confidentiality: 'a', integrity: 'b', availability: 'c' } as const;

function nature(facts: BreachFacts): Answer | undefined {
  const known = knownValue(facts.nature) ?? [];
  return letters(
    known.map((one) => NATURES[one]),
    'nature',
  );
}

/** That nobody proved it is no evidence against it: only what is ruled out has letter c. */
function disclosure(facts: BreachFacts): Answer | undefined {
  if (knownValue(facts.readByOthers) === true) return letters(['a'], 'readByOthers');
  return letterFor(knownValue(facts.exfiltration), { proved: 'a', likely: 'b', 'ruled-out': 'c' }, 'exfiltration');
}

/** A protection is intact where the key is known to be safe. */
function protection(facts: BreachFacts): Answer | undefined {
  const [isUnintelligible, isKeyTaken] = [knownValue(facts.unintelligible), knownValue(facts.keyCompromised)];
  if (isUnintelligible === undefined) return undefined;
  if (isUnintelligible) return isKeyTaken === false ? letters(['a'], 'unintelligible', 'keyCompromised') : undefined;
  return isKeyTaken === true ? letters(['b'], 'unintelligible', 'keyCompromised') : letters(['c'], 'unintelligible');
}

function causes(facts: BreachFacts): Answer | undefined {
  const [cause, intent] = [knownValue(facts.cause), knownValue(facts.intent)];
  if (cause === undefined || intent === undefined || cause === 'unknown' || intent === 'unknown') return undefined;
  const [within, outside] = intent === 'accidental' ? ['a', 'c'] : ['b', 'd'];
  const chosen = cause === 'both' ? [within, outside] : [cause === 'internal' ? within : outside];
  return letters(chosen, 'cause', 'intent');
}

type Told<N extends FactName> = (value: FactValue<N>) => Words | undefined;

const RECIPIENTS: Readonly<Record<FactValue<'recipients'>, Words>> = {
  none: { en: 'Nobody received the data.', fr: "Personne n'a reçu les données." },
  known: { en: 'Those who received the data are known.', fr: 'Les destinataires des données sont connus.' },
  unknown: {
    en: 'Who received the data, if anybody did, is not known.',
    fr: 'Les éventuels destinataires des données ne sont pas connus.',
  },
  public: { en: 'The data could be reached by anybody.', fr: 'Les données étaient accessibles à tous.' },
};

/** What each fact adds to the description of the incident. */
const DESCRIBED: { readonly [N in FactName]?: Told<N> } = {
  recipients: (value) => RECIPIENTS[value],
  readByOthers: (value) =>
    value ? { en: 'There is proof that others read it.', fr: 'Il est établi que des tiers les ont lues.' } : undefined,
  exfiltration: (value) =>
    value === 'unknown'
      ? {
          en: 'Whether others took or saw data is not established.',
          fr: "Il n'est pas établi si des tiers ont pris ou vu des données.",
        }
      : undefined,
  unintelligible: (value) =>
    value
      ? { en: 'The data was unintelligible to others.', fr: 'Les données étaient incompréhensibles pour autrui.' }
      : { en: 'The data could be read as it was.', fr: 'Les données étaient lisibles en clair.' },
  backup: (value) =>
    value
      ? { en: 'There is a backup that was not hit.', fr: 'Une sauvegarde non affectée est disponible.' }
      : { en: 'There is no backup.', fr: "Il n'y a pas de sauvegarde." },
  ongoing: (value) =>
    value
      ? { en: 'The breach is still going on.', fr: 'La violation est toujours en cours.' }
      : { en: 'The breach has ended.', fr: 'La violation a pris fin.' },
};

/** The sentences of the facts that are known, in their order. */
function description(facts: BreachFacts): Answer | undefined {
  const names = Object.keys(DESCRIBED) as (keyof typeof DESCRIBED)[];
  const told = names.flatMap((name) => {
    const sentence = sentenceOf(facts, name);
    return sentence === undefined ? [] : [{ name, sentence }];
  });
  const open = openSystems(facts);
  const first = open === undefined ? [] : [{ name: 'systems' as const, sentence: open }];
  return text(
    [...first, ...told].map(({ sentence }) => sentence),
    ...[...first, ...told].map(({ name }) => name),
  );
}

/** A scan that found stores open tells which, and that nobody was asked to log in. */
function openSystems(facts: BreachFacts): Words | undefined {
  const isOpen = knownValue(facts.incident)?.some((letter) => 'mnv'.includes(letter)) ?? false;
  if (facts.systems.state === 'unknown' || facts.systems.source !== 'measured' || !isOpen) return undefined;
  const named = systemsText(facts);
  return {
    en: `When they were scanned, these systems were open to whoever could reach them, without a login: ${named}.`,
    fr: `Lors de leur examen, les systèmes suivants étaient accessibles sans authentification à quiconque pouvait les joindre : ${named}.`,
  };
}

function sentenceOf<N extends FactName>(facts: BreachFacts, name: N): Words | undefined {
  const value = knownValue<FactValue<N>>(facts[name]);
  return value === undefined ? undefined : DESCRIBED[name]?.(value);
}

function systems(facts: BreachFacts): Answer | undefined {
  const named = systemsText(facts);
  return named === '' ? undefined : text([{ en: named, fr: named }], 'systems');
}

function systemsText({ systems: fact }: BreachFacts): string {
  const known = knownValue(fact) ?? [];
  return known.map(({ what, where }) => (where === undefined ? what : `${what} (${where})`)).join('; ');
}

// The classifier with everything that is built in: all kinds, our own catalogue of secrets, or rules in its place.
import { type Classifier, createClassifier } from './classifier.ts';
import { conversationFinder } from './conversation/finder.ts';
import { credentialFinder } from './credentials/finder.ts';
import type { Finder } from './finder.ts';
import { createIdentifierFinder } from './identifiers.ts';
import type { Kind } from './kind.ts';
import { ACCOUNT_FINDERS } from './kinds/account/index.ts';
import { CONTACT_FINDERS } from './kinds/contact/index.ts';
import { DEVICE_FINDERS, DEVICE_IDENTIFIERS } from './kinds/device/index.ts';
import { EUROPE } from './kinds/europe/europe.ts';
import { LOCATION_FINDERS } from './kinds/location/index.ts';
import { PAYMENT } from './kinds/payment/index.ts';
import { WORLD } from './kinds/world/index.ts';
import { proseFinder } from './prose/finder.ts';
import { searchHistoryFinder } from './search-history/finder.ts';
import { catalogueRules } from './secrets/catalogue-rules.ts';
import type { RuleSet } from './secrets/rule.ts';
import { createSecretFinder } from './secrets/secret-finder.ts';
import { specialFinder } from './special/index.ts';

export interface DefaultClassifierOptions {
  /** See ClassifierOptions. */
  readonly kinds?: readonly string[];
  /** Secret rules in the place of our catalogue. */
  readonly rules?: RuleSet;
  /** How many encodings inside each other are read. */
  readonly maxDecodeDepth?: number;
  /**
   * The text is rows of a table: conversations and searches are left out, since `readRow` tells them from a row's fields
   * together, which no running text can.
   */
  readonly forRows?: boolean;
}

/** A classifier of all that is built in. It takes some tenths of a second to make, so make one, and is for one thread. */
export function createDefaultClassifier({
  kinds,
  rules,
  maxDecodeDepth,
  forRows = false,
}: DefaultClassifierOptions = {}): Classifier {
  const secrets = createSecretFinder(rules ?? catalogueRules(), maxDecodeDepth === undefined ? {} : { maxDecodeDepth });
  const finders = [secrets, ...personFinders(), ...(forRows ? [] : [conversationFinder, searchHistoryFinder])];
  return createClassifier({ finders, ...(kinds && { kinds }) });
}

function personFinders(): Finder[] {
  return [
    credentialFinder,
    createIdentifierFinder([...PAYMENT, ...EUROPE, ...WORLD, ...DEVICE_IDENTIFIERS]),
    ...CONTACT_FINDERS,
    ...DEVICE_FINDERS,
    ...LOCATION_FINDERS,
    ...ACCOUNT_FINDERS,
    proseFinder,
    specialFinder,
  ];
}

let kinds: ReadonlyMap<string, Kind> | undefined;

/** All kinds that are built in, but for secrets, which have one for each rule. */
export function builtInKinds(): readonly Kind[] {
  kinds ??= new Map(
    [...personFinders(), conversationFinder, searchHistoryFinder]
      .flatMap((finder) => finder.kinds)
      .map((kind) => [kind.id, kind]),
  );
  return [...kinds.values()];
}

/** A kind by its id; one of a secret rule is made from the id. */
export function kindById(id: string): Kind | undefined {
  builtInKinds();
  return kinds?.get(id) ?? (id.startsWith('secret/') ? secretKind(id) : undefined);
}

function secretKind(id: string): Kind {
  const words = id.slice('secret/'.length).replaceAll('-', ' ');
  return {
    id,
    title: words.charAt(0).toUpperCase() + words.slice(1),
    edpb: ['s'],
    meaning: 'Whoever has it can act in the name of its owner until it is revoked.',
    identifies: 'nobody',
  };
}

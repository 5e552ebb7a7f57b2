// Facts of breaches for tests of letters: random ones, and one case of which all is known.
import fc from 'fast-check';
import { DATA_CATEGORIES } from '../src/facts/data-category.ts';
import { parseFacts } from '../src/facts/document.ts';
import type { BreachFacts } from '../src/facts/facts.ts';
import type { Language } from '../src/notices/notice.ts';

/** Reads a document of facts in which everything must be understood. */
export function factsOf(document: Readonly<Record<string, unknown>>): BreachFacts {
  const read = parseFacts(document);
  if ('code' in read || read.notUnderstood.length > 0) throw new Error(JSON.stringify(read));
  return read.facts;
}

/** A sentence that a person could have written, by language. */
export const SENTENCE: Readonly<Record<Language, string>> = {
  en: 'We have changed every key and every password.',
  fr: 'Nous avons changé toutes les clés et tous les mots de passe.',
  de: 'Wir haben alle Schlüssel und alle Passwörter geändert.',
  es: 'Hemos cambiado todas las claves y todas las contraseñas.',
  it: 'Abbiamo cambiato tutte le chiavi e tutte le password.',
  zh: '我们已经更换了所有的密钥和密码。',
};

/** A case of which a letter has to ask nothing. */
export function completeDocument(language: Language): Readonly<Record<string, unknown>> {
  return {
    organisationName: 'Exemple',
    dpo: { name: 'Camille Martin', email: 'dpo@exemple.example', phone: '01 23 45 67 89' },
    establishments: ['FR'],
    timeZone: 'Europe/Paris',
    nature: ['confidentiality'],
    incident: ['m', 'n', 'v'],
    exfiltration: 'unknown',
    recipients: 'public',
    unintelligible: false,
    since: '2026-03-01T10:00:00+01:00',
    until: '2026-03-09T12:00:00+01:00',
    aware: '2026-03-09T11:00:00+01:00',
    data: ['basic', 'contact', 'credentials', 'health'],
    credentials: 'weak-hash',
    measuresTaken: [{ what: SENTENCE[language], at: '2026-03-09T12:00:00+01:00' }],
    measuresForPersons: [SENTENCE[language]],
    writtenIn: language,
  };
}

/** The complete case with some facts told otherwise and some taken away, or facts by themselves. */
export function documents(language: Language): fc.Arbitrary<Readonly<Record<string, unknown>>> {
  const known = completeDocument(language);
  const gone = fc.uniqueArray(fc.constantFrom(...Object.keys(known)), { maxLength: 2 });
  const changed = fc.tuple(someFacts(language), fc.integer({ min: 0, max: 4 }), gone).map(([facts, kept, names]) => {
    const changes = Object.entries(facts).slice(0, kept);
    return Object.fromEntries(
      Object.entries({ ...known, ...Object.fromEntries(changes) }).filter(([name]) => !names.includes(name)),
    );
  });
  return fc.oneof(changed, someFacts(language));
}

function someFacts(language: Language): fc.Arbitrary<Readonly<Record<string, unknown>>> {
  const sentence = fc.constant(SENTENCE[language]);
  const known = completeDocument(language);
  const kinds = [
    'contact/email',
    'credential/weak-hash',
    'secret/example-key',
    'payment/card',
    'payment/iban',
    'national-id/fr-nir',
    'document/passport',
    'conversation',
    'device/ip-address',
    'special/health',
  ];
  return fc.record(
    {
      ...Object.fromEntries(Object.entries(known).map(([name, value]) => [name, fc.constant(value)])),
      nature: fc.uniqueArray(fc.constantFrom('confidentiality', 'integrity', 'availability')),
      incident: fc.uniqueArray(fc.constantFrom(...'abcdefghijklmnopqrstuvwxy'), { maxLength: 3 }),
      exfiltration: fc.constantFrom('ruled-out', 'unlikely', 'unknown', 'likely', 'proved'),
      recipients: fc.constantFrom('none', 'known', 'unknown', 'public'),
      deletionConfirmed: fc.boolean(),
      recipientsTrusted: fc.boolean(),
      readByOthers: fc.boolean(),
      ongoing: fc.boolean(),
      restoreHours: fc.integer({ min: 0, max: 900 }),
      data: fc.uniqueArray(fc.constantFrom(...Object.keys(DATA_CATEGORIES))),
      possibleData: fc.uniqueArray(fc.constantFrom(...Object.keys(DATA_CATEGORIES)), { maxLength: 2 }),
      kinds: fc
        .uniqueArray(fc.constantFrom(...kinds))
        .map((list) => list.map((kind) => ({ kind, rows: { lower: 1, upper: 9 } }))),
      credentials: fc.constantFrom('none', 'plain', 'weak-hash', 'strong-hash', 'encrypted'),
      nationalId: fc.boolean(),
      paymentData: fc.boolean(),
      subjects: fc.uniqueArray(
        fc.constantFrom('customers', 'employees', 'minors', 'patients', 'students', 'subscribers', 'users', 'other'),
      ),
      minors: fc.boolean(),
      otherData: fc.array(fc.record({ what: sentence, mayHappen: sentence, whatToDo: sentence }), { maxLength: 2 }),
      measuresPlanned: fc.array(sentence, { maxLength: 2 }),
      contact: fc.constant({ name: 'Camille Martin', page: 'https://exemple.example/contact' }),
      establishments: fc.constantFrom(['FR'], ['DE'], ['FR', 'DE'], ['US'], []),
      personsByCountry: fc.constant([{ country: 'DK', persons: 5 }]),
      writtenIn: fc.constantFrom(language, 'nl'),
      authorityNotified: fc.constant('2026-03-10T09:00:00+01:00'),
    },
    { requiredKeys: [] },
  );
}

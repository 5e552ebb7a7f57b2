// What kind of value each fact takes: which control asks for it. The words are those of @vigie/respond's definitions.

export type FactKind =
  | { readonly kind: 'yes-no' | 'instant' | 'text' | 'number' | 'range' | 'countries' | 'lines' | 'json' }
  | { readonly kind: 'choice' | 'choices'; readonly words: readonly string[] };

const YES_NO: FactKind = { kind: 'yes-no' };
const INSTANT: FactKind = { kind: 'instant' };
const RANGE: FactKind = { kind: 'range' };
const NUMBER: FactKind = { kind: 'number' };
const TEXT: FactKind = { kind: 'text' };
const LINES: FactKind = { kind: 'lines' };
const COUNTRIES: FactKind = { kind: 'countries' };
const choice = (...words: string[]): FactKind => ({ kind: 'choice', words });
const choices = (...words: string[]): FactKind => ({ kind: 'choices', words });

const DATA = choices(
  ...['basic', 'contact', 'biometric', 'criminal', 'political', 'ethnic', 'religious', 'sex-life', 'trade-union'],
  ...['genetic', 'health', 'financial', 'employment-health', 'identification-numbers', 'location'],
  ...['official-documents', 'payment-methods', 'profile', 'credentials', 'not-yet-known', 'other'],
);

const KINDS: Readonly<Record<string, FactKind>> = {
  nature: choices('confidentiality', 'integrity', 'availability'),
  intent: choice('accidental', 'malicious', 'unknown'),
  cause: choice('internal', 'external', 'both', 'unknown'),
  exfiltration: choice('ruled-out', 'unlikely', 'unknown', 'likely', 'proved'),
  readByOthers: YES_NO,
  unintelligible: YES_NO,
  keyCompromised: YES_NO,
  alreadyPublic: YES_NO,
  backup: YES_NO,
  restoreHours: NUMBER,
  serviceImpact: choice('none', 'minor', 'moderate', 'severe'),
  alteration: choice('no-wrong-use', 'reversible', 'irreversible'),
  ongoing: YES_NO,
  durationDays: NUMBER,
  since: INSTANT,
  until: INSTANT,
  recipients: choice('none', 'known', 'unknown', 'public'),
  recipientsCount: RANGE,
  recipientsTrusted: YES_NO,
  deletionConfirmed: YES_NO,
  persons: RANGE,
  records: RANGE,
  subjects: choices(
    ...['customers', 'employees', 'military-or-police', 'minors', 'patients'],
    ...['students', 'subscribers', 'users', 'vulnerable', 'other'],
  ),
  minors: YES_NO,
  vulnerablePersons: YES_NO,
  data: DATA,
  possibleData: DATA,
  specialCategories: DATA,
  nationalId: YES_NO,
  paymentData: YES_NO,
  credentials: choice('none', 'plain', 'weak-hash', 'strong-hash', 'encrypted'),
  identityTheftPossible: YES_NO,
  identifiability: choice('negligible', 'limited', 'significant', 'maximum'),
  role: choice('controller', 'joint-controller', 'processor'),
  establishments: COUNTRIES,
  mainEstablishment: TEXT,
  representative: TEXT,
  offersTo: COUNTRIES,
  crossBorder: YES_NO,
  sectors: LINES,
  size: choice('micro', 'small', 'medium', 'large'),
  timeZone: TEXT,
  detected: INSTANT,
  aware: INSTANT,
  processorAware: INSTANT,
  notifiableDetermined: INSTANT,
  materialityDetermined: INSTANT,
  ransomPaid: INSTANT,
  authorityNotified: INSTANT,
  personsInformed: INSTANT,
  significantHarm: YES_NO,
  highRiskRemoved: YES_NO,
  disproportionateEffort: YES_NO,
  insured: YES_NO,
  incidentAware: INSTANT,
  significantIncident: YES_NO,
  unavailableMinutes: NUMBER,
  loss: RANGE,
  majorIncident: YES_NO,
  classifiedMajor: INSTANT,
  makesProducts: YES_NO,
  correctiveMeasure: INSTANT,
  organisationName: TEXT,
  incidentPage: TEXT,
  measuresPlanned: LINES,
  measuresForPersons: LINES,
  writtenIn: TEXT,
};

/** The kind of a fact's value; what has a form of its own is written as JSON. */
export function factKind(path: string): FactKind {
  return KINDS[path] ?? { kind: 'json' };
}

/** A value as it stands in the editor: always text, or a set of words. */
export function typedValue(kind: FactKind, value: unknown): string {
  if (value === undefined || value === null) return '';
  if (kind.kind === 'yes-no') return value === true ? 'yes' : 'no';
  if (kind.kind === 'range' && typeof value === 'object') {
    const { lower, upper } = value as { lower?: number; upper?: number | null };
    return `${lower ?? ''} ${upper === null || upper === undefined || !Number.isFinite(upper) ? '' : upper}`;
  }
  if (kind.kind === 'instant') return localInstant(String(value));
  if (Array.isArray(value) && value.every((item) => typeof item === 'string')) {
    return value.join(kind.kind === 'lines' ? '\n' : ' ');
  }
  return typeof value === 'string' || typeof value === 'number' ? String(value) : JSON.stringify(value, undefined, 2);
}

/** The form of `<input type="datetime-local">`, in the reader's zone. */
export function localInstant(iso: string): string {
  const at = new Date(iso);
  if (Number.isNaN(at.getTime())) return '';
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

/** What the editor's text says, as the API takes it; undefined where it says nothing that can be read. */
export function statedValue(kind: FactKind, text: string): unknown {
  const words = text.split(/\s+/).filter((word) => word !== '');
  switch (kind.kind) {
    case 'yes-no':
      return text === '' ? undefined : text === 'yes';
    case 'number':
      return words[0] === undefined || Number.isNaN(Number(words[0])) ? undefined : Number(words[0]);
    case 'range':
      return words[0] === undefined ? undefined : rangeOf(Number(words[0]), words[1]);
    case 'instant':
      return text === '' ? undefined : new Date(text).toISOString();
    case 'choices':
    case 'countries':
      return kind.kind === 'countries' ? words.map((word) => word.toUpperCase()) : words;
    case 'lines':
      return text
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '');
    case 'choice':
    case 'text':
      return text.trim() === '' ? undefined : text.trim();
    case 'json':
      return parsed(text);
  }
}

function rangeOf(lower: number, upper: string | undefined): unknown {
  if (Number.isNaN(lower)) return undefined;
  return upper === undefined ? { lower } : { lower, upper: Number(upper) };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

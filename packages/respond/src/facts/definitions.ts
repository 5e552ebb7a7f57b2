// Every fact of a breach: its name, the form of its value, and the question that asks for it. A new fact is one entry here.
import * as v from 'valibot';
import {
  ContactSchema,
  CountriesSchema,
  CountrySchema,
  DataSchema,
  InstantSchema,
  IntervalSchema,
  KindsSchema,
  LanguageSchema,
  LengthSchema,
  PersonsByCountrySchema,
  TextSchema,
  TimeZoneSchema,
  wordSchema,
} from './fact-schemas.ts';

interface FactDefinition<S extends v.GenericSchema = v.GenericSchema> {
  readonly schema: S;
  /** What the fact is, for a reader. */
  readonly title: string;
  /** The question that a responder can answer. */
  readonly ask: string;
}

function fact<const S extends v.GenericSchema>(schema: S, title: string, ask: string): FactDefinition<S> {
  return { schema, title, ask };
}

/** What happened, to what, and how well it was protected. */
const INCIDENT = {
  nature: fact(
    v.array(v.picklist(['confidentiality', 'integrity', 'availability'])),
    'nature of the breach',
    'Was data disclosed, altered, or out of reach?',
  ),
  incident: fact(
    v.array(v.pipe(v.string(), v.regex(/^[a-y]$/, 'a letter of field 60 of the EDPB template'))),
    'incident, in letters of field 60 of the EDPB template',
    'What happened: an open store, an attack, a lost device, a message to the wrong person?',
  ),
  intent: fact(
    wordSchema(['accidental', 'malicious', 'unknown'], { negligent: 'accidental', deliberate: 'malicious' }),
    'intent',
    'Did somebody mean to do it, or was it a mistake?',
  ),
  cause: fact(
    v.picklist(['internal', 'external', 'both', 'unknown']),
    'cause from within or from outside',
    'Did it come from within the organisation or from outside?',
  ),
  exfiltration: fact(
    wordSchema(['ruled-out', 'unlikely', 'unknown', 'likely', 'proved'], {
      none: 'ruled-out',
      possible: 'unknown',
      suspected: 'likely',
      confirmed: 'proved',
    }),
    'data taken or seen by others',
    'Do complete logs show that nothing was taken or seen, or that it was?',
  ),
  readByOthers: fact(
    v.boolean(),
    'data read by somebody without the right to',
    'Is there proof that somebody read the data?',
  ),
  unintelligible: fact(
    v.boolean(),
    'data unintelligible to others',
    'Was the data encrypted with a state-of-the-art algorithm, or otherwise unreadable to others?',
  ),
  keyCompromised: fact(
    v.boolean(),
    'key or salt taken too',
    'Was the key (or the salt) out of reach of whoever has the data?',
  ),
  alreadyPublic: fact(
    v.boolean(),
    'all of the data lawfully public before',
    'Was all of this data publicly available before, and lawfully so?',
  ),
  backup: fact(v.boolean(), 'backup at hand', 'Is there a recent backup that was not hit?'),
  restoreHours: fact(
    LengthSchema,
    'hours until everything worked again',
    'After how many hours was the data back and the service working?',
  ),
  serviceImpact: fact(
    wordSchema(['none', 'minor', 'moderate', 'severe'], { limited: 'minor', significant: 'moderate', major: 'severe' }),
    'effect of the outage on people',
    'What did people miss while data or service was out of reach?',
  ),
  alteration: fact(
    v.picklist(['no-wrong-use', 'reversible', 'irreversible']),
    'what the alteration did (field 58)',
    'Was altered data used wrongly, and can that be made good?',
  ),
  ongoing: fact(v.boolean(), 'still going on', 'Is the way in closed?'),
  durationDays: fact(LengthSchema, 'days that it lasted', 'For how many days did it last?'),
  systems: fact(
    v.array(v.object({ what: v.string(), where: v.exactOptional(v.string()) })),
    'systems concerned, and where they are',
    'Which systems does it concern, and where are they?',
  ),
  since: fact(InstantSchema, 'open at the latest since', 'Since when has it been open, at the latest?'),
  until: fact(InstantSchema, 'closed at', 'When was it closed?'),
} as const;

/** Who has the data now. */
const RECIPIENTS = {
  recipients: fact(
    wordSchema(['none', 'known', 'unknown', 'public'], { many: 'unknown', published: 'public' }),
    'who received the data',
    'Who received the data: nobody, people you know, strangers, everybody?',
  ),
  recipientsCount: fact(IntervalSchema, 'number of recipients', 'How many received it?'),
  recipientsTrusted: fact(
    v.boolean(),
    'recipients can be trusted',
    'Are the recipients bound to secrecy, or in a relation in which you can rely on them?',
  ),
  deletionConfirmed: fact(
    v.boolean(),
    'deletion or return confirmed',
    'Did all recipients confirm in writing that they deleted or returned it?',
  ),
} as const;

/** Whose data it is, how many they are, and what was in it. */
const PEOPLE_AND_DATA = {
  persons: fact(IntervalSchema, 'people concerned', 'How many people does it concern, at least and at most?'),
  records: fact(IntervalSchema, 'records concerned', 'How many records does it concern?'),
  personsByCountry: fact(
    PersonsByCountrySchema,
    'people by country',
    'In which countries do they live, and how many in each?',
  ),
  subjects: fact(
    v.array(
      v.picklist([
        'customers',
        'employees',
        'military-or-police',
        'minors',
        'patients',
        'students',
        'subscribers',
        'users',
        'vulnerable',
        'other',
      ]),
    ),
    'groups of people (field 65)',
    'Who are they: customers, employees, patients, …?',
  ),
  minors: fact(v.boolean(), 'children among them', 'Are there children among them?'),
  vulnerablePersons: fact(
    v.boolean(),
    'vulnerable people among them',
    'Are there children, patients, refugees or others among them who can protect themselves less?',
  ),
  data: fact(DataSchema, 'types of data', 'Which types of data were in it?'),
  possibleData: fact(
    DataSchema,
    'types of data that may be in it',
    'Is this really in the data, or does it only look like it?',
  ),
  kinds: fact(KindsSchema, 'kinds of values found', 'What stands in the data?'),
  specialCategories: fact(
    DataSchema,
    'special categories of data',
    'Does it say anything on health, beliefs, sex life, origin, offences?',
  ),
  nationalId: fact(v.boolean(), 'national identification numbers', 'Were national identification numbers in it?'),
  paymentData: fact(v.boolean(), 'payment data', 'Were card or account numbers in it with which one can pay?'),
  credentials: fact(
    wordSchema(['none', 'plain', 'weak-hash', 'strong-hash', 'encrypted'], {
      plaintext: 'plain',
      'clear-text': 'plain',
      hashed: 'weak-hash',
      'unsalted-hash': 'weak-hash',
      'salted-hash': 'strong-hash',
    }),
    'how passwords or keys were kept',
    'Were passwords or keys in it, and how were they protected?',
  ),
  identityTheftPossible: fact(
    v.boolean(),
    'enough for identity theft or fraud',
    'Can somebody pose as one of these people with what was in it?',
  ),
  identifiability: fact(
    v.picklist(['negligible', 'limited', 'significant', 'maximum']),
    'how easily people are identified (ENISA EI)',
    'How easily can somebody tell from the data who a person is?',
  ),
  categoryScores: fact(
    v.array(
      v.object({
        category: v.picklist(['simple', 'behavioural', 'financial', 'sensitive']),
        score: v.picklist([1, 2, 3, 4]),
        why: v.string(),
      }),
    ),
    'score of a category as judged by a person (ENISA DPC)',
    'Does the volume or the context make the data tell more, or less, than usual?',
  ),
} as const;

/** Who answers for it, and where. */
const ORGANISATION = {
  role: fact(
    v.picklist(['controller', 'joint-controller', 'processor']),
    'role of the organisation',
    'Do you decide on the purposes of this data (controller), or do you keep it for others (processor)?',
  ),
  establishments: fact(CountriesSchema, 'countries of establishment', 'In which countries are you established?'),
  mainEstablishment: fact(
    CountrySchema,
    'main establishment in the EEA',
    'In which EEA country are the decisions on this processing taken?',
  ),
  representative: fact(
    CountrySchema,
    'representative in the EEA (Article 27)',
    'In which EEA country is your representative, if you have one?',
  ),
  offersTo: fact(
    CountriesSchema,
    'countries whose people are offered goods or services, or watched',
    'People of which countries do you offer your service to?',
  ),
  crossBorder: fact(
    v.boolean(),
    'cross-border processing',
    'Does it concern establishments or people in more than one EEA country?',
  ),
  sectors: fact(
    v.array(v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]*$/, 'write a sector in lower-case words joined by hyphens'))),
    'sectors, as in cloud, health, credit-institution',
    'In which sectors do you work?',
  ),
  size: fact(
    v.picklist(['micro', 'small', 'medium', 'large']),
    'size (Recommendation 2003/361/EC)',
    'How large is the organisation?',
  ),
  usRegulated: fact(
    v.array(
      v.picklist([
        'hipaa-covered-entity',
        'hipaa-business-associate',
        'personal-health-records',
        'sec-registrant',
        'ftc-financial-institution',
        'nydfs-licensed',
      ]),
    ),
    'rules of the United States for certain trades',
    'Which of these are you in the United States: a HIPAA covered entity or business associate, a vendor of personal health records, a company that files with the SEC, a financial institution under the FTC, licensed by the NYDFS, or none?',
  ),
  timeZone: fact(TimeZoneSchema, 'time zone in which the clocks are read', 'In which time zone does the team work?'),
} as const;

/** When who learned what, and what was done about it. */
const RESPONSE = {
  detected: fact(InstantSchema, 'first sign', 'When was the first sign of it?'),
  aware: fact(
    InstantSchema,
    'awareness of the controller',
    'When were you reasonably certain that personal data was compromised?',
  ),
  processorAware: fact(InstantSchema, 'awareness of the processor', 'When did your processor become aware?'),
  notifiableDetermined: fact(
    InstantSchema,
    'found that it has to be notified',
    'When did you find, after looking into it, that it has to be notified?',
  ),
  materialityDetermined: fact(
    InstantSchema,
    'found to be material to investors',
    'When did you find that it is material to investors?',
  ),
  ransomPaid: fact(InstantSchema, 'ransom paid', 'When was a ransom paid, if one was?'),
  authorityNotified: fact(InstantSchema, 'authority notified', 'When was the authority notified?'),
  personsInformed: fact(InstantSchema, 'people informed', 'When were the people concerned informed?'),
  significantHarm: fact(
    v.boolean(),
    'serious harm likely, as judged by a person',
    'Is serious harm likely for anybody: identity theft, loss of money or work, violence, humiliation?',
  ),
  highRiskRemoved: fact(
    v.boolean(),
    'measures that make the high risk unlikely (Article 34(3)(b))',
    'Did a measure taken since make it unlikely that harm comes about?',
  ),
  disproportionateEffort: fact(
    v.boolean(),
    'telling each person is disproportionate (Article 34(3)(c))',
    'Would it take a disproportionate effort to reach each person?',
  ),
  measuresBefore: fact(
    v.array(v.pipe(v.string(), v.regex(/^[a-l]$/, 'a letter of field 75 of the EDPB template'))),
    'measures in place before (field 75)',
    'Which measures were in place before?',
  ),
  measuresTaken: fact(
    v.array(v.object({ what: v.string(), at: v.optional(InstantSchema) })),
    'measures taken since',
    'What was done since, and when?',
  ),
  insured: fact(v.boolean(), 'insured against it', 'Is there an insurance that covers it?'),
} as const;

/** What laws on cybersecurity, finance, products and AI ask for besides. */
const SECTOR_LAWS = {
  publicBody: fact(
    v.picklist([
      'none',
      'central',
      'regional',
      'metropolitan-city',
      'large-municipality',
      'municipality',
      'health-authority',
      'local-transport',
      'in-house',
      'other',
    ]),
    'public body; a large municipality has more than 100,000 inhabitants or is the capital of a region',
    'Are you a public body, or owned by one, and of which kind?',
  ),
  designations: fact(
    v.array(
      v.picklist([
        'essential-entity',
        'important-entity',
        'vital-operator',
        'essential-services-operator',
        'national-security-perimeter',
      ]),
    ),
    'what an authority has designated or registered you as; an empty list for nothing',
    'Has an authority designated you as an essential or important entity, or as an operator of vital services?',
  ),
  incidentAware: fact(
    InstantSchema,
    'awareness of the incident, whatever data it touched',
    'When were you reasonably certain that there was an incident of security?',
  ),
  significantIncident: fact(
    v.boolean(),
    'significant incident (Directive (EU) 2022/2555, Article 23(3))',
    'Could it severely disrupt your services, cost you a lot, or do considerable damage to others?',
  ),
  unavailableMinutes: fact(
    LengthSchema,
    'minutes for which the service was completely unavailable',
    'For how many minutes was the service completely out of reach?',
  ),
  loss: fact(IntervalSchema, 'direct financial loss, in euros', 'How much did it cost you directly, in euros?'),
  majorIncident: fact(
    v.boolean(),
    'major ICT-related incident (Regulation (EU) 2022/2554, Article 18)',
    'Do the criteria for financial entities make it a major incident?',
  ),
  classifiedMajor: fact(InstantSchema, 'classified as major at', 'When did you classify it as a major incident?'),
  makesProducts: fact(
    v.boolean(),
    'manufacturer of products with digital elements',
    'Do you sell software or devices under your own name that connect to something?',
  ),
  productIncident: fact(
    v.array(v.picklist(['exploited-vulnerability', 'severe-incident'])),
    'what happened to a product with digital elements; an empty list for nothing',
    'Was a vulnerability of your product exploited, or its security severely hit?',
  ),
  correctiveMeasure: fact(
    InstantSchema,
    'corrective or mitigating measure available',
    'Since when has there been an update or another remedy for the product?',
  ),
  aiSystem: fact(
    v.picklist(['none', 'other', 'annex-iii', 'annex-i']),
    'AI system involved: high-risk by Annex III or Annex I of Regulation (EU) 2024/1689, or other',
    'Was an AI system involved, and is it a high-risk one?',
  ),
  aiRole: fact(
    v.picklist(['provider', 'deployer']),
    'role for the AI system',
    'Did you develop the AI system or put it on the market (provider), or do you use it (deployer)?',
  ),
  aiHarm: fact(
    v.array(
      v.picklist([
        'death',
        'health',
        'critical-infrastructure',
        'fundamental-rights',
        'property-or-environment',
        'widespread-infringement',
      ]),
    ),
    'harm that the AI system led to (Article 3(49)); an empty list for none',
    'What harm did the AI system lead to: to life or health, infrastructure, rights, property?',
  ),
  perimeterIncident: fact(
    v.picklist(['table-1', 'table-2', 'other-systems']),
    'incident in the Italian perimeter of national cybersecurity, by table of Annex A to DPCM 81/2021',
    'In which table of Annex A does the incident stand, or did it hit other systems?',
  ),
  filings: fact(
    v.array(
      v.object({
        regime: v.string(),
        stage: v.picklist(['initial', 'notification', 'intermediate', 'final']),
        at: InstantSchema,
      }),
    ),
    'reports that were submitted, by regime and stage',
    'Which reports were submitted to an authority, and when?',
  ),
} as const;

/** What the letters say and only a person can state. */
const LETTERS = {
  organisationName: fact(TextSchema, 'name of the organisation', 'What is the organisation called, as people know it?'),
  dpo: fact(
    ContactSchema,
    'data protection officer',
    'Who is the data protection officer, and how can people reach them?',
  ),
  contact: fact(
    ContactSchema,
    'contact point for people concerned',
    'If there is no data protection officer: who answers questions, and how can people reach them?',
  ),
  pressContact: fact(ContactSchema, 'contact for the press', 'Whom can the press call or write to?'),
  incidentPage: fact(
    v.pipe(v.string(), v.url('write an address as https://example.org/incident')),
    'web page on the breach',
    'On which web page do you publish what is known and what is new?',
  ),
  measuresPlanned: fact(
    v.array(TextSchema),
    'measures that are planned',
    'What will be done next, so that it does not happen again?',
  ),
  measuresForPersons: fact(
    v.array(TextSchema),
    'measures that spare people harm (Article 33(3)(d))',
    'What do you do for the people: passwords reset, cards replaced, a telephone line for questions?',
  ),
  otherData: fact(
    v.array(v.object({ what: TextSchema, mayHappen: TextSchema, whatToDo: TextSchema })),
    'other data, what may happen with it, what people can do',
    'Which other data was in it, what may happen to people through it, and what can they do?',
  ),
  updates: fact(
    v.array(v.object({ at: InstantSchema, says: TextSchema })),
    'what became known since the first communication',
    'What is new since you first told the public, and when did you learn it?',
  ),
  writtenIn: fact(
    LanguageSchema,
    'language of the sentences among the facts',
    'In which language are the measures and other sentences among these facts written?',
  ),
} as const;

/** All facts, by name. */
export const FACTS = {
  ...INCIDENT,
  ...RECIPIENTS,
  ...PEOPLE_AND_DATA,
  ...ORGANISATION,
  ...RESPONSE,
  ...SECTOR_LAWS,
  ...LETTERS,
} as const;

export type FactName = keyof typeof FACTS;

/** The value of a fact by its name. */
export type FactValue<N extends FactName> = ReadonlyList<v.InferOutput<(typeof FACTS)[N]['schema']>>;

type ReadonlyList<T> = T extends readonly (infer E)[] ? readonly E[] : T;

export const FACT_NAMES = Object.keys(FACTS) as readonly FactName[];

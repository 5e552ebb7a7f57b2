// A plausible breach: facts, clocks, duties, notices, tasks, contacts, letters.
import type { Assessment, Case, CaseEvent, Clock, Facts, Notice, Ruling, Task } from '../../src/api/shapes/cases.ts';
import type { Contact, ContactImport, IncidentPage } from '../../src/api/shapes/letters.ts';
import { COLLEAGUES } from './people-data.ts';
import { ago, DAY_MS, uuid } from './watch-data.ts';

const HOUR_MS = 3_600_000;
export const CASE_ID = uuid(5, 0);

/** What people wrote, in whatever language they did. */
export const SAID = {
  because: 'Readable contact data of many people was open for days.',
  opinion: 'The officer agrees.',
  record: 'Record of processing, entry 12',
  closed: 'Port closed, verified',
} as const;

const [, TOMAS, CLAIRE] = COLLEAGUES;

interface ClockSketch {
  readonly dutyId: string;
  readonly regime: string;
  readonly article: string;
  readonly to: string;
  readonly hours: number;
  readonly state: Clock['state'];
}

const CLOCKS: readonly ClockSketch[] = [
  { dutyId: 'gdpr-33', regime: 'GDPR', article: '33(1)', to: 'CNIL', hours: 21, state: 'running' },
  { dutyId: 'nis2-24', regime: 'NIS 2', article: '23(4)(a)', to: 'ANSSI', hours: -27, state: 'met' },
  { dutyId: 'nis2-72', regime: 'NIS 2', article: '23(4)(b)', to: 'ANSSI', hours: 45, state: 'running' },
  { dutyId: 'contract', regime: 'Contract', article: '12', to: 'Insurer', hours: -3, state: 'late' },
  { dutyId: 'gdpr-34', regime: 'GDPR', article: '34(1)', to: 'people', hours: 30, state: 'running' },
];

function clocksOf(now: number): Clock[] {
  return CLOCKS.map(({ hours, ...sketch }, index) => ({
    ...sketch,
    id: uuid(20, index),
    what: 'Notify the incident',
    owed: 'yes',
    dueAt: ago(now, -hours * HOUR_MS),
    remainingSeconds: hours * 3600,
  }));
}

export function caseOf(now: number): Case {
  return {
    id: CASE_ID,
    reference: 'V-2026-0007',
    name: 'Chat logs open on 8123',
    codename: 'grey heron',
    state: 'open',
    limited: false,
    openedAt: ago(now, 50 * HOUR_MS),
    openedBy: { id: TOMAS.id, name: TOMAS.name },
    aware: { at: ago(now, 51 * HOUR_MS), by: TOMAS.name, why: 'The scan listed tables with conversations.' },
    stores: [uuid(1, 0)],
    places: [{ storeId: uuid(1, 0), address: '127.0.0.1', port: 8123, product: 'clickhouse' }],
    commander: { id: TOMAS.id, name: TOMAS.name },
    officer: { id: CLAIRE.id, name: CLAIRE.name },
    seats: [
      { seat: 'commander', holder: { id: TOMAS.id, name: TOMAS.name } },
      { seat: 'officer', holder: { id: CLAIRE.id, name: CLAIRE.name } },
      { seat: 'scribe' },
      { seat: 'liaison' },
      { seat: 'counsel' },
    ],
    severity: { level: 'veryHigh', least: 3, most: 4.5 },
    decision: {
      authority: {
        answer: 'yes',
        why: 'Data of many people was out in the open, readable, and nobody can say who read it.',
        ruled: { answer: 'yes', by: { id: CLAIRE.id, name: CLAIRE.name }, at: ago(now, 20 * HOUR_MS) },
      },
      people: {
        answer: 'unknown',
        why: 'Special categories would make the risk high; whether they are really in it is not known.',
      },
    },
    clocks: clocksOf(now),
    effects: [],
    remedialAction: [],
    factsVersion: 4,
    version: 4,
  };
}

export function rulingsOf(now: number): readonly Ruling[] {
  return [
    {
      id: uuid(21, 0),
      at: ago(now, 20 * HOUR_MS),
      by: { id: CLAIRE.id, name: CLAIRE.name },
      about: 'authority',
      answer: 'yes',
      because: SAID.because,
      opinion: SAID.opinion,
      assessed: 'yes',
    },
  ];
}

export function factsOf(now: number): Facts {
  const by = 'vigie scan';
  const at = ago(now, 50 * HOUR_MS);
  const measured = {
    title: '',
    kind: 'measured' as const,
    certainty: 'known' as const,
    source: 'scan of 127.0.0.1',
    by,
    at,
    history: 1,
  };
  return {
    items: [
      { path: 'nature', value: ['confidentiality'], ...measured },
      { path: 'since', value: ago(now, 14 * DAY_MS), ...measured },
      { path: 'persons', value: { lower: 19_990, estimate: 20_000, upper: 20_010 }, ...measured },
      { path: 'records', value: { lower: 1_000_000, upper: null }, ...measured },
      { path: 'kinds', value: ['conversation', 'secret/openai-api-key', 'person/email'], ...measured },
      { path: 'data', value: ['contact', 'credentials', 'profile'], ...measured, certainty: 'likely' },
      {
        path: 'role',
        title: '',
        kind: 'stated',
        value: 'controller',
        certainty: 'known',
        source: SAID.record,
        by: 'Claire Aubry',
        at: ago(now, 40 * HOUR_MS),
        history: 2,
      },
      {
        path: 'ongoing',
        title: '',
        kind: 'stated',
        value: false,
        certainty: 'known',
        source: SAID.closed,
        by: 'Tomás Vidal',
        at: ago(now, 30 * HOUR_MS),
        history: 3,
      },
    ],
    questions: [
      {
        fact: 'exfiltration',
        ask: 'Do complete logs show that nothing was taken or seen, or that it was?',
        why: 'It decides whether the people have to be told.',
      },
      {
        fact: 'minors',
        ask: 'Are there children among them?',
        why: 'It raises the severity and changes the letters.',
      },
      {
        fact: 'specialCategories',
        ask: 'Does it say anything on health, beliefs, sex life, origin, offences?',
        why: 'It decides whether the risk is high.',
      },
    ],
    contradictions: [],
    version: 4,
  };
}

export function assessmentOf(now: number): Assessment {
  const { severity, decision } = caseOf(now);
  const rest = { decidedBy: ['persons'], owed: 'yes' as const };
  return {
    severity: { ...severity, scores: [] },
    decision: {
      authority: decision.authority,
      people: decision.people,
      risk: { from: 'risk', to: 'high' },
      reasons: [{ weighs: 'for', certainty: 'certain', says: 'Many people.', source: 'EDPB Guidelines 9/2022' }],
    },
    duties: [
      {
        ...rest,
        id: 'gdpr-33',
        clockId: uuid(20, 0),
        regime: 'GDPR',
        article: '33(1)',
        to: 'Supervisory authority (CNIL)',
        what: 'Notify the personal data breach',
        due: ago(now, -21 * HOUR_MS),
        reasons: ['A risk to people is likely: readable contact data of 20,000 people was open to everybody.'],
        state: 'running',
      },
      {
        ...rest,
        id: 'gdpr-34',
        regime: 'GDPR',
        article: '34(1)',
        to: 'The people concerned',
        what: 'Communicate the breach',
        owed: 'unknown',
        due: 'without undue delay',
        reasons: ['Possibly a high risk: health may stand in the conversations.'],
        state: 'running',
      },
      {
        ...rest,
        id: 'gdpr-33-5',
        regime: 'GDPR',
        article: '33(5)',
        to: 'The organisation itself',
        what: 'Document the breach in the register',
        due: 'at once',
        reasons: ['Every breach is documented, notifiable or not.'],
        state: 'met',
      },
    ],
    wouldMove: [
      { fact: 'exfiltration', from: 'unknown', to: 'ruled-out', changes: { people: { from: 'unknown', to: 'no' } } },
      {
        fact: 'specialCategories',
        from: null,
        to: ['health'],
        changes: {
          people: { from: 'unknown', to: 'yes' },
          severity: { from: severity, to: { ...severity, least: 4 } },
        },
      },
    ],
    nearest: [
      {
        id: 'EDPB 07',
        title: 'Credential stuffing on a banking site',
        notifyAuthority: true,
        communicateToPersons: true,
        checked: 'Guidelines 01/2021',
        differsIn: ['intent'],
      },
      {
        id: 'EDPB 05',
        title: 'Exfiltration of job application data from a website',
        notifyAuthority: true,
        communicateToPersons: true,
        checked: 'Guidelines 01/2021',
        differsIn: ['exfiltration'],
      },
    ],
    questions: factsOf(now).questions,
    contradictions: [],
    assumed: [],
    regimes: [],
    factsVersion: 4,
  };
}

const EVENTS: readonly (readonly [number, CaseEvent['what'], string])[] = [
  [50, 'case-opened', '127.0.0.1:8123'],
  [49, 'clock-started', 'GDPR 33(1), CNIL'],
  [40, 'fact-changed', 'role of the organisation: "controller" (known)'],
  [27, 'clock-met', 'NIS 2 23(4)(a), ANSSI'],
  [20, 'ruling', 'the authority is told: yes'],
  [9, 'notice-drafted', 'Letter to people, en'],
];

export function timelineOf(now: number): readonly CaseEvent[] {
  return EVENTS.map(([hours, what, detail], index) => ({
    id: uuid(22, index),
    at: ago(now, hours * HOUR_MS),
    ...(index % 2 === 0 ? { who: { id: TOMAS.id, name: TOMAS.name } } : {}),
    what,
    detail,
    about: {},
  })).reverse();
}

function placed(blocks: readonly Sketch[]): Notice['text'] {
  return blocks.map(
    (block, index) => ({ ...block, id: `block-${index}`, part: 0, edited: false }) as Notice['text'][number],
  );
}

type Sketch = { readonly kind: Notice['text'][number]['kind'] } & Readonly<Record<string, unknown>>;

function noticeOf(
  now: number,
  index: number,
  given: Partial<Notice> & Pick<Notice, 'kind' | 'language' | 'state' | 'text'>,
): Notice {
  const by = { id: CLAIRE.id, name: CLAIRE.name };
  return {
    id: uuid(6, index),
    caseId: CASE_ID,
    title: '',
    number: 1,
    standing: 1,
    versions: [
      { number: 1, at: ago(now, 20 * HOUR_MS), by, what: 'drafted', sha256: 'a3f1c09be77d42f0' },
      { number: 2, at: ago(now, 8 * HOUR_MS), by, what: 'edited', sha256: 'b7e23ec29af22b0b' },
    ],
    gaps: [],
    approvals: [],
    behindFacts: false,
    version: 2,
    ...given,
  };
}

export function noticesOf(now: number): readonly Notice[] {
  const approval = (person: { id: string; name: string }, hours: number) => ({
    by: { id: person.id, name: person.name },
    at: ago(now, hours * HOUR_MS),
    number: 2,
  });
  const question = 'Quelles conséquences sont probables pour les personnes ?';
  return [
    noticeOf(now, 0, {
      kind: 'authority-cnil',
      language: 'fr',
      state: 'draft',
      behindFacts: true,
      text: placed([
        { kind: 'heading', level: 1, text: 'Notification d’une violation de données à caractère personnel' },
        { kind: 'heading', level: 2, text: 'Nature de la violation' },
        { kind: 'paragraph', text: 'Un dépôt ClickHouse était accessible sans authentification depuis le réseau.' },
        {
          kind: 'table',
          rows: [
            ['Ouvert au plus tard depuis', '15 novembre 2026, 09:12'],
            ['Personnes concernées', 'de 19 990 à 20 010'],
          ],
        },
        { kind: 'heading', level: 2, text: 'Conséquences' },
        { kind: 'question', question, gap: 'consequences' },
        { kind: 'list', items: ['Port fermé', 'Clés renouvelées', 'Journaux d’accès conservés'] },
      ]),
      gaps: [
        { id: 'consequences', section: 'Conséquences', question, demandedBy: 'Article 33(3)(c)' },
        {
          id: 'field-75',
          section: 'Mesures',
          question: 'Quelles mesures étaient en place avant ?',
          demandedBy: 'Champ 75',
          form: {
            type: 'letters',
            options: [
              { letter: 'a', says: 'Contrôle d’accès' },
              { letter: 'b', says: 'Chiffrement' },
            ],
          },
        },
      ],
    }),
    noticeOf(now, 1, {
      kind: 'letter',
      language: 'en',
      group: 'customers',
      state: 'frozen',
      text: placed([
        { kind: 'heading', level: 1, text: 'Your data was open to others' },
        {
          kind: 'paragraph',
          text: 'For some days anyone could read the conversations that you had with our assistant.',
        },
      ]),
      approvals: [approval(CLAIRE, 2)],
    }),
    noticeOf(now, 2, {
      kind: 'letter',
      language: 'fr',
      group: 'customers',
      state: 'approved',
      text: placed([{ kind: 'heading', level: 1, text: 'Vos données étaient visibles par d’autres' }]),
      approvals: [approval(CLAIRE, 2), approval(TOMAS, 1)],
    }),
  ];
}

export function tasksOf(now: number): Task[] {
  const titles = [
    ['contain', 'Take a snapshot of the access log of 127.0.0.1:8123', 'done'],
    ['contain', 'Close the port', 'done'],
    ['rotate', 'Change the 1,204 keys that were exposed', 'doing'],
    ['scope', 'Find out who read the data', 'todo'],
    ['notify', 'Notify the CNIL', 'todo'],
    ['tell', 'Tell the people concerned', 'todo'],
  ] as const;
  return titles.map(([phase, title, state], index) => ({
    id: uuid(7, index),
    caseId: CASE_ID,
    title,
    phase,
    why: 'What is not kept now is gone: logs are deleted after some days.',
    how: ['Copy /var/log/clickhouse-server/query_log to a safe place.', 'Note its SHA-256 in the case.'],
    state,
    ...(index % 2 === 0 ? { owner: { id: 'TomasResp001', name: 'Tomás Vidal' } } : {}),
    references: [{ name: 'GDPR', article: '33(1)' }],
    dropped: false,
    late: index === 0,
    changedAt: ago(now, index * HOUR_MS),
    dueAt: ago(now, -(index - 1) * 8 * HOUR_MS),
    version: 1,
  }));
}

export function importsOf(now: number): ContactImport[] {
  return [
    {
      id: uuid(8, 0),
      caseId: CASE_ID,
      state: 'waiting',
      rows: 20_040,
      good: 19_870,
      broken: 12,
      duplicates: 158,
      minors: 41,
      unreachable: 230,
      columns: ['name', 'email', 'language'],
      problemCount: 12,
      problems: [
        { row: 118, column: 2, problem: 'no-email-address' },
        { row: 4_021, column: 3, problem: 'unknown-language' },
      ],
      createdAt: ago(now, 2 * HOUR_MS),
    },
  ];
}

export const CONTACT_COUNT = 20_000;

export function contactAt(index: number): Contact {
  const statuses = ['none', 'queued', 'sent', 'bounced', 'sent', 'sent'] as const;
  return {
    id: uuid(9, index),
    name: `P•••• ${index + 1}`,
    email: `p••••${index % 10}@e••••.org`,
    language: index % 3 === 0 ? 'fr' : 'en',
    group: 'customers',
    minor: index % 97 === 0,
    reachable: index % 53 !== 0,
    ways: index % 53 === 0 ? [] : ['email'],
    status: statuses[index % statuses.length] ?? 'none',
  };
}

export function pageOf(now: number): IncidentPage {
  return {
    caseId: CASE_ID,
    published: true,
    slug: 'november-2026',
    title: 'Chat logs were open to others',
    titles: { en: 'Chat logs were open to others', fr: 'Des conversations étaient visibles' },
    organisation: 'Example',
    contact: 'privacy@example.org',
    updates: [
      {
        id: uuid(23, 0),
        at: ago(now, 10 * HOUR_MS),
        text: 'The port is closed. We are finding out who read the data.',
        language: 'en',
        removed: false,
      },
      {
        id: uuid(23, 1),
        at: ago(now, 9 * HOUR_MS),
        text: 'Le port est fermé. Nous cherchons qui a lu les données.',
        language: 'fr',
        correctedAt: ago(now, 8 * HOUR_MS),
        removed: false,
      },
    ],
    version: 2,
  };
}

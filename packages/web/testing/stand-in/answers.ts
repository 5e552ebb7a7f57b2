// What the stand-in answers: one entry an operation, typed as the API's. Only what pages need to be looked at and walked through.
import type { AnswerOf, OperationId } from '../../src/api/client.ts';
import type { Page } from '../../src/api/shapes/operations.ts';
import type { Role } from '../../src/api/shapes/people.ts';
import {
  assessmentOf,
  CASE_ID,
  CONTACT_COUNT,
  caseOf,
  contactAt,
  factsOf,
  importsOf,
  noticesOf,
  pageOf,
  rulingsOf,
  tasksOf,
  timelineOf,
} from './case-data.ts';
import { detailsOf, erasuresOf, letterAt, runsOf, toldOf } from './letter-data.ts';
import { accountOf, COLLEAGUES, permissionsOf } from './people-data.ts';
import { ENTRY_COUNT, entryAt, jobsOf, overviewOf, webhooksOf } from './room-data.ts';
import { RULE_COUNT, RULE_SUMMARY, ruleAt, ruleFilesOf, ruleOf, TRIED, valueListsOf } from './rule-data.ts';
import {
  FINDING_COUNT,
  findingAt,
  historyOf,
  progressAt,
  STORE_COUNT,
  scansOf,
  scopesOf,
  storeAt,
  uuid,
} from './watch-data.ts';
import {
  accessesOf,
  channelsOf,
  DETECTION_COUNT,
  detectionAt,
  detectionOf,
  inputsOf,
  silencesOf,
  visitorsOf,
} from './watching-data.ts';
import { firstVersionOf, historyOfFact, membersOf, registerOf, storePreview } from './workspace-data.ts';

/** A request as the answers look at it. */
interface Request {
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly body: Readonly<Record<string, unknown>>;
}

/** What one stand-in knows; acts change it. */
export interface Room {
  readonly now: number;
  role: Role;
  /** Nobody has an account yet. */
  isNew: boolean;
  signedIn: boolean;
  firstScanDone: boolean;
  /** Changes of findings by their index. */
  readonly findings: Map<number, object>;
  /** Whether somebody decided about letters in doubt. */
  decided: boolean;
  /** Whether somebody said that people were told. */
  told: boolean;
  /** Whether the scan that runs was stopped. */
  stopped: boolean;
  /** Whether lists are empty, as on the first day. */
  empty: boolean;
}

type Answers = { readonly [K in OperationId]?: (room: Room, request: Request) => AnswerOf<K> | undefined };

const NOTHING = { items: [] };

/** Up to which row lists are counted, unless all was asked for; as the server does. */
const COUNTED = 10_000;

/** A page out of `count` made rows. */
function paged<T>({ query }: Request, count: number, rowAt: (index: number) => T): Page<T> & { items: T[] } {
  const from = Math.min(count, Number(query.get('cursor') ?? query.get('skip') ?? 0));
  const limit = Number(query.get('limit') ?? 50);
  const to = Math.min(count, from + limit);
  const items = Array.from({ length: to - from }, (_, offset) => rowAt(from + offset));
  const exact = count <= COUNTED || query.get('count') === 'all';
  const total = from === 0 ? { total: { rows: exact ? count : COUNTED, exact } } : {};
  return { items, ...(to < count ? { next: String(to) } : {}), ...total };
}

/** The places of rows that a filter lets through, over the first thousands. */
function matching(count: number, matches: (index: number) => boolean): number[] {
  return Array.from({ length: count }, (_, index) => index).filter(matches);
}

const indexOf = (id: string | undefined) => Number.parseInt((id ?? '').slice(-12), 16);

function findings(room: Room, request: Request): AnswerOf<'listFindings'> {
  if (room.empty) return NOTHING;
  const [state, severity, store, q] = ['state', 'severity', 'store', 'q'].map((name) => request.query.get(name));
  const at = (index: number) => ({ ...findingAt(room.now, index), ...room.findings.get(index) });
  if (!state && !severity && !store && !q) return paged(request, FINDING_COUNT, at);
  const places = matching(2_000, (index) => {
    const finding = at(index);
    const text = `${finding.title} ${finding.store.address} ${finding.rule}`.toLowerCase();
    return (
      (!state || state.split(',').includes(finding.state)) &&
      (!severity || finding.severity === severity) &&
      (!store || finding.storeId === store) &&
      (!q || text.includes(q.toLowerCase()))
    );
  });
  return paged(request, places.length, (index) => at(places[index] ?? 0));
}

function stores(room: Room, request: Request): AnswerOf<'listStores'> {
  if (room.empty) return NOTHING;
  const [verdict, product, q] = ['verdict', 'product', 'q'].map((name) => request.query.get(name));
  const places = matching(STORE_COUNT, (index) => {
    const store = storeAt(room.now, index);
    const text = `${store.address}:${store.port} ${store.product}`;
    return (
      (!verdict || verdict.split(',').includes(store.verdict)) &&
      (!product || store.product === product) &&
      (!q || text.includes(q))
    );
  });
  return paged(request, places.length, (index) => storeAt(room.now, places[index] ?? 0));
}

function letters({ decided, empty }: Room, request: Request): AnswerOf<'listLetters'> {
  const run = runsOf(decided).find(({ id }) => id === request.params.id);
  if (run === undefined || empty) return NOTHING;
  const state = request.query.get('state');
  if (!state) return paged(request, run.total, (index) => letterAt(index, run, decided));
  const places = matching(run.total, (index) => letterAt(index, run, decided).state === state);
  return paged(request, places.length, (index) => letterAt(places[index] ?? 0, run, decided));
}

function detections(room: Room, request: Request): AnswerOf<'listDetections'> {
  if (room.empty) return { ...NOTHING, total: { rows: 0, exact: true } };
  const [state, level] = ['state', 'level'].map((name) => request.query.get(name));
  const places = matching(DETECTION_COUNT, (index) => {
    const detection = detectionAt(room.now, index);
    return (!state || detection.state === state) && (!level || detection.level === level);
  });
  return paged(request, places.length, (index) => detectionAt(room.now, places[index] ?? 0));
}

export const ANSWERS: Answers = {
  getMe: ({ role, now }) => ({ account: accountOf(role, now), permissions: [...permissionsOf(role)] }),
  changeMe: () => undefined,
  getSetUp: ({ isNew }) => ({ needed: isNew, providers: [{ id: 'company', name: 'Company sign-in' }] }),
  joinWithLink: (room) => {
    room.isNew = false;
    return { id: 'NadiaOwner01', role: room.role };
  },
  getOverview: ({ now, firstScanDone }) => overviewOf(now, !firstScanDone),
  listSessions: ({ now }) => ({
    items: ['Firefox/132.0 (X11; Linux x86_64)', 'Safari/605 (iPhone)'].map((agent, index) => ({
      id: `session-${index}`,
      createdAt: new Date(now - 9e7).toISOString(),
      lastUsedAt: new Date(now - index * 3.6e6).toISOString(),
      expiresAt: new Date(now + 9e7).toISOString(),
      agent,
      address: '127.0.0.1',
      current: index === 0,
    })),
  }),
  listTokens: ({ now }) => ({
    items: [
      {
        id: uuid(14, 0),
        name: 'Ticket system',
        shown: 'vigie_9f2c',
        scopes: ['read-watch'],
        createdAt: new Date(now - 9e8).toISOString(),
        expiresAt: new Date(now + 9e9).toISOString(),
      },
    ],
  }),
  makeApiToken: ({ now }) => ({
    id: uuid(14, 1),
    name: 'New',
    shown: 'vigie_ab12',
    scopes: ['read-watch'],
    createdAt: new Date(now).toISOString(),
    expiresAt: new Date(now + 9e9).toISOString(),
    token: 'vigie_ab12-shown-once',
  }),
  listAccounts: ({ now }) => ({ items: COLLEAGUES.map(({ role }) => accountOf(role, now)) }),
  listColleagues: () => ({ items: COLLEAGUES.map(({ id, name, role }) => ({ id, name, role })) }),
  inviteAccount: ({ now }) => ({
    id: uuid(15, 0),
    token: 'one-time-token',
    expiresAt: new Date(now + 6e8).toISOString(),
  }),

  listScopes: ({ now, empty }) => (empty ? NOTHING : { items: [...scopesOf(now)] }),
  createScope: ({ now }) => scopesOf(now)[0],
  watchThisMachine: (room) => {
    room.firstScanDone = true;
    room.empty = false;
    return { scopeId: uuid(3, 0), scanId: uuid(4, 2) };
  },
  getScope: ({ now }, { params }) => scopesOf(now).find(({ id }) => id === params.id),
  startScan: () => ({ scanId: uuid(4, 0) }),
  listScans: ({ now }) => ({ items: [...scansOf(now)] }),
  getScan: ({ now, stopped }, { params }) => {
    const scan = scansOf(now).find(({ id }) => id === params.id);
    if (scan?.state !== 'running') return scan;
    return stopped ? { ...scan, state: 'stopped' } : { ...scan, progress: progressAt(21_760) };
  },
  stopScan: (room, { params }) => {
    room.stopped = true;
    return scansOf(room.now).find(({ id }) => id === params.id);
  },
  listStores: stores,
  getStore: ({ now }, { params }) => storeAt(now, indexOf(params.id)),
  getStoreHistory: ({ now }) => historyOf(now),
  classifyStore: () => ({}),
  listFindings: findings,
  getFinding: (room, { params }) => {
    const index = indexOf(params.id);
    return { ...findingAt(room.now, index), ...room.findings.get(index) };
  },
  updateFinding: (room, { params, body }) => {
    const index = indexOf(params.id);
    const before = { ...findingAt(room.now, index), ...room.findings.get(index) };
    const assignee = COLLEAGUES.find(({ id }) => id === body.assigneeId);
    const after = { ...before, ...body, ...(assignee ? { assignee } : {}), version: before.version + 1 };
    room.findings.set(index, after);
    return after as AnswerOf<'updateFinding'>;
  },
  verifyFinding: (room, { params }) => {
    const index = indexOf(params.id);
    const verification = { at: new Date().toISOString(), result: 'mended', why: 'questions-refused' };
    room.findings.set(index, { ...room.findings.get(index), state: 'mended', verification });
    return { ...findingAt(room.now, index), ...room.findings.get(index) };
  },
  getFindingTimeline: ({ now }) => ({
    items: [
      { at: new Date(now - 9e7).toISOString(), what: 'first-seen', to: 'new' },
      { at: new Date(now - 5e7).toISOString(), who: 'Tomás Vidal', what: 'assign', from: 'new', to: 'assigned' },
    ],
  }),
  getFigures: () => ({
    openSinceLatest: { median: 412_000, p90: 1_640_000, count: 31 },
    detect: { median: 2_100, p90: 21_600, count: 31 },
    assign: { median: 5_400, p90: 61_000, count: 28 },
    close: { median: 93_000, p90: 604_000, count: 22 },
  }),
  listJobs: ({ now, empty }) => (empty ? NOTHING : { items: [...jobsOf(now)] }),

  listCases: ({ now, empty }) => (empty ? NOTHING : { items: [caseOf(now)] }),
  openCase: ({ now }) => caseOf(now),
  getCase: ({ now }) => caseOf(now),
  getFacts: ({ now }) => factsOf(now),
  stateFact: ({ now }) => factsOf(now),
  getAssessment: ({ now }) => assessmentOf(now),
  getFactHistory: ({ now }, { params }) => historyOfFact(now, params.path ?? ''),
  previewStoreForCase: () => storePreview(),
  getCaseMembers: ({ now }) => membersOf(now),
  listRegister: ({ now, empty }) => ({ items: empty ? [] : registerOf(now), kept: 0 }),
  getTimeline: ({ now }) => ({ items: [...timelineOf(now)] }),
  listRulings: ({ now }) => ({ items: [...rulingsOf(now)] }),
  ruleOnCase: ({ now }) => caseOf(now),
  changeClock: ({ now }) => caseOf(now),
  listNotices: ({ now }) => ({ items: [...noticesOf(now)] }),
  createNotice: ({ now }) => noticesOf(now)[0],
  getNotice: ({ now }, { params, query }) => {
    const notice = noticesOf(now).find(({ id }) => id === params.id);
    return notice && (query.get('number') === '1' ? firstVersionOf(notice) : notice);
  },
  listTasks: ({ now }) => ({ items: tasksOf(now) }),

  listContactImports: ({ now }) => ({ items: importsOf(now) }),
  listContacts: (_, request) => paged(request, CONTACT_COUNT, contactAt),
  getContact: (_, { params }) => {
    const { language, group, minor } = contactAt(indexOf(params.id));
    return { id: params.id ?? '', caseId: CASE_ID, language, group, minor, details: detailsOf(params.id ?? '') };
  },
  listLetterRuns: ({ decided, empty }) => (empty ? NOTHING : { items: runsOf(decided) }),
  getLetterRun: ({ decided }, { params }) => runsOf(decided).find(({ id }) => id === params.id),
  listLetters: letters,
  decideUncertainLetters: (room, { params }) => {
    room.decided = true;
    const run = runsOf(true).find(({ id }) => id === params.id);
    return run && { letters: 3, run };
  },
  tellLetterOutcomes: ({ decided }, { params }) => {
    const run = runsOf(decided).find(({ id }) => id === params.id);
    return run && { letters: 1, run };
  },
  createLetterRun: ({ decided }) => runsOf(decided)[3],
  takeBounceFile: () => ({
    mails: 3,
    ours: 2,
    early: 0,
    verdicts: [
      { verdict: 'failed', mails: 2 },
      { verdict: 'auto-reply', mails: 1 },
    ],
  }),
  getLettersTold: ({ now, told }) => toldOf(now, told),
  confirmLettersTold: (room) => {
    room.told = true;
    return { clockId: uuid(20, 4), told: 99_912, people: 100_000, unreachable: 60 };
  },
  listContactErasures: ({ now, empty }) => (empty ? NOTHING : { items: erasuresOf(now) }),
  eraseContacts: ({ now }) => erasuresOf(now)[0],
  getContactRetention: () => ({ days: 90, version: 1 }),
  putContactRetention: () => ({ days: 30, version: 2 }),
  previewLetter: () => ({
    contactId: uuid(9, 1),
    html: '',
    to: 'p••••1@e••••.org',
    subject: 'Your data was open to others',
    text: 'Dear customer,\n\nFor some days anyone could read the conversations that you had with our assistant.\n',
    language: 'en',
  }),
  getIncidentPage: ({ now }) => pageOf(now),

  listDetections: detections,
  getDetection: ({ now }, { params }) => detectionOf(now, indexOf(params.id)),
  judgeDetection: ({ now }, { params }) => detectionOf(now, indexOf(params.id)),
  listSilences: ({ now, empty }) => (empty ? NOTHING : { items: silencesOf(now) }),
  listInputs: ({ now, empty }) => ({ items: empty ? [] : inputsOf(now), folders: ['/var/log'] }),
  getStoreAccesses: ({ now, empty }) => (empty ? { ...accessesOf(now), buckets: [] } : accessesOf(now)),
  getCaseVisitors: ({ now, empty }) => (empty ? { ...visitorsOf(now), groups: [] } : visitorsOf(now)),
  listRules: (_room, request) => paged(request, RULE_COUNT, ruleAt),
  getRuleSummary: () => RULE_SUMMARY,
  getRule: ({ now }, { params }) => ruleOf(now, indexOf(params.rule)),
  switchRule: ({ now }, { params }) => ruleOf(now, indexOf(params.rule)),
  tryRule: () => TRIED,
  listRuleFiles: ({ now, empty }) => ({ items: empty ? [] : ruleFilesOf(now) }),
  listValueLists: ({ now, empty }) => ({ items: empty ? [] : valueListsOf(now) }),
  getWatchSettings: () => ({
    alertsPerDay: 5,
    detectionsKeptDays: 400,
    accessesKeptDays: 180,
    fields: '',
    knowsHoneytokens: true,
    version: 1,
  }),
  listChannels: ({ now, empty }) => ({ items: empty ? [] : channelsOf(now) }),

  listWebhooks: ({ now }) => ({ items: [...webhooksOf(now)] }),
  getMailSettings: () => ({
    configured: true,
    host: 'mail.example.org',
    port: 587,
    security: 'starttls',
    user: 'vigie',
    from: { name: 'Example', address: 'privacy@example.org' },
    bounceAddress: 'bounces@example.org',
    hasPassword: true,
    version: 1,
  }),
  testMailSettings: () => ({ result: 'connected' }),
  listEvidence: ({ now, empty }, request) =>
    empty ? NOTHING : paged(request, ENTRY_COUNT, (index) => entryAt(now, index)),
  getEvidenceVerdict: () => ({ outcome: 'intact', entries: ENTRY_COUNT }),
};

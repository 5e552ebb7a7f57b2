// Addresses and the pages behind them. Each page is a chunk of its own, fetched when one goes there or points at its link.
import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router';
import type { Permission } from '../api/access.ts';
import type { Arguments, OperationId } from '../api/client.ts';
import { ProblemError } from '../api/problem.ts';
import { question } from '../api/queries.ts';
import type { Me } from '../api/shapes/people.ts';
import { FrontPage } from './front.tsx';
import { innerPath } from './inner-path.ts';
import { PageFailed, PageNotFound } from './lost.tsx';
import { Shell } from './shell.tsx';

interface RouteContext {
  readonly answers: QueryClient;
}

const root = createRootRouteWithContext<RouteContext>()({ component: Outlet, notFoundComponent: PageNotFound });

type Search = Readonly<Record<string, unknown>>;

/** A word of the address's query; absent where it is none. */
function word(search: Search, name: string): string | undefined {
  const value = search[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: (search: Search): { to?: string; ended?: true; error?: string } => {
    const to = innerPath(search.to);
    const error = word(search, 'error');
    return { ...(to ? { to } : {}), ...(search.ended ? { ended: true as const } : {}), ...(error ? { error } : {}) };
  },
  component: lazyRouteComponent(() => import('../pages/sign-in.tsx'), 'SignInPage'),
});

const setup = createRoute({
  getParentRoute: () => root,
  path: '/setup',
  component: lazyRouteComponent(() => import('../pages/setup.tsx'), 'SetupPage'),
});

/** Everything inside: whoever is not signed in is led to the door and back afterwards. */
const room = createRoute({
  getParentRoute: () => root,
  id: 'room',
  component: Shell,
  beforeLoad: async ({ context, location }) => {
    try {
      await context.answers.ensureQueryData(question('getMe', {}));
    } catch (failure) {
      if (!(failure instanceof ProblemError) || failure.problem.status !== 401) throw failure;
      const { needed } = await context.answers.ensureQueryData(question('getSetUp', {}));
      if (needed) throw redirect({ to: '/setup' });
      throw redirect({ to: '/sign-in', search: location.href === '/' ? {} : { to: location.href } });
    }
  },
});

declare module '@tanstack/react-router' {
  interface StaticDataRouteOption {
    /** The permission that the page takes; without it the page says which roles have it. */
    takes?: Permission;
  }
}

const inside = { getParentRoute: () => room } as const;

const filters =
  <const N extends string>(...names: readonly N[]) =>
  (search: Search): { [K in N]?: string | undefined } =>
    Object.fromEntries(names.flatMap((name) => (word(search, name) ? [[name, word(search, name)]] : []))) as {
      [K in N]?: string | undefined;
    };

/** Asks ahead of the page what the pages of the watch need; never for somebody who may not see it. */
function prefetch<K extends OperationId>({ answers }: RouteContext, id: K, given: Arguments<K>): void {
  const me = answers.getQueryData(question('getMe', {}).queryKey) as Me | undefined;
  if (me?.permissions.includes('read-watch')) void answers.prefetchQuery(question(id, given));
}

const now = createRoute({
  ...inside,
  path: '/',
  loader: ({ context }) => prefetch(context, 'getOverview', {}),
  component: FrontPage,
});
const stores = createRoute({
  ...inside,
  path: '/stores',
  staticData: { takes: 'read-watch' },
  validateSearch: filters('verdict', 'product', 'q'),
  component: lazyRouteComponent(() => import('../pages/stores.tsx'), 'StoresPage'),
});
const store = createRoute({
  ...inside,
  path: '/stores/$id',
  staticData: { takes: 'read-watch' },
  loader: ({ context, params }) => prefetch(context, 'getStore', { params }),
  component: lazyRouteComponent(() => import('../pages/store.tsx'), 'StorePage'),
});
const storeTimeline = createRoute({
  ...inside,
  path: '/stores/$id/accesses',
  staticData: { takes: 'read-watch' },
  validateSearch: filters('span'),
  component: lazyRouteComponent(() => import('../pages/store-timeline.tsx'), 'StoreTimelinePage'),
});
const findings = createRoute({
  ...inside,
  path: '/findings',
  staticData: { takes: 'read-watch' },
  validateSearch: filters('state', 'severity', 'assignee', 'store', 'q'),
  component: lazyRouteComponent(() => import('../pages/findings.tsx'), 'FindingsPage'),
});
const finding = createRoute({
  ...inside,
  path: '/findings/$id',
  staticData: { takes: 'read-watch' },
  loader: ({ context, params }) => prefetch(context, 'getFinding', { params }),
  component: lazyRouteComponent(() => import('../pages/finding.tsx'), 'FindingPage'),
});
const scopes = createRoute({
  ...inside,
  path: '/scopes',
  staticData: { takes: 'read-watch' },
  component: lazyRouteComponent(() => import('../pages/scopes.tsx'), 'ScopesPage'),
});
const newScope = createRoute({
  ...inside,
  path: '/scopes/new',
  staticData: { takes: 'manage-scopes' },
  component: lazyRouteComponent(() => import('../pages/new-scope.tsx'), 'NewScopePage'),
});
const scope = createRoute({
  ...inside,
  path: '/scopes/$id',
  staticData: { takes: 'read-watch' },
  component: lazyRouteComponent(() => import('../pages/scope.tsx'), 'ScopePage'),
});
const scan = createRoute({
  ...inside,
  path: '/scans/$id',
  staticData: { takes: 'read-watch' },
  component: lazyRouteComponent(() => import('../pages/scan.tsx'), 'ScanPage'),
});
const detections = createRoute({
  ...inside,
  path: '/detections',
  staticData: { takes: 'read-watch' },
  validateSearch: filters('level', 'state', 'store', 'q'),
  component: lazyRouteComponent(() => import('../pages/detections.tsx'), 'DetectionsPage'),
});
const silences = createRoute({
  ...inside,
  path: '/detections/silences',
  staticData: { takes: 'read-watch' },
  component: lazyRouteComponent(() => import('../pages/watching-silences.tsx'), 'SilencesPage'),
});
const detection = createRoute({
  ...inside,
  path: '/detections/$id',
  staticData: { takes: 'read-watch' },
  loader: ({ context, params }) => prefetch(context, 'getDetection', { params }),
  component: lazyRouteComponent(() => import('../pages/detection.tsx'), 'DetectionPage'),
});
const inputs = createRoute({
  ...inside,
  path: '/inputs',
  staticData: { takes: 'read-watch' },
  validateSearch: filters('store'),
  component: lazyRouteComponent(() => import('../pages/inputs.tsx'), 'InputsPage'),
});
const rules = createRoute({
  ...inside,
  path: '/rules',
  staticData: { takes: 'read-watch' },
  validateSearch: filters('level', 'state', 'origin', 'q'),
  component: lazyRouteComponent(() => import('../pages/rules.tsx'), 'RulesPage'),
});
const ruleFiles = createRoute({
  ...inside,
  path: '/rules/files',
  staticData: { takes: 'read-watch' },
  component: lazyRouteComponent(() => import('../pages/rule-files.tsx'), 'RuleFilesPage'),
});
const rule = createRoute({
  ...inside,
  path: '/rules/of/$rule',
  staticData: { takes: 'read-watch' },
  component: lazyRouteComponent(() => import('../pages/rule.tsx'), 'RulePage'),
});
const cases = createRoute({
  ...inside,
  path: '/cases',
  staticData: { takes: 'read-cases' },
  validateSearch: filters('fromStore', 'fromFinding'),
  component: lazyRouteComponent(() => import('../pages/cases.tsx'), 'CasesPage'),
});
const oneCase = createRoute({
  ...inside,
  path: '/cases/$id',
  staticData: { takes: 'read-cases' },
  component: lazyRouteComponent(() => import('../pages/case/case.tsx'), 'CasePage'),
});

const inCase = { getParentRoute: () => oneCase } as const;
const caseOverview = createRoute({
  ...inCase,
  path: '/',
  component: lazyRouteComponent(() => import('../pages/case/overview.tsx'), 'CaseOverview'),
});
const caseFacts = createRoute({
  ...inCase,
  path: '/facts',
  component: lazyRouteComponent(() => import('../pages/case/facts.tsx'), 'CaseFacts'),
});
const caseNotices = createRoute({
  ...inCase,
  path: '/notices',
  component: lazyRouteComponent(() => import('../pages/case/notices.tsx'), 'CaseNotices'),
});
const caseNotice = createRoute({
  ...inCase,
  path: '/notices/$noticeId',
  component: lazyRouteComponent(() => import('../pages/case/notice.tsx'), 'CaseNotice'),
});
const compareNotice = createRoute({
  ...inCase,
  path: '/notices/$noticeId/compare',
  validateSearch: filters('from', 'to'),
  component: lazyRouteComponent(() => import('../pages/case/compare-notice.tsx'), 'CompareNotice'),
});
const caseTasks = createRoute({
  ...inCase,
  path: '/tasks',
  component: lazyRouteComponent(() => import('../pages/case/tasks.tsx'), 'CaseTasks'),
});
const caseTimeline = createRoute({
  ...inCase,
  path: '/timeline',
  component: lazyRouteComponent(() => import('../pages/case/timeline.tsx'), 'CaseTimeline'),
});
const caseVisitors = createRoute({
  ...inCase,
  path: '/visitors',
  component: lazyRouteComponent(() => import('../pages/case/visitors.tsx'), 'CaseVisitors'),
});
const casePeople = createRoute({
  ...inCase,
  path: '/people',
  component: lazyRouteComponent(() => import('../pages/case/people.tsx'), 'CasePeople'),
});
const caseContacts = createRoute({
  ...inCase,
  path: '/contacts',
  staticData: { takes: 'read-contacts' },
  component: lazyRouteComponent(() => import('../pages/case/contacts.tsx'), 'CaseContacts'),
});
const caseLetters = createRoute({
  ...inCase,
  path: '/letters',
  staticData: { takes: 'send-letters' },
  component: lazyRouteComponent(() => import('../pages/case/letters.tsx'), 'CaseLetters'),
});
const caseLetterRun = createRoute({
  ...inCase,
  path: '/letters/$runId',
  staticData: { takes: 'send-letters' },
  validateSearch: filters('state'),
  component: lazyRouteComponent(() => import('../pages/case/letter-run.tsx'), 'CaseLetterRun'),
});
const casePublic = createRoute({
  ...inCase,
  path: '/public',
  staticData: { takes: 'publish-incident-pages' },
  component: lazyRouteComponent(() => import('../pages/case/public.tsx'), 'CasePublic'),
});

const register = createRoute({
  ...inside,
  path: '/register',
  staticData: { takes: 'read-register' },
  component: lazyRouteComponent(() => import('../pages/register.tsx'), 'RegisterPage'),
});
const registerRecord = createRoute({
  ...inside,
  path: '/register/$id',
  staticData: { takes: 'read-register' },
  component: lazyRouteComponent(() => import('../pages/register-record.tsx'), 'RegisterRecordPage'),
});
const people = createRoute({
  ...inside,
  path: '/people',
  staticData: { takes: 'read-people' },
  component: lazyRouteComponent(() => import('../pages/people.tsx'), 'PeoplePage'),
});
const account = createRoute({
  ...inside,
  path: '/account',
  component: lazyRouteComponent(() => import('../pages/account.tsx'), 'AccountPage'),
});
const settings = createRoute({
  ...inside,
  path: '/settings',
  staticData: { takes: 'manage-settings' },
  component: lazyRouteComponent(() => import('../pages/settings.tsx'), 'SettingsPage'),
});
const channels = createRoute({
  ...inside,
  path: '/channels',
  staticData: { takes: 'read-watch' },
  component: lazyRouteComponent(() => import('../pages/channels.tsx'), 'ChannelsPage'),
});
const jobs = createRoute({
  ...inside,
  path: '/jobs',
  staticData: { takes: 'read-jobs' },
  component: lazyRouteComponent(() => import('../pages/jobs.tsx'), 'JobsPage'),
});
const evidence = createRoute({
  ...inside,
  path: '/evidence',
  staticData: { takes: 'read-evidence' },
  component: lazyRouteComponent(() => import('../pages/evidence.tsx'), 'EvidencePage'),
});

/** Any other address: said within the room, so that one can go on from there. */
const lost = createRoute({ ...inside, path: '$', component: PageNotFound });

const inCaseRoutes = [
  caseOverview,
  caseFacts,
  caseNotices,
  caseNotice,
  compareNotice,
  caseTasks,
  caseTimeline,
  caseVisitors,
  casePeople,
  caseContacts,
  caseLetters,
  caseLetterRun,
  casePublic,
];
const tree = root.addChildren([
  signIn,
  setup,
  room.addChildren([
    now,
    stores,
    store,
    storeTimeline,
    findings,
    finding,
    scopes,
    newScope,
    scope,
    scan,
    detections,
    silences,
    detection,
    inputs,
    rules,
    ruleFiles,
    rule,
    cases,
    oneCase.addChildren(inCaseRoutes),
    register,
    registerRecord,
    people,
    account,
    settings,
    channels,
    jobs,
    evidence,
    lost,
  ]),
]);

export function createRoomRouter(answers: QueryClient) {
  return createRouter({
    routeTree: tree,
    context: { answers },
    defaultPreload: 'intent',
    defaultPreloadStaleTime: 0,
    defaultErrorComponent: PageFailed,
    defaultNotFoundComponent: PageNotFound,
    scrollRestoration: true,
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createRoomRouter>;
  }
}

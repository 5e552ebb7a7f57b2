// Grafana: dashboards, and the data sources behind them. https://grafana.com/docs/grafana/latest/developers/http_api/
import * as v from 'valibot';
import type { Rule } from '../finding.ts';
import type { HttpClient } from '../http-client.ts';
import type { Container } from '../inventory.ts';
import { Ended } from '../line.ts';
import { type Answer, posture, refused } from '../posture.ts';
import { defineStore, type Examination } from '../store.ts';
import { evidence, type Visit } from '../visit.ts';
import { type Answer as HttpAnswer, htmlTitle } from '../wire/http.ts';

const ANONYMOUS_REFERENCE =
  'https://grafana.com/docs/grafana/latest/setup-grafana/configure-access/configure-authentication/anonymous-auth/';
const CLOSE_PORT = 'Close the port to everybody but your own networks, before anything else.';

const ANONYMOUS_VIEWER: Rule = {
  id: 'grafana/anonymous-viewer',
  severity: 'high',
  title: 'Grafana shows its dashboards to anyone',
  why:
    'Grafana is a window to the databases of a company: metrics, logs, orders, customers. This one lets visitors in without a ' +
    'login as viewers. A viewer sees the dashboards of the organisation and may send queries of their own to every data source ' +
    'behind them, with the credentials that Grafana keeps for it, so the exposure is as large as these databases.',
  remedy: () => ({
    summary: 'Turn anonymous access off; share single dashboards where the public needs them.',
    steps: [
      CLOSE_PORT,
      'Set enabled = false in the section [auth.anonymous] and restart.',
      'Where something has to stay public, share that dashboard by itself (public or externally shared dashboards), in which visitors cannot change queries.',
      'Give each data source an account at its database that may read what the dashboards need and no more.',
    ],
    configuration: { file: '/etc/grafana/grafana.ini', text: '[auth.anonymous]\nenabled = false' },
    verify: 'curl http://HOST:3000/api/search has to answer 401.',
    reference: ANONYMOUS_REFERENCE,
  }),
};

const ANONYMOUS_EDITOR: Rule = {
  id: 'grafana/anonymous-editor',
  severity: 'critical',
  title: 'Grafana lets anyone edit or administer it',
  why:
    'Grafana is a window to the databases of a company: metrics, logs, orders, customers. This one lets visitors in without a ' +
    'login, and the role that it gives them is more than a viewer: they may change dashboards and alerts, and as administrators ' +
    'add data sources, which turns the server into a way to the network behind it.',
  remedy: () => ({
    summary: 'Turn anonymous access off; it needs no role above Viewer anywhere.',
    steps: [
      CLOSE_PORT,
      'Set enabled = false in the section [auth.anonymous] (or at least org_role = Viewer) and restart.',
      'Look through data sources, dashboards, alert contact points, users and service accounts for what strangers may have left.',
      'Change the passwords of the accounts that the data sources use.',
    ],
    configuration: { file: '/etc/grafana/grafana.ini', text: '[auth.anonymous]\nenabled = false' },
    verify: 'curl http://HOST:3000/api/search has to answer 401.',
    reference: ANONYMOUS_REFERENCE,
  }),
};

const SIGN_UP_OPEN: Rule = {
  id: 'grafana/sign-up-open',
  severity: 'high',
  title: 'Anyone may make an account at this Grafana',
  why:
    'The login page of this Grafana offers visitors to make an account of their own. A new account becomes a viewer of the ' +
    'organisation unless it was configured otherwise, and a viewer may send queries to the data sources behind the dashboards. ' +
    'No account was made to try it.',
  remedy: () => ({
    summary: 'Let administrators make the accounts.',
    steps: [
      'Set allow_sign_up = false in the section [users] and restart.',
      'Look through the list of users for accounts that nobody knows, and remove them.',
    ],
    configuration: { file: '/etc/grafana/grafana.ini', text: '[users]\nallow_sign_up = false' },
    verify:
      'The page http://HOST:3000/signup has to offer no form, and the source of /login to say "disableUserSignUp":true.',
    reference: 'https://grafana.com/docs/grafana/latest/setup-grafana/configure-grafana/#allow_sign_up',
  }),
};

export default defineStore({
  products: [{ id: 'grafana', title: 'Grafana' }],
  ports: [{ port: 3000, transport: 'http' }],
  prevalence: 'common',
  tells: ['identify', 'list', 'read', 'write', 'administer', 'version', 'inventory'],
  protocol: 'https://grafana.com/docs/grafana/latest/developers/http_api/',
  testedAgainst: 'stand-in',
  recognise: { http: { transport: 'http', root: recogniseRoot, confirm } },
  rules: [ANONYMOUS_VIEWER, ANONYMOUS_EDITOR, SIGN_UP_OPEN],
  examine,
});

// ---- recognition

function recogniseRoot(answer: HttpAnswer): 'yes' | 'maybe' | 'no' {
  if (answer.status === 200) {
    const page = answer.text();
    return /window\.grafanaBootData\b/.test(page) ? 'yes' : htmlTitle(page) === 'Grafana' ? 'maybe' : 'no';
  }
  // The way to the login page is written by Go's standard library, whose redirects have this body and no more.
  const isGoRedirect = /^<a href="[^"]{1,200}">Found<\/a>\.\s*$/.test(answer.text());
  return answer.status === 302 && isGoRedirect && LOGIN.test(answer.header('location')) ? 'maybe' : 'no';
}

/** The login page, and the path before it where Grafana is served below one. */
const LOGIN = /^((?:\/[\w.-]{1,60}){0,4})\/login(?:\?.*)?$/;

function prefixOf(root: HttpAnswer | Ended): string {
  return root instanceof Ended ? '' : (root.header('location').match(LOGIN)?.[1] ?? '');
}

async function confirm(http: HttpClient): Promise<boolean> {
  return (await readHealth(http, prefixOf(await http.get('/')))) !== undefined;
}

const text = v.fallback(v.optional(v.string()), undefined);
const healthSchema = v.looseObject({ database: v.picklist(['ok', 'failing']), version: text, commit: text });

/** Told to everybody, unless `hide_version` takes all but the state of the database out of it. */
async function readHealth(http: HttpClient, prefix: string): Promise<{ version?: string } | undefined> {
  const answer = await http.get(`${prefix}/api/health`);
  const health = answer instanceof Ended ? undefined : answer.json(healthSchema);
  if (!health) return undefined;
  const { version, commit } = health;
  // Without a version there may be nothing else: the health pages of others name more of their parts.
  const told = Object.values(health).filter((value) => value !== undefined);
  if (version === undefined && commit === undefined && told.length > 1) return undefined;
  return version === undefined || version === '' ? {} : { version };
}

// ---- the conversation

const searchSchema = v.array(v.looseObject({ title: v.string() }));
const settingsSchema = v.looseObject({
  datasources: v.record(v.string(), v.looseObject({ type: v.fallback(v.string(), 'unknown') })),
});

/** A listing longer than this is cut by the question. */
const MAX_DASHBOARDS = 1000;

async function examine(visit: Visit): Promise<Examination> {
  const { http } = visit;
  const root = await http.get('/');
  const prefix = prefixOf(root);
  const health = await readHealth(http, prefix);
  const about = { product: 'grafana', ...health };
  const search = await http.get(`${prefix}/api/search?type=dash-db&limit=${MAX_DASHBOARDS}`);
  if (search instanceof Ended) return { ...about, posture: posture({}), signs: [] };
  if (search.status === 401 || search.status === 403) {
    const known = refused(health?.version === undefined ? 'no' : 'yes');
    return { ...about, posture: known, signs: await signUpSigns(http, prefix) };
  }
  const dashboards = search.status === 200 ? search.json(searchSchema) : undefined;
  if (!dashboards) return { ...about, posture: posture({ identify: health?.version ? 'yes' : 'unknown' }), signs: [] };
  const titles = dashboards.map(({ title }) => title);
  const sources = await dataSources(http, prefix);
  const { write, administer } = rightsOf(await anonymousRole(http, prefix, root));
  const rule = write === 'yes' ? ANONYMOUS_EDITOR : ANONYMOUS_VIEWER;
  return {
    ...about,
    posture: posture({
      identify: 'yes',
      list: 'yes',
      // Dashboards and data sources of an organisation are open to all of its roles.
      read: titles.length + sources.length > 0 ? 'yes' : 'unknown',
      write,
      administer,
    }),
    inventory: {
      containers: [{ name: 'dashboards', collections: titles.map((name) => ({ name, columns: [] })) }, ...sources],
      ...(titles.length >= MAX_DASHBOARDS && { truncated: true }),
    },
    signs: [
      {
        rule,
        evidence: [evidence(search.exchange, 'GET /api/search', 'HTTP 200: a list of dashboards, without a login')],
      },
    ],
  };
}

/** Names of data sources by their type. Visitors are told those of their organisation, since pages need them. */
async function dataSources(http: HttpClient, prefix: string): Promise<Container[]> {
  const answer = await http.get(`${prefix}/api/frontend/settings`);
  const settings = answer instanceof Ended || answer.status !== 200 ? undefined : answer.json(settingsSchema);
  // Names in dashes are sources that every Grafana has built in: `-- Mixed --`.
  const own = Object.entries(settings?.datasources ?? {}).filter(([name]) => !name.startsWith('-- '));
  const types = Map.groupBy(own, ([, { type }]) => type);
  return [...types].map(([type, found]) => ({
    name: `${type} data sources`,
    collections: found.map(([name]) => ({ name, columns: [] })),
  }));
}

/** The role that visitors get, which the page itself tells to its scripts. */
async function anonymousRole(http: HttpClient, prefix: string, root: HttpAnswer | Ended): Promise<string | undefined> {
  const role = /grafanaBootData\b[\s\S]{0,8000}?"orgRole":\s*"(\w{0,20})"/;
  const known = root instanceof Ended ? undefined : root.text().match(role)?.[1];
  if (known !== undefined) return known;
  // The first answer may have been cut short before that place.
  const whole = await http.get(`${prefix}/`, { headers: { Accept: 'text/html' } });
  return whole instanceof Ended ? undefined : whole.text().match(role)?.[1];
}

function rightsOf(role: string | undefined): { write: Answer; administer: Answer } {
  switch (role) {
    case 'Admin':
      return { write: 'yes', administer: 'yes' };
    case 'Editor':
      return { write: 'yes', administer: 'no' };
    case 'Viewer':
      return { write: 'no', administer: 'no' };
    default:
      return { write: 'unknown', administer: 'unknown' };
  }
}

/** Whether the login page offers visitors to make an account. */
async function signUpSigns(http: HttpClient, prefix: string) {
  const page = await http.get(`${prefix}/login`);
  if (page instanceof Ended || page.status !== 200) return [];
  const source = page.text();
  const isOffered = /"disableUserSignUp":\s*false/.test(source) && !/"disableLoginForm":\s*true/.test(source);
  if (!isOffered) return [];
  return [
    { rule: SIGN_UP_OPEN, evidence: [evidence(page.exchange, 'GET /login', 'HTTP 200: "disableUserSignUp": false')] },
  ];
}

// Jupyter: the classic notebook server, Jupyter Server (JupyterLab, Notebook 7), the Kernel Gateway, and JupyterHub.
// https://jupyter-server.readthedocs.io/en/latest/developers/rest-api.html
import * as v from 'valibot';
import type { Evidence, Rule } from '../finding.ts';
import type { HttpClient } from '../http-client.ts';
import type { Inventory } from '../inventory.ts';
import { Ended } from '../line.ts';
import { type Answer, posture, refused } from '../posture.ts';
import { defineStore, type Examination, type Sighting } from '../store.ts';
import { evidence, type Visit } from '../visit.ts';
import { type Answer as HttpAnswer, htmlTitle } from '../wire/http.ts';

const SECURITY_PAGE = 'https://jupyter-server.readthedocs.io/en/latest/operators/security.html';

const NO_AUTHENTICATION: Rule = {
  id: 'jupyter/no-authentication',
  severity: 'critical',
  title: 'Jupyter lets anyone who connects run programs',
  why:
    'Jupyter runs whatever is typed into a notebook, with the rights of the account that it was started under. This one ' +
    'asks nobody for a token or a password: whoever reaches the port can read and change the notebooks and data that it ' +
    'serves, run programs on the host, and go on from there to everything the host can reach. Automatic attackers look for ' +
    'such servers to mine coins with them and to steal the keys of cloud accounts.',
  remedy: ({ version }) => {
    const { file, settings, command } = loginOf(version);
    return {
      summary: 'Ask for a token or a password, and listen on loopback only.',
      steps: [
        'Close the port to everybody before anything else; the host may be taken over already.',
        'Look for processes, notebooks, scheduled jobs and SSH keys that nobody of yours has put there.',
        `Take the empty token out of the configuration and of the command line, and set a password: ${command}.`,
        'Listen on loopback and reach it through SSH or a reverse proxy with TLS; for several people use JupyterHub.',
        'Restart, and change every secret that the account can read: cloud keys, tokens, passwords in notebooks.',
      ],
      configuration: { file, text: settings },
      verify: 'curl -i http://HOST:8888/api/status has to answer 403 Forbidden.',
      reference: SECURITY_PAGE,
    };
  },
};

const ANONYMOUS_READ: Rule = {
  id: 'jupyter/anonymous-read',
  severity: 'high',
  title: 'Jupyter shows strangers what it serves',
  why:
    'This server asks nobody for a login. By its own account strangers may not run programs here, but what it serves is ' +
    'shown to them: notebooks with data, results and often passwords in them.',
  remedy: ({ version }) => {
    const { file, settings, command } = loginOf(version);
    return {
      summary: 'Ask for a token or a password.',
      steps: [
        'Close the port to everybody but those who work with it.',
        `Take the empty token out of the configuration, and set a password: ${command}.`,
        'Restart, and treat secrets in the notebooks as known to strangers.',
      ],
      configuration: { file, text: settings },
      verify: 'curl -i http://HOST:8888/api/status has to answer 403 Forbidden.',
      reference: SECURITY_PAGE,
    };
  },
};

const GATEWAY_OPEN: Rule = {
  id: 'jupyter/kernel-gateway-open',
  severity: 'critical',
  title: 'The Jupyter Kernel Gateway lets anyone who connects run programs',
  why:
    'The Kernel Gateway starts interpreters for programs that ask it to, and runs what they send. This one asks for no ' +
    'token, which is how it comes: whoever reaches the port runs programs on its host, with all that the host can reach.',
  remedy: () => ({
    summary: 'Set a token, and let only the programs that use the gateway reach it.',
    steps: [
      'Close the port to everybody but the programs that use it; the host may be taken over already.',
      'Set KernelGatewayApp.auth_token, or the variable KG_AUTH_TOKEN, to a long random value, and give it to those programs.',
      'Listen on loopback or an internal address, and restart.',
    ],
    configuration: { file: 'environment of the service', text: 'KG_AUTH_TOKEN=A-LONG-RANDOM-TOKEN\nKG_IP=127.0.0.1' },
    verify: 'curl -i http://HOST:8888/api/kernelspecs has to answer 401 Unauthorized.',
    reference: 'https://jupyter-kernel-gateway.readthedocs.io/en/latest/config-options.html',
  }),
};

export default defineStore({
  products: [
    { id: 'jupyter', title: 'Jupyter' },
    { id: 'jupyter-kernel-gateway', title: 'Jupyter Kernel Gateway' },
    { id: 'jupyterhub', title: 'JupyterHub' },
  ],
  ports: [
    { port: 8888, transport: 'http' },
    { port: 8000, transport: 'hub' },
  ],
  prevalence: 'common',
  tells: ['identify', 'list', 'count', 'read', 'write', 'administer', 'version', 'inventory'],
  protocol: 'https://jupyter-server.readthedocs.io/en/latest/developers/rest-api.html',
  testedAgainst: 'real server',
  recognise: { http: { transport: 'http', root: recogniseRoot, confirm } },
  rules: [NO_AUTHENTICATION, ANONYMOUS_READ, GATEWAY_OPEN],
  examine,
});

// ---- recognition

function recogniseRoot(answer: HttpAnswer): 'maybe' | 'no' | Sighting {
  if (answer.header('x-jupyterhub-version') !== '') return { transport: 'hub' };
  return prefixOf(answer) === undefined ? 'no' : 'maybe';
}

/**
 * The path under which a server of Jupyter lives, without its last slash: from its redirect to its first page, which
 * always ends in a question mark or names it; from the report address in its security policy, which it sends with every
 * page; or none, where the words of the Kernel Gateway stand at the root. Undefined for another answer.
 */
function prefixOf(answer: HttpAnswer): string | undefined {
  const { status } = answer;
  if (status >= 301 && status <= 308) {
    const location = answer.header('location');
    const page = location.match(/^(?:https?:\/\/[^/]*)?((?:\/[\w.~@-]+)*?)\/(?:tree|lab|doc)(?:\/[^?]*)?\?/);
    if (page) return page[1] ?? '';
    const toBase = location.match(/^((?:\/[\w.~@-]+){1,4})\/(?:login\?next=.*)?$/);
    return toBase && answer.header('server').startsWith('TornadoServer/') ? toBase[1] : undefined;
  }
  const policy = answer.header('content-security-policy');
  const reported = policy.match(/report-uri ((?:\/[\w.~@-]+)*?)\/api\/security\/csp-report/);
  if (reported) return reported[1] ?? '';
  if (status === 200 && /^Jupyter(?:Lab| Server| Notebook)$/.test(htmlTitle(answer.text()))) return '';
  return isGatewayNotFound(answer) ? '' : undefined;
}

const gatewayError = v.strictObject({ reason: v.string(), message: v.string() });

function isGatewayNotFound(answer: HttpAnswer): boolean {
  return answer.status === 404 && answer.json(gatewayError)?.reason === 'Not Found';
}

/** Told to everybody, also where a token is asked for; a gateway asks for the token here too. */
const apiVersion = v.looseObject({
  version: v.pipe(v.string(), v.regex(/^\d{1,3}\.\d/)),
  gateway_version: v.optional(v.string()),
});

async function confirm(http: HttpClient): Promise<boolean | Sighting> {
  const root = await http.get('/');
  const prefix = root instanceof Ended ? undefined : prefixOf(root);
  if (root instanceof Ended || prefix === undefined) return false;
  const api = await http.get(`${prefix}/api`);
  if (api instanceof Ended) return false;
  const isGateway = isGatewayNotFound(root);
  if (isGateway && api.status === 401 && api.json(gatewayError)) return { transport: 'gateway' };
  if (api.status !== 200 || api.json(apiVersion) === undefined) return false;
  return isGateway ? { transport: 'gateway' } : true;
}

// ---- examination

function examine(visit: Visit, { transport }: Sighting): Promise<Examination> {
  if (transport === 'hub') return examineHub(visit);
  return transport === 'gateway' ? examineGateway(visit) : examineServer(visit);
}

type Replied = HttpAnswer | Ended;
const statusOf = (answer: Replied): number => (answer instanceof Ended ? 0 : answer.status);
const isRefusal = (answer: Replied): boolean => [401, 403].includes(statusOf(answer)) || isLoginRedirect(answer);

function isLoginRedirect(answer: Replied): boolean {
  return !(answer instanceof Ended) && answer.status === 302 && /\/login(?:\?|$)/.test(answer.header('location'));
}

const serverStatus = v.looseObject({ kernels: v.pipe(v.number(), v.integer(), v.minValue(0)) });

async function examineServer(visit: Visit): Promise<Examination> {
  const root = await visit.http.get('/');
  const prefix = (root instanceof Ended ? undefined : prefixOf(root)) ?? '';
  const get = (path: string) => visit.http.get(`${prefix}/api${path}`);
  const api = await get('');
  const version = api instanceof Ended ? undefined : api.json(apiVersion)?.version;
  const software = version === undefined ? undefined : isClassic(version) ? 'notebook' : 'jupyter-server';
  const about = { product: 'jupyter', ...(version !== undefined && { version }), ...(software && { software }) };
  const status = await get('/status');
  if (isRefusal(status)) return { ...about, posture: refused('yes'), signs: [] };
  const told = status instanceof Ended || status.status !== 200 ? undefined : status.json(serverStatus);
  const contents = await get('/contents');
  // The status came with version 5 of the notebook server.
  if (!told && isRefusal(contents)) return { ...about, posture: refused('yes'), signs: [] };
  const listing = contents instanceof Ended || contents.status !== 200 ? undefined : contents.json(directory);
  if (!told && !listing) return { ...about, posture: posture({ identify: 'yes' }), signs: [] };
  const rights = await rightsOf(visit, prefix, version);
  const list: Answer = listing ? 'yes' : isRefusal(contents) ? 'no' : 'unknown';
  const proofs: Evidence[] = [
    ...(told && !(status instanceof Ended)
      ? [evidence(status.exchange, 'GET /api/status', 'the number of kernels')]
      : []),
    ...(listing && !(contents instanceof Ended)
      ? [evidence(contents.exchange, 'GET /api/contents', 'a listing, which was counted')]
      : []),
  ];
  return {
    ...about,
    posture: posture({ identify: 'yes', list, count: told ? 'yes' : list, read: list, ...rights }),
    inventory: inventoryOf(told?.kernels, listing),
    signs: [{ rule: rights.administer === 'yes' ? NO_AUTHENTICATION : ANONYMOUS_READ, evidence: proofs }],
  };
}

const permissions = v.looseObject({
  permissions: v.looseObject({
    contents: v.array(v.string()),
    kernels: v.array(v.string()),
    terminals: v.array(v.string()),
  }),
});
const PERMISSIONS_ASKED = encodeURIComponent('{"contents":["write"],"kernels":["execute"],"terminals":["execute"]}');

/**
 * Up to version 1 of Jupyter Server and 6 of the notebook one login opens everything. Since 2 an authorizer can stand
 * behind it, and the server says what it lets this client do.
 */
async function rightsOf(
  visit: Visit,
  prefix: string,
  version: string | undefined,
): Promise<{ write: Answer; administer: Answer }> {
  if (version === undefined) return { write: 'unknown', administer: 'unknown' };
  if (isClassic(version) || majorOf(version) < 2) return { write: 'yes', administer: 'yes' };
  const me = await visit.http.get(`${prefix}/api/me?permissions=${PERMISSIONS_ASKED}`);
  const told = me instanceof Ended || me.status !== 200 ? undefined : me.json(permissions)?.permissions;
  if (!told) return { write: 'unknown', administer: 'unknown' };
  const executes = told.kernels.includes('execute') || told.terminals.includes('execute');
  return { write: told.contents.includes('write') ? 'yes' : 'no', administer: executes ? 'yes' : 'no' };
}

const majorOf = (version: string): number => Number.parseInt(version, 10);

/** The notebook server ended with version 6 and began with 4; Jupyter Server, which followed it, is at 2. */
function isClassic(version: string): boolean {
  return majorOf(version) >= 4;
}

// ---- what it serves: how much, and no name of a file

const directory = v.looseObject({
  type: v.literal('directory'),
  content: v.array(v.looseObject({ type: v.string(), size: v.fallback(v.nullish(v.number()), undefined) })),
});

function inventoryOf(kernels: number | undefined, listing: v.InferOutput<typeof directory> | undefined): Inventory {
  const entries = listing?.content ?? [];
  const files = entries.filter((entry) => entry.type !== 'directory');
  const sizes = files.map((file) => file.size).filter((size) => typeof size === 'number' && size >= 0);
  const knowsSizes = sizes.length === files.length;
  const bytes = sizes.reduce<number>((sum, size) => sum + (size ?? 0), 0);
  const exact = { rowsBasis: 'exact', columns: [] } as const;
  const folders = entries.length - files.length;
  const size = knowsSizes ? ({ bytes, bytesBasis: 'exact' } as const) : {};
  return {
    containers: [
      ...(listing
        ? [
            {
              name: 'top folder',
              collections: [
                { name: 'files', rows: files.length, ...size, ...exact },
                { name: 'folders', rows: folders, ...exact },
              ],
            },
          ]
        : []),
      ...(kernels === undefined
        ? []
        : [{ name: 'server', collections: [{ name: 'running kernels', rows: kernels, ...exact }] }]),
    ],
    // What lies in the folders is not counted.
    ...(folders > 0 && { truncated: true }),
  };
}

// ---- the Kernel Gateway and JupyterHub

const kernelSpecs = v.looseObject({ kernelspecs: v.record(v.string(), v.unknown()) });

/** One token opens everything. Running kernels are not listed even so, unless a setting allows it. */
async function examineGateway(visit: Visit): Promise<Examination> {
  const root = await visit.http.get('/');
  const prefix = (root instanceof Ended ? undefined : prefixOf(root)) ?? '';
  const api = await visit.http.get(`${prefix}/api`);
  const version = api instanceof Ended ? undefined : api.json(apiVersion)?.gateway_version;
  const about = { product: 'jupyter-kernel-gateway', ...(version !== undefined && { version }) };
  const specs = await visit.http.get(`${prefix}/api/kernelspecs`);
  if (isRefusal(specs)) return { ...about, posture: refused(statusOf(api) === 200 ? 'yes' : 'no'), signs: [] };
  if (specs instanceof Ended || specs.status !== 200 || specs.json(kernelSpecs) === undefined) {
    return { ...about, posture: posture({ identify: statusOf(api) === 200 ? 'yes' : 'unknown' }), signs: [] };
  }
  return {
    ...about,
    posture: posture({ identify: 'yes', read: 'yes', write: 'yes', administer: 'yes' }),
    signs: [
      {
        rule: GATEWAY_OPEN,
        evidence: [evidence(specs.exchange, 'GET /api/kernelspecs', 'what it can start, without a token')],
      },
    ],
  };
}

const hubVersion = v.looseObject({ version: v.string() });

/** A hub always has a login; which of its ways to log in are open to everybody cannot be asked without trying one. */
async function examineHub(visit: Visit): Promise<Examination> {
  const root = await visit.http.get('/');
  const location = root instanceof Ended ? '' : root.header('location');
  const prefix = location.match(/^((?:\/[\w.~@-]+)*)\/hub\//)?.[1] ?? '';
  const api = await visit.http.get(`${prefix}/hub/api`);
  const told = api instanceof Ended ? undefined : api.json(hubVersion)?.version;
  const version = told ?? (root instanceof Ended ? undefined : root.header('x-jupyterhub-version'));
  const about = { product: 'jupyterhub', ...(version !== undefined && { version }) };
  const info = await visit.http.get(`${prefix}/hub/api/info`);
  const known = isRefusal(info) ? refused('yes') : posture({ identify: 'yes' });
  return { ...about, posture: known, signs: [] };
}

/** Where the login is set, by version. */
function loginOf(version: string | undefined): { file: string; settings: string; command: string } {
  const isOld = version !== undefined && isClassic(version);
  const isNew = version === undefined || (!isOld && majorOf(version) >= 2);
  const address = "'127.0.0.1'";
  if (isNew) {
    return {
      file: '~/.jupyter/jupyter_server_config.py',
      settings: `c.ServerApp.ip = ${address}\nc.PasswordIdentityProvider.password_required = True`,
      command: 'jupyter server password',
    };
  }
  return isOld
    ? {
        file: '~/.jupyter/jupyter_notebook_config.py',
        settings: `c.NotebookApp.ip = ${address}\nc.NotebookApp.password_required = True`,
        command:
          majorOf(version) >= 5
            ? 'jupyter notebook password'
            : 'NotebookApp.password with a hash from notebook.auth.passwd()',
      }
    : {
        file: '~/.jupyter/jupyter_server_config.py',
        settings: `c.ServerApp.ip = ${address}\nc.ServerApp.password_required = True`,
        command: 'jupyter server password',
      };
}

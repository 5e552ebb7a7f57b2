// The Docker Engine API, as the Docker daemon and Podman serve it on TCP. https://docs.docker.com/reference/api/engine/
// A daemon that demands a client certificate cannot be told from any other server that does, and so is not named.
import * as v from 'valibot';
import type { Evidence, Rule, Sign } from '../finding.ts';
import type { HttpClient } from '../http-client.ts';
import type { Collection, Container } from '../inventory.ts';
import { Ended } from '../line.ts';
import { posture, refused } from '../posture.ts';
import { defineStore, type Examination } from '../store.ts';
import { evidence, type Visit } from '../visit.ts';
import type { Answer as HttpAnswer } from '../wire/http.ts';

const PROTECT_PAGE = 'https://docs.docker.com/engine/security/protect-access/';

const NO_AUTHENTICATION: Rule = {
  id: 'docker/no-authentication',
  severity: 'critical',
  title: 'The Docker daemon takes orders from anyone who connects',
  why:
    'Whoever may give orders to a Docker daemon may start a container that has the whole disk of the host in it, and so is ' +
    'its administrator; every container, every volume with data and every secret in an environment is his too. This daemon ' +
    'asks nobody for a certificate. Open daemons are found within hours and used to mine coins and to attack others.',
  remedy: ({ version }) => ({
    summary: 'Take the daemon off TCP; reach it over SSH, or with client certificates where it has to be TCP.',
    steps: [
      'Close ports 2375 and 2376 to everybody before anything else; treat the host as taken over until shown otherwise.',
      'Look for containers, images, volumes, scheduled jobs and SSH keys that nobody of yours has made.',
      'Take tcp:// out of `hosts` in daemon.json and out of -H in the unit (systemctl edit docker), and restart the daemon.',
      'For remote work use a context over SSH: docker context create --docker host=ssh://USER@HOST.',
      ...(isAtLeast27(version)
        ? ['This version starts on TCP without TLS only if it is told to: remove "tls": false or --tls=false as well.']
        : []),
      'Where it has to be TCP, demand client certificates: tlsverify with an authority of your own (`tls` alone demands none).',
      'Change every secret that containers and volumes held.',
    ],
    configuration: {
      file: '/etc/docker/daemon.json, where TCP is needed',
      text: JSON.stringify(
        {
          tlsverify: true,
          tlscacert: '/etc/docker/ca.pem',
          tlscert: '/etc/docker/server-cert.pem',
          tlskey: '/etc/docker/server-key.pem',
        },
        undefined,
        2,
      ),
    },
    verify: 'curl http://HOST:2375/info and curl -k https://HOST:2376/info have to fail without a client certificate.',
    reference: PROTECT_PAGE,
  }),
};

const PODMAN_OPEN: Rule = {
  id: 'docker/podman-no-authentication',
  severity: 'critical',
  title: 'The Podman service takes orders from anyone who connects',
  why:
    'Whoever may give orders to the Podman service runs programs with the rights of the account under which it was ' +
    'started, which is often the administrator, and has every container, volume and secret of it. The service has no ' +
    'login, and its makers advise against putting it on the network.',
  remedy: () => ({
    summary: 'Take the service off TCP, and reach its socket over SSH.',
    steps: [
      'Close the port to everybody before anything else; treat the account and the host as taken over until shown otherwise.',
      'Look for containers, images and volumes that nobody of yours has made.',
      'Stop `podman system service tcp:…`, and use the socket unit instead: systemctl --user enable --now podman.socket.',
      'For remote work use podman system connection add NAME ssh://USER@HOST.',
      'Change every secret that containers and volumes held.',
    ],
    verify: 'curl http://HOST:PORT/info from another host has to fail to connect.',
    reference: 'https://docs.podman.io/en/latest/markdown/podman-system-service.1.html',
  }),
};

const FILTERED: Rule = {
  id: 'docker/filtered-api',
  severity: 'high',
  title: 'A part of the Docker API is open to anyone who connects',
  why:
    'Something stands in front of this daemon and refuses some of its API; the rest is answered without a login. What is ' +
    'answered tells strangers about the host and its containers, and such filters are made for programs on the same host: ' +
    'one setting more, and strangers give orders to the daemon. What they may do beyond reading was not tried.',
  remedy: () => ({
    summary: 'Let only the program that it was made for reach the filter.',
    steps: [
      'Do not publish its port: put it on a network of its own with the containers that use it.',
      'Allow only the parts of the API that they need, and no POST where they only watch.',
    ],
    verify: 'curl http://HOST:PORT/version from another host has to fail to connect.',
    reference: 'https://github.com/Tecnativa/docker-socket-proxy#security-recommendations',
  }),
};

export default defineStore({
  products: [
    { id: 'docker', title: 'Docker Engine API' },
    { id: 'podman', title: 'Podman' },
  ],
  ports: [
    { port: 2375, transport: 'http' },
    { port: 2376, transport: 'http', tls: true },
  ],
  prevalence: 'common',
  tells: ['identify', 'list', 'count', 'read', 'write', 'administer', 'version', 'inventory'],
  protocol: 'https://docs.docker.com/reference/api/engine/',
  testedAgainst: 'real server',
  recognise: { http: { transport: 'http', root: (answer) => (rootOf(answer) ? 'maybe' : 'no'), confirm } },
  rules: [NO_AUTHENTICATION, PODMAN_OPEN, FILTERED],
  examine,
});

// ---- recognition

const failure = v.strictObject({ message: v.string() });

/** Nothing stands at the root: what says so is the daemon of today, one of long ago, Podman, or a filter before it. */
function rootOf(answer: HttpAnswer): 'own' | 'podman' | 'old' | 'filter' | undefined {
  if (answer.status === 404) {
    if (answer.json(failure)?.message === 'page not found') return 'own';
    // The words of every server made with Go: told apart by /version, which others ask them for too.
    if (answer.text() === '404 page not found\n') return 'old';
    return answer.text() === 'Not Found\n' ? 'podman' : undefined;
  }
  // HAProxy, of which the usual filters for the API are made.
  const denies = /^<html><body><h1>403 Forbidden<\/h1>\s*Request forbidden by administrative rules\./;
  return answer.status === 403 && denies.test(answer.text()) ? 'filter' : undefined;
}

/** `/version`, as the API has had it since its version 1.12; Podman adds itself as a component. */
const engineVersion = v.looseObject({
  Version: v.pipe(v.string(), v.maxLength(100)),
  ApiVersion: v.pipe(v.string(), v.regex(/^\d{1,2}\.\d{1,3}$/)),
  Components: v.fallback(v.nullish(v.array(v.looseObject({ Name: v.string() }))), undefined),
});

async function confirm(http: HttpClient): Promise<boolean> {
  const root = await http.get('/');
  const kind = root instanceof Ended ? undefined : rootOf(root);
  const version = await http.get('/version');
  if (version instanceof Ended) return false;
  if (version.status === 200 && version.json(engineVersion)) return true;
  if (kind !== 'own') return false;
  if (isPluginDenial(version)) return true;
  const ping = await http.get('/_ping');
  return !(ping instanceof Ended) && ping.status === 200 && ping.header('api-version') !== '' && ping.text() === 'OK';
}

/** An authorization plugin stands inside the daemon. https://docs.docker.com/engine/extend/plugins_authorization/ */
function isPluginDenial(answer: HttpAnswer): boolean {
  return answer.status === 403 && /^authorization denied by plugin /.test(answer.json(failure)?.message ?? '');
}

// ---- examination

type Replied = HttpAnswer | Ended;

const isRefusal = (answer: Replied): boolean => !(answer instanceof Ended) && [401, 403].includes(answer.status);

function read<S extends v.GenericSchema>(answer: Replied, schema: S): v.InferOutput<S> | undefined {
  return answer instanceof Ended || answer.status !== 200 ? undefined : answer.json(schema);
}

const info = v.looseObject({
  Containers: v.pipe(v.number(), v.integer(), v.minValue(0)),
  Images: v.number(),
  Plugins: v.fallback(v.nullish(v.looseObject({ Authorization: v.nullish(v.array(v.unknown())) })), undefined),
});
const containerList = v.array(v.looseObject({ Id: v.string() }));

async function examine(visit: Visit): Promise<Examination> {
  const root = await visit.http.get('/');
  const version = read(await visit.http.get('/version'), engineVersion);
  const isPodman = version?.Components?.some((component) => component.Name === 'Podman Engine') === true;
  const about = { product: isPodman ? 'podman' : 'docker', ...(version && { version: version.Version }) };
  const system = await visit.http.get('/info');
  const told = read(system, info);
  // One container at most: what is asked is whether the list is served.
  const listed = told ? undefined : await visit.http.get('/containers/json?limit=1');
  const isListed = listed !== undefined && read(listed, containerList) !== undefined;
  if (!told && !isListed) {
    const isClosed = isRefusal(system) && listed !== undefined && isRefusal(listed);
    const identify = version ? 'yes' : 'unknown';
    return { ...about, posture: isClosed ? refused(version ? 'yes' : 'no') : posture({ identify }), signs: [] };
  }
  const isWhole = told !== undefined && isUnfiltered(root, told);
  const proof = told
    ? proofOf(system, 'GET /info', 'the state of the host')
    : proofOf(listed, 'GET /containers/json?limit=1', 'the list of containers');
  const rule = isWhole ? (isPodman ? PODMAN_OPEN : NO_AUTHENTICATION) : FILTERED;
  const sign: Sign = { rule, evidence: proof };
  const containers = await inventoryOf(visit, told?.Containers);
  return {
    ...about,
    posture: isWhole ? EVERYTHING : posture({ identify: 'yes', list: 'yes', count: told ? 'yes' : 'unknown' }),
    ...(containers.length > 0 && { inventory: { containers } }),
    signs: [sign],
    caveats: isWhole ? [] : [FILTER_CAVEAT],
  };
}

/** There are no users: who may ask for the state of the host may start a container, and so do anything. */
const EVERYTHING = posture({
  identify: 'yes',
  list: 'yes',
  count: 'yes',
  read: 'yes',
  write: 'yes',
  administer: 'yes',
});

const FILTER_CAVEAT =
  'A filter stands between strangers and the daemon: what it lets through beyond what was asked is not known.';

/** The daemon itself answers at the root, and has no plugin that decides on each request. */
function isUnfiltered(root: Replied, told: v.InferOutput<typeof info>): boolean {
  const hasPlugin = (told.Plugins?.Authorization ?? []).length > 0;
  return !hasPlugin && !(root instanceof Ended) && ['own', 'podman', 'old'].includes(rootOf(root) ?? '');
}

function proofOf(answer: Replied | undefined, asked: string, answered: string): Evidence[] {
  return answer === undefined || answer instanceof Ended ? [] : [evidence(answer.exchange, asked, answered)];
}

// ---- images and volumes by name, containers by number

const size = v.fallback(v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))), undefined);
const images = v.array(v.looseObject({ RepoTags: v.fallback(v.nullish(v.array(v.string())), undefined), Size: size }));
const volumes = v.looseObject({ Volumes: v.nullish(v.array(v.looseObject({ Name: v.string() }))) });

/** Sizes of volumes are not asked for: the daemon would walk through every file of each to answer (/system/df). */
async function inventoryOf(visit: Visit, containerCount: number | undefined): Promise<Container[]> {
  const held = read(await visit.http.get('/images/json'), images)?.map(imageOf) ?? [];
  const mounted = read(await visit.http.get('/volumes'), volumes)?.Volumes ?? [];
  const counted: Collection[] =
    containerCount === undefined ? [] : [{ name: 'containers', rows: containerCount, rowsBasis: 'exact', columns: [] }];
  return [
    { name: 'engine', collections: counted },
    { name: 'images', collections: held },
    { name: 'volumes', collections: mounted.map(({ Name }) => ({ name: Name, columns: [] })) },
  ].filter((container) => container.collections.length > 0);
}

function imageOf({ RepoTags, Size }: v.InferOutput<typeof images>[number]): Collection {
  const name = RepoTags?.find((tag) => !tag.startsWith('<none>')) ?? '(without a name)';
  return { name, ...(Size !== undefined && { bytes: Size, bytesBasis: 'exact' as const }), columns: [] };
}

function isAtLeast27(version: string | undefined): boolean {
  return Number.parseInt(version ?? '', 10) >= 27;
}

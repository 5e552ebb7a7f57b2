// Ollama, which keeps and runs language models. https://docs.ollama.com/api/introduction
import * as v from 'valibot';
import type { Evidence, Rule } from '../finding.ts';
import type { Collection, Inventory } from '../inventory.ts';
import { Ended } from '../line.ts';
import { type Posture, posture, refused } from '../posture.ts';
import { defineStore, type Examination } from '../store.ts';
import { evidence, type Visit } from '../visit.ts';
import type { Answer as HttpAnswer } from '../wire/http.ts';

const FAQ_PAGE = 'https://docs.ollama.com/faq';

const NO_AUTHENTICATION: Rule = {
  id: 'ollama/no-authentication',
  severity: 'critical',
  title: 'Ollama obeys anyone who connects',
  why:
    'Ollama runs language models and has no login of its own: whoever reaches the port is its administrator. A stranger ' +
    'may read the instructions and templates that were built into your models, copy the models out to a registry of their ' +
    'own, delete or replace them with ones that answer wrongly, fill the disk with downloads, and run questions at your ' +
    'cost. Its faults in the reading of model files have let strangers read memory and run programs on the host.',
  remedy: () => ({
    summary: 'Let Ollama listen on loopback only, and put a proxy with a login before it where others need it.',
    steps: [
      'Close the port to everybody but the hosts that need it, before anything else.',
      'Set OLLAMA_HOST back to 127.0.0.1:11434, its default; in Docker publish the port as 127.0.0.1:11434:11434, since the image listens everywhere.',
      'Where other hosts need it, put a reverse proxy with TLS and a login before it; Ollama has no login that could be turned on.',
      'Restart, upgrade to the current version, and compare the list of models and their digests with what you installed.',
    ],
    configuration: {
      file: '/etc/systemd/system/ollama.service.d/override.conf',
      text: '[Service]\nEnvironment="OLLAMA_HOST=127.0.0.1:11434"',
    },
    verify: 'curl -i http://HOST:11434/api/tags from another host has to be refused, or to answer 401.',
    reference: FAQ_PAGE,
  }),
};

const MODELS_LISTED: Rule = {
  id: 'ollama/models-listed',
  severity: 'medium',
  title: 'A proxy before Ollama tells strangers its models',
  why:
    'The list of models is told to everybody, though not all that Ollama offers is: something before it lets some paths ' +
    'through. Names of models tell what an organisation builds and for whom, and an exception for one path is one mistake ' +
    'away from more.',
  remedy: () => ({
    summary: 'Demand the login for every path.',
    steps: [
      'In the proxy, take out the exception for /api/tags; health checks can ask for the first page.',
      'Make sure that Ollama itself listens on loopback only, so that nobody goes around the proxy.',
    ],
    verify: 'curl -i http://HOST:11434/api/tags has to answer 401.',
    reference: FAQ_PAGE,
  }),
};

export default defineStore({
  products: [{ id: 'ollama', title: 'Ollama' }],
  ports: [{ port: 11434, transport: 'http' }],
  prevalence: 'common',
  tells: ['identify', 'list', 'count', 'read', 'write', 'administer', 'version', 'inventory'],
  protocol: 'https://docs.ollama.com/api/introduction',
  testedAgainst: 'recorded real server',
  recognise: { http: { transport: 'http', root: (answer) => (isOllama(answer) ? 'yes' : 'no') } },
  rules: [NO_AUTHENTICATION, MODELS_LISTED],
  examine,
});

function isOllama(answer: HttpAnswer): boolean {
  return answer.status === 200 && answer.text().trim() === 'Ollama is running';
}

const bytes = v.fallback(v.optional(v.pipe(v.number(), v.safeInteger(), v.minValue(0))), undefined);
const tagsSchema = v.looseObject({ models: v.nullable(v.array(v.looseObject({ name: v.string(), size: bytes }))) });
const runningSchema = v.looseObject({ models: v.nullable(v.array(v.unknown())) });
const versionSchema = v.looseObject({ version: v.string() });

async function examine({ http }: Visit): Promise<Examination> {
  const told = await http.get('/api/version');
  const version = told instanceof Ended ? undefined : told.json(versionSchema)?.version;
  const about = { product: 'ollama', ...(version !== undefined && { version }) };
  const tags = await http.get('/api/tags');
  if (isRefused(tags)) return { ...about, posture: refused('yes'), signs: [] };
  const models = tags instanceof Ended || tags.status !== 200 ? undefined : tags.json(tagsSchema);
  if (!models || tags instanceof Ended) return { ...about, posture: posture({ identify: 'yes' }), signs: [] };
  // Proxies let the list through for health checks; a second question tells whether the rest is let through too.
  const running = await http.get('/api/ps');
  const proof = [
    evidence(tags.exchange, 'GET /api/tags', `a list of ${models.models?.length ?? 0} models, without a login`),
    ...partOf(running),
  ];
  return {
    ...about,
    posture: postureOf(running),
    inventory: inventoryOf(models),
    signs: [{ rule: isLetThrough(running) ? NO_AUTHENTICATION : MODELS_LISTED, evidence: proof }],
  };
}

function isRefused(answer: HttpAnswer | Ended): boolean {
  return !(answer instanceof Ended) && (answer.status === 401 || answer.status === 403);
}

/** Ollama has one gate, its address: whoever is let through may do all that its interface offers. */
function postureOf(running: HttpAnswer | Ended): Posture {
  const listed = { identify: 'yes', list: 'yes', count: 'yes' } as const;
  return posture(isLetThrough(running) ? { ...listed, read: 'yes', write: 'yes', administer: 'yes' } : listed);
}

/** Before version 0.1.38 there was no such path, and the answer is that of Ollama's own router. */
function isLetThrough(running: HttpAnswer | Ended): boolean {
  if (running instanceof Ended) return false;
  if (running.status === 404) return running.text().startsWith('404 page not found');
  return running.status === 200 && running.json(runningSchema) !== undefined;
}

function partOf(running: HttpAnswer | Ended): Evidence[] {
  if (running instanceof Ended) return [];
  return [evidence(running.exchange, 'GET /api/ps', `HTTP ${running.status}`)];
}

/** Models by name and size; the instructions built into them are not asked for. */
function inventoryOf({ models }: v.InferOutput<typeof tagsSchema>): Inventory {
  const collections = (models ?? []).map(
    ({ name, size }): Collection => ({
      name,
      ...(size !== undefined && { bytes: size, bytesBasis: 'exact' as const }),
      columns: [],
    }),
  );
  return { containers: [{ name: 'models', collections }] };
}

// `npm run new -- store NAME`: a new store's file and test, ready to be filled; then the index.
import { existsSync, writeFileSync } from 'node:fs';
import { storesIndex } from '../packages/probe/testing/stores-index.ts';

const [what, name = ''] = process.argv.slice(2);
const folder = new URL('../packages/probe/src/stores/', import.meta.url);

if (what !== 'store' || !/^[a-z][a-z0-9-]{1,30}$/.test(name)) {
  console.error('usage: npm run new -- store NAME      (lower case, as in: npm run new -- store neo4j)');
  process.exit(2);
}
if (existsSync(new URL(`${name}.ts`, folder))) {
  console.error(`packages/probe/src/stores/${name}.ts is there already`);
  process.exit(2);
}
const title = name.charAt(0).toUpperCase() + name.slice(1);
writeFileSync(new URL(`${name}.ts`, folder), storeText());
writeFileSync(new URL(`${name}.test.ts`, folder), testText());
writeFileSync(new URL('index.ts', folder), storesIndex());
console.log(`made packages/probe/src/stores/${name}.ts and its test; CONTRIBUTING.md tells what goes where`);

function storeText(): string {
  return `// ${title}: say in a line what it is, and where its protocol is written.
import { Ended } from '../line.ts';
import { posture, refused } from '../posture.ts';
import { defineStore, type Examination } from '../store.ts';
import type { Visit } from '../visit.ts';

export default defineStore({
  products: [{ id: '${name}', title: '${title}' }],
  ports: [{ port: 1, transport: 'http' }],
  prevalence: 'rare',
  tells: ['identify', 'list'],
  protocol: 'https://example.org/protocol',
  testedAgainst: 'stand-in',
  recognise: {
    http: { transport: 'http', root: (answer) => (answer.header('server').startsWith('${title}') ? 'yes' : 'no') },
  },
  rules: [],
  examine,
});

async function examine(visit: Visit): Promise<Examination> {
  const answer = await visit.http.get('/the-smallest-question-a-closed-server-must-refuse');
  if (answer instanceof Ended) return { product: '${name}', posture: posture({}), signs: [] };
  if (answer.status === 401) return { product: '${name}', posture: refused('no'), signs: [] };
  return { product: '${name}', posture: posture({ identify: 'yes' }), signs: [] };
}
`;
}

function testText(): string {
  return `import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { meetStore } from '../../testing/scenes.ts';
import { startHttpStandIn } from '../../testing/stand-in.ts';

describe('${name} (stand-in from the documentation)', () => {
  it('calls a ${title} that asks for a login closed', async (t) => {
    const server = await startHttpStandIn((_method, path) => ({ status: path === '/' ? 200 : 401, headers: { server: '${title}' } }));
    t.after(server.stop);
    const report = await meetStore('${name}', 'closed', server.port, { source: 'stand-in from the documentation' });
    assert.equal(report.verdict, 'closed');
  });
});
`;
}

// Rules of the repository, each with its reason. A planted violation proves that each check sees.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';

/** Package → what it may import of the others. Imports run upward in DESIGN's list only. */
const ALLOWED: Record<string, readonly string[]> = {
  '@vigie/probe': [],
  '@vigie/classify': [],
  '@vigie/respond': [],
  '@vigie/exposure': ['@vigie/probe', '@vigie/classify'],
  '@vigie/paper': ['@vigie/respond'],
  '@vigie/evidence': [],
  '@vigie/detect': [],
  '@vigie/follow': ['@vigie/detect', '@vigie/exposure'],
  '@vigie/decoy': ['@vigie/detect'],
  '@vigie/web': ['@vigie/server'],
  '@vigie/server': [
    '@vigie/probe',
    '@vigie/classify',
    '@vigie/exposure',
    '@vigie/respond',
    '@vigie/paper',
    '@vigie/evidence',
    '@vigie/detect',
    '@vigie/follow',
  ],
  vigie: [
    '@vigie/detect',
    '@vigie/decoy',
    '@vigie/follow',
    '@vigie/server',
    '@vigie/probe',
    '@vigie/classify',
    '@vigie/exposure',
    '@vigie/respond',
    '@vigie/paper',
    '@vigie/evidence',
  ],
};

/** What an engine leaves to its edge, and why. `where` is the folder that may have it. */
const EDGES = [
  {
    what: /from 'node:(?:net|tls|dns|dgram|http|https|http2|dns\/promises)'/,
    where: /^packages\/(?:probe|exposure|evidence|decoy)\/src\/net\//,
    why: 'scope is enforced where sockets are opened, so sockets are opened in one folder',
  },
  { what: /\bprocess\.|from 'node:process'/, where: /^$/, why: 'an engine has no environment of its own' },
  {
    what: /\bDate\.now\(|new Date\(\)|performance\.now\(/,
    where: /^packages\/exposure\/src\/net\//,
    why: 'the clock is handed in, but for protocols that sign with the hour',
  },
  {
    what: /Math\.random\(|randomBytes\(|randomUUID\(/,
    where: /^packages\/exposure\/src\/net\//,
    why: 'chance is handed in, but for the nonces of protocols',
  },
  { what: /\bconsole\.(?:log|error|warn|info|debug|table|trace|dir)\(/, where: /^$/, why: 'an engine does not print' },
  {
    what: /from 'node:(?:fs|fs\/promises|child_process)'/,
    where: /^packages\/(?:exposure|evidence)\/src\/files\//,
    why: 'an engine touches no file and no process',
  },
] as const;

interface Source {
  readonly path: string;
  readonly text: string;
}

function sourcesOf(folder: string): Source[] {
  return readdirSync(new URL(folder, import.meta.url), { recursive: true })
    .map((file) => `${folder}${String(file)}`)
    .filter((path) => path.endsWith('.ts') && !path.endsWith('.d.ts') && !/\/(?:node_modules|dist)\//.test(path))
    .map((path) => ({ path, text: readFileSync(new URL(path, import.meta.url), 'utf8') }));
}

const engineSources = ['probe', 'classify', 'exposure', 'respond', 'evidence', 'detect', 'decoy']
  .flatMap((name) => sourcesOf(`packages/${name}/src/`))
  .filter(({ path }) => !path.endsWith('.test.ts'));

function edgeViolations(sources: readonly Source[]): string[] {
  return sources.flatMap(({ path, text }) => {
    const code = text.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
    return EDGES.filter(({ what, where }) => what.test(code) && !where.test(path)).map(({ why }) => `${path}: ${why}`);
  });
}

function arrowViolations(name: string, allowed: readonly string[], sources: readonly Source[]): string[] {
  return sources.flatMap(({ path, text }) =>
    [...text.matchAll(/from '(@vigie\/[a-z]+|vigie)(?:\/[a-z]+)?'/g)]
      .map((match) => match[1] ?? '')
      .filter((imported) => imported !== name && !allowed.includes(imported))
      .map((imported) => `${path} imports ${imported}`),
  );
}

function manifest(path: string) {
  return JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8')) as {
    name: string;
    dependencies?: Record<string, string>;
    devDependencies?: Record<string, string>;
    optionalDependencies?: Record<string, string>;
  };
}

const manifests = [
  'package.json',
  ...readdirSync(new URL('packages/', import.meta.url)).map((name) => `packages/${name}/package.json`),
];

describe('the house', () => {
  for (const folder of readdirSync(new URL('packages/', import.meta.url))) {
    it(`has no back arrow out of packages/${folder}`, () => {
      const { name } = manifest(`packages/${folder}/package.json`);
      const allowed = ALLOWED[name];
      assert.ok(allowed, `say in ALLOWED what ${name} may import`);
      assert.deepEqual(arrowViolations(name, allowed, sourcesOf(`packages/${folder}/`)), []);
    });
  }

  it('sees a planted back arrow', () => {
    const planted = [{ path: 'packages/probe/src/x.ts', text: "import { main } from 'vigie';" }];
    assert.equal(arrowViolations('@vigie/probe', [], planted).length, 1);
  });

  it('keeps network, clock, chance, files and console at the edges of the engine', () => {
    assert.deepEqual(edgeViolations(engineSources), []);
  });

  it('sees each planted violation', () => {
    const planted = [
      "import { connect } from 'node:net';",
      'process.env.HOME',
      'Date.now()',
      'Math.random()',
      "console.log('x')",
      "import { readFileSync } from 'node:fs';",
    ];
    for (const text of planted)
      assert.equal(edgeViolations([{ path: 'packages/probe/src/x.ts', text }]).length, 1, text);
  });
});

describe('dependencies', () => {
  const all = manifests.flatMap((path) => {
    const { dependencies, devDependencies, optionalDependencies } = manifest(path);
    return Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies });
  });
  const page = readFileSync(new URL('docs/dependencies.md', import.meta.url), 'utf8');
  const documented = [...page.matchAll(/^\| `([^`]+)`/gm)].map((match) => match[1]);

  it('are pinned exactly', () => {
    for (const [name, version] of all) assert.match(version, /^\d+\.\d+\.\d+$/, name);
  });

  it('are all in docs/dependencies.md with the reason, and nothing else is', () => {
    const names = [...new Set(all.map(([name]) => name).filter((name) => !(name in ALLOWED)))].sort();
    assert.deepEqual([...documented].sort(), names);
  });
});

describe('files', () => {
  const sources = [
    ...sourcesOf('packages/'),
    ...sourcesOf('scripts/'),
    ...sourcesOf('bench/'),
    ...sourcesOf('accuracy/'),
  ];

  it('say in their first line what they are', () => {
    for (const { path, text } of sources.filter((source) => !source.path.endsWith('.test.ts'))) {
      assert.match(text, /^(?:\/\/|#!)/, path);
    }
  });

  it('have names that say something', () => {
    for (const { path } of sources)
      assert.doesNotMatch(path, /(?:^|\/)(?:utils?|helpers?|common|misc|manager)(?:\/|\.ts$)/);
  });
});

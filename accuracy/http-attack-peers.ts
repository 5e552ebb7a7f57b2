// What others find in the same values: the web rules of SigmaHQ in our own engine, as a line of an access log brings a value to them,
// and libinjection, where its binding for Python is installed.
import { execFileSync } from 'node:child_process';
import { createEvaluator } from '../packages/detect/src/evaluate/evaluator.ts';
import { createEventReader } from '../packages/detect/src/events/read-event.ts';
import { taxonomyWith } from '../packages/detect/src/events/taxonomy.ts';
import { readAccessLog } from '../packages/detect/src/sources/access-log.ts';
import { sigmaCorpus } from './sigma.ts';

export interface Peer {
  readonly name: string;
  /** For each value, in their order, whether the peer finds anything in it. */
  readonly finds: (values: readonly string[]) => readonly boolean[];
}

export function peers(): readonly Peer[] {
  return [stockSigma(), libinjection()].filter((peer) => peer !== undefined);
}

function stockSigma(): Peer | undefined {
  const rules = sigmaCorpus()?.rules.filter(({ logSource }) => logSource.category === 'webserver');
  if (rules === undefined) return undefined;
  const evaluator = createEvaluator(rules);
  const read = createEventReader(taxonomyWith(rules.map(({ logSource }) => logSource)));
  const finds = (value: string) => {
    const target = `/page?value=${encodeURIComponent(value.toWellFormed())}`;
    const event = readAccessLog(
      `192.0.2.1 - - [01/Nov/2026:12:00:00 +0000] "GET ${target} HTTP/1.1" 200 10 "-" "Mozilla/5.0"`,
    );
    return event !== undefined && evaluator.match(read(event)).length > 0;
  };
  return { name: `SigmaHQ's ${rules.length} rules for web servers`, finds: (values) => values.map(finds) };
}

const PYTHON = `
import json, sys
from libinjection import is_sql_injection, is_xss
values = json.load(sys.stdin)
print(json.dumps([bool(is_sql_injection(v)['is_sqli'] or is_xss(v)['is_xss']) for v in values]))
`;

function libinjection(): Peer | undefined {
  const finds = (values: readonly string[]) => {
    const input = JSON.stringify(values.map((value) => value.toWellFormed().replaceAll('\0', '')));
    const output = execFileSync('python3', ['-c', PYTHON], {
      input,
      maxBuffer: 1 << 26,
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    return JSON.parse(output.toString('utf8')) as boolean[];
  };
  try {
    finds([]);
  } catch {
    // Without Python or its binding there is nothing to compare with.
    return undefined;
  }
  return { name: 'libinjection', finds };
}

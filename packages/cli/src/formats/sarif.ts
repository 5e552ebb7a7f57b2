// SARIF 2.1.0, for code scanning dashboards. https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
import { type Finding, type Severity, STORES, type StoreReport } from '@vigie/probe';
import type { Log, ReportingDescriptor, Result } from 'sarif';
import type { ExposedStore, ExposureReport } from '../exposures.ts';
import { gravestKinds, secretsInOrder } from './exposure-words.ts';

const LEVELS: Record<Severity, 'error' | 'warning' | 'note'> = {
  critical: 'error',
  high: 'error',
  medium: 'warning',
  low: 'note',
  info: 'note',
};

/** The scale by which GitHub sorts security results (0 to 10). */
const SECURITY_SEVERITY: Record<Severity, string> = {
  critical: '9.5',
  high: '8.0',
  medium: '5.5',
  low: '3.0',
  info: '0.0',
};

export function sarif(report: ExposureReport): string {
  const rules = STORES.flatMap((store) => store.rules);
  const found = report.stores.flatMap((store) => store.findings.map((finding) => ({ store, finding })));
  const log: Log = {
    version: '2.1.0',
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    runs: [
      {
        tool: {
          driver: {
            name: 'Vigie',
            semanticVersion: '0.1.0',
            rules: rules.map(
              (rule): ReportingDescriptor => ({
                id: rule.id,
                name: rule.id.replace(/(^|[/-])(\w)/g, (_, _gap, letter: string) => letter.toUpperCase()),
                shortDescription: { text: rule.title },
                fullDescription: { text: rule.why },
                helpUri: rule.remedy({ version: undefined }).reference,
                defaultConfiguration: { level: LEVELS[rule.severity] },
                properties: { 'security-severity': SECURITY_SEVERITY[rule.severity], tags: ['security', 'exposure'] },
              }),
            ),
          },
        },
        invocations: [
          {
            executionSuccessful: report.complete,
            startTimeUtc: report.startedAt,
            endTimeUtc: report.finishedAt,
            toolExecutionNotifications: report.untested.slice(0, 1000).map((entry) => ({
              level: 'warning',
              message: { text: `not tested: ${entry.address} port ${entry.port} (${entry.reason})` },
            })),
          },
        ],
        results: [
          ...found.map(({ store, finding }) =>
            resultOf(
              store,
              finding,
              rules.findIndex((rule) => rule.id === finding.rule),
            ),
          ),
          ...report.stores.flatMap(exposureResults),
        ],
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

/** A result for each kind of data and each secret that stands in an open store. */
function exposureResults(store: ExposedStore): Result[] {
  const { exposure } = store;
  if (!exposure) return [];
  const where = locationOf(store);
  const result = (ruleId: string, text: string): Result => ({
    ruleId,
    level: 'error',
    message: { text: `${text} (${where})` },
    locations: [locationAt(where)],
    partialFingerprints: { 'vigie/exposure': `${where} ${ruleId}` },
  });
  return [
    ...gravestKinds(exposure, exposure.kinds.length).map(({ kind, title, rows, meaning }) =>
      result(`exposure/${kind}`, `${title}: ${rows}. ${meaning}`),
    ),
    ...secretsInOrder(exposure).map(({ rule, what, rotate }) =>
      result(`exposure/secret/${rule}`, `${what}. To rotate: ${rotate.join(' ')}`),
    ),
  ];
}

function locationOf(store: StoreReport): string {
  const host = store.address.includes(':') ? `[${store.address}]` : store.address;
  return `${store.transport}${store.tls ? '+tls' : ''}://${host}:${store.port}`;
}

function locationAt(where: string) {
  return {
    physicalLocation: { artifactLocation: { uri: where } },
    logicalLocations: [{ fullyQualifiedName: where, kind: 'resource' }],
  };
}

function resultOf(store: StoreReport, finding: Finding, ruleIndex: number): Result {
  const where = locationOf(store);
  return {
    ruleId: finding.rule,
    ...(ruleIndex >= 0 && { ruleIndex }),
    level: LEVELS[finding.severity],
    message: { text: `${finding.title} (${where}). ${finding.remedy.summary}` },
    locations: [locationAt(where)],
    partialFingerprints: { 'vigie/finding': finding.id },
    properties: { severity: finding.severity, product: store.product, verdict: store.verdict, posture: store.posture },
  };
}

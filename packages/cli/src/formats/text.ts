// The report for a terminal: what stands open first, with what to do; what is closed in a line each.
import { styleText } from 'node:util';
import { type Finding, type ScanReport, type StoreReport, VERBS, type Verdict } from '@vigie/probe';
import type { ExposedStore, ExposureReport } from '../exposures.ts';
import type { Sink } from '../world.ts';
import { concernedInWords, gravestKinds, secretsInOrder } from './exposure-words.ts';
import { byGravity, bytes, count, holdings, place, plural, productName, untestedInWords } from './words.ts';
import { wrap } from './wrap.ts';

type Style = Parameters<typeof styleText>[0];
type Paint = (style: Style, text: string) => string;

const VERDICT_STYLE: Record<Verdict, Style> = {
  open: ['bold', 'white', 'bgRed'],
  partial: ['bold', 'black', 'bgYellow'],
  unknown: ['bold', 'black', 'bgCyan'],
  closed: ['green'],
};

/** Tables of one store that are listed; the other formats have all of them. */
const TABLES = 8;
/** The same for kinds of data and for secrets. */
const KINDS = 12;
const SECRETS = 8;

export function text(report: ExposureReport, sink: Pick<Sink, 'colour' | 'columns'>): string {
  const paint: Paint = (style, what) => (sink.colour ? styleText(style, what, { validateStream: false }) : what);
  const width = Math.min(Math.max(sink.columns ?? 100, 60), 120);
  const stores = byGravity(report.stores);
  const exposed = stores.filter((store) => store.verdict !== 'closed' || store.findings.length > 0);
  const rest = stores.filter((store) => !exposed.includes(store));
  return [
    headline(report, paint),
    ...exposed.map((store) => exposedStore(store, paint, width)),
    ...(rest.length > 0 ? [closedStores(rest, paint)] : []),
    ...others(report, paint),
    ...untested(report, paint),
    verdictLine(report, paint),
  ].join('\n');
}

function headline(report: ScanReport, paint: Paint): string {
  const { addresses, ports } = report.scope;
  const seconds = (Date.parse(report.finishedAt) - Date.parse(report.startedAt)) / 1000;
  const took = seconds < 60 ? `${seconds.toFixed(1)} s` : `${Math.round(seconds / 60)} min`;
  const authority = report.scope.owner === undefined ? '' : `, for ${report.scope.owner}`;
  const what = `${plural(addresses, 'address', 'addresses')}, ${plural(ports, 'port')} each, in ${took}${authority}`;
  return `${paint('dim', what)}\n`;
}

function exposedStore(store: ExposedStore, paint: Paint, width: number): string {
  const tag = paint(VERDICT_STYLE[store.verdict], ` ${store.verdict.toUpperCase()} `);
  const how = `${store.transport}${store.tls ? ' under TLS' : ''}`;
  const verbs = VERBS.map((verb) => {
    const answer = store.posture[verb];
    if (answer === 'yes') return paint('bold', verb);
    return paint('dim', answer === 'no' ? `not ${verb}` : `${verb}?`);
  });
  const lines = [
    `${tag} ${paint('bold', productName(store))} at ${place(store)} ${paint('dim', `(${how})`)}`,
    `   A stranger may: ${verbs.join(paint('dim', ', '))}`,
  ];
  if (store.inventory) lines.push(`   It holds ${holdings(store.inventory)}`, ...tables(store, paint));
  lines.push(...exposureLines(store, paint, width));
  for (const finding of store.findings) lines.push(...findingLines(finding, paint, width));
  for (const caveat of store.caveats ?? []) lines.push(...wrap(`Note: ${caveat}`, width, '   '));
  return `${lines.join('\n')}\n`;
}

function tables(store: StoreReport, paint: Paint): string[] {
  const all = (store.inventory?.containers ?? []).flatMap((container) =>
    container.collections.map((collection) => ({ ...collection, path: `${container.name}.${collection.name}` })),
  );
  const largest = [...all]
    .sort((a, b) => (b.rows ?? 0) - (a.rows ?? 0) || (b.bytes ?? 0) - (a.bytes ?? 0))
    .slice(0, TABLES);
  const pad = Math.min(40, Math.max(0, ...largest.map((table) => table.path.length)));
  const lines = largest.map((table) => {
    const rows =
      table.rows === undefined ? '' : `${table.rowsBasis === 'estimate' ? '~' : ''}${count(table.rows)} rows`;
    const size = table.bytes === undefined ? '' : bytes(table.bytes);
    const width = table.columns.length === 0 ? '' : plural(table.columns.length, 'column');
    return paint('dim', `     ${table.path.padEnd(pad)}  ${[rows, size, width].filter(Boolean).join(', ')}`.trimEnd());
  });
  if (all.length > largest.length) lines.push(paint('dim', `     and ${count(all.length - largest.length)} more`));
  return lines;
}

/** What stands in the store, whom it concerns, what to rotate first. */
function exposureLines({ exposure }: ExposedStore, paint: Paint, width: number): string[] {
  if (!exposure) return [];
  const lines = [`   ${paint('bold', concernedInWords(exposure))}`];
  for (const { title, rows, kind } of gravestKinds(exposure, KINDS)) {
    lines.push(`     ${title}: ${rows} ${paint('dim', kind)}`);
  }
  const secrets = secretsInOrder(exposure);
  if (secrets.length > 0) lines.push(`   ${paint('bold', 'Rotate first')}`);
  secrets.slice(0, SECRETS).forEach(({ what, first }, place) => {
    lines.push(...wrap(`${place + 1}. ${what}: ${first}`, width, '     '));
  });
  if (secrets.length > SECRETS)
    lines.push(paint('dim', `     and ${secrets.length - SECRETS} more in the other formats`));
  for (const { where, message } of exposure.faults) lines.push(...wrap(`Not read: ${where}: ${message}`, width, '   '));
  return lines;
}

function findingLines(finding: Finding, paint: Paint, width: number): string[] {
  const [first, ...more] = finding.remedy.steps;
  return [
    `   ${paint(['bold', finding.severity === 'critical' || finding.severity === 'high' ? 'red' : 'yellow'], finding.severity)}: ${finding.title} ${paint('dim', finding.rule)}`,
    ...wrap(`To do first: ${first ?? finding.remedy.summary}`, width, '     '),
    ...more.flatMap((step) => wrap(`then: ${step}`, width, '     ')),
    ...wrap(`To verify: ${finding.remedy.verify}`, width, '     '),
    paint('dim', `     ${finding.remedy.reference}`),
  ];
}

function closedStores(stores: readonly StoreReport[], paint: Paint): string {
  const pad = Math.max(...stores.map((store) => productName(store).length));
  const lines = stores.map(
    (store) =>
      ` ${paint(VERDICT_STYLE[store.verdict], store.verdict.padEnd(7))} ${productName(store).padEnd(pad)}  ${place(store)} ${paint('dim', `(${store.transport}${store.tls ? ' under TLS' : ''})`)}`,
  );
  return `${lines.join('\n')}\n`;
}

function others(report: ScanReport, paint: Paint): string[] {
  if (report.others.length === 0) return [];
  const shown = report.others.slice(0, 10).map((other) => `${place(other)}${other.spoke === 'http' ? ' (web)' : ''}`);
  const more = report.others.length > shown.length ? ` and ${count(report.others.length - shown.length)} more` : '';
  return [paint('dim', `Open, and no store that is known: ${shown.join(', ')}${more}\n`)];
}

function untested(report: ScanReport, paint: Paint): string[] {
  const lines = untestedInWords(report).map(
    ({ reason, endpoints, example }) =>
      `Not tested: ${plural(endpoints, 'port')}: ${reason} (${endpoints > 1 ? 'the first is ' : ''}${example})`,
  );
  return lines.length > 0 ? [paint('yellow', lines.join('\n')), ''] : [];
}

function verdictLine(report: ScanReport, paint: Paint): string {
  const open = report.stores.filter((store) => store.verdict === 'open').length;
  const partial = report.stores.filter((store) => store.verdict === 'partial').length;
  const all = plural(report.stores.length, 'store');
  if (report.stores.length === 0) return `${paint('bold', 'No data store answers')} at the ports that were tried.\n`;
  if (open + partial === 0) return `${paint('bold', `${all}, none of them open to strangers.`)}\n`;
  const parts = [open > 0 ? `${count(open)} open` : '', partial > 0 ? `${count(partial)} half open` : ''].filter(
    Boolean,
  );
  return `${paint('bold', `${all}: ${parts.join(', ')}.`)} Start with the first one above.\n`;
}

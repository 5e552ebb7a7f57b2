// The report as one HTML file that a manager can read: what stands open, why it matters, what to do first.
// It loads nothing, runs no script, and prints well.
import { type Collection, type Finding, type ScanReport, type StoreReport, VERBS } from '@vigie/probe';
import type { ExposedStore, ExposureReport, StoreExposure } from '../exposures.ts';
import { concernedInWords, gravestKinds, number, secretsInOrder } from './exposure-words.ts';
import { STYLE } from './html-style.ts';
import { byGravity, bytes, count, holdings, place, plural, productName, untestedInWords } from './words.ts';

/** Tables of one store that a page lists; the JSON report has all of them. */
const TABLES = 200;
/** The same for kinds of data. */
const KINDS = 40;

export function html(report: ExposureReport): string {
  const stores = byGravity(report.stores);
  const exposed = stores.filter((store) => store.verdict !== 'closed' || store.findings.length > 0);
  const rest = stores.filter((store) => !exposed.includes(store));
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${safe(title(report))} · Vigie</title>
<style>${STYLE}</style>
</head>
<body>
<main>
${header(report)}
${doFirst(exposed)}
${exposed.map(card).join('\n')}
${closed(rest)}
${others(report)}
${notTested(report)}
${method(report)}
</main>
</body>
</html>
`;
}

function title(report: ScanReport): string {
  const open = report.stores.filter((store) => store.verdict === 'open').length;
  const partial = report.stores.filter((store) => store.verdict === 'partial').length;
  if (report.stores.length === 0) return 'No data store answers';
  if (open + partial === 0) return `${plural(report.stores.length, 'data store')}, none open to strangers`;
  if (open === 0) return `${plural(partial, 'data store lets', 'data stores let')} strangers in part of the way`;
  return `${plural(open, 'data store stands', 'data stores stand')} open to anyone who connects`;
}

function header(report: ScanReport): string {
  const { owner, authorisedBy, addresses, ports } = report.scope;
  const tally = (['open', 'partial', 'unknown', 'closed'] as const)
    .map((verdict) => [verdict, report.stores.filter((store) => store.verdict === verdict).length] as const)
    .map(
      ([verdict, n]) =>
        `<li class="${verdict}"><b>${count(n)}</b> ${verdict === 'partial' ? 'half open' : verdict}</li>`,
    );
  const who = owner === undefined ? '' : ` of ${safe(owner)}, authorised by ${safe(authorisedBy ?? '')}`;
  return `<header>
<p class="brand">Vigie · data store exposure report</p>
<h1>${safe(title(report))}</h1>
<p>${plural(addresses, 'address', 'addresses')}${who}, ${plural(ports, 'port')} each, examined on ${when(report.startedAt)}.${
    report.complete ? '' : ' <strong class="warn">The scan was interrupted: this report is not complete.</strong>'
  }</p>
<ul class="tally">${tally.join('')}</ul>
</header>`;
}

function doFirst(exposed: readonly StoreReport[]): string {
  const grave = exposed.flatMap((store) =>
    store.findings
      .filter((f) => f.severity === 'critical' || f.severity === 'high')
      .map((finding) => ({ store, finding })),
  );
  if (grave.length === 0) return '';
  const items = grave
    .slice(0, 12)
    .map(
      ({ store, finding }) =>
        `<li><a href="#${anchor(store)}">${safe(productName(store))} at ${safe(place(store))}</a>: ${safe(
          finding.remedy.steps[0] ?? finding.remedy.summary,
        )}</li>`,
    );
  return `<section><h2>What to do first</h2><ol>${items.join('')}</ol></section>`;
}

function card(store: ExposedStore): string {
  const verbs = VERBS.map(
    (verb) => `<li class="${store.posture[verb]}"><span>${verb}</span><b>${store.posture[verb]}</b></li>`,
  );
  return `<article id="${anchor(store)}" class="${store.verdict}">
<h2><span class="pill ${store.verdict}">${store.verdict === 'partial' ? 'half open' : store.verdict}</span> ${safe(productName(store))}</h2>
<p class="place">${safe(place(store))} · ${safe(store.transport)}${store.tls ? ' under TLS' : ''}</p>
<h3>What a stranger may do, without any login</h3>
<ul class="verbs">${verbs.join('')}</ul>
${contents(store)}
${inventory(store)}
${store.findings.map(findingSection).join('\n')}
${(store.caveats ?? []).map((caveat) => `<p class="caveat">${safe(caveat)}</p>`).join('')}
</article>`;
}

/** Who is concerned, what of theirs, and what to rotate first: the picture that a manager needs. */
function contents({ exposure }: ExposedStore): string {
  if (!exposure) return '';
  const kinds = gravestKinds(exposure, KINDS);
  const largest = Math.max(1, ...exposure.kinds.map(({ rows }) => rows.estimate));
  const rows = kinds.map(({ kind, title, meaning, rows: amount, edpb }) => {
    const size = exposure.kinds.find((one) => one.kind === kind)?.rows.estimate ?? 0;
    const share = Math.max(1, Math.round((size / largest) * 100));
    return `<tr><td><b>${safe(title)}</b><br><small>${safe(meaning)}</small></td><td>${safe(amount)}<div class="bar"><i style="width:${share}%"></i></div></td><td>${safe(edpb.join(', '))}</td></tr>`;
  });
  const table =
    rows.length === 0
      ? ''
      : `<div class="scroll"><table><thead><tr><th>what</th><th>how much</th><th>EDPB template, field 70</th></tr></thead><tbody>${rows.join('')}</tbody></table></div>`;
  return `<section class="contents"><h3>What is in it, and whose it is</h3>
<p class="concerned">${safe(concernedInWords(exposure))}</p>
${countries(exposure)}${table}${secretList(exposure)}${method70(exposure)}</section>`;
}

function countries({ people }: StoreExposure): string {
  if (people.byCountry.length === 0) return '';
  const list = people.byCountry.slice(0, 12).map(({ country, people: n }) => `${country} ${count(n)}`);
  return `<p>By country, where a number or an address tells it: ${safe(list.join(', '))}.</p>`;
}

function secretList(exposure: StoreExposure): string {
  const secrets = secretsInOrder(exposure);
  if (secrets.length === 0) return '';
  const items = secrets.map(
    ({ what, opens, rotate, link }) =>
      `<li><b>${safe(what)}</b>${opens === '' ? '' : `, opens ${safe(opens)}`}<ul>${rotate
        .map((step) => `<li>${safe(step)}</li>`)
        .join('')}</ul>${link === undefined ? '' : `<a href="${safe(link)}" rel="noreferrer">${safe(link)}</a>`}</li>`,
  );
  return `<h3>Secrets to rotate, in this order</h3><ol class="secrets">${items.join('')}</ol>`;
}

function method70({ people, rowsRead, faults, complete }: StoreExposure): string {
  const partial = complete
    ? ''
    : ` <strong class="warn">Not all could be read, so the numbers are lower bounds: ${safe(
        faults.map(({ message }) => message).join('; '),
      )}.</strong>`;
  return `<p class="small">${count(rowsRead)} rows were read and forgotten: no value is kept, only numbers. People: ${number(people)}; ${safe(people.method)}. Special categories are possible, never a verdict on a person.${partial}</p>`;
}

function inventory(store: StoreReport): string {
  if (!store.inventory) return '';
  const rows = store.inventory.containers.flatMap((container) =>
    container.collections.map((collection) => ({ container: container.name, collection })),
  );
  const shown = rows.slice(0, TABLES).map(({ container, collection }) => tableRow(container, collection));
  const more = rows.length > TABLES ? `<p>and ${count(rows.length - TABLES)} more, in the JSON report</p>` : '';
  const table =
    rows.length === 0
      ? ''
      : `<div class="scroll"><table><thead><tr><th>in</th><th>name</th><th class="n">rows</th><th class="n">size</th><th>columns</th></tr></thead><tbody>${shown.join('')}</tbody></table></div>${more}`;
  return `<h3>What it holds</h3><p>${safe(holdings(store.inventory))}.</p>${table}`;
}

function tableRow(container: string, collection: Collection): string {
  const about = collection.rowsBasis === 'estimate' ? '≈ ' : '';
  const columns = collection.columns.map(({ name, kinds }) =>
    kinds.length > 0 ? `${name} (${kinds.join(', ')})` : name,
  );
  const names = columns.slice(0, 12).join(', ') + (columns.length > 12 ? `, and ${columns.length - 12} more` : '');
  return `<tr><td>${safe(container)}</td><td>${safe(collection.name)}</td><td class="n">${
    collection.rows === undefined ? '' : about + count(collection.rows)
  }</td><td class="n">${collection.bytes === undefined ? '' : bytes(collection.bytes)}</td><td>${safe(names)}</td></tr>`;
}

function findingSection(finding: Finding): string {
  const { remedy } = finding;
  const configuration = remedy.configuration
    ? `<p>In <code>${safe(remedy.configuration.file)}</code>:</p><pre>${safe(remedy.configuration.text)}</pre>`
    : '';
  const evidence = finding.evidence.map(
    (one) =>
      `<tr><td><code>${safe(one.asked)}</code></td><td>${safe(one.answered)}</td><td class="n">${count(one.receivedBytes)}</td><td><code>${one.receivedSha256.slice(0, 16)}…</code></td></tr>`,
  );
  return `<section class="finding">
<h3><span class="severity ${finding.severity}">${finding.severity}</span> ${safe(finding.title)}</h3>
<p>${safe(finding.explanation)}</p>
<h4>What to do</h4>
<p>${safe(remedy.summary)}</p>
<ol>${remedy.steps.map((step) => `<li>${safe(step)}</li>`).join('')}</ol>
${configuration}
<p><b>To verify:</b> ${safe(remedy.verify)} <a href="${safe(remedy.reference)}" rel="noreferrer">Reference</a></p>
<details><summary>Evidence (finding ${safe(finding.id)}, rule ${safe(finding.rule)})</summary>
<div class="scroll"><table><thead><tr><th>asked</th><th>answered</th><th class="n">bytes</th><th>SHA-256 of the answer</th></tr></thead><tbody>${evidence.join('')}</tbody></table></div></details>
</section>`;
}

function closed(stores: readonly StoreReport[]): string {
  if (stores.length === 0) return '';
  const rows = stores.map(
    (store) =>
      `<tr><td>${safe(productName(store))}</td><td>${safe(place(store))}</td><td>${safe(store.transport)}${store.tls ? ' under TLS' : ''}</td></tr>`,
  );
  return `<section><h2>Closed to strangers</h2><div class="scroll"><table><thead><tr><th>store</th><th>at</th><th>protocol</th></tr></thead><tbody>${rows.join('')}</tbody></table></div></section>`;
}

function others(report: ScanReport): string {
  if (report.others.length === 0) return '';
  const list = report.others
    .slice(0, 100)
    .map((other) => `<li>${safe(place(other))}${other.spoke === 'http' ? ' (web)' : ''}</li>`);
  return `<section><h2>Open, and no store that is known</h2><ul class="plain">${list.join('')}</ul></section>`;
}

function notTested(report: ScanReport): string {
  const reasons = untestedInWords(report);
  if (reasons.length === 0) return '';
  const rows = reasons.map(
    ({ reason, endpoints, example }) =>
      `<tr><td class="n">${count(endpoints)}</td><td>${safe(reason)}</td><td>${safe(example)}</td></tr>`,
  );
  return `<section><h2>Not tested</h2><p>A scan must not lie by silence: nothing is known about these.</p><div class="scroll"><table><thead><tr><th class="n">ports</th><th>why</th><th>the first of them</th></tr></thead><tbody>${rows.join('')}</tbody></table></div></section>`;
}

function method(report: ExposureReport): string {
  const isRead = report.stores.some(({ exposure }) => exposure !== undefined);
  const rows = isRead
    ? 'rows were read only in stores that stand open, classified in memory and forgotten'
    : 'no row was read';
  return `<footer><h2>How this was found</h2><p>Every address was asked the smallest question that a closed store has to refuse. No password was tried, nothing was written, ${rows}, and no address outside the scope was connected to. Begun ${when(report.startedAt)}, ended ${when(report.finishedAt)}.</p></footer>`;
}

function when(instant: string): string {
  return `<time datetime="${safe(instant)}">${safe(instant.slice(0, 16).replace('T', ' '))} UTC</time>`;
}

function anchor(store: StoreReport): string {
  return `store-${store.address.replace(/[^0-9a-f]/gi, '-')}-${store.port}`;
}

function safe(foreign: string): string {
  const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
  return foreign.replace(/[&<>"']/g, (c) => entities[c] ?? c);
}

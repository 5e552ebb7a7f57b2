// Real events of clouds, published with rules to test them (panther-labs/panther-analysis): each cloud's are known as its, by its reader
// alone, and say who, what and from where.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { readsAnyJson } from '../../testing/spoiled-records.ts';
import type { Fields } from '../events/event.ts';
import { azureActivity } from './azure-activity.ts';
import { azureData } from './azure-data.ts';
import { azureEntra } from './azure-entra.ts';
import { cloudtrail } from './cloudtrail.ts';
import { gcpAudit } from './gcp-audit.ts';
import { SOURCES } from './index.ts';
import { kubernetesAudit } from './kubernetes-audit.ts';
import { okta } from './okta.ts';
import type { Source } from './source.ts';

const PATH = fileURLToPath(new URL('../../../../../shared/corpora/detect/panther-events.ndjson', import.meta.url));
const absent = existsSync(PATH) ? false : '../shared/corpora/detect is not beside the repository';

interface Labelled {
  readonly logTypes: readonly string[] | null;
  readonly event: Fields;
}
const all: readonly Labelled[] = absent
  ? []
  : readFileSync(PATH, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
/** Rules for several logs say in the event which it is of. */
const of = (...types: readonly string[]): readonly Fields[] =>
  all
    .filter(({ logTypes, event }) =>
      types.includes(logTypes?.length === 1 ? (logTypes[0] ?? '') : String(event.p_log_type)),
    )
    .map(({ event }) => event)
    // Some are no records of a log, but the one field that a rule reads.
    .filter((event) => Object.keys(event).some((key) => !/^(?:p_.*|methodName|operation)$/.test(key)));

const readers = SOURCES.map((source) => ({ source, reader: source.open() }));
/** Who takes it, in the order of the list. */
const takenBy = (event: Fields): Source | undefined =>
  readers.find(({ reader }) => reader.fromJson?.(event) !== undefined)?.source;

const CLOUDS: readonly { types: readonly string[]; sources: readonly Source[]; least: number }[] = [
  { types: ['AWS.CloudTrail'], sources: [cloudtrail], least: 224 },
  { types: ['GCP.AuditLog'], sources: [gcpAudit], least: 95 },
  { types: ['Amazon.EKS.Audit'], sources: [kubernetesAudit], least: 98 },
  {
    types: ['Azure.MonitorActivity', 'Azure.Audit'],
    sources: [azureActivity, azureData, azureEntra, kubernetesAudit],
    least: 145,
  },
  { types: ['Okta.SystemLog'], sources: [okta], least: 37 },
];

describe('real events of clouds', { skip: absent }, () => {
  for (const { types, sources, least } of CLOUDS) {
    it(`${types.join(', ')}: all are taken by ${sources.map(({ name }) => name).join(', ')}`, () => {
      const events = of(...types);
      assert.ok(events.length >= least, `${events.length} of at least ${least}`);
      for (const event of events) {
        const by = takenBy(event);
        assert.ok(by !== undefined && sources.includes(by), `${by?.name}: ${JSON.stringify(event).slice(0, 300)}`);
      }
    });
  }

  it('of other services are taken by none of these', () => {
    const ours = new Set(CLOUDS.flatMap(({ types }) => types));
    const readers = new Set(CLOUDS.flatMap(({ sources }) => sources));
    const strange = all.filter(({ logTypes, event }) => {
      const names = [...(logTypes ?? []), String(event.p_log_type)];
      const by = names.some((name) => ours.has(name)) ? undefined : takenBy(event);
      return by !== undefined && readers.has(by);
    });
    // Microsoft's other services write in Azure's schema, and are read as its.
    for (const { logTypes } of strange) assert.match(String(logTypes), /^Microsoft/);
  });

  it('tell time, person, address and outcome wherever the record does', () => {
    const events = of('AWS.CloudTrail').flatMap((event) => cloudtrail.open().fromJson?.(event) ?? []);
    const share = (has: (event: Fields) => unknown) => events.filter(has).length / events.length;
    assert.ok(share(({ time }) => time !== undefined) > 0.9);
    assert.ok(share(({ actor }) => (actor as Fields | undefined)?.user !== undefined) > 0.85);
    assert.ok(share(({ src_endpoint: source }) => (source as Fields | undefined)?.ip !== undefined) > 0.6);
    assert.ok(events.every(({ status_id: status }) => status === 1 || status === 2 || status === 0));
    const other = events.filter(({ class_uid: kind, activity_id: activity }) => kind === 6003 && activity === 99);
    assert.ok(
      other.length / events.length < 0.15,
      `${other.length}: ${[...new Set(other.map((one) => one.eventName))]}`,
    );
  });

  for (const source of new Set(CLOUDS.flatMap(({ sources }) => sources))) {
    it(`spoiled, they throw nowhere: ${source.name}`, () => {
      const samples = CLOUDS.filter(({ sources }) => sources.includes(source)).flatMap(({ types }) => of(...types));
      readsAnyJson(source, samples.slice(0, 200), 200);
    });
  }
});

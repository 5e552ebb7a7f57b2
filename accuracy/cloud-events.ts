// Events of clouds with what has to fire for them: rules of our own beside rules of Panther that are about the same, their precision and recall.
import { readdirSync, readFileSync } from 'node:fs';
import { createDetector, createLogReader, type Fields, loadRules, type RuleSet } from '../packages/detect/src/index.ts';
import { absent, jsonLines, sharedPath } from './corpora.ts';
import { type CorpusReport, type CountedKind, type Miss, skippedReport, totalOf } from './report.ts';

const PATH = 'corpora/detect/panther-events.ndjson';
const TITLE = 'Events of clouds';
const RULES = new URL('../packages/detect/rules/', import.meta.url);
const LATE = Date.UTC(2100, 0, 1);

/** Ours, and theirs that are about the same. */
const SAME: Readonly<Record<string, readonly string[]>> = {
  snapshot_shared_in_cloud: [
    'AWS.RDS.SnapshotShared',
    'AWS.RDS.SnapshotExport',
    'AWS.CloudTrail.SnapshotMadePublic',
    'AWS.CloudTrail.AMIModifiedForPublicAccess',
  ],
  audit_off_in_cloud: [
    'AWS.CloudTrail.Stopped',
    'AWS.CloudTrail.EventSelectorsDisabled',
    'AWS.ConfigService.DisabledDeleted',
    'AWS.VPCFlow.LogsDeleted',
    'AWS.S3.DisableBucketLogging',
    'AWS.Bedrock.DeleteModelInvocationLoggingConfiguration',
  ],
  database_opened_in_cloud: ['AWS.RDS.InstanceMadePublic', 'AWS.RDS.SecurityGroupIngressAuthorized'],
  data_destroyed_in_cloud: [
    'AWS.RDS.InstanceDeletion',
    'AWS.RDS.AutomatedBackupDeleted',
    'AWS.S3.BucketDeleted',
    'AWS.S3.DeleteBucketReplication',
  ],
  ransom_note_in_bucket: ['AWS.S3.RansomwareNoteUpload'],
  secrets_read_in_cloud: ['AWS.SecretsManager.BatchRetrieveSecrets'],
  database_log_downloaded: ['AWS.RDS.LogFileDownloaded'],
  storage_opened_in_azure: [
    'Azure.MonitorActivity.StorageAccount.BlobAnonymousAccessEnabled',
    'Azure.MonitorActivity.StorageAccount.PublicNetworkAccessEnabled',
  ],
  data_destroyed_in_azure: [
    'Azure.MonitorActivity.StorageAccount.Deleted',
    'Azure.MonitorActivity.Compute.DiskDeleted',
    'Azure.MonitorActivity.KeyVault.Deleted',
    'Azure.MonitorActivity.LogAnalyticsWorkspace.Deleted',
    'Azure.MonitorActivity.Storage.ImmutabilityPolicyDeleted',
    'Azure.MonitorActivity.StorageAccount.ContainerSoftDeleteDisabled',
  ],
  data_carried_out_of_azure: [
    'Azure.MonitorActivity.StorageAccount.KeysListed',
    'Azure.MonitorActivity.Compute.DiskSASURIGenerated',
  ],
  data_destroyed_in_gcp: ['GCP.Log.Bucket.Or.Sink.Deleted', 'GCP.Logging.Settings.Modified', 'GCP.KMS.EraseKey'],
  secrets_listed_in_kubernetes: ['Kubernetes.Secrets.DumpAllNamespaces'],
};

interface Labelled {
  readonly rule: string;
  readonly name: string;
  readonly expected: boolean;
  readonly event: Fields;
}

export function measureCloudEvents(): CorpusReport {
  const path = sharedPath(PATH);
  if (path === undefined) return skippedReport('cloud-events', TITLE, absent(PATH));
  const labelled = jsonLines<Labelled>(path);
  const rules = ownRules();
  const misses: Miss[] = [];
  const kinds = Object.entries(SAME).map(([name, theirs]): CountedKind => {
    const counts = { truePositives: 0, falsePositives: 0, falseNegatives: 0, trueNegatives: 0 };
    for (const { rule, name: what, expected, event } of labelled.filter((one) => theirs.includes(one.rule))) {
      const isFired = fires(rules, name, event);
      if (isFired) counts[expected ? 'truePositives' : 'falsePositives'] += 1;
      else counts[expected ? 'falseNegatives' : 'trueNegatives'] += 1;
      if (isFired !== expected)
        misses.push({ what: `${rule}: ${what}`, times: 1, why: `${name} ${isFired ? 'fires' : 'is quiet'}` });
    }
    return { name, ...counts };
  });
  const known = new Set(Object.values(SAME).flat());
  return {
    corpus: 'cloud-events',
    title: TITLE,
    how: [
      `The events are tests of the rules of panther-labs/panther-analysis (Apache-2.0): each says whether its rule has to fire. Counted are those of ${known.size} rules that are about the same as rules of our own; the other rules are about machines, networks, sign-ins and other services. Where theirs know accounts of their owner, ours cannot. The events were looked at while our rules were written.`,
    ],
    tables: [{ title: 'Rules of our own', kinds: [...kinds, totalOf('all', kinds)] }],
    facts: [],
    misses,
  };
}

function ownRules(): RuleSet {
  const files = readdirSync(RULES).filter((file) => file.endsWith('.yml'));
  return loadRules(
    files.map((path) => ({
      text: readFileSync(new URL(path, RULES), 'utf8'),
      origin: { path, licence: 'Apache-2.0' },
    })),
    { placeholders: { honeytokens: ['no token of this corpus'] } },
  );
}

function fires(rules: RuleSet, name: string, event: Fields): boolean {
  const reader = createLogReader({ now: () => LATE });
  const detector = createDetector(rules, { now: () => LATE });
  return [...reader.add(JSON.stringify(event), 1), ...reader.end()].some(
    (record) =>
      record.event !== undefined && detector.observe(record.event, 1).some(({ about }) => about.name === name),
  );
}

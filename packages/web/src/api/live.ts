// The live stream: the server says what changed, and the answers that it concerns are asked again.
import type { QueryClient } from '@tanstack/react-query';
import { useQueryClient } from '@tanstack/react-query';
import type { ChangeKind } from '@vigie/server/api';
import { useEffect, useSyncExternalStore } from 'react';
import * as v from 'valibot';
import type { OperationId } from './client.ts';
import { question } from './queries.ts';
import type { RunningScan } from './shapes/watch.ts';

/** Kind of thing that changed → the questions whose answers it may have changed. */
const CONCERNS: Readonly<Record<ChangeKind, readonly OperationId[]>> = {
  scope: ['listScopes', 'getScope'],
  scan: ['listScans', 'getScan', 'listScopes', 'getScope', 'getOverview'],
  store: ['listStores', 'getStore', 'getStoreHistory', 'getOverview', 'getFigures'],
  finding: ['listFindings', 'getFinding', 'getFindingTimeline', 'getOverview', 'getFigures'],
  case: [
    'listContactErasures',
    'listCases',
    'getCase',
    'getFacts',
    'getFactHistory',
    'getAssessment',
    'getCaseVisitors',
    'previewStoreForCase',
    'getCaseMembers',
    'getTimeline',
    'listRulings',
    'listTasks',
    'listRegister',
    'getOverview',
  ],
  notice: ['listNotices', 'getNotice', 'getTimeline', 'listRegister'],
  task: ['listTasks', 'getTimeline'],
  'letter-run': ['listLetterRuns', 'getLetterRun', 'listLetters', 'listContacts'],
  'contact-import': ['listContactImports', 'listContacts', 'listContactErasures'],
  'incident-page': ['getIncidentPage'],
  job: ['listJobs'],
  account: ['listAccounts', 'getMe'],
  webhook: ['listWebhooks'],
  settings: ['getContactRetention', 'getMailSettings', 'getWatchSettings', 'listChannels'],
  input: ['listInputs'],
  detection: ['listDetections', 'getDetection', 'listInputs', 'getStoreAccesses', 'getCaseVisitors'],
  silence: ['listSilences', 'listDetections', 'getDetection'],
  rule: ['listRules', 'getRuleSummary', 'getRule', 'listRuleFiles', 'listValueLists'],
};

/** A scan of a large network changes things hundreds of times a second; answers are asked for again at most this often. */
const GATHER_MS = 250;

export type Connection = 'connecting' | 'live' | 'away';

let connection: Connection = 'connecting';
const listeners = new Set<() => void>();

function setConnection(next: Connection): void {
  connection = next;
  for (const hear of listeners) hear();
}

/** Whether changes arrive. */
export function useConnection(): Connection {
  return useSyncExternalStore(
    (hear) => {
      listeners.add(hear);
      return () => listeners.delete(hear);
    },
    () => connection,
  );
}

/** Follows the stream while the component stands. */
export function useLive(): void {
  const answers = useQueryClient();
  useEffect(() => follow(answers), [answers]);
}

function follow(answers: QueryClient): () => void {
  const stream = new EventSource('/api/live');
  const waiting = new Set<ChangeKind>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let wasAway = false;
  const askAgain = () => {
    timer = undefined;
    const concerned = new Set<unknown>([...waiting].flatMap((kind) => CONCERNS[kind]));
    waiting.clear();
    void answers.invalidateQueries({ predicate: ({ queryKey }) => concerned.has(queryKey[0]) });
  };
  stream.addEventListener('change', (event) => {
    const kind = kindOf(event.data);
    if (kind === undefined) return;
    waiting.add(kind);
    timer ??= setTimeout(askAgain, GATHER_MS);
  });
  stream.addEventListener('progress', (event) => keepProgress(answers, event.data));
  stream.onopen = () => {
    setConnection('live');
    if (wasAway) void answers.invalidateQueries();
    wasAway = false;
  };
  stream.onerror = () => {
    wasAway = true;
    setConnection('away');
  };
  return () => {
    clearTimeout(timer);
    stream.close();
  };
}

/** What is told of a scan that runs; the rest of it is kept as it came. */
const Progress = v.looseObject({ id: v.string() });

/** It changes several times a second, so that it is put into the answer that is there, and nothing is asked for again. */
function keepProgress(answers: QueryClient, data: unknown): void {
  const told = v.safeParse(Progress, JSON.parse(String(data)));
  if (!told.success) return;
  const { id, ...progress } = told.output;
  const { queryKey } = question('getScan', { params: { id } });
  answers.setQueryData(queryKey, (scan) =>
    scan?.state === 'running'
      ? { ...scan, progress: progress as unknown as NonNullable<RunningScan['progress']> }
      : scan,
  );
}

/** Kinds that this page does not know come from a newer server, and are left alone. */
const Change = v.object({ kind: v.picklist(Object.keys(CONCERNS) as ChangeKind[]) });

function kindOf(data: unknown): ChangeKind | undefined {
  const change = v.safeParse(Change, JSON.parse(String(data)));
  return change.success ? change.output.kind : undefined;
}

// The job that looks what stands in a store. One at a time: it takes memory and the store's attention.
import { classifyStore } from '../watch/classify-store.ts';
import { CLASSIFY_STORE, type ClassifyStoreData } from '../watch/request-classification.ts';
import type { Watching } from '../watch/run-scan.ts';
import type { JobKind } from './jobs.ts';

export function classifyStoreJob(watching: Watching): JobKind<ClassifyStoreData> {
  return {
    name: CLASSIFY_STORE,
    retries: 2,
    expiresAfterS: 2 * 60 * 60,
    concurrency: 1,
    work: ({ storeId }, signal) => classifyStore(watching, storeId, signal),
  };
}

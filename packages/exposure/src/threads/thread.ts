// Where a thread begins: it takes compiled modules from the cache of its process, where that has one, and loads its own module.
// https://nodejs.org/api/module.html#module-compile-cache
import { enableCompileCache, flushCompileCache } from 'node:module';
import { workerData } from 'node:worker_threads';

/** What a thread is told at its start. */
export interface ThreadOrders<Orders = unknown> {
  /** URL of the module that does the work. */
  readonly module: string;
  /** Folder of the cache of compiled modules; undefined where the process has none. */
  readonly compileCache: string | undefined;
  readonly orders: Orders;
}

const { module, compileCache } = workerData as ThreadOrders;
if (compileCache !== undefined) enableCompileCache(compileCache);
await import(module);
// A thread that is ended has no time to write.
if (compileCache !== undefined) flushCompileCache();

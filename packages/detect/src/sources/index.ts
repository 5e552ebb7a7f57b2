// The formats of logs that are read, in the order in which they are tried on a stream that does not say what it is.
import { accessLog } from './access-log.ts';
import type { Source } from './source.ts';

export const SOURCES: readonly Source[] = [accessLog];

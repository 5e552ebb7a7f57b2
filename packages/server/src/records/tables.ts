// All tables of the records, by the concept that owns them.
import type { AuthTables } from './tables/auth.ts';
import type { FoundationTables } from './tables/foundation.ts';

export interface Records extends AuthTables, FoundationTables {}

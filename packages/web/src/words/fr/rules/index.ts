// Ce que veulent dire les constats, en français, selon leur règle. Chargé seulement là où on lit un constat.
import { clusters } from './clusters.ts';
import { databases } from './databases.ts';
import { files } from './files.ts';
import type { Meanings } from './meaning.ts';
import { messages } from './messages.ts';
import { search } from './search.ts';
import { tools } from './tools.ts';

export const meanings: Meanings = { ...databases, ...search, ...messages, ...files, ...clusters, ...tools };
export { sentences } from './sentences.ts';

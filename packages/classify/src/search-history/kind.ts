// A person's search history, as a kind.
import type { Kind } from '../kind.ts';

export const SEARCH_HISTORY: Kind = {
  id: 'search-history',
  title: 'Search history',
  edpb: ['r', 'u'],
  meaning: 'What a person searched for tells what worries them, often before anybody else knows.',
  identifies: 'about',
};

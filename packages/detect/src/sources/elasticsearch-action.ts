// What an action of Elasticsearch or OpenSearch does, by its name: `indices:data/read/search`, `indices:data/write/bulk[s]`, …
import type { DatastoreActivity } from '../events/ocsf.ts';

export function elasticsearchActivity(action: string): DatastoreActivity {
  const [group = '', ...rest] = action.replace(/\[.*$/, '').split('/');
  const last = rest.at(-1) ?? '';
  if (group === 'indices:data') {
    if (rest[0] === 'read')
      return /search|scroll|sql|eql|esql|async|point_in_time|explain|field_caps/.test(action) ? 'query' : 'read';
    if (/delete/.test(action)) return 'delete';
    return /update/.test(action) ? 'update' : 'write';
  }
  if (/^(?:create|put|auto_create|restore|clone|resize|rollover|open)$/.test(last)) return 'create';
  if (/^delete|^close$|cleanup/.test(last)) return 'delete';
  if (/^(?:get|list|resolve|exists|stats|status|state|health|info|nodes)/.test(last)) return 'list';
  if (group === 'indices:monitor' || group === 'cluster:monitor') return 'list';
  return /^(?:update|change|set|add|invalidate|grant|enable|disable|settings|reroute)/.test(last) ? 'update' : 'other';
}

/** One search of somebody's is many among the nodes, and those tell nothing more. */
export function isPartOfSearch(action: string): boolean {
  return /^indices:data\/read\/[a-z/_]+\[/.test(action);
}

// What stands in a store, in words that a manager understands: for all reports of a scan.
import type { StoreExposure } from '../exposures.ts';
import { count, plural } from './words.ts';

interface Numbers {
  readonly lower: number;
  readonly estimate: number;
  readonly upper: number;
}

/** `20,003`, or `about 20,000 (19,990 to 20,010)`. */
export function number({ lower, estimate, upper }: Numbers): string {
  if (lower === upper) return count(estimate);
  return `about ${count(estimate)} (${count(lower)} to ${count(upper)})`;
}

/** Whom it concerns, in one sentence. */
export function concernedInWords({ people, conversations, searches, kinds }: StoreExposure): string {
  if (kinds.length === 0) return 'No personal data and no secrets were found in it.';
  const parts: string[] = [];
  if (people.upper > 0) parts.push(`${number(people)} people`);
  if (people.pseudonymous.upper > 0) parts.push(`${number(people.pseudonymous)} known only by a device or session`);
  if (conversations) parts.push(`${number(conversations.conversations)} private conversations`);
  if (searches) parts.push(`${number(searches.rows)} searches`);
  if (parts.length === 0) return 'It concerns nobody who could be counted.';
  const last = parts.pop() ?? '';
  return `It concerns ${parts.length > 0 ? `${parts.join(', ')} and ` : ''}${last}.`;
}

/** Kinds, the gravest first: what opens doors, what is told in confidence, then what there is most of. */
export function gravestKinds({ kinds }: StoreExposure, most: number) {
  const families = [
    /^special\//,
    /^credential\//,
    /^conversation$|^search-history$/,
    /^(?:national-id|health-id|payment)\//,
  ];
  const rank = (kind: string) => {
    const place = families.findIndex((family) => family.test(kind));
    return place === -1 ? families.length : place;
  };
  return kinds
    .filter(({ kind }) => !kind.startsWith('secret/'))
    .sort((a, b) => rank(a.kind) - rank(b.kind) || b.rows.estimate - a.rows.estimate)
    .slice(0, most)
    .map(({ kind, title, certain, possible, people, meaning, edpb }) => {
      const sure = certain > 0 ? plural(certain, 'row') : '';
      const maybe = possible > 0 ? `${plural(possible, 'row')} possible` : '';
      const whose = people && people.upper > 0 ? `, of ${number(people)} people` : '';
      return { kind, title, meaning, edpb, rows: `${[sure, maybe].filter(Boolean).join(' and ')}${whose}` };
    });
}

/** Secrets in the order of their rotation, each with its first step. */
export function secretsInOrder({ secrets }: StoreExposure) {
  return secrets.map(({ title, issuer, distinct, opens, rotate, link, rule }) => ({
    rule,
    what: `${number(distinct)} × ${title}${issuer === undefined || title.includes(issuer) ? '' : ` (${issuer})`}`,
    opens: opens === 'unknown' ? '' : opens,
    first: rotate[0] ?? 'revoke it where it was issued',
    rotate,
    link,
  }));
}

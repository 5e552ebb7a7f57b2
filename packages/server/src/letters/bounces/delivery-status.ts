// The machine's part of a delivery status notification: message/delivery-status, RFC 3464, section 2. Groups of fields, the first about the
// message, each other about one recipient.

const ACTIONS = ['failed', 'delayed', 'delivered', 'relayed', 'expanded'] as const;
type Action = (typeof ACTIONS)[number];

export interface RecipientStatus {
  readonly action: Action;
  /** RFC 3463, as in 5.1.1; undefined where the report has none. */
  readonly status: string | undefined;
}

/** A letter has one recipient; more come from servers that expand lists, and a flood of them from nobody. */
const MOST_RECIPIENTS = 50;

export function recipientStatuses(text: string): readonly RecipientStatus[] {
  return text
    .replace(/\r\n?/g, '\n')
    .split(/\n[ \t]*\n/)
    .slice(0, MOST_RECIPIENTS + 1)
    .map(fieldsOf)
    .flatMap((fields) => {
      const action = fields
        .get('action')
        ?.toLowerCase()
        .split(/[\s;(]/)[0];
      if (!isAction(action)) return [];
      return [
        { action, status: statusIn(fields.get('status') ?? '') ?? statusIn(fields.get('diagnostic-code') ?? '') },
      ];
    });
}

function fieldsOf(group: string): ReadonlyMap<string, string> {
  const lines = group.replace(/\n[ \t]+/g, ' ').split('\n');
  return new Map(
    lines.flatMap((line): [string, string][] => {
      const colon = line.indexOf(':');
      return colon < 1 ? [] : [[line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()]];
    }),
  );
}

function isAction(word: string | undefined): word is Action {
  return (ACTIONS as readonly (string | undefined)[]).includes(word);
}

/** The first code of RFC 3463 in a text. */
export function statusIn(text: string): string | undefined {
  return /(?<![\d.])([245]\.\d{1,3}\.\d{1,3})(?![\d.])/.exec(text)?.[1];
}

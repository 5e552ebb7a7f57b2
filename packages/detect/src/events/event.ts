// An event as rules see it: fields by name, the log sources that it may belong to, and what the event says of its own time and identity.

export type Fields = Readonly<Record<string, unknown>>;

/**
 * The log sources of an event. A part that is not known is undefined, and then rules are not left out for it: a rule is left out only
 * where it names something else than the event does.
 */
export interface EventSource {
  readonly product?: string;
  readonly services?: readonly string[];
  readonly categories?: readonly string[];
  /** The same for events of the same source. */
  readonly key: string;
}

export interface SigmaEvent {
  readonly fields: Fields;
  readonly source: EventSource;
}

export function sourceOf(parts: Omit<EventSource, 'key'>): EventSource {
  const list = (names: readonly string[] | undefined) => (names === undefined ? '*' : names.join(','));
  return { ...parts, key: `${parts.product ?? '*'}\n${list(parts.services)}\n${list(parts.categories)}` };
}

/** Whether rules of this log source are meant for the event, as far as it tells. */
export function isMeantFor(
  rule: { readonly product?: string; readonly category?: string; readonly service?: string },
  { product, services, categories }: EventSource,
): boolean {
  if (rule.product !== undefined && product !== undefined && rule.product !== product) return false;
  if (rule.service !== undefined && services !== undefined && !services.includes(rule.service)) return false;
  return rule.category === undefined || categories === undefined || categories.includes(rule.category);
}

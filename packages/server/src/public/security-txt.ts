// security.txt: whom somebody tells who found a hole (RFC 9116). It expires, as it has to, before what it says is forgotten.

export interface SecurityContact {
  /** mailto: or https:. */
  readonly contact: string;
  readonly languages: readonly string[];
  /** Where it can be read, by https; left out where that is not known. */
  readonly canonical: string | undefined;
}

const VALID_DAYS = 90;
const DAY_MS = 24 * 60 * 60 * 1000;

export function securityTxt({ contact, languages, canonical }: SecurityContact, now: Date): string {
  // The same the whole day, so that it can be cached.
  const day = Math.floor(now.getTime() / DAY_MS) * DAY_MS;
  const lines = [
    `Contact: ${contact}`,
    `Expires: ${new Date(day + VALID_DAYS * DAY_MS).toISOString()}`,
    `Preferred-Languages: ${languages.join(', ')}`,
    ...(canonical === undefined ? [] : [`Canonical: ${canonical}`]),
  ];
  return `${lines.join('\n')}\n`;
}

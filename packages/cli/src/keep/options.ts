// The words of `vigie backup`, `restore` and `keys`.
import { resolve } from 'node:path';
import { UsageFault } from '../exit-codes.ts';

export interface KeepWords {
  readonly dataDir: string;
  readonly databaseUrl?: string;
  readonly eventsUrl?: string;
  readonly keyFile?: string;
}

/** Where the stores are, checked. */
export function placesOf({ dataDir, databaseUrl, eventsUrl, keyFile }: KeepWords) {
  return {
    path: resolve(dataDir),
    databaseUrl: urlOf('--database-url', databaseUrl, ['postgres:', 'postgresql:']),
    eventsUrl: urlOf('--events-url', eventsUrl, ['http:', 'https:']),
    keyFile: keyFile === undefined ? undefined : resolve(keyFile),
  };
}

/** The URL itself is not repeated in a complaint, since it may hold a password. */
function urlOf(option: string, word: string | undefined, schemes: readonly string[]): string | undefined {
  if (word === undefined) return undefined;
  if (schemes.includes(URL.parse(word)?.protocol ?? '')) return word;
  throw new UsageFault(option, `give a URL that begins with ${schemes.map((scheme) => `${scheme}//`).join(' or ')}`);
}

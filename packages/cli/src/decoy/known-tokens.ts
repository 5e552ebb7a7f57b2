// Our honeytokens as `vigie watch` and `vigie detect` know them: by the key that they were made with, where there is one.
import { createTokenRecogniser, type TokenRecogniser } from '@vigie/detect';
import { UsageFault } from '../exit-codes.ts';
import { configFolder, readTokenKey, usualTokenKey } from './key.ts';

/** Undefined where no token was ever made. @throws UsageFault where the file that was named is not there, open to others, or no key */
export async function tokensOf(said: string | undefined): Promise<TokenRecogniser | undefined> {
  const key = await readTokenKey(said ?? usualTokenKey(configFolder()));
  if (key !== undefined) return createTokenRecogniser(key);
  if (said !== undefined)
    throw new UsageFault('--token-key-file', `there is no file ${said}; vigie decoy token makes one`);
  return undefined;
}

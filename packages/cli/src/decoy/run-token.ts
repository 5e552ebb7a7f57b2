// Runs `vigie decoy token`: prints one token, and on standard error what to do with it.
import { createTokenMint } from '@vigie/detect';
import { complain } from '../classify/output.ts';
import { printable } from '../detect/shown-detection.ts';
import { EXIT, type ExitCode, UsageFault } from '../exit-codes.ts';
import type { World } from '../world.ts';
import { configFolder, tokenKey } from './key.ts';
import type { TokenWords } from './options.ts';

const MAX_LABEL = 200;
const NAME_BYTES = 16;
/** Names that need no quotes in any dialect. */
const PLACE = /^[a-z_]\w{0,62}(?:\.[a-z_]\w{0,62}){1,2}$/i;

/** @returns the exit status, see exit-codes.ts */
export async function runToken(world: World, { kind, label, into, keyFile }: TokenWords): Promise<ExitCode> {
  if (label !== undefined && (label === '' || label.length > MAX_LABEL)) {
    throw new UsageFault('--label', `write a name of at most ${MAX_LABEL} signs`);
  }
  if (into !== undefined && !PLACE.test(into)) {
    throw new UsageFault('--into', 'write a table and a column of it, as in customers.uid or public.customers.uid');
  }
  const { key, path, isNew } = await tokenKey(world, keyFile, configFolder());
  const mint = createTokenMint(key);
  // A label has a space of its own, so that nobody's label is the name of a honey row.
  const name = label === undefined ? Buffer.from(world.random(NAME_BYTES)).toString('hex') : `label ${label}`;
  const token = mint.token(kind, name);
  const text =
    into !== undefined
      ? statementOf(into, token)
      : kind === 'aws-key'
        ? `${token}\n${mint.token('aws-secret', name)}\n`
        : `${token}\n`;
  try {
    await world.out.write(text);
  } catch {
    await complain(world, ['the token could not be written']);
    return EXIT.incomplete;
  }
  await complain(world, [
    ...(isNew ? [`a key was made in ${printable(path)}; tokens cannot be known again without it`] : []),
    'plant it where nobody has a reason to use it; vigie watch and vigie detect know it by the key',
    ...(into === undefined
      ? []
      : [
          'fill what other columns must have; where statements are logged, this one is told of, too, since the token stands in it',
        ]),
  ]);
  return EXIT.clean;
}

/** No token has a quote or a backslash in it, so the text is the same in all dialects. */
function statementOf(place: string, token: string): string {
  const dot = place.lastIndexOf('.');
  return `INSERT INTO ${place.slice(0, dot)} (${place.slice(dot + 1)}) VALUES ('${token}');\n`;
}

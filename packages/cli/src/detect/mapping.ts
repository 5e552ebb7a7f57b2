// The file that says which fields of one's own JSON are what.
import { mappedSource, type Source } from '@vigie/detect';
import { UsageFault } from '../exit-codes.ts';
import { readText } from '../files.ts';
import { printable } from './shown-detection.ts';

/** @throws UsageFault with every mistake and its line */
export async function mappingOf(path: string | undefined): Promise<Source | undefined> {
  if (path === undefined) return undefined;
  const mapped = mappedSource(await readText('--mapping', path));
  if ('source' in mapped) return mapped.source;
  const faults = mapped.faults.map(({ line, message }) => printable(`${path}:${line}: ${message}`));
  throw new UsageFault('--mapping', faults.join('\n'));
}

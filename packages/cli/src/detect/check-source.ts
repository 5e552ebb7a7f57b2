// `--source`: a format of logs by its name.
import { LOG_FORMATS } from '@vigie/detect';
import { UsageFault } from '../exit-codes.ts';
import { printable } from './shown-detection.ts';

/** @throws UsageFault where no format has the name */
export function checkSource(source: string | undefined): void {
  if (source === undefined || LOG_FORMATS.some(({ name }) => name === source)) return;
  const names = LOG_FORMATS.map(({ name }) => name).join(', ');
  throw new UsageFault('--source', `there is no format ${printable(source)}; the known ones are ${names}`);
}

// `--time-zone`: where people work, for what is usual at which hour.
import { InvalidArgumentError, Option } from 'commander';

/** The zone of this machine, where none is named. */
export function timeZoneOption(): Option {
  return new Option('--time-zone <zone>', 'where people work, as Europe/Paris: their hours and days count')
    .argParser(timeZone)
    .default(new Intl.DateTimeFormat().resolvedOptions().timeZone, "this machine's");
}

function timeZone(text: string): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions().timeZone;
  } catch {
    throw new InvalidArgumentError('it is no time zone of the IANA, such as Europe/Paris or UTC.');
  }
}

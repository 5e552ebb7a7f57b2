// The option --aware of the commands on a breach.
import { InvalidArgumentError, Option } from 'commander';

/** From when on the clocks run. */
export function awareOption(): Option {
  return new Option(
    '--aware <instant>',
    'when you were reasonably certain that personal data was compromised: the clocks run from there',
  ).argParser(instantOfWord);
}

/** The form is checked here, so that a mistake is told before anything is read; that the day exists, when it is used. */
export function instantOfWord(text: string): string {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(text)) {
    throw new InvalidArgumentError('Write it as 2026-03-27T10:15:00+01:00 or 2026-03-27T10:15:00+01:00[Europe/Paris].');
  }
  return text;
}

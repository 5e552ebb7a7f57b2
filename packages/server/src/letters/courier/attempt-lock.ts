// Which attempt is under way: a lock beside its journal, which the courier holds as long as it lives and which the system takes from it
// when it dies, however it dies.
export { takeLock } from '@vigie/evidence';

export function lockOf(journal: string): string {
  return `${journal}.lock`;
}

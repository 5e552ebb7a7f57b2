// The breach laws of the states as a table in Markdown, for docs/regimes.md.
import type { AuthorityPeriod, StateVersion } from '../src/regimes/us-state-law.ts';
import { STATE_LAWS } from '../src/regimes/us-states-data.ts';

/** One row a version; what was read in the statute stands in italics. */
export function statesTable(): string {
  const rows = Object.values(STATE_LAWS).flatMap(({ name, url, versions }) =>
    versions.map(
      (version) =>
        `| [${name}](${url}) | ${version.from}${version.until === undefined ? '' : ` to ${version.until}`} | ${personsCell(version)} | ${authoritiesCell(version)} | ${agenciesCell(version)} | ${version.note ?? ''} |`,
    ),
  );
  return [
    '| state | since | persons | authorities | consumer reporting agencies | note |',
    '| --- | --- | --- | --- | --- | --- |',
    ...rows,
  ].join('\n');
}

function personsCell({ persons, agencyPersons }: StateVersion): string {
  const period = persons.days === undefined ? 'no number' : `${persons.days} days`;
  const ofAgencies = agencyPersons?.days === undefined ? '' : `; agencies ${agencyPersons.days} days`;
  return `${read(persons.article, persons.checked)}: ${period}${ofAgencies}`;
}

function authoritiesCell({ authorities }: StateVersion): string {
  return authorities
    .map(
      ({ name, article, atLeast, period, checked }) =>
        `${atLeast}: ${name}, ${read(article, checked)}: ${words(period)}`,
    )
    .join('; ');
}

function agenciesCell({ agencies }: StateVersion): string {
  if (agencies === undefined) return '';
  const { atLeast, article, hours, days, checked } = agencies;
  const period = hours !== undefined ? `${hours} hours` : days !== undefined ? `${days} days` : 'no number';
  return `${atLeast}: ${read(article, checked)}: ${period}`;
}

function read(article: string, checked: 'verified' | undefined): string {
  return checked === 'verified' ? `*${article}*` : article;
}

function words(period: AuthorityPeriod): string {
  switch (period.kind) {
    case 'with persons':
      return 'not later than the persons';
    case 'no number':
      return 'no number';
    default:
      return `${period.count} ${period.kind}`;
  }
}

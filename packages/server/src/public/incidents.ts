// What is published of incidents, from the records.
import type { RecordsDatabase } from '../records/database.ts';
import type { PublicIncident } from './pages/incident.ts';
import type { PublicLanguage } from './words.ts';

/** Updates of one page that are shown; a page with more is a book. */
const MOST_UPDATES = 200;

export async function publishedIncident(
  db: RecordsDatabase,
  slug: string,
  language: PublicLanguage,
): Promise<(PublicIncident & { readonly caseId: string }) | undefined> {
  const page = await db
    .selectFrom('incident_page')
    .selectAll()
    .where('slug', '=', slug)
    .where('published', '=', true)
    .executeTakeFirst();
  if (page === undefined) return undefined;
  const updates = await db
    .selectFrom('incident_update')
    .select(['at', 'body', 'corrected_at', 'removed'])
    .where('case_id', '=', page.case_id)
    .where('language', '=', language)
    .orderBy('at', 'desc')
    .limit(MOST_UPDATES)
    .execute();
  return {
    caseId: page.case_id,
    slug,
    title: titleIn(page.titles, language),
    organisation: page.organisation,
    contact: page.contact,
    updates: updates.map(({ at, body, corrected_at, removed }) => ({ at, body, correctedAt: corrected_at, removed })),
  };
}

export async function publishedIncidents(db: RecordsDatabase, language: PublicLanguage) {
  const pages = await db
    .selectFrom('incident_page')
    .select(['slug', 'titles', 'organisation'])
    .where('published', '=', true)
    .orderBy('slug')
    .limit(100)
    .execute();
  return pages.map(({ slug, titles, organisation }) => ({ slug, title: titleIn(titles, language), organisation }));
}

/** In the language, or in any that there is. */
export function titleIn(titles: Readonly<Record<string, string>>, language: string): string {
  return titles[language] ?? titles.en ?? Object.values(titles)[0] ?? '';
}

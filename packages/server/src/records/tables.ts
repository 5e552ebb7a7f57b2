// All tables of the records, by the concept that owns them.
import type { AuthTables } from './tables/auth.ts';
import type { ContactTables } from './tables/contacts.ts';
import type { FoundationTables } from './tables/foundation.ts';
import type { IncidentPageTables } from './tables/incident-pages.ts';
import type { LetterTables } from './tables/letters.ts';
import type { MailTables } from './tables/mail.ts';

export interface Records
  extends AuthTables,
    FoundationTables,
    ContactTables,
    LetterTables,
    IncidentPageTables,
    MailTables {}

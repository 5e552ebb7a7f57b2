// All tables of the records, by the concept that owns them.
import type { AuthTables } from './tables/auth.ts';
import type { CaseTables } from './tables/cases.ts';
import type { ChannelTables } from './tables/channels.ts';
import type { ContactTables } from './tables/contacts.ts';
import type { DetectionTables } from './tables/detections.ts';
import type { ErasureTables } from './tables/erasures.ts';
import type { FindingTables } from './tables/findings.ts';
import type { FoundationTables } from './tables/foundation.ts';
import type { IncidentPageTables } from './tables/incident-pages.ts';
import type { InputTables } from './tables/inputs.ts';
import type { LetterTables } from './tables/letters.ts';
import type { MailTables } from './tables/mail.ts';
import type { NoticeTables } from './tables/notices.ts';
import type { RuleTables } from './tables/rules.ts';
import type { ScanTables } from './tables/scans.ts';
import type { ScopeTables } from './tables/scopes.ts';
import type { SilenceTables } from './tables/silences.ts';
import type { StoreTables } from './tables/stores.ts';
import type { TaskTables } from './tables/tasks.ts';
import type { WebhookTables } from './tables/webhooks.ts';

export interface Records
  extends AuthTables,
    FoundationTables,
    ScopeTables,
    ScanTables,
    StoreTables,
    FindingTables,
    CaseTables,
    NoticeTables,
    TaskTables,
    ContactTables,
    LetterTables,
    ErasureTables,
    IncidentPageTables,
    MailTables,
    WebhookTables,
    InputTables,
    RuleTables,
    DetectionTables,
    SilenceTables,
    ChannelTables {}

// The forms in which authorities are notified, by authority: what `vigie draft --authority` chooses from.
import type { Assessment } from '../assessment.ts';
import { settleFacts } from '../facts/contradictions.ts';
import type { BreachFacts } from '../facts/facts.ts';
import { CNIL_NOTICE, draftCnilNotice } from './cnil.ts';
import { draftEdpbNotice, EDPB_NOTICE } from './edpb.ts';
import type { StatedAnswers } from './edpb-template/stated-answers.ts';
import type { Language, Notice, NoticeDraft } from './notice.ts';

interface AuthorityForm {
  readonly notice: Notice;
  readonly draft: (
    facts: BreachFacts,
    assessment: Assessment,
    language: Language,
    stated?: StatedAnswers,
  ) => NoticeDraft;
}

/** Authority → its form. `edpb` is the template that every authority of the EEA is to take. */
export const AUTHORITY_FORMS = {
  edpb: { notice: EDPB_NOTICE, draft: draftEdpbNotice },
  cnil: { notice: CNIL_NOTICE, draft: draftCnilNotice },
} as const satisfies Readonly<Record<string, AuthorityForm>>;

export type FormAuthority = keyof typeof AUTHORITY_FORMS;

export const FORM_AUTHORITIES = Object.keys(AUTHORITY_FORMS) as readonly FormAuthority[];

/**
 * Drafts the notification in the form of an authority. It is complete when nothing is in `missing`.
 *
 * @param facts as they were said; what contradicts itself is left to be asked
 * @param assessment of these facts, made for the moment at which the notification is sent, so that it tells what is late
 * @param language the form falls back to one of its own, and says so
 * @param stated what persons stated for the notification, as `parseStatedAnswers` reads it
 * @example draftAuthorityNotice('cnil', facts, assess(facts, { now }), 'fr')
 */
export function draftAuthorityNotice(
  authority: FormAuthority,
  facts: BreachFacts,
  assessment: Assessment,
  language: Language,
  stated: StatedAnswers = {},
): NoticeDraft {
  return AUTHORITY_FORMS[authority].draft(settleFacts(facts).facts, assessment, language, stated);
}

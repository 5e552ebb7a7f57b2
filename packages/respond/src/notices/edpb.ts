// The notification to a supervisory authority after the EDPB's template v1.0, under Article 33 GDPR.
import { assess } from '../assess.ts';
import type { Assessment } from '../assessment.ts';
import type { BreachFacts } from '../facts/facts.ts';
import type { TemplateLanguage } from './edpb-template/field.ts';
import { fillTemplate } from './edpb-template/fill.ts';
import { templateNotice } from './edpb-template/notice-draft.ts';
import type { StatedAnswers } from './edpb-template/stated-answers.ts';
import type { Language, Notice, NoticeDraft } from './notice.ts';

export const EDPB_NOTICE: Notice = {
  id: 'edpb',
  title: 'Notification to the supervisory authority (EDPB template v1.0)',
  demandedBy: 'gdpr 33(1)',
  languages: ['en', 'fr'],
  draft: (facts, language) => draftEdpbNotice(facts, assess(facts), language),
};

/**
 * Drafts the notification.
 *
 * @param facts without contradictions
 * @param assessment of these facts
 * @param language English is taken where the template is not there in it, and the draft says so
 * @param stated what persons stated for the notification
 */
export function draftEdpbNotice(
  facts: BreachFacts,
  assessment: Assessment,
  language: Language,
  stated: StatedAnswers = {},
): NoticeDraft {
  const written: TemplateLanguage = language === 'fr' ? 'fr' : 'en';
  const draft = templateNotice(fillTemplate(facts, assessment, stated), facts, assessment, written);
  if (language === written) return draft;
  const note = 'The template is available in English and French only; this draft is in English.';
  const [title, ...rest] = draft.blocks;
  return { ...draft, blocks: [...(title ? [title] : []), { kind: 'paragraph', text: note }, ...rest] };
}

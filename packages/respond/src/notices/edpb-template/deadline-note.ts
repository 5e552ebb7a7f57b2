// Until when the authority has to be notified, in a sentence at the head of a notification.
import type { Assessment } from '../../assessment.ts';
import { instantOf } from '../../clocks/instant.ts';
import { knownValue } from '../../facts/fact.ts';
import type { BreachFacts } from '../../facts/facts.ts';
import type { Block } from '../notice.ts';
import type { TemplateLanguage } from './field.ts';
import { momentText } from './value-text.ts';

/** None where no authority has to be notified, or nobody knows since when the clock runs. */
export function deadlineNote(facts: BreachFacts, { duties }: Assessment, language: TemplateLanguage): readonly Block[] {
  const duty = duties.find(({ regime, article }) => regime === 'gdpr' && article === '33(1)');
  if (duty === undefined || duty.due === 'unknown' || facts.authorityNotified.state === 'known') return [];
  const at = momentText(instantOf(duty.due, knownValue(facts.timeZone)), language);
  const due = {
    en: `To be notified by ${at}, 72 hours after the controller became aware (Article 33(1) GDPR).`,
    fr: `À notifier au plus tard le ${at}, soit 72 heures après la prise de connaissance (article 33, paragraphe 1, du RGPD).`,
  }[language];
  const late = {
    en: ' This time is past: the reasons for the delay have to be given.',
    fr: ' Ce délai est dépassé : les motifs du retard sont à indiquer.',
  }[language];
  return [{ kind: 'paragraph', text: duty.late === undefined ? due : due + late }];
}

// What may be answered to a question of the template: its type, and the letters with their words.
import type { Question } from '../notice.ts';
import type { TemplateField, TemplateLanguage } from './field.ts';
import { FIELD_NUMBERS, fieldOf } from './fields.ts';
import { optionOf } from './words.ts';

export interface AnswerForm {
  readonly type: TemplateField['type'];
  /** For a choice: what each letter stands for. */
  readonly options: readonly { readonly letter: string; readonly says: string }[];
}

/**
 * @param id of the question, as in `field-56`
 * @returns undefined where it is no question of the template
 */
export function answerFormOf({ id }: Pick<Question, 'id'>, language: TemplateLanguage): AnswerForm | undefined {
  const number = FIELD_NUMBERS.find((one) => id === `field-${one}`);
  if (number === undefined) return undefined;
  const { type, letters = '' } = fieldOf(number);
  return { type, options: [...letters].map((letter) => ({ letter, says: optionOf(number, letter, language) })) };
}

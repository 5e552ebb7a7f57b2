// Statements: what a sentence tells of a person, by a term of a special category and a tie between it and a person.
import type { SpecialCategory } from './category.ts';
import { languagesOf } from './language.ts';
import { plain, wordsOf } from './plain.ts';
import type { Statement } from './sense.ts';
import { spacedStatements } from './spaced.ts';
import { unspacedStatements } from './unspaced.ts';

/**
 * What a sentence tells of a person, each category once.
 *
 * @param sentence as it is written, without its neighbours
 */
export function statementsIn(sentence: string): Statement[] {
  if (CODE.test(sentence)) return [];
  const text = plain(sentence);
  const words = wordsOf(text);
  if (isQuery(sentence, words)) return [];
  const best = new Map<SpecialCategory, Statement>();
  for (const language of languagesOf(text, words)) {
    const found =
      language === 'zh' || language === 'ja'
        ? unspacedStatements(text, language)
        : spacedStatements(sentence, words, language);
    for (const statement of found) {
      const known = best.get(statement.category);
      if (known === undefined || known.confidence < statement.confidence) best.set(statement.category, statement);
    }
  }
  return [...best.values()];
}

/** What is written in programs and commands, and next to never in a message: `columns[i].disabled`, `--no-disabled`, `{`. */
const CODE = /[{}=]|\[\w*\]|\w\(\)|\s--[a-z]|::|^\$ |[a-z]_[a-z]/;

/** Words of people who search: "am i pregnant test negative". */
const SEARCHED =
  /^(?:tests?|prueba|teste|symptom|sintom|objaw|negativ|positive$|treatment|cost$|price|precio|prezzo|preco|near$|forum|reddit|how$|what$|come$|como$|comment$|wie$|hoe$|jak$|best$|cure$|remed|rimedi|gratis|online|side$|effects$|que$|probab|quand$|quando$|cuando$|wann$|ab$|retard|ritardo|atraso|atras)/;
const LONGEST_QUERY = 9;

/** A short run of words without capitals or punctuation, one of them a word of searching. */
function isQuery(sentence: string, words: readonly string[]): boolean {
  return (
    words.length <= LONGEST_QUERY && !/[\p{Lu}.,;:!？。]/u.test(sentence) && words.some((word) => SEARCHED.test(word))
  );
}

// What the rules of findings say, in the reader's language: by the rule's code where the language has words for it, else the engine's own
// words, which are English.
import { use } from 'react';
import type { Finding, FindingSummary } from '../api/shapes/watch.ts';
import { useFormat, useWords } from './words.tsx';

type French = typeof import('./fr/rules/index.ts');

let french: Promise<French | undefined> | undefined;

/** The words are many, and only who reads a finding needs them. Where they do not come, the English ones stand; the next page tries again. */
function loadFrench(): Promise<French | undefined> {
  french ??= import('./fr/rules/index.ts').catch(() => {
    french = undefined;
    return undefined;
  });
  return french;
}

/** Words of an engine, and their language where it is not the page's. */
export interface EngineWords {
  readonly text: string;
  readonly lang: 'en' | undefined;
}

function inEnglish(text: string): EngineWords {
  return { text, lang: 'en' };
}

export function useTitleOf(): (finding: Pick<FindingSummary, 'rule' | 'title'>) => EngineWords {
  const { rules } = useWords();
  return ({ rule, title }) => {
    const own = rules.titles[rule];
    return own === undefined ? inEnglish(title) : { text: own, lang: undefined };
  };
}

/** The title of a finding, marked where it is not in the page's language. */
export function FindingTitle({ finding }: { finding: Pick<FindingSummary, 'rule' | 'title'> }) {
  const { text, lang } = useTitleOf()(finding);
  return <span lang={lang}>{text}</span>;
}

interface FindingWords {
  readonly why: EngineWords;
  readonly summary: EngineWords;
  readonly steps: readonly EngineWords[];
  readonly verify: EngineWords;
}

/** What a finding means and what to do about it; the part of the page that asks waits for the words. */
export function useFindingWords({ rule, why, remedy }: Finding): FindingWords {
  const { language } = useFormat();
  const words = language === 'fr' ? use(loadFrench()) : undefined;
  const meaning = words?.meanings[rule];
  const said = (own: string | undefined, text: string) =>
    own === undefined ? inEnglish(text) : { text: own, lang: undefined };
  const sentence = (text: string) => said(words?.sentences[text], text);
  return {
    why: said(meaning?.why, why),
    summary: said(meaning?.summary, remedy.summary),
    steps: remedy.steps.map(sentence),
    verify: sentence(remedy.verify),
  };
}

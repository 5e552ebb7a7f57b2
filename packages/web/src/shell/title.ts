// The page's title: the next clock first, so that a tab in the background shows it, then the page.
import { useEffect } from 'react';
import { useLeft } from '../ui/time/countdown.tsx';
import { useWords } from '../words/words.tsx';
import { useNextClock } from './next-clock.ts';

let page = '';
let clock = '';

function write(): void {
  document.title = [clock, page, 'Vigie'].filter((part) => part !== '').join(' · ');
}

/** Names the page. */
export function usePageTitle(title: string): void {
  useEffect(() => {
    page = title;
    write();
  }, [title]);
}

/** Keeps the next clock in the title while it runs. */
export function useClockInTitle(): void {
  const { frame } = useWords();
  const next = useNextClock()?.clock;
  const { bare, near } = useLeft(next?.dueAt ?? '2000-01-01T00:00:00Z');
  const text = next === undefined ? '' : near === 'late' ? frame.lateInTitle(bare) : frame.inTitle(bare);
  useEffect(() => {
    clock = text;
    write();
    return () => {
      clock = '';
    };
  }, [text]);
}

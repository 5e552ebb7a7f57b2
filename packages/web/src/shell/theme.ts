// Light, dark, or as the system; kept in this browser. public/theme.js sets it before the first paint.
import { useSyncExternalStore } from 'react';

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

const CHOICE = 'vigie.theme';
const listeners = new Set<() => void>();

function currentTheme(): Theme {
  const theme = document.documentElement.dataset.theme;
  return theme === 'light' || theme === 'dark' ? theme : 'system';
}

export function chooseTheme(theme: Theme): void {
  if (theme === 'system') {
    localStorage.removeItem(CHOICE);
    delete document.documentElement.dataset.theme;
  } else {
    localStorage.setItem(CHOICE, theme);
    document.documentElement.dataset.theme = theme;
  }
  for (const hear of listeners) hear();
}

export function useTheme(): Theme {
  return useSyncExternalStore((hear) => {
    listeners.add(hear);
    return () => listeners.delete(hear);
  }, currentTheme);
}

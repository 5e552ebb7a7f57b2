// The start of the browser's side.
import './ui/style/tokens.css';
import './ui/style/base.css';
import './ui/style/controls.css';
import './ui/style/surfaces.css';
import './ui/style/figures.css';
import './ui/style/tables.css';
import './ui/style/shell.css';
import './ui/style/entry.css';
import './ui/style/now.css';
import './ui/style/watching.css';
import './ui/style/workspace.css';
import { CSPProvider } from '@base-ui/react/csp-provider';
import { Tooltip } from '@base-ui/react/tooltip';
import { type MutationCache, type QueryCache, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { ProblemError } from './api/problem.ts';
import { createAnswers } from './api/queries.ts';
import { createRoomRouter } from './shell/router.tsx';
import { firstLanguage } from './words/language.ts';
import { loadWords, WordsProvider } from './words/words.tsx';

const answers = createAnswers();
const router = createRoomRouter(answers);

/** A session that ended while the page stood open leads to the door, and back to the same place. */
function leadToTheDoor(failure: unknown): void {
  if (!(failure instanceof ProblemError) || failure.problem.status !== 401) return;
  const { pathname, href } = router.latestLocation;
  if (/^\/(?:sign-in|setup)/.test(pathname) || answers.getQueryData(['getMe', {}]) === undefined) return;
  answers.clear();
  void router.navigate({ to: '/sign-in', search: { to: href, ended: true } });
}

(answers.getQueryCache() as QueryCache).config.onError = leadToTheDoor;
(answers.getMutationCache() as MutationCache).config.onError = leadToTheDoor;

async function start(room: HTMLElement): Promise<void> {
  const language = firstLanguage();
  const words = await loadWords(language);
  createRoot(room).render(
    <StrictMode>
      <CSPProvider disableStyleElements>
        <QueryClientProvider client={answers}>
          <WordsProvider first={{ language, words }}>
            <Tooltip.Provider delay={300}>
              <RouterProvider router={router} />
            </Tooltip.Provider>
          </WordsProvider>
        </QueryClientProvider>
      </CSPProvider>
    </StrictMode>,
  );
}

const room = document.getElementById('room');
if (room === null) throw new Error('index.html has no element #room');
await start(room);

import './start/bootstrap.ts';
import './ui/theme/tokens.css';
import './ui/theme/base.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import type { Bootstrap } from '../contract/responses.ts';
import { App } from './App.tsx';
import { lockScreen } from './lock/lockScreen.ts';
import { setupScreen } from './setup/setupScreen.ts';
import { appearance, bootstrap, receiveChanges } from './start/bootstrap.ts';
import { startTexts } from './start/i18n.ts';
import { applyChange, fillCache, queryClient } from './state/cache.ts';
import { ErrorBoundary } from './ui/ErrorBoundary.tsx';
import { MessageScreen } from './ui/MessageScreen.tsx';
import { Preloaded } from './ui/Preloaded.tsx';
import { Skeleton } from './ui/Skeleton.tsx';

/** A faster answer would make the placeholder a flicker. */
const SKELETON_AFTER_MS = 300;

const root = createRoot(document.getElementById('root') as HTMLElement);
const texts = startTexts(appearance);
const slow = setTimeout(() => root.render(<Skeleton />), SKELETON_AFTER_MS);

/** Nothing is rendered before the answer is there, so that the first commit already holds the rows. */
async function start(answer: Bootstrap): Promise<void> {
  await texts;
  fillCache(answer);
  receiveChanges(applyChange);
  if (answer.status.application === null) await setupScreen.preload();
  clearTimeout(slow);
  root.render(
    <StrictMode>
      <ErrorBoundary>
        <QueryClientProvider client={queryClient}>
          <App first={answer.screen} />
        </QueryClientProvider>
      </ErrorBoundary>
    </StrictMode>,
  );
}

/** Nothing was answered: because Motorpool is locked, or because something is wrong. */
async function explain(): Promise<void> {
  const { isLocked } = await window.motorpool['lock.state']();
  if (!isLocked) throw new Error('No answer');
  await Promise.all([texts, lockScreen.preload()]);
  clearTimeout(slow);
  root.render(
    <StrictMode>
      <ErrorBoundary>
        <Preloaded of={lockScreen} with={{}} />
      </ErrorBoundary>
    </StrictMode>,
  );
}

// What is shown goes at once, and with the page that is loaded next also what it has in memory.
window.motorpool.subscribe('lock.changed', ({ isLocked }) => {
  if (isLocked) root.render(null);
});

bootstrap
  .then(start)
  .catch(explain)
  .catch(() => {
    clearTimeout(slow);
    root.render(<MessageScreen what="noAnswer" />);
  });

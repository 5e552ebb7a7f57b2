// The frame around every page: navigation at the side, instruments at the top, the page in the middle.
import { Dialog as Drawer } from '@base-ui/react/dialog';
import { Link, Outlet, useRouterState } from '@tanstack/react-router';
import { Menu as MenuIcon, Search } from 'lucide-react';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { useLive } from '../api/live.ts';
import { Boundary } from '../ui/boundary.tsx';
import { Button } from '../ui/button.tsx';
import { Waiting } from '../ui/panel.tsx';
import { Toasts } from '../ui/toast.tsx';
import { hasChosenLanguage } from '../words/language.ts';
import { useFormat, useSpeak, useWords } from '../words/words.tsx';
import { AccountMenu } from './account-menu.tsx';
import { Gate } from './lost.tsx';
import { Mark } from './mark.tsx';
import { useMe } from './may.ts';
import { Navigation } from './navigation.tsx';
import { useClockInTitle } from './title.ts';
import { ConnectionLight, NextClockInstrument, WatchClock } from './watch-clock.tsx';

const Palette = lazy(() => import('./palette.tsx').then(({ Palette: component }) => ({ default: component })));

export function Shell() {
  const { frame } = useWords();
  const [paletteOpen, setPaletteOpen] = useState(false);
  useLive();
  useAccountsLanguage();
  useClockInTitle();
  useEffect(() => {
    const open = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.metaKey || event.ctrlKey)) return;
      event.preventDefault();
      setPaletteOpen(true);
    };
    window.addEventListener('keydown', open);
    return () => window.removeEventListener('keydown', open);
  }, []);
  return (
    <div className="shell">
      <a className="skip" href="#content">
        {frame.skip}
      </a>
      <aside className="side">
        <Brand />
        <Navigation />
      </aside>
      <header className="top">
        <SmallNavigation />
        <NextClockInstrument />
        <Button
          className="palette-button"
          icon={<Search size={14} aria-hidden />}
          onClick={() => setPaletteOpen(true)}
          aria-keyshortcuts="Control+K Meta+K"
        >
          <span className="palette-words">{frame.palette.open}</span>
          <kbd>⌘K</kbd>
        </Button>
        <ConnectionLight />
        <WatchClock />
        <AccountMenu />
      </header>
      <Content />
      <Toasts closeLabel={frame.acts.close} regionLabel={frame.notices} />
      {paletteOpen && (
        <Suspense>
          <Palette onClose={() => setPaletteOpen(false)} />
        </Suspense>
      )}
    </div>
  );
}

/** A browser in which nobody has chosen a language speaks that of the account. */
function useAccountsLanguage(): void {
  const { account } = useMe();
  const { language } = useFormat();
  const speak = useSpeak();
  useEffect(() => {
    if (!hasChosenLanguage() && account.language !== language) speak(account.language);
  }, [account.language, language, speak]);
}

function Brand() {
  const { frame } = useWords();
  return (
    <Link to="/" className="brand">
      <Mark />
      <span>
        <strong>Vigie</strong> <small>{frame.watchRoom}</small>
      </span>
    </Link>
  );
}

/** The page. When another page opens, focus goes to it, so that a screen reader says where one is. */
function Content() {
  const main = useRef<HTMLElement>(null);
  const path = useRouterState({ select: (state) => state.resolvedLocation?.pathname });
  const before = useRef(path);
  useEffect(() => {
    if (before.current !== undefined && before.current !== path) main.current?.focus({ preventScroll: true });
    before.current = path;
  }, [path]);
  return (
    <main id="content" ref={main} tabIndex={-1} className="content">
      <Boundary key={path}>
        <Suspense fallback={<Waiting />}>
          <Gate>
            <Outlet />
          </Gate>
        </Suspense>
      </Boundary>
    </main>
  );
}

/** On a narrow screen the navigation is a drawer. */
function SmallNavigation() {
  const { frame } = useWords();
  const [open, setOpen] = useState(false);
  return (
    <Drawer.Root open={open} onOpenChange={setOpen}>
      <Drawer.Trigger
        className="button button-quiet button-square menu-button"
        aria-label={frame.menu}
        render={<button type="button" />}
      >
        <MenuIcon size={18} aria-hidden />
      </Drawer.Trigger>
      <Drawer.Portal>
        <Drawer.Backdrop className="backdrop" />
        <Drawer.Popup className="drawer" aria-label={frame.menu}>
          <Brand />
          <Navigation onGo={() => setOpen(false)} />
        </Drawer.Popup>
      </Drawer.Portal>
    </Drawer.Root>
  );
}

// The command palette: one box from which every page, store, finding, case and a few acts are reached from the keyboard.
import { useNavigate } from '@tanstack/react-router';
import { type KeyboardEvent, useDeferredValue, useEffect, useId, useRef, useState } from 'react';
import { useMaybeAnswer } from '../api/queries.ts';
import { Dialog } from '../ui/dialog.tsx';
import { productName } from '../ui/domain/product.ts';
import { LANGUAGES } from '../words/language.ts';
import { useFormat, useSpeak, useWords } from '../words/words.tsx';
import { useHas } from './may.ts';
import { usePlaces } from './navigation.tsx';
import { useSignOut } from './sign-out.ts';
import { chooseTheme, THEMES, useTheme } from './theme.ts';

interface Command {
  readonly id: string;
  readonly group: 'pages' | 'acts' | 'stores' | 'findings' | 'cases';
  readonly label: string;
  readonly detail?: string;
  readonly run: () => void;
}

export function Palette({ onClose }: { onClose: () => void }) {
  const { frame } = useWords();
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState(0);
  const listId = useId();
  const list = useRef<HTMLDivElement>(null);
  const commands = useCommands(text);
  const current = Math.min(chosen, commands.length - 1);
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  });
  const run = (command: Command | undefined) => {
    if (command === undefined) return;
    onClose();
    command.run();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === 'Enter') run(commands[current]);
    if (step === undefined || commands.length === 0) return;
    event.preventDefault();
    setChosen((current + step + commands.length) % commands.length);
  };
  return (
    <Dialog open onClose={onClose} title={frame.palette.title} about={frame.palette.hint}>
      <div className="palette">
        <input
          className="input palette-input"
          role="combobox"
          aria-expanded="true"
          aria-controls={listId}
          aria-activedescendant={commands.length > 0 ? `${listId}-${current}` : undefined}
          aria-label={frame.palette.title}
          placeholder={frame.palette.placeholder}
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value);
            setChosen(0);
          }}
          onKeyDown={onKeyDown}
        />
        <div
          className="palette-list"
          id={listId}
          role="listbox"
          aria-label={frame.palette.title}
          tabIndex={-1}
          ref={list}
        >
          {commands.map((command, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the box above has the focus and hears the keys, as a combobox does
            <div
              key={command.id}
              id={`${listId}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === current}
              className="palette-option"
              onClick={() => run(command)}
            >
              <span className="palette-group">{frame.palette.groups[command.group]}</span>
              <span>{command.label}</span>
              {command.detail && <span className="faint">{command.detail}</span>}
            </div>
          ))}
        </div>
        <p className="small soft" role="status">
          {commands.length === 0 ? frame.palette.none : frame.palette.results(commands.length)}
        </p>
      </div>
    </Dialog>
  );
}

function useCommands(text: string): readonly Command[] {
  const wanted = text.trim().toLowerCase().split(/\s+/);
  const fixed = [...usePageCommands(), ...useActCommands()].filter(({ label }) =>
    wanted.every((word) => label.toLowerCase().includes(word)),
  );
  return [...fixed, ...useFoundCommands(useDeferredValue(text.trim()))];
}

function usePageCommands(): Command[] {
  const { frame } = useWords();
  const navigate = useNavigate();
  const places = [...usePlaces(), { to: '/account', name: 'account' as const }];
  return places.map(({ to, name }) => ({
    id: to,
    group: 'pages',
    label: frame.pages[name],
    run: () => void navigate({ to }),
  }));
}

function useActCommands(): Command[] {
  const { frame } = useWords();
  const navigate = useNavigate();
  const theme = useTheme();
  const { language } = useFormat();
  const speak = useSpeak();
  const signOut = useSignOut();
  const mayWatch = useHas('manage-scopes');
  const act = (id: string, label: string, run: () => void): Command => ({ id, group: 'acts', label, run });
  return [
    ...(mayWatch ? [act('new-scope', frame.palette.newScope, () => void navigate({ to: '/scopes/new' }))] : []),
    ...THEMES.filter((other) => other !== theme).map((other) =>
      act(`theme-${other}`, frame.palette.changeTheme(frame.theme[other]), () => chooseTheme(other)),
    ),
    ...LANGUAGES.filter((other) => other !== language).map((other) =>
      act(`language-${other}`, frame.palette.changeLanguage(frame.language[other]), () => speak(other)),
    ),
    act('sign-out', frame.signOut, signOut),
  ];
}

/** What the server finds for the words; from two letters on. */
function useFoundCommands(q: string): Command[] {
  const navigate = useNavigate();
  const { domain } = useWords();
  const search = q.length >= 2;
  const watch = useHas('read-watch') && search;
  const stores = useMaybeAnswer('listStores', { query: { q, limit: '5' } }, watch).answer?.items ?? [];
  const findings = useMaybeAnswer('listFindings', { query: { q, limit: '5' } }, watch).answer?.items ?? [];
  const cases = useMaybeAnswer('listCases', { query: {} }, useHas('read-cases') && search).answer?.items ?? [];
  const go = (to: '/stores/$id' | '/findings/$id' | '/cases/$id', id: string) => () =>
    void navigate({ to, params: { id } });
  return [
    ...stores.map(
      (store): Command => ({
        id: store.id,
        group: 'stores',
        label: `${store.address}:${store.port}`,
        detail: `${productName(store.product)} · ${domain.verdicts[store.verdict]}`,
        run: go('/stores/$id', store.id),
      }),
    ),
    ...findings.map(
      (finding): Command => ({
        id: finding.id,
        group: 'findings',
        label: finding.title,
        detail: `${finding.store.address}:${finding.store.port}`,
        run: go('/findings/$id', finding.id),
      }),
    ),
    ...cases
      .filter(({ name, codename }) => `${name} ${codename}`.toLowerCase().includes(q.toLowerCase()))
      .map(
        (found): Command => ({
          id: found.id,
          group: 'cases',
          label: found.name,
          detail: found.codename,
          run: go('/cases/$id', found.id),
        }),
      ),
  ];
}

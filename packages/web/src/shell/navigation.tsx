// The pages of the room, and which permission each takes: what a role never may is left out.
import { Link } from '@tanstack/react-router';
import {
  Anchor,
  BellRing,
  BookOpenText,
  Cable,
  Cog,
  Crosshair,
  Database,
  FileClock,
  FolderOpen,
  House,
  ListChecks,
  type LucideIcon,
  Radar,
  ScrollText,
  Telescope,
  Users,
} from 'lucide-react';
import type { Permission } from '../api/access.ts';
import { useMaybeAnswer } from '../api/queries.ts';
import { useFormat, useWords, type Words } from '../words/words.tsx';
import { useHas, useMe } from './may.ts';

export interface Place {
  readonly to: string;
  readonly name: keyof Words['frame']['pages'];
  readonly takes: Permission;
  readonly icon: LucideIcon;
}

/** For those who do not keep watch, in the place of what stands open now. */
const HOME: Place = { to: '/', name: 'home', takes: 'be-signed-in', icon: House };

const WATCH: readonly Place[] = [
  { to: '/', name: 'now', takes: 'read-watch', icon: Telescope },
  { to: '/stores', name: 'stores', takes: 'read-watch', icon: Database },
  { to: '/findings', name: 'findings', takes: 'read-watch', icon: Crosshair },
  { to: '/detections', name: 'detections', takes: 'read-watch', icon: Radar },
  { to: '/scopes', name: 'scopes', takes: 'read-watch', icon: Anchor },
  { to: '/inputs', name: 'inputs', takes: 'read-watch', icon: Cable },
  { to: '/rules', name: 'rules', takes: 'read-watch', icon: ScrollText },
  { to: '/channels', name: 'channels', takes: 'read-watch', icon: BellRing },
];
const BREACH: readonly Place[] = [
  { to: '/cases', name: 'cases', takes: 'read-cases', icon: FolderOpen },
  { to: '/register', name: 'register', takes: 'read-register', icon: BookOpenText },
];
const ROOM: readonly Place[] = [
  { to: '/people', name: 'people', takes: 'read-people', icon: Users },
  { to: '/jobs', name: 'jobs', takes: 'read-jobs', icon: ListChecks },
  { to: '/evidence', name: 'evidence', takes: 'read-evidence', icon: FileClock },
  { to: '/settings', name: 'settings', takes: 'manage-settings', icon: Cog },
];

const GROUPS = { watch: WATCH, breach: BREACH, room: [HOME, ...ROOM] } as const;

/** The places that this person may go to. */
export function usePlaces(): readonly Place[] {
  const { permissions } = useMe();
  const home = permissions.includes('read-watch') ? [] : [HOME];
  return [...home, ...WATCH, ...BREACH, ...ROOM].filter(({ takes }) => permissions.includes(takes));
}

export function Navigation({ onGo }: { onGo?: () => void }) {
  const words = useWords();
  const allowed = new Set(usePlaces());
  return (
    <nav className="nav" aria-label={words.frame.navigation}>
      {Object.entries(GROUPS).map(([group, places]) => {
        const shown = places.filter((place) => allowed.has(place));
        if (shown.length === 0) return null;
        return (
          <div key={group} className="nav-group">
            <p className="nav-label">{words.frame.groups[group as keyof typeof GROUPS]}</p>
            <ul>
              {shown.map((place) => (
                <li key={place.to}>
                  <NavLink place={place} onGo={onGo} />
                </li>
              ))}
            </ul>
          </div>
        );
      })}
    </nav>
  );
}

function NavLink({ place, onGo }: { place: Place; onGo: (() => void) | undefined }) {
  const words = useWords();
  const Icon = place.icon;
  return (
    <Link to={place.to} className="nav-link" activeOptions={{ exact: place.to === '/' }} onClick={onGo}>
      <Icon size={16} strokeWidth={1.75} aria-hidden />
      <span>{words.frame.pages[place.name]}</span>
      {place.name === 'stores' && <OpenCount />}
    </Link>
  );
}

/** How many stores stand open, beside the page where one sees them. */
function OpenCount() {
  const words = useWords();
  const format = useFormat();
  const { answer } = useMaybeAnswer('getOverview', {}, useHas('read-watch'));
  const count = answer?.openNow.stores ?? 0;
  if (count === 0) return null;
  return (
    <span className="nav-count">
      {format.number(count)} <span className="unseen">{words.domain.verdicts.open}</span>
    </span>
  );
}

// One's own menu: account, language, appearance, leaving.
import { useNavigate } from '@tanstack/react-router';
import { CircleUser, Languages, LogOut, MoonStar, Sun, SunMoon, UserRoundCog } from 'lucide-react';
import { Button } from '../ui/button.tsx';
import { Menu, MenuItem, MenuLine } from '../ui/menu.tsx';
import { LANGUAGES } from '../words/language.ts';
import { useFormat, useSpeak, useWords } from '../words/words.tsx';
import { useMe } from './may.ts';
import { useSignOut } from './sign-out.ts';
import { chooseTheme, THEMES, useTheme } from './theme.ts';

const THEME_ICONS = { system: SunMoon, light: Sun, dark: MoonStar } as const;

export function AccountMenu() {
  const { frame } = useWords();
  const { account } = useMe();
  const { language } = useFormat();
  const speak = useSpeak();
  const theme = useTheme();
  const signOut = useSignOut();
  const navigate = useNavigate();
  return (
    <Menu
      trigger={
        <Button look="quiet" aria-label={frame.accountMenu(account.name)} className="account-button">
          <CircleUser size={17} strokeWidth={1.75} aria-hidden />
          <span className="account-name">{account.name}</span>
        </Button>
      }
    >
      <MenuItem icon={<UserRoundCog size={14} aria-hidden />} onChoose={() => void navigate({ to: '/account' })}>
        {frame.pages.account}
      </MenuItem>
      <MenuLine />
      {LANGUAGES.filter((other) => other !== language).map((other) => (
        <MenuItem key={other} icon={<Languages size={14} aria-hidden />} onChoose={() => speak(other)}>
          <span lang={other}>{frame.language[other]}</span>
        </MenuItem>
      ))}
      {THEMES.filter((other) => other !== theme).map((other) => {
        const Icon = THEME_ICONS[other];
        return (
          <MenuItem key={other} icon={<Icon size={14} aria-hidden />} onChoose={() => chooseTheme(other)}>
            {frame.palette.changeTheme(frame.theme[other])}
          </MenuItem>
        );
      })}
      <MenuLine />
      <MenuItem icon={<LogOut size={14} aria-hidden />} onChoose={signOut}>
        {frame.signOut}
      </MenuItem>
    </Menu>
  );
}

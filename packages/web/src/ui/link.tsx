// A link that looks like a button: it leads somewhere, and says why where it may not.
import { Link, type LinkProps } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Button, type ButtonProps } from './button.tsx';

export function ButtonLink({
  look = 'plain',
  because,
  icon,
  children,
  ...link
}: Pick<ButtonProps, 'look' | 'because' | 'icon'> &
  Pick<LinkProps, 'to' | 'params' | 'search'> & { children: ReactNode }) {
  if (because !== undefined) {
    return (
      <Button look={look} because={because} icon={icon}>
        {children}
      </Button>
    );
  }
  return (
    <Link {...link} className={`button button-${look}`}>
      {icon}
      {children}
    </Link>
  );
}

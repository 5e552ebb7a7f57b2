// A few acts behind one button.
import { Menu as BaseMenu } from '@base-ui/react/menu';
import type { ReactElement, ReactNode } from 'react';

/** The menu; `trigger` is the button that opens it. */
export function Menu({ trigger, children }: { trigger: ReactElement; children: ReactNode }) {
  return (
    <BaseMenu.Root modal={false}>
      <BaseMenu.Trigger render={trigger} />
      <BaseMenu.Portal>
        <BaseMenu.Positioner className="floating" sideOffset={4} align="end">
          <BaseMenu.Popup className="popup">{children}</BaseMenu.Popup>
        </BaseMenu.Positioner>
      </BaseMenu.Portal>
    </BaseMenu.Root>
  );
}

export function MenuItem({
  icon,
  children,
  onChoose,
  because,
}: {
  icon?: ReactNode;
  children: ReactNode;
  onChoose: () => void;
  because?: string | undefined;
}) {
  return (
    <BaseMenu.Item className="popup-item" disabled={because !== undefined} onClick={onChoose}>
      {icon}
      <span className="popup-item-text">
        {children}
        {because && <span className="field-hint"> {because}</span>}
      </span>
    </BaseMenu.Item>
  );
}

export function MenuLine() {
  return <BaseMenu.Separator className="popup-line" />;
}

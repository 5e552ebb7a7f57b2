// A question or a form that stands before the page until it is answered.
import { Dialog as BaseDialog } from '@base-ui/react/dialog';
import type { ReactNode } from 'react';

export interface DialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly title: string;
  readonly about?: ReactNode;
  readonly wide?: boolean;
  readonly children?: ReactNode;
  /** The buttons below. */
  readonly foot?: ReactNode;
}

export function Dialog({ open, onClose, title, about, wide = false, children, foot }: DialogProps) {
  return (
    <BaseDialog.Root open={open} onOpenChange={(next) => !next && onClose()}>
      <BaseDialog.Portal>
        <BaseDialog.Backdrop className="backdrop" />
        <BaseDialog.Popup className={`dialog${wide ? ' dialog-wide' : ''}`}>
          <header className="dialog-head">
            <BaseDialog.Title>{title}</BaseDialog.Title>
            {about && <BaseDialog.Description className="soft">{about}</BaseDialog.Description>}
          </header>
          {children && <DialogBody label={wide ? title : undefined}>{children}</DialogBody>}
          {foot && <footer className="dialog-foot">{foot}</footer>}
        </BaseDialog.Popup>
      </BaseDialog.Portal>
    </BaseDialog.Root>
  );
}

/** A wide dialog holds text to read: it scrolls, so it must be reachable from the keyboard (WCAG 2.1.1). */
function DialogBody({ label, children }: { label: string | undefined; children: ReactNode }) {
  if (label === undefined) return <div className="dialog-body">{children}</div>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: without a tab stop nobody could scroll it from the keyboard
    <section className="dialog-body" tabIndex={0} aria-label={label}>
      {children}
    </section>
  );
}

// Short words on what an act did, in a corner, read out by screen readers.
import { Toast } from '@base-ui/react/toast';
import { X } from 'lucide-react';
import { Button } from './button.tsx';

const manager = Toast.createToastManager();

/** Says that something was done, or that it was not and why. */
export function say(title: string, more: { text?: string | undefined; problem?: boolean } = {}): void {
  manager.add({
    title,
    ...(more.text === undefined ? {} : { description: more.text }),
    type: more.problem ? 'problem' : 'done',
    timeout: more.problem ? 12_000 : 5_000,
  });
}

/** Where the words appear; once in the page. */
export function Toasts({ closeLabel, regionLabel }: { closeLabel: string; regionLabel: string }) {
  return (
    <Toast.Provider toastManager={manager} limit={4}>
      <Toast.Portal>
        <Toast.Viewport className="toasts" aria-label={regionLabel}>
          <ToastList closeLabel={closeLabel} />
        </Toast.Viewport>
      </Toast.Portal>
    </Toast.Provider>
  );
}

function ToastList({ closeLabel }: { closeLabel: string }) {
  const { toasts, close } = Toast.useToastManager();
  return toasts.map((toast) => (
    <Toast.Root key={toast.id} toast={toast} className="toast">
      <div>
        <Toast.Title className="toast-title" />
        <Toast.Description className="toast-text" />
      </div>
      <Button look="quiet" label={closeLabel} icon={<X size={14} aria-hidden />} onClick={() => close(toast.id)} />
    </Toast.Root>
  ));
}

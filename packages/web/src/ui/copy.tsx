// Puts a text on the clipboard, and says so.
import { Copy } from 'lucide-react';
import { useWords } from '../words/words.tsx';
import { Button } from './button.tsx';
import { say } from './toast.tsx';

export function CopyButton({ text }: { text: string }) {
  const { acts } = useWords().frame;
  return (
    <Button
      look="quiet"
      label={acts.copy}
      icon={<Copy size={14} aria-hidden />}
      onClick={() => void navigator.clipboard.writeText(text).then(() => say(acts.copied))}
    />
  );
}

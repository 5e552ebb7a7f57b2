// The file that an authority gave for a filing: chosen here, looked at before it is sent, and sent with its bytes as they are.

import type { BodyOf } from '@vigie/server/api';
import { Paperclip } from 'lucide-react';
import { useId, useRef, useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { useFormat, useWords } from '../../words/words.tsx';

export type ReceiptFile = BodyOf<'keepReceiptFile'>;

const LARGEST_BYTES = 10 * 1024 * 1024;

/** The kinds that the server takes, by the endings that they are saved under: browsers know no type of an e-mail. */
const KINDS: Readonly<Record<string, ReceiptFile['type']>> = {
  pdf: 'application/pdf',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  txt: 'text/plain',
  eml: 'message/rfc822',
};
const ACCEPT = Object.keys(KINDS)
  .map((ending) => `.${ending}`)
  .join();

interface ReceiptFileFieldProps {
  readonly label: string;
  readonly file: ReceiptFile | undefined;
  readonly onFile: (file: ReceiptFile | undefined) => void;
  readonly error: string | undefined;
}

export function ReceiptFileField({ label, file, onFile, error }: ReceiptFileFieldProps) {
  const { receipt } = useWords().workspace;
  const format = useFormat();
  const input = useRef<HTMLInputElement>(null);
  const [labelId, hintId] = [useId(), useId()];
  const [refusal, setRefusal] = useState<string>();
  const [size, setSize] = useState(0);
  const take = async (chosen: File) => {
    const type = KINDS[/\.([a-z]+)$/i.exec(chosen.name)?.[1]?.toLowerCase() ?? ''];
    const refused =
      type === undefined
        ? receipt.wrongType
        : chosen.size === 0
          ? receipt.empty
          : chosen.size > LARGEST_BYTES
            ? receipt.tooLarge
            : undefined;
    setRefusal(refused);
    setSize(chosen.size);
    if (type === undefined || refused !== undefined) return onFile(undefined);
    onFile({ name: chosen.name.slice(-200), type, base64: await base64Of(chosen) });
  };
  const fault = refusal ?? error;
  return (
    <div className="field">
      <span id={labelId} className="field-label">
        {label}
      </span>
      <div className="row">
        <input
          ref={input}
          className="unseen"
          type="file"
          accept={ACCEPT}
          tabIndex={-1}
          aria-hidden="true"
          onChange={(event) => {
            const [chosen] = event.currentTarget.files ?? [];
            event.currentTarget.value = '';
            if (chosen) void take(chosen);
          }}
        />
        <Button
          icon={<Paperclip size={14} aria-hidden />}
          aria-describedby={`${labelId} ${hintId}`}
          onClick={() => input.current?.click()}
        >
          {file === undefined ? receipt.choose : receipt.another}
        </Button>
        <span role="status">{file && receipt.chosen(file.name, format.bytes(size))}</span>
      </div>
      <span id={hintId} className="field-hint">
        {receipt.hint}
      </span>
      {fault && (
        <span className="field-error" role="alert">
          {fault}
        </span>
      )}
    </div>
  );
}

function base64Of(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ''));
    reader.onerror = () => reject(reader.error ?? new Error('the file cannot be read'));
    reader.readAsDataURL(file);
  });
}

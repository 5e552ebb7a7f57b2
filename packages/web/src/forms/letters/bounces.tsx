// Hands mail that came back to the server, file by file, and says what each was.

import { useQueryClient } from '@tanstack/react-query';
import { Upload } from 'lucide-react';
import { useRef, useState } from 'react';
import { ask } from '../../api/client.ts';
import type { ProblemDocument } from '../../api/problem.ts';
import { problemIn } from '../../api/queries.ts';
import type { BounceFile } from '../../api/shapes/letters.ts';
import { useBarrier } from '../../shell/may.ts';
import { Button } from '../../ui/button.tsx';
import { Note } from '../../ui/note.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { useFormat, useWords } from '../../words/words.tsx';

const LARGEST_BYTES = 200 * 1024 * 1024;

interface Taken {
  readonly file: string;
  readonly found?: BounceFile;
  readonly problem?: ProblemDocument | undefined;
  readonly tooLarge?: boolean;
}

/** One file after the other: each is an answer of its own, and one that fails keeps none of the others from being read. */
function useTaking() {
  const answers = useQueryClient();
  const [taken, setTaken] = useState<readonly Taken[]>([]);
  const [busy, setBusy] = useState(false);
  const take = async (files: readonly File[]) => {
    setBusy(true);
    setTaken([]);
    for (const file of files) {
      const one = await takeOne(file);
      setTaken((before) => [...before, one]);
    }
    setBusy(false);
    await answers.invalidateQueries();
  };
  return { taken, busy, take };
}

async function takeOne(file: File): Promise<Taken> {
  if (file.size > LARGEST_BYTES) return { file: file.name, tooLarge: true };
  try {
    const type = /\.mbox$/i.test(file.name) ? 'application/mbox' : 'message/rfc822';
    return { file: file.name, found: await ask('takeBounceFile', { raw: { type, content: file } }) };
  } catch (failure) {
    return { file: file.name, problem: problemIn(failure) };
  }
}

export function TakeBounces() {
  const { bounces } = useWords().letters;
  const barrier = useBarrier('send-letters');
  const input = useRef<HTMLInputElement>(null);
  const { taken, busy, take } = useTaking();
  const early = taken.reduce((sum, { found }) => sum + (found?.early ?? 0), 0);
  return (
    <div className="stack-tight">
      <p className="soft prose">{bounces.text}</p>
      <div className="row">
        <input
          ref={input}
          className="unseen"
          type="file"
          accept=".eml,.mbox,message/rfc822,application/mbox"
          multiple
          tabIndex={-1}
          aria-hidden="true"
          onChange={(event) => {
            const files = [...(event.currentTarget.files ?? [])];
            event.currentTarget.value = '';
            if (files.length > 0) void take(files);
          }}
        />
        <Button
          icon={<Upload size={14} aria-hidden />}
          because={barrier}
          busy={busy}
          onClick={() => input.current?.click()}
        >
          {busy ? bounces.busy : bounces.act}
        </Button>
        <span className="small soft">{bounces.hint}</span>
      </div>
      {taken.length > 0 && (
        <div className="stack-tight" role="status">
          {early > 0 && <Note signal="amber">{bounces.early(early)}</Note>}
          <TakenTable taken={taken} />
        </div>
      )}
    </div>
  );
}

function TakenTable({ taken }: { taken: readonly Taken[] }) {
  const { bounces } = useWords().letters;
  const format = useFormat();
  return (
    <div className="scroll-x">
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{bounces.file}</th>
            <th scope="col" className="number">
              {bounces.mails}
            </th>
            <th scope="col" className="number">
              {bounces.ours}
            </th>
            <th scope="col">{bounces.verdict}</th>
          </tr>
        </thead>
        <tbody>
          {taken.map(({ file, found, problem, tooLarge }, index) => (
            <tr key={index}>
              <td className="mono">{file}</td>
              <td className="number">{found && format.number(found.mails)}</td>
              <td className="number">{found && format.number(found.ours)}</td>
              <td>
                {found?.verdicts.map(({ verdict, mails }) => `${bounces.verdicts[verdict]} ${mails}`).join(' · ')}
                {tooLarge && bounces.tooLarge}
                {problem && <ProblemNote problem={problem} />}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

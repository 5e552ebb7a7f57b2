// What a site gives the rules: files of its own, folders that the operator named, and lists of values.
import { RotateCw } from 'lucide-react';
import { useState } from 'react';
import { useAct, useAnswer, useMaybeAnswer } from '../api/queries.ts';
import type { RuleFile, ValueList } from '../api/shapes/rules.ts';
import { AddRulesDialog, ChangeRulesDialog } from '../forms/rules/rule-file-form.tsx';
import { ValueListDialog } from '../forms/rules/value-list-form.tsx';
import { SureDialog } from '../forms/sure-dialog.tsx';
import { useBarrier } from '../shell/may.ts';
import { Badge } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';
import { SafeLink } from '../ui/domain/safe-link.tsx';
import { Note } from '../ui/note.tsx';
import { Page } from '../ui/page.tsx';
import { Panel } from '../ui/panel.tsx';
import { At } from '../ui/time/moment.tsx';
import { say } from '../ui/toast.tsx';
import { useFormat, useWords } from '../words/words.tsx';

export function RuleFilesPage() {
  const { ruleBook } = useWords();
  const barrier = useBarrier('manage-rules');
  const [adding, setAdding] = useState<'rules' | 'list'>();
  const close = () => setAdding(undefined);
  return (
    <Page title={ruleBook.files} about={ruleBook.filesAbout} above={{ to: '/rules', label: ruleBook.title }}>
      <Panel
        title={ruleBook.site}
        bare
        act={
          <Button because={barrier} onClick={() => setAdding('rules')}>
            {ruleBook.add}
          </Button>
        }
      >
        <Files />
      </Panel>
      <Panel
        title={ruleBook.lists}
        note={ruleBook.listsAbout}
        bare
        act={
          <Button because={barrier} onClick={() => setAdding('list')}>
            {ruleBook.addList}
          </Button>
        }
      >
        <Lists />
      </Panel>
      <Panel title={ruleBook.folders} act={<ReadAgain />}>
        <Folders />
      </Panel>
      {adding === 'rules' && <AddRulesDialog onClose={close} />}
      {adding === 'list' && <ValueListDialog onClose={close} />}
    </Page>
  );
}

function Files() {
  const { ruleBook } = useWords();
  const { items } = useAnswer('listRuleFiles', {});
  if (items.length === 0) return <p className="soft empty">{ruleBook.siteNone}</p>;
  return (
    <div className="scroll-x">
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{ruleBook.file}</th>
            <th scope="col">{ruleBook.state}</th>
            <th scope="col">{ruleBook.addedBy}</th>
            <th scope="col">{ruleBook.changed}</th>
            <th scope="col">
              <span className="unseen">{ruleBook.edit}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {items.map((file) => (
            <FileRow key={file.id} file={file} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function FileRow({ file }: { file: RuleFile }) {
  const { ruleBook } = useWords();
  const barrier = useBarrier('manage-rules');
  const [shown, setShown] = useState<'edit' | 'sure'>();
  const close = () => setShown(undefined);
  const change = useAct('changeRuleFile', { onDone: () => say(ruleBook.saved) });
  const remove = useAct('removeRuleFile', {
    onDone: () => {
      close();
      say(ruleBook.removed);
    },
  });
  const params = { id: file.id };
  const unseen = <span className="unseen"> {file.name}</span>;
  return (
    <tr>
      <th scope="row">
        {file.name}
        <div className="small soft">
          {file.licence} {file.link && <SafeLink address={file.link} />}
        </div>
      </th>
      <td>
        <Badge signal={file.enabled ? 'green' : 'plain'}>{file.enabled ? ruleBook.evaluated : ruleBook.leftOut}</Badge>
      </td>
      <td>{file.addedBy.name}</td>
      <td>
        <At at={file.changedAt} />
      </td>
      <td className="number">
        <span className="row">
          <Button because={barrier} onClick={() => setShown('edit')}>
            {ruleBook.edit}
            {unseen}
          </Button>
          <Button
            because={barrier}
            busy={change.busy}
            onClick={() => change.run({ params, body: { enabled: !file.enabled }, version: file.version })}
          >
            {file.enabled ? ruleBook.leaveOut : ruleBook.takeIn}
            {unseen}
          </Button>
          <Button because={barrier} onClick={() => setShown('sure')}>
            {ruleBook.remove}
            {unseen}
          </Button>
        </span>
        {shown === 'edit' && <ChangeRulesDialog file={file} onClose={close} />}
        {shown === 'sure' && (
          <SureDialog
            title={ruleBook.removeFile}
            about={ruleBook.removeFileSure}
            busy={remove.busy}
            problem={remove.problem}
            onClose={close}
            onSure={() => remove.run({ params })}
          />
        )}
      </td>
    </tr>
  );
}

/** Those that are there, and those that rules wait for. */
function Lists() {
  const { ruleBook } = useWords();
  const { items } = useAnswer('listValueLists', {});
  const { asked } = useAnswer('getRuleSummary', {});
  const lacking = asked.filter((name) => !items.some((list) => list.name === name));
  if (items.length + lacking.length === 0) return <p className="soft empty">{ruleBook.listsNone}</p>;
  return (
    <div className="scroll-x">
      <table className="table">
        <thead className="unseen">
          <tr>
            <th scope="col">{ruleBook.list}</th>
            <th scope="col">{ruleBook.state}</th>
            <th scope="col">{ruleBook.changed}</th>
            <th scope="col">{ruleBook.edit}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((list) => (
            <ListRow key={list.id} list={list} />
          ))}
          {lacking.map((name) => (
            <LackingRow key={name} name={name} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function ListRow({ list }: { list: ValueList }) {
  const { ruleBook } = useWords();
  const barrier = useBarrier('manage-rules');
  const [shown, setShown] = useState<'edit' | 'sure'>();
  const close = () => setShown(undefined);
  const remove = useAct('removeValueList', {
    onDone: () => {
      close();
      say(ruleBook.removed);
    },
  });
  return (
    <tr>
      <th scope="row" className="mono">
        %{list.name}%
      </th>
      <td>{ruleBook.values(list.count)}</td>
      <td>
        {list.changedBy.name}{' '}
        <span className="soft">
          <At at={list.changedAt} />
        </span>
      </td>
      <td className="number">
        <span className="row">
          <Button because={barrier} onClick={() => setShown('edit')}>
            {ruleBook.edit}
            <span className="unseen"> {list.name}</span>
          </Button>
          <Button because={barrier} onClick={() => setShown('sure')}>
            {ruleBook.remove}
            <span className="unseen"> {list.name}</span>
          </Button>
        </span>
        {shown === 'edit' && <ValueListDialog list={list} onClose={close} />}
        {shown === 'sure' && (
          <SureDialog
            title={ruleBook.removeList}
            about={ruleBook.removeListSure}
            busy={remove.busy}
            problem={remove.problem}
            onClose={close}
            onSure={() => remove.run({ params: { id: list.id } })}
          />
        )}
      </td>
    </tr>
  );
}

function LackingRow({ name }: { name: string }) {
  const { ruleBook } = useWords();
  const barrier = useBarrier('manage-rules');
  const [giving, setGiving] = useState(false);
  return (
    <tr>
      <th scope="row" className="mono">
        %{name}%
      </th>
      <td colSpan={2}>
        <Badge signal="amber">{ruleBook.states.waiting}</Badge>
      </td>
      <td className="number">
        <Button because={barrier} onClick={() => setGiving(true)}>
          {ruleBook.waitingShow}
          <span className="unseen"> {name}</span>
        </Button>
        {giving && <ValueListDialog name={name} onClose={() => setGiving(false)} />}
      </td>
    </tr>
  );
}

function ReadAgain() {
  const { ruleBook } = useWords();
  const barrier = useBarrier('manage-rules');
  const folders = useMaybeAnswer('getRuleSummary', {}).answer?.folders ?? [];
  const read = useAct('readRulesAgain', { onDone: () => say(ruleBook.readAgainDone) });
  return (
    <Button
      icon={<RotateCw size={14} aria-hidden />}
      because={barrier ?? (folders.length === 0 ? ruleBook.foldersNone : undefined)}
      busy={read.busy}
      onClick={() => read.run({})}
    >
      {ruleBook.readAgain}
    </Button>
  );
}

function Folders() {
  const { ruleBook } = useWords();
  const format = useFormat();
  const { folders, notes } = useAnswer('getRuleSummary', {});
  return (
    <div className="stack-tight">
      {folders.length === 0 ? (
        <p className="soft">{ruleBook.foldersNone}</p>
      ) : (
        <p className="mono">{format.list(folders)}</p>
      )}
      {notes.length > 0 && (
        <Note signal="amber">
          <p>{ruleBook.notes}</p>
          <ul className="small" lang="en">
            {notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </Note>
      )}
    </div>
  );
}

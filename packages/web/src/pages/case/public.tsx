// The public page of a case: what everybody may read, with dated updates.
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { errorAt } from '../../api/problem.ts';
import { useAct, useMaybeAnswer } from '../../api/queries.ts';
import type { IncidentPage } from '../../api/shapes/letters.ts';
import { StatementActs } from '../../forms/case/correct-statement.tsx';
import { useBarrier } from '../../shell/may.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { CheckField, TextArea, TextField } from '../../ui/field.tsx';
import { Panel, Waiting } from '../../ui/panel.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { Select } from '../../ui/select.tsx';
import { Timeline } from '../../ui/time/timeline.tsx';
import { say } from '../../ui/toast.tsx';
import { useFormat, useWords } from '../../words/words.tsx';

const route = getRouteApi('/room/cases/$id');

const LANGUAGES = ['en', 'fr'] as const;
type PublicLanguage = (typeof LANGUAGES)[number];

export function CasePublic() {
  const { page } = useWords().notices;
  const params = route.useParams();
  const { answer, problem, pending } = useMaybeAnswer('getIncidentPage', { params });
  if (pending) return <Waiting />;
  if (problem !== undefined && problem.status !== 404) return <ProblemNote problem={problem} />;
  const published = answer?.published === true;
  return (
    <div className="columns columns-even">
      <Panel
        title={page.title}
        note={<Badge signal={published ? 'green' : 'hollow'}>{published ? page.published : page.notPublished}</Badge>}
      >
        <div className="stack">
          <p className="soft">{page.about}</p>
          <PageForm key={answer?.version ?? 0} caseId={params.id} one={answer} />
        </div>
      </Panel>
      <Panel title={page.updates}>
        {answer === undefined ? (
          <p className="soft">{page.firstMake}</p>
        ) : (
          <div className="stack">
            <AddUpdate caseId={params.id} />
            <Updates one={answer} />
          </div>
        )}
      </Panel>
    </div>
  );
}

/** The fields as they are typed. */
interface Draft {
  readonly slug: string;
  readonly en: string;
  readonly fr: string;
  readonly organisation: string;
  readonly contact: string;
  readonly published: boolean;
}

function draftOf(one: IncidentPage | undefined): Draft {
  return {
    slug: one?.slug ?? '',
    en: one?.titles.en ?? '',
    fr: one?.titles.fr ?? '',
    organisation: one?.organisation ?? '',
    contact: one?.contact ?? '',
    published: one?.published ?? false,
  };
}

function bodyOf({ slug, en, fr, organisation, contact, published }: Draft) {
  const titles = { ...(en.trim() === '' ? {} : { en: en.trim() }), ...(fr.trim() === '' ? {} : { fr: fr.trim() }) };
  return { slug: slug.trim(), titles, organisation: organisation.trim(), contact: contact.trim(), published };
}

function PageForm({ caseId, one }: { caseId: string; one: IncidentPage | undefined }) {
  const { page } = useWords().notices;
  const barrier = useBarrier('publish-incident-pages');
  const [draft, setDraft] = useState(() => draftOf(one));
  const save = useAct('putIncidentPage', { onDone: () => say(page.saved) });
  const field = (name: 'slug' | 'en' | 'fr' | 'organisation' | 'contact', at: string = name) => ({
    value: draft[name],
    onText: (text: string) => setDraft((before) => ({ ...before, [name]: text })),
    error: errorAt(save.problem, at),
  });
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        save.run({ params: { id: caseId }, body: bodyOf(draft), version: one?.version ?? 0 });
      }}
    >
      <div className="form-columns">
        <TextField label={page.headingEn} lang="en" {...field('en', 'titles')} />
        <TextField label={page.headingFr} lang="fr" {...field('fr')} />
      </div>
      <TextField label={page.slug} hint={page.slugHint} required {...field('slug')} />
      <TextField label={page.organisation} required {...field('organisation')} />
      <TextField label={page.contact} hint={page.contactHint} required {...field('contact')} />
      <CheckField
        label={page.publish}
        checked={draft.published}
        onCheck={(published) => setDraft((before) => ({ ...before, published }))}
      />
      {save.problem && save.problem.errors.length === 0 && <ProblemNote problem={save.problem} />}
      <div className="row">
        <Button type="submit" look="primary" busy={save.busy} because={barrier}>
          {page.save}
        </Button>
      </div>
    </form>
  );
}

function AddUpdate({ caseId }: { caseId: string }) {
  const { notices } = useWords();
  const { page } = notices;
  const { language: mine } = useFormat();
  const barrier = useBarrier('publish-incident-pages');
  const [text, setText] = useState('');
  const [language, setLanguage] = useState<PublicLanguage>(mine);
  const add = useAct('addIncidentUpdate', {
    onDone: () => {
      setText('');
      say(page.added);
    },
  });
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        add.run({ params: { id: caseId }, body: { text: text.trim(), language } });
      }}
    >
      <TextArea label={page.update} required value={text} onText={setText} error={errorAt(add.problem, 'text')} />
      <Select
        label={page.language}
        value={language}
        choices={LANGUAGES.map((value) => ({ value, label: notices.languages[value] ?? value }))}
        onChoose={setLanguage}
      />
      {add.problem && add.problem.errors.length === 0 && <ProblemNote problem={add.problem} />}
      <Button type="submit" busy={add.busy} because={barrier}>
        {page.add}
      </Button>
    </form>
  );
}

function Updates({ one }: { one: IncidentPage }) {
  const { notices } = useWords();
  if (one.updates.length === 0) return <p className="soft">{notices.page.none}</p>;
  return (
    <Timeline
      label={notices.page.updates}
      entries={[...one.updates]
        .sort((a, b) => b.at.localeCompare(a.at))
        .map((statement) => ({
          key: statement.id,
          at: statement.at,
          title: <StatementText statement={statement} />,
          text: <StatementNotes caseId={one.caseId} statement={statement} />,
        }))}
    />
  );
}

type Statement = IncidentPage['updates'][number];

function StatementText({ statement: { removed, language, text } }: { statement: Statement }) {
  const { statements } = useWords().workspace;
  return removed ? <em>{statements.gone}</em> : <span lang={language}>{text}</span>;
}

/** Its language, whether it was corrected and when, and what can be done with it. */
function StatementNotes({ caseId, statement }: { caseId: string; statement: Statement }) {
  const { notices, workspace } = useWords();
  const format = useFormat();
  const { language, correctedAt, removed } = statement;
  const { statements } = workspace;
  const moment = correctedAt && format.instant(correctedAt);
  return (
    <>
      {notices.languages[language] ?? language}
      {moment && ` · ${removed ? statements.removedAt(moment) : statements.correctedAt(moment)}`}
      {!removed && <StatementActs caseId={caseId} statement={statement} />}
    </>
  );
}

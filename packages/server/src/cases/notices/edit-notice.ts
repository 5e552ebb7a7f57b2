// People work on a draft: answer its questions, write in the place of its blocks, or have it drafted anew from the facts.
import { FACTS, type FactName, parseStatedAnswers, type Question } from '@vigie/respond';
import type { Actor } from '../../access/actor.ts';
import { Problem, problem } from '../../http/problem.ts';
import type { Room } from '../../room.ts';
import { changeCaseWithin } from '../change-case.ts';
import { readFacts, writeFact } from '../facts/fact-book.ts';
import { readStatement } from '../facts/stated-fact.ts';
import { changeNotice, type NoticeChange } from './change-notice.ts';
import { draftText } from './draft-notice.ts';
import { KINDS } from './kinds.ts';
import { languageOf, versionOf, writeVersion } from './notice-book.ts';
import { type BlockEdit, blockIds, draftOf, type NoticeText, withMarks } from './notice-text.ts';

export interface NoticeEdit {
  /** By question; null takes an answer back. */
  readonly answers?: Readonly<Record<string, unknown>> | undefined;
  /** By block; without a replacement the block stands again as it was drafted. */
  readonly edits?:
    | readonly { readonly block: string; readonly replacement: BlockEdit['replacement'] | null }[]
    | undefined;
  /** Draft it anew from the facts as they are now. */
  readonly redraft?: boolean | undefined;
}

export interface EditedNotice {
  /** Edits whose block the facts draft otherwise by now. */
  readonly lostEdits: readonly BlockEdit[];
}

export async function editNotice(
  room: Room,
  actor: Actor,
  noticeId: string,
  version: number,
  edit: NoticeEdit,
): Promise<EditedNotice | Problem> {
  let lostEdits: readonly BlockEdit[] = [];
  const changed = await changeNotice(room, actor, noticeId, version, ['draft'], async (change) => {
    const { trx, row } = change;
    const current = await versionOf(trx, room, noticeId, row.newest);
    if (current === undefined) throw new Error(`the notice ${noticeId} has no version ${row.newest}`);
    const answered = await answer(change, current.text, edit.answers ?? {});
    if (answered instanceof Problem) return answered;
    const edits = editsOf(change, current.text, edit.edits ?? []);
    if (edits instanceof Problem) return edits;
    const isNew = edit.redraft === true || edit.answers !== undefined;
    const next = isNew
      ? await redrafted(change, answered.answers, edits)
      : { text: { ...current.text, edits }, lostEdits: [], factsVersion: current.factsVersion };
    lostEdits = next.lostEdits;
    const number = row.newest + 1;
    const what = edit.redraft === true ? 'redrafted' : 'edited';
    const { text, factsVersion } = next;
    await writeVersion(trx, room, { noticeId, number, accountId: actor.accountId, what, factsVersion, text });
    await change.tell({
      what: edit.redraft === true ? 'notice-redrafted' : 'notice-edited',
      detail: `${text.title}: version ${number}`,
      about: { number },
    });
    return { newest: number };
  });
  return changed instanceof Problem ? changed : { lostEdits };
}

/** From the facts as this change leaves them. */
async function redrafted(
  { room, trx, row }: NoticeChange,
  answers: NoticeText['answers'],
  edits: readonly BlockEdit[],
) {
  const { facts_version } = await trx
    .selectFrom('breach_case')
    .select('facts_version')
    .where('id', '=', row.case_id)
    .executeTakeFirstOrThrow();
  const { facts } = await readFacts(trx, room, row.case_id);
  const { kind, letter_group: group } = row;
  const at = room.clock.now();
  const drafted = draftText({ kind, language: languageOf(row), group, facts, answers, edits, at });
  return { ...drafted, factsVersion: facts_version };
}

/** An answer that is a fact becomes one, for this notice and all others; one to a field of a form stays with the notice. */
async function answer(
  change: NoticeChange,
  text: NoticeText,
  given: Readonly<Record<string, unknown>>,
): Promise<{ readonly answers: NoticeText['answers'] } | Problem> {
  const questions = new Map(draftOf(text).missing.map((question) => [question.id, question]));
  const answers = new Map(Object.entries(text.answers));
  const facts: [FactName, unknown][] = [];
  for (const [id, value] of Object.entries(given)) {
    const field = fieldFor(id);
    if (field !== undefined) {
      const fault = fieldFault(id, field, value);
      if (fault !== undefined) return fault;
      if (value === null) answers.delete(field);
      else answers.set(field, value);
      continue;
    }
    const fact = factFor(questions.get(id));
    if (fact === undefined) {
      return refused(id, 'the notice asks no such question, or it is answered by writing in its place (edits)');
    }
    facts.push([fact, value]);
  }
  const stated = await stateFacts(change, facts);
  return stated instanceof Problem ? stated : { answers: Object.fromEntries(answers) };
}

function refused(id: string, detail: string): Problem {
  return problem('invalid-request', { errors: [{ pointer: `/body/answers/${id}`, detail }] });
}

/** The name under which `parseStatedAnswers` takes the answer to a question of a form. */
function fieldFor(id: string): string | undefined {
  if (id === 'cnil-legal-representative') return 'legalRepresentative';
  const number = /^field-(\d{1,3})$/.exec(id)?.[1];
  return number === undefined ? undefined : `field_${number}`;
}

function factFor(question: Question | undefined): FactName | undefined {
  return question?.fact;
}

function fieldFault(id: string, field: string, value: unknown): Problem | undefined {
  if (value === null) return undefined;
  const [fault] = parseStatedAnswers({ [field]: value }).notUnderstood;
  if (fault === undefined) return undefined;
  // The schema library's own words quote what was sent.
  return refused(
    id,
    fault.why.startsWith('Invalid ') ? 'it has another form; see the form of the question' : fault.why,
  );
}

async function stateFacts(
  { room, trx, actor, row }: NoticeChange,
  facts: readonly (readonly [FactName, unknown])[],
): Promise<true | Problem> {
  if (facts.length === 0) return true;
  return changeCaseWithin(room, trx, actor, row.case_id, {}, async (change) => {
    for (const [name, value] of facts) {
      const certainty = value === null ? 'unknown' : 'known';
      const statement = { value, certainty, source: 'said while a notice was written' } as const;
      const entry = readStatement(name, statement, actor.name, room.clock.now());
      if (entry instanceof Problem) return refused(name, entry.errors?.[0]?.detail ?? 'it is not understood');
      const { version } = change;
      await writeFact(trx, room, { caseId: row.case_id, version, accountId: actor.accountId, name, entry });
      await change.tell({
        what: 'fact-changed',
        detail: `${FACTS[name].title}: ${JSON.stringify(entry.value)} (${certainty})`,
        about: { fact: name, noticeId: row.id },
      });
    }
    change.factsChanged();
    return true as const;
  });
}

function editsOf(
  { row }: NoticeChange,
  { base, edits: before }: NoticeText,
  wanted: NonNullable<NoticeEdit['edits']>,
): readonly BlockEdit[] | Problem {
  const blocks = new Map(blockIds(base).map((id, index) => [id, base[index]]));
  const edits = new Map(before.map((edit) => [edit.block, edit]));
  for (const [index, { block: id, replacement }] of wanted.entries()) {
    const block = blocks.get(id);
    const fault = (detail: string) =>
      problem('invalid-request', { errors: [{ pointer: `/body/edits/${index}/block`, detail }] });
    if (block === undefined) return fault('the draft has no such block');
    if (block.kind === 'question' && KINDS[row.kind].paper === 'form') {
      return fault('a question of a form is answered (answers), so that the form for machines has it too');
    }
    if (replacement === null) edits.delete(id);
    else edits.set(id, { block: id, replacement: withMarks(block, replacement) });
  }
  return [...edits.values()];
}

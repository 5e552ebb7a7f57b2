// The blocks of which letters are made, in short.
import type { Block, NoticeDraft, Question } from '../notice.ts';
import type { Mark } from './marks.ts';
import { typeset } from './typography.ts';

export function heading(level: 1 | 2 | 3, text: string): Block {
  return { kind: 'heading', level, text };
}

export function paragraph(text: string, marks: readonly Mark[] = []): Block {
  return { kind: 'paragraph', text, ...marked(marks) };
}

export function list(items: readonly string[], marks: readonly Mark[] = []): Block {
  return { kind: 'list', items, ...marked(marks) };
}

export function table(rows: readonly (readonly [label: string, value: string])[], marks: readonly Mark[] = []): Block {
  return { kind: 'table', rows, ...marked(marks) };
}

export function question(asked: Question, marks: readonly Mark[] = []): Block {
  return { kind: 'question', question: asked, ...marked(marks) };
}

function marked(marks: readonly Mark[]) {
  return marks.length === 0 ? {} : { marks };
}

/** A draft, set as its language is, with its open questions taken from its blocks; each is asked once, where it comes up first. */
export function draftOf(draft: Omit<NoticeDraft, 'missing'>): NoticeDraft {
  const asked = new Set<string>();
  const blocks = typeset(draft.blocks, draft.language).filter((block) => {
    if (block.kind !== 'question') return true;
    const isNew = !asked.has(block.question.id);
    asked.add(block.question.id);
    return isNew;
  });
  const missing = blocks.flatMap((block) => (block.kind === 'question' ? [block.question] : []));
  return { ...draft, blocks, missing };
}

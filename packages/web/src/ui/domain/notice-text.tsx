// The text of a notice as it will be read, with what is still missing marked in it. A draft can be written in, block by block.
import { PencilLine } from 'lucide-react';
import type { Block, Notice } from '../../api/shapes/cases.ts';
import { useWords } from '../../words/words.tsx';
import { Badge } from '../badge.tsx';
import { Button } from '../button.tsx';

export function NoticeText({ notice, onEdit }: { notice: Notice; onEdit?: ((block: Block) => void) | undefined }) {
  const { notices, frame } = useWords();
  return (
    <div className="notice-text">
      {notice.text.map((block) => (
        <div key={`${block.id} ${block.part}`} className="notice-block">
          <div lang={notice.language}>
            <BlockText block={block} />
          </div>
          <span className="notice-tools">
            {block.edited && <Badge signal="blue">{notices.edited}</Badge>}
            {onEdit && block.kind !== 'question' && (
              <Button
                look="quiet"
                label={frame.labelled(frame.acts.edit, plainText(block).slice(0, 40))}
                icon={<PencilLine size={14} aria-hidden />}
                onClick={() => onEdit(block)}
              />
            )}
          </span>
        </div>
      ))}
    </div>
  );
}

/** A block as plain text: lines of a list, rows of a table as `label: value`. */
export function plainText(block: Block): string {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return block.text;
    case 'list':
      return block.items.join('\n');
    case 'table':
      return block.rows.map(([label, value]) => `${label}: ${value}`).join('\n');
    case 'question':
      return block.question;
  }
}

function BlockText({ block }: { block: Block }) {
  const { notices } = useWords();
  switch (block.kind) {
    case 'heading':
      return block.level === 1 ? <h3 className="notice-title">{block.text}</h3> : <h4>{block.text}</h4>;
    case 'paragraph':
      return <p>{block.text}</p>;
    case 'list':
      return (
        <ul>
          {block.items.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
      );
    case 'table':
      return (
        <dl className="facts">
          {block.rows.map(([label, value]) => (
            <div key={label} className="facts-pair">
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      );
    case 'question':
      return (
        <p className="notice-gap">
          <a href={`#gap-${block.gap}`}>{notices.gap}</a> {block.question}
        </p>
      );
  }
}

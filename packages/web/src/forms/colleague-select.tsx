// Who is given the work.
import { useMaybeAnswer } from '../api/queries.ts';
import type { Person } from '../api/shapes/people.ts';
import { Select } from '../ui/select.tsx';
import { useWords } from '../words/words.tsx';

const NOBODY = '*';

export function ColleagueSelect({
  label,
  value,
  because,
  onChoose,
  labelUnseen = false,
}: {
  label: string;
  value: Person | undefined;
  /** Why nobody can be chosen. */
  because?: string | undefined;
  onChoose: (id: string | null) => void;
  labelUnseen?: boolean;
}) {
  const { frame } = useWords();
  const colleagues = useMaybeAnswer('listColleagues', {}, because === undefined).answer?.items ?? [];
  if (because !== undefined) {
    return (
      <div className="field">
        <span className={labelUnseen ? 'unseen' : 'field-label'}>{label}</span>
        <span>{value?.name ?? frame.nobody}</span>
        {!labelUnseen && <span className="field-hint">{because}</span>}
      </div>
    );
  }
  const known =
    value === undefined || colleagues.some(({ id }) => id === value.id) ? colleagues : [...colleagues, value];
  return (
    <Select<string>
      label={label}
      labelUnseen={labelUnseen}
      value={value?.id ?? NOBODY}
      choices={[{ value: NOBODY, label: frame.nobody }, ...known.map(({ id, name }) => ({ value: id, label: name }))]}
      onChoose={(id) => onChoose(id === NOBODY ? null : id)}
    />
  );
}

// Who answers for what in a case: each seat with its holder and a deputy.

import { WHO_MAY } from '../../api/access.ts';
import { useAct, useMaybeAnswer } from '../../api/queries.ts';
import type { Case, Seat } from '../../api/shapes/cases.ts';
import type { Person, Role } from '../../api/shapes/people.ts';
import { useBarrier } from '../../shell/may.ts';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { Select } from '../../ui/select.tsx';
import { say } from '../../ui/toast.tsx';
import { useWords } from '../../words/words.tsx';

const NOBODY = '*';

/** Colleagues whose role reads cases. */
export function useCaseColleagues() {
  const roles: readonly Role[] = WHO_MAY['read-cases'];
  const { answer } = useMaybeAnswer('listColleagues', {});
  return (answer?.items ?? []).filter(({ role }) => roles.includes(role));
}

export function Seats({ one }: { one: Case }) {
  const { workspace } = useWords();
  const words = workspace.seats;
  const mayWork = useBarrier('work-on-cases');
  const barrier = mayWork ?? (one.state === 'closed' ? words.closed : undefined);
  const change = useAct('changeCase', { onDone: () => say(words.changed) });
  const sit = (seat: Seat, as: 'holder' | 'deputy', id: string | null) =>
    change.run({ params: { id: one.id }, version: one.version, body: { seats: [{ seat, [as]: id }] } });
  return (
    <div className="stack-tight">
      {one.seats.every(({ holder, deputy }) => holder === undefined && deputy === undefined) && (
        <p className="soft panel-inset">{words.none}</p>
      )}
      <div className="scroll-x">
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{words.seat}</th>
              <th scope="col">{words.holder}</th>
              <th scope="col">{words.deputy}</th>
            </tr>
          </thead>
          <tbody>
            {one.seats.map(({ seat, holder, deputy }) => (
              <tr key={seat}>
                <th scope="row">{words.names[seat]}</th>
                <td>
                  <Sitter
                    label={words.holderOf(words.names[seat])}
                    who={holder}
                    because={barrier}
                    onSit={(id) => sit(seat, 'holder', id)}
                  />
                </td>
                <td>
                  <Sitter
                    label={words.deputyOf(words.names[seat])}
                    who={deputy}
                    because={barrier}
                    onSit={(id) => sit(seat, 'deputy', id)}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {change.problem && <ProblemNote problem={change.problem} />}
      {barrier !== undefined && <p className="small soft panel-inset">{barrier}</p>}
    </div>
  );
}

interface SitterProps {
  readonly label: string;
  readonly who: Person | undefined;
  /** Why nobody can be seated. */
  readonly because: string | undefined;
  readonly onSit: (id: string | null) => void;
}

function Sitter({ label, who, because, onSit }: SitterProps) {
  const { frame } = useWords();
  const colleagues = useCaseColleagues();
  if (because !== undefined) return <>{who?.name ?? <span className="soft">{frame.nobody}</span>}</>;
  const known = who === undefined || colleagues.some(({ id }) => id === who.id) ? colleagues : [...colleagues, who];
  return (
    <Select<string>
      label={label}
      labelUnseen
      value={who?.id ?? NOBODY}
      choices={[{ value: NOBODY, label: frame.nobody }, ...known.map(({ id, name }) => ({ value: id, label: name }))]}
      onChoose={(id) => onSit(id === NOBODY ? null : id)}
    />
  );
}

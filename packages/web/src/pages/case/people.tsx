// The people of a case: who answers for what, and who may know of it.
import { getRouteApi } from '@tanstack/react-router';
import { useAnswer } from '../../api/queries.ts';
import type { Case, CaseMembers } from '../../api/shapes/cases.ts';
import type { Role } from '../../api/shapes/people.ts';
import { LimitActs } from '../../forms/case/limit-case.tsx';
import { Seats } from '../../forms/case/seats.tsx';
import { Badge } from '../../ui/badge.tsx';
import { Note } from '../../ui/note.tsx';
import { Panel } from '../../ui/panel.tsx';
import { At } from '../../ui/time/moment.tsx';
import { useWords } from '../../words/words.tsx';

const route = getRouteApi('/room/cases/$id');

export function CasePeople() {
  const { workspace } = useWords();
  const params = route.useParams();
  const one = useAnswer('getCase', { params });
  return (
    <div className="stack">
      <p className="soft prose">{workspace.seats.about}</p>
      <Panel title={workspace.seats.title} bare>
        <Seats one={one} />
      </Panel>
      <Panel
        title={workspace.seats.know}
        note={one.limited && <Badge signal="amber">{workspace.seats.limitedBadge}</Badge>}
      >
        <Knowing one={one} />
      </Panel>
    </div>
  );
}

function Knowing({ one }: { one: Case }) {
  const { workspace } = useWords();
  const members = useAnswer('getCaseMembers', { params: { id: one.id } });
  return (
    <div className="stack">
      <Note signal={members.limited ? 'amber' : 'blue'}>
        {members.limited ? workspace.seats.limited : workspace.seats.open}
      </Note>
      {members.limited && <MemberTable members={members} />}
      <LimitActs one={one} members={members} />
    </div>
  );
}

function MemberTable({ members }: { members: CaseMembers }) {
  const { domain, workspace } = useWords();
  const words = workspace.seats;
  return (
    <div className="scroll-x">
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{words.person}</th>
            <th scope="col">{words.reason}</th>
          </tr>
        </thead>
        <tbody>
          {members.items.map(({ person, role, by, addedAt, addedBy }) => (
            <tr key={person.id}>
              <th scope="row">
                {person.name} <span className="soft">{domain.roles[role as Role] ?? role}</span>
              </th>
              <td>
                {words.by[by]}
                {addedAt && addedBy && (
                  <div className="small soft">
                    {words.addedBy(addedBy.name)}, <At at={addedAt} />
                  </div>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

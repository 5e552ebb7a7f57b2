// Who keeps watch: accounts, roles, invitations.
import { UserPlus } from 'lucide-react';
import { useState } from 'react';
import { ROLES } from '../api/access.ts';
import { useAct, useAnswer } from '../api/queries.ts';
import type { Account, Role } from '../api/shapes/people.ts';
import { InviteDialog } from '../forms/invite.tsx';
import { useBarrier, useMe } from '../shell/may.ts';
import { Badge } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';
import { Page } from '../ui/page.tsx';
import { Panel } from '../ui/panel.tsx';
import { Select } from '../ui/select.tsx';
import { Ago } from '../ui/time/moment.tsx';
import { say } from '../ui/toast.tsx';
import { useWords } from '../words/words.tsx';

export function PeoplePage() {
  const { room } = useWords();
  const barrier = useBarrier('manage-people');
  const [inviting, setInviting] = useState(false);
  return (
    <Page
      title={room.people.title}
      about={room.people.about}
      acts={
        <Button
          look="primary"
          icon={<UserPlus size={15} aria-hidden />}
          because={barrier}
          onClick={() => setInviting(true)}
        >
          {room.people.invite}
        </Button>
      }
    >
      <div className="panel">
        <AccountTable />
      </div>
      <RolesPanel />
      {inviting && <InviteDialog onClose={() => setInviting(false)} />}
    </Page>
  );
}

function AccountTable() {
  const { room } = useWords();
  const { items } = useAnswer('listAccounts', {});
  return (
    <div className="scroll-x">
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{room.people.name}</th>
            <th scope="col">{room.people.role}</th>
            <th scope="col">{room.people.secondFactor}</th>
            <th scope="col">{room.people.lastSeen}</th>
            <th scope="col">{room.people.state}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((account) => (
            <AccountRow key={account.id} account={account} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function AccountRow({ account }: { account: Account }) {
  const { room, domain, frame } = useWords();
  const me = useMe();
  const roleBarrier = useBarrier('manage-people');
  const barrier = roleBarrier ?? (account.id === me.account.id ? room.people.yourself : undefined);
  const change = useAct('changeAccount', {
    onDone: () => say(room.people.changed),
    onProblem: ({ title, detail }) => say(title, { text: detail, problem: true }),
  });
  const save = (body: { role?: Role; disabled?: boolean }) => change.run({ params: { id: account.id }, body });
  return (
    <tr>
      <th scope="row">
        {account.name}
        <div className="small soft">{account.email}</div>
      </th>
      <td>
        {barrier === undefined ? (
          <Select
            label={frame.labelled(room.people.role, account.name)}
            labelUnseen
            value={account.role}
            choices={ROLES.map((value) => ({ value, label: domain.roles[value] }))}
            onChoose={(role) => save({ role })}
          />
        ) : (
          domain.roles[account.role]
        )}
      </td>
      <td>
        <Badge signal={account.twoFactor ? 'green' : 'hollow'}>
          {account.twoFactor ? room.people.has : room.people.hasNot}
        </Badge>
      </td>
      <td>{account.lastSeenAt ? <Ago at={account.lastSeenAt} /> : frame.never}</td>
      <td>
        <span className="row">
          <Badge signal={account.disabled ? 'plain' : 'green'}>
            {account.disabled ? room.people.disabled : room.people.active}
          </Badge>
          <Button because={barrier} busy={change.busy} onClick={() => save({ disabled: !account.disabled })}>
            {account.disabled ? room.people.enable : room.people.disable}
            <span className="unseen"> {account.name}</span>
          </Button>
        </span>
      </td>
    </tr>
  );
}

function RolesPanel() {
  const { room, domain } = useWords();
  return (
    <Panel title={room.people.role}>
      <dl className="facts">
        {ROLES.map((role) => (
          <div key={role} className="facts-pair">
            <dt>{domain.roles[role]}</dt>
            <dd>{domain.roleDoes[role]}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}

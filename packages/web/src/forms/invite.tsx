// Makes a one-time link for a new colleague.
import { useState } from 'react';
import { ROLES } from '../api/access.ts';
import { useAct } from '../api/queries.ts';
import type { Role } from '../api/shapes/people.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ProblemNote } from '../ui/problem-note.tsx';
import { Secret } from '../ui/secret.tsx';
import { Select } from '../ui/select.tsx';
import { useWords } from '../words/words.tsx';

export function InviteDialog({ onClose }: { onClose: () => void }) {
  const { room, domain, frame } = useWords();
  const [role, setRole] = useState<Role>('responder');
  const [link, setLink] = useState<string>();
  const invite = useAct('inviteAccount', {
    onDone: ({ token }) => setLink(`${location.origin}/setup#token=${token}`),
  });
  if (link !== undefined) {
    return (
      <Dialog
        open
        onClose={onClose}
        title={room.people.linkReady}
        about={room.people.linkNote}
        foot={<Button onClick={onClose}>{frame.acts.close}</Button>}
      >
        <Secret label={room.people.link} text={link} />
      </Dialog>
    );
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={room.people.invite}
      about={room.people.inviteAbout}
      foot={
        <>
          <Button onClick={onClose}>{frame.acts.cancel}</Button>
          <Button look="primary" busy={invite.busy} onClick={() => invite.run({ body: { role } })}>
            {room.people.inviteAct}
          </Button>
        </>
      }
    >
      <div className="form">
        <Select
          label={room.people.role}
          hint={domain.roleDoes[role]}
          value={role}
          choices={ROLES.map((value) => ({ value, label: domain.roles[value] }))}
          onChoose={setRole}
        />
        {invite.problem && <ProblemNote problem={invite.problem} />}
      </div>
    </Dialog>
  );
}

// The people who work in the demonstration: made through the API, each by the way that people come in.

/** A name, a role, and the cookies of a session. */
export interface Member {
  readonly name: string;
  readonly email: string;
  readonly password: string;
  readonly role: string;
}

export const KEEPER: Member = member('Ada Keeper', 'administrator');
export const RESPONDER: Member = member('Bo Responder', 'responder');
export const OFFICER: Member = member('Cy Officer', 'data-protection-officer');

function member(name: string, role: string): Member {
  const email = `${name.split(' ')[0]?.toLowerCase()}@example.org`;
  return { name, email, password: 'a password for the demonstration', role };
}

/** Invites a member, and makes the account with the invitation's link. */
export async function join(url: string, administrator: { readonly cookie: string }, who: Member): Promise<void> {
  const headers = { 'content-type': 'application/json', origin: url };
  const invited = await fetch(`${url}/api/accounts`, {
    method: 'POST',
    headers: { ...headers, cookie: administrator.cookie },
    body: JSON.stringify({ role: who.role }),
  });
  const { token } = (await invited.json()) as { token: string };
  const { name, email, password } = who;
  const made = await fetch(`${url}/api/setup`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ token, name, email, password, language: 'en' }),
  });
  if (made.status !== 201) throw new Error(`${who.role} could not join: ${made.status} ${await made.text()}`);
}

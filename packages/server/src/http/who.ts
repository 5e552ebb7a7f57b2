// Who asks: a session's cookie or a bearer token becomes an actor. Answers are kept for a moment, since a page asks many things at once.
import type { Actor } from '../access/actor.ts';
import { actorOfToken } from '../people/api-token.ts';
import type { Room } from '../room.ts';

export interface Who {
  of(headers: Headers): Promise<Actor | undefined>;
  /** Forgets what is kept: called when somebody's access changed. */
  forget(): void;
}

const KEPT_MS = 2000;
const MOST_KEPT = 5000;

export function createWho(room: Room): Who {
  const kept = new Map<string, { readonly actor: Actor | undefined; readonly untilMs: number }>();
  let forgotten = 0;
  return {
    async of(headers) {
      const bearer = headers.get('authorization');
      const credential = bearer ?? headers.get('cookie');
      if (credential === null) return undefined;
      const nowMs = room.clock.now().getTime();
      const known = kept.get(credential);
      if (known !== undefined && known.untilMs > nowMs) return known.actor;
      const before = forgotten;
      const actor =
        bearer === null ? await ofCookies(room, headers) : await actorOfToken(room.records, bearer, room.clock.now());
      if (kept.size >= MOST_KEPT) kept.clear();
      // What was read before somebody's access changed is good for this request alone.
      if (actor !== undefined && before === forgotten) kept.set(credential, { actor, untilMs: nowMs + KEPT_MS });
      return actor;
    },
    forget() {
      forgotten += 1;
      kept.clear();
    },
  };
}

async function ofCookies(room: Room, headers: Headers): Promise<Actor | undefined> {
  const session = await room.signIn.sessionOf(headers);
  return session === undefined ? undefined : { by: 'session', ...session };
}

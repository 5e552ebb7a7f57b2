// Server-sent events: what changed, so that the browser asks again. Each says only what may be known to whoever listens.
import { type Actor, actorMay } from '../access/actor.ts';
import { heardBy } from '../access/need-to-know.ts';
import type { Permission } from '../access/roles.ts';
import type { Change, ChangeKind } from '../live/changes.ts';
import { progressesOf } from '../live/scan-progress.ts';
import type { Room } from '../room.ts';

/** What somebody has to be able to read to hear of changes of a kind. */
const HEARD_BY: Record<ChangeKind, Permission> = {
  scope: 'read-watch',
  scan: 'read-watch',
  store: 'read-watch',
  finding: 'read-watch',
  case: 'read-cases',
  notice: 'read-cases',
  task: 'read-cases',
  'letter-run': 'read-cases',
  'contact-import': 'read-cases',
  'incident-page': 'read-cases',
  job: 'read-jobs',
  account: 'read-people',
  webhook: 'manage-webhooks',
  settings: 'manage-settings',
  input: 'read-watch',
  detection: 'read-watch',
  silence: 'read-watch',
  rule: 'read-watch',
};

const BATCH = 500;
/** A line now and then keeps proxies from closing a quiet stream. */
const HEARTBEAT_MS = 20_000;

/** Streams changes from where the client was (Last-Event-ID), or from now on. */
export async function liveStream(room: Room, actor: Actor, request: Request, closing: AbortSignal): Promise<Response> {
  const { changes } = room;
  const asked = Number(request.headers.get('last-event-id') ?? Number.NaN);
  let seq = Number.isSafeInteger(asked) && asked >= 0 ? asked : await changes.latest();
  const encoder = new TextEncoder();
  let stop = () => {};
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      let ended = false;
      let reading = Promise.resolve();
      const say = (text: string) => {
        if (!ended) controller.enqueue(encoder.encode(text));
      };
      const read = async () => {
        for (;;) {
          const found = ended ? [] : await changes.after(seq, BATCH);
          const heard = found.filter(({ kind }) => actorMay(actor, HEARD_BY[kind]));
          for (const change of await heardBy(room.records, actor, heard)) say(eventOf(change));
          seq = found.at(-1)?.seq ?? seq;
          if (found.length < BATCH) return;
        }
      };
      const look = () => {
        reading = reading.then(read).catch((error: unknown) => {
          room.log.mistake(error, { part: 'live' });
          stop();
        });
      };
      const unfollow = changes.follow(look);
      // Not a change that is kept: whoever comes later asks for the scan, which says how far it is.
      const unfollowProgress = progressesOf(room).follow((id, progress) => {
        if (actorMay(actor, HEARD_BY.scan)) say(`event: progress\ndata: ${JSON.stringify({ id, ...progress })}\n\n`);
      });
      const timer = setInterval(() => say(': still here\n\n'), HEARTBEAT_MS);
      stop = () => {
        if (ended) return;
        ended = true;
        unfollow();
        unfollowProgress();
        clearInterval(timer);
        controller.close();
      };
      for (const signal of [closing, request.signal]) signal.addEventListener('abort', () => stop(), { once: true });
      say(`retry: 1000\nid: ${seq}\nevent: ready\ndata: {}\n\n`);
      look();
    },
    cancel: () => stop(),
  });
  return new Response(stream, { headers: { 'content-type': 'text/event-stream', 'cache-control': 'no-store' } });
}

function eventOf({ seq, kind, id, what }: Change): string {
  return `id: ${seq}\nevent: change\ndata: ${JSON.stringify({ seq, kind, id, what })}\n\n`;
}

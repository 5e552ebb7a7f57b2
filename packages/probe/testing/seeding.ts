// Lets a launcher put data into the server it has just started without leaving the server behind when that fails.
import type { RunningServer } from './server.ts';

/** Runs `seed`; where it throws, stops the server, and throws with what the server said. */
export async function seeded<S extends RunningServer>(server: S, seed: (server: S) => Promise<void>): Promise<S> {
  try {
    await seed(server);
    return server;
  } catch (error) {
    const said = server.output().slice(-4000);
    await server.stop();
    throw new Error(`${server.name} could not be filled with data; it said:\n${said}`, { cause: error });
  }
}

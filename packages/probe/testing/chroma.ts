// Starts a real Chroma server (npm package chromadb, which carries a native build of it), with one collection in it.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { type ListenOptions, type LoggedServer, withLog } from './logged-server.ts';
import { seeded } from './seeding.ts';
import { freePort, makeDir, startServer } from './server.ts';

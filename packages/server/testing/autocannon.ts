// Where the program is that sends many requests at once: benchmarks run it in a process of its own.
import { fileURLToPath } from 'node:url';

export const AUTOCANNON = fileURLToPath(import.meta.resolve('autocannon'));

// A process for tests that watches until it is killed: a scan that was asked for runs against a port that keeps it waiting.
// Arguments: where the records are, as JSON; the port.
import type { RecordsPlace } from '../src/records/database.ts';
import { openWatchedRoom, until } from './watched.ts';

const [place = '', port = ''] = process.argv.slice(2);
const watched = await openWatchedRoom({
  name: 'kept records',
  skip: false,
  start: async () => ({ place: JSON.parse(place) as RecordsPlace, stop: async () => {} }),
});
const scope = await watched.ask('POST', '/api/scopes', { name: 'slow', targets: ['127.0.0.1'], ports: port });
const { scanId } = await watched.ask('POST', `/api/scopes/${scope.id}/scan`);
await until('a running scan', async () => {
  const scan = await watched.ask('GET', `/api/scans/${scanId}`);
  return scan.state === 'running' ? scan : undefined;
});
process.stdout.write(`${JSON.stringify({ scopeId: scope.id, scanId })}\n`);

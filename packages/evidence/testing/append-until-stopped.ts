// A process for tests that appends to a log and prints each sequence and hash once it is confirmed, until it is killed or a write
// fails; then it prints what the log says of that, of one more entry, and of its end.
import { openLog } from '../src/files/open-log.ts';
import { testKey } from './made-log.ts';

const [path = ''] = process.argv.slice(2);
const log = await openLog({ path, key: testKey(0), author: 'test', now: Date.now, checkpointEvery: 7 });
if ('code' in log) throw new Error(log.message);
const decide = (number: number) =>
  log.append({
    type: 'decision',
    author: 'test',
    payload: { subject: `breach-${number}`, decision: 'notify-authority' },
  });
process.stdout.write('open\n');
for (let number = 0; ; number += 1) {
  const receipt = await decide(number);
  if ('code' in receipt) {
    const again = await decide(number);
    const end = await log.close();
    for (const said of [receipt, again, end])
      process.stdout.write(`${said && 'code' in said ? said.code : 'no fault'}\n`);
    break;
  }
  process.stdout.write(`${receipt.sequence} ${receipt.hash}\n`);
}

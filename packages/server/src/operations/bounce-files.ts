// Mails that came back, handed over as a file that a person saved: one mail (.eml), or a folder of them (.mbox).
import * as v from 'valibot';
import { type AnyOperation, operation } from '../http/operation.ts';
import { problem } from '../http/problem.ts';
import { takeReport } from '../letters/bounces/intake.ts';
import { messagesIn } from '../letters/bounces/mbox.ts';
import { VERDICTS } from '../letters/bounces/report.ts';

const LARGEST_FILE_BYTES = 200 * 1024 * 1024;

export const takeBounceFile = operation({
  id: 'takeBounceFile',
  method: 'POST',
  path: '/api/mail/bounce-files',
  summary: 'Hand over a file of mails that came back: one mail (.eml) or many (.mbox)',
  may: 'send-letters',
  takes: ['message/rfc822', 'application/mbox'],
  limitBytes: LARGEST_FILE_BYTES,
  answer: v.object({
    mails: v.number(),
    /** Of them, those that are about a letter of ours. */
    ours: v.number(),
    /** About letters that are just on their way: hand the file over again later. What was read once is not counted again. */
    early: v.number(),
    verdicts: v.array(v.object({ verdict: v.picklist(VERDICTS), mails: v.number() })),
  }),
  async run({ room, stream }) {
    const counts = { mails: 0, ours: 0, early: 0 };
    const verdicts = new Map<(typeof VERDICTS)[number], number>();
    for await (const raw of messagesIn(stream ?? new Blob([]).stream())) {
      const { verdict, isOurs, isEarly } = await takeReport(room, raw, 'mbox');
      counts.mails += 1;
      if (isOurs) counts.ours += 1;
      if (isEarly) counts.early += 1;
      verdicts.set(verdict, (verdicts.get(verdict) ?? 0) + 1);
    }
    if (counts.mails === 0) {
      const detail = 'there is no mail in it: save mails as .eml, or a folder of them as .mbox';
      return problem('invalid-request', { errors: [{ pointer: '/body', detail }] });
    }
    return { ...counts, verdicts: [...verdicts].map(([verdict, mails]) => ({ verdict, mails })) };
  },
});

export const bounceFileOperations: readonly AnyOperation[] = [takeBounceFile];

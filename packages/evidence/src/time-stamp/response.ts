// The answer of a time-stamping authority: TimeStampResp of RFC 3161, section 2.4.2. All of it is foreign.
import { fromBER, type Sequence } from 'asn1js';
import { TimeStampResp } from 'pkijs';
import { type TimeStampFault, timeStampFault } from './fault.ts';

/** granted, and grantedWithMods: a token is there. */
const GRANTED = [0, 1];

/** The DER of the token in an answer, not verified yet. */
export function tokenInResponse(der: Uint8Array): Buffer | TimeStampFault {
  try {
    const { result, offset } = fromBER(der);
    if (offset !== der.length) return timeStampFault('malformed', 'the answer is not one whole DER value');
    const { status } = new TimeStampResp({ schema: result });
    if (!GRANTED.includes(status.status)) {
      return timeStampFault('refused', `the authority gave no token (PKIStatus ${status.status})`);
    }
    const token = (result as Sequence).valueBlock.value[1];
    return token ? Buffer.from(token.valueBeforeDecodeView) : timeStampFault('malformed', 'the answer holds no token');
  } catch {
    // The parser's own words may quote what it read.
    return timeStampFault('malformed', 'the answer is not a TimeStampResp');
  }
}

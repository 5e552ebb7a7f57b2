// Step of a time stamp's verification: its certificate is one for time stamps and nothing else, and was valid at the time told.
import { BitString } from 'asn1js';
import { type Certificate, ExtKeyUsage } from 'pkijs';
import { type TimeStampFault, timeStampFault } from './fault.ts';
import type { TimeStampToken, TokenCertificate } from './token.ts';

const EXTENDED_KEY_USAGE = '2.5.29.37';
const KEY_USAGE = '2.5.29.15';
const TIME_STAMPING = '1.3.6.1.5.5.7.3.8';
/** digitalSignature and nonRepudiation, the first two bits (RFC 5280, section 4.2.1.3). */
const SIGNING_BITS = 0xc0;

/** RFC 3161, section 2.3: the purpose is timeStamping alone, in one critical extension. */
export function checkPurpose({ parsed }: TokenCertificate): TimeStampFault | undefined {
  const [usage, ...others] = extensionsOf(parsed, EXTENDED_KEY_USAGE);
  const purposes = usage?.parsedValue instanceof ExtKeyUsage ? usage.parsedValue.keyPurposes : [];
  if (others.length > 0 || purposes.join() !== TIME_STAMPING) {
    return timeStampFault('wrong-purpose', 'its certificate is not for time stamps alone');
  }
  if (usage?.critical !== true) {
    return timeStampFault('wrong-purpose', 'the purpose of its certificate is not marked as critical');
  }
  return maySign(parsed) ? undefined : timeStampFault('wrong-purpose', 'the key of its certificate may not sign');
}

export function checkValidity({ x509 }: TokenCertificate, { info }: TimeStampToken): TimeStampFault | undefined {
  const isValid = x509.validFromDate <= info.time && info.time <= x509.validToDate;
  return isValid
    ? undefined
    : timeStampFault('certificate-expired', 'the certificate of the authority was not valid at the time that it tells');
}

/** Where usage of the key is not told at all, nothing is forbidden. */
function maySign(certificate: Certificate): boolean {
  const [usage] = extensionsOf(certificate, KEY_USAGE);
  if (usage === undefined) return true;
  const bits = usage.parsedValue instanceof BitString ? usage.parsedValue.valueBlock.valueHexView[0] : 0;
  return ((bits ?? 0) & SIGNING_BITS) !== 0;
}

function extensionsOf(certificate: Certificate, id: string) {
  return (certificate.extensions ?? []).filter(({ extnID }) => extnID === id);
}

// Step of a time stamp's verification: certificates lead from the signer to a trusted root, all valid at the time told. RFC 5280,
// section 6.1: OpenSSL checks each link; what it does not tell of a single certificate is checked here, and what is critical and
// not known here is refused. Revocation is not checked, since a proof has to hold offline.
import { Integer } from 'asn1js';
import { BasicConstraints } from 'pkijs';
import { isSoundSignature } from './algorithms.ts';
import { type TimeStampFault, timeStampFault } from './fault.ts';
import type { TimeStampToken, TokenCertificate } from './token.ts';

const BASIC_CONSTRAINTS = '2.5.29.19';
/** Key usage, alternative names, basic constraints, policies, extended key usage: those that this path knows or need not heed. */
const KNOWN_EXTENSIONS = ['2.5.29.15', '2.5.29.17', BASIC_CONSTRAINTS, '2.5.29.32', '2.5.29.37'];
/** Certificates from the signer to below the root; real ones have one or two. */
const LONGEST_PATH = 6;

/** @param roots trusted certificates; the one at the end of the path has to be one of them, byte for byte */
export function checkPath(
  signer: TokenCertificate,
  { certificates, info }: TimeStampToken,
  roots: readonly TokenCertificate[],
): TimeStampFault | undefined {
  const search: Search = { roots, others: certificates, time: info.time, seen: new Set(), wasExpired: false };
  if (leadsToRoot(signer, 0, search)) return undefined;
  return search.wasExpired
    ? timeStampFault('certificate-expired', 'a certificate above that of the authority was not valid at the time told')
    : timeStampFault('untrusted-root', 'no path of certificates leads to a root that is trusted here');
}

interface Search {
  readonly roots: readonly TokenCertificate[];
  readonly others: readonly TokenCertificate[];
  readonly time: Date;
  /** Each certificate is tried once: certificates that sign one another in a circle end the search. */
  readonly seen: Set<string>;
  wasExpired: boolean;
}

/** @param below certificates between this one and the signer, the signer not counted */
function leadsToRoot(certificate: TokenCertificate, below: number, search: Search): boolean {
  const { fingerprint256 } = certificate.x509;
  if (search.roots.some(({ x509 }) => x509.fingerprint256 === fingerprint256)) return true;
  if (below > LONGEST_PATH || search.seen.has(fingerprint256) || !isHeeded(certificate)) return false;
  search.seen.add(fingerprint256);
  return [...search.roots, ...search.others].some(
    (issuer) => isIssuer(issuer, certificate, below, search) && leadsToRoot(issuer, below + 1, search),
  );
}

function isIssuer(issuer: TokenCertificate, child: TokenCertificate, below: number, search: Search): boolean {
  if (!issuer.x509.ca || !child.x509.checkIssued(issuer.x509) || !mayStandAbove(issuer, below)) return false;
  if (!child.x509.verify(issuer.x509.publicKey)) return false;
  const isValid = issuer.x509.validFromDate <= search.time && search.time <= issuer.x509.validToDate;
  search.wasExpired ||= !isValid;
  return isValid;
}

/** How many authorities may stand below this one. */
function mayStandAbove({ parsed }: TokenCertificate, below: number): boolean {
  const constraints = parsed.extensions?.find(({ extnID }) => extnID === BASIC_CONSTRAINTS)?.parsedValue;
  if (!(constraints instanceof BasicConstraints)) return false;
  const { pathLenConstraint: most } = constraints;
  // A limit that does not fit a number is larger than any path here.
  if (most === undefined || most instanceof Integer) return true;
  return below <= most;
}

function isHeeded({ parsed }: TokenCertificate): boolean {
  const unknown = parsed.extensions?.some(({ critical, extnID }) => critical && !KNOWN_EXTENSIONS.includes(extnID));
  return unknown !== true && isSoundSignature(parsed.signatureAlgorithm);
}

// Amazon Web Services: GetCallerIdentity of STS, which needs no permission, signed so that the secret itself is never sent.
import { accepted, limited, refused, undecided } from '../answers.ts';
import type { Answer, Issuer, IssuerRequest } from '../issuer.ts';

const REQUEST: IssuerRequest = {
  method: 'GET',
  host: 'sts.us-east-1.amazonaws.com',
  path: '/?Action=GetCallerIdentity&Version=2011-06-15',
  signed: { service: 'sts', region: 'us-east-1' },
};
const ANSWERS = [
  accepted({ holds: /<GetCallerIdentityResult>/ }),
  refused(403, { holds: /<Code>InvalidClientTokenId<\/Code>/ }, 'its id was deleted or deactivated'),
  refused(403, { holds: /<Code>ExpiredToken(?:Exception)?<\/Code>/ }, 'it has expired'),
  limited(403, { holds: /<Code>AccessDenied(?:Exception)?<\/Code>/ }, 'a policy denies it everything'),
  undecided(
    403,
    { holds: /<Code>SignatureDoesNotMatch<\/Code>/ },
    "has an id that is known, but the signature does not fit: the two do not belong together, or this machine's clock is wrong",
  ),
];
const caller = (arn: string) =>
  `<GetCallerIdentityResponse><GetCallerIdentityResult><Arn>${arn}</Arn></GetCallerIdentityResult></GetCallerIdentityResponse>`;
const failed = (code: string) =>
  `<ErrorResponse><Error><Type>Sender</Type><Code>${code}</Code></Error></ErrorResponse>`;

/** Only what sort of principal it is: its name and its account stay untold. */
function principal({ text }: Answer): readonly string[] {
  const [, sort] = /<Arn>arn:aws[\w-]*:(?:iam|sts)::\d{12}:(root|user|assumed-role|federated-user)\b/.exec(text) ?? [];
  return sort === undefined ? [] : [sort];
}

export const AWS: Issuer = {
  id: 'aws',
  title: 'Amazon Web Services',
  parts: [
    { name: 'id', title: 'access key id', kinds: ['aws-access-token'], form: /(?!ASIA)\w+/ },
    { name: 'secret', title: 'secret access key', kinds: ['aws-secret-access-key'] },
  ],
  request: REQUEST,
  answers: ANSWERS,
  scopes: principal,
  caveat: 'Keys of AWS China and AWS GovCloud are unknown here.',
  source: 'https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html',
  examples: [
    { status: 200, body: caller('arn:aws:iam::123456789012:user/Alice'), verdict: 'live', scopes: ['user'] },
    { status: 200, body: caller('arn:aws:iam::123456789012:root'), verdict: 'live', scopes: ['root'] },
    { status: 403, body: failed('InvalidClientTokenId'), verdict: 'revoked' },
    { status: 403, body: failed('AccessDenied'), verdict: 'restricted' },
    { status: 403, body: failed('SignatureDoesNotMatch'), verdict: 'cannot tell' },
    { status: 400, body: failed('IncompleteSignature'), verdict: 'cannot tell' },
  ],
};

export const AWS_SESSION: Issuer = {
  ...AWS,
  id: 'aws-session',
  title: 'Amazon Web Services (temporary keys)',
  parts: [
    { name: 'id', title: 'access key id that begins with ASIA', kinds: ['aws-access-token'], form: /ASIA\w+/ },
    { name: 'secret', title: 'secret access key', kinds: ['aws-secret-access-key'] },
    { name: 'session', title: 'session token', kinds: ['aws-session-token'] },
  ],
  examples: [
    {
      status: 200,
      body: caller('arn:aws:sts::123456789012:assumed-role/my-role/session'),
      verdict: 'live',
      scopes: ['assumed-role'],
    },
    { status: 403, body: failed('ExpiredToken'), verdict: 'revoked' },
  ],
};

// Fields that many operations share.
import * as v from 'valibot';

/** An instant as JSON carries it: UTC, ISO 8601. Dates become it on their way out. */
export const Instant = v.pipe(
  v.union([v.date(), v.string()]),
  v.transform((at) => (typeof at === 'string' ? at : at.toISOString())),
);

export const Id = v.pipe(v.string(), v.uuid('it has to be an id (UUID)'));
export const IdParams = v.object({ id: Id });

/** One line of text for people to read: no control characters, so that it can stand in a header or a terminal. */
export const lineOfText = (longest: number) =>
  v.pipe(
    v.string(),
    v.trim(),
    v.minLength(1, 'it may not be empty'),
    v.maxLength(longest, `at most ${longest} letters`),
    v.check((text) => !/\p{Cc}/u.test(text), 'it has a control character'),
  );

export const EmailAddress = v.pipe(
  v.string(),
  v.trim(),
  v.toLowerCase(),
  v.email('it has to be an e-mail address'),
  v.maxLength(254),
);

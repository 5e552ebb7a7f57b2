// Which contacts count: those of imports that somebody confirmed. Nothing is written to a contact for it, so that a million are confirmed
// in the time of one.
import { sql } from 'kysely';

/** A condition on rows of `contact`. */
export const isConfirmed = sql<boolean>`contact.import_id IN (SELECT id FROM contact_import WHERE state = 'confirmed')`;

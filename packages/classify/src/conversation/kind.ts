// Private conversation, as a kind.
import type { Kind } from '../kind.ts';

export const CONVERSATION: Kind = {
  id: 'conversation',
  title: 'Private conversation',
  // The template has no letter for the content of messages: u (other) first, then r (profile), which a chat amounts to.
  edpb: ['u', 'r'],
  meaning: 'Strangers can read what the person wrote in confidence, to a machine or to other people.',
  identifies: 'about',
};

// Passwords in tables, as kinds: plain, under a hash that breaks, under a hash that holds.
import type { Kind } from '../kind.ts';

export const PLAIN_CREDENTIAL: Kind = {
  id: 'credential/password',
  title: 'Password in plain text',
  edpb: ['s'],
  meaning: 'Whoever reads it can log in as the person, here and wherever the same password is used.',
  identifies: 'about',
};

export const WEAK_HASH: Kind = {
  id: 'credential/weak-hash',
  title: 'Password under a weak hash',
  edpb: ['s'],
  meaning: 'The password can be found by trying: most of them within hours, so it counts as known.',
  identifies: 'about',
};

export const STRONG_HASH: Kind = {
  id: 'credential/strong-hash',
  title: 'Password under a strong hash',
  edpb: ['s'],
  meaning: 'The password is slow to find by trying: simple ones are at risk, long ones are not for now.',
  identifies: 'about',
};

// Whether somebody who accesses a store is a known scanner, a service of one's own, a person of one's own, or a stranger; and what that rests on.
import type { Scope } from '@vigie/probe';
import ipaddr from 'ipaddr.js';
import { scannerOfNetwork, scannerProgram } from './known-scanners.ts';

export const VISITOR_CLASSES = ['known-scanner', 'own-service', 'person', 'stranger', 'nobody'] as const;
export type VisitorClass = (typeof VISITOR_CLASSES)[number];

/** What a class rests on. */
export const VISITOR_REASONS = [
  'network-of-scanner',
  'program-of-scanner',
  'private-network',
  'own-network',
  'seen-before',
  'not-seen-before',
  'program-of-person',
  'foreign-network',
  'no-address',
] as const;
export type VisitorReason = (typeof VISITOR_REASONS)[number];

export interface Visitor {
  /** Nobody signed in, or the log does not tell. */
  readonly isNamed: boolean;
  /** Prefixes, without empty ones. */
  readonly networks: readonly string[];
  /** Names of programs, without empty ones. */
  readonly clients: readonly string[];
}

export interface Classified {
  readonly class: VisitorClass;
  readonly reasons: readonly VisitorReason[];
  /** Whose scanner it is. */
  readonly names: readonly string[];
}

/** Programs that people sit at. */
const PERSONAL =
  /^(?:psql|pgadmin|mysql|mariadb|mycli|pgcli|clickhouse[ -]client|redis-cli|mongosh|mongo(?:db)? (?:shell|compass)|dbeaver|datagrip|tableplus|heidisql|sqlcmd|navicat|kibana|mozilla|chrome|safari|opera)/i;

/** @param own networks of one's own: what the scopes name */
export function classOf({ isNamed, networks, clients }: Visitor, own: Scope['allowed']): Classified {
  const scanners = networks.flatMap((network) => scannerOfNetwork(network) ?? []);
  const programs = clients.flatMap((client) => scannerProgram(client) ?? []);
  if (scanners.length > 0 && scanners.length === networks.length)
    return { class: 'known-scanner', reasons: ['network-of-scanner'], names: unique(scanners) };
  if (programs.length > 0 && programs.length === clients.length)
    return { class: 'known-scanner', reasons: ['program-of-scanner'], names: unique(programs) };
  if (networks.length === 0 && !isNamed) return { class: 'nobody', reasons: ['no-address'], names: [] };
  const isPrivate = networks.every(isPrivateNetwork);
  const isOwn = networks.every((network) => isPrivateNetwork(network) || isWithin(network, own));
  if (!isOwn) return { class: 'stranger', reasons: ['foreign-network'], names: [] };
  const where = networks.length === 0 ? 'no-address' : isPrivate ? 'private-network' : 'own-network';
  return clients.some((client) => PERSONAL.test(client))
    ? { class: 'person', reasons: [where, 'program-of-person'], names: [] }
    : { class: 'own-service', reasons: [where], names: [] };
}

function unique(names: readonly string[]): readonly string[] {
  return [...new Set(names)].sort();
}

const PRIVATE = ['private', 'loopback', 'linkLocal', 'uniqueLocal', 'carrierGradeNat'];

function isPrivateNetwork(network: string): boolean {
  return PRIVATE.includes(ipaddr.parse(network.replace(/\/.*$/, '')).range());
}

/** Whether all of a network is among one's own: a single address of it may have anybody beside it. */
function isWithin(network: string, own: Scope['allowed']): boolean {
  const [address, bits] = ipaddr.parseCIDR(network);
  const family = address.kind() === 'ipv4' ? 4 : 6;
  const bytes = address.toByteArray();
  const first = bytes.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n);
  const last = first + 2n ** BigInt(bytes.length * 8 - bits) - 1n;
  return own.some((range) => range.family === family && range.first <= first && last <= range.last);
}

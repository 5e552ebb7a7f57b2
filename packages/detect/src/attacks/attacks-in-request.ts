// The attacks in a request, as HTTP Activity of OCSF tells of it (events/ocsf.ts): the path, each parameter's name and value, each
// header and each cookie is a value of its own, since each of them ends up somewhere else.
import type { Fields } from '../events/event.ts';
import type { Attack, AttackKind, Where } from './attack.ts';
import { attacksIn } from './attacks-in.ts';
import { REACHES_PROTOTYPE } from './objects.ts';

export interface RequestAttack extends Attack {
  readonly where: Where;
  /** The name of the parameter, header or cookie, where it is one that a program gives; absent of a path. */
  readonly name?: string;
}

interface Place {
  readonly where: Where;
  readonly value: string;
  readonly name?: string | undefined;
}

/** More parameters are in no honest request; the work for one is bounded. */
const MAX_PLACES = 500;
/** A name that a program gives. Others may hold what a person has written, and are not told. */
const NAME = /^[A-Za-z_][A-Za-z_.-]{0,39}\d{0,2}(?:\[[a-z_]{0,20}\])?$/;
/** Headers that are spoken by browsers and proxies and never handed to an application as a text. */
const SPOKEN =
  /^(?:accept(?:-.*)?|connection|content-(?:length|type|encoding)|date|if-.*|sec-.*|te|transfer-encoding|upgrade.*|dnt|priority|authorization|cache-control|pragma|age|via)$/;

/**
 * @param fields an event of HTTP Activity (class 4002): `http_request.url`, `user_agent`, `referrer`, `http_headers`
 * @returns the most certain first, each kind once for a place; empty for events of other classes
 */
export function attacksInRequest(fields: Fields): readonly RequestAttack[] {
  const found: RequestAttack[] = [];
  const told = new Set<string>();
  for (const { where, value, name } of placesOf(fields)) {
    for (const attack of remembered(value, where)) {
      const key = keyOf(attack.kind, where, name);
      if (told.has(key)) continue;
      told.add(key);
      found.push({ ...attack, where, ...(name !== undefined && NAME.test(name) && { name }) });
    }
  }
  return found.sort((a, b) => b.confidence - a.confidence);
}

/** Programs name themselves the same each time, and paths come again: what was read lately is not read again. */
const lately = new Map<string, readonly Attack[]>();
const MOST_REMEMBERED = 8_192;
const LONGEST_REMEMBERED = 512;

function remembered(value: string, where: Where): readonly Attack[] {
  if (value.length > LONGEST_REMEMBERED) return attacksIn(value, where);
  const key = `${where}\n${value}`;
  const known = lately.get(key);
  if (known !== undefined) return known;
  const attacks = attacksIn(value, where);
  if (lately.size >= MOST_REMEMBERED) lately.clear();
  lately.set(key, attacks);
  return attacks;
}

function keyOf(kind: AttackKind, where: Where, name: string | undefined): string {
  return `${kind}\n${where}\n${name ?? ''}`;
}

function placesOf(fields: Fields): readonly Place[] {
  const request = record(fields.http_request);
  if (request === undefined) return [];
  const url = record(request.url);
  const [path, query] = [text(url?.path), text(url?.query_string)];
  const places: Place[] = [];
  if (path !== undefined && path !== '') places.push({ where: 'path', value: path });
  if (query !== undefined) places.push(...pairsIn(query, '&', 'query'));
  for (const [header, value] of headersOf(request)) {
    if (header === 'cookie') places.push(...pairsIn(value, ';', 'cookie'));
    else if (header === 'referer') places.push(...ofReferrer(value));
    else if (!SPOKEN.test(header)) places.push({ where: 'header', value, name: header });
  }
  return places.slice(0, MAX_PLACES);
}

function headersOf(request: Fields): readonly (readonly [string, string])[] {
  const [agent, referrer] = [text(request.user_agent), text(request.referrer)];
  const list = Array.isArray(request.http_headers) ? request.http_headers : [];
  const headers = list.slice(0, MAX_PLACES).flatMap((header: unknown): [string, string][] => {
    const { name, value } = record(header) ?? {};
    return typeof name === 'string' && typeof value === 'string' ? [[name.toLowerCase(), value]] : [];
  });
  const has = (wanted: string) => headers.some(([name]) => name === wanted);
  return [
    ...(agent !== undefined && !has('user-agent') ? ([['user-agent', agent]] as const) : []),
    ...(referrer !== undefined && !has('referer') ? ([['referer', referrer]] as const) : []),
    ...headers,
  ];
}

/** An address in the place of a header: its parameters are values as those of the request are. */
function ofReferrer(value: string): readonly Place[] {
  const at = value.indexOf('?');
  const name = 'referer';
  if (at < 0) return [{ where: 'header', value, name }];
  const pairs = pairsIn(value.slice(at + 1), '&', 'header').map((place) => ({ ...place, name }));
  return [{ where: 'header', value: value.slice(0, at), name }, ...pairs];
}

/** Names and values; what has no name counts as a value. */
function pairsIn(written: string, separator: string, where: Where): readonly Place[] {
  const places: Place[] = [];
  for (const pair of written.split(separator, MAX_PLACES)) {
    const at = pair.indexOf('=');
    const name = at < 0 ? '' : pair.slice(0, at).trim();
    const value = at < 0 ? pair : pair.slice(at + 1);
    if (name !== '' && (!NAME.test(name) || REACHES_PROTOTYPE.test(name))) places.push({ where, value: name });
    if (value !== '')
      places.push({ where, value: where === 'cookie' ? value.trim() : value, name: name === '' ? undefined : name });
  }
  return places;
}

function record(value: unknown): Fields | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : undefined;
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

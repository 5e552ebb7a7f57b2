// Places as coordinates: pairs of degrees, named or with many decimals, degrees with minutes and seconds (ISO 6709 annex
// D), geo URIs (RFC 5870), GeoJSON (RFC 7946), WKT and EWKB points (OGC 06-103r4, PostGIS), and plus codes (Open Location Code).
import type { Finder, Hits, Report } from '../../finder.ts';
import type { Kind } from '../../kind.ts';
import { asLatin1, type Text } from '../../text.ts';
import { fieldReader, isDigit, isLetter, roleOf, stands, wordBefore, wordSet } from '../contact/labels.ts';

const COORDINATES: Kind = {
  id: 'location/coordinates',
  title: 'Coordinates of a place',
  edpb: ['o'],
  meaning: 'It shows where a person lives, works or was, often to the door.',
  identifies: 'about',
};

type Role = 'latitude' | 'longitude' | 'pair' | 'uri' | 'point' | 'geojson' | 'ewkb';

/** The header of a PostGIS point in WGS 84, little endian, in hexadecimal: 01, type 20000001, SRID 4326. */
const EWKB = '0101000020e6100000';

const WORDS = wordSet<Role>({
  latitude: [
    'lat',
    'latitude',
    'gps lat',
    'geo lat',
    'breitengrad',
    'geografische breite',
    'latitud',
    'latitudine',
    'breedtegraad',
    'szerokość geograficzna',
    'szerokosc',
    '纬度',
    '緯度',
  ],
  longitude: [
    'lng',
    'lon',
    'long',
    'longitude',
    'gps lng',
    'gps lon',
    'geo lng',
    'längengrad',
    'laengengrad',
    'geografische länge',
    'longitud',
    'longitudine',
    'lengtegraad',
    'długość geograficzna',
    'dlugosc',
    '经度',
    '経度',
  ],
  pair: [
    'coordinates',
    'coordinate',
    'coords',
    'latlng',
    'lat lng',
    'latlon',
    'lat lon',
    'lnglat',
    'gps',
    'geolocation',
    'geopoint',
    'geo point',
    'location',
    'position',
    'coordonnées',
    'koordinaten',
    'standort',
    'coordenadas',
    'ubicación',
    'localização',
    'coordinate gps',
    'posizione',
    'coördinaten',
    'locatie',
    'współrzędne',
    'lokalizacja',
    '坐标',
    '座標',
    '位置',
    '定位',
    '位置情報',
    'll=',
    'center=',
    'plus code',
    'pluscode',
  ],
  uri: ['geo:'],
  point: ['point'],
  geojson: ['"coordinates', '\\"coordinates'],
  ewkb: [EWKB],
});

const readField = fieldReader(WORDS);

const NUMBER = String.raw`[-+]?\d{1,3}(?:\.\d{1,15})?`;
const LABELLED = new RegExp(String.raw`["'\\]{0,3}\s{0,2}[:=]\s{0,2}["'\\]{0,3}(${NUMBER})(?![\d.A-Za-z])`, 'y');
const GEO_URI = new RegExp(`(${NUMBER}),(${NUMBER})(?:,${NUMBER})?`, 'y');
const WKT_POINT = new RegExp(String.raw`(?:\s?Z?M?)\s?\(\s?(${NUMBER})\s{1,2}(${NUMBER})(?:\s${NUMBER})?\s?\)`, 'iy');
const GEOJSON = new RegExp(
  String.raw`\\?"\s?:\s?\[\s{0,9}(${NUMBER})\s{0,3},\s{0,9}(${NUMBER})(?:\s?,\s{0,9}${NUMBER})?\s{0,9}\]`,
  'y',
);
/** Two numbers of four decimals at least: eleven metres on the ground, as finer than a town. */
const PAIR = /(?<![\d.])([-+]?\d{1,3}\.\d{4,15})\s?,\s?([-+]?\d{1,3}\.\d{4,15})(?![\d.])/;
/** With a word that names it, two decimals are enough: a kilometre. */
const NAMED_PAIR = /(?<![\d.])([-+]?\d{1,3}\.\d{2,15})\s?,\s?([-+]?\d{1,3}\.\d{2,15})(?![\d.])/;
const ANGLES = new RegExp(
  asLatin1(
    String.raw`\d{1,3}(?:\.\d{1,8})?\s?°\s?(?:\d{1,2}(?:\.\d{1,8})?\s?(?:'|′|’)\s?(?:\d{1,2}(?:\.\d{1,8})?\s?(?:"|″|”|'')\s?)?)?[NS][\s,]{1,3}\d{1,3}(?:\.\d{1,8})?\s?°\s?(?:\d{1,2}(?:\.\d{1,8})?\s?(?:'|′|’)\s?(?:\d{1,2}(?:\.\d{1,8})?\s?(?:"|″|”|'')\s?)?)?[EWO](?![A-Za-z])`,
  ),
  'y',
);

/** `1.2345,1.2345` has thirteen bytes, all of them of a PART. */
const LEAST = 13;
const PART = new Uint8Array(256);
for (const character of '0123456789.,-+ ') PART[character.charCodeAt(0)] = 1;
/** A pair with altitude; longer runs are vectors and tables. */
const MOST = 64;

export const coordinatesFinder: Finder = {
  name: 'coordinates',
  kinds: [COORDINATES],
  triggers: WORDS.triggers,
  placeOf: (trigger) => (isPartOfForm(WORDS.roles[trigger]) ? 'anywhere' : 'whole word'),
  find(text, hits, report) {
    const field = readField(text.field);
    if (field === 'latitude' || field === 'longitude') readColumn(text, field, report);
    findPairs(text, hits, field === 'pair', report);
    findByWords(text, hits, report);
    findAngles(text, report);
    findPlusCodes(text, hits, field === 'pair', report);
  },
};

function tell(report: Report, rule: string, start: number, end: number, confidence: number, why: string): void {
  if (confidence < 0.3 && !report.asked(COORDINATES.id)) return;
  report.found({ kind: COORDINATES.id, rule, start, end, confidence, reasons: [why] });
}

/** A column of latitudes or longitudes: each value is one number. */
function readColumn(text: Text, field: 'latitude' | 'longitude', report: Report): void {
  if (text.latin1.length > 40) return;
  const found = /^\s*([-+]?\d{1,3}(?:\.\d{1,15})?)\s*$/.exec(text.latin1);
  if (found === null) return;
  const number = found[1] as string;
  if (!isDegree(number, field) || decimals(number) < 2) return;
  const start = text.latin1.indexOf(number);
  tell(report, 'labelled', start, start + number.length, 0.9, 'the column or key is named so');
}

function isDegree(number: string, role: 'latitude' | 'longitude'): boolean {
  return Math.abs(Number(number)) <= (role === 'latitude' ? 90 : 180);
}

function decimals(number: string): number {
  const dot = number.indexOf('.');
  return dot === -1 ? 0 : number.length - dot - 1;
}

/** Whether two numbers are a place; 0,0 is what devices without a fix report. */
function isPlace(latitude: string, longitude: string): boolean {
  return (
    isDegree(latitude, 'latitude') &&
    isDegree(longitude, 'longitude') &&
    (Number(latitude) !== 0 || Number(longitude) !== 0)
  );
}

/** Pairs that are seen by their decimals, or by a word before them: looked for from the comma between two fractions. */
function findPairs(text: Text, hits: Hits, named: boolean, report: Report): void {
  const { bytes, latin1 } = text;
  // Beside its name, a pair may be shorter: `48.85,2.29` has ten bytes.
  const least = named || hits.length > 0 ? 9 : LEAST;
  let floor = 0;
  for (let comma = latin1.indexOf(','); comma !== -1; comma = latin1.indexOf(',', Math.max(comma + 1, floor))) {
    if (!endsFraction(bytes, comma) || !beginsFraction(bytes, comma + 1)) continue;
    let start = comma;
    while (start > floor && PART[bytes[start - 1] as number] === 1) start--;
    let end = comma + 1;
    while (end < bytes.length && PART[bytes[end] as number] === 1) end++;
    if (end - start >= least && end - start <= MOST) {
      readPair(text, hits, named, latin1.slice(start, end), start, report);
    }
    floor = end;
  }
}

const MOST_DECIMALS = 15;

/** Whether a digit, a stop and two decimals or more end here, or before a space. */
function endsFraction(bytes: Uint8Array, end: number): boolean {
  const behind = bytes[end - 1] === SPACE ? end - 1 : end;
  let at = behind - 1;
  while (isDigit(bytes[at]) && behind - at <= MOST_DECIMALS) at--;
  return bytes[at] === STOP && behind - at > 2 && isDigit(bytes[at - 1]);
}

/** Whether up to three digits, a stop and a digit begin here, or behind a space and a sign. */
function beginsFraction(bytes: Uint8Array, begin: number): boolean {
  let first = bytes[begin] === SPACE ? begin + 1 : begin;
  if (bytes[first] === PLUS || bytes[first] === MINUS) first++;
  let at = first;
  while (isDigit(bytes[at]) && at - first < 3) at++;
  return at > first && bytes[at] === STOP && isDigit(bytes[at + 1]);
}

const SPACE = 0x20;
const PLUS = 0x2b;
const MINUS = 0x2d;
const STOP = 0x2e;

function readPair(text: Text, hits: Hits, named: boolean, run: string, at: number, report: Report): void {
  const isNamed =
    named || (hits.length > 0 && wordBefore(WORDS, text, hits, at)?.role === 'pair') || text.bytes[at - 1] === 0x40;
  const found = (isNamed ? NAMED_PAIR : PAIR).exec(run);
  if (found === null || (run.match(/\d\.\d/g)?.length ?? 0) > 3) return;
  const [whole, first = '', second = ''] = found;
  // GeoJSON puts the longitude first, most others the latitude.
  if (!isPlace(first, second) && !isPlace(second, first)) return;
  const start = at + found.index;
  const end = start + whole.length;
  if (isLetter(text.bytes[start - 1]) || isLetter(text.bytes[end]) || text.bytes[end] === 0x25) return;
  tell(
    report,
    'pair',
    start,
    end,
    isNamed ? 0.85 : 0.5,
    isNamed ? 'two degrees, and a word names them' : 'two degrees with many decimals',
  );
}

/** The beginning of a written form rather than a word beside one. */
function isPartOfForm(role: string | undefined): boolean {
  return role === 'ewkb' || role === 'geojson';
}

function findByWords(text: Text, hits: Hits, report: Report): void {
  for (let index = 0; index < hits.length; index++) {
    const end = hits.end[index] as number;
    const role = roleOf(WORDS, hits, index);
    if (role === 'ewkb') readEwkb(text, end, report);
    else if (role === 'geojson') readTwo(GEOJSON, 'geojson', text, end, 0.85, 'a GeoJSON position', true, report);
    else if (role === 'pair' || !stands(WORDS, text, hits, index)) continue;
    else if (role === 'uri') readTwo(GEO_URI, 'geo-uri', text, end, 0.9, 'a geo URI', false, report);
    else if (role === 'point')
      readTwo(WKT_POINT, 'wkt-point', text, end, 0.85, 'a point in well-known text', true, report);
    else if (role === 'latitude') readLabelled(text, hits, index, report);
  }
}

function readTwo(
  form: RegExp,
  rule: string,
  text: Text,
  at: number,
  confidence: number,
  why: string,
  longitudeFirst: boolean,
  report: Report,
): void {
  form.lastIndex = 0;
  const window = text.latin1.slice(at, at + 120);
  const found = form.exec(window);
  if (found === null) return;
  const [, first = '', second = ''] = found;
  if (!isPlace(longitudeFirst ? second : first, longitudeFirst ? first : second)) return;
  // Points of a drawing have whole numbers; a place on the ground has decimals.
  if (rule !== 'geo-uri' && decimals(first) < 2 && decimals(second) < 2) return;
  const start = at + found[0].indexOf(first);
  const end = at + found[0].lastIndexOf(second) + second.length;
  tell(report, rule, start, end, confidence, why);
}

/** `"lat":48.85837,"lng":2.29448`: both numbers, each as a span of its own, where both stand near each other. */
function readLabelled(text: Text, hits: Hits, index: number, report: Report): void {
  const latitude = readNumber(text, hits.end[index] as number);
  if (latitude === undefined) return;
  const from = hits.end[index] as number;
  for (const step of [1, -1]) {
    for (let other = index + step; other >= 0 && other < hits.length; other += step) {
      const end = hits.end[other] as number;
      if (Math.abs(end - from) > 100) break;
      if (roleOf(WORDS, hits, other) !== 'longitude' || !stands(WORDS, text, hits, other)) continue;
      const longitude = readNumber(text, end);
      if (longitude === undefined) continue;
      if (!isPlace(latitude.number, longitude.number)) return;
      const fine = Math.max(decimals(latitude.number), decimals(longitude.number));
      if (fine < 2) return;
      const confidence = fine >= 3 ? 0.95 : 0.7;
      for (const { start, number } of [latitude, longitude]) {
        tell(
          report,
          'labelled',
          start,
          start + number.length,
          confidence,
          'latitude and longitude, each with its name',
        );
      }
      return;
    }
  }
}

function readNumber(text: Text, at: number): { readonly start: number; readonly number: string } | undefined {
  LABELLED.lastIndex = 0;
  const found = LABELLED.exec(text.latin1.slice(at, at + 48));
  if (found === null) return undefined;
  const number = found[1] as string;
  return { start: at + found[0].length - number.length, number };
}

/** Two doubles in hexadecimal behind the header of a PostGIS point: longitude, then latitude. */
function readEwkb(text: Text, at: number, report: Report): void {
  const hex = text.latin1.slice(at, at + 33);
  if (!/^[0-9a-f]{32}(?![0-9a-f])/i.test(hex)) return;
  const body = Buffer.from(hex.slice(0, 32), 'hex');
  if (!isPlace(String(body.readDoubleLE(8)), String(body.readDoubleLE(0)))) return;
  tell(report, 'ewkb', at - EWKB.length, at + 32, 0.95, 'a point as PostGIS stores it');
}

/** 48°51'29.5"N 2°17'40.2"E: found by the sign of degrees, C2 B0. */
function findAngles(text: Text, report: Report): void {
  const { bytes, latin1 } = text;
  let done = 0;
  for (let at = latin1.indexOf('\u00c2\u00b0'); at !== -1; at = latin1.indexOf('\u00c2\u00b0', at + 2)) {
    if (at < done) continue;
    let start = at;
    while (
      start > done &&
      at - start < 14 &&
      (isDigit(bytes[start - 1]) || bytes[start - 1] === 0x2e || bytes[start - 1] === 0x20)
    )
      start--;
    while (start < at && !isDigit(bytes[start])) start++;
    ANGLES.lastIndex = 0;
    const found = ANGLES.exec(latin1.slice(start, start + 100));
    if (found === null) continue;
    done = start + found[0].length;
    tell(report, 'angles', start, done, 0.9, 'degrees of latitude and longitude');
  }
}

/** Digits of a plus code (Open Location Code specification): no vowels, and none that look alike. */
const PLUS_CODE = /^[23456789CFGHJMPQRVWX]{8}\+[23456789CFGHJMPQRVWX]{2,7}$/;
const SHORT_PLUS_CODE = /^[23456789CFGHJMPQRVWX]{4,6}\+[23456789CFGHJMPQRVWX]{2,3}$/;

function findPlusCodes(text: Text, hits: Hits, named: boolean, report: Report): void {
  const { bytes, latin1 } = text;
  for (let at = latin1.indexOf('+'); at !== -1; at = latin1.indexOf('+', at + 1)) {
    if (!isPlusDigit(bytes[at - 1]) || !isPlusDigit(bytes[at + 1])) continue;
    let start = at;
    while (start > 0 && at - start < 9 && isPlusDigit(bytes[start - 1])) start--;
    let end = at + 1;
    while (end - at < 9 && isPlusDigit(bytes[end])) end++;
    if (isJoined(bytes[start - 1]) || isJoined(bytes[end])) continue;
    const code = latin1.slice(start, end).toUpperCase();
    const isNamed = named || (hits.length > 0 && wordBefore(WORDS, text, hits, start)?.role === 'pair');
    // The first digit is a band of 20 degrees of latitude, nine of them; the second one of longitude, eighteen.
    if (PLUS_CODE.test(code) && /^[2-9C][2-9CFGHJMPQRV]/.test(code)) {
      tell(report, 'plus-code', start, end, isNamed ? 0.9 : /[A-Z]/.test(code) ? 0.6 : 0.2, 'a plus code');
    } else if (SHORT_PLUS_CODE.test(code) && isNamed)
      tell(report, 'plus-code', start, end, 0.6, 'a short plus code, and a word names it');
  }
}

function isPlusDigit(byte: number | undefined): boolean {
  return isDigit(byte) || isLetter(byte);
}

function isJoined(byte: number | undefined): boolean {
  return isPlusDigit(byte) || byte === 0x2b || byte === 0x2f || byte === 0x3d || byte === 0x5f || byte === 0x2d;
}

/** Examples that tests read. */
export const COORDINATES_EXAMPLES = {
  valid: [
    '48.858370, 2.294481',
    'geo:48.2010,16.3695',
    '{"lat":48.85837,"lng":2.29448}',
    'POINT(2.2944 48.8583)',
    '48°51\'29.5"N 2°17\'40.2"E',
    '8FW4V75V+8Q',
    '{"type":"Point","coordinates":[2.2944,48.8583]}',
  ],
  invalid: [
    '0.0, 0.0',
    '1.2.3, 4.5',
    '[0.12345, 0.23456, -0.34567, 0.45678, 0.56789]',
    '12.5, 30.2',
    '{"lat":12.5}',
    'POINT(10 20)',
    '148.858370, 202.294481',
  ],
} as const;

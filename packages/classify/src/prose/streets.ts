// Streets: a name with its type before or behind, and the house number, in the orders of many countries.

import { numberAt, type Parts, skipSeparators, unitAt } from './address-parts.ts';
import { FAMILY, GIVEN, PARTICLE, PLACE, THING, UNIT, WORD } from './flags.ts';
import { isOrdinal, isRomanceOrdinal } from './numbered.ts';
import { ADDRESS_HINTS, ADDRESS_LABELS } from './phrases.ts';
import {
  endOf,
  flagsOf,
  gapBefore,
  isCapitalised,
  isMark,
  isMixed,
  isNumber,
  isOneOf,
  isWord,
  phraseBefore,
  type Reading,
  shapeOf,
  startOf,
  word,
} from './reading.ts';
import { TITLE_CASE } from './shapes.ts';
import { STREET_ENDINGS } from './word-lists.ts';
import { wordSet } from './word-set.ts';

/** Words of a street's name at most, and lines of an address. */
export const MOST_WORDS = 6;

/** By their last two letters, since most words end otherwise. */
const ENDINGS: ReadonlyMap<string, readonly string[]> = Map.groupBy(STREET_ENDINGS, (ending) => ending.slice(-2));

/** Whether a word ends as streets do, behind three letters at least: `Gartenstrasse`, `Mannerheimintie`. */
export function endsAsStreet(text: string): boolean {
  const endings = text.length < 5 ? undefined : ENDINGS.get(text.slice(-2));
  return endings?.some((ending) => text.length >= ending.length + 3 && text.endsWith(ending)) === true;
}

/** Street types that are too often something else in small letters, or before a name. */
const LOWER_TYPES =
  wordSet(`street road avenue lane rue boulevard chemin impasse allee quai place via viale piazza corso vicolo calle avenida plaza paseo rua
travessa ul ulica ulicy al aleja osiedle st str strasse straat utca utja av avda ave rd blvd ln drive r`);

/** Types that stand before the name and its number. */
const LEADING_TYPES =
  wordSet(`rue avenue av avda ave bd boulevard chemin impasse allee allees quai cours passage place square sentier ruelle faubourg residence
route promenade calle avenida paseo camino carretera plaza ronda travesia pasaje glorieta carrer rambla rua travessa praca largo
estrada alameda rodovia ladeira via viale piazza corso vicolo strada piazzale contrada lungomare borgo ul ulica ulicy al aleja
aleje plac osiedle jalan jl lorong postbox postfach apartado str bulevardul rruga r c odos leoforos ulitsa`);

/** Types that stand behind the name. */
const TRAILING_TYPES =
  wordSet(`street st str road rd avenue ave av boulevard blvd lane ln drive dr court ct place pl square sq terrace terr crescent cres close
way highway hwy parkway pkwy route alley circle cir trail trl grove mews row walk wharf quay parade esplanade loop turnpike
expressway freeway causeway crossing ridge heights hill gardens green plaza path pike bend park pass manor hollow meadow meadows
mall gateway crossroad throughway strasse weg platz allee gasse ufer damm straat laan plein gracht kade u ut utca utja ter korut
gata gate vei vej gade vag katu tie tee tanav ulice trg cesta nagar marg sokak cadde caddesi prospekt island islands isle lake
lakes spring springs village villages ville common course cove creek dale dam estate estates extension fall falls ferry field
fields flat flats ford forge fork forks fort glen harbor haven inlet junction junctions key keys knoll knolls land landing light
locks lodge mill mills mission motorway mount mountain orchard oval overpass passage pine pines plain plains point points port
ports prairie radial ramp ranch rapid rapids rest river run shoal shore shores skyway spur squares station stravenue stream
streets summit trace track trafficway tunnel underpass union unions vale valley valleys via viaduct view views vista walks ways
well wells courts drives parks roads corner corners burg bypass camp canyon cape center cliff cliffs club divide forest garden
groves hills`);

/** Of the trailing types, those that are no plain English words or name streets only. */
const PLAIN_TYPES =
  wordSet(`street st str road rd avenue ave av boulevard blvd lane ln drive dr terrace crescent cres highway hwy parkway pkwy mews strasse
weg platz allee gasse ufer damm straat laan plein gracht kade utca utja ut ter korut gata gate vei vej gade vag katu tie tee tanav
ulice trg cesta prospekt court place square close circle way`);

/** Small words within a street's name. */
const SMALL_WORDS = wordSet('of and the et a au aux des sur sous en z am an im in auf der dem fejedelem gen u');
const C = wordSet('c');
/** Types that make a name in small letters a street. */
const STRONG_TYPES = wordSet('street road avenue lane drive boulevard terrace crescent');
/** Types that name a street without a number, and those that do in small letters. */
const NAMING_TYPES = wordSet('street st road rd avenue ave lane boulevard blvd drive strasse crescent terrace');
const SMALL_TYPES = wordSet('street road avenue lane');

/** A street's name, its type before or behind, a number behind unless one stands before. */
export function streetFrom(reading: Reading, from: number, numberBefore: boolean): Parts | undefined {
  if (!isWord(reading, from) && !isMixed(reading, from)) return undefined;
  const firstFlags = flagsOf(reading, from);
  const capitalised = isCapitalised(reading, from);
  const leading =
    isOneOf(reading, from, LEADING_TYPES) && (capitalised || numberBefore || isOneOf(reading, from, LOWER_TYPES));
  if (!capitalised && !leading && !numberBefore) return undefined;
  let at = from;
  let words = 0;
  let typed = leading;
  let plainType = leading;
  let lastWord = from - 1;
  for (; at < reading.count && words <= MOST_WORDS; at++) {
    if (at > from && gapBefore(reading, at) > 2) break;
    if (isMark(reading, at, '.') && at > from && gapBefore(reading, at) === 0) continue;
    if (isMark(reading, at, '/') && at === from + 1 && isOneOf(reading, from, C)) {
      typed = true;
      plainType = true;
      continue;
    }
    if (!isWord(reading, at)) {
      // `20th Street`, `105th Avenue`.
      if (words < 2 && (isOrdinal(reading, at) || isRomanceOrdinal(reading, at))) {
        words++;
        lastWord = at;
        continue;
      }
      break;
    }
    const flags = flagsOf(reading, at);
    const cap = isCapitalised(reading, at);
    // An abbreviated type in small letters before the number: `rkp. 18`.
    if (
      !cap &&
      at > from &&
      isMark(reading, at + 1, '.') &&
      gapBefore(reading, at + 1) === 0 &&
      isNumber(reading, at + 2) &&
      (flags & WORD) === 0
    ) {
      lastWord = at;
      typed = true;
      break;
    }
    const small = !cap && ((flags & PARTICLE) !== 0 || isOneOf(reading, at, SMALL_WORDS));
    if (
      at > from &&
      (flags & UNIT) !== 0 &&
      (isNumber(reading, at + 1) || (isMark(reading, at + 1, '.') && isNumber(reading, at + 2)))
    )
      break;
    const ends = (flags & (WORD | GIVEN | PLACE)) === 0 && endsAsStreet(word(reading, at));
    const type = ends || isOneOf(reading, at, TRAILING_TYPES);
    if (!cap && !small && !type && !(leading && numberBefore) && !(leading && words < 3 && (flags & WORD) === 0)) {
      const strong = words < 2 && isOneOf(reading, at + 1, STRONG_TYPES);
      if (!(numberBefore && ((words === 0 && (flags & WORD) === 0) || strong))) break;
    }
    words++;
    if (cap || type || !small || leading) lastWord = at;
    if (type && (at > from || endsAsStreet(word(reading, at)))) {
      typed = true;
      if (isOneOf(reading, at, PLAIN_TYPES) || endsAsStreet(word(reading, at))) plainType = true;
    }
  }
  at = lastWord + 1;
  if (isMark(reading, at, '.') && gapBefore(reading, at) === 0) at++;
  if (lastWord < from || (leading && lastWord === from)) return undefined;
  const numberBehind = numberBefore && isPostcodeBefore(reading, at) ? undefined : numberAt(reading, at);
  const parts: Parts = {
    last: numberBehind ?? at - 1,
    typed: plainType,
    numbered: false,
    unit: false,
    postcode: false,
    city: false,
    box: false,
  };
  parts.numbered = numberBefore || numberBehind !== undefined;
  if (!parts.numbered) {
    // A street without a number counts where it is named in full: `live on Baker Street`.
    const named = isOneOf(reading, lastWord, NAMING_TYPES) || endsAsStreet(word(reading, lastWord));
    if (leading || !named || !typed || !capitalised || (firstFlags & WORD) !== 0) return undefined;
    return isCapitalised(reading, lastWord) || isOneOf(reading, lastWord, SMALL_TYPES) ? parts : undefined;
  }
  if (!typed && !looksLikeStreet(reading, from, lastWord, numberBefore, numberBehind !== undefined)) return undefined;
  return parts;
}

/** `12 rue de la Paix, 75002 Paris`: a number behind is a postcode where the house number stood before. */
function isPostcodeBefore(reading: Reading, from: number): boolean {
  const comma = isMark(reading, from, ',');
  const at = comma ? from + 1 : from;
  if (!isNumber(reading, at)) return false;
  const size = endOf(reading, at) - startOf(reading, at);
  return (
    (size === 5 || (size === 4 && comma)) && isCapitalised(reading, at + 1) && (flagsOf(reading, at + 1) & UNIT) === 0
  );
}

/** Without a street type: a name with a capital, between numbers, before a unit, or behind a word that asks for an address. */
function looksLikeStreet(reading: Reading, first: number, last: number, before: boolean, behind: boolean): boolean {
  let known = 0;
  let written = 0;
  for (let at = first; at <= last; at++) {
    if (isWord(reading, at) && shapeOf(reading, at) === TITLE_CASE) written++;
    if ((flagsOf(reading, at) & WORD) !== 0 && (flagsOf(reading, at) & (GIVEN | FAMILY | PLACE)) === 0) known++;
    if ((flagsOf(reading, at) & THING) !== 0 && (flagsOf(reading, at) & PLACE) === 0) return false;
  }
  if (known > 0 && known >= last - first) return false;
  const start = before ? numberStart(reading, first) : first;
  if (before && behind) return true;
  if (written === 0) return false;
  if (phraseBefore(reading, start, ADDRESS_HINTS) !== undefined) return true;
  if (isMark(reading, start - 1, ':') && phraseBefore(reading, start, ADDRESS_LABELS) !== undefined) return true;
  const next = behind ? last + 2 : last + 1;
  return unitAt(reading, skipSeparators(reading, next)) !== undefined && (before || behind);
}

function numberStart(reading: Reading, from: number): number {
  let at = from;
  while (at > 0 && (isNumber(reading, at - 1) || isMark(reading, at - 1, ',') || isMark(reading, at - 1, '-'))) at--;
  return at;
}

// What the prose finder knows of a word: one bit each, so that a word is one number.

/** A given name. */
export const GIVEN = 1;
/** A given name in more than one country, or among the most frequent ones of the US Census. */
export const GIVEN_OFTEN = 2;
/** A family name. */
export const FAMILY = 4;
/** A family name in more than one country, or among the 10,000 most frequent ones of the US Census. */
export const FAMILY_OFTEN = 8;
/** A city, region or country. */
export const PLACE = 16;
/** A country, a first-level region, or a city of 300,000 people and more. */
export const PLACE_LARGE = 32;
/** An English word in lower case. */
export const WORD = 64;
/** A word of French, German, Spanish, Italian, Portuguese or Dutch; only marked on names and places. */
export const FOREIGN_WORD = 128;
/** The first word of a place of several words. */
export const PLACE_BEGINS = 256;
/** A title or honorific: Mr, Frau, Dr. */
export const TITLE = 512;
/** A type of street: road, rue, straße. */
export const STREET = 1024;
/** A unit within a house: apartment, suite, piso. */
export const UNIT = 2048;
/** A word that a company or body has in its name: Ltd, GmbH, University. */
export const BODY = 4096;
/** A nationality or a religious or political group. */
export const GROUP = 8192;
/** A product, technology, weekday, month or other word with a capital that is no person. */
export const THING = 16384;
/** A small word inside a name: van, de la, bin. */
export const PARTICLE = 32768;

/** A name of a person. */
export const NAME = GIVEN | FAMILY;
/** What says that a word that is a name may as well be something else. */
export const UNCLEAN = WORD | FOREIGN_WORD | PLACE | THING | BODY | STREET | GROUP | TITLE | UNIT;

/** All bits above: what a token carries. */
export const FLAGS = 0xffff;
/** A word at which a rule looks whatever else is known of it, a job or a street corner; not carried by tokens. */
export const RULED = 65536;

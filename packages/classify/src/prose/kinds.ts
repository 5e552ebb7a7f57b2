// Kinds that the prose finder tells: names, addresses and their neighbours.
import type { Kind } from '../kind.ts';

const PERSON_NAME: Kind = {
  id: 'person/name',
  title: 'Name',
  edpb: ['a'],
  meaning: 'Says who someone is; with any other detail beside it, that detail is known to be theirs.',
  identifies: 'about',
};

const POSTAL_ADDRESS: Kind = {
  id: 'person/postal-address',
  title: 'Postal address',
  edpb: ['b', 'o'],
  meaning: 'Says where someone lives: post, visitors and burglars reach them there.',
  identifies: 'about',
};

const AGE: Kind = {
  id: 'person/age',
  title: 'Age',
  edpb: ['a'],
  meaning: 'Says how old someone is, and so whether they are a child.',
  identifies: 'about',
};

const TITLE: Kind = {
  id: 'person/title',
  title: 'Title',
  edpb: ['a'],
  meaning: 'Says how someone is addressed, and often their sex or profession.',
  identifies: 'about',
  onRequest: true,
};

const NATIONALITY: Kind = {
  id: 'person/nationality',
  title: 'Nationality or group',
  edpb: ['a', 'f', 'g', 'e'],
  meaning: 'Says which people, religion or political group someone may belong to.',
  identifies: 'about',
  onRequest: true,
};

const PLACE: Kind = {
  id: 'place/name',
  title: 'Place',
  edpb: ['o'],
  meaning: 'Names a town, region or country; beside a name, it says where someone is.',
  identifies: 'about',
  onRequest: true,
};

const ORGANISATION: Kind = {
  id: 'organisation/name',
  title: 'Organisation',
  edpb: [],
  meaning: 'Names a company or public body; beside a name, it says where someone works.',
  identifies: 'nobody',
  onRequest: true,
};

export const PROSE_KINDS: readonly Kind[] = [PERSON_NAME, POSTAL_ADDRESS, AGE, TITLE, NATIONALITY, PLACE, ORGANISATION];

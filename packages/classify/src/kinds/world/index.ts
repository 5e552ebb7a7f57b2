// All identifiers of the countries outside Europe.
import type { Identifier } from '../../identifier.ts';
import { ARGENTINA } from './argentina.ts';
import { AUSTRALIA } from './australia.ts';
import { BRAZIL } from './brazil.ts';
import { CANADA } from './canada.ts';
import { CHILE } from './chile.ts';
import { CHINA } from './china.ts';
import { COLOMBIA } from './colombia.ts';
import { EGYPT } from './egypt.ts';
import { HONG_KONG } from './hong-kong.ts';
import { INDIA } from './india.ts';
import { INDONESIA } from './indonesia.ts';
import { ISRAEL } from './israel.ts';
import { JAPAN } from './japan.ts';
import { KOREA } from './korea.ts';
import { MALAYSIA } from './malaysia.ts';
import { MEXICO } from './mexico.ts';
import { NEW_ZEALAND } from './new-zealand.ts';
import { NIGERIA } from './nigeria.ts';
import { PAKISTAN } from './pakistan.ts';
import { PERU } from './peru.ts';
import { PHILIPPINES } from './philippines.ts';
import { RUSSIA } from './russia.ts';
import { SAUDI_ARABIA } from './saudi-arabia.ts';
import { SINGAPORE } from './singapore.ts';
import { SOUTH_AFRICA } from './south-africa.ts';
import { TAIWAN } from './taiwan.ts';
import { THAILAND } from './thailand.ts';
import { UKRAINE } from './ukraine.ts';
import { UNITED_ARAB_EMIRATES } from './united-arab-emirates.ts';
import { UNITED_STATES } from './united-states.ts';
import { VIETNAM } from './vietnam.ts';

export const WORLD: readonly Identifier[] = [
  ...UNITED_STATES,
  ...CANADA,
  ...MEXICO,
  ...BRAZIL,
  ...ARGENTINA,
  ...CHILE,
  ...COLOMBIA,
  ...CHINA,
  ...HONG_KONG,
  ...TAIWAN,
  ...JAPAN,
  ...KOREA,
  ...INDIA,
  ...SINGAPORE,
  ...MALAYSIA,
  ...INDONESIA,
  ...THAILAND,
  ...PHILIPPINES,
  ...AUSTRALIA,
  ...NEW_ZEALAND,
  ...ISRAEL,
  ...UNITED_ARAB_EMIRATES,
  ...RUSSIA,
  ...UKRAINE,
  ...SOUTH_AFRICA,
  ...NIGERIA,
  ...EGYPT,
  ...PAKISTAN,
  ...PERU,
  ...SAUDI_ARABIA,
  ...VIETNAM,
];

// All identifiers of Europe: the European Union, the United Kingdom, Norway, Switzerland and Türkiye.
import type { Identifier } from '../../identifier.ts';
import { AUSTRIA } from './austria.ts';
import { BELGIUM } from './belgium.ts';
import { BULGARIA } from './bulgaria.ts';
import { CROATIA } from './croatia.ts';
import { CYPRUS } from './cyprus.ts';
import { CZECHIA } from './czechia.ts';
import { DENMARK } from './denmark.ts';
import { ESTONIA } from './estonia.ts';
import { FINLAND } from './finland.ts';
import { FRANCE } from './france.ts';
import { GERMANY } from './germany.ts';
import { GREECE } from './greece.ts';
import { HUNGARY } from './hungary.ts';
import { IRELAND } from './ireland.ts';
import { ITALY } from './italy.ts';
import { LATVIA } from './latvia.ts';
import { LITHUANIA } from './lithuania.ts';
import { LUXEMBOURG } from './luxembourg.ts';
import { MALTA } from './malta.ts';
import { NETHERLANDS } from './netherlands.ts';
import { NORWAY } from './norway.ts';
import { POLAND } from './poland.ts';
import { PORTUGAL } from './portugal.ts';
import { ROMANIA } from './romania.ts';
import { SLOVAKIA } from './slovakia.ts';
import { SLOVENIA } from './slovenia.ts';
import { SPAIN } from './spain.ts';
import { SWEDEN } from './sweden.ts';
import { SWITZERLAND } from './switzerland.ts';
import { TURKEY } from './turkey.ts';
import { UNITED_KINGDOM } from './united-kingdom.ts';

export const EUROPE: readonly Identifier[] = [
  ...AUSTRIA,
  ...BELGIUM,
  ...BULGARIA,
  ...CROATIA,
  ...CYPRUS,
  ...CZECHIA,
  ...DENMARK,
  ...ESTONIA,
  ...FINLAND,
  ...FRANCE,
  ...GERMANY,
  ...GREECE,
  ...HUNGARY,
  ...IRELAND,
  ...ITALY,
  ...LATVIA,
  ...LITHUANIA,
  ...LUXEMBOURG,
  ...MALTA,
  ...NETHERLANDS,
  ...NORWAY,
  ...POLAND,
  ...PORTUGAL,
  ...ROMANIA,
  ...SLOVAKIA,
  ...SLOVENIA,
  ...SPAIN,
  ...SWEDEN,
  ...SWITZERLAND,
  ...TURKEY,
  ...UNITED_KINGDOM,
];

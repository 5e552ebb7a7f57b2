// Breach laws of the states from Alabama to Maine of the United States, as dated data. What carries no mark was not read in the statute: the number is from
// texts that quote or report it.
import { DETERMINATION, DISCOVERY, days, NO_NUMBER, type StateLaw, WITH_PERSONS } from './us-state-law.ts';

export const STATES_A_TO_M: Readonly<Record<string, StateLaw>> = {
  'US-AL': {
    name: 'Alabama',
    code: 'Alabama Code',
    url: 'https://alison.legislature.state.al.us/code-of-alabama?section=8-38-5',
    start: DETERMINATION,
    versions: [
      {
        from: '2018-06-01',
        persons: { article: '8-38-5(b)', days: 45 },
        authorities: [
          { name: 'the Attorney General of Alabama', article: '8-38-6(a)', atLeast: 1001, period: days(45) },
        ],
        agencies: { article: '8-38-7', atLeast: 1001 },
        ownerDays: 10,
      },
    ],
  },
  'US-AR': {
    name: 'Arkansas',
    code: 'Arkansas Code',
    url: 'https://law.justia.com/codes/arkansas/title-4/subtitle-7/chapter-110/section-4-110-105/',
    start: DETERMINATION,
    versions: [
      {
        from: '2019-07-23',
        persons: { article: '4-110-105(a)', days: undefined },
        authorities: [
          { name: 'the Attorney General of Arkansas', article: '4-110-105(b)', atLeast: 1001, period: days(45) },
        ],
        note: 'The Attorney General is told at the same time as the persons, where that is earlier.',
      },
    ],
  },
  'US-AZ': {
    name: 'Arizona',
    code: 'Arizona Revised Statutes',
    url: 'https://www.azleg.gov/ars/18/00552.htm',
    start: DETERMINATION,
    versions: [
      {
        from: '2018-08-03',
        persons: { article: '18-552(B)', days: 45 },
        authorities: [
          { name: 'the Attorney General of Arizona', article: '18-552(B)(2)', atLeast: 1001, period: days(45) },
          {
            name: 'the Director of the Arizona Department of Homeland Security',
            article: '18-552(B)(2)',
            atLeast: 1001,
            period: days(45),
          },
        ],
        agencies: { article: '18-552(B)(2)', atLeast: 1001, days: 45 },
        note: 'The Department of Homeland Security came in by a later amendment, of which the day was not verified.',
      },
    ],
  },
  'US-CO': {
    name: 'Colorado',
    code: 'Colorado Revised Statutes',
    url: 'https://law.justia.com/codes/colorado/title-6/fair-trade-and-restraint-of-trade/article-1/part-7/section-6-1-716/',
    start: DETERMINATION,
    versions: [
      {
        from: '2018-09-01',
        persons: { article: '6-1-716(2)(a)', days: 30 },
        authorities: [
          { name: 'the Attorney General of Colorado', article: '6-1-716(2)(f)', atLeast: 500, period: days(30) },
        ],
        agencies: { article: '6-1-716(2)(d)', atLeast: 1001 },
      },
    ],
  },
  'US-CT': {
    name: 'Connecticut',
    code: 'Connecticut General Statutes',
    url: 'https://www.cga.ct.gov/current/pub/chap_669.htm#sec_36a-701b',
    start: DISCOVERY,
    versions: [
      {
        from: '2021-10-01',
        persons: { article: '36a-701b(b)(1)', days: 60 },
        authorities: [
          {
            name: 'the Attorney General of Connecticut',
            article: '36a-701b(b)(2)',
            atLeast: 1,
            period: WITH_PERSONS,
          },
        ],
        note: 'For social security numbers, services against identity theft are owed for 24 months.',
      },
    ],
  },
  'US-DE': {
    name: 'Delaware',
    code: 'Delaware Code, title 6',
    url: 'https://delcode.delaware.gov/title6/c012b/index.html',
    start: DETERMINATION,
    versions: [
      {
        from: '2018-04-14',
        persons: { article: '12B-102(c)', days: 60, checked: 'verified' },
        authorities: [
          { name: 'the Attorney General of Delaware', article: '12B-102(d)', atLeast: 501, period: WITH_PERSONS },
        ],
        note: 'For social security numbers, credit monitoring is owed for one year.',
      },
    ],
  },
  'US-FL': {
    name: 'Florida',
    code: 'Florida Statutes',
    url: 'https://www.leg.state.fl.us/statutes/index.cfm?App_mode=Display_Statute&URL=0500-0599/0501/Sections/0501.171.html',
    start: DETERMINATION,
    versions: [
      {
        from: '2014-07-01',
        persons: { article: '501.171(4)(a)', days: 30 },
        authorities: [
          {
            name: 'the Department of Legal Affairs of Florida',
            article: '501.171(3)(a)',
            atLeast: 500,
            period: days(30),
          },
        ],
        agencies: { article: '501.171(5)', atLeast: 1001 },
        ownerDays: 10,
        note: 'The Department may give 15 days more for the persons, for good cause told within the 30.',
      },
    ],
  },
  'US-IA': {
    name: 'Iowa',
    code: 'Iowa Code',
    url: 'https://www.legis.iowa.gov/docs/code/715C.2.pdf',
    start: DISCOVERY,
    versions: [
      {
        from: '2014-07-01',
        persons: { article: '715C.2(1)', days: undefined },
        authorities: [
          {
            name: 'the director of the consumer protection division of the Attorney General of Iowa',
            article: '715C.2(8)',
            atLeast: 501,
            period: { kind: 'working days after persons', count: 5 },
          },
        ],
      },
    ],
  },
  'US-IN': {
    name: 'Indiana',
    code: 'Indiana Code',
    url: 'https://iga.in.gov/laws/2024/ic/titles/24#24-4.9-3-3',
    start: DISCOVERY,
    versions: [
      {
        from: '2006-07-01',
        until: '2022-06-30',
        persons: { article: '24-4.9-3-3(a)', days: undefined, checked: 'verified' },
        authorities: [
          {
            name: 'the Attorney General of Indiana',
            article: '24-4.9-3-1(c)',
            atLeast: 1,
            period: NO_NUMBER,
            checked: 'verified',
          },
        ],
        agencies: { article: '24-4.9-3-1(b)', atLeast: 1001, checked: 'verified' },
      },
      {
        from: '2022-07-01',
        persons: { article: '24-4.9-3-3(a)', days: 45, checked: 'verified' },
        authorities: [
          {
            name: 'the Attorney General of Indiana',
            article: '24-4.9-3-1(c)',
            atLeast: 1,
            period: days(45),
            checked: 'verified',
          },
        ],
        agencies: { article: '24-4.9-3-1(b)', atLeast: 1001, days: 45, checked: 'verified' },
        ownerDays: 45,
      },
    ],
  },
  'US-LA': {
    name: 'Louisiana',
    code: 'Louisiana Revised Statutes',
    url: 'https://legis.la.gov/legis/Law.aspx?d=322030',
    start: DISCOVERY,
    versions: [
      {
        from: '2018-08-01',
        persons: { article: '51:3074(E)', days: 60 },
        authorities: [
          {
            name: 'the Attorney General of Louisiana',
            article: 'Administrative Code 16:III.701',
            atLeast: 1,
            period: { kind: 'days after persons', count: 10 },
          },
        ],
        ownerDays: 60,
      },
    ],
  },
  'US-MD': {
    name: 'Maryland',
    code: 'Maryland Code, Commercial Law',
    url: 'https://mgaleg.maryland.gov/mgawebsite/Laws/StatuteText?article=gcl&section=14-3504',
    start: DISCOVERY,
    versions: [
      {
        from: '2022-10-01',
        persons: { article: '14-3504(b)(3)', days: 45 },
        authorities: [
          {
            name: 'the Attorney General of Maryland, before the persons',
            article: '14-3504(h)',
            atLeast: 1,
            period: WITH_PERSONS,
          },
        ],
        agencies: { article: '14-3506', atLeast: 1000 },
        ownerDays: 10,
      },
    ],
  },
  'US-ME': {
    name: 'Maine',
    code: 'Maine Revised Statutes, title 10',
    url: 'https://legislature.maine.gov/statutes/10/title10sec1348.html',
    start: 'awareness of the breach and of its scope',
    versions: [
      {
        from: '2019-09-19',
        persons: { article: '1348(1)', days: 30 },
        authorities: [
          {
            name: 'the regulator of the trade in Maine, or the Attorney General of Maine',
            article: '1348(5)',
            atLeast: 1,
            period: NO_NUMBER,
          },
        ],
        agencies: { article: '1348(4)', atLeast: 1001 },
      },
    ],
  },
};

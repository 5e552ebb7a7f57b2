// Breach laws of the states and territories from Minnesota to Wisconsin of the United States, as dated data. What carries no mark was not read in the statute: the number is from
// texts that quote or report it.
import {
  type AuthorityRule,
  DETERMINATION,
  DISCOVERY,
  days,
  NO_NUMBER,
  type StateLaw,
  WITH_PERSONS,
} from './us-state-law.ts';

export const STATES_M_TO_W: Readonly<Record<string, StateLaw>> = {
  'US-MN': {
    name: 'Minnesota',
    code: 'Minnesota Statutes',
    url: 'https://www.revisor.mn.gov/statutes/cite/325E.61',
    start: 'the discovery of circumstances that require the notices',
    versions: [
      {
        from: '2007-01-01',
        persons: { article: '325E.61(1)(a)', days: undefined },
        authorities: [],
        agencies: { article: '325E.61(2)', atLeast: 501, hours: 48 },
        note: 'The first day of this wording was not verified.',
      },
    ],
  },
  'US-NM': {
    name: 'New Mexico',
    code: 'New Mexico Statutes',
    url: 'https://law.justia.com/codes/new-mexico/chapter-57/article-12c/section-57-12c-6/',
    start: DISCOVERY,
    versions: [
      {
        from: '2017-06-16',
        persons: { article: '57-12C-6(A)', days: 45 },
        authorities: [
          {
            name: 'the Attorney General of New Mexico',
            article: '57-12C-10',
            atLeast: 1001,
            period: days(45),
            checked: 'verified',
          },
        ],
        agencies: { article: '57-12C-10', atLeast: 1001, days: 45, checked: 'verified' },
        ownerDays: 45,
      },
    ],
  },
  'US-NY': {
    name: 'New York',
    code: 'New York General Business Law',
    url: 'https://www.nysenate.gov/legislation/laws/GBS/899-AA',
    start: DISCOVERY,
    versions: [
      {
        from: '2005-12-07',
        until: '2024-12-20',
        persons: { article: '899-aa(2)', days: undefined },
        authorities: newYorkAuthorities(),
        agencies: { article: '899-aa(8)(b)', atLeast: 5001 },
      },
      {
        from: '2024-12-21',
        persons: { article: '899-aa(2)', days: 30 },
        authorities: [
          ...newYorkAuthorities(),
          {
            name: 'the Department of Financial Services of New York',
            article: '899-aa(8)(a)',
            atLeast: 1,
            period: WITH_PERSONS,
            only: 'nydfs-licensed',
          },
        ],
        agencies: { article: '899-aa(8)(b)', atLeast: 5001 },
        ownerDays: 30,
        note: 'Only law enforcement may delay it. That the Department of Financial Services is told by those only whom it licenses is from a later amendment of 2025.',
      },
    ],
  },
  'US-OH': {
    name: 'Ohio',
    code: 'Ohio Revised Code',
    url: 'https://codes.ohio.gov/ohio-revised-code/section-1349.19',
    start: DISCOVERY,
    versions: [
      {
        from: '2006-02-17',
        persons: { article: '1349.19(B)(2)', days: 45 },
        authorities: [],
        agencies: { article: '1349.19(G)', atLeast: 1001 },
      },
    ],
  },
  'US-OK': {
    name: 'Oklahoma',
    code: 'Oklahoma Statutes, title 24',
    url: 'https://www.oklegislature.gov/BillInfo.aspx?Bill=SB626&Session=2500',
    start: DETERMINATION,
    versions: [
      {
        from: '2008-11-01',
        until: '2025-12-31',
        persons: { article: '163(A)', days: undefined },
        authorities: [],
      },
      {
        from: '2026-01-01',
        persons: { article: '163(A)', days: undefined },
        authorities: [
          {
            name: 'the Attorney General of Oklahoma',
            article: '163(E)',
            atLeast: 500,
            period: { kind: 'days after persons', count: 60 },
          },
        ],
        note: 'From reports on Senate Bill 626 of 2025. The paragraph was not verified; for credit bureaus the threshold is 1,000.',
      },
    ],
  },
  'US-OR': {
    name: 'Oregon',
    code: 'Oregon Revised Statutes',
    url: 'https://oregon.public.law/statutes/ors_646a.604',
    start: DISCOVERY,
    versions: [
      {
        from: '2020-01-01',
        persons: { article: '646A.604(3)(a)', days: 45 },
        authorities: [
          { name: 'the Attorney General of Oregon', article: '646A.604(1)(b)', atLeast: 251, period: WITH_PERSONS },
        ],
        agencies: { article: '646A.604(6)', atLeast: 1001 },
        ownerDays: 10,
      },
    ],
  },
  'US-PA': {
    name: 'Pennsylvania',
    code: 'Pennsylvania Statutes, title 73',
    url: 'https://www.legis.state.pa.us/cfdocs/legis/li/uconsCheck.cfm?yr=2024&sessInd=0&act=33',
    start: DETERMINATION,
    versions: [
      {
        from: '2006-06-20',
        until: '2024-09-25',
        persons: { article: '2303(a)', days: undefined },
        authorities: [],
        agencies: { article: '2305', atLeast: 1001 },
      },
      {
        from: '2024-09-26',
        persons: { article: '2303(a)', days: undefined },
        authorities: [
          { name: 'the Attorney General of Pennsylvania', article: '2303(a.1)', atLeast: 501, period: WITH_PERSONS },
        ],
        agencies: { article: '2305', atLeast: 501 },
        note: 'State agencies have seven business days, which is not in the data. The paragraph on the Attorney General was not verified.',
      },
    ],
  },
  'US-PR': {
    name: 'Puerto Rico',
    code: 'Laws of Puerto Rico, title 10',
    url: 'https://law.justia.com/codes/puerto-rico/title-ten/subtitle-3/chapter-310/4052/',
    start: 'the detection of the violation of the security of the system',
    versions: [
      {
        from: '2006-01-05',
        persons: { article: '4052', days: undefined, checked: 'verified' },
        authorities: [
          {
            name: 'the Department of Consumer Affairs of Puerto Rico (DACO), which makes it public within 24 hours',
            article: '4052',
            atLeast: 1,
            period: days(10),
            checked: 'verified',
          },
        ],
        note: 'The ten days cannot be extended.',
      },
    ],
  },
  'US-RI': {
    name: 'Rhode Island',
    code: 'Rhode Island General Laws',
    url: 'https://webserver.rilegislature.gov/Statutes/TITLE11/11-49.3/11-49.3-4.htm',
    start: 'the confirmation of the breach and the ability to tell what a notice has to say',
    versions: [
      {
        from: '2016-07-02',
        until: '2023-06-26',
        persons: { article: '11-49.3-4(a)(2)', days: 45 },
        authorities: [rhodeIslandAuthority()],
        agencies: { article: '11-49.3-4(a)(2)', atLeast: 501 },
      },
      {
        from: '2023-06-27',
        persons: { article: '11-49.3-4(a)(2)(ii)', days: 45, checked: 'verified' },
        agencyPersons: { article: '11-49.3-4(a)(2)(i)', days: 30, checked: 'verified' },
        authorities: [rhodeIslandAuthority()],
        agencies: { article: '11-49.3-4(a)(2)', atLeast: 501 },
        note: 'State and municipal agencies tell the State Police of an incident within 24 hours, which is not in the data.',
      },
    ],
  },
  'US-SD': {
    name: 'South Dakota',
    code: 'South Dakota Codified Laws',
    url: 'https://sdlegislature.gov/Statutes/22-40-20',
    start: DISCOVERY,
    versions: [
      {
        from: '2018-07-01',
        persons: { article: '22-40-20', days: 60, checked: 'verified' },
        authorities: [
          {
            name: 'the Attorney General of South Dakota',
            article: '22-40-20',
            atLeast: 251,
            period: NO_NUMBER,
            checked: 'verified',
          },
        ],
        agencies: { article: '22-40-24', atLeast: 1 },
        note: 'Who finds after an investigation that harm is unlikely still tells the Attorney General.',
      },
    ],
  },
  'US-TN': {
    name: 'Tennessee',
    code: 'Tennessee Code',
    url: 'https://law.justia.com/codes/tennessee/title-47/chapter-18/part-21/section-47-18-2107/',
    start: DISCOVERY,
    versions: [
      {
        from: '2017-04-04',
        persons: { article: '47-18-2107(b)', days: 45 },
        authorities: [],
        agencies: { article: '47-18-2107(g)', atLeast: 1001 },
        ownerDays: 45,
      },
    ],
  },
  'US-TX': {
    name: 'Texas',
    code: 'Texas Business and Commerce Code',
    url: 'https://statutes.capitol.texas.gov/Docs/BC/htm/BC.521.htm',
    start: DETERMINATION,
    versions: [
      {
        from: '2020-01-01',
        until: '2023-08-31',
        persons: { article: '521.053(b)', days: 60, checked: 'verified' },
        authorities: [texasAuthority(60)],
        agencies: { article: '521.053(h)', atLeast: 10_001 },
      },
      {
        from: '2023-09-01',
        persons: { article: '521.053(b)', days: 60, checked: 'verified' },
        authorities: [texasAuthority(30)],
        agencies: { article: '521.053(h)', atLeast: 10_001 },
      },
    ],
  },
  'US-UT': {
    name: 'Utah',
    code: 'Utah Code',
    url: 'https://le.utah.gov/xcode/Title13/Chapter44/13-44-S202.html',
    start: DISCOVERY,
    versions: [
      {
        from: '2023-05-03',
        persons: { article: '13-44-202(2)', days: undefined },
        authorities: [
          {
            name: 'the Attorney General of Utah and the Utah Cyber Center',
            article: '13-44-202(1)(c)',
            atLeast: 500,
            period: NO_NUMBER,
          },
        ],
        agencies: { article: '13-44-202(1)(d)', atLeast: 1000 },
      },
    ],
  },
  'US-VT': {
    name: 'Vermont',
    code: 'Vermont Statutes, title 9',
    url: 'https://legislature.vermont.gov/statutes/section/09/062/02435',
    start: DISCOVERY,
    versions: [
      {
        from: '2012-05-08',
        persons: { article: '2435(b)(1)', days: 45 },
        authorities: [
          {
            name: 'the Attorney General of Vermont',
            article: '2435(b)(3)(B)',
            atLeast: 1,
            period: { kind: 'working days', count: 14 },
          },
        ],
        agencies: { article: '2435(c)', atLeast: 1001 },
        note: 'A preliminary description is due to the Attorney General within 14 business days, or when the persons are told where that is earlier. Trades that the Department of Financial Regulation licenses tell that department.',
      },
    ],
  },
  'US-WA': {
    name: 'Washington',
    code: 'Revised Code of Washington',
    url: 'https://app.leg.wa.gov/rcw/default.aspx?cite=19.255.010',
    start: DISCOVERY,
    versions: [
      {
        from: '2020-03-01',
        persons: { article: '19.255.010(8)', days: 30 },
        authorities: [
          { name: 'the Attorney General of Washington', article: '19.255.010(7)', atLeast: 501, period: days(30) },
        ],
      },
    ],
  },
  'US-WI': {
    name: 'Wisconsin',
    code: 'Wisconsin Statutes',
    url: 'https://docs.legis.wisconsin.gov/statutes/statutes/134/98',
    start: 'when the organisation learned of the acquisition',
    versions: [
      {
        from: '2006-03-31',
        persons: { article: '134.98(3)(a)', days: 45 },
        authorities: [],
        agencies: { article: '134.98(2)(br)', atLeast: 1000 },
      },
    ],
  },
};

function newYorkAuthorities(): readonly AuthorityRule[] {
  return [
    {
      name: 'the Attorney General, the Department of State and the State Police of New York',
      article: '899-aa(8)(a)',
      atLeast: 1,
      period: WITH_PERSONS,
    },
  ];
}

function rhodeIslandAuthority(): AuthorityRule {
  return {
    name: 'the Attorney General of Rhode Island',
    article: '11-49.3-4(a)(2)',
    atLeast: 501,
    period: WITH_PERSONS,
  };
}

function texasAuthority(count: number): AuthorityRule {
  return { name: 'the Attorney General of Texas', article: '521.053(i)', atLeast: 250, period: days(count) };
}

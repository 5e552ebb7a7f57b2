// The public pages in English.
import type { PublicWords } from './words.ts';

const accessLetter = `Subject: Access to my personal data

To [name and address of the organisation]

Under [Article 15 of the General Data Protection Regulation] I ask you

1. whether you process personal data about me;
2. for a copy of these data, including those that were concerned by the incident that you made known on [date];
3. for what purposes you process them, from whom you have them, to whom you gave them, and how long you keep them;
4. which of my data others could see, from when to when, and who is known to have done so.

Please answer within one month. You know me as [name, customer number or e-mail address].

[place, date]
[name]
`;

export const ENGLISH: PublicWords = {
  languageName: 'English',
  skip: 'Skip to the content',
  otherLanguages: 'This page in other languages',
  updates: 'What we know, and when we said it',
  noUpdates: 'There is no statement in this language yet. Others are in the languages above.',
  updatedAt: 'Statement of',
  correctedAt: 'Corrected on',
  removedAt: 'This statement was taken back on',
  contact: 'Questions',
  affectedTitle: 'Am I affected?',
  affectedIntro:
    'Enter your e-mail address. We send the answer to that address and show it to nobody else, so this page says the same to everyone.',
  emailLabel: 'Your e-mail address',
  ask: 'Send me the answer',
  askedTitle: 'The answer comes by e-mail',
  asked:
    'If the address exists, a message with the answer is on its way to it. That can take a few minutes. Each address gets one answer a day.',
  noAddress: 'Please enter an e-mail address, as in name@example.org.',
  phishing:
    'We never ask for your password, and our messages never ask you to sign in. If one does, it is not from us.',
  rightsTitle: 'Your rights',
  rightsIntro:
    'Choose the country in which you live. There you find where you can complain, what you can ask for, and letters to fill in.',
  rightsIn: ({ country }) => `Your rights in ${country}`,
  rightsLink: 'Your rights, and letters to fill in',
  authority: 'The authority',
  complaintTemplate: 'A complaint to fill in',
  accessTemplate: 'A request for access to fill in',
  fillIn: 'Replace what stands in square brackets.',
  download: 'Download as text',
  notFoundTitle: 'Nothing here',
  notFound: 'There is no page at this address. It may have been withdrawn.',
  tooManyTitle: 'Too many requests',
  tooMany: 'There were too many requests from your network. Please try again in a few minutes.',
  incidents: 'Incidents',
  noIncidents: 'Nothing is published here at the moment.',
  back: 'All incidents',
  answer: {
    subject: ({ title }) => `Your question: ${title}`,
    yes: ({ title, organisation }) =>
      `You asked whether this address is concerned by the incident “${title}”.\n\nYes: this address is among those of people whose data was concerned. ${organisation} writes to you about what happened, what it may mean for you, and what you can do. If you have had no letter yet, it will come.`,
    no: ({ title, organisation }) =>
      `You asked whether this address is concerned by the incident “${title}”.\n\n${organisation} has not found this address among those of people whose data was concerned, as far as is known today. Should that change, you will be told.`,
    gone: ({ title, organisation }) =>
      `You asked whether this address is concerned by the incident “${title}”.\n\n${organisation} wrote to the people whose data was concerned, and has erased the list of them since. So nobody can look up any more whether this address was among them. If you had no letter, please ask.`,
    close: ({ contact }) =>
      `If it was not you who asked, you need not do anything: nobody but you was told.\nWe never ask for your password, and this message does not ask you to sign in anywhere.\n\nQuestions: ${contact}`,
  },
  rights: {
    gdpr: {
      law: 'General Data Protection Regulation (GDPR), Regulation (EU) 2016/679',
      complaint:
        'You can complain to the data protection authority of the country in which you live or work, or where it happened (Article 77). It costs nothing.',
      court: 'You can go to court against the organisation, where it is established or where you live (Article 79).',
      compensation:
        'If you suffered damage, you can claim compensation; it need not be money that you lost (Article 82).',
      access:
        'You can ask which data about you the organisation has, and for a copy. It has to answer within one month (Articles 12 and 15).',
      erasure: 'You can have wrong data put right and data erased that are no longer needed (Articles 16 and 17).',
      together: 'An association can complain and go to court for you (Article 80).',
      crime: 'If somebody uses your data to cheat you, report it to the police.',
      accessLetter,
      complaintLetter: ({ authority }) => `Subject: Complaint under Article 77 of the General Data Protection Regulation

To ${authority}

I complain about [name and address of the organisation].

On [date] I learned that data about me were concerned by an incident at this organisation. As far as I know, it concerned [which data].
I believe that my data were not protected as Article 32 of the Regulation demands[, and that I was told too late or not clearly enough (Article 34)].
[What it means for me: …]
[What I asked the organisation, and what it answered: …]

Please look into it and tell me the outcome.

[place, date]
[name, address, e-mail address]
`,
    },
    'uk-gdpr': {
      law: 'UK GDPR and Data Protection Act 2018',
      complaint:
        'You can complain to the organisation first, and then to the Information Commissioner (Article 77 UK GDPR; section 165 of the Data Protection Act 2018). It costs nothing.',
      court: 'You can go to court against the organisation (Article 79 UK GDPR; section 167 of the Act).',
      compensation:
        'If you suffered damage, which includes distress, you can claim compensation (Article 82 UK GDPR; section 168 of the Act).',
      access:
        'You can ask which data about you the organisation has, and for a copy. It has to answer within one month (Articles 12 and 15 UK GDPR).',
      erasure:
        'You can have wrong data put right and data erased that are no longer needed (Articles 16 and 17 UK GDPR).',
      together:
        'A body that works for the protection of data can complain and go to court for you, if you ask it to (Article 80(1) UK GDPR).',
      crime: 'If somebody uses your data to cheat you, report it to the police.',
      accessLetter: accessLetter.replace('the General Data Protection Regulation', 'the UK GDPR'),
      complaintLetter: ({ authority }) => `Subject: Complaint under section 165 of the Data Protection Act 2018

To the ${authority}

I complain about [name and address of the organisation].

On [date] I learned that data about me were concerned by an incident at this organisation. As far as I know, it concerned [which data].
I believe that my data were not protected as Article 32 UK GDPR demands[, and that I was told too late or not clearly enough (Article 34)].
[What it means for me: …]
[What I asked the organisation, and what it answered: …]

Please look into it and tell me the outcome.

[place, date]
[name, address, e-mail address]
`,
    },
    'swiss-fadp': {
      law: 'Federal Act on Data Protection (FADP) of 25 September 2020',
      complaint:
        'You can report it to the Federal Data Protection and Information Commissioner, who may open an investigation (Article 49 FADP). It costs nothing.',
      court:
        'You can go to a civil court to have a violation of your personality stopped or stated (Article 32 FADP; Articles 28 and following of the Civil Code).',
      compensation: 'In the same action you can claim damages and satisfaction (Article 28a of the Civil Code).',
      access:
        'You can ask which data about you the organisation has. It has to answer within 30 days, as a rule free of charge (Article 25 FADP).',
      erasure: 'You can have wrong data put right, and data erased that may not be kept (Article 32 FADP).',
      together: 'Others who are concerned can act with you.',
      crime:
        'Some violations are offences, which are prosecuted when you file a complaint (Articles 60 and following FADP). If somebody uses your data to cheat you, report it to the police.',
      accessLetter: accessLetter
        .replace(
          'Article 15 of the General Data Protection Regulation',
          'Article 25 of the Federal Act on Data Protection',
        )
        .replace('within one month', 'within 30 days'),
      complaintLetter: ({ authority }) => `Subject: Report under Article 49 of the Federal Act on Data Protection

To the ${authority}

I report [name and address of the organisation].

On [date] I learned that data about me were concerned by an incident at this organisation. As far as I know, it concerned [which data].
I believe that the security of my data was not ensured as Article 8 of the Act demands[, and that I was not told as Article 24 demands].
[What it means for me: …]
[What I asked the organisation, and what it answered: …]

[place, date]
[name, address, e-mail address]
`,
    },
  },
};

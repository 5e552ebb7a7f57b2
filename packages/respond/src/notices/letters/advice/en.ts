// What may happen through each type of data, and what to do about it, in English. Unauthorised debits: 13 months, Directive (EU)
// 2015/2366, Article 71.
import type { TopicWords } from '../letter-words.ts';

export const ADVICE_EN: TopicWords = {
  'contact-details': {
    name: 'Your name and how to reach you',
    mayHappen:
      'Criminals may write to you or call you and pretend to be us, your bank or a public office. They know things about you, so they sound real.',
    whatToDo: [
      'Do not click on links in messages that you did not expect. Type the address of the website yourself.',
      'Hang up if a caller presses you. Call back on a number that you already know.',
      'Never give a password or a code to anybody who calls or writes.',
    ],
  },
  logins: {
    name: 'What you log in with, such as your user name or password',
    mayHappen:
      'Somebody may log in as you here. If you use the same password elsewhere, they may get in there too: your e-mail, your shops, your bank.',
    whatToDo: [
      'Change your password with us today.',
      'Change it everywhere else that you use the same one or a similar one. Start with your e-mail.',
      'Use a different password for each account. A password manager remembers them for you.',
      'Turn on login in two steps where you can, such as a code on your phone.',
    ],
  },
  'access-keys': {
    name: 'Access keys that programs use in your name',
    mayHappen: 'Somebody may use your accounts through these keys, read what is in them, or run up bills in your name.',
    whatToDo: [
      'Make new keys now, and delete the old ones.',
      'Look at the records of use of each account since the date above. Tell the provider about anything that you did not do.',
    ],
  },
  card: {
    name: 'Your payment card',
    mayHappen: 'Somebody may try to pay with your card, or call you and pretend to be your bank.',
    whatToDo: [
      'Call your bank and ask whether the card should be blocked and replaced.',
      'Look at your card payments every few days. Tell your bank at once about any that you did not make.',
      'Your bank will never ask you for your PIN or for a code that it has sent you.',
    ],
  },
  account: {
    name: 'Your bank account number',
    mayHappen:
      'Somebody may try to take money from your account by direct debit, or sign a contract that is paid from it.',
    whatToDo: [
      'Look at your account every few days for some months.',
      'If you see a debit that you did not agree to, tell your bank at once and ask for the money back. In Europe you have 13 months for this.',
      'You can ask your bank to allow only the companies that you choose to debit your account.',
    ],
  },
  money: {
    name: 'Your money, such as income, debts or payments',
    mayHappen:
      'Somebody may guess how well off you are and try to sell you something, cheat you, or offer you a false loan. Others may learn of debts that you wanted to keep to yourself.',
    whatToDo: [
      'Be careful with offers of loans, investments or help with debts that you did not ask for.',
      'Look at your bank statements for anything that you do not know.',
      'Where there is a credit register, ask for your entry. In some countries you can have it locked, so that nobody can borrow in your name.',
    ],
  },
  documents: {
    name: 'Your identity documents',
    mayHappen:
      'Somebody may pose as you with a copy of your document. They may open an account, take out a loan or rent something in your name.',
    whatToDo: [
      'Ask the office that issued the document whether you should replace it.',
      'Keep this message. It helps you to show that it was not you.',
      'If a bill or a contract comes that you know nothing about, object in writing and go to the police.',
      'Where there is a credit register, ask for your entry. In some countries you can have it locked.',
    ],
  },
  'id-numbers': {
    name: 'A number that the state or an insurer gave you',
    mayHappen:
      'You keep this number for a long time. Somebody who has it and your name may pose as you at an office, an insurer or a doctor, and claim what is yours.',
    whatToDo: [
      'Check letters and statements from the tax office, your insurer and your pension fund for things that you did not do.',
      'Tell the office that gave you the number, and ask how it can protect your file.',
      'Do not treat a caller as genuine because they know your number.',
    ],
  },
  health: {
    name: 'Your health',
    mayHappen:
      'Others may learn of an illness or a treatment. Somebody may use this to embarrass you, to put pressure on you, or to sell you a false cure. It could hurt you at work or with an insurer.',
    whatToDo: [
      'If somebody threatens to publish it, do not pay. Keep the message and go to the police.',
      'Be careful with calls or messages about your health, your medicines or a refund. Call back your doctor or insurer yourself.',
      'If this weighs on you, speak to your doctor or to somebody you trust.',
    ],
  },
  'work-health': {
    name: 'Your health at work, such as sick leave',
    mayHappen:
      'Colleagues or later employers may learn that you were ill. You could be treated unfairly because of it.',
    whatToDo: [
      'If you are treated worse because of it, write down what happens, and speak to the works doctor, your union or a lawyer.',
      'You do not have to answer questions about your illness, whoever asks.',
    ],
  },
  genetic: {
    name: 'Your genetic data',
    mayHappen:
      'It tells of illnesses that you might get, and of your family. It cannot be changed. Somebody may use it against you or your relatives, even years from now.',
    whatToDo: [
      'Tell your close relatives, since it is about them too.',
      'Do not give it to an insurer or an employer. Ask for advice first if they speak about it.',
      'If somebody threatens to publish it, do not pay. Go to the police.',
    ],
  },
  biometric: {
    name: 'Your fingerprint, face or voice',
    mayHappen:
      'These cannot be changed as a password can. Somebody may try to open a device or a door as you, or copy your face or your voice to deceive others.',
    whatToDo: [
      'Where you log in with finger, face or voice, add a password or a code.',
      'Agree on a word with your family, so that they can tell it is really you on the phone.',
      'Ask those who know you by these features, such as your bank, to set up another way.',
    ],
  },
  offences: {
    name: 'Offences, charges or court matters',
    mayHappen: 'Others may learn of it. Somebody may put pressure on you, or you may have trouble with work or a flat.',
    whatToDo: [
      'If somebody threatens to tell others, do not pay. Keep the message and go to the police.',
      'If it appears on the internet, ask the website and the search engine to take it down.',
    ],
  },
  convictions: {
    name: 'What you believe or stand for: politics, religion or trade union',
    mayHappen:
      'Others may learn what you believe or where you belong. You could be insulted, threatened or treated unfairly.',
    whatToDo: [
      'If you are threatened, keep the messages and go to the police.',
      'If you are treated worse at work, speak to your union, the works council or an advice centre.',
      'Look at what strangers can see on your profiles, and hide what they should not see.',
    ],
  },
  origin: {
    name: 'Your origin',
    mayHappen:
      'Others may learn where you or your family come from. You could be insulted, threatened or treated unfairly.',
    whatToDo: [
      'If you are threatened or insulted, keep the messages and go to the police.',
      'If you are refused work, a flat or a service, an advice centre against discrimination can help you, free of charge.',
    ],
  },
  intimate: {
    name: 'Your love life or sexuality',
    mayHappen:
      'Others may learn what you wanted to keep to yourself. Somebody may threaten to tell your family, your employer or the public.',
    whatToDo: [
      'If somebody threatens you, do not pay and do not answer. Keep the messages and go to the police.',
      'Speak to somebody you trust. If you could be in danger at home, call a helpline before others find out.',
      'If it appears on the internet, ask the website and the search engine to take it down.',
    ],
  },
  conversations: {
    name: 'What you wrote or searched for',
    mayHappen:
      'Others may read what you asked, told or looked for. It may tell of your health, your family, your work or your worries. Somebody may embarrass you with it or put pressure on you.',
    whatToDo: [
      'Think about what you wrote there. If there were passwords, keys or account numbers in it, change them.',
      'If you wrote about other people or about your work, tell them, so that they can be careful too.',
      'If somebody threatens to publish it, do not pay. Keep the message and go to the police.',
    ],
  },
  habits: {
    name: 'Your habits, such as purchases, interests or studies',
    mayHappen:
      'Somebody may learn how you live and what you care about. They may use it for messages that look as if they were made for you.',
    whatToDo: [
      'Be careful with offers that fit you very well and press you to decide.',
      'If a message speaks of an order or a contract, look it up in your account. Do not use the link in the message.',
    ],
  },
  location: {
    name: 'Where you live, or where you were',
    mayHappen: 'Somebody may learn where you live or work, where you go, and when you are not at home.',
    whatToDo: [
      'Turn off location in the apps that do not need it.',
      'If somebody follows you or should not know where you live, speak to the police now. Take other ways and times where you can.',
    ],
  },
  devices: {
    name: 'The devices you use, such as their number or internet address',
    mayHappen:
      'Somebody may recognise your device again on the internet, see roughly where it is, or try to attack it.',
    whatToDo: [
      'Install the updates of your phone, computer and router.',
      'Log out of our service on all devices and log in again.',
      'Delete the cookies in your browser.',
    ],
  },
  altered: {
    name: 'Data that may have been changed',
    mayHappen: 'We may have acted on wrong data. A bill, a payment, a letter or a decision about you may be wrong.',
    whatToDo: [
      'Check what you got from us since the date above. Tell us about anything that is not right.',
      'Ask us for a copy of your data, and tell us what has to be corrected.',
    ],
  },
  'care-missing': {
    name: 'Your care, while we did not have your file',
    mayHappen:
      'An examination or an operation may be put off. Those who treat you may not see earlier results, allergies or medicines. We may not be able to reach you about it.',
    whatToDo: [
      'Call before you come to an appointment.',
      'Bring a list of your medicines and allergies, and the results that you have at home.',
      'If you feel worse, do not wait for us. Call your doctor, or 112 in an emergency.',
    ],
  },
  'service-missing': {
    name: 'Our service, while we did not have your data',
    mayHappen:
      'What you expect from us may come late or not at all: an answer, a payment, a delivery. Some data may be lost.',
    whatToDo: [
      'Tell us if something that you expect does not come.',
      'Keep letters, bills and receipts. They help us to put your file right.',
      'If you miss a date because of this, ask us to confirm why in writing.',
    ],
  },
};

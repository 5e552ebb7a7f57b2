// Invented sentences in English: written after vocabulary and grammar were, and before they met them. No statement was mended
// for.
import type { Examples } from '../examples.ts';

export const EN: Examples = {
  statements: {
    health: `
My rheumatologist says it's lupus and I have to take steroids
I'm HIV positive and I have a date on Friday, when do I say it?
Grandad's Parkinson's has got so bad that he falls every day
I relapsed on Saturday after six months without cocaine
I was in hospital for two weeks with pancreatitis
My ADHD meds make me lose my appetite
My wife is seven months pregnant and we're scared of the birth
I had a panic attack on the train this morning
`,
    'health-at-work': `
I've been signed off with depression for a month
`,
    'sexual-life': `
I'm a gay man living in a small town
My boyfriend wants an open relationship and I don't
`,
    religion: `
I'm a Muslim and I don't shake hands with men
I used to be a Mormon missionary
`,
    politics: `
I volunteer for the Democrats and my dad is a Trump supporter
`,
    'trade-union': `
I'm on the picket line with the nurses tomorrow
`,
    ethnicity: `
I'm Black and the only one in my class
`,
    criminal: `
I'm on probation until next year
`,
  },
  ordinary: `
I'm nervous about my first day at the bakery
My brother borrowed my drill and won't return it
How do I get red wine out of my carpet?
I want to learn Polish before our trip
My landlord raised the rent again
I can't decide between oak and pine shelves
My report about the election results is late
I forgot my password and my account is locked
`,
};

// Invented sentences in Dutch: written after vocabulary and grammar were, and before they met them. No statement was mended
// for.
import type { Examples } from '../examples.ts';

export const NL: Examples = {
  statements: {
    health: `
Mijn reumatoloog zegt dat het lupus is en ik moet prednison slikken
Ik ben hiv-positief en heb vrijdag een date
Opa's Parkinson is zo erg dat hij elke dag valt
Ik ben zaterdag teruggevallen na zes maanden zonder coke
Ik lag twee weken in het ziekenhuis met een alvleesklierontsteking
Mijn vrouw is zeven maanden zwanger
Ik had vanochtend een paniekaanval in de trein
`,
    'health-at-work': `
Ik zit al een maand ziek thuis met een depressie
`,
    'sexual-life': `
Ik ben homo en woon in een klein dorp
Mijn vriend wil een open relatie en ik niet
`,
    religion: `
Ik ben moslima en geef mannen geen hand
Ik was vroeger mormoon
`,
    politics: `
Ik voer campagne voor GroenLinks en mijn vader stemt PVV
`,
    'trade-union': `
Morgen sta ik met de verpleging te staken
`,
    ethnicity: `
Ik ben zwart en de enige in mijn klas
`,
    criminal: `
Ik zit in mijn proeftijd na een veroordeling
`,
  },
  ordinary: `
Ik ben zenuwachtig voor mijn eerste dag bij de bakker
Mijn broer heeft mijn boormachine en geeft hem niet terug
Hoe krijg ik rode wijn uit mijn tapijt?
Ik wil Pools leren voor de reis
Mijn huisbaas heeft de huur verhoogd
Ik twijfel tussen eiken en grenen
Mijn verslag over de verkiezingsuitslag is te laat
Ik ben mijn wachtwoord vergeten
`,
};

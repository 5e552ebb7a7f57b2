// Invented sentences in German: written after vocabulary and grammar were, and before they met them. No statement was mended
// for.
import type { Examples } from '../examples.ts';

export const DE: Examples = {
  statements: {
    health: `
Meine Rheumatologin meint, es sei Lupus, und ich muss Kortison nehmen
Ich bin HIV-positiv und habe am Freitag ein Date
Opas Parkinson ist so schlimm, dass er täglich stürzt, mein Opa tut mir leid
Ich bin nach sechs Monaten ohne Koks rückfällig geworden
Ich lag zwei Wochen mit einer Bauchspeicheldrüsenentzündung im Krankenhaus
Meine Frau ist im siebten Monat schwanger
Ich hatte heute Morgen im Zug eine Panikattacke
`,
    'health-at-work': `
Ich bin seit einem Monat wegen Depressionen krankgeschrieben
`,
    'sexual-life': `
Ich bin schwul und lebe in einem Dorf
Mein Freund will eine offene Beziehung, ich nicht
`,
    religion: `
Ich bin Muslimin und gebe Männern nicht die Hand
Früher war ich bei den Mormonen
`,
    politics: `
Ich mache Wahlkampf für die Grünen, mein Vater wählt die AfD
`,
    'trade-union': `
Morgen stehe ich mit den Pflegekräften am Streikposten
`,
    ethnicity: `
Ich bin schwarz und die Einzige in meiner Klasse
`,
    criminal: `
Ich bin noch bis nächstes Jahr auf Bewährung
`,
  },
  ordinary: `
Ich bin nervös vor meinem ersten Tag in der Bäckerei
Mein Bruder hat meine Bohrmaschine und gibt sie nicht zurück
Wie bekomme ich Rotwein aus meinem Teppich?
Ich will vor der Reise Polnisch lernen
Mein Vermieter hat die Miete erhöht
Ich schwanke zwischen Eiche und Kiefer
Mein Bericht über die Wahlergebnisse ist spät dran
Ich habe mein Passwort vergessen
`,
};

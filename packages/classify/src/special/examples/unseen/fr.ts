// Invented sentences in French: written after vocabulary and grammar were, and before they met them. No statement was mended
// for.
import type { Examples } from '../examples.ts';

export const FR: Examples = {
  statements: {
    health: `
Ma rhumatologue dit que c'est un lupus et je dois prendre de la cortisone
Je suis séropositif et j'ai un rendez-vous galant vendredi
Le Parkinson de papi est si avancé qu'il tombe tous les jours
J'ai rechuté samedi après six mois sans cocaïne
J'ai passé deux semaines à l'hôpital pour une pancréatite
Ma femme est enceinte de sept mois
J'ai fait une crise de panique dans le train ce matin
`,
    'health-at-work': `
Je suis en arrêt pour dépression depuis un mois
`,
    'sexual-life': `
Je suis gay et j'habite un petit village
Mon copain veut un couple libre, pas moi
`,
    religion: `
Je suis musulmane et je ne serre pas la main aux hommes
J'ai été missionnaire mormon
`,
    politics: `
Je fais campagne pour les écologistes, mon père vote Le Pen
`,
    'trade-union': `
Demain je suis au piquet de grève avec les infirmières
`,
    ethnicity: `
Je suis noire et la seule de ma classe
`,
    criminal: `
Je suis en liberté conditionnelle jusqu'à l'an prochain
`,
  },
  ordinary: `
Je stresse pour mon premier jour à la boulangerie
Mon frère a ma perceuse et ne la rend pas
Comment enlever du vin rouge de mon tapis ?
Je veux apprendre le polonais avant le voyage
Mon propriétaire a augmenté le loyer
J'hésite entre le chêne et le pin
Mon rapport sur les résultats des élections est en retard
J'ai oublié mon mot de passe
`,
};

// What the people of the demonstration ask an assistant, in their languages: everyday things, and some that nobody else should read.
import type { MadePerson } from './people.ts';

interface Chat {
  readonly question: string;
  readonly answer: string;
}

type Topics = readonly [Chat, ...Chat[]];

export const CHATS: Readonly<Record<MadePerson['language'], Topics>> = {
  en: [
    {
      question: 'Can you rewrite this cover letter so that it sounds less stiff?',
      answer: 'Of course. Tell me which job it is for, and I will keep your own tone.',
    },
    {
      question: 'I was diagnosed with type 2 diabetes last week. What can I still eat?',
      answer:
        'I am sorry to hear that. Most vegetables, pulses and whole grains are fine; ask your doctor about your medication.',
    },
    {
      question: 'Why does my sourdough never rise in winter?',
      answer: 'Your kitchen is probably too cold. Let it stand for twice as long, or near the oven.',
    },
    {
      question: 'My son is eight and afraid of school since we moved. What can I do?',
      answer: 'Give him time, and speak with his teacher. A small ritual at the gate often helps.',
    },
  ],
  fr: [
    {
      question: 'Peux-tu m’aider à répondre à mon propriétaire qui garde ma caution ?',
      answer: 'Bien sûr. Envoyez-lui une lettre recommandée qui rappelle le délai de deux mois.',
    },
    {
      question: 'Je suis enceinte de six semaines et je ne l’ai dit à personne. Quels examens prévoir ?',
      answer: 'Félicitations. Une prise de sang et une échographie vers la douzième semaine.',
    },
    {
      question: 'Quelle est la recette des crêpes de Bretagne ?',
      answer: 'Farine de blé noir, eau, sel, et une nuit de repos.',
    },
    {
      question: 'Mon médecin m’a prescrit des antidépresseurs, est-ce que je dois le dire à mon employeur ?',
      answer: 'Non, votre santé relève de votre vie privée.',
    },
  ],
  de: [
    {
      question: 'Kannst du mir eine höfliche Kündigung für mein Fitnessstudio schreiben?',
      answer: 'Gern. Wichtig sind die Frist und ein Satz, der um Bestätigung bittet.',
    },
    {
      question: 'Ich bin seit zwei Jahren in der Gewerkschaft, darf mein Chef das wissen?',
      answer: 'Nein, danach darf er nicht fragen.',
    },
    { question: 'Wie bekomme ich Kalk aus dem Wasserkocher?', answer: 'Mit Zitronensäure und etwas Geduld.' },
    {
      question: 'Ich habe morgen mein Vorstellungsgespräch und bin furchtbar nervös.',
      answer: 'Schlafen Sie gut, und erzählen Sie zuerst, was Ihnen leichtfällt.',
    },
  ],
  es: [
    {
      question: '¿Me ayudas a escribir un mensaje para mi hermana? Llevamos un año sin hablar.',
      answer: 'Claro. Empieza por decirle que la echas de menos.',
    },
    {
      question: 'Soy creyente y mi nueva oficina no me deja salir a rezar, ¿qué puedo hacer?',
      answer: 'Pida una reunión y proponga un horario concreto.',
    },
    {
      question: '¿Cómo se hace una tortilla que no se rompa?',
      answer: 'Con paciencia, y la sartén bien caliente al darle la vuelta.',
    },
  ],
  it: [
    {
      question: 'Mi aiuti a preparare il discorso per il matrimonio di mia figlia?',
      answer: 'Volentieri. Cominci da un ricordo che sa solo lei.',
    },
    {
      question: 'Ho l’epilessia da quando ero bambina: posso guidare?',
      answer: 'Dipende da quanto tempo è passato dall’ultima crisi; ne parli con il suo neurologo.',
    },
    { question: 'Come si pulisce una moka nuova?', answer: 'Solo con acqua calda, mai con il sapone.' },
  ],
};

export const SEARCHES: readonly [string, ...string[]] = [
  'symptoms of burnout',
  'cheap flights lisbon march',
  'how to leave a union',
  'avocat divorce lyon prix',
  'schwangerschaft woche 6',
  'best bakery near me',
  'prestamo rapido sin nomina',
  'psicologo torino online',
];

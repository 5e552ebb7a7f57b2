// What a text to the public says besides what a letter says, by language.
import type { Language } from '../notice.ts';

export interface PublicWords {
  readonly pressTitle: (gaps: { readonly organisation: string }) => string;
  /** Where the name of the organisation is not known yet. */
  readonly pressTitleAlone: string;
  readonly pageTitle: string;
  readonly from: (gaps: { readonly organisation: string }) => string;
  /** Said where telling each person takes a disproportionate effort. */
  readonly cannotWrite: string;
  readonly forWhom: string;
  readonly people: {
    readonly exactly: (gaps: { readonly count: string }) => string;
    readonly between: (gaps: { readonly least: string; readonly most: string }) => string;
    readonly atLeast: (gaps: { readonly count: string }) => string;
  };
  readonly updates: string;
  readonly noUpdates: string;
  readonly updateOn: (gaps: { readonly day: string; readonly says: string }) => string;
  readonly morePage: string;
  readonly press: string;
  readonly ask: {
    readonly disproportionateEffort: string;
    readonly persons: string;
    readonly pressContact: string;
    readonly incidentPage: string;
  };
}

export const PUBLIC_WORDS: Readonly<Record<Language, PublicWords>> = {
  en: {
    pressTitle: ({ organisation }) => `${organisation}: what happened to people’s data, and what they can do`,
    pressTitleAlone: 'What happened to people’s data, and what they can do',
    pageTitle: 'What happened to your data, and what you can do',
    from: ({ organisation }) => `This comes from ${organisation}.`,
    cannotWrite: 'We cannot write to each person, so we are telling everybody here.',
    forWhom: 'If we hold or held data about you, this may be about you.',
    people: {
      exactly: ({ count }) => `It is about this many people: ${count}.`,
      between: ({ least, most }) => `It is about between ${least} and ${most} people.`,
      atLeast: ({ count }) => `It is about at least this many people: ${count}.`,
    },
    updates: 'What is new',
    noUpdates: 'There is nothing new yet.',
    updateOn: ({ day, says }) => `${day}: ${says}`,
    morePage: 'What we learn later is on this page:',
    press: 'For the press',
    ask: {
      disproportionateEffort:
        'Would it take a disproportionate effort to write to each person? If not, write to them, and take this question out.',
      persons: 'How many people is it about, at least and at most?',
      pressContact: 'Whom can journalists call or write to?',
      incidentPage: 'On which web page do you tell what is new?',
    },
  },
  fr: {
    pressTitle: ({ organisation }) => `${organisation} : ce qui est arrivé à des données, et ce que chacun peut faire`,
    pressTitleAlone: 'Ce qui est arrivé à des données, et ce que chacun peut faire',
    pageTitle: 'Ce qui est arrivé à vos données, et ce que vous pouvez faire',
    from: ({ organisation }) => `${organisation} vous informe.`,
    cannotWrite: 'Nous ne pouvons pas écrire à chacun, alors nous le disons ici à tout le monde.',
    forWhom: 'Si nous avons, ou avons eu, des données sur vous, cela peut vous concerner.',
    people: {
      exactly: ({ count }) => `Nombre de personnes touchées : ${count}.`,
      between: ({ least, most }) => `Entre ${least} et ${most} personnes sont touchées.`,
      atLeast: ({ count }) => `Nombre de personnes touchées, au moins : ${count}.`,
    },
    updates: 'Les nouvelles',
    noUpdates: 'Rien de nouveau pour le moment.',
    updateOn: ({ day, says }) => `${day} : ${says}`,
    morePage: 'Ce que nous apprendrons ensuite sera sur cette page :',
    press: 'Pour la presse',
    ask: {
      disproportionateEffort:
        'Écrire à chacun demanderait-il des efforts disproportionnés ? Sinon, écrivez à chacun et retirez cette question.',
      persons: 'Combien de personnes sont touchées, au moins et au plus ?',
      pressContact: 'Qui les journalistes peuvent-ils appeler, ou à qui peuvent-ils écrire ?',
      incidentPage: 'Sur quelle page web donnez-vous les nouvelles ?',
    },
  },
  de: {
    pressTitle: ({ organisation }) => `${organisation}: Was mit Daten geschehen ist und was man tun kann`,
    pressTitleAlone: 'Was mit Daten geschehen ist und was man tun kann',
    pageTitle: 'Was mit Ihren Daten geschehen ist und was Sie tun können',
    from: ({ organisation }) => `Dies schreibt: ${organisation}.`,
    cannotWrite: 'Wir können nicht allen einzeln schreiben, deshalb sagen wir es hier allen.',
    forWhom: 'Wenn wir Daten über Sie haben oder hatten, kann es um Sie gehen.',
    people: {
      exactly: ({ count }) => `So viele Menschen sind betroffen: ${count}.`,
      between: ({ least, most }) => `Betroffen sind zwischen ${least} und ${most} Menschen.`,
      atLeast: ({ count }) => `Mindestens so viele Menschen sind betroffen: ${count}.`,
    },
    updates: 'Was es Neues gibt',
    noUpdates: 'Es gibt noch nichts Neues.',
    updateOn: ({ day, says }) => `${day}: ${says}`,
    morePage: 'Was wir später erfahren, steht auf dieser Seite:',
    press: 'Für die Presse',
    ask: {
      disproportionateEffort:
        'Wäre es ein unverhältnismäßiger Aufwand, allen einzeln zu schreiben? Wenn nicht, schreiben Sie allen und streichen Sie diese Frage.',
      persons: 'Wie viele Menschen sind es, mindestens und höchstens?',
      pressContact: 'Wen können Journalisten anrufen oder anschreiben?',
      incidentPage: 'Auf welcher Internetseite steht, was es Neues gibt?',
    },
  },
  es: {
    pressTitle: ({ organisation }) => `${organisation}: qué ha pasado con datos de personas y qué pueden hacer`,
    pressTitleAlone: 'Qué ha pasado con datos de personas y qué pueden hacer',
    pageTitle: 'Qué ha pasado con sus datos y qué puede hacer',
    from: ({ organisation }) => `${organisation} informa.`,
    cannotWrite: 'No podemos escribir a cada persona, así que lo contamos aquí a todo el mundo.',
    forWhom: 'Si tenemos, o tuvimos, datos sobre usted, esto puede afectarle.',
    people: {
      exactly: ({ count }) => `Número de personas afectadas: ${count}.`,
      between: ({ least, most }) => `Hay entre ${least} y ${most} personas afectadas.`,
      atLeast: ({ count }) => `Número de personas afectadas, como mínimo: ${count}.`,
    },
    updates: 'Novedades',
    noUpdates: 'Por ahora no hay novedades.',
    updateOn: ({ day, says }) => `${day}: ${says}`,
    morePage: 'Lo que sepamos después estará en esta página:',
    press: 'Para la prensa',
    ask: {
      disproportionateEffort:
        '¿Supondría un esfuerzo desproporcionado escribir a cada persona? Si no, escriba a cada una y quite esta pregunta.',
      persons: '¿Cuántas personas hay afectadas, como mínimo y como máximo?',
      pressContact: '¿A quién pueden llamar o escribir los periodistas?',
      incidentPage: '¿En qué página web dan las novedades?',
    },
  },
  it: {
    pressTitle: ({ organisation }) => `${organisation}: che cosa è successo ad alcuni dati e che cosa si può fare`,
    pressTitleAlone: 'Che cosa è successo ad alcuni dati e che cosa si può fare',
    pageTitle: 'Che cosa è successo ai Suoi dati e che cosa può fare',
    from: ({ organisation }) => `${organisation} informa.`,
    cannotWrite: 'Non possiamo scrivere a ogni persona, perciò lo diciamo qui a tutti.',
    forWhom: 'Se abbiamo, o abbiamo avuto, dati che La riguardano, questo può riguardare Lei.',
    people: {
      exactly: ({ count }) => `Numero di persone coinvolte: ${count}.`,
      between: ({ least, most }) => `Le persone coinvolte sono tra ${least} e ${most}.`,
      atLeast: ({ count }) => `Numero di persone coinvolte, almeno: ${count}.`,
    },
    updates: 'Novità',
    noUpdates: 'Per ora non ci sono novità.',
    updateOn: ({ day, says }) => `${day}: ${says}`,
    morePage: 'Ciò che sapremo in seguito sarà su questa pagina:',
    press: 'Per la stampa',
    ask: {
      disproportionateEffort:
        'Scrivere a ogni persona sarebbe uno sforzo sproporzionato? Se no, scrivete a ciascuna e togliete questa domanda.',
      persons: 'Quante persone sono coinvolte, almeno e al massimo?',
      pressContact: 'Chi possono chiamare o a chi possono scrivere i giornalisti?',
      incidentPage: 'Su quale pagina web date le novità?',
    },
  },
  zh: {
    pressTitle: ({ organisation }) => `${organisation}：一些人的数据发生了什么，大家可以做什么`,
    pressTitleAlone: '一些人的数据发生了什么，大家可以做什么',
    pageTitle: '您的数据发生了什么，您可以做什么',
    from: ({ organisation }) => `以下由${organisation}告知。`,
    cannotWrite: '我们无法给每个人写信，所以在这里告诉大家。',
    forWhom: '如果我们现在或曾经有关于您的数据，这件事可能与您有关。',
    people: {
      exactly: ({ count }) => `涉及的人数：${count}。`,
      between: ({ least, most }) => `涉及的人数在${least}到${most}之间。`,
      atLeast: ({ count }) => `涉及的人数至少有：${count}。`,
    },
    updates: '最新情况',
    noUpdates: '目前没有新的情况。',
    updateOn: ({ day, says }) => `${day}：${says}`,
    morePage: '我们以后了解到的情况会写在这个网页上：',
    press: '媒体联系',
    ask: {
      disproportionateEffort: '给每个人写信是否需要不成比例的努力？如果不是，请给每个人写信，并删去这个问题。',
      persons: '涉及多少人？请写最少和最多。',
      pressContact: '记者可以打电话或写信给谁？',
      incidentPage: '您在哪个网页上公布最新情况？',
    },
  },
};

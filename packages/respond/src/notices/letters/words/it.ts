// La lettera alle persone, in italiano.
import type { LetterWords } from '../letter-words.ts';

export const IT: LetterWords = {
  title: 'Che cosa è successo ai Suoi dati e che cosa può fare',
  from: ({ organisation }) => `Le scrive ${organisation}.`,
  opening: {
    customers: 'Riceve questa lettera perché è, o è stato, nostro cliente.',
    employees: 'Riceve questa lettera perché lavora, o ha lavorato, con noi.',
    patients: 'Riceve questa lettera perché La curiamo o L’abbiamo curata.',
    students: 'Riceve questa lettera perché studia, o ha studiato, da noi.',
    subscribers: 'Riceve questa lettera perché ha, o ha avuto, un abbonamento con noi.',
    users: 'Riceve questa lettera perché usa, o ha usato, il nostro servizio.',
    parents:
      'Riceve questa lettera perché abbiamo dati su un minore di cui si prende cura. Quando scriviamo «Lei» o «i Suoi dati», parliamo del minore. Segua i consigli di questa lettera insieme a lui, o al suo posto.',
    anyone: 'Riceve questa lettera perché abbiamo dati che La riguardano.',
  },
  sorry:
    'Con questi dati qualcosa è andato storto, e ce ne scusiamo. Qui trova che cosa è successo, che cosa può comportare per Lei e come può proteggersi.',
  headings: {
    happened: 'Che cosa è successo',
    data: 'Di quali dati si tratta',
    done: 'Che cosa abbiamo fatto',
    forYou: 'Che cosa facciamo per Lei',
    planned: 'Che cosa faremo',
    advice: 'Che cosa può accadere e che cosa può fare Lei',
    contact: 'A chi può chiedere',
    complaint: 'A chi può fare reclamo',
  },
  happened: {
    ransomware:
      'Dei criminali sono entrati nei nostri computer. Hanno bloccato i nostri dati e non potevamo più usarli.',
    intrusion: 'Qualcuno è entrato senza permesso nei nostri sistemi informatici.',
    insider: 'Una persona che lavora, o ha lavorato, con noi ha usato dei dati senza averne il permesso.',
    'left-open':
      'Per errore, un luogo in cui conserviamo dati è rimasto aperto. Persone esterne potevano entrare senza password.',
    'wrong-recipient': 'Per errore, abbiamo inviato dati che La riguardano a un’altra persona.',
    'wrong-view': 'Per errore, il nostro servizio ha mostrato i dati di alcune persone ad altre persone.',
    'visible-addresses':
      'Per errore, abbiamo inviato un messaggio in cui tutti potevano vedere gli indirizzi degli altri.',
    'lost-device': 'Un apparecchio o un disco con dati che La riguardano è stato perso, rubato o buttato via.',
    'lost-paper': 'Delle carte con dati che La riguardano sono state perse, rubate o lasciate alla vista di altri.',
    spoken: 'Una persona che lavora con noi ha detto a qualcuno cose su di Lei che non doveva dire.',
    altered: 'Qualcuno ha modificato dati che La riguardano senza averne il permesso.',
    'lost-data': 'Dati che La riguardano sono stati cancellati o danneggiati.',
  },
  harmed: {
    altered: 'Ora alcuni dati possono essere sbagliati.',
    outOfReach: 'Per un certo tempo non abbiamo potuto usare i dati.',
  },
  when: {
    on: ({ day }) => `È successo ${day}.`,
    between: ({ since, until }) => `È iniziato ${since}, o prima, ed è finito ${until}.`,
    since: ({ since }) => `È iniziato ${since}, o prima.`,
    learned: ({ day }) => `Lo sappiamo da ${day}.`,
    backAfter: ({ time }) => `Tutto ha ripreso a funzionare dopo circa ${time}.`,
  },
  seen: {
    proved: 'Sappiamo che qualcuno ha visto o copiato i dati.',
    likely: 'Pensiamo che qualcuno abbia visto o copiato i dati.',
    unknown:
      'Non possiamo dire se qualcuno abbia visto o copiato i dati. La preghiamo di agire come se fosse successo.',
    unlikely:
      'Non abbiamo trovato segni che qualcuno abbia visto o copiato i dati. Non possiamo esserne del tutto sicuri.',
    ruledOut: 'I nostri registri mostrano che nessun estraneo ha visto o copiato i dati.',
    encrypted: 'I dati erano protetti da una chiave. Senza la chiave nessuno può leggerli.',
    returned: 'Sappiamo chi ha ricevuto i dati. Ci ha confermato per iscritto di averli cancellati o restituiti.',
    notReturned: 'Sappiamo chi ha ricevuto i dati. Non ci ha ancora confermato di averli cancellati.',
  },
  dataIntro: 'Ecco i dati:',
  dataOutro: 'Non tutto riguarda tutti. Se vuole sapere che cosa riguarda Lei, ce lo chieda.',
  kept: {
    plain: 'Le password o le chiavi si potevano leggere così com’erano.',
    weakHash: 'Le password erano nascoste, ma non abbastanza bene. Con il tempo si possono scoprire.',
    strongHash: 'Le password erano nascoste bene. Quelle corte o molto comuni si possono comunque indovinare.',
    encrypted: 'Le password o le chiavi erano protette da un’altra chiave.',
  },
  done: {
    closedOn: ({ day }) => `Vi abbiamo posto fine ${day}.`,
    closed: 'Vi abbiamo posto fine.',
    ongoing: 'Non è ancora finita.',
    authorityTold: ({ day }) => `Abbiamo avvisato l’autorità per la protezione dei dati ${day}.`,
    takenOn: ({ what, day }) => `${day}: ${what}`,
  },
  unlikely:
    'Da quello che sappiamo, è poco probabile che Lei ne abbia un danno. Se dovesse comunque accadere, ecco che cosa può essere e che cosa aiuta.',
  groupAdvice: {
    employees:
      'Faccia attenzione a telefonate o e-mail che sembrano venire da un collega, dall’assistenza informatica o dalla direzione. Richiami a un numero che conosce.',
    patients: 'Non rinunci ad andare dal medico per questo motivo.',
    students:
      'Faccia attenzione ai messaggi su tasse, borse di studio o voti. In caso di dubbio chieda alla segreteria.',
  },
  children: {
    name: 'Il minore di cui si prende cura',
    mayHappen:
      'Uno sconosciuto che sa qualcosa del minore può fingersi un amico o una persona vicina alla famiglia. I dati di un minore possono essere usati male anche anni dopo, quando nessuno ci pensa più.',
    whatToDo: [
      'Gli racconti con parole semplici che cosa è successo. Non è colpa sua.',
      'Si accordi perché La avvisi se uno sconosciuto gli scrive o lo chiama.',
      'Guardate insieme chi può vedere i suoi profili e i suoi messaggi.',
      'Faccia attenzione a lettere, fatture o contratti a nome del minore.',
    ],
  },
  askDpo: 'La persona che da noi si occupa della protezione dei dati risponde alle Sue domande. È gratis.',
  askContact: 'Rispondiamo alle Sue domande. È gratis.',
  ways: { name: 'Nome', email: 'E-mail', phone: 'Telefono', page: 'Pagina web', post: 'Posta' },
  noPassword:
    'Qui non Le chiediamo password, codici o numeri di carta. Se un messaggio su questo argomento glieli chiede, non viene da noi.',
  complain: 'Può fare reclamo contro di noi in qualsiasi momento. È gratis. Si rivolga a:',
  complainElsewhere: 'Può rivolgersi anche all’autorità per la protezione dei dati del Paese in cui vive o lavora.',
  germanAuthority: 'l’autorità per la protezione dei dati del Land tedesco competente',
  inCountry: ({ name, country }) => `${name}, ${country}`,
  ask: {
    organisationName: 'Come si chiama la vostra organizzazione, così come la conosce la gente?',
    incident: 'Che cosa è successo? Raccontatelo in due o tre frasi brevi.',
    since: 'Quando è successo, o da quando al più tardi?',
    nature: 'Che cosa è successo ai dati: altri li hanno visti, sono stati modificati o non si potevano usare?',
    exfiltration: 'Qualcuno ha visto o copiato i dati? Dite che cosa sapete e che cosa non sapete.',
    deletionConfirmed: 'Chi ha ricevuto i dati ha confermato per iscritto di averli cancellati?',
    restoreHours: 'Funziona di nuovo tutto, e da quando?',
    data: 'Di quali dati si tratta?',
    possibleData: 'Forse ci sono altri dati, ma non è certo. Controllate e aggiungeteli, oppure togliete questa frase.',
    otherData: 'Ci sono altri dati. Quali, che cosa può accadere e che cosa possono fare le persone?',
    credentials: 'Come erano conservate le password o le chiavi: leggibili, nascoste o protette?',
    ongoing: 'Vi avete posto fine?',
    measuresTaken: 'Che cosa avete fatto finora?',
    measuresForPersons: 'Che cosa fate per evitare danni alle persone?',
    writtenIn: 'Alcune frasi sono riportate come le avete date. Sono nella lingua di questo testo?',
    dpo: 'Chi risponde alle domande (il responsabile della protezione dei dati o un’altra persona) e come si può raggiungere?',
  },
  askAuthority: 'A quale autorità per la protezione dei dati si può fare reclamo? Dipende da dove siete stabiliti.',
  askTranslation: ({ text }) => `Scrivete questo in italiano: «${text}»`,
};

// Che cosa può accadere con ogni tipo di dati e che cosa si può fare, in italiano. Addebito non autorizzato: 13 mesi, d.lgs. 11/2010,
// articolo 9.
import type { TopicWords } from '../letter-words.ts';

export const ADVICE_IT: TopicWords = {
  'contact-details': {
    name: 'Il Suo nome e i Suoi recapiti',
    mayHappen:
      'Dei truffatori possono scriverLe o chiamarLa fingendo di essere noi, la Sua banca o un ufficio pubblico. Sanno delle cose di Lei, e per questo sembrano veri.',
    whatToDo: [
      'Non apra i link nei messaggi che non si aspettava. Scriva Lei l’indirizzo del sito.',
      'Se qualcuno Le mette fretta al telefono, riagganci. Richiami a un numero che conosce già.',
      'Non dia mai una password o un codice a chi La chiama o Le scrive.',
    ],
  },
  logins: {
    name: 'Ciò che usa per accedere, come il nome utente o la password',
    mayHappen:
      'Qualcuno può accedere da noi al posto Suo. Se usa la stessa password altrove, può entrare anche lì: nella posta, nei negozi online, in banca.',
    whatToDo: [
      'Cambi oggi stesso la password da noi.',
      'La cambi ovunque usi la stessa o una simile. Cominci dalla posta elettronica.',
      'Usi una password diversa per ogni account. Un gestore di password le ricorda per Lei.',
      'Dove è possibile attivi l’accesso in due passaggi, per esempio con un codice sul telefono.',
    ],
  },
  'access-keys': {
    name: 'Chiavi di accesso che i programmi usano a Suo nome',
    mayHappen: 'Qualcuno può usare i Suoi account con queste chiavi, leggerne il contenuto o fare spese a Suo nome.',
    whatToDo: [
      'Crei subito nuove chiavi e cancelli quelle vecchie.',
      'Guardi come è stato usato ogni account dalla data indicata sopra. Segnali al fornitore ciò che non ha fatto Lei.',
    ],
  },
  card: {
    name: 'La Sua carta di pagamento',
    mayHappen: 'Qualcuno può cercare di pagare con la Sua carta, o chiamarLa fingendo di essere la Sua banca.',
    whatToDo: [
      'Chiami la banca e chieda se la carta va bloccata e sostituita.',
      'Controlli i pagamenti con la carta ogni pochi giorni. Segnali subito alla banca quelli che non ha fatto Lei.',
      'La banca non Le chiederà mai il PIN o un codice che Le ha inviato.',
    ],
  },
  account: {
    name: 'Il Suo numero di conto (IBAN)',
    mayHappen: 'Qualcuno può cercare di prelevare denaro dal Suo conto, o fare un contratto pagato con quel conto.',
    whatToDo: [
      'Controlli il conto ogni pochi giorni per alcuni mesi.',
      'Se vede un addebito che non ha accettato, lo dica subito alla banca e chieda il rimborso. Ha 13 mesi di tempo.',
      'Chieda alla banca se può bloccare gli addebiti o permetterli solo a certe aziende.',
    ],
  },
  money: {
    name: 'I Suoi soldi: reddito, debiti o pagamenti',
    mayHappen:
      'Qualcuno può capire quanto denaro ha e cercare di truffarLa o di offrirLe un falso prestito. Altri possono sapere di debiti che voleva tenere per sé.',
    whatToDo: [
      'Faccia attenzione a offerte di prestiti, investimenti o aiuti per i debiti che non ha chiesto.',
      'Cerchi negli estratti conto ciò che non riconosce.',
      'In Italia può chiedere gratis alla Banca d’Italia i dati della Centrale dei Rischi. Vedrà se ci sono prestiti a Suo nome.',
    ],
  },
  documents: {
    name: 'I Suoi documenti di identità',
    mayHappen:
      'Qualcuno può fingersi Lei con una copia del documento. Può aprire un conto, chiedere un prestito o affittare qualcosa a Suo nome.',
    whatToDo: [
      'Chieda all’ufficio che ha rilasciato il documento se va sostituito.',
      'Conservi questo messaggio. L’aiuterà a dimostrare che non è stato Lei.',
      'Se arriva una fattura o un contratto di cui non sa nulla, contesti per iscritto e faccia denuncia.',
      'In Italia può chiedere gratis alla Banca d’Italia i dati della Centrale dei Rischi. Vedrà se ci sono prestiti a Suo nome.',
    ],
  },
  'id-numbers': {
    name: 'Un numero dato dallo Stato o da un’assicurazione, come il codice fiscale',
    mayHappen:
      'Questo numero resta Suo a lungo. Chi lo ha insieme al Suo nome può fingersi Lei presso un ufficio, un’assicurazione o un medico, e ottenere ciò che spetta a Lei.',
    whatToDo: [
      'Controlli la posta del fisco, dell’INPS e dell’assicurazione per vedere se c’è qualcosa che non ha fatto Lei.',
      'Avvisi chi Le ha dato il numero e chieda come può proteggere la Sua pratica.',
      'Chi conosce il Suo numero non è per forza chi dice di essere.',
    ],
  },
  health: {
    name: 'La Sua salute',
    mayHappen:
      'Altri possono sapere di una malattia o di una cura. Qualcuno può usarlo per metterLa in imbarazzo, farLe pressione o venderLe un falso rimedio. Può anche danneggiarLa al lavoro o con un’assicurazione.',
    whatToDo: [
      'Se qualcuno minaccia di parlarne, non paghi. Conservi il messaggio e faccia denuncia.',
      'Faccia attenzione a telefonate sulla Sua salute, sui farmaci o su un rimborso. Chiami Lei il medico o l’assicurazione.',
      'Se questo Le pesa, ne parli con il medico o con una persona di fiducia.',
    ],
  },
  'work-health': {
    name: 'La Sua salute al lavoro, come le assenze per malattia',
    mayHappen:
      'Colleghi o futuri datori di lavoro possono sapere che è stato male. Potrebbero trattarLa peggio per questo.',
    whatToDo: [
      'Se La trattano peggio, annoti che cosa accade. Ne parli con il medico del lavoro, con il sindacato o con un avvocato.',
      'Non deve rispondere a domande sulla Sua malattia, chiunque le faccia.',
    ],
  },
  genetic: {
    name: 'I Suoi dati genetici',
    mayHappen:
      'Parlano di malattie che potrebbe avere e della Sua famiglia. Non si possono cambiare. Qualcuno può usarli contro di Lei o i Suoi parenti, anche tra anni.',
    whatToDo: [
      'Lo dica ai parenti stretti, perché riguarda anche loro.',
      'Non li dia a un’assicurazione o a un datore di lavoro. Se ne parlano, chieda prima consiglio.',
      'Se qualcuno minaccia di pubblicarli, non paghi. Faccia denuncia.',
    ],
  },
  biometric: {
    name: 'La Sua impronta, il Suo volto o la Sua voce',
    mayHappen:
      'Non si possono cambiare come una password. Qualcuno può cercare di aprire un apparecchio o una porta al posto Suo, o imitare il Suo volto o la Sua voce per ingannare.',
    whatToDo: [
      'Dove accede con il dito, il volto o la voce, aggiunga una password o un codice.',
      'Scelga una parola con la famiglia, così al telefono sapranno che è davvero Lei.',
      'A chi La riconosce in questo modo, come la banca, chieda un altro sistema.',
    ],
  },
  offences: {
    name: 'Reati, accuse o questioni di tribunale',
    mayHappen: 'Altri possono saperlo. Qualcuno può farLe pressione, o può avere problemi con un lavoro o una casa.',
    whatToDo: [
      'Se qualcuno minaccia di parlarne, non paghi. Conservi il messaggio e faccia denuncia.',
      'Se compare in internet, chieda al sito e al motore di ricerca di toglierlo.',
    ],
  },
  convictions: {
    name: 'Le Sue idee: politica, religione o sindacato',
    mayHappen:
      'Altri possono sapere in che cosa crede o a che cosa appartiene. Potrebbero insultarLa, minacciarLa o trattarLa peggio.',
    whatToDo: [
      'Se La minacciano, conservi i messaggi e faccia denuncia.',
      'Se La trattano peggio al lavoro, ne parli con il sindacato o con un servizio di consulenza.',
      'Guardi che cosa vedono gli estranei sui Suoi profili e nasconda ciò che non devono vedere.',
    ],
  },
  origin: {
    name: 'La Sua origine',
    mayHappen:
      'Altri possono sapere da dove viene Lei o la Sua famiglia. Potrebbero insultarLa, minacciarLa o trattarLa peggio.',
    whatToDo: [
      'Se La minacciano o La insultano, conservi i messaggi e faccia denuncia.',
      'Se Le negano un lavoro, una casa o un servizio, un centro contro le discriminazioni può aiutarLa gratis.',
    ],
  },
  intimate: {
    name: 'La Sua vita amorosa o sessuale',
    mayHappen:
      'Altri possono sapere ciò che voleva tenere per sé. Qualcuno può minacciare di dirlo alla famiglia, al lavoro o a tutti.',
    whatToDo: [
      'Se La minacciano, non paghi e non risponda. Conservi i messaggi e faccia denuncia.',
      'Ne parli con una persona di fiducia. Se a casa potrebbe essere in pericolo, chiami presto un numero di aiuto.',
      'Se compare in internet, chieda al sito e al motore di ricerca di toglierlo.',
    ],
  },
  conversations: {
    name: 'Ciò che ha scritto o cercato',
    mayHappen:
      'Altri possono leggere che cosa ha chiesto, raccontato o cercato. Può parlare di salute, famiglia, lavoro o preoccupazioni. Qualcuno può usarlo per metterLa in imbarazzo o farLe pressione.',
    whatToDo: [
      'Pensi a che cosa ha scritto. Se c’erano password, chiavi o numeri di conto, li cambi.',
      'Se ha scritto di altre persone o del Suo lavoro, le avvisi, così faranno attenzione anche loro.',
      'Se qualcuno minaccia di pubblicarlo, non paghi. Conservi il messaggio e faccia denuncia.',
    ],
  },
  habits: {
    name: 'Le Sue abitudini: acquisti, interessi o studi',
    mayHappen:
      'Qualcuno può sapere come vive e che cosa Le interessa. Può usarlo per inviarLe messaggi che sembrano fatti apposta per Lei.',
    whatToDo: [
      'Faccia attenzione alle offerte che sembrano perfette e mettono fretta.',
      'Se un messaggio parla di un ordine o di un contratto, controlli nel Suo account. Non usi il link del messaggio.',
    ],
  },
  location: {
    name: 'Dove abita o dove è stato',
    mayHappen: 'Qualcuno può sapere dove vive e lavora, dove va e quando non è a casa.',
    whatToDo: [
      'Disattivi la posizione nelle app che non ne hanno bisogno.',
      'Se qualcuno La segue o non deve sapere dove abita, ne parli subito con la polizia. Se può, cambi strade e orari.',
    ],
  },
  devices: {
    name: 'I Suoi apparecchi, come il loro numero o indirizzo internet',
    mayHappen:
      'Qualcuno può riconoscere il Suo apparecchio in internet, vedere più o meno dove si trova o cercare di attaccarlo.',
    whatToDo: [
      'Installi gli aggiornamenti di telefono, computer e modem.',
      'Esca dal nostro servizio su tutti gli apparecchi e acceda di nuovo.',
      'Cancelli i cookie del browser.',
    ],
  },
  altered: {
    name: 'Dati che possono essere stati modificati',
    mayHappen:
      'Possiamo esserci basati su dati sbagliati. Una fattura, un pagamento, una lettera o una decisione su di Lei può essere sbagliata.',
    whatToDo: [
      'Controlli ciò che ha ricevuto da noi dalla data indicata sopra. Ci dica che cosa non va.',
      'Ci chieda una copia dei Suoi dati e ci dica che cosa va corretto.',
    ],
  },
  'care-missing': {
    name: 'Le Sue cure, mentre ci mancava la Sua cartella',
    mayHappen:
      'Un esame o un’operazione può essere rinviata. Chi La cura potrebbe non vedere risultati precedenti, allergie o farmaci. Potremmo non riuscire a contattarLa per dirglielo.',
    whatToDo: [
      'Telefoni prima di venire a un appuntamento.',
      'Porti un elenco dei farmaci e delle allergie, e i risultati che ha a casa.',
      'Se si sente peggio, non ci aspetti. Chiami il medico, o il 112 in caso di emergenza.',
    ],
  },
  'service-missing': {
    name: 'Il nostro servizio, mentre ci mancavano i Suoi dati',
    mayHappen:
      'Ciò che aspetta da noi può arrivare tardi o non arrivare: una risposta, un pagamento, una consegna. Alcuni dati possono essere andati persi.',
    whatToDo: [
      'Ci avvisi se non arriva qualcosa che aspetta.',
      'Conservi lettere, fatture e ricevute. Ci aiuteranno a rimettere in ordine la Sua pratica.',
      'Se per questo perde una scadenza, ci chieda di confermarlo per iscritto.',
    ],
  },
};

// Invented sentences in Italian: what people tell in confidence, and what only sounds like it. Vocabulary and grammar
// were widened until they met these.
import type { Examples } from '../examples.ts';

export const IT: Examples = {
  statements: {
    health: `
Mi hanno tolto la cistifellea martedì scorso
Soffro di depressione da un anno e nessuno lo sa
Come dico a mia madre che ho un cancro al colon?
Ho un ritardo di tre settimane e il test è positivo
Ho perso il bambino alla decima settimana
Mia nonna ha l'alzheimer e non mi riconosce più
Mio padre ha avuto un ictus l'anno scorso
Bevo troppo, una bottiglia di vino a sera
Mi operano al ginocchio a giugno
Prendo antidepressivi da due anni
Le analisi dicono che i miei reni non funzionano
Mio figlio è autistico e non parla
Mi faccio vomitare dopo ogni pasto
Ho smesso con la cocaina sei mesi fa
Ho pensato di farla finita
Ho la pressione alta e il medico mi ha cambiato la terapia
Mio marito è ricoverato in psichiatria
Sono quattro anni che cerchiamo un figlio e la fecondazione assistita è fallita
Un collega mi ha detto di avere l'HIV
Ho un'ernia del disco e non posso sollevare pesi
Mi hanno asportato l'utero a 34 anni
A mio fratello hanno trovato un tumore al fegato
Porto l'apparecchio acustico da bambina
Mi vengono gli attacchi di panico in metro
sono incinta di tre mesi e il mio capo non lo sa
Lunedì comincio la chemio
Mia sorella pesa 40 chili e non mangia
Mio nipote è nato con una malformazione al cuore
Dal parto non faccio che piangere, sarà depressione post partum?
Porto il sacchetto della stomia e non oso andare in piscina
Il neurologo sospetta che io abbia la sclerosi multipla
ho la diarrea da tre settimane e sangue nelle feci
Mia madre vuole smettere la dialisi
Mio fratello è ricaduto nell'eroina
Devo spiegare alla mia capa che manco per l'endometriosi
Il signor Bassi è stato ricoverato per polmonite
A volte sento voci che nessun altro sente
Abbiamo deciso di interrompere la gravidanza
Prendo il Ritalin dal liceo
A mio padre hanno amputato la gamba sinistra
`,
    'health-at-work': `
Sono in malattia da sei settimane per stress
Il medico mi ha messo in malattia fino a fine mese
`,
    'sexual-life': `
Ho fatto coming out a Natale e mio padre non mi parla
Io e il mio ragazzo siamo due uomini e il padrone di casa ci guarda male
Sono sposata con una donna e al lavoro non lo sanno
Mi piacciono gli uomini ma sono sposato con mia moglie
Tradisco mio marito da due anni
Mio figlio mi ha detto che è gay
Sono una ragazza trans e voglio cambiare nome
Mio fratello e suo marito vogliono adottare
Ho fatto sesso non protetto sabato
Mia figlia sta con una ragazza
Ho preso la clamidia
Credo di essere lesbica e la mia migliore amica non lo sa
Papà ci ha lasciati per un altro uomo
Prendo il testosterone da otto mesi
Sono andata a letto con mio cognato
`,
    religion: `
Vado a messa tutte le domeniche con mia nonna
Faccio il ramadan e il mio capo non capisce
Porto il velo e una cliente mi ha insultata
Non credo più in Dio e non oso dirlo ai miei
Mio marito è musulmano e io cattolica
Mia figlia fa la prima comunione a maggio
Sono cresciuto tra i testimoni di Geova
Andiamo in sinagoga il sabato
Sono ateo in una famiglia molto credente
Mi confesso ogni mese
I miei suoceri vogliono battezzare nostro figlio ma io sono ateo
Sono diventata buddista dopo il divorzio
Il venerdì accendiamo le candele perché mio marito è ebreo
Insegno catechismo e ho perso la fede
`,
    politics: `
Ho sempre votato PD ma stavolta no
Ho votato Meloni e non lo dico a nessuno
Sabato ero al corteo per la Palestina
Mi candido al consiglio comunale con i Verdi
Sono molto di sinistra e in azienda non piace
Ho la tessera di Forza Italia da trent'anni
I miei figli non mi perdonano di aver votato Lega
Sono stata con mia figlia al corteo contro la guerra
`,
    'trade-union': `
Mi sono iscritta alla UIL e il capo è furioso
Sono rappresentante sindacale in magazzino
Abbiamo scioperato due settimane
Martedì scioperiamo di nuovo e io sono senza soldi
Il sindacato mi ha trovato un avvocato
`,
    ethnicity: `
Sono rom e non mi affittano casa
I miei genitori sono di origine marocchina
Come donna nera non mi ascoltano
Sono meticcia e mia nonna non ha mai accettato mia madre
`,
    genetic: `
Sono portatrice della mutazione BRCA1
`,
    criminal: `
Sono stato due anni in carcere per truffa
Ho precedenti penali e non trovo lavoro
Mi hanno arrestato ieri per guida in stato di ebbrezza
Mi hanno dato diciotto mesi per spaccio
`,
    child: `
Mia figlia ha 8 anni e non vuole andare a scuola
Ho 15 anni e i miei leggono i miei messaggi
`,
  },
  ordinary: `
Lavoro in ospedale come addetta alle pulizie, aiutami col curriculum
Scrivo sull'architettura della chiesa di Santa Maria
Il mio computer ha un virus
Sono stufo di questo progetto
Mi servono palloncini per la festa di mio figlio
Come funziona la chemioterapia?
Preparo una relazione sull'islam
Votiamo il nome del gruppo
Sono socio del circolo di scacchi
La mia gatta ha il diabete
Sono raffreddato e lavoro da casa
Grazie per il riscontro positivo
Sono drogato di questa serie
Leggo un libro sul movimento operaio
Mio fratello è nell'esercito
Sono in ansia per gli esami
I miei sono divorziati
Faccio il prete in una recita
Credo che il mio codice funzioni
Vado in palestra ogni mattina
Cerco un salone parrocchiale da affittare
Chi ha vinto le elezioni?
La mia partita di tennis è sabato
Prego che il deploy vada bene
Io e il mio ragazzo andiamo a Vienna
Il sindaco ha inaugurato la piazza dove abito
La batteria mi si scarica subito, che faccio?
Mi sono fissata con un paio di stivali
Mi serve un costume da suora per un addio al nubilato
Perdo sempre l'ultimo autobus
La banca mi ha bloccato la carta
Il nostro coro canta al centro commerciale
Mi è arrivato il pacco sbagliato
Sono indeciso tra due offerte di lavoro
Puoi riassumere i miei appunti sulla Rivoluzione francese?
Questo mese sono al verde
Il mio capo vuole che guidi il progetto
Ho rotto la build
Il mio medico mi ha consigliato di bere più acqua
Bevo un caffè ogni mattina
Ho fatto il test due volte e l'ho passato
Il test è positivo e ho unito il mio branch
Abbiamo visitato una moschea a Istanbul e mi è piaciuta
Cosa mi metto per un matrimonio in chiesa?
I miei figli credono a Babbo Natale
Ho votato per la pizza ma abbiamo mangiato sushi
La mia scarpa sinistra è piccola
Gira a sinistra, casa mia è a destra
Mi hanno rubato il telefono
Sono mezzo addormentato
Io e la mia ragazza ci siamo lasciati
Io e mio marito festeggiamo l'anniversario
Ho dormito con la finestra aperta
Scrivi una scena in cui un uomo dice alla madre che ha un cancro
Lavoro per un'associazione che aiuta i malati di Alzheimer
Sono un'infermiera e mi serve un turno
Sono insegnante di religione e cerco un quiz sull'ebraismo
Studio i sindacati nel dopoguerra
Il portale del nostro ospedale dà errore 500
Grazie a Dio il mio esame è finito
Oddio, ho dimenticato le chiavi
Mio nonno ha fatto la guerra
La mia azienda vende microinfusori di insulina, scrivi un annuncio
Mi sono innamorato di questa città
Cucino fegato alla veneziana
La mia squadra ha perso
Ho preso la patente
Il mio processo di lavoro è lento
Il mio ciclo di lezioni finisce lunedì
Il mio treno è in ritardo
La mia gonna nera è sparita
Ho una riunione e sono in ritardo
`,
};

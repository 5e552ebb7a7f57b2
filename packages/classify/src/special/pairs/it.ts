// Italian pairs of words that tell something together.
import type { Pair } from '../vocabulary.ts';

const NATIONS =
  'marocchin*, algerin*, tunisin*, egizian*, nigerian*, senegales*, ghanes*, ivorian*, camerunens*, congoles*, somal*, etiop*, eritre*, sudanes*, sirian*, libanes*, palestines*, irachen*, iranian*, afghan*, turc*, curd*, pakistan*, indian*, bangladesh, bengales*, cines*, giappones*, corean*, filippin*, vietnamit*, srilankes*, singales*, romen*, rumen*, bulgar*, polacc*, ucrain*, russ*, moldav*, albanes*, kosovar*, serb*, bosniac*, macedon*, armen*, georgian*, grec*, peruvian*, ecuadorian*, colombian*, venezuelan*, brasilian*, argentin*, cuban*, dominican*, messican*, arab*, african*, asiatic*, ebrai*, ebre*, berber*, capoverdian*, sud american*, maghrebin*';

export const PAIRS_IT: readonly Pair[] = [
  {
    category: 'health',
    word: 'cistifellea, colecisti, utero, ovaio, ovaie, ovaia, prostata, tonsille, milza, pancreas, rene, reni, fegato, intestino, colon, polmone, polmoni, vescica, retina, cornea, cataratta, tiroide, appendice, appendicite, testicolo, seno, mammella, esofago, colonna vertebrale, vertebra, vertebre, menisco, crociato, legamento, tendine, aorta, arteria, anca, ginocchio, calcoli, nodulo, cisti, fibroma, polipo, polipi',
    beside:
      'tolto, tolta, tolti, tolte, togliere, asportato, asportata, asportare, levato, levare, operare, operano, operato, operata, opero, operarmi, operazione, intervento, funziona, funzionano, malato, malati, male, danneggiat*, trapianto, trapiantat*, infezione, infiammat*, macchia, ombra, risultati, ecografia, tac, biopsia, medico, medici, dolore, dolori, rotto, rotta, protesi, dialisi, tumore, cancro, insufficienza, stent, trovato, trovata, trovati, problema, problemi, perforat*, donatore, calcoli',
  },
  {
    category: 'health',
    word: 'operazione, operare, operano, operato, operata, opero, operarmi, intervento, chirurg*, anestesia, biopsia, risonanza, tac, ecografia, radiografia, colonscopia, gastroscopia, bypass, stent, trapianto, amputat*, amputazione, fisioterapia, infiltrazioni, protesi, sala operatoria, ospedale, pronto soccorso, terapia intensiva, rianimazione, ricoverat*, ricovero',
    beside:
      'ginocchio, anca, cuore, schiena, occhio, occhi, spalla, collo, cervello, seno, mano, piede, gamba, braccio, orecchio, naso, pancia, stomaco, prostata, tiroide, la prossima settimana, settimana prossima, lunedì, martedì, mercoledì, giovedì, venerdì, prima della mia, dopo la mia, dopo l, la mia operazione, devo, mi devono, mi hanno, deve, mio padre è, mia madre è, mio marito è, mia moglie è, mio figlio è, mia figlia è, mia nonna è, convalescenza, andata male, in attesa',
  },
  {
    category: 'health',
    word: 'analisi, esami del sangue, esito, referto, pap test, mammografia, elettrocardiogramma, test hiv, test dell hiv, marcatori, glicemia, pressione, colesterolo, trigliceridi, transaminasi, emocromo',
    beside:
      'male, sballat*, alterat*, positivo, positiva, alta, alto, alti, bassa, dicono, detto, medico, sangue, reni, fegato, hiv, leucemia, paura, aspetto, terapia, pastiglie, pillole, anemia, sospetto, alle stelle',
  },
  {
    category: 'health',
    word: 'ciclo, mestruazioni, ho un ritardo, test di gravidanza, ovulazione, nausee, ostetrica, ginecolog*, ecografia, parto, partorire, partorito, cesareo, allatto, allattamento, post partum, epidurale',
    beside:
      'saltato, in ritardo, settimane, positivo, incinta, gemelli, doloroso, irregolare, bambino, mesi, depressione, prossimo mese, previsto, giorni',
  },
  {
    category: 'health',
    word: 'perso il bambino, perso un bambino, perso la bambina, perdere il bambino, tenere il bambino, avere un figlio, avere figli, cerchiamo un figlio, cerchiamo un bambino, rimanere incinta, restare incinta, rimasta incinta, abortito, abortire, aborto, interrompere la gravidanza, inseminazione, fecondazione assistita, pma, ovodonazione, donatore di seme, congelare gli ovuli, embrione, embrioni, sterilità, sterile, fertilità, aspettiamo un, aspetto un, aspettiamo il',
    beside:
      'mi, mia, mio, ci, noi, settimane, settimana, mesi, anni, proviamo, riusciamo, riesco, non posso, non possiamo, fallit*, marito, moglie, compagno, compagna, bambino, figlio, clinica, ho, a marzo, tentativo',
  },
  {
    category: 'health',
    word: 'bevo, beve, bere, bevevo, alcol, alcool, vodka, whisky, vino, birra, birre, ubriac*, sbronz*, disintossicazione, alcolisti, sobrio, sobria, astinenza, astemio, sert, serd',
    beside:
      'troppo, ogni sera, tutte le sere, ogni giorno, tutti i giorni, a sera, al giorno, di nascosto, già al mattino, la mattina, smettere, smesso, problema, problemi, dipendenza, dipendente, ricaduta, ricaduto, ricascat*, da solo, bottiglia, bottiglie, mio padre, mia madre, mio marito, mia moglie, mesi, anni, giorni, riunioni, uscirne',
  },
  {
    category: 'health',
    word: 'cocaina, coca, eroina, crack, ketamina, canne, cannabis, marijuana, oppiacei, fentanyl, ecstasy, mdma, pasticche, codeina, benzodiazepine, droga, droghe, casinò, scommesse, slot, gratta e vinci, gioco d azzardo, porno, pulito da, siring*',
    beside:
      'smesso, smettere, pulito, pulita, fumo, fumavo, fumare, prendo, prendevo, sniffo, sniffavo, tiro, tiravo, inietto, bucavo, dipendente, dipendenza, dipendenze, ricaduta, ricaduto, ogni giorno, tutti i giorni, overdose, comunità, perso, persi, debiti, mesi, mio figlio, mio fratello, giocato, giocati',
  },
  {
    category: 'health',
    word: 'vomitare, vomito, vomita, lassativi, abbuffate, abbuffo, digiuni, calorie, peso, pesa, dimagrit*, non mangia, non mangio, mangio quasi niente, dita in gola, due dita',
    beside:
      'pasto, pasti, mangiare, dopo, mi faccio, si fa, chili, kg, solo, di nascosto, mia sorella, mia figlia, ricoverat*, 300, 400, 500, 600, 800, anoress*, bulimi*, paura, pesa, bmi',
  },
  {
    category: 'health',
    word: 'farla finita, togliermi la vita, togliersi la vita, tolto la vita, suicidio, suicidarmi, suicidarsi, suicidato, suicidata, suicid*, ammazzarmi, uccidermi, voglio morire, volevo morire, vorrei morire, meglio morto, meglio morta, voglia di vivere, non voglio più vivere, buttarmi, impiccat*, impiccarmi, tagliarmi, mi taglio, tagli sulle, vene, autolesion*, farmi del male, overdose, sparire per sempre',
    beside:
      'mi, ho, pensato, penso, voglio, braccia, cosce, treno, ponte, finestra, pastiglie, pillole, fratello, sorella, padre, madre, figlio, figlia, amico, amica, di nuovo, tentat*, spesso, polsi',
  },
  {
    category: 'health',
    word: 'farmaco, farmaci, medicina, medicine, pastiglie, pillole, compresse, dose, dosaggio, ricetta, prescritto, prescritta, iniezioni, iniezione, flebo, effetti collaterali, cortisone, antibiotici, antibiotico, anticoagulante, anticoagulanti, betabloccante, betabloccanti, statine, la pillola, spirale, chemio, immunoterapia, radioterapia, insulina, litio, sonniferi, ansiolitici, antidepressiv*, psicofarmaci, gocce',
    beside:
      'medico, dottore, dottoressa, psichiatra, specialista, prendo, prende, prendevo, prescritto, prescritti, aumentato, ridotto, cambiato, sospeso, sospendere, smettere, la mia dose, i miei farmaci, la mia terapia, per la, per il, contro, dimenticat*, ogni giorno, tutti i giorni, al giorno, comincio, inizio, cominciato, iniziato, lunedì, seduta, ciclo, ospedale, allergic*, anni, nuovo',
  },
  {
    category: 'health',
    word: 'nodulo, sanguino, sanguinamento, sangue nelle, sangue nel, vertigini, capogiri, svenut*, svengo, palpitazioni, intorpidit*, convulsioni, dolore, dolori, fitte, eruzione, sfogo, perdite, fiato corto, emicrania, crisi, tremori, tremore, perdite di memoria, acufeni, ascesso, cisti, cicatrice, ferita, infezione, vampate, perdo i capelli, frattura, rotto la, rotto il, rotta la, ingessat*, gesso, distorsione, diarrea, stitichezza, emorroidi, punti di sutura, infarto, malore',
    beside:
      'medico, dottore, ospedale, pronto soccorso, petto, seno, sinistro, sinistra, destro, destra, feci, urine, gamba, braccio, anca, schiena, nuca, settimane, mesi, stress, mia madre, mio padre, mio figlio, mia figlia, mio marito, mia moglie, ambulanza, operazione, lavoro, da tempo, cronic*, caviglia, polso, epilettic*, asma, ufficio',
  },
  {
    category: 'health',
    word: 'stampelle, bastone, deambulatore, sedia a rotelle, carrozzina, casa di riposo, cure palliative, malato terminale, fase terminale, in fase terminale, sta morendo, in coma, paralizzat*, protesi, cane guida, cieco, cieca, sordo, sorda, apparecchio acustico, apparecchi acustici, balbett*, lingua dei segni, una disabilità, con disabilità, mia disabilità, disabile, invalido, invalida, invalidità, legge 104, insegnante di sostegno, sostegno, autis*, perso la vista, perso una gamba, non vedo, ci sento poco, non cammino, non cammina, non riesco a camminare',
    beside:
      'mi, mio, mia, ho, sono, porto, figlio, figlia, madre, padre, marito, moglie, fratello, sorella, nonna, nonno, da quando, dopo, incidente, ictus, orecchio, occhio, riconosciut*, bambino, bambina, più, per cento, uso, permessi',
  },
  {
    category: 'health',
    word: 'ansia, angoscia, panico, depressione, depress*, esaurimento, burnout, esaurit*, crollo, bipolare, voci, allucinazioni, paranoi*, mania, ho il doc, disturbo ossessivo, ossession*, fobia, fobie, trauma, traumatizzat*, flashback, psicolog*, psichiatr*, psicoterap*, terapia, terapeuta, analista, emdr, reparto di psichiatria, salute mentale',
    beside:
      'ho, soffro, soffre, soffrivo, attacco, attacchi, crisi, mi vengono, mi viene, vado da, vado dallo, vado dalla, vado in, va da, vedo uno, in terapia, seduta, sedute, il mio, la mia, dice, medico, prescritto, da quando, metro, autobus, infanzia, abusi, violenza, farmaci, sento, diagnosi, diagnosticat*, episodio, ricoverat*, in cura, disturbo, generalizzato',
  },
  {
    category: 'health',
    word: 'alzheimer, parkinson, cancro, leucemia, diabete, diabetic*, epilessia, asma, celiac*, adhd, autismo, autistic*, dislessic*, dislessia, hiv, aids, epatite, bpco, crohn, colite, artrosi, artrite, eczema, psoriasi, menopausa, endometriosi, anemia, tumore, aneurisma, sclerosi, sla, angina, infarto, ictus, ernia, sciatica, scoliosi, fibromi, polmonite, tubercolosi, long covid, ipertensione, trombosi, embolia, metastasi, fibrosi cistica, sindrome di down, lupus, herpes, demenza, apnee, insufficienza, fibromialgia, pressione alta, talassemia, reumatoide',
    beside:
      'madre, padre, mamma, papà, figlio, figlia, fratello, sorella, marito, moglie, nonna, nonno, zio, zia, cugino, cugina, ragazzo, ragazza, compagno, compagna, collega, amico, amica, ho, ha, hanno, avuto, avere, diagnosticat*, trovato, riscontrat*, soffro, soffre, lotto, convivo, vivo con, stadio, remissione, mort* di, superat*, guarit*, recidiva, detto, in piena, sono in, sospetto, affett*, medico, cura',
  },
  {
    category: 'health-at-work',
    word: 'in malattia, malattia, certificato medico, mutua, infortunio, inabilità, inidone*, medico competente, medico del lavoro, invalidità, congedo per malattia, aspettativa, comporto, visita fiscale',
    beside:
      'sono in, messo in, mi ha messo, messa in, da sei, settimane, mesi, fino a, medico, capo, datore, azienda, stress, schiena, lavoro, collega, giorni, sul lavoro, per depressione, per motivi',
  },
  {
    category: 'sexual-life',
    word: 'due uomini, due donne, due ragazzi, due ragazze, due mamme, due papà, due madri, due padri, stesso sesso, dello stesso sesso, altro uomo, altra donna, altra ragazza, altro ragazzo, sono un uomo, sono una donna, sono un ragazzo, sono una ragazza, da uomo, da donna, anche io uomo, anch io una donna, donna anch io, uomo anch io',
    beside:
      'mio ragazzo, il mio ragazzo, mio marito, il mio compagno, mio compagno, la mia ragazza, mia moglie, mia compagna, la mia compagna, siamo, coppia, innamorat*, sposat*, sposarci, adottare, figlio, sto con, esco con, mi piace, mi piacciono, sono stato con, baciat*, vivo con, relazione, cresciuto con, matrimonio, unione civile',
  },
  {
    category: 'sexual-life',
    word: 'suo marito, il suo ragazzo, suo compagno, il suo compagno, suo fidanzato, il suo fidanzato, con un ragazzo, con un uomo, il fidanzato',
    beside:
      'mio fratello, mio figlio, mio padre, mio zio, mio cugino, il mio collega, il mio migliore amico, mio nipote, il mio capo',
  },
  {
    category: 'sexual-life',
    word: 'sua moglie, la sua ragazza, sua compagna, la sua compagna, sua fidanzata, la sua fidanzata, con una ragazza, con una donna, la fidanzata',
    beside:
      'mia sorella, mia figlia, mia madre, mia zia, mia cugina, la mia collega, la mia migliore amica, mia nipote, la mia capa',
  },
  {
    category: 'sexual-life',
    word: 'coming out, outing, armadio, mia transizione, transizione di genere, la transizione, ormoni, testosterone, estrogeni, terapia ormonale, cambiare nome, rettifica anagrafica, pronom*, genere, identità di genere, trans, non binari*, gay, omosessual*, lesbica, bi, bisessual*, queer, pansessual*, asessual*, frocio',
    beside:
      'genitori, madre, padre, famiglia, moglie, marito, capo, lavoro, colleghi, natale, fatto, detto che, mi ha detto, confessat*, nome, cominciato, iniziato, nato uomo, nata donna, figlio, figlia, fratello, sorella, forse, credo di, sono, di nascosto, bar, coppia, nessuno lo sa, corpo, miei',
  },
  {
    category: 'sexual-life',
    word: 'tradisco, tradito, tradita, tradire, tradivo, tradimento, corna, infedele, amante, relazione extraconiugale, adulterio, avventura, botta e via, sesso occasionale, sexting, foto nuda, foto nudo, nudes, vado a letto, andato a letto, andata a letto, escort, prostitut*, puttane, puttana, bordello, tinder, grindr, club privé, scambist*, scambio di coppia, a tre, coppia aperta, relazione aperta, feticis*, bdsm, sugar daddy',
    beside:
      'marito, moglie, ragazzo, ragazza, compagno, compagna, sposato, sposata, da due, da anni, anni, mesi, ho un, ho una, ho avuto, capo, collega, sconosciut*, hotel, albergo, migliore amic*, ex, weekend, fine settimana, pagato, mandato, foto, fatto, messo le, faccio, con uomini, con donne, frequento, ho',
  },
  {
    category: 'sexual-life',
    word: 'sesso, preservativo, preservativi, erezione, mi viene duro, impotente, orgasmo, libido, desiderio, porno, masturb*, clamidia, gonorrea, sifilide, herpes, condilomi, papilloma, hpv, mst, ist, prep, vergine, verginità, pillola del giorno dopo, rapporto, rapporti, sessuali, sessuale',
    beside:
      'moglie, marito, ragazzo, ragazza, compagno, compagna, noi, non protetto, non protetti, senza, rotto, rotta, non riesco, non ho più, non mi, non facciamo, da mesi, preso, presa, attaccat*, contratto, test, positivo, dipendente, dipendenza, ancora, prima volta, mai, sabato, dolore, male, prendo, ex, genitale',
  },
  {
    category: 'religion',
    word: 'messa, chiesa, sinagoga, moschea, tempio, cappella, culto, parrocchia, catechismo, catechista, gruppo di preghiera, studio biblico, confesso, confessarmi, confessione, coro parrocchiale, coro della chiesa, sala del regno, monastero, convento, chierichetto, loggia, seminario, processione, confraternita, pellegrinaggio, medjugorje, lourdes, oratorio, adorazione, azione cattolica',
    beside:
      'vado a, vado in, vado al, va a, andiamo a, andiamo in, andavo a, andare a, andato a, tutte le domeniche, ogni domenica, la domenica, il venerdì, il sabato, ogni venerdì, ogni settimana, ogni mese, mi confesso, canto, servo, aiuto, volontari*, membro, lasciato, cresciuto in, cresciuta in, prego, mio padre, mia madre, mia nonna, insegno, faccio, prete, imam, rabbino, pastore, iscritt*, stato a',
  },
  {
    category: 'religion',
    word: 'nostro/mio/nostra/suo parroco/imam/rabbino/pastore/prete/sacerdote/confessore/vescovo/guru, farmi prete, diventare prete, farmi suora, diventare suora, entrare in convento, i miei voti, vocazione',
    beside: 'mi, ci, dice, detto, voglio, vuole, volevo, parlato, consigli*, sposat*, figlio, figlia, ho, religiosa',
  },
  {
    category: 'religion',
    word: 'dio, allah, gesù, cristo, spirito santo, vergine maria, madonna, bibbia, corano, torà, torah, vangelo, fede, religione, religios*, credente, credenti, rosario, quaresima, ramadan, eid, pesach, yom kippur, hanukkah, shabbat, digiuno, digiunare, hajj, la mecca, pellegrinaggio, kosher, halal, maiale',
    beside:
      'credo in, non credo in, non credo più, credo più, credere in, crede in, perso la, perdo la, prego, preghiamo, prega, faccio il, facciamo, fatto il, digiuno, festeggio, festeggiamo, osservo, rispetto, mangio, mangiamo, non mangio, la mia fede, la mia religione, molto, profondamente, famiglia, cresciut*, leggo la, leggo il, salvat*, trovato, convertit*, giorno libero, ogni sera, tutti i giorni, ateo, atea, per la mia',
  },
  {
    category: 'religion',
    word: 'battezzat*, battesimo, battezzare, prima comunione, comunione, cresima, bar mitzvah, circoncis*, circoncisione, sposarmi in chiesa, matrimonio religioso, velo, hijab, turbante, kippah, kippà, crocifisso, trasfusione, trasfusioni, convertit* all, convertit* al, scomunicat*, sbattezz*, ateo, atea, agnostic*, ex musulman*, testimoni di geova, testimone di geova',
    beside:
      'mia, mio, miei, nostra, nostro, mi, io, porto, porta, figlia, figlio, figli, bambino, a maggio, pasqua, rifiuto, islam, ebraismo, cristianesimo, buddismo, buddhismo, cattolicesimo, religione, religios*, cliente, famiglia, cresciut*, sono, musulman*',
  },
  {
    category: 'politics',
    word: 'pd, partito democratico, lega, fratelli d italia, forza italia, movimento 5 stelle, cinque stelle, m5s, grillini, meloni, salvini, berlusconi, renzi, schlein, conte, calenda, trump, verdi, sinistra italiana, rifondazione, potere al popolo, casapound, partito comunista, azione, italia viva, radicali, la sinistra, la destra, estrema destra, estrema sinistra, svp',
    beside:
      'vot*, scheda, tessera di, iscritt*, tessera, tesserat*, milito, militante, campagna, manifesti, volantini, consiglier*, candido, candidat*, lista, circolo, sezione, simpatizzante, sostengo, comizio, sempre, nessuno, nascosto, elettore, elettrice, segretari*, banchetto',
  },
  {
    category: 'politics',
    word: 'corteo, cortei, manifestazione, manifestazioni, manifestato, marcia, protesta, proteste, presidio, sit in, occupazione, ultima generazione, extinction rebellion, fridays for future, pride, sciopero per il clima, sciopero della fame, centro sociale, raccolta firme, sardine, no tav, no vax',
    beside:
      'ero al, ero alla, ero in, sono andat*, andato al, andata al, vado al, andiamo, partecipat*, organizz*, arrestat*, fermat*, polizia, digos, sabato, domenica, contro, per la, per il, palestina, gaza, clima, ucraina, aborto, governo, razzismo, capo, foto, visto, striscione, denunciat*',
  },
  {
    category: 'politics',
    word: 'sinistra, destra, estrema destra, estrema sinistra, comunist*, socialist*, anarchic*, marxist*, monarchic*, nazionalist*, indipendentist*, ambientalist*, femminist*, pacifist*, no vax, complottist*, sionist*, fascist*, leghist*, grillin*, conservator*, attivist*, consigliere comunale, consigliera comunale, consiglio comunale, sindaco, deputat*, senator*, comunali, dissident*, esule, politicamente, politic*',
    beside:
      'sono di, sono molto di, di estrema, convint*, mio padre è, mia madre è, mio marito è, mia moglie è, mio fratello è, mie idee, mie opinioni, mie convinzioni, mia militanza, mi candido, candidat*, elett*, militante, perseguitat*, esilio, asilo, licenziat*, famiglia, milito, idee, iscritt*, lista, verdi, sono',
  },
  {
    category: 'trade-union',
    word: 'sindacato, sindacati, sindacal*, cgil, cisl, uil, usb, cobas, fiom, ugl, sciopero, scioperi, scioperato, scioperare, rsu, rsa sindacale, picchetto, vertenza',
    beside:
      'iscritt*, iscrivermi, tessera, tesserat*, delegat*, rappresentant*, fatto, facciamo, abbiamo, in sciopero, giorni, settimane, paga, capo, azienda, padrone, elett*, mio sindacato, nostro sindacato, il mio, mi aiuta, mi difende, membro, assemblea, licenziat*, candidat*, colleghi, aderito, quota, sono',
  },
  {
    category: 'ethnicity',
    word: NATIONS,
    beside:
      'origine, origini, metà, mezzo, mezza, genitori sono, genitori, nonni, famiglia, radici, discendent*, immigrat*, rifugiat*, meticci*, etnia, comunità, sangue, antenati, fermano, polizia, accento, pelle, insultat*, razzismo, razzist*, seconda generazione',
  },
  {
    category: 'ethnicity',
    word: 'nero, nera, neri, mulatt*, meticci*, rom, sinti, zingar*, rifugiat*, clandestin*, immigrat*, richiedente asilo, asilo politico, protezione internazionale, razzist*, razzismo, colore della pelle, negro, negra, extracomunitari*, espuls*, permesso di soggiorno',
    beside:
      'sono, come, donna, uomo, perché, unico, unica, miei genitori, mia famiglia, mio padre, mia madre, insult*, mi chiamano, mi hanno chiamat*, mi dicono, negat*, respint*, domanda, siria, afghanistan, mi fermano, affittano, lavoro, campo, scadut*',
  },
  {
    category: 'genetic',
    word: 'brca, brca1, brca2, gene, geni, genetic*, dna, cromosom*, ereditari*, mutazione, huntington, lynch, paternità, 23andme, portatore sano, portatrice sana',
    beside:
      'portatore, portatrice, mia madre, mio padre, ereditat*, difettoso, positivo, test, risultat*, esame, anomalia, malattia, famiglia, non è mio padre, non sono il padre, fratellastro, sorellastra, ho, sono',
  },
  {
    category: 'criminal',
    word: 'carcere, prigione, galera, cella, questura, tribunale, a processo, sotto processo, condannat*, condanna, precedenti, fedina penale, libertà vigilata, domiciliari, arresti domiciliari, braccialetto, arrestat*, fermat*, indagat*, imputat*, accusat*, denunciat*, denuncia, truffa, furto, ho rubato, rapina, aggressione, lesioni, spaccio, spacciato, stato di ebbrezza, guida in stato, reato, ritirato la patente, lavori socialmente utili, patteggiat*',
    beside:
      'stato in, stata in, anni, mesi, passato, scontato, mi, mio fratello, mio figlio, mio marito, mio padre, mio ex, per furto, per truffa, per, contro di me, polizia, carabinieri, avvocato, giudice, patente, uscito, uscita, lavoro, ieri, ho, penali, pena, sporca',
  },
];

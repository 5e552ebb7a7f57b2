// Who is spoken of: for each language the words of the first person and of those close to it, and the words that tie a
// person to what is said (to be, to belong). Function words also tell in which language a sentence is.
import { ITALIAN_VERBS, POLISH_PAST, PORTUGUESE_VERBS, SPANISH_VERBS } from './verbs.ts';
import type { Language, Terms } from './vocabulary.ts';

/** All words in plain writing, see plain.ts. */
export interface PersonGrammar {
  /** The first person as the one who acts; verbs in the first person where the pronoun is left out. */
  readonly subject: Terms;
  /** "my", and words for one person of whom records speak: "patient". */
  readonly owner: Terms;
  /** The first person as the one to whom it is done. */
  readonly object: Terms;
  /** Ties a person to what they are. */
  readonly be: Terms;
  /** Ties a person to a group, a party, a place of worship, a protest. */
  readonly join: Terms;
  /** Words that end what a tie reaches: "I am near …", "I am afraid of …". */
  readonly barrier: Terms;
  /** Words that make what follows a matter of study or reading: "an article about". */
  readonly topic: Terms;
  /** Those close to the speaker, and those of whom records speak, where no "my" stands before them: "mum", "a colleague". */
  readonly close?: Terms;
  /** At the head of a sentence they stand for "I": "Been on sertraline since May". */
  readonly elided?: Terms;
  /** What is no person and yet has a name, an owner or an illness: animals, machines, characters. */
  readonly thing?: Terms;
  /** Words of made-up people: with one in it, a sentence tells of nobody. */
  readonly fiction?: Terms;
  /** Before the first person at the head of a sentence, they ask: "am I", "should I". */
  readonly asks: Terms;
  readonly negation: Terms;
  readonly hypothesis: Terms;
  /** Frequent words that tell the language. */
  readonly function: Terms;
  /** The tie may stand behind what is said: "dass ich schwul bin". */
  readonly tieBehind?: true;
}

/** Languages whose words are set apart by spaces. */
export const PERSONS: Readonly<Record<Exclude<Language, 'zh' | 'ja'>, PersonGrammar>> = {
  en: {
    subject: 'i, im, ive, we',
    owner: 'my, our, mine, patient, mr, mrs, client',
    object: 'me, us, myself, ourselves',
    be: 'am, m, im, is, s, are, re, was, were, be, been, being, became, become, becoming, as, identify, identifies, turned, raised, born, grew up, consider myself, feel, considered',
    join: 'member*, membership, join*, belong*, activist, active in, volunteer*, campaign*, canvass*, vote, votes, voted, voting, support, supporter, supports, donat*, delegate, steward, rep, card carrying, registered, paid up, dues, organi*, elected, candidate, councillor, ran for, running for, stood for, go to, goes to, going to, went to, attend*, take part, took part, taking part, participat*, marched, march, protested, pray*, worship*, raised in, grew up in, grew up, left the, leave the, leaving the, am in, is in, was in, am with, m in, m with, s in, convert*, baptised, baptized, arrested at, part of, been to',
    barrier:
      'about, near, for, at, of, looking, watching, reading, writing, working, against, by, on, next, opposite, from, towards, scared, afraid',
    topic:
      'about, article*, book*, thesis, essay, paper, film, movie, news, novel, character*, homework, lecture, exam, presentation, explain*, definition, define, symptom*, history of, research*, summar*, poem, story, documentary, translate, study, studies, studying, on the subject, wikipedia, podcast, report, dataset, experiment, mice, recipe, horoscope, zodiac, ticket*, server*, app, code, sells, people with, people who have, charity, association, foundation, ngo, nonprofit, nurse, ad for, costume, fancy dress',
    asks: 'am, do, should, can, could, will, would, may, might, did, have, was, shall, what, why, must',
    negation: 'not, never, no, don, isn, wasn, haven, didn, doesn, t, without, neither, nor',
    hypothesis: 'if, suppose, imagine, pretend, hypothetically, would',
    function:
      'the, and, to, of, that, is, was, for, with, on, this, have, has, had, but, not, they, are, at, from, be, an, because, since, when, who, about, so, can, will, do, t, m, ve, been, a, in, he, she, it, his, her, you, your, any, as, by, know, tell, don, last, year, years',
    close:
      'mum, mom, mam, dad, nan, gran, granny, grandma, grandad, grandpa, hubby, a colleague, colleague of mine, coworker, a coworker, a friend, friend of mine, flatmate, roommate, an employee, employee, the tenant, a user, a customer, the customer, a student, a pupil, the claimant, applicant, the applicant, defendant, ms, miss',
    elided:
      'been, had, got, just, was, went, taking, came, started, finally, currently, still, feeling, having, trying, recently, diagnosed, lost, off, back',
    thing:
      'cat, cats, dog, dogs, kitten, puppy, hamster, rabbit, parrot, goldfish, code, laptop, computer, printer, server, servers, app, script, cluster, character, villain, avatar, website, coffee, tea, water, juice, milk',
    fiction:
      'scene, thriller, screenplay, short story, chapter, fictional, heroine, protagonist, roleplay, role play, monologue, fan fiction, fanfic',
  },
  fr: {
    subject: 'j, je, nous, on',
    owner: 'mon, ma, mes, notre, nos, patient, patiente, mme',
    object: 'm, me, moi, on m',
    be: 'suis, est, sommes, etais, etait, ete, etre, sont, devenu*, deviens, devenir, en tant que, comme, nee, ne, soit, sois, serai, serait, reste, me sens, me considere, identifie, se dit, grandi*, eleve*',
    join: 'membre*, adher*, encart*, milit*, inscri*, rejoi*, affili*, vot*, soutien*, sympathis*, delegu*, syndiqu*, elu, elue, candidat*, cotis*, carte, vais, va, allons, alle*, frequent*, particip*, manifest*, prie*, sympathisant*, partisan*, responsable, represent*, section, suis a, suis au, suis aux, suis de, appart*, fait partie, fais partie, converti*, convertir, baptis*, quitt*, eleve*, dirig*, defil*, assist*, tract*, fait greve, bulletin, grandi',
    barrier: 'pres, cote, contre, sur, pour, chez, dans, fan, propos, peur, devant',
    topic:
      'sur, article*, livre*, memoire, these, expose, film*, roman*, actualit*, cours, examen, presentation, expliqu*, definition, resum*, poeme, histoire, document*, traduis, traduire, etud*, recherche*, recette*, horoscope, signe, redaction, dissertation, souris, symptome*, serveur*, donnees, vend, personnes atteintes, association, fondation, ong, infirmier, infirmiere, annonce, costume, deguisement',
    asks: 'suis, ai, dois, puis, peux, fais',
    negation: 'ne, n, pas, jamais, aucun*, sans, ni',
    hypothesis: 'si, supposons, imaginons, serais',
    function:
      'le, la, les, un, une, des, du, de, et, que, qui, dans, pour, pas, ne, est, sur, avec, au, aux, ce, cette, il, elle, d, l, qu, c, n, se, sa, ses, son, depuis, mais, ou, ete, je, j, mon, ma, mes, suis, ai, par, en, tout, personne, an, ans, nous, vous, a, sont',
    close:
      'maman, papa, mamie, mamy, papi, papy, un collegue, une collegue, collegue, un ami, une amie, un pote, salarie, salariee, le salarie, la salariee, employe, employee, usager, utilisateur, utilisatrice, client, cliente, eleve, locataire, monsieur, madame, mr',
    elided: 'diagnostiquee, operee, enceinte, hospitalisee, depuis',
    thing:
      'chat, chatte, chien, chienne, chaton, lapin, hamster, perroquet, code, ordi, ordinateur, imprimante, serveur, appli, application, personnage, site, cafe, the, eau, jus, lait',
    fiction: 'scene, thriller, scenario, nouvelle policiere, chapitre, fictif, jeu de role, monologue, fanfiction',
  },
  de: {
    subject: 'ich, wir',
    owner: 'mein*, unser*, patient, patientin, herr',
    object: 'mich, mir, uns',
    be: 'bin, ist, war, sind, waren, gewesen, sein, werde, wurde, geworden, als, sei, bleibe, fuhle, outet*, geoutet, bezeichne, erzogen, aufgewachsen, identifiziere, lebe, leben',
    join: '*mitglied*, beigetreten, eingetreten, ausgetreten, gehor*, angehor*, aktiv, engagier*, wahl*, gewahlt, unterstutz*, kandidier*, gestimmt, stimme, spende*, delegiert*, vorsitzend*, kassier*, gehe, geht, gegangen, besuch*, teilgenommen, nehme, beteilig*, mitgemacht, mitgelaufen, demonstrier*, bete, betet, konvertier*, getauft, vertrauensmann, vertrauensfrau, sympathisier*, anhanger*, parteibuch, organisier*, bin in, bin bei, bin beim, ist in, ist bei, war bei, war auf, austreten, beitreten, verlass*, trete, aufgewachsen, erzogen, gross geworden, bin im, engagiere, beitrag*, funktionar*',
    barrier: 'uber, neben, gegen, von, vor, fur, auf, nahe, angst, trotz',
    topic:
      'uber, artikel*, buch, bucher, referat, masterarbeit, bachelorarbeit, film*, roman*, nachricht*, prufung, vortrag, erklar*, definition, zusammenfass*, gedicht*, geschichte, dokumentation, ubersetz*, studie*, forsch*, aufsatz, rezept*, sternzeichen, horoskop, hausaufgabe*, mause, symptom*, server*, daten, verkauft, menschen mit, verein, stiftung, ngo, krankenpfleger, krankenschwester, besichtig*, anzeige, kostum*, *kostum',
    asks: 'bin, habe, hab, soll, sollte, kann, darf, muss, werde',
    negation: 'nicht, kein*, nie, niemals, ohne, weder',
    hypothesis: 'wenn, falls, angenommen, ware, hatte',
    function:
      'der, die, das, und, ist, nicht, ein, eine, einen, einem, einer, mit, von, zu, auf, fur, dass, den, dem, des, ich, bin, habe, hat, mein, meine, meiner, meinem, meinen, es, sie, er, wir, aber, seit, bei, im, an, als, auch, sich, am, um, aus, wurde, werden, wegen, weil, in, mir, mich, noch, nur, kann, uber, haben, niemand, wie, was',
    tieBehind: true,
    close:
      'mama, papa, mutti, vati, oma, opa, omi, opi, kollege, kollegin, ein freund, eine freundin, kumpel, mitarbeiter, mitarbeiterin, mitbewohner, mitbewohnerin, nutzer, nutzerin, kunde, kundin, schuler, schulerin, mieter, mieterin, frau, klient, klientin, antragsteller',
    elided: 'war, hab, habe, bin, wurde, nehme, leide, komme, musste, gehe',
    thing:
      'katze, kater, hund, hundin, welpe, kaninchen, hamster, papagei, code, laptop, rechner, computer, drucker, server, app, skript, charakter, protagonist*, figur, website, kaffee, tee, wasser, saft, milch',
    fiction: 'szene, thriller, drehbuch, kurzgeschichte, kapitel, fiktiv*, rollenspiel, monolog, fanfiction',
  },
  es: {
    subject: `yo, estuve, pase, perdi, deje, recibi, consumo, consumi, supere, entre, participo, tome, sufri, soy, estoy, tengo, tuve, he, fui, llevo, tomo, sufro, padezco, vivo, voy, hago, era, tenia, estaba, milito, voto, vote, nosotros, somos, tenemos, vamos, rezo, ayuno, practico, creo, uso, naci, creci, participe, acudo, pertenezco, apoyo, asisto, necesito, empece, sali, hice, cumplo, sigo, quede, convivo, estuve, llevamos, deje, ${SPANISH_VERBS}, hemos, hicimos, fuimos, estuvimos, me hice, tuvimos, puse, dije, quise, pude, supe, vine, siento, duermo, empiezo, cumplo, conduzco, conozco, hago, salgo, vengo, pienso, pierdo, cuento, quiero, puedo, encuentro, meto, doy, oigo, veo, recuerdo, tiemblo, sangro, caigo, digo, pongo, decidi, decidimos, estuve, *amos, *emos`,
    owner: 'mi, mis, nuestro, nuestra, paciente, sr, sra',
    object: 'me, nos, mi mismo, conmigo',
    be: 'soy, es, era, fui, somos, son, estoy, esta, ser, estar, estaba, como, siendo, hice, volvi, considero, siento, identifico, declaro, sido, criado, criada, naci, confesado, estamos, estan, sea, quede, quedado, declarado',
    join: 'miembro*, socio*, socia, afili*, milit*, inscri*, carne, cuota*, voto, vote, votar, votado, votando, votante, votamos, apoyo, apoye, apoyamos, simpatiz*, delegad*, represent*, candidat*, concejal*, pertenez*, voy, vamos, va a, ir a, asist*, acud*, fui, particip*, manifest*, rezo, rezar, convert*, converti*, bautiz*, feligres*, activista, soy de, soy del, somos de, es de, es del, estoy en, organiz*, secund*, apunt*, apunt*, sindicad*, fue a, deje, dejar, abandon*, criad*, crecido, crecio, creci, educad*, catequista, congreg*, enlace',
    barrier: 'sobre, cerca, contra, junto, acerca, fan, miedo, al lado, para, en, buscando',
    topic:
      'sobre, articulo*, libro*, tesis, ensayo, pelicula*, noticia*, novela*, examen, presentacion, explic*, definicion, resum*, poema, historia, documental, traduc*, estudi*, investig*, receta*, horoscopo, signo, deberes, redaccion, acerca, ratones, sintoma*, servidor*, datos, vende, personas con, asociacion, fundacion, ong, enfermero, enfermera, anuncio, disfraz',
    asks: 'debo, puedo, deberia, podria',
    negation: 'no, nunca, jamas, sin, ni, tampoco',
    hypothesis: 'si, imagina, supongamos, fuera, fuese',
    function:
      'el, la, los, las, un, una, de, del, y, que, en, por, con, para, no, lo, al, es, se, su, pero, desde, cuando, muy, hace, nadie, esta, este, como, mas, hoy, anos, ano, me, mi, mis, soy, tengo, estoy, he, han, ha, sabe, mes, a, quiero',
    close:
      'mama, papa, abuela, abuelo, un companero, una companera, companero, companera, un amigo, una amiga, colega, empleado, empleada, usuario, usuaria, cliente, clienta, alumno, alumna, inquilino, don, dona, senor, senora',
    elided: 'diagnosticada, operada, embarazada, ingresada',
    thing:
      'gato, gata, perro, perra, cachorro, conejo, hamster, loro, codigo, portatil, ordenador, impresora, servidor, app, aplicacion, personaje, protagonista, web, cafe, te, agua, zumo, leche',
    fiction: 'escena, thriller, guion, cuento corto, capitulo, ficticio, juego de rol, monologo, fanfic',
  },
  it: {
    subject: `io, sono, ho, soffro, prendo, vivo, vado, faccio, ero, avevo, stavo, sto, voto, milito, noi, siamo, abbiamo, andiamo, prego, digiuno, credo, uso, frequento, appartengo, assumo, aspetto, devo, seguo, partecipo, scopro, convivo, votato, pratico, porto, scappo, temo, osservo, convertii, ${ITALIAN_VERBS}, presi, persi, scoprii, andai, stiamo, facciamo, dobbiamo, stessi, vengo, esco, bevo, bevevo, voglio, posso, tengo, rimasi, dico, diedi, mi chiamo, andavo, sento, vedo, dormo, cado, tremo, decisi, *iamo`,
    owner: 'mio, mia, miei, mie, nostro, nostra, paziente, sig',
    object: 'mi, me, ci, con me',
    be: 'sono, e, ero, era, siamo, essere, stato, stata, diventato, diventata, come, essendo, sia, fossi, dichiarato, dichiarata, sento, considero, sto, in quanto, da, nato, nata, cresciuto, cresciuta, identifico, sei',
    join: 'membro, soci*, iscri*, tesser*, milit*, adert*, aderis*, aderi*, affiliat*, voto, vota, votato, votare, votiamo, sostengo, sosten*, simpatiz*, delegat*, rappresent*, candidat*, consiglier*, vado, andiamo, va in, va alla, andare, sono andat*, frequent*, partecip*, manifest*, prego, pregare, convert*, battez*, fedele, attivist*, sono del, sono della, sono nel, sono nella, sono di, appartengo, apparten*, scioper*, organizz*, lasciat*, uscit*, cresciut*, educat*, quota, entrat*, faccio parte, fa parte, sfilat*, cors*',
    barrier: 'su, sul, sulla, vicino, contro, accanto, per, paura, presso, cerca, fan, tifoso, verso',
    topic:
      'su, sul, sulla, sullo, sull, articol*, libro, libri, tesi, saggio, film, notizi*, romanz*, esame, presentazion*, spieg*, definizion*, riassu*, poesia, storia, documentari*, tradu*, studi*, ricerc*, ricetta, ricette, oroscopo, segno, compiti, tema, topi, sintom*, server, dati, vende, persone con, associazione, fondazione, ong, infermiere, infermiera, annuncio, costume, travestimento',
    asks: 'devo, posso, dovrei, potrei, quali, chi, cosa, come, dove',
    negation: 'non, mai, nessun*, senza, ne',
    hypothesis: 'se, immagina, supponiamo, fossi, avessi',
    function:
      'il, lo, la, i, gli, le, un, una, uno, di, del, della, dei, e, che, in, per, con, non, si, al, alla, ai, da, dal, dalla, ma, anche, perche, quando, nessuno, sa, anni, anno, mi, mio, mia, sono, ho, ha, hanno, della, nel, nella, lo, a, sto, questo, questa, l, miei, piu',
    close:
      'mamma, papa, babbo, nonna, nonno, un collega, una collega, collega, un amico, un amica, amico, amica, dipendente, utente, cliente, alunno, alunna, inquilino, signor, signora',
    elided: 'incinta, operata, operato, ricoverata, ricoverato, diagnosticata',
    thing:
      'gatto, gatta, cane, cagna, cucciolo, coniglio, criceto, pappagallo, codice, portatile, computer, stampante, server, app, applicazione, personaggio, protagonista, sito, caffe, te, acqua, succo, latte',
    fiction:
      'scena, thriller, sceneggiatura, racconto breve, capitolo, immaginario, gioco di ruolo, monologo, fanfiction',
  },
  pt: {
    subject: `eu, sou, estou, tenho, tive, fui, fiz, tomo, sofro, vivo, vou, era, tinha, estava, voto, votei, milito, nos, somos, temos, vamos, rezo, jejuo, acredito, uso, frequento, pertenco, apoio, participei, preciso, faco, descobri, comecei, sai, padeco, ando, nasci, cresci, aderi, entrei, virei, trato, convivo, moro, tirei, assumi, engravidei, abortei, escondo, pratico, cumpri, converti, faz parte, filiei, sindicalizei, estive, fiquei, passei, peguei, perdi, deixei, levei, operei, ganhei, recebi, consumi, larguei, entrei, participo, tirei, ${PORTUGUESE_VERBS}, fomos, fizemos, estivemos, tivemos, pus, disse, quis, pude, soube, vim, sinto, durmo, conheco, quero, posso, venho, dou, dei, ouco, vejo, trago, ponho, saio, cumpro, fujo, ouco, escuto, durmo, caio, digo, tremo, sangro, decidi, decidimos, *amos, *emos`,
    owner: 'meu, minha, meus, minhas, nosso, nossa, paciente, sr, sra, dona',
    object: 'me, mim, comigo, a gente, nos',
    be: 'sou, e, era, fui, somos, sao, estou, esta, ser, estar, estava, como, sendo, virei, tornei, considero, sinto, identifico, assumi, assumido, assumida, seja, foi, criado, criada, nasci, enquanto, estamos, ficou, fiquei',
    join: 'membro, socio*, socia, filia*, milit*, inscri*, associad*, voto, votei, votar, votou, votamos, apoio, apoiei, simpatiz*, delegad*, represent*, candidat*, vereador*, pertenc*, vou, vamos, vai a, fui a, fui as, frequent*, assisto, particip*, manifest*, rezo, convert*, converti*, batiz*, ativista, sou do, sou da, sou de, e do, e da, estou no, estou na, aderi*, greve, sindicaliz*, sai da, sai do, saiu da, deixei, criad*, cresci, cresceu, quota*, entrei, faco parte, faz parte, devot*, protest*, carteirinha, panflet*',
    barrier: 'sobre, perto, contra, junto, acerca, medo, fa, ao lado, para, em, procura',
    topic:
      'sobre, artigo*, livro*, tese, ensaio, filme*, noticia*, romance*, exame, prova, apresentac*, explic*, definic*, resum*, poema, historia, documentar*, tradu*, estud*, pesquis*, receita de, horoscopo, signo, trabalho sobre, redacao, acerca, ratos, sintoma*, servidor*, dados, vende, pessoas com, associacao, fundacao, ong, enfermeiro, enfermeira, anuncio, fantasia de, traje',
    asks: 'devo, posso, deveria, poderia',
    negation: 'nao, nunca, jamais, sem, nem, ninguem',
    hypothesis: 'se, imagina, imagine, suponha, fosse',
    function:
      'o, a, os, as, um, uma, de, do, da, dos, das, e, que, em, no, na, por, com, para, nao, ao, se, mas, ha, desde, quando, ninguem, sabe, muito, foi, isso, pelo, pela, eu, meu, minha, meus, minhas, sou, tenho, estou, anos, ano, ainda, como, todos, mes, num, numa, voce, aos',
    close:
      'mamae, papai, mae, pai, vovo, avo, um colega, uma colega, colega, um amigo, uma amiga, amigo, amiga, funcionario, funcionaria, usuario, usuaria, utente, cliente, aluno, aluna, inquilino, senhor, senhora',
    elided: 'gravida, internada, internado, operada, operado, diagnosticada',
    thing:
      'gato, gata, cachorro, cachorra, cadela, cao, coelho, hamster, papagaio, codigo, portatil, notebook, computador, impressora, servidor, app, aplicativo, personagem, protagonista, site, cafe, cha, agua, suco, leite',
    fiction: 'cena, thriller, roteiro, conto curto, capitulo, ficticio, monologo, fanfic',
  },
  nl: {
    subject: 'ik, wij, we',
    owner: 'mijn, onze, ons, patient, patiente, dhr, mevr',
    object: 'me, mij, mezelf, ons',
    be: 'ben, is, was, zijn, waren, geweest, geworden, word, als, opgegroeid, opgevoed, voel, noem, identificeer',
    join: 'lid, *lid, lidmaatschap, aangesloten, stem, stemt, stemde, gestemd, gestemt, steun, steunt, actief, activist*, kandidaat, sympathis*, aanhanger, afgevaardigde, raadslid, kaderlid, ga naar, ga, gaat, ging, gegaan, ga nog, bezoek, bezocht, deelgenomen, meegedaan, gedemonstreerd, demonstreer*, bid, bidt, bekeerd, bekeren, gedoopt, opgegroeid, hoor bij, behoor*, verlaten, ben bij, zit bij, zit in, contributie, gestaakt, staak, meegelopen, uitgetreden, uitgeschreven, bestuurslid, vertegenwoordig*, opgevoed',
    barrier: 'over, naast, tegen, van, voor, bij, bang, op, zoek',
    topic:
      'over, artikel*, boek*, scriptie, essay, film*, roman*, nieuws, tentamen, presentatie, leg uit, uitleg*, definitie, samenvat*, gedicht*, geschiedenis, documentaire*, vertaal*, onderzoek*, studie*, recept*, horoscoop, sterrenbeeld, huiswerk, muizen, symptom*, server*, data, verkoopt, mensen met, stichting, vereniging, ngo, verpleegkundige, advertentie, pak, *pak, kostuum',
    asks: 'ben, heb, moet, kan, mag, zou, zal',
    negation: 'niet, geen, nooit, zonder, noch',
    hypothesis: 'als, stel, indien, zou',
    function:
      'de, het, een, en, van, ik, dat, is, niet, op, te, met, voor, aan, er, om, maar, bij, naar, nog, ook, sinds, al, wel, mijn, ben, heb, heeft, kan, wil, durf, zijn, haar, hij, zij, ze, wat, dit, die, in, weet, niemand, word, jaar, vorige, was, door, als',
    tieBehind: true,
    close:
      'mama, papa, mam, pap, oma, opa, een collega, collega, een vriend, een vriendin, vriend, vriendin, huisgenoot, werknemer, werkneemster, medewerker, gebruiker, klant, leerling, huurder, meneer, mevrouw, client',
    elided: 'ben, heb, was, had, word, slik, zit',
    thing:
      'kat, kater, poes, hond, puppy, konijn, hamster, papegaai, code, laptop, computer, printer, server, app, script, personage, hoofdpersoon, website, koffie, thee, water, sap, melk',
    fiction: 'scene, thriller, draaiboek, kort verhaal, hoofdstuk, fictief, rollenspel, monoloog, fanfiction',
  },
  pl: {
    subject: `ja, jestem, mam, choruje, cierpie, biore, bylem, bylam, mialem, mialam, zachorowalem, zachorowalam, leze, lecze, jestesmy, mamy, nalezę, naleze, glosowalem, glosowalam, glosuje, chodze, modle, wierze, przyjmuje, lykam, zostalem, zostalam, wstapilem, wstapilam, popieram, dzialam, przeszedlem, przeszlam, nawrocilem, nawrocilam, odszedlem, odeszlam, wystapilem, wystapilam, wzialem, wzielam, poszczę, poszcze, usunelam, przerwalam, poronilam, zapisalem, zapisalam, protestowalem, protestowalam, strajkowalem, strajkowalam, poszedlem, poszlam, siedzialem, siedzialam, my, zazywam, wychowalem, wychowalam, urodzilem, urodzilam, kandyduje, startuje, oddalem, oddalam, kocham, spotykam, dostalem, dostalam, nosze, korzystam, obchodze, startowalem, startowalam, wyznaje, ujawnilem, ujawnilam, ${POLISH_PAST}, staram, staramy, nosze, dostaje, jade, ide, idziemy, chodzimy, jem, nie jem, boje, czuje, widze, slysze, zaczynam, konczę, koncze, pracuje, zdradzam, sypiam, kochamy, mieszkam, zyje, spie, czekam, szukam, potrzebuje, wstrzykuje, robie, modlimy, wierzymy, swietujemy, pale, pije, rzucam, walcze, zmagam, opiekuje, wychodze, wstydze, ukrywam, sluze, spiewam, wyznajemy, podpisalem, poszcze, zglaszam, bede, chce, musze, moge, planuje, odsiaduje, prowokuje, placze, pracujemy, strajkujemy, ma m, mamy, opuszczam, slucham, czekam, szukam, pamietam, zegnam, wstaje, choduje, wychowuje, planujemy, spodziewamy, robimy, zyjemy, mieszkamy, obchodzimy, pijemy, bierzemy, kochamy, wierzymy, musimy, chcemy, mozemy`,
    owner:
      'moj, moja, moje, mojej, mojego, moim, mojemu, moich, moi, nasz, nasza, naszej, pacjent, pacjentka, pan, pani',
    object: 'mnie, mi, mna, u mnie, nas, nam, sobie',
    be: 'jestem, jest, bylem, bylam, byl, byla, zostalem, zostalam, jestesmy, byc, jako, to, czuje, zostal, zostala, bedac, okazal',
    join: 'czlon*, naleze, nalezy, naleza*, wstap*, zapisa*, zapisal*, glosow*, glosuj*, popier*, dzial*, aktywist*, kandyd*, startuj*, sympatyk*, delegat*, przewodnicz*, skladk*, chodz*, modl*, uczestn*, wzial*, wziel*, protest*, strajk*, nawroc*, przesz*, ochrzcz*, wystap*, odszed*, odesz*, legitymac*, radn*, wychow*, jestem w, jestem z, jestesmy, organiz*, demonstr*, poszed*, poszl*, bylem na, bylam na, oddal*, obchodz*, dolacz*, wierny, wierna, zakladow*',
    barrier: 'o, obok, przy, przeciw, przeciwko, dla, blisko, boje, fan',
    topic:
      'o, artykul*, ksiazk*, praca magisterska, prace, esej, film*, wiadomos*, powies*, egzamin*, prezentac*, wyjasn*, wytlumacz*, definic*, stresz*, stresc*, wiersz, histori*, dokument*, przetlum*, badan*, przepis na, horoskop*, znak, referat, myszy, objaw*, serwer*, dane, sprzedaje, osobom z, chorym na, fundacj*, stowarzyszen*, pielegniark*, zwiedzi*, reklame, stroj*, kostium*, przebrani*',
    asks: 'czy',
    negation: 'nie, nigdy, bez, ani, zaden',
    hypothesis: 'gdyby, jesli, jezeli, zalozmy, gdybym',
    function:
      'i, w, na, z, do, nie, to, ze, jest, sie, o, od, po, ale, jak, co, za, dla, przez, tym, tego, jestem, mam, moj, moja, u, mnie, mi, ma, lat, nikt, wie, juz, jeszcze, rok, roku, kiedy, czy, by, sa, tylko, a, nim, oraz, bo, kto',
    close:
      'mama, mamy, mamie, tata, taty, tacie, babcia, babci, dziadek, dziadka, kolega, kolegi, kolezanka, kolezanki, kumpel, przyjaciel, przyjaciolka, pracownik, pracownica, pracownika, uzytkownik, uzytkowniczka, klient, klientka, klienta, uczen, uczennica, lokator, pacjenta, pacjentki, pacjentce, maz, meza, zona, zony, corka, corki, syn, syna, siostra, siostry, brat, brata, swiekra, tesciowa',
    thing:
      'kot, kota, kotka, pies, psa, suka, szczeniak, krolik, chomik, papuga, kod, laptop, komputer, drukarka, serwer, apka, aplikacja, postac, bohater, bohaterka, strona, kawe, kawa, herbate, wode, wody, sok, mleko',
    fiction: 'scena, scene, thriller, scenariusz*, opowiadanie, rozdzial, fikcyjn*, monolog, fanfik',
  },
  tr: {
    subject: 'ben, biz, benim, benimle',
    owner: 'benim, annem*, babam*, esim*, kocam*, karim*, oglum*, kizim*, kardesim*, hasta',
    object: 'bana, beni, bende',
    be: 'ben, biriyim, olarak, oldugum*, benim, esim, oglum, kizim, kocam, karim, annem, babam, kardesim, biz',
    join: 'uye*, katil*, oy verdim, oy veriyorum, oy, destek*, gid*, temsilci*, aday*, girdim, ben',
    barrier: 'hakkinda, karsi, yakin',
    topic: 'hakkinda, makale*, kitap*, tez, film*, haber*, acikla*, nedir, ozet*, tarihi, belirtileri, belirtisi',
    asks: 'acaba',
    negation: 'degil, degilim, yok, hic',
    hypothesis: 'eger, diyelim',
    function:
      've, bir, bu, da, de, icin, ile, ben, ama, cok, ne, gibi, daha, bunu, kadar, bana, benim, var, yok, mi, mu, olarak, ay, gecen, bilmiyor',
    tieBehind: true,
  },
  ru: {
    subject: 'я, мы',
    owner: 'мои, моя, мое, моего, моеи, моему, моих, наш, наша, пациент, пациентка',
    object: 'меня, мне, мнои, нас, нам',
    be: 'я, муж, жена, сын, дочь, брат, сестра, мать, отец, был, была, быть, стал, стала, являюсь, как, что, мы, мои, моя',
    join: 'состою, член*, вступил*, голос*, поддерж*, активист*, хожу, ходил*, участв*, вышел, вышла, принял*, крещ*, крестил*, делегат*, ношу, соблюда*, молюсь, был на, была на, бастов*',
    barrier: 'о, об, про, рядом, против, около, для',
    topic: 'о, об, про, стать*, книг*, диплом*, фильм*, новост*, объясни*, истори*, реферат*, симптом*, перевед*',
    asks: 'ли',
    negation: 'не, нет, никогда, без',
    hypothesis: 'если, бы',
    function: 'и, в, не, на, я, что, с, у, меня, мне, как, но, это, по, из, мы, за, от, для, об',
    tieBehind: true,
  },
  ar: {
    subject:
      'انا, نحن, انني, اني, لدي, عندي, اعاني, لانني, لاني, وانا, كنت, بانني, باني, اصبت, صوت, انضممت, اتناول, اصلي, اصوم',
    owner: '*زوجي, *زوجتي, *ابني, *ابنتي, *امي, *ابي, *اخي, *اختي, *والدي, *والدتي, المريض',
    object: 'لي, بي, مني, تشخيصي, اصابتي, اعتقالي, عائلتي, اهلي',
    be: 'انا, وانا, انني, اني, نحن, كنت, اصبحت, كوني, زوجي, زوجتي, ابني, ابنتي, امي, ابي, اخي, اختي, بانني, لانني, باني, بصفتي',
    join: 'عضو, عضوة, انضممت, انتمي, صوت, اصوت, ادعم, شاركت, ناشط, ناشطة, اعتنقت, اذهب, اصلي, منتسب, نقابي, في, تركت, خرجت',
    barrier: 'عن, قرب, ضد, حول',
    topic: 'عن, حول, مقال, كتاب, رسالة ماجستير, فيلم, اخبار, اشرح, تعريف, ما هي, ما هو, اعراض, تاريخ',
    asks: 'هل',
    negation: 'لا, لم, ليس, لست, بدون, غير',
    hypothesis: 'لو, اذا, افترض',
    function: 'في, من, على, انا, ان, لا, ما, هذا, مع, عن, الى, كل, منذ',
    tieBehind: true,
  },
  ko: {
    subject: '저는, 나는, 제가, 내가, 저도, 나도, 우리는, 저희는, 난, 전',
    owner: '제, 내, 저희, 우리, 남편*, 아내*, 아들*, 딸*, 어머니*, 아버지*, 엄마*, 아빠*, 동생*, 환자*',
    object: '저를, 나를, 저에게, 나에게, 저한테',
    be: '저는, 나는, 제가, 내가, 저도, 난, 전, 우리는, 아들*, 딸*, 남편*, 동생*, 입니다, 이다, 예요, 이에요',
    join: '당원*, 회원*, 가입*, 조합원*, 투표*, 지지*, 다녀*, 다니*, 다닙*, 참여*, 참가*, 신자*, 믿*, 개종*, 탈당*, 활동*, 찍었*, 소속*',
    barrier: '대해, 대한, 관한',
    topic: '대해, 대한, 관한, 논문*, 기사*, 책*, 영화*, 뉴스*, 설명*, 증상*, 역사*, 뭐예요, 무엇*, 무엇인가요',
    asks: '혹시',
    negation: '안, 않*, 아니*, 없*, 못*',
    hypothesis: '만약, 만일',
    function: '저는, 나는, 제가, 그리고, 하지만, 때문에, 너무, 정말',
    tieBehind: true,
  },
};

// Dutch pairs of words that tell something together.
import type { Pair } from '../vocabulary.ts';

const NATIONS =
  'marokkaan*, surina*, antilli*, curaça*, aruba*, turk*, koerd*, indonesi*, indisch*, moluk*, somali*, somaliër, ghane*, nigeria*, ethiopi*, eritre*, soeda*, congole*, rwande*, kaapverd*, algerijn*, tunesi*, egypt*, syri*, irak*, iran*, perz*, afgha*, pakista*, india*, hindoesta*, chinees, chinese, vietnam*, korea*, japan*, filipijn*, poolse, polen, roemeen*, bulgaar*, oekra*, russisch, rus, albane*, bosni*, servisch*, serviër, kroati*, armee*, georgi*, griek*, portugees, braziliaan*, colombiaan*, dominica*, arabier*, arabisch*, afrikaan*, aziatisch*, joods*, roma, sinti, berber*, armeens*, molukse';

export const PAIRS_NL: readonly Pair[] = [
  {
    category: 'health',
    word: 'galblaas, baarmoeder, eierstok*, prostaat, amandelen, milt, alvleesklier, nier, nieren, lever, leverwaarden, nierwaarden, darm, darmen, dikke darm, long, longen, blaas, netvlies, hoornvlies, staar, schildklier, blindedarm, zaadbal, teelbal, borst, borsten, slokdarm, ruggengraat, wervel, wervels, meniscus, kruisband, pees, aorta, slagader, heup, knie, schouder, galstenen, nierstenen, poliep*, vleesboom, vleesbomen',
    beside:
      'verwijderd, verwijderen, eruit, weggehaald, weghalen, geopereerd, operatie, operaties, opereren, slecht, werken, werkt, kapot, beschadigd, falen, faalt, transplantatie, getransplanteerd, ontstoken, ontsteking, infectie, knobbel, knobbeltje, vlekje, vlek, uitslag, echo, scan, biopt, arts, artsen, dokter, pijn, gescheurd, geknapt, vergroot, gezwollen, donor, stent, cyste, kanker, tumor, dialyse, probleem, problemen, prothese, nieuwe, kunst*',
  },
  {
    category: 'health',
    word: 'knieoperatie, heupoperatie, hartoperatie, rugoperatie, oogoperatie, geopereerd, operatie, opereren, biopt, biopsie, mri, ct scan, echo, röntgenfoto, maagonderzoek, kijkoperatie, bypass, stent, implantaat, transplantatie, geamputeerd, amputatie, chirurg, narcose, fysio, fysiotherapie, injectie, injecties, ziekenhuis, spoedeisende hulp, intensive care, ic',
    beside:
      'knie, heup, hart, rug, oog, ogen, schouder, nek, hersenen, hoofd, borst, hand, voet, been, arm, oor, neus, buik, maag, prostaat, volgende week, maandag, dinsdag, woensdag, donderdag, vrijdag, voor mijn, na mijn, sinds mijn, mijn operatie, word, moet, lig in, ligt in, lag in, opgenomen, mijn vader, mijn moeder, mijn man, mijn vrouw, mijn zoon, mijn dochter, mijn oma, mijn opa, aan mijn, herstel*, wachtlijst',
  },
  {
    category: 'health',
    word: 'bloedonderzoek, bloedwaarden, bloedprikken, bloeduitslag, uitslag, uitslagen, uitstrijkje, mammografie, hartfilmpje, hiv test, soa test, bloedsuiker, bloeddruk, cholesterol, hb',
    beside:
      'slecht, afwijkend, afwijkende, positief, hoog, hoge, te hoog, laag, blijkt, huisarts, dokter, arts, nieren, lever, hiv, leukemie, bang, wacht, pillen, medicijnen, bloedarmoede, verdenking, uit het, kanker, biopt, scan',
  },
  {
    category: 'health',
    word: 'ongesteld, ongesteldheid, menstruatie, over tijd, zwangerschapstest, eisprong, ochtendmisselijk*, verloskundige, gynaecoloog, echo, bevalling, bevallen, keizersnede, borstvoeding, kraambed, uitgerekend',
    beside:
      'weken, te laat, positief, zwanger, tweeling, pijnlijk, onregelmatig, mijn, ben, baby, maanden, depressie, dagen, test, week, in januari, in februari, in maart, in april, in mei, in juni, in juli, in augustus, in september, in oktober, in november, in december',
  },
  {
    category: 'health',
    word: 'baby verloren, kindje verloren, ons kindje, onze baby, zwanger worden, zwanger te worden, zwanger te raken, kind te krijgen, kinderen krijgen, kinderwens, abortus, zwangerschap afbreken, weg laten halen, laten weghalen, ivf, icsi, iui, inseminatie, eiceldonatie, zaaddonor, eicellen invriezen, embryo, embryo s, vruchtbaarheid*, onvruchtbaar, verwachten een, verwachten ons, verwacht een, in verwachting',
    beside:
      'verloren, weken, maanden, jaar, proberen, lukt niet, mislukt, kan geen, kunnen geen, man, vrouw, partner, kindje, baby, kliniek, ik, we, wij, mijn, onze, traject, stilgeboren',
  },
  {
    category: 'health',
    word: 'drink, drinkt, drinken, dronk, alcohol, drank, wodka, whisky, jenever, wijn, bier, biertjes, dronken, kater, afkicken, ontwenning, aa, anonieme alcoholisten, nuchter, black out',
    beside:
      'te veel, teveel, elke avond, elke dag, per avond, per dag, stiekem, smorgens, s ochtends, voor het werk, stoppen, gestopt, probleem, verslaafd, verslaving, terugval, teruggevallen, fles, flessen, mijn vader, mijn moeder, mijn man, mijn vrouw, maanden, jaar, dagen, sinds, bijeenkomst*, af te komen, niet meer',
  },
  {
    category: 'health',
    word: 'cocaïne, coke, heroïne, crack, ketamine, wiet, blowen, blow, joints, cannabis, opiaten, fentanyl, xtc, mdma, speed, ghb, pillen, oxycodon, benzo s, drugs, gokken, gokkast*, online casino, wedden, porno, clean, nuchter, spuiten',
    beside:
      'gestopt, stoppen, clean, afgekickt, rook, rookte, gebruik, gebruikte, gebruikt, slik, snuif, snoof, spuit, verslaafd, verslaving, terugval, elke dag, overdosis, kliniek, verloren, vergokt, schulden, maanden, jaar, weken, dagen, sinds, mijn zoon, mijn broer, ben',
  },
  {
    category: 'health',
    word: 'overgeven, braken, kots, kotsen, laxeermiddelen, eetbui, eetbuien, hongeren, uithonger*, calorieën, weegt, weeg, gewicht, afgevallen, eet niet, eet niets, eet bijna niets, vinger in mijn keel, vingers in mijn keel',
    beside:
      'maaltijd, eten, na het, na elke, kilo, kg, nog maar, ondergewicht, bmi, stiekem, mijn zus, mijn dochter, kliniek, 300, 400, 500, 600, 800, anorexi*, boulimi*, bang, steek',
  },
  {
    category: 'health',
    word: 'eind aan te maken, een einde aan maken, er een eind aan, van het leven beroofd, niet meer leven, wil dood, wilde dood, beter dood, zelfmoord, zelfmoordgedachten, suïcidaal, suïcide, suïcidale, zelfdoding, opgehangen, voor de trein, van de brug, polsen, overdosis, snijd, sneed, snijden, kras mezelf, zelfbeschadiging, mezelf pijn, levensmoe',
    beside:
      'ik, mezelf, mijn, aan gedacht, denk, dacht, wil, broer, zus, vader, moeder, man, vrouw, zoon, dochter, vriend, vriendin, pillen, armen, weer, poging, gedachten, in mijn',
  },
  {
    category: 'health',
    word: 'medicijn, medicijnen, medicatie, pillen, tabletten, dosis, dosering, recept, voorgeschreven, infuus, infusen, bijwerkingen, prednison, cortisonen, antibiotica, antibioticakuur, bloedverdunners, bètablokkers, statines, de pil, spiraaltje, chemo, immunotherapie, bestralen, bestraling, bestralingen, insuline, lithium, ritalin, slaappillen, kalmeringstabletten, antidepressiva, injecties',
    beside:
      'dokter, huisarts, arts, psychiater, specialist, neem, neemt, slik, slikt, slikte, voorgeschreven, verhoogd, verlaagd, veranderd, gestopt, afbouwen, mijn dosis, mijn medicijnen, mijn medicatie, tegen, voor mijn, vergeten, elke dag, per dag, begin, begon, begint, maandag, kuur, sessie, ziekenhuis, allergisch, jaar, bloeddruk, kreeg',
  },
  {
    category: 'health',
    word: 'knobbeltje, knobbel, bloed bij, bloedverlies, bloeding, duizelig, duizelingen, flauwgevallen, flauw, hartkloppingen, gevoelloos, doof gevoel, toeval, toevallen, aanval, aanvallen, pijn op de borst, huiduitslag, afscheiding, benauwd, kortademig, migraine*, opvlamming, trillen, geheugenverlies, vergeetachtig, oorsuizen, tinnitus, abces, cyste, litteken, wond, infectie, opvliegers, haaruitval, breuk, gebroken, gips, verstuikt, diarree, verstopping, aambeien, hechtingen, in elkaar gezakt, hartaanval',
    beside:
      'dokter, huisarts, ziekenhuis, spoed, borst, links, linker, rechter, ontlasting, urine, been, arm, heup, rug, nek, weken, maanden, stress, mijn moeder, mijn vader, mijn zoon, mijn dochter, mijn man, mijn vrouw, ambulance, operatie, werk, sinds, chronisch*, enkel, pols, epileptische',
  },
  {
    category: 'health',
    word: 'krukken, wandelstok, rollator, rolstoel, verpleeghuis, verzorgingstehuis, hospice, palliatief, palliatieve, terminaal, ongeneeslijk, stervende, in coma, verlamd, prothese, kunstbeen, geleidehond, blind, doof, slechtziend, slechthorend, gehoorapparaat, gehoorapparaten, stotter, stottert, gebarentaal, beperking, handicap, gehandicapt*, wajong, invalide, speciaal onderwijs, autisme, autistisch, gezichtsvermogen, been verloren, zie bijna niets, hoor slecht, kan niet meer lopen, loopt niet meer',
    beside:
      'ik, mijn, me, zoon, zoontje, dochter, moeder, vader, man, vrouw, broer, zus, oma, opa, sinds, ongeluk, beroerte, oor, oog, kind, draag, heb, ben, pgb, wmo, heeft',
  },
  {
    category: 'health',
    word: 'angst, angsten, paniek, paniekstoornis, depressie, depressief, somber, burn out, burnout, overspannen, opgebrand, instorting, ingestort, bipolair, stemmen, hallucin*, paranoïde, manisch, manie, dwanggedachten, dwangstoornis, fobie, trauma, getraumatiseerd, flashbacks, psycholoog, psychiater, psychiatrische, therapie, therapeut, emdr, crisisdienst, geestelijke gezondheid, ptss',
    beside:
      'heb, had, heeft, krijg, lijd, aanval, aanvallen, zit in, ga naar, loop bij, ben bij, gaat naar, sessie, sessies, mijn psycholoog, mijn therapeut, zegt, zei, dokter, voorgeschreven, sinds, metro, bus, trein, jeugd, misbruik, verkrachting, medicijnen, hoor, diagnose, episode, opgenomen, afdeling, wachtlijst, zit al, thuis',
  },
  {
    category: 'health',
    word: 'alzheimer, parkinson, kanker, *kanker, leukemie, diabetes, suikerziekte, epilepsie, astma, coeliakie, adhd, add, autisme, dyslexie, dyslectisch, hiv, aids, hepatitis, copd, crohn, colitis, artrose, reuma, eczeem, psoriasis, overgang, menopauze, endometriose, bloedarmoede, tumor, aneurysma, ms, angina pectoris, hartinfarct, hartaanval, beroerte, tia, hernia, ischias, scoliose, longontsteking, tuberculose, long covid, hoge bloeddruk, trombose, embolie, uitzaaiingen, taaislijmziekte, downsyndroom, syndroom van down, lupus, herpes, dement, dementie, slaapapneu, hartfalen, fibromyalgie, lyme',
    beside:
      'moeder, vader, mama, papa, oma, opa, zoon, zoontje, dochter, broer, zus, man, vrouw, partner, oom, tante, neef, nicht, vriend, vriendin, collega, heb, heeft, had, kreeg, vastgesteld, gevonden, ontdekt, geconstateerd, lijd, vecht, leef met, stadium, overleden, overleefd, genezen, terug, vertelde, verteld, verdenking, zit in de, bij mijn, bij mij, dokter',
  },
  {
    category: 'health-at-work',
    word: 'ziekgemeld, ziek gemeld, ziekteverlof, ziekteverzuim, bedrijfsarts, arboarts, arbodienst, arbeidsongeschikt, wia, wao, uwv, ziektewet, re integratie, re integreren, ziek thuis, bedrijfsongeval, arbeidsongeval, keuringsarts',
    beside:
      'ik, me, mij, mijn, zit, ben, sinds, weken, maanden, jaar, verklaard, baas, werkgever, burn out, stress, rug, collega, werknemer, herkeurd, uitkering, werk',
  },
  {
    category: 'sexual-life',
    word: 'allebei mannen, allebei vrouwen, beiden mannen, beide mannen, beide vrouwen, twee mannen, twee vrouwen, twee moeders, twee vaders, twee mama s, twee papa s, hetzelfde geslacht, zelfde geslacht, ben een man, ben een vrouw, ben een meisje, ben een jongen, als man, als vrouw, zelf ook een man, zelf ook een vrouw, ook een vrouw, ook een man',
    beside:
      'mijn vriend en ik, mijn man en ik, mijn vriendin en ik, mijn vrouw en ik, mijn partner en ik, mijn vriend, mijn man, mijn vriendin, mijn vrouw, stel, relatie, partner, verliefd, getrouwd met een man, getrouwd met een vrouw, trouwen, adopteren, samen met een man, samen met een vrouw, opgegroeid, huwelijk, beste vriend, beste vriendin',
  },
  {
    category: 'sexual-life',
    word: 'zijn man, zijn vriend, zijn echtgenoot, zijn verloofde',
    beside:
      'mijn broer, mijn zoon, mijn vader, mijn oom, mijn neef, mijn mannelijke collega, mijn beste vriend, mijn baas en, mijn kleinzoon',
  },
  {
    category: 'sexual-life',
    word: 'haar vrouw, haar vriendin, haar echtgenote, met een meisje, met een vrouw, een vriendin',
    beside:
      'mijn zus, mijn dochter, mijn moeder, mijn tante, mijn nichtje, mijn vrouwelijke collega, mijn beste vriendin, mijn kleindochter',
  },
  {
    category: 'sexual-life',
    word: 'op mannen, op vrouwen, op jongens, op meisjes, met mannen, met vrouwen, met een jongen',
    beside:
      'val, valt, vallen, slaap, sliep, geslapen, seks, als man, als vrouw, naar bed, mijn vrouw weet, mijn man weet, mijn zoon, mijn broer, verkering',
  },
  {
    category: 'sexual-life',
    word: 'uit de kast, geout, outen, outing, coming out, transitie, hormonen, testosteron, oestrogeen, naam wijzigen, nieuwe naam, geslachtsregistratie, voornaamwoorden, binder, gender, genderidentiteit, genderkliniek, trans, transman, transvrouw, non binair, homo, lesbisch, lesbienne, biseksueel, queer, panseksueel, aseksueel, flikker',
    beside:
      'ouders, moeder, vader, familie, vrouw, man, baas, werk, collega s, kerst, gekomen, verteld, vertelde, naam, begin, begonnen, geboren als, zoon, dochter, broer, zus, misschien, denk dat, dat ik, ik ben, ben ik, stiekem, bar, stel, niemand weet, lichaam, in het verkeerde, dat hij, dat ze',
  },
  {
    category: 'sexual-life',
    word: 'vreemd, vreemdgaan, vreemdgegaan, overspel, affaire, bedrieg, bedrogen, ontrouw, minnaar, minnares, one night stand, sexting, naaktfoto s, nudes, geslapen met, slaap met, naar bed, escort*, bordeel, hoeren, prostituee*, hoerenloper, tinder, grindr, second love, parenclub, swingers*, open relatie, fetisj*, meesteres, bdsm, sugardaddy',
    beside:
      'man, vrouw, vriend, vriendin, partner, getrouwd, stiekem, sinds, jaar, maanden, heb een, had een, ga al, ga ik, ben ik, baas, collega, onbekende, hotel, beste vriend, beste vriendin, ex, weekend, betaald, gestuurd, foto s, heb, mannen, we gaan',
  },
  {
    category: 'sexual-life',
    word: 'seks, vrijen, condoom, condooms, erectie, niet meer omhoog, impotent, orgasme, libido, zin in, porno, masturb*, aftrekken, chlamydia, gonorroe, syfilis, herpes, genitale wratten, hpv, soa, prep, maagd, maagdelijkheid, morning afterpil, vibrator, anaal',
    beside:
      'vrouw, man, vriend, vriendin, partner, wij, we, onveilig*, onbeschermd*, zonder, gescheurd, krijg, lukt niet, geen, hebben, had, opgelopen, overgedragen, gekregen van, test, positief, verslaafd, verslaving, nog, eerste keer, nooit, zaterdag, pijn, slik, ex, weekend, heb',
  },
  {
    category: 'religion',
    word: 'kerk, kerkdienst, dienst, mis, synagoge, sjoel, moskee, tempel, kapel, eredienst, parochie, gemeente, bijbelgroep, bijbelkring, bijbelstudie, gebedsgroep, biechten, biecht, kerkkoor, koninkrijkszaal, klooster, misdienaar, ouderling, diaken, catechisatie, zondagsschool, alpha cursus, loge, bedevaart, retraite',
    beside:
      'ga naar, ga elke, gaat naar, gaan naar, gaan zaterdag, ging naar, ga ik naar, wij gaan, elke zondag, elke vrijdag, elke zaterdag, zondags, s zondags, elke week, zing, dien, help, vrijwilliger, lid van, verlaten, uitgetreden, opgegroeid in, bid, mijn vader, mijn moeder, mijn oma, geef les, dominee, pastoor, priester, imam, rabbijn, tienden, uitgeschreven',
  },
  {
    category: 'religion',
    word: 'onze/mijn dominee/pastoor/imam/rabbijn/priester/pastor/voorganger/biechtvader/goeroe, priester worden, non worden, dominee worden, het klooster in, theologie studeren',
    beside: 'ik, me, mij, ons, zegt, zei, wil, wilde, gesproken, sprak, raadde, gezegend, getrouwd, vindt',
  },
  {
    category: 'religion',
    word: 'god, allah, jezus, christus, heilige geest, maria, bijbel, koran, thora, evangelie, geloof, religie, religieus, gelovig, gelovige, gebed, rozenkrans, vastentijd, ramadan, suikerfeest, offerfeest, pesach, jom kipoer, chanoeka, sjabbat, sabbat, iftar, bedevaart, mekka, diwali, holi, koosjer, halal, varkensvlees',
    beside:
      'geloof in, geloof niet, niet meer in, verloren, kwijt, bid, bidden, bidt, vast, vasten, houd, doe mee, vier, vieren, mijn geloof, mijn religie, erg, heel, streng, zwaar, opgegroeid, opgevoed, familie, gezin, lees, gered, gevonden, bekeerd, vrije dag, vrij, elke avond, elke dag, eet, eten, atheïst, vanwege mijn, om mijn',
  },
  {
    category: 'religion',
    word: 'gedoopt, doop, dopen, communie, eerste communie, vormsel, belijdenis, bar mitswa, bat mitswa, besneden, besnijdenis, kerkelijk trouwen, kerkelijk huwelijk, hoofddoek, hijab, nikab, boerka, sluier, tulband, keppel, keppeltje, bloedtransfusie, bekeerd, bekering, uitgetreden, uitgesloten, atheïst, agnost, ex moslim, jehova s getuige, jehova s getuigen, jehova s, peetoom, peettante',
    beside:
      'mijn, onze, ik, we, draag, draagt, dochter, zoon, kinderen, kind, in mei, pasen, weiger, islam, jodendom, christendom, boeddhisme, katholicisme, religie, geloof, klant, familie, opgegroeid, ben, moslim, gelovig, tot de',
  },
  {
    category: 'politics',
    word: 'vvd, pvda, groenlinks, d66, pvv, cda, de sp, op de sp, christenunie, sgp, denk, forum, fvd, ja21, bbb, volt, partij voor de dieren, pvdd, nsc, vlaams belang, n va, vooruit, groen, open vld, pvda, wilders, rutte, baudet, omtzigt, timmermans, klaver, kaag, trump, bart de wever, extreemrechts, extreemlinks',
    beside:
      'stem, stemde, gestemd, stemmen, lid, lidmaatschap, lijst, sta op, kandidaat, gemeenteraad, campagne, folders, flyers, geflyerd, posters, afdeling, afdelingsvoorzitter, raadslid, wethouder, sympathiseer, aanhanger, steun, congres, actief, altijd, niemand, geheim, kiezer, vrijwilliger, doneer, jongerenafdeling',
  },
  {
    category: 'politics',
    word: 'demonstratie, demonstraties, *demonstratie, *betoging, *mars, betoging, demo, protest, protesten, protestmars, mars, gedemonstreerd, demonstreren, blokkade, a12, extinction rebellion, klimaatmars, klimaatstaking, boerenprotest, trekkers, pride, hongerstaking, bezetting, petitie',
    beside:
      'was bij, ik was, was ik, ga naar, gegaan, meegelopen, meegedaan, liep, organiseer, opgepakt, gearresteerd, politie, zaterdag, zondag, tegen, voor, palestina, gaza, klimaat, oekraïne, abortus, regering, racisme, baas, foto, gezien, spandoek, vastgeplakt',
  },
  {
    category: 'politics',
    word: 'links, rechts, extreemlinks, extreemrechts, communist*, socialist*, anarchist*, marxist*, republikein*, monarchist*, nationalist*, flamingant*, feminist*, pacifist*, antivaxer, complotdenker, zionist*, conservatief, liberaal, activist*, gemeenteraadslid, gemeenteraad, raadslid, wethouder, kamerlid, burgemeester, dissident*, politiek, politieke',
    beside:
      'behoorlijk, nogal, vrij, erg, uitgesproken, overtuigd, ik ben, ben ik, mijn vader is, mijn moeder is, mijn man is, mijn vrouw is, mijn broer is, mijn opvattingen, mijn mening, mijn overtuiging, mijn voorkeur, kandidaat, gekozen, vervolgd, ballingschap, asiel, ontslagen, gezin, georiënteerd, stem, lijst, vluchteling, overtuiging',
  },
  {
    category: 'trade-union',
    word: 'vakbond, vakbonden, fnv, cnv, vcp, aob, abvv, acv, vakbondslid, kaderlid, ondernemingsraad, staking, stakingen, gestaakt, staken, staak, stakers, werkonderbreking, stakingskas, cao actie, militant',
    beside:
      'lid, lid geworden, lidmaatschap, contributie, kaderlid, afgevaardigde, bestuurder, hebben, heb, weken, dagen, loon, baas, werkgever, bedrijf, gekozen, mijn vakbond, onze vakbond, helpt, verdedigt, vergadering, ontslagen, collega s, magazijn, meegedaan, aangesloten, zit in, georganiseerd, organiseer, ben, gestaakt',
  },
  {
    category: 'ethnicity',
    word: NATIONS,
    beside:
      'half, halve, kwart, afkomst, achtergrond, roots, wortels, ouders, mijn ouders, grootouders, familie, komaf, afstamming, migratieachtergrond, gevlucht, vluchteling*, gemengd, etnisch*, gemeenschap, bloed, voorouders, aangehouden, politie, accent, huidskleur, uitgescholden, racisme, geadopteerd',
  },
  {
    category: 'ethnicity',
    word: 'zwart, zwarte, donkere huid, getint*, gekleurd*, huidskleur, zigeuner*, roma, sinti, woonwagen*, vluchteling*, asielzoeker*, migratieachtergrond, allochtoon, racist*, racisme, neger, statushouder, uitgezet, uitzetting, azc',
    beside:
      'als zwarte, vrouw, man, ik ben, ben ik, ben, enige, mijn ouders, mijn familie, mijn vader, mijn moeder, uitgescholden, genoemd, noemde, word, werd, aanvraag, afgewezen, uit syrië, uit afghanistan, aangehouden, kamp, werk',
  },
  {
    category: 'genetic',
    word: 'brca, brca1, brca2, gen, genen, genetisch*, dna, dna test, chromosoom*, erfelijk*, mutatie, *mutatie, huntington, lynch, vaderschapstest, 23andme',
    beside:
      'draag, drager, draagster, mijn moeder, mijn vader, geërfd, afwijking, positief, test, uitslag, onderzoek, aandoening, ziekte, familie, niet mijn vader, niet de vader, halfbroer, halfzus, heb',
  },
  {
    category: 'criminal',
    word: 'gevangenis, bajes, in de cel, maanden cel, jaar cel, politiebureau, rechtbank, rechtszaak, veroordeeld, veroordeling, strafblad, vog, voorwaardelijk, voorwaardelijke, reclassering, taakstraf, werkstraf, enkelband, opgepakt, gearresteerd, aangehouden, verdachte, aangeklaagd, aangifte, voorarrest, fraude, diefstal, heb gestolen, ik gestolen, winkeldiefstal, inbraak, mishandeling, drugshandel, dealen, gedeald, rijden onder invloed, misdrijf, rijbewijs kwijt, tbs, oplichting',
    beside:
      'zat, gezeten, zit, jaar, maanden, ik, ben, mijn broer, mijn zoon, mijn man, mijn vader, mijn ex, voor fraude, voor diefstal, voor, tegen mij, politie, advocaat, rijbewijs, gisteren, heb een, werk, baan, gekregen, uit de, geweigerd, vrijgekomen, straf',
  },
];

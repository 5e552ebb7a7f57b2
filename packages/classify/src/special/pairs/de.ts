// German pairs of words that tell something together.
import type { Pair } from '../vocabulary.ts';

const NATIONS =
  'algerier*, marokkaner*, tunesier*, ägypter*, nigerianer*, ghanaer*, kenianer*, somalier*, somali*, äthiopier*, eritreer*, sudanes*, kongoles*, senegales*, kameruner*, jamaikaner*, kubaner*, mexikaner*, kolumbianer*, brasilianer*, peruaner*, inder*, inderin, pakistaner*, pakistani, afghan*, iraner*, perser*, iraker*, syrer*, libanes*, türke*, türkin, türken, türkisch*, kurd*, chines*, vietnames*, koreaner*, koreanisch*, japaner*, filipin*, thailänder*, pole, polin, polen, polnisch*, rumän*, bulgar*, alban*, kosovar*, kosovo, serb*, bosn*, kroat*, ukrain*, russisch*, russland*, tschetschen*, armen*, georg*, griech*, arab*, afrikan*, asiat*, jüdisch*, roma, sinti, sorbisch*, jesid*, marokkanisch*, nigerianisch*, afro*';

export const PAIRS_DE: readonly Pair[] = [
  {
    category: 'health',
    word: 'gallenblase, galle, gebärmutter, eierstock, eierstöcke, prostata, mandeln, milz, bauchspeicheldrüse, niere, nieren, nierenwerte, leber, leberwerte, darm, dickdarm, lunge, blase, netzhaut, hornhaut, grauer star, grauen star, schilddrüse, blinddarm, hoden, brust, speiseröhre, wirbelsäule, wirbel, meniskus, kreuzband, sehne, hauptschlagader, arterie, steißbein, leiste, bandscheibe, gallensteine, nierensteine, hüfte, knie, schulter',
    beside:
      'entfernt, entfernen, raus, rausgenommen, herausgenommen, operiert, operieren, operation, op, ops, versagen, versagt, versagen, kaputt, schlecht, geschädigt, schwach, transplantiert, transplantation, steine, entzündet, entzündung, infektion, knoten, schatten, fleck, befund, ultraschall, biopsie, arzt, ärzte, ärztin, schmerzen, schmerz, gerissen, geplatzt, vergrößert, geschwollen, spender, spenderin, stent, zyste, krebs, tumor, dialyse, probleme, prothese, künstliche, künstliches, neue, neues, bestrahlt',
  },
  {
    category: 'health',
    word: 'knie op, hüft op, herz op, augen op, rücken op, bandscheiben op, schulter op, brust op, operiert, operieren, operation, op termin, op, biopsie, mrt, ct, ultraschall, röntgen, magenspiegelung, darmspiegelung, bypass, bypässe, stent, implantat, transplantation, amputiert, amputation, chirurg*, narkose, physiotherapie, kortison, spritze, spritzen, krankenhaus, klinik, notaufnahme, intensivstation',
    beside:
      'knie, hüfte, herz, rücken, auge, augen, schulter, nacken, wirbelsäule, kopf, gehirn, hand, fuß, bein, arm, ohr, nase, bauch, magen, nächste woche, montag, dienstag, mittwoch, donnerstag, freitag, vor meiner, nach meiner, nach der, vor der, steht, liege, liegt, lag, eingeliefert, eingewiesen, musste ins, mein vater, meine mutter, mein mann, meine frau, mein sohn, meine tochter, meine oma, mein opa, werde am, wurde am, werde ich am, bin am, ich mich, ergab, zeigt, zeigte, auffällig',
  },
  {
    category: 'health',
    word: 'blutwerte, blutbild, laborwerte, blutergebnisse, befund, befunde, testergebnis, abstrich, mammographie, ekg, hiv test, pap abstrich, tumormarker, entzündungswerte, zuckerwerte, cholesterinwerte, blutdruck',
    beside:
      'schlecht, auffällig, positiv, erhöht, hoch, zu hoch, niedrig, verdacht, da sind, sind da, ist da, arzt, ärztin, angst, warte, hausarzt, leukämie, tabletten, medikamente',
  },
  {
    category: 'health',
    word: 'periode, schwangerschaftstest, eisprung, zyklus, morgenübelkeit, hebamme, frauenarzt, frauenärztin, gynäkolog*, ultraschall, ssw, schwangerschaftswoche, geburtstermin, schwangerschaft, entbindung, kaiserschnitt',
    beside:
      'überfällig, ausgeblieben, bleibt aus, zu spät, positiv, schwanger, zwillinge, schmerzhaft, unregelmäßig, meine, baby, test positiv, wochenbett, depression, im januar, im februar, im märz, im april, im mai, im juni, im juli, im august, im september, im oktober, im november, im dezember, woche',
  },
  {
    category: 'health',
    word: 'unser baby, mein baby, das baby, unser kind, mein kind, die zwillinge',
    beside: 'verloren, tot geboren, behalten, wegmachen, abtreiben, abgetrieben, erwarten, woche verloren, sternenkind',
  },
  {
    category: 'health',
    word: 'icsi, ivf, künstliche befruchtung, insemination, samenspende, eizellspende, eizellen einfrieren, spermiogramm, kinderwunsch, kinderwunschklinik, kinderwunschbehandlung, schwanger werden, schwanger zu werden, ein kind zu bekommen, kinder bekommen, fruchtbarkeit, stillen, erwarte ein, erwarten ein, erwarten unser',
    beside:
      'versuchen, versuche, gescheitert, geklappt, klappt nicht, kann keine, können keine, keine kinder, seit jahren, jahren, behandlung, mein mann, meine frau, wir, ich, baby, kind',
  },
  {
    category: 'health',
    word: 'trinke, trinkt, trinken, saufe, säuft, saufen, alkohol, wodka, schnaps, bier, wein, flaschen wein, kater, filmriss, promille, suff, entzug, anonyme alkoholiker, suchtberatung, suchtklinik, entgiftung, abstinent',
    beside:
      'zu viel, jeden abend, jeden tag, täglich, am abend, komme nicht davon los, nicht aufhören, aufhören, heimlich, schon morgens, morgens, vor der arbeit, flasche, flaschen, problem, abhängig, süchtig, trocken, rückfall, rückfällig, war ich, bin ich, mein vater, meine mutter, mein mann, meine frau, kaputt, seit, los zu kommen, loskommen, gehe, mache',
  },
  {
    category: 'health',
    word: 'kokain, koks, heroin, crystal, meth, ketamin, gras, cannabis, kiffe, kiffen, kifft, joints, opiate, fentanyl, speed, mdma, ecstasy, crack, pillen, tilidin, tramal, benzos, drogen, spielautomaten, spielhalle, sportwetten, online casino, pornos, clean, trocken',
    beside:
      'clean, weg von, los von, aufgehört, aufhören, nehme, nahm, genommen, rauche, süchtig, abhängig, rückfall, gezogen, gespritzt, spritze, jeden tag, täglich, entzug, überdosis, verzockt, verspielt, schulden, seit, monaten, jahren, wochen, tagen, mein sohn, mein bruder, loskommen, bin ich, ich bin',
  },
  {
    category: 'health',
    word: 'erbreche, erbrechen, kotze, kotzen, übergebe mich, abführmittel, fressattacken, hungere, hungern, kalorien, wiegt, wiege, gewicht, abgenommen, isst nichts, isst nicht, esse nichts, esse kaum, magersucht, essgestört, finger in den hals',
    beside:
      'nach dem essen, mahlzeit, essen, kilo, kg, nur noch, untergewicht, bmi, heimlich, meine schwester, meine tochter, klinik, 300, 400, 500, 600, 800, isst, angst',
  },
  {
    category: 'health',
    word: 'umbringen, umgebracht, das leben nehmen, das leben genommen, nicht mehr leben, sterben will, sterben wollen, lieber tot, tot wäre, ein ende setzen, ein ende machen, schluss machen mit allem, suizidgedanken, suizidal, selbstmord, selbstmordgedanken, aufgehängt, vom dach, vor den zug, pulsadern, überdosis, lebensmüde, ritze, ritzen, geritzt, verletze mich, selbstverletzung, rasierklinge',
    beside:
      'ich, mich, mir, will, möchte, wollte, dachte, denke, mein bruder, meine schwester, mein vater, meine mutter, mein mann, meine frau, mein sohn, meine tochter, freund, freundin, tabletten, arme, wieder',
  },
  {
    category: 'health',
    word: 'medikament, medikamente, tabletten, dosis, rezept, verschrieben, infusion, infusionen, nebenwirkungen, kortison, antibiotika, antibiotikum, blutverdünner, betablocker, statine, die pille, pille, hormonersatz, chemo, immuntherapie, strahlentherapie, bestrahlung, insulin, spritze mir, ramipril, ibuprofen 800, psychopharmaka, antidepressiva, neuroleptika, ritalin',
    beside:
      'arzt, ärztin, hausarzt, psychiater, nehme, nimmt, nehmen, genommen, verschrieben, absetzen, abgesetzt, erhöht, meine dosis, meine medikamente, täglich, zweimal am tag, gegen, wegen, vergessen, beginnt, beginne, anfangen, nächste woche, ab montag, angst vor, zyklus, krankenhaus, vertrage, seit jahren, schlucke, brauche, muss ich',
  },
  {
    category: 'health',
    word: 'knoten, blut im, schwindel, schwindelig, ohnmächtig, herzrasen, herzstolpern, taub, taubheit, krampfanfall, krampfanfälle, anfall, anfälle, brustschmerzen, ausschlag, ausfluss, atemnot, luftnot, huste, migräne, schub, schübe, zittern, gedächtnisverlust, vergesslich, doppelbilder, tinnitus, abszess, zyste, hitzewallungen, haarausfall, bruch, gebrochen, beinbruch, zusammengebrochen, durchfall, verstopfung, hämorrhoiden, narbe, wunde, genäht',
    beside:
      'arzt, ärztin, krankenhaus, notaufnahme, brust, stuhl, urin, linken, rechten, seit wochen, seit monaten, seit tagen, stress, bein, arm, hüfte, handgelenk, rücken, entdeckt, getastet, nacken, operation, heilt, krankenwagen, meine mutter, mein vater, mein sohn, meine tochter, meine frau, mein mann, wieder',
  },
  {
    category: 'health',
    word: 'krücken, rollator, rollstuhl, gehstock, pflegeheim, pflegestufe, pflegegrad, hospiz, palliativ, sterbenskrank, todkrank, liegt im sterben, monate zu leben, intensivstation, psychiatrie, geschlossene abteilung, in der geschlossenen, beatmet, koma, gelähmt, prothese, blindenhund, erblinde, erblindet, sehe auf, auf einem auge, auf einem ohr, hörgerät, hörgeräte, stottere, stottert, gebärdensprache, behinderung, schwerbehindert, gdb, behindertenausweis, förderschule, autistisch, autismus, sehkraft, gehör verloren, bein verloren',
    beside:
      'ich, mein, meine, meinem, meiner, mich, mir, sohn, tochter, mutter, vater, oma, opa, mann, frau, bruder, schwester, seit, unfall, schlaganfall, auge, ohr, nichts mehr, taub, blind, kind, 50, 60, 70, 80',
  },
  {
    category: 'health',
    word: 'panik, panikattacken, panikstörung, ängste, angstzustände, angststörung, zusammenbruch, nervenzusammenbruch, ausgebrannt, burnout, burn out, depressiv, hoffnungslos, zwänge, zwangsgedanken, stimmen, paranoid, manisch, manie, halluzin*, trauma, traumatisiert, flashbacks, therapie, therapeut*, therapieplatz, psycholog*, psychiater*, psychosomatisch*, psychosomatische klinik, verhaltenstherapie, emdr, tagesklinik, seelisch, psychisch',
    beside:
      'habe, hatte, leide, bekomme, kriege, bin in, in therapie, gehe zur, gehe zum, mache eine, warte auf, sitzung, sagt, meint, diagnose, krank, u bahn, bus, aufzug, kindheit, missbrauch, arzt, verschrieben, seit, angeschlagen, am ende, höre, belastung, belastet, suche einen',
  },
  {
    category: 'health',
    word: 'demenz, dement, alzheimer, parkinson, krebs, *krebs, leukämie, diabetes, zucker, epilepsie, asthma, zöliakie, adhs, autist*, asperger, legasthenie, hiv, hepatitis, copd, morbus crohn, colitis, rheuma, neurodermitis, schuppenflechte, wechseljahre, wechseljahren, endometriose, cholesterin, anämie, tumor, zyste, aneurysma, ms, angina pectoris, herzinfarkt, schlaganfall, hernie, ischias, bandscheibenvorfall, skoliose, myome, lungenentzündung, tuberkulose, long covid, multiple sklerose, lupus, schilddrüsenunterfunktion, bluthochdruck, thrombose, metastasen, mukoviszidose, herzfehler',
    beside:
      'oma, opa, mutter, vater, mama, papa, sohn, tochter, bruder, schwester, mann, frau, partner, onkel, tante, freund, freundin, kollege, kollegin, habe, hat, hatte, leide, festgestellt, diagnos*, gefunden, entdeckt, gestorben, stadium, endstadium, gestreut, überlebt, besiegt, zurück, verdacht auf, bin in den, nehme, seit, bei mir, bei meinem, bei meiner',
  },
  {
    category: 'sexual-life',
    word: 'beide männer, beide frauen, zwei männer, zwei frauen, zwei mütter, zwei väter, zwei mamas, zwei papas, als mann, als frau, selbst eine frau, selbst ein mann, auch ein mann, auch eine frau, auch ein kerl, gleichgeschlechtlich*, selben geschlechts, gleichen geschlechts, bin ein mann, bin eine frau, bin ein mädchen, bin ein junge',
    beside:
      'mein freund und ich, mein mann und ich, meine freundin und ich, meine frau und ich, mein partner und ich, meine partnerin und ich, mein lebensgefährte, meine lebensgefährtin, mein mann, meine frau, paar, beziehung, partner, partnerin, partnerschaft, lebenspartner*, verliebt, heiraten, adoptieren, mit einem mann verheiratet, mit einer frau verheiratet, mit einem mann zusammen, mit einer frau zusammen, aufgewachsen, liebe, ehe, hochzeit, beste freundin, besten freund, mein freund, meine freundin',
  },
  {
    category: 'sexual-life',
    word: 'sein mann, seinem mann, seinen mann, sein freund, seinem freund, sein ehemann, seinem ehemann, sein verlobter, seinem partner, sein partner',
    beside:
      'mein bruder, meinem bruder, meinen bruder, mein sohn, meinem sohn, mein vater, mein onkel, mein cousin, mein kollege, mein chef, mein bester freund, mein neffe, mein enkel',
  },
  {
    category: 'sexual-life',
    word: 'ihre frau, ihrer frau, ihre freundin, ihrer freundin, ihre ehefrau, ihre partnerin, ihrer partnerin',
    beside:
      'meine schwester, meiner schwester, meine tochter, meiner tochter, meine mutter, meine tante, meine cousine, meine kollegin, meine chefin, meine nichte, meine enkelin',
  },
  {
    category: 'sexual-life',
    word: 'mit männern, mit frauen, auf männer, auf frauen, auf jungs, auf mädels, mit einem mann, mit einer frau, mit einem mädchen, mit einem jungen, für männer, für frauen, einen freund, eine freundin',
    beside:
      'schlafe, schläft, geschlafen, stehe, steht, stehen, sex, bett, als mann, als frau, meine frau weiß, mein mann weiß, meine tochter ist, meine schwester ist, mein sohn ist, mein bruder ist, mein sohn hat, meine tochter hat, angezogen, interessiere',
  },
  {
    category: 'sexual-life',
    word: 'geoutet, outen, oute, outing, transition, transitioniere, hormone, testosteron, östrogen, hormontherapie, vornamensänderung, pronomen, binder, deadname, geschlecht, geschlechtseintrag, geschlechtsidentität, mädchennamen, trans, nichtbinär, schwul, lesbisch, bisexuell, lesbe, queer, homosexuell, pansexuell, asexuell',
    beside:
      'eltern, mutter, vater, familie, frau, mann, chef, arbeit, kollegen, weihnachten, gesagt, erzählt, vornamen, namen, ändern, als mann, als frau, geboren, beginne, angefangen, sohn, tochter, bruder, schwester, vielleicht, glaube ich, dass ich, im falschen körper, heimlich, bar, paar, kumpel, mitbewohner, dysphorie, weiß niemand, niemand weiß',
  },
  {
    category: 'sexual-life',
    word: 'affäre, fremdgehen, fremdgegangen, fremd, betrüge, betrogen, betrügt, untreu, seitensprung, one night stand, rumgemacht, geschlafen, sexting, nacktbilder, nacktfotos, sugardaddy, escort, bordell, puff, prostituierte*, stripclub, tinder, grindr, joyclub, dating app, freundschaft plus, geliebte, geliebter, geliebten, dreier, swingerclub, offene beziehung, fetisch, domina, bdsm, gruppensex',
    beside:
      'mann, frau, freund, freundin, partner, partnerin, verheiratet, heimlich, seit, jahren, monaten, habe eine, hatte eine, gehe, gegangen, ich bin, bin ich, chef, kollegin, kollegen, kollege, unbekannten, hotel, besten freund, beste freundin, ex, letztes wochenende, bezahlt, fotos, geschickt, paare, einmal im monat',
  },
  {
    category: 'sexual-life',
    word: 'sex, kondom, kondome, erektion, erektionsprobleme, keinen mehr hoch, nicht mehr hoch, potenz, impotent, orgasmus, libido, lust, porno, pornos, selbstbefriedigung, chlamydien, tripper, gonorrhoe, syphilis, herpes, feigwarzen, hpv, filzläuse, geschlechtskrankheit, prep, jungfrau, pille danach, im bett, vibrator, anal',
    beside:
      'frau, mann, freund, freundin, partner, partnerin, wir, ungeschützt*, ohne, gerissen, geplatzt, kriege, bekomme, keine lust, keinen sex, kein sex, hatte, hatten, haben, eingefangen, angesteckt, von meinem, von meiner, getestet, positiv, süchtig, noch, läuft nichts, tote hose, schmerzen, wochenende, genommen, verschreiben, ex',
  },
  {
    category: 'religion',
    word: 'kirche, synagoge, moschee, tempel, gottesdienst, messe, kapelle, gemeinde, pfarrgemeinde, bibelkreis, hauskreis, gebetskreis, gebetsgruppe, beichte, beichten, kirchenchor, königreichssaal, kloster, jugendgruppe der, ministrant*, messdiener*, lektor, freikirche, loge, konfirmandenunterricht, kommunionunterricht, cem haus, cemevi',
    beside:
      'gehe, geht, gehen, ging, war ich, jeden sonntag, jeden freitag, jeden samstag, sonntags, samstags, freitags, sonntag, jede woche, besuche, singe, singt, diene, helfe, ehrenamtlich, ausgetreten, austreten, eingetreten, mitglied, aufgewachsen, bete, beten, bin ich, ich bin, spende, leite, leitet, betreue, unterrichte, priester, pfarrer, imam, rabbiner, älteste',
  },
  {
    category: 'religion',
    word: 'unser/mein/unserem/meinem/unseren/meinen pfarrer/imam/rabbi/rabbiner/pastor/priester/hodscha/beichtvater/guru, unsere pfarrerin, meine pastorin, priester werden, nonne werden, mönch werden, rabbiner werden, pfarrer werden, ins kloster, theologie studieren',
    beside:
      'ich, mir, mich, uns, sagt, sagte, meint, gesagt, will, möchte, wollte, geht, gespräch, getraut, gesprochen, rat',
  },
  {
    category: 'religion',
    word: 'gott, allah, jesus, christus, heiliger geist, heiligen geist, jungfrau maria, muttergottes, bibel, koran, tora, evangelium, glaube, glauben, religion, religiös, gläubig, gebet, gebete, rosenkranz, fastenzeit, ramadan, pessach, chanukka, jom kippur, schabbat, sabbat, iftar, wallfahrt, pilgerreise, mekka, zuckerfest, opferfest, diwali, newroz',
    beside:
      'glaube an, glaube nicht, glaube ich nicht, glaube nicht mehr an, glauben verloren, verloren, vom glauben, bete, beten, betet, faste, fasten, fastet, halte, feiern, feiere, mein glaube, meine religion, meinen glauben, sehr religiös, streng, tief, erzogen, aufgewachsen, lese, lese in, gerettet, gefunden, konvertiert, familie ist, familie, frei, urlaub, jeden abend, jeden tag, sünde, konvertieren, mehr an',
  },
  {
    category: 'religion',
    word: 'getauft, taufe, taufen, kommunion, erstkommunion, konfirmation, firmung, bar mizwa, bat mizwa, beschneidung, beschnitten, nikah, kirchlich heiraten, kirchlich geheiratet, kopftuch, hijab, niqab, schleier, turban, kippa, kruzifix, koscher, halal, faste, gefastet, schweinefleisch, bluttransfusion, konvertiert, konvertieren, konvertierte, übergetreten, exkommuniziert, atheist*, agnostik*, ex muslim*, kirchensteuer, firmpate, taufpate, taufpatin',
    beside:
      'meine, mein, unser, unsere, ich, wir, trage, trägt, tragen, tochter, sohn, kinder, kind, esse, essen, religion, religiös, kirche, glauben, islam, judentum, christentum, buddhismus, lehne, ablehnen, heiraten, im mai, ostern, zahle, zeugen',
  },
  {
    category: 'politics',
    word: 'spd, cdu, csu, fdp, afd, grüne, grünen, die grünen, die linke, linke, linken, bsw, linkspartei, freie wähler, npd, dkp, piraten, jusos, junge union, grüne jugend, scholz, merkel, merz, habeck, baerbock, weidel, höcke, wagenknecht, söder, lindner, trump, övp, spö, fpö, neos, kpö, svp, extrem rechts, rechtsaußen',
    beside:
      'wähle, wählt, wählen, gewählt, stimme, kreuz, mitglied, eingetreten, ausgetreten, beigetreten, bin in der, bin bei, kandidiere, kandidat, kandidatin, plakate, plakatiere, flyer, wahlkampf, stand, ortsverein, ortsverband, kreisverband, spende, gespendet, anhänger*, wähler*, parteibuch, parteitag, in der, bei der, bei den, seit jahren, stadtrat, gemeinderat, unterstütze, aktiv, engagiere, delegiert*, schatzmeister*, sympathisiere, niemand wissen, keiner darf',
  },
  {
    category: 'politics',
    word: 'demo, demos, *demo, *demonstration, *kundgebung, demonstration, demonstriert, demonstriere, protest, protestiert, kundgebung, mahnwache, blockade, sitzblockade, klimastreik, letzte generation, fridays for future, ende gelände, antifa, pegida, querdenken, montagsspaziergang, hungerstreik, besetzt, hausbesetzung, pride, csd, petition',
    beside:
      'war ich, ich war, bin ich, gehe, gegangen, gehen, teilgenommen, mitgelaufen, mitgemacht, organisiere, organisiert, festgenommen, verhaftet, polizei, samstag, sonntag, gegen, für, chef, foto, gesehen, festgeklebt, palästina, israel, klima, ukraine, krieg, rechts, regierung, mit meiner',
  },
  {
    category: 'politics',
    word: 'politisch, politische, links, rechts, linksextrem, rechtsextrem, kommunist*, sozialist*, anarchist*, marxist*, nationalist*, konservativ, liberal, feministin, pazifist*, monarchist*, reichsbürger*, querdenker*, impfgegner*, zionist*, aktivist*, stadtrat, gemeinderat, bürgermeister, bundestag, landtag, kreistag, ortsverein',
    beside:
      'eingestellt, meine einstellung, meine meinung, meine ansichten, überzeugt, überzeugter, überzeugte, überzeugung, überzeugungen, stehe, bin ich, ich bin, mein vater ist, meine mutter ist, mein mann ist, meine frau ist, mein bruder ist, kandidiere, gewählt, sitze, sitzt, ziemlich, eher, weit, gesinnung, ecke, verfolgt, exil, asyl, gekündigt',
  },
  {
    category: 'trade-union',
    word: 'gewerkschaft, gewerkschaften, verdi, ver di, ig metall, igm, gew, gdl, evg, ngg, dgb, ig bau, ig bce, marburger bund, betriebsrat, betriebsrätin, personalrat, vertrauensmann, vertrauensfrau, streik, streiken, gestreikt, streiks, warnstreik, arbeitskampf, tarifkommission, ögb',
    beside:
      'mitglied, eingetreten, beigetreten, beitritt, aktiv, kandidiere, gewählt, gründen, gegründet, wir haben, ich habe, wochen, tage, tag, lohn, chef, arbeitgeber, firma, hilft, vertritt, unterstützt, rechtsschutz, beitrag, ausweis, versammlung, sekretär*, mitgemacht, teilgenommen, kollegen, gekündigt, abgemahnt, streikposten, meine, unsere, bin in',
  },
  {
    category: 'ethnicity',
    word: NATIONS,
    beside:
      'halb, halber, halbe, viertel, wurzeln, abstammung, herkunft, abstammen, migrationshintergrund, eltern kommen, eltern sind, eltern stammen, großeltern, vorfahren, familie kommt, familie stammt, herstammen, gastarbeiter, spätaussiedler, geflüchtet, geflohen, asyl, flüchtling, aussehen, hautfarbe, woher ich komme, kontrolliert, akzent, minderheit',
  },
  {
    category: 'ethnicity',
    word: 'schwarz, schwarze, schwarzer, dunkelhäutig*, dunkle haut, hautfarbe, migrationshintergrund, flüchtling*, geflüchtet*, asyl*, aussiedler*, rassistisch*, rassismus, zigeuner*, roma, sinti, abgeschoben, abschiebung, geduldet, ausländer*',
    beside:
      'als schwarze, als schwarzer, frau, mann, ich bin, bin ich, habe einen, meine eltern, meine familie, einzige, einziger, wurde ich, beschimpft, beleidigt, antrag, abgelehnt, aus syrien, aus afghanistan, kontrolliert',
  },
  {
    category: 'genetic',
    word: 'brca, brca1, brca2, gen, gene, gentest, dna, erbgut, chromosom*, erblich, vererbt, mutation, *mutation, huntington, lynch syndrom, gendefekt, vaterschaftstest, 23andme, ancestry',
    beside:
      'trage, trägerin, träger, meine mutter, mein vater, von meiner mutter, von meinem vater, geerbt, defekt, positiv, test, ergebnis, getestet, familie, habe das, habe ein, nicht mein vater, nicht der vater, halbbruder, halbschwester',
  },
  {
    category: 'criminal',
    word: 'gefängnis, knast, haft, u haft, untersuchungshaft, bewährung, jva, verhaftet, festgenommen, verurteilt, vorbestraft, vorstrafe, vorstrafen, führungszeugnis, strafbefehl, strafverfahren, anzeige, angezeigt, angeklagt, gericht, staatsanwalt*, fußfessel, sozialstunden, führerschein weg, trunkenheit, ladendiebstahl, habe geklaut, ich geklaut, diebstahl, betrug, betrugs, körperverletzung, drogenbesitz, einbruch, ermittlungsverfahren, hausdurchsuchung, geldstrafe, tagessätze, jugendarrest, fahrerflucht',
    beside:
      'saß, gesessen, sitzt, sitze, jahre, monate, wegen, war ich, ich war, bin ich, wurde ich, ich wurde, gegen mich, mein bruder, mein sohn, mein mann, mein vater, mein ex, auf bewährung, bekommen, entlassen, keine arbeit, keinen job, arbeitgeber, polizei, verfahren, erwischt, anwalt, richter, steuer, eintrag',
  },
];

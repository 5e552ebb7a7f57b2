// French pairs of words that tell something together.
import type { Pair } from '../vocabulary.ts';

const NATIONS =
  'algérien*, marocain*, tunisien*, égyptien*, libanais*, syrien*, irakien*, iranien*, afghan*, turc, turque, turcs, kurde*, sénégalais*, malien*, ivoirien*, camerounais*, congolais*, guinéen*, nigérian*, rwandais*, comorien*, malgache*, antillais*, guadeloupéen*, martiniquais*, haïtien*, réunionnais*, vietnamien*, cambodgien*, chinois*, coréen*, japonais*, indien*, pakistanais*, sri lankais*, portugais*, espagnol*, italien*, polonais*, roumain*, bulgare*, albanais*, kosovar*, serbe*, arménien*, ukrainien*, russe*, tchétchène*, grec, grecque, arabe*, maghrébin*, africain*, asiatique*, berbère*, kabyle*, peul*, juif, juive, juifs, cap verdien*, mexicain*, brésilien*, colombien*';

export const PAIRS_FR: readonly Pair[] = [
  {
    category: 'health',
    word: 'vésicule, utérus, ovaire, ovaires, prostate, amygdales, ma rate, la rate, pancréas, rein, reins, foie, intestin*, côlon, poumon, poumons, vessie, rétine, cornée, cataracte, thyroïde, appendice, appendicite, testicule, sein, seins, œsophage, colonne vertébrale, vertèbre*, ménisque, ligament*, tendon, aorte, artère*, hanche, genou, calculs, nodule, kyste, fibrome, polype*',
    beside:
      'enlevé, enlever, retiré, retirer, opérer, opéré, opérée, opération, ablation, lâche, lâchent, fonctionnent plus, fonctionne plus, abîmé, abîmés, malade, malades, greffe, greffé, greffée, calculs, infection, inflammation, boule, tache, ombre, résultats, scanner, échographie, biopsie, médecin, médecins, docteur, mal au, mal aux, douleur*, déchiré, rompu, prothèse, dialyse, cancer, tumeur, insuffisance, stent, prélèvement, problème, problèmes, trouvé, découvert',
  },
  {
    category: 'health',
    word: 'opération, opérer, opéré, opérée, opérés, intervention, chirurgie, chirurgien*, anesthésie, biopsie, irm, scanner, échographie, radio du, coloscopie, fibroscopie, pontage, stent, greffe, amputé, amputation, kiné, infiltration, infiltrations, prothèse, hôpital, urgences, réanimation, réa, bloc',
    beside:
      'genou, hanche, cœur, coeur, dos, yeux, œil, oeil, épaule, cou, cerveau, sein, main, pied, jambe, bras, oreille, nez, ventre, estomac, poitrine, la semaine prochaine, lundi, mardi, mercredi, jeudi, vendredi, avant mon, après mon, depuis mon, mon opération, je dois me faire, me faire, j ai subi, va être, vais être, m opère, m a opéré, emmené aux, transporté, admis, admise, mon père est, ma mère est, mon mari est, ma femme est, mon fils est, ma fille est, montré, révélé, convalescence',
  },
  {
    category: 'health',
    word: 'prise de sang, bilan sanguin, analyses, analyse, résultats, frottis, mammographie, électrocardiogramme, dépistage, test vih, marqueurs, sérologie, glycémie, tension, cholestérol, triglycérides, gamma gt',
    beside:
      'mauvais, mauvaise, mauvaises, anormal, anormaux, anormale, positif, positive, positifs, élevé, élevée, trop haut, trop haute, haute, élevés, montrent, montre, médecin, sang, reins, foie, vih, ist, peur, attends, inquiet, inquiète, traitement, leucémie',
  },
  {
    category: 'health',
    word: 'règles, test de grossesse, ovulation, cycle, nausées, sage femme, gynéco, gynécologue, échographie, accouchement, accoucher, accouché, césarienne, allaite, allaiter, post partum, péridurale',
    beside:
      'retard, en retard, positif, enceinte, jumeaux, douloureuses, irrégulières, bébé, semaines, mois, prévu, prévue, dépression, prochain, prochaine, sang',
  },
  {
    category: 'health',
    word: 'perdu le bébé, perdu notre bébé, perdu mon bébé, perdu un bébé, perdre le bébé, garder le bébé, avoir un enfant, avoir des enfants, faire un bébé, tomber enceinte, tombée enceinte, avorter, avorté, avortement, interrompre ma grossesse, insémination, don d ovocytes, don de sperme, congeler mes ovocytes, embryon*, spermogramme, parcours pma, stérile*, fertilité, infertilité, attends un, attendons un, attendons notre',
    beside:
      'je, j, on, nous, mon, ma, essaie, essayons, essaye, semaines, mois, ans, mari, femme, conjoint, conjointe, échoué, arrive pas, arrivons pas, peux pas, bébé, heureux événement',
  },
  {
    category: 'health',
    word: 'bois, boit, boire, buvais, alcool, vodka, whisky, vin, bière*, ivre, gueule de bois, picole, picoler, cuite, sevrage, cure, alcooliques anonymes, abstinent*, abstinence, addictologue',
    beside:
      'trop, tous les soirs, tous les jours, chaque soir, chaque jour, par soir, par jour, en cachette, dès le matin, arrêter, arrêté, problème, dépendant*, sobre, rechute, rechuté, replongé, seul le soir, bouteille, bouteilles, mon père, ma mère, mon mari, ma femme, réunion*, jours, mois, ans, depuis, m en sortir',
  },
  {
    category: 'health',
    word: 'cocaïne, coke, héroïne, crack, kétamine, shit, cannabis, joints, beuh, opiacés, fentanyl, ecstasy, mdma, cachets, codéine, benzos, drogue, drogues, casino, paris sportifs, jeux d argent, machines à sous, porno, came, seringue*',
    beside:
      'arrêté, arrêter, sevrage, fume, fumer, prends, pris, sniffe, sniffé, injecte, accro, addict*, dépendant*, dépendance, rechute, rechuté, replongé, tous les jours, chaque jour, overdose, clean, désintox, perdu, dettes, depuis, mon fils, mon frère, sobre, touche plus, ne consomme plus',
  },
  {
    category: 'health',
    word: 'vomir, vomis, vomit, laxatifs, crises de boulimie, affame, affamer, calories, pèse, poids, maigri, ne mange plus, mange plus rien, mange rien, doigts dans la gorge, crise alimentaire, hyperphagie',
    beside:
      'repas, manger, après, fais, me fais, se fait, kilos, kg, plus que, imc, cachette, ma sœur, ma soeur, ma fille, hospitalis*, 300, 400, 500, 600, 800, anorex*, boulimi*, peur',
  },
  {
    category: 'health',
    word: 'en finir, mettre fin à mes jours, mis fin à ses jours, suicide, suicidé, suicidée, suicider, suicidaire*, idées noires, envie de mourir, veux mourir, voulais mourir, mieux mort, mieux morte, plus envie de vivre, veux plus vivre, raison de vivre, sauter du, me jeter sous, me pendre, s est pendu, ouvert les veines, scarifi*, me coupe, me couper, me faire du mal, overdose, avalé des',
    beside:
      'je, j, me, mon, ma, mes, moi, pense, pensé, pont, train, bras, cuisses, médicaments, cachets, ami, amie, depuis, encore, tentative, hôpital',
  },
  {
    category: 'health',
    word: 'médicament*, traitement, cachets, comprimés, dose, dosage, ordonnance, prescrit, prescrits, injections, piqûres, perfusion*, effets secondaires, cortisone, antibiotiques, anticoagulant*, bêtabloquant*, statines, la pilule, pilule, stérilet, chimio, immunothérapie, radiothérapie, rayons, insuline, ritaline, lithium, somnifères, anxiolytiques, psychotropes',
    beside:
      'médecin, docteur, généraliste, psychiatre, spécialiste, prends, prend, prenais, prescrit, m a prescrit, augmenté, diminué, changé, arrêté, mon traitement, ma dose, mes médicaments, contre, pour mon, pour ma, pour mes, oublié, tous les jours, par jour, commence, commencé, lundi, prochaine séance, séance, cure, hôpital, allergique, supporte, nouveau, sous',
  },
  {
    category: 'health',
    word: 'grosseur, saigne, saignements, sang dans, vertiges, malaise, malaises, évanoui*, palpitations, engourdi*, convulsions, douleur*, mal à la poitrine, éruption, plaques, pertes, essoufflé*, essoufflement, migraine*, poussée, poussées, tremblements, pertes de mémoire, acouphènes, abcès, kyste, cicatrice, infection, bouffées de chaleur, perte de cheveux, fracture, cassé la, cassé le, plâtre, entorse, diarrhée*, constipation, hémorroïdes, points de suture, crise, mononucléose',
    beside:
      'médecin, docteur, hôpital, urgences, sein, poitrine, gauche, droit, droite, selles, urines, jambe, bras, hanche, dos, nuque, semaines, mois, stress, cardiaque, cœur, ma mère, mon père, mon fils, ma fille, mon mari, ma femme, samu, ambulance, opération, au bureau, au travail, depuis, d asthme, goutte, chronique, chroniques, bras gauche',
  },
  {
    category: 'health',
    word: 'béquilles, canne, déambulateur, fauteuil roulant, ehpad, maison de retraite, soins palliatifs, en phase terminale, condamné, mourant*, coma, paralysé*, prothèse, chien guide, aveugle, malvoyant*, sourd*, malentendant*, appareil auditif, appareils auditifs, bégaie, bégaye, langue des signes, handicap*, rqth, aah, mdph, invalidité, ulis, ime, esat, autis*, perdu la vue, perdre la vue, perdu une jambe, entends mal, vois plus, marche plus, peux plus marcher',
    beside:
      'je, j, mon, ma, mes, me, fils, fille, mère, père, mari, femme, frère, sœur, soeur, grand mère, grand père, depuis, accident, avc, oreille, œil, oeil, reconnu*, porte, enfant, carte',
  },
  {
    category: 'health',
    word: 'angoisse, angoisses, anxiété, anxieux, anxieuse, panique, déprime, déprimé, déprimée, dépression, dépressif, dépressive, burn out, burnout, effondré*, épuisement, bipolaire, voix, hallucination*, paranoïaque, parano, manie, tocs, obsession*, phobie*, traumatisme, traumatisé*, trauma, flashbacks, psy, psychologue, psychiatre, thérapie, thérapeute, emdr, tcc, hp, hôpital psychiatrique, hôpital de jour',
    beside:
      'fais, fait, faisais, ai, a, eu, crise, crises, souffre, souffrais, suis en, en arrêt, sombré, vois, vais, va voir, suivi, suivie, consulte, séance*, mon psy, ma psy, dit, médecin, prescrit, depuis, métro, bus, enfance, viol, abus, traitement, entends, entend, entendais, diagnostic, diagnostiqu*, épisode, généralisée, chronique',
  },
  {
    category: 'health',
    word: 'alzheimer, parkinson, cancer, leucémie, diabète, diabétique, épilepsie, asthme, cœliaque, coeliaque, tdah, autisme, autiste, dyslexique, dyslexie, vih, sida, hépatite, bpco, crohn, rectocolite, arthrose, polyarthrite, eczéma, psoriasis, ménopause, endométriose, anémie, tumeur, anévrisme, sclérose, sla, angine de poitrine, infarctus, avc, hernie, sciatique, scoliose, fibrome*, pneumonie, tuberculose, covid long, hypertension, thrombose, embolie, phlébite, métastases, mucoviscidose, trisomie, trisomique, lupus, sclérodermie, zona, lyme, démence, apnée, insuffisance cardiaque, fibromyalgie, spondylarthrite',
    beside:
      'mère, père, maman, papa, fils, fille, frère, sœur, soeur, mari, femme, grand mère, grand père, mamie, papi, oncle, tante, cousin, cousine, copain, copine, collègue, ami, amie, j ai, a un, a une, a le, a la, fait un, fait une, diagnosti*, annoncé, souffre, lutte, vit avec, vis avec, atteint*, stade, rémission, trouvé, découvert, mort d, morte d, décédé*, guéri*, récidive, soigne, traitée pour, traité pour, m a dit, nous a dit, fais de l, en pleine, suis en',
  },
  {
    category: 'health-at-work',
    word: 'arrêt, arrêt maladie, arrêt de travail, congé maladie, mi temps thérapeutique, médecine du travail, médecin du travail, inapte, inaptitude, accident du travail, ald, invalidité, indemnités journalières, certificat médical, reclassement médical',
    beside:
      'suis en, mis en, m a mis, m a mise, en arrêt, prolongé, depuis, jusqu, semaines, mois, mon médecin, mon patron, ma patronne, déclaré*, reconnu*, salarié*, collègue, médecin, burn out, dépression, dos',
  },
  {
    category: 'sexual-life',
    word: 'deux hommes, deux femmes, deux garçons, deux filles, deux mamans, deux papas, deux mères, deux pères, même sexe, du même sexe, un garçon aussi, suis un garçon, suis un homme, suis une fille, suis une femme, en tant qu homme, en tant que femme, homme moi aussi, une fille aussi, une femme aussi, moi même une femme, moi même un homme',
    beside:
      'mon copain, mon mari, mon compagnon, mon conjoint, mon mec, ma copine, ma femme, ma compagne, ma conjointe, ma meuf, couple, partenaire, amoureux d un garçon, amoureux d un homme, amoureux d un, amoureuse d une fille, amoureuse d une femme, amoureuse d une, amoureux de mon meilleur ami, amoureuse de ma meilleure amie, marier, mariage, adopter, enfant, sors avec un, sors avec une, attiré par, attirée par, vis avec un homme, vis avec une femme, relation, élevé par, grandi avec',
  },
  {
    category: 'sexual-life',
    word: 'marié à un homme, marié avec un homme, mariée à une femme, mariée avec une femme, pacsé avec un homme, pacsée avec une femme, en couple avec un homme, en couple avec une femme, amoureux d un garçon, amoureux d un homme, amoureux d un mec, amoureuse d une fille, amoureuse d une femme, amoureux de mon meilleur ami, amoureuse de ma meilleure amie, embrassé un garçon, embrassé une fille, attiré par les hommes, attiré par les garçons, attirée par les femmes, attirée par les filles, sors avec un garçon, sors avec une fille',
    beside:
      'suis marié, suis mariée, suis pacsé, suis pacsée, suis amoureux, suis amoureuse, tombé amoureux, tombée amoureuse, suis attiré, suis attirée, marié, mariée, pacsé, pacsée, attiré, attirée, amoureux, amoureuse, suis un homme, suis une femme, suis un garçon, suis une fille, heureuse, heureux, homme, femme',
  },
  {
    category: 'sexual-life',
    word: 'son mari, son copain, son mec, son compagnon, son petit ami, son fiancé, avec un garçon, avec un homme, avec un mec, un copain',
    beside:
      'mon frère, mon fils, mon père, mon oncle, mon cousin, mon collègue, mon meilleur ami, mon neveu, mon patron, mon petit fils',
  },
  {
    category: 'sexual-life',
    word: 'sa femme, sa copine, sa meuf, sa compagne, sa petite amie, sa fiancée, avec une fille, avec une femme, une copine',
    beside:
      'ma sœur, ma soeur, ma fille, ma mère, ma tante, ma cousine, ma collègue, ma meilleure amie, ma nièce, ma patronne, ma petite fille',
  },
  {
    category: 'sexual-life',
    word: 'coming out, outé, outée, placard, ma transition, transition de genre, sa transition, hormones, testostérone, œstrogènes, traitement hormonal, changer de prénom, changement d état civil, pronom*, deadname, binder, genre, identité de genre, trans, non binaire, gay, homo, lesbienne, bi, bisexuel*, queer, homosexuel*, pansexuel*, asexuel*, pédé',
    beside:
      'parents, mère, père, famille, femme, mari, patron, travail, collègues, noël, annoncé, dit que, m a dit, avoué, prénom, commencé, commence, né homme, née femme, né garçon, née fille, fils, fille, frère, sœur, soeur, peut être, crois que, je pense être, je suis, mal dans mon corps, en cachette, en secret, bar, couple, sait, personne ne',
  },
  {
    category: 'sexual-life',
    word: 'liaison avec, une liaison, trompe, trompé, trompée, tromper, infidèle, infidélité, amant, maîtresse, adultère, coup d un soir, plan cul, sextos, sexto, nudes, photos nue, photos nu, couché avec, couche avec, coucher avec, escort*, bordel, prostitué*, tinder, meetic, gleeden, adopte un mec, club libertin, libertin*, échangiste*, plan à trois, couple libre, relation libre, fétichis*, sm, domina',
    beside:
      'mari, femme, copain, copine, conjoint, conjointe, compagnon, compagne, marié, mariée, depuis, ans, mois, j ai, j ai eu, je, mon patron, ma patronne, collègue, inconnu, inconnue, hôtel, meilleur ami, meilleure amie, ex, week end, payé, envoyé, photos, fréquente, inscrit, inscrite',
  },
  {
    category: 'sexual-life',
    word: 'sexe, rapport non protégé, rapports non protégés, rapport sexuel, rapports sexuels, suis vierge, encore vierge, préservatif, capote, capotes, érection, bander, bande plus, impuissant*, orgasme, libido, porno, masturb*, chlamydia, gonorrhée, blennorragie, syphilis, herpès, condylome*, papillomavirus, mst, ist, prep, virginité, pilule du lendemain, sodomie, sex toy, fellation, faire l amour',
    beside:
      'femme, mari, copain, copine, on, nous, non protégé, non protégés, sans, craqué, arrive plus, n arrive plus, plus de, pas de, ai plus, mon couple, notre couple, attrapé, refilé, contracté, dépistage, positif, accro, addiction, encore, première fois, depuis, inconnu, samedi, douleurs, génital*, sous, ex',
  },
  {
    category: 'religion',
    word: 'messe, église, synagogue, mosquée, temple, chapelle, culte, paroisse, catéchisme, aumônerie, groupe de prière, groupe biblique, étude biblique, confesse, confession, chorale paroissiale, salle du royaume, monastère, ashram, enfant de chœur, servant d autel, loge, pèlerinage, retraite spirituelle, lourdes, prières, prière, séminaire, scouts de france',
    beside:
      'vais à, vais au, va à, allons à, allais à, aller à, allé à, tous les dimanches, chaque dimanche, le dimanche, le vendredi, le samedi, chaque vendredi, chaque semaine, chaque mois, me confesse, je chante, chante à, sers la, aide à, bénévole, membre, quitté, grandi dans, élevé dans, élevée dans, baptisé*, prie, cinq, fais mes, fais ma, mon père, ma mère, ma grand mère, enseigne, anime, inscrit, inscrite, prêtre, imam, rabbin, pasteur',
  },
  {
    category: 'religion',
    word: 'notre/mon/leur curé/imam/rabbin/pasteur/prêtre/aumônier/confesseur/évêque/diacre/gourou, devenir prêtre, devenir moine, devenir rabbin, devenir imam, entrer au couvent, entrer dans les ordres, mes vœux',
    beside: 'je, j, m, me, nous, dit, veux, voulait, veut, souhaite, parlé, conseil, marié*, béni*, mon fils, ma fille',
  },
  {
    category: 'religion',
    word: 'dieu, allah, jésus, christ, saint esprit, vierge marie, bible, coran, torah, évangile, foi, religion, religieux, religieuse, croyant*, rosaire, chapelet, carême, ramadan, aïd, pessah, kippour, hanoukka, chabbat, shabbat, iftar, jeûne, jeûner, omra, hajj, mecque, pèlerinage, divali, casher, cacher, kasher, halal, porc',
    beside:
      'crois en, crois plus en, croire en, crois, ne crois plus, perdu la, perdre la, prie, prions, fais le, fais la, faisons, fait le, jeûne, célèbre, célébrons, fêtons, observe, respecte, mange, mangeons, mange pas de, ma foi, ma religion, très, famille, élevé*, lis la, lis le, sauvé, trouvé, converti*, convertir, pour le, jour de congé, chaque soir, tous les jours, athée, pratiquant*, à cause de ma',
  },
  {
    category: 'religion',
    word: 'baptisé*, baptême, première communion, communion, confirmation, bar mitsva, bat mitsva, circoncis*, circoncision, mariage religieux, marier à l église, le voile, mon voile, porte un voile, voile islamique, hijab, foulard, turban, kippa, crucifix, croix autour, transfusion, converti à, convertie à, convertir à, converti au bouddhisme, excommunié*, apostasié, athée, agnostique, ex musulman*, ex témoin*, débaptiser, dénier du culte',
    beside:
      'ma, mon, mes, notre, je, j, nous, porte, fille, fils, enfants, bébé, en mai, à pâques, refuse, refusé, islam, judaïsme, christianisme, bouddhisme, catholicisme, religion, religieu*, cliente, client, famille, musulman*, insultée',
  },
  {
    category: 'politics',
    word: 'mélenchon, macron, le pen, bardella, zemmour, hollande, sarkozy, hamon, fillon, jadot, poutou, arthaud, roussel, trump, parti socialiste, parti communiste, les républicains, rassemblement national, front national, front de gauche, france insoumise, insoumis, écologistes, les verts, eelv, renaissance, lfi, npa, modem, reconquête, lutte ouvrière, le rn, au rn, du rn, le fn, au fn, du fn, le ps, au ps, du ps, le pcf, extrême droite, extrême gauche, la gauche, la droite',
    beside:
      'vot*, voix, bulletin, tour, adhéré, adhérent*, adhère, carte, encarté*, milite, militant*, militais, campagne, affiches, colle, collé, tracts, tracté, candidat*, liste, section, élu, élue, soutiens, soutien, meeting, sympathisant*, suis plutôt, cotise, adhésion, trésorier, secrétaire, cache',
  },
  {
    category: 'politics',
    word: 'marche contre, marche pour, manif, manifs, manifestation, manifestations, manifesté, manifester, marche pour, rassemblement pour, rassemblement contre, blocus, blocage, zad, gilet jaune, gilets jaunes, black bloc, extinction rebellion, soulèvements, grève pour le climat, pétition, occupation, grève de la faim, sit in, marche des fiertés',
    beside:
      'étais à, j étais, suis allé*, allé à, allée à, vais à, allons, participé, organisé, organise, arrêté*, interpellé*, gardé*, police, samedi, dimanche, contre, pour, retraites, palestine, gaza, climat, ukraine, racisme, patron, chef, photo, vu, banderole',
  },
  {
    category: 'politics',
    word: 'gauche, droite, extrême droite, extrême gauche, communiste*, socialiste*, anarchiste*, marxiste*, royaliste*, nationaliste*, écologiste*, écolo, féministe*, pacifiste*, complotiste*, antivax, sioniste*, militant*, militantisme, conseiller municipal, conseillère municipale, maire, député*, sénateur, municipales, législatives, opposant*, exilé*, liste, politiquement, politique',
    beside:
      'suis de, suis plutôt, suis très, plutôt de, très à, convaincu*, mon père est, ma mère est, mon mari est, ma femme est, mon frère est, mes idées, mes opinions, mes convictions, mon engagement, candidat*, me présente, élu*, conseiller, militant*, engagé*, persécuté*, exil, asile, licencié*, famille, je milite, pour le parti, écologiste*',
  },
  {
    category: 'trade-union',
    word: 'syndicat, syndicats, syndical, syndicale, syndiqué*, cgt, cfdt, cftc, cfe cgc, unsa, sud, solidaires, fsu, snes, force ouvrière, fo, délégué*, représentant*, cse, grève, grèves, gréviste*, débrayage, piquet, prud hommes, intersyndicale',
    beside:
      'adhéré, adhère, adhérent*, adhérer, carte, cotis*, délégué cgt, déléguée cgt, syndical, syndicale, fait, faisons, avons fait, en grève, jours, semaines, patron, chef, direction, employeur, élu, élue, mon syndicat, notre syndicat, me conseille, m aide, défend, section, membre, réunion, militant*, licencié*, sanction, mandat, candidat*, rejoint, collègues',
  },
  {
    category: 'ethnicity',
    word: NATIONS,
    beside:
      'origine, origines, d origine, moitié, à moitié, parents, mes parents, grands parents, famille, racines, descendant*, ascendance, immigré*, immigration, réfugié*, métis*, ethnie, communauté, sang, ancêtres, contrôlé*, accent, peau, tête d, insulté*, racisme, raciste, né en, née en',
  },
  {
    category: 'ethnicity',
    word: 'noir, noire, noirs, métis, métisse, gitan*, rom, roms, tsigane*, manouche*, gens du voyage, réfugié*, sans papiers, immigré*, demandeu* d asile, demande d asile, raciste*, racisme, couleur de peau, faciès, arabe*, harki*, pied noir, peau noire, expulsé*, oqtf, racisé*, voyageur*',
    beside:
      'je suis, suis, en tant que, femme, homme, parce que, seul, seule, mes parents, ma famille, mon père, ma mère, insult*, propos, on me, m a traité, titre de séjour, rejetée, refusée, syrie, afghanistan, contrôlé*, au travail',
  },
  {
    category: 'genetic',
    word: 'brca, brca1, brca2, gène, gènes, génétique*, adn, chromosome*, héréditaire, mutation, huntington, lynch, porteur sain, porteuse saine, drépanocytose, test de paternité, 23andme',
    beside:
      'porteur, porteuse, porte, ma mère, mon père, hérité, transmis, défectueux, positif, test, résultat*, analyse, anomalie, maladie, famille, pas mon père, pas le père, demi frère, demi sœur, j ai',
  },
  {
    category: 'criminal',
    word: 'prison, taule, garde à vue, gav, commissariat, tribunal, procès, condamné*, condamnation, casier, sursis, bracelet, probation, spip, juge, mis en examen, mise en examen, arrêté, arrêtée, interpellé*, incarcéré*, détention, détenu*, plainte, escroquerie, vol, j ai volé, braquage, agression, violences, stupéfiants, deal, trafic, alcool au volant, ivresse, délit, amende pénale, retrait de permis, travaux d intérêt général, cambriolage',
    beside:
      'fait, ans de, mois de, j ai, j étais, pour vol, pour, fermes, ferme, avec sursis, mon frère, mon fils, mon mari, mon père, mon ex, contre moi, police, gendarmes, avocat, jugement, permis, conduite, sorti de, sortie de, emploi, employeur, hier, vierge, peine, mis en, placé*, suis',
  },
];

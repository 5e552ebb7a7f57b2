// Invented sentences in French: what people tell in confidence, and what only sounds like it. Vocabulary and grammar
// were widened until they met these.
import type { Examples } from '../examples.ts';

export const FR: Examples = {
  statements: {
    health: `
J'ai fait une dépression l'année dernière et j'ai peur que ça recommence
On m'a enlevé la vésicule mardi dernier
ma mere a alzheimer et je n'en peux plus
Mon test de grossesse est positif et je ne sais pas comment l'annoncer
Je vais me faire opérer du genou en juin, comment le dire à mon chef ?
J'ai perdu le bébé à dix semaines
Comment dire à ma mère que j'ai un cancer du côlon ?
Mon père a fait un AVC et ne parle plus
Je suis sous antidépresseurs depuis deux ans
Mes analyses montrent que mes reins ne fonctionnent plus
Je bois trop, une bouteille de vin par soir
Mon fils est autiste et ne parle pas
je suis hospitalisee en psychiatrie depuis lundi
Je fais de l'hypertension et le médecin m'a prescrit un nouveau traitement
On nous a dit que notre fille est trisomique
Ma femme a fait trois fausses couches
J'ai arrêté l'héroïne il y a six mois
J'ai des idées noires et je pense à en finir
J'entends mal, je porte des appareils auditifs
Je me fais vomir après chaque repas
Ma collègue m'a confié qu'elle a le VIH
Mon mari est en cure de désintoxication
J'ai une hernie discale et je ne peux plus porter de charges
J'ai été opéré d'une tumeur au cerveau
Je prends la pilule pour mon endométriose
Je suis en arrêt à cause d'un burn-out
J'ai fait un malaise cardiaque au bureau
Mon neveu est né avec une malformation cardiaque
Depuis l'accouchement je pleure tout le temps, est-ce une dépression post-partum ?
J'ai une poche de stomie et je n'ose plus aller à la piscine
Le neurologue soupçonne une sclérose en plaques chez moi
ca fait trois semaines que j'ai la diarrhee et du sang dans les selles
Ma mère veut arrêter les dialyses
Mon frère a replongé dans l'héroïne
Je dois expliquer à ma cheffe que mes absences viennent de mon endométriose
M. Garnier a été admis pour une pneumonie
J'entends parfois des voix que personne n'entend
Nous avons décidé d'interrompre la grossesse, mon mari est d'accord
Je prends de la Ritaline depuis le bac
Mon père a été amputé de la jambe gauche
`,
    'health-at-work': `
Je suis en arrêt maladie depuis trois semaines
Mon médecin m'a mis en arrêt jusqu'à fin mai
Je suis en mi-temps thérapeutique
`,
    'sexual-life': `
J'ai fait mon coming out à Noël et mon père ne me parle plus
Je suis amoureux d'un garçon de ma classe, je suis un garçon aussi
Mon frère et son mari veulent adopter
Je trompe ma femme depuis deux ans
Je suis mariée à une femme et on nous regarde de travers
Ma fille sort avec une fille
Je suis attiré par les hommes mais personne ne le sait
J'ai eu un rapport non protégé samedi
J'ai commencé ma transition et je veux changer de prénom
Ma copine et moi sommes deux femmes et on veut un enfant
J'ai attrapé une chlamydia
Je n'arrive plus à avoir d'érection
Mon fils m'a dit qu'il est homo
Je fréquente un club libertin
Je crois que je suis lesbienne et ma meilleure amie l'ignore
Papa nous a quittés pour un autre homme
Je prends de la testostérone depuis huit mois
J'ai couché avec mon beau-frère
`,
    religion: `
Je vais à la messe tous les dimanches avec ma grand-mère
Nous allons à la synagogue le samedi
Je fais le ramadan et mon chef refuse d'adapter mes horaires
Je porte le voile et une cliente m'a insultée
Je ne crois plus en Dieu et je n'ose pas le dire à mes parents
Mon mari est musulman et moi je suis catholique
Je fais mes cinq prières par jour
Ma fille fait sa première communion en mai
Nous mangeons casher à la maison
J'ai quitté les témoins de Jéhovah
Je suis athée dans une famille très croyante
Je me confesse chaque mois
Mes beaux-parents veulent baptiser notre bébé mais je suis athée
Je suis devenue bouddhiste après mon divorce
Le vendredi soir on allume les bougies parce que mon mari est juif
J'anime le catéchisme et je n'ai plus la foi
`,
    politics: `
J'ai voté Mélenchon au premier tour
Je suis encarté au Parti socialiste depuis dix ans
J'étais à la manif contre la réforme des retraites
Je colle des affiches pour le Rassemblement national
Mon père est conseiller municipal écologiste
Je suis plutôt d'extrême droite mais je le cache au travail
J'ai ma carte chez Les Républicains depuis trente ans
Mes enfants ne me pardonnent pas d'avoir voté Le Pen
J'étais avec ma fille à la marche contre la guerre
`,
    'trade-union': `
Je suis déléguée CGT et mon patron me met la pression
J'ai adhéré à la CFDT le mois dernier
J'ai fait grève trois jours en mars
Mon syndicat me conseille d'aller aux prud'hommes
On refait grève mardi et je n'ai plus d'argent
Le syndicat m'a trouvé un avocat
`,
    ethnicity: `
Je suis d'origine algérienne et on me contrôle sans arrêt
Mes parents sont des gens du voyage
En tant que femme noire on ne m'écoute pas
Je suis métisse et ma grand-mère n'a jamais accepté ma mère
`,
    genetic: `
Je suis porteuse de la mutation BRCA
`,
    criminal: `
J'ai fait deux ans de prison pour vol
J'ai été mis en garde à vue hier soir
Mon casier judiciaire n'est pas vierge
J'ai pris dix-huit mois ferme pour trafic de cannabis
`,
    child: `
Ma fille a 9 ans et se fait harceler
J'ai 14 ans et mes parents divorcent
`,
  },
  ordinary: `
Je travaille à l'hôpital comme agent d'entretien, aide-moi pour mon CV
J'écris sur l'architecture de l'église Sainte-Marie
Mon ordinateur a attrapé un virus
Je suis malade rien que d'y penser
J'ai raté la fête de ma sœur
Je vais à la salle de sport chaque matin
Comment fonctionne la chimiothérapie ?
Je prépare un exposé sur l'islam
Mon syndic de copropriété ne répond pas
Aide-moi à résumer un livre sur le mouvement ouvrier
Je suis accro à cette série
Mon chat a le diabète
J'ai un rhume et je reste à la maison
Je cherche une salle paroissiale à louer
Merci pour votre retour positif
Je me suis converti au télétravail
Mon père vote toujours pour le même film
Nous votons pour le nom du groupe
Je suis membre du club d'échecs
Ma classe PHP hérite de deux interfaces
Je stresse pour mes examens
Mes parents ont divorcé l'an dernier
Explique-moi ce qu'est un syndicat
Je joue un curé dans une pièce
Ma batterie est morte
J'ai mal dormi à cause des voisins
L'union de deux ensembles est commutative
Je suis aveuglé par le soleil sur mon écran
Mon collègue est en grève du zèle mdr, non je plaisante
Je crois que mon code marche
Mon frère est à l'armée
Je prie mon hébergeur de rétablir le site
Ma batterie se décharge vite, que faire ?
J'ai craqué pour une paire de bottes
Il me faut un costume de bonne sœur pour un enterrement de vie de jeune fille
Je rate toujours le dernier bus
Ma banque a bloqué ma carte
Notre chorale chante Noël au centre commercial
J'ai reçu le mauvais colis
J'hésite entre deux offres d'emploi
Peux-tu résumer mes notes sur la Révolution française ?
Je suis fauché ce mois-ci
Mon chef veut que je dirige le projet
J'ai cassé le build
Mon médecin m'a conseillé de boire plus d'eau
Je bois un café tous les matins
J'ai passé le test deux fois et je l'ai réussi
Le test est positif, j'ai fusionné ma branche
Nous avons visité une mosquée à Istanbul et j'ai adoré
Comment m'habiller pour un mariage à l'église ?
Mes enfants croient au Père Noël
J'ai voté pour la pizza mais on a eu des sushis
Ma chaussure gauche est trop petite
Tournez à gauche, ma maison est à droite
On m'a volé mon téléphone
Je suis à moitié endormi
Ma copine et moi avons rompu
Mon mari et moi fêtons notre anniversaire de mariage
J'ai dormi la fenêtre ouverte
Écris une scène où un homme annonce à sa mère qu'il a un cancer
Je travaille pour une association qui aide les malades d'Alzheimer
Je suis infirmière et j'ai besoin d'un planning
Je suis prof de religion et je cherche un quiz sur le judaïsme
Mes recherches portent sur les syndicats au XIXe siècle
Le portail de notre hôpital renvoie une erreur 500
Dieu merci, mon examen est fini
Mon Dieu, j'ai oublié mes clés
Mon grand-père a fait la guerre
Mon entreprise vend des pompes à insuline, écris une annonce
Je prends le train de huit heures
Je suis tombé amoureux de cette ville
J'ai un faible pour le chocolat
Je fais un gâteau pour ma fille
J'ai mal compris la consigne
Je cuisine du foie de veau
Mon équipe perd tous les matchs
Je me suis fait avoir par le vendeur
J'ai réussi mon permis de conduire
Mes règles de pare-feu bloquent tout
Je fais de la voile avec mon frère
Je descends au prochain arrêt
Mon rapport est prêt, on l'envoie demain
J'ai une panne de voiture
Ma robe noire est trop petite
Je suis la marraine du bébé de ma sœur
Mon cycle de lavage dure deux heures
`,
};

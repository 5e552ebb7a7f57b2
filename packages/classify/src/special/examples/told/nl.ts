// Invented sentences in Dutch: what people tell in confidence, and what only sounds like it. Vocabulary and grammar
// were widened until they met these.
import type { Examples } from '../examples.ts';

export const NL: Examples = {
  statements: {
    health: `
Mijn galblaas is vorige week verwijderd
Ik zit al een jaar met een depressie en niemand weet het
Hoe vertel ik mijn moeder dat ik darmkanker heb?
Ik ben drie weken over tijd en de test is positief
We hebben onze baby verloren met tien weken
Mijn oma is dement en herkent me niet meer
Mijn vader kreeg vorig jaar een beroerte
Ik drink te veel, een fles wijn per avond
Ik word in juni aan mijn knie geopereerd
Ik slik al twee jaar antidepressiva
Uit het bloedonderzoek blijkt dat mijn nieren slecht werken
Mijn zoontje is autistisch en praat niet
Ik steek na elke maaltijd mijn vinger in mijn keel
Ik ben zes maanden clean
Ik heb eraan gedacht om er een eind aan te maken
Ik heb een hoge bloeddruk en kreeg andere pillen
Mijn man ligt op de psychiatrische afdeling
We proberen al vier jaar een kind te krijgen en de IVF is weer mislukt
Een collega vertelde me dat hij hiv heeft
Ik heb een hernia en mag niet tillen
Mijn baarmoeder is eruit gehaald toen ik 34 was
Ze hebben een tumor gevonden bij mijn broer
Ik draag gehoorapparaten
Ik krijg paniekaanvallen in de metro
Ik ben drie maanden zwanger en mijn baas weet van niks
Maandag begin ik met bestralen
Mijn zus heeft anorexia
Mijn neefje is geboren met een hartafwijking
Sinds de bevalling huil ik alleen maar, is dat een postnatale depressie?
Ik heb een stomazakje en durf niet meer te zwemmen
De neuroloog denkt dat ik multiple sclerose heb
ik heb al drie weken diarree en bloed bij de ontlasting
Mijn moeder wil stoppen met de dialyse
Mijn broer zit weer aan de heroïne
Ik moet mijn baas uitleggen dat ik door endometriose zo vaak weg ben
Meneer Postma werd opgenomen met een longontsteking
Ik hoor soms stemmen die niemand anders hoort
We hebben besloten de zwangerschap af te breken
Ik slik Ritalin sinds de middelbare school
Bij mijn vader is het linkerbeen geamputeerd
`,
    'health-at-work': `
Ik zit sinds maart ziek thuis met een burn-out
De bedrijfsarts heeft me arbeidsongeschikt verklaard
`,
    'sexual-life': `
Ik ben met kerst uit de kast gekomen en mijn vader praat niet meer met me
Mijn vriend en ik zijn allebei mannen en de huisbaas kijkt raar
Ik ben als vrouw getrouwd met een vrouw
Mijn zoon vertelde dat hij homo is
Ik ga al twee jaar vreemd
Ik ben een transvrouw en wil mijn naam wijzigen
Mijn broer en zijn man willen adopteren
Ik had onveilige seks zaterdag
Mijn dochter heeft verkering met een meisje
Ik heb chlamydia opgelopen
Ik krijg hem niet meer omhoog
Ik denk dat ik lesbisch ben en mijn beste vriendin weet het niet
Mijn vader verliet ons voor een andere man
Ik gebruik al acht maanden testosteron
Ik ben met mijn zwager naar bed geweest
`,
    religion: `
Ik ga elke zondag naar de kerk met mijn oma
Ik doe mee met de ramadan en mijn baas snapt het niet
Ik draag een hoofddoek en een klant schold me uit
Ik geloof niet meer in God en durf het mijn ouders niet te vertellen
Mijn man is moslim en ik ben katholiek
Onze dochter doet in mei haar eerste communie
Ik ben opgegroeid bij de Jehova's getuigen
Wij gaan zaterdag naar de synagoge
Ik bid vijf keer per dag
Ik ben atheïst in een heel gelovig gezin
Mijn schoonouders willen ons kindje laten dopen maar ik ben atheïst
Ik ben boeddhist geworden na mijn scheiding
Vrijdagavond steken we de kaarsen aan omdat mijn man joods is
Ik geef catechisatie en geloof er niet meer in
`,
    politics: `
Ik heb altijd PvdA gestemd maar nu niet
Ik heb op Wilders gestemd en vertel het niemand
Ik was zaterdag bij de demonstratie voor Palestina
Ik sta op de lijst van D66 voor de gemeenteraad
Ik ben behoorlijk links en dat valt op het werk niet goed
Ik ben al dertig jaar VVD-lid
Mijn kinderen vergeven me niet dat ik PVV heb gestemd
Ik was met mijn dochter op de vredesdemonstratie
`,
    'trade-union': `
Ik ben lid geworden van het CNV en mijn baas is woedend
Ik ben kaderlid van de vakbond in het magazijn
We hebben twee weken gestaakt
Dinsdag staken we weer en ik heb geen geld meer
De vakbond heeft een advocaat voor me geregeld
`,
    ethnicity: `
Ik ben half Surinaams en word altijd aangehouden
Mijn ouders zijn van Marokkaanse afkomst
Als zwarte vrouw word ik niet gehoord
Ik ben van gemengde afkomst en mijn oma heeft mijn moeder nooit geaccepteerd
`,
    genetic: `
Ik ben draagster van de BRCA1-mutatie
`,
    criminal: `
Ik heb twee jaar in de gevangenis gezeten voor fraude
Ik heb een strafblad en vind geen werk
Ik ben gisteren opgepakt voor rijden onder invloed
Ik kreeg achttien maanden cel voor wiethandel
`,
    child: `
Mijn dochter is 8 en wil niet naar school
Ik ben 15 en mijn ouders lezen mijn berichten
`,
  },
  ordinary: `
Ik werk in het ziekenhuis als schoonmaker, help me met mijn cv
Ik schrijf over de architectuur van de Mariakerk
Mijn computer heeft een virus
Ik ben dit project zat
Ik heb ballonnen nodig voor het feestje van mijn zoon
Hoe werkt chemotherapie?
Ik houd een spreekbeurt over de islam
We stemmen over de naam van onze band
Ik ben lid van de schaakclub
Mijn kat heeft diabetes
Ik ben verkouden en werk thuis
Bedankt voor de positieve feedback
Ik ben verslaafd aan deze serie
Ik lees een boek over de arbeidersbeweging
Mijn broer zit in het leger
Ik heb stress voor mijn examens
Mijn ouders zijn gescheiden
Ik speel een priester in ons toneelstuk
Ik geloof dat mijn code werkt
Ik ga elke ochtend naar de sportschool
Ik zoek een parochiezaal om te huren
Wie heeft de verkiezingen gewonnen?
Mijn partij schaak is zaterdag
Ik bid dat de deploy lukt
Mijn vriend en ik gaan naar Wenen
Ik migreer de database naar een nieuwe server
Mijn batterij is steeds leeg, wat moet ik doen?
Ik ben weg van die laarzen
Ik heb een nonnenpak nodig voor een vrijgezellenfeest
Ik mis altijd de laatste bus
De bank heeft mijn pas geblokkeerd
Ons koor zingt kerstliedjes in het winkelcentrum
Ik heb het verkeerde pakket gekregen
Ik twijfel tussen twee banen
Kun je mijn aantekeningen over de Franse Revolutie samenvatten?
Ik zit krap deze maand
Mijn baas wil dat ik het project leid
Ik heb de build stukgemaakt
Mijn dokter raadde me aan meer water te drinken
Ik drink elke ochtend koffie
Ik heb de test twee keer gedaan en ben geslaagd
De test is positief en ik heb mijn branch gemerged
We bezochten een moskee in Istanbul en ik vond het prachtig
Wat trek ik aan naar een kerkelijke bruiloft?
Mijn kinderen geloven in Sinterklaas
Ik heb op pizza gestemd maar we aten sushi
Mijn linkerschoen is te klein
Ga links, mijn huis is rechts
Mijn telefoon is gestolen
Ik ben half wakker
Mijn vriendin en ik zijn uit elkaar
Mijn man en ik vieren onze trouwdag
Ik sliep met het raam open
Schrijf een scène waarin een man zijn moeder vertelt dat hij kanker heeft
Ik werk voor een stichting die mensen met dementie helpt
Ik ben verpleegkundige en heb een rooster nodig
Ik ben godsdienstleraar en zoek een quiz over het jodendom
Ik onderzoek vakbonden in de jaren twintig
Het portaal van ons ziekenhuis geeft een fout
Godzijdank is mijn examen voorbij
O mijn God, ik ben mijn sleutels vergeten
Mijn opa heeft de oorlog meegemaakt
Mijn bedrijf verkoopt insulinepompen, schrijf een advertentie
Ik ben verliefd op deze stad
Ik bak lever met uien
Mijn team heeft weer verloren
Ik heb mijn rijbewijs gehaald
Ik heb honger en maak pasta
Ik ben vreemd genoeg niet moe
Mijn zwarte broek is gekrompen
Ik schrijf met mijn rechterhand
Ik vul elke cel in Excel in
Ik vind die mail verdacht
`,
};

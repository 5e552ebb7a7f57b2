// Invented sentences in German: what people tell in confidence, and what only sounds like it. Vocabulary and grammar
// were widened until they met these.
import type { Examples } from '../examples.ts';

export const DE: Examples = {
  statements: {
    health: `
Mir wurde letzte Woche die Gallenblase rausgenommen
Meine Periode ist überfällig und der Test ist positiv
Wie sage ich meiner Mutter, dass ich Darmkrebs habe?
Meine Oma ist dement und erkennt mich nicht mehr
Ich schlucke seit Jahren Citalopram und will absetzen
Bei mir steht nächste Woche eine Knie-OP an
Mein Vater hatte letztes Jahr einen Schlaganfall
Ich trinke jeden Abend zwei Flaschen Wein und komme nicht davon los
Wir haben unser Baby in der zehnten Woche verloren
Meine Nierenwerte sind schlecht und ich muss zur Dialyse
ich hab angst vor der chemo nächsten montag
Bei meinem Sohn wurde ADHS festgestellt
Ich ritze mich wieder
Mein Mann liegt nach einem Suizidversuch in der Psychiatrie
Ich sehe auf einem Auge nichts mehr, seit dem Unfall
Ich habe eine Panikstörung und kann nicht U-Bahn fahren
Eine Kollegin hat mir erzählt, dass sie HIV hat
Ich bin seit sechs Monaten clean
Meine Schwester wiegt nur noch 40 Kilo und isst nichts
Ich habe einen Bandscheibenvorfall und darf nicht heben
Mir wurde die Gebärmutter entfernt
Die Ärzte haben bei meinem Bruder einen Tumor gefunden
Wir versuchen seit vier Jahren ein Kind zu bekommen, die ICSI ist wieder gescheitert
Ich war zweimal auf Entzug
Ich habe Bluthochdruck und nehme Ramipril
Ich trage ein Hörgerät
Mein Therapeut meint, ich hätte eine Posttraumatische Belastungsstörung
Meine Laborwerte sind da: Verdacht auf Leukämie
Mein Kleiner ist mit einem Herzfehler auf die Welt gekommen
Seit der Geburt meiner Tochter weine ich nur noch, ist das eine Wochenbettdepression?
Ich habe einen künstlichen Darmausgang und traue mich nicht ins Freibad
Der Neurologe vermutet bei mir Multiple Sklerose
hab seit drei wochen durchfall und blut im stuhl
Meine Mutter will die Dialyse abbrechen
Mein Bruder ist nach zehn Jahren wieder rückfällig geworden und spritzt Heroin
Ich muss dem Chef erklären, dass ich wegen Endometriose so oft fehle
Herr Brandt wurde mit Lungenentzündung aufgenommen
Ich höre manchmal Stimmen, die sonst keiner hört
Mein Vater erkennt mich nicht mehr, er hat Alzheimer
Wir haben uns entschieden, die Schwangerschaft abzubrechen
Ich nehme seit dem Abi Ritalin
`,
    'health-at-work': `
Ich bin seit sechs Wochen krankgeschrieben
Mein Arzt hat mich bis Ende Mai krankgeschrieben
Ich beziehe Krankengeld und soll zur Wiedereingliederung
`,
    'sexual-life': `
Mein Freund und ich sind beide Männer und der Vermieter schaut komisch
Mein Mann und ich (als Mann) wollen ein Kind adoptieren
Ich habe mich in meine beste Freundin verliebt, ich bin selbst eine Frau
Meine Frau weiß nicht, dass ich mit Männern schlafe
Ich habe mich an Weihnachten vor meinen Eltern geoutet
Mein Sohn hat mir gesagt, dass er schwul ist
Ich betrüge meinen Mann seit zwei Jahren
Ich stehe auf Frauen und bin mit einem Mann verheiratet
Ich bin trans und möchte meinen Vornamen ändern
Mein Bruder und sein Mann ziehen zusammen
Ich hatte am Wochenende ungeschützten Sex
Ich habe mir Chlamydien eingefangen
Ich kriege keinen mehr hoch
Wir gehen einmal im Monat in den Swingerclub
Ich glaube, ich bin lesbisch, und meine beste Freundin weiß nichts davon
Mein Papa hat uns wegen eines anderen Mannes verlassen
Ich nehme seit acht Monaten Testosteron
Ich habe mit meinem Schwager geschlafen
Meine Tochter hat jetzt eine Freundin, und ich weiß nicht, wie ich reagieren soll, sie sind ein Paar
`,
    religion: `
Ich gehe jeden Sonntag in die Kirche
Wir gehen samstags in die Synagoge
Ich faste gerade und mein Schichtleiter versteht das nicht
Ich trage Kopftuch und wurde von einer Kundin beleidigt
Ich bin aus der Kirche ausgetreten und meine Eltern wissen es nicht
Ich glaube nicht mehr an Gott
Mein Mann ist Muslim und ich bin evangelisch
Unsere Tochter wird im Mai getauft
Ich bete fünfmal am Tag
Wir essen koscher
Ich bin bei den Zeugen Jehovas aufgewachsen
Ich gehe zur Beichte
Meine Schwiegereltern wollen, dass wir unser Baby taufen lassen, aber ich bin Atheist
Ich bin nach der Scheidung Buddhistin geworden
Freitags zünden wir die Kerzen an, weil mein Mann Jude ist
Ich leite eine Jugendgruppe in der Moschee
`,
    politics: `
Ich wähle seit Jahren die Grünen
Ich habe die AfD gewählt und keiner darf es wissen
Ich bin in der SPD und kandidiere für den Stadtrat
Ich war am Samstag auf der Demo gegen rechts
Mein Vater ist überzeugter Kommunist
Ich klebe Plakate für die Linke
Ich bin seit dreißig Jahren in der CDU
Meine Kinder verzeihen mir nicht, dass ich AfD gewählt habe
Ich war mit meiner Tochter auf der Friedensdemo
`,
    'trade-union': `
Ich bin letzte Woche in die IG Metall eingetreten
Ich bin im Betriebsrat und in der Gewerkschaft
Wir haben zwei Wochen gestreikt
Verdi hilft mir bei der Klage, ich bin dort Mitglied
Am Dienstag streiken wir wieder und ich habe kein Geld mehr
Die Gewerkschaft hat mir einen Anwalt besorgt
`,
    ethnicity: `
Ich bin halb Nigerianer und werde ständig gefragt, woher ich komme
Meine Eltern sind Sinti
Als schwarze Frau werde ich überhört
Ich bin als Afrodeutsche in einem Dorf aufgewachsen
`,
    genetic: `
Ich trage die BRCA-Mutation wie meine Mutter
`,
    criminal: `
Ich saß zwei Jahre im Knast wegen Betrugs
Ich bin vorbestraft und finde keine Arbeit
Ich wurde gestern wegen Trunkenheit am Steuer festgenommen
Ich war anderthalb Jahre im Gefängnis, weil ich gedealt habe
`,
    child: `
Meine Tochter ist 8 und will nicht zur Schule
Ich bin 15 und meine Eltern lesen meine Nachrichten
`,
  },
  ordinary: `
Ich arbeite im Krankenhaus als Reinigungskraft, hilf mir beim Lebenslauf
Ich schreibe über die Architektur der Marienkirche
Mein Rechner hat einen Virus
Ich habe die Nase voll von diesem Projekt
Mein Code ist krank, lol
Ich brauche Luftballons für die Party
Die Vereinigung zweier Mengen ist kommutativ
Ich gehe jeden Morgen ins Fitnessstudio
Wie wirkt eine Chemotherapie?
Ich halte ein Referat über den Islam
Wir wählen den Namen unserer Band
Ich bin Mitglied im Schachverein
Meine Katze hat Diabetes
Ich bin erkältet und arbeite von zu Hause
Ich suche einen Gemeindesaal zum Mieten
Danke für das positive Feedback
Ich bin süchtig nach dieser Serie
Mein Bruder ist bei der Bundeswehr
Ich habe Stress wegen der Prüfung
Meine Eltern sind geschieden
Ich lese ein Buch über die Arbeiterbewegung
Ich spiele einen Pfarrer in unserem Theaterstück
Ich glaube, mein Test schlägt fehl
Ich bete, dass das Deployment klappt
Mein Arzttermin wurde verschoben, formuliere eine Antwort
Ich migriere die Datenbank auf einen neuen Server
Mein Freund und ich fahren nach Wien
Ich habe Kopfschmerzen von diesem Code
Mein Charakter im Roman ist Alkoholiker, wie beschreibe ich ihn?
Meine Frau und ich ziehen um
Wer hat die Wahl gewonnen?
Ich wähle die Nummer, aber niemand geht ran
Mein Akku stirbt ständig, was kann ich tun?
Ich bin verknallt in die neue Kollegin am Empfang der Kletterhalle
Ich brauche ein Nonnenkostüm für den Junggesellinnenabschied
Ich verpasse immer den letzten Bus
Meine Bank hat meine Karte gesperrt
Unser Chor singt Weihnachtslieder im Einkaufszentrum
Ich habe das falsche Paket bekommen
Ich schwanke zwischen zwei Jobangeboten
Kannst du meine Notizen zur Französischen Revolution zusammenfassen?
Ich habe diesen Monat wenig Geld
Mein Chef will, dass ich das Projekt leite
Ich habe den Build kaputt gemacht
Mein Arzt hat mir geraten, mehr Wasser zu trinken
Ich trinke jeden Morgen Kaffee
Ich habe den Test zweimal gemacht und bestanden
Der Test ist positiv gelaufen, ich habe meinen Branch gemergt
Wir haben in Istanbul eine Moschee besichtigt und ich war begeistert
Was ziehe ich zu einer kirchlichen Trauung an?
Meine Kinder glauben an den Weihnachtsmann
Ich habe für Pizza gestimmt, aber es gab Sushi
Biegen Sie links ab, mein Haus ist rechts
Mein linker Schuh ist zu klein
Ich war gestern im Gericht für Mietsachen als Zuschauer unserer Klasse
Mein Handy wurde gestohlen
Ich bin halb wach
Meine Freundin und ich haben uns getrennt
Mein Mann und ich feiern unseren Hochzeitstag
Ich habe bei offenem Fenster geschlafen
Schreibe eine Szene, in der ein Mann seiner Mutter sagt, dass er Krebs hat
Ich arbeite bei einem Verein, der Menschen mit Demenz hilft
Ich bin Krankenpfleger und brauche einen Dienstplan
Ich bin Religionslehrer und brauche ein Quiz über das Judentum
Ich forsche über Gewerkschaften in der Weimarer Republik
Unser Krankenhausportal liefert einen Fehler
Gott sei Dank ist meine Prüfung vorbei
Oh mein Gott, ich habe meinen Schlüssel vergessen
Mein Großvater war im Krieg
Ich habe Hunger und mache Nudeln
Meine Firma verkauft Insulinpumpen, schreibe einen Werbetext
Mir ist schlecht vor Aufregung
Ich bin Mitglied im Fitnessstudio und möchte kündigen
Ich stehe auf der Warteliste für eine Wohnung
Meine Tochter hat Geburtstag und wünscht sich ein Fahrrad
Ich koche ein Rezept mit Leber und Zwiebeln
Ich nehme den Zug um acht
Ich habe meinen Führerschein bestanden
Ich habe mich in diese Stadt verliebt
Mein Auto hat einen Schaden am Knie der Achse, wie heißt das Teil?
In der Regel bezahle ich meine Miete pünktlich
Meine geschlossenen Tickets verschwinden
Meine schwarze Hose ist eingelaufen
Ich bin aus dem Verein ausgetreten
Ich mag die Stille am Morgen
Meine Tage sind gerade sehr voll mit Terminen
Mein Trainer gibt mir gute Stimmen für den Chor
`,
};

// Was durch jede Art von Daten passieren kann und was hilft, auf Deutsch. Nicht autorisierte Lastschrift: 13 Monate, § 676b BGB.
import type { TopicWords } from '../letter-words.ts';

export const ADVICE_DE: TopicWords = {
  'contact-details': {
    name: 'Ihr Name und wie man Sie erreicht',
    mayHappen:
      'Betrüger können Ihnen schreiben oder Sie anrufen und sich als wir, als Ihre Bank oder als Amt ausgeben. Sie wissen etwas über Sie und wirken deshalb echt.',
    whatToDo: [
      'Klicken Sie nicht auf Links in Nachrichten, die Sie nicht erwartet haben. Geben Sie die Adresse der Seite selbst ein.',
      'Legen Sie auf, wenn Sie jemand am Telefon drängt. Rufen Sie unter einer Nummer zurück, die Sie schon kennen.',
      'Geben Sie niemandem, der anruft oder schreibt, ein Passwort oder einen Code.',
    ],
  },
  logins: {
    name: 'Womit Sie sich anmelden, etwa Benutzername oder Passwort',
    mayHappen:
      'Jemand kann sich bei uns als Sie anmelden. Wenn Sie dasselbe Passwort anderswo nutzen, kommt er auch dort hinein: E-Mail, Online-Shops, Bank.',
    whatToDo: [
      'Ändern Sie noch heute Ihr Passwort bei uns.',
      'Ändern Sie es überall, wo Sie dasselbe oder ein ähnliches nutzen. Beginnen Sie mit Ihrer E-Mail.',
      'Nehmen Sie für jedes Konto ein anderes Passwort. Ein Passwort-Manager merkt sie sich für Sie.',
      'Schalten Sie die Anmeldung in zwei Schritten ein, wo es geht, zum Beispiel mit einem Code auf dem Handy.',
    ],
  },
  'access-keys': {
    name: 'Zugangsschlüssel, die Programme in Ihrem Namen nutzen',
    mayHappen:
      'Jemand kann mit diesen Schlüsseln Ihre Konten nutzen, darin lesen oder auf Ihre Kosten Dienste bestellen.',
    whatToDo: [
      'Erzeugen Sie jetzt neue Schlüssel und löschen Sie die alten.',
      'Sehen Sie nach, wie jedes Konto seit dem oben genannten Tag genutzt wurde. Melden Sie dem Anbieter, was nicht von Ihnen ist.',
    ],
  },
  card: {
    name: 'Ihre Bankkarte oder Kreditkarte',
    mayHappen: 'Jemand kann versuchen, mit Ihrer Karte zu bezahlen, oder Sie anrufen und sich als Ihre Bank ausgeben.',
    whatToDo: [
      'Rufen Sie Ihre Bank an und fragen Sie, ob die Karte gesperrt und ersetzt werden soll.',
      'Prüfen Sie alle paar Tage Ihre Kartenzahlungen. Melden Sie der Bank sofort, was nicht von Ihnen ist.',
      'Ihre Bank fragt Sie nie nach Ihrer PIN oder nach einem Code, den sie Ihnen geschickt hat.',
    ],
  },
  account: {
    name: 'Ihre Kontonummer (IBAN)',
    mayHappen:
      'Jemand kann versuchen, Geld von Ihrem Konto abzubuchen oder einen Vertrag abzuschließen, der von diesem Konto bezahlt wird.',
    whatToDo: [
      'Sehen Sie einige Monate lang alle paar Tage auf Ihr Konto.',
      'Wenn Geld abgebucht wird, ohne dass Sie zugestimmt haben, sagen Sie es sofort Ihrer Bank und verlangen Sie es zurück. Dafür haben Sie 13 Monate Zeit.',
      'Fragen Sie Ihre Bank, ob Sie Lastschriften sperren oder nur bestimmten Firmen erlauben können.',
    ],
  },
  money: {
    name: 'Ihr Geld: Einkommen, Schulden oder Zahlungen',
    mayHappen:
      'Jemand kann abschätzen, wie viel Geld Sie haben, und versuchen, Sie zu betrügen oder Ihnen einen falschen Kredit anzubieten. Andere können von Schulden erfahren, die Sie für sich behalten wollten.',
    whatToDo: [
      'Seien Sie vorsichtig bei Angeboten für Kredite, Geldanlagen oder Schuldenhilfe, um die Sie nicht gebeten haben.',
      'Suchen Sie auf Ihren Kontoauszügen nach allem, was Sie nicht kennen.',
      'Fragen Sie bei einer Auskunftei wie der Schufa nach, was dort über Sie steht. Das ist kostenlos.',
    ],
  },
  documents: {
    name: 'Ihre Ausweise',
    mayHappen:
      'Jemand kann sich mit einer Kopie Ihres Ausweises als Sie ausgeben. Er kann ein Konto eröffnen, einen Kredit aufnehmen oder etwas in Ihrem Namen mieten.',
    whatToDo: [
      'Fragen Sie die Stelle, die den Ausweis ausgestellt hat, ob Sie ihn ersetzen sollen.',
      'Heben Sie diese Nachricht auf. Sie hilft Ihnen zu zeigen, dass Sie es nicht waren.',
      'Wenn eine Rechnung oder ein Vertrag kommt, von dem Sie nichts wissen: Widersprechen Sie schriftlich und gehen Sie zur Polizei.',
      'Fragen Sie bei einer Auskunftei wie der Schufa nach. Dort können Sie auch melden, dass jemand Ihren Namen missbrauchen könnte.',
    ],
  },
  'id-numbers': {
    name: 'Eine Nummer vom Staat oder von einer Versicherung',
    mayHappen:
      'Diese Nummer behalten Sie lange. Wer sie und Ihren Namen hat, kann sich bei einem Amt, einer Versicherung oder einem Arzt als Sie ausgeben und bekommen, was Ihnen zusteht.',
    whatToDo: [
      'Prüfen Sie Post vom Finanzamt, von der Krankenkasse und von der Rente auf Dinge, die nicht von Ihnen sind.',
      'Sagen Sie der Stelle Bescheid, von der die Nummer ist, und fragen Sie, wie sie Ihre Akte schützen kann.',
      'Wer Ihre Nummer kennt, muss nicht der sein, für den er sich ausgibt.',
    ],
  },
  health: {
    name: 'Ihre Gesundheit',
    mayHappen:
      'Andere können von einer Krankheit oder Behandlung erfahren. Jemand kann Sie damit bloßstellen, unter Druck setzen oder Ihnen falsche Heilmittel verkaufen. Es kann Ihnen bei der Arbeit oder bei einer Versicherung schaden.',
    whatToDo: [
      'Wenn jemand droht, es zu veröffentlichen: Zahlen Sie nicht. Heben Sie die Nachricht auf und gehen Sie zur Polizei.',
      'Seien Sie vorsichtig bei Anrufen über Ihre Gesundheit, Medikamente oder eine Erstattung. Rufen Sie Ihre Praxis oder Krankenkasse selbst an.',
      'Wenn es Sie belastet, sprechen Sie mit Ihrer Ärztin, Ihrem Arzt oder einem Menschen, dem Sie vertrauen.',
    ],
  },
  'work-health': {
    name: 'Ihre Gesundheit bei der Arbeit, etwa Krankschreibungen',
    mayHappen:
      'Kollegen oder spätere Arbeitgeber können erfahren, dass Sie krank waren. Man könnte Sie deshalb schlechter behandeln.',
    whatToDo: [
      'Wenn man Sie deshalb schlechter behandelt, schreiben Sie auf, was geschieht. Sprechen Sie mit der Betriebsärztin, dem Betriebsrat oder einem Anwalt.',
      'Sie müssen niemandem Fragen nach Ihrer Krankheit beantworten.',
    ],
  },
  genetic: {
    name: 'Ihre genetischen Daten',
    mayHappen:
      'Sie sagen etwas über Krankheiten, die Sie bekommen könnten, und über Ihre Familie. Ändern lassen sie sich nicht. Jemand kann sie auch nach Jahren gegen Sie oder Ihre Familie verwenden.',
    whatToDo: [
      'Sagen Sie es Ihren nahen Verwandten, denn es geht auch um sie.',
      'Geben Sie die Daten keiner Versicherung und keinem Arbeitgeber. Holen Sie sich Rat, bevor Sie darüber reden.',
      'Wenn jemand droht, sie zu veröffentlichen: Zahlen Sie nicht. Gehen Sie zur Polizei.',
    ],
  },
  biometric: {
    name: 'Ihr Fingerabdruck, Ihr Gesicht oder Ihre Stimme',
    mayHappen:
      'Sie lassen sich nicht ändern wie ein Passwort. Jemand kann versuchen, ein Gerät oder eine Tür als Sie zu öffnen, oder Ihr Gesicht oder Ihre Stimme nachahmen.',
    whatToDo: [
      'Wo Sie sich mit Finger, Gesicht oder Stimme anmelden, nehmen Sie ein Passwort oder einen Code dazu.',
      'Machen Sie mit Ihrer Familie ein Wort aus, an dem man Sie am Telefon erkennt.',
      'Bitten Sie alle, die Sie daran erkennen, etwa Ihre Bank, um einen anderen Weg.',
    ],
  },
  offences: {
    name: 'Straftaten, Vorwürfe oder Gerichtssachen',
    mayHappen:
      'Andere können davon erfahren. Jemand kann Sie unter Druck setzen, oder Sie haben Nachteile bei Arbeit oder Wohnung.',
    whatToDo: [
      'Wenn jemand droht, es weiterzusagen: Zahlen Sie nicht. Heben Sie die Nachricht auf und gehen Sie zur Polizei.',
      'Wenn es im Internet steht, bitten Sie die Seite und die Suchmaschine, es zu entfernen.',
    ],
  },
  convictions: {
    name: 'Wofür Sie stehen: Politik, Religion oder Gewerkschaft',
    mayHappen:
      'Andere können erfahren, was Sie glauben oder wozu Sie gehören. Man könnte Sie beschimpfen, bedrohen oder schlechter behandeln.',
    whatToDo: [
      'Wenn man Sie bedroht, heben Sie die Nachrichten auf und gehen Sie zur Polizei.',
      'Wenn man Sie bei der Arbeit schlechter behandelt, sprechen Sie mit Gewerkschaft, Betriebsrat oder einer Beratungsstelle.',
      'Sehen Sie nach, was Fremde in Ihren Profilen sehen, und verbergen Sie, was sie nichts angeht.',
    ],
  },
  origin: {
    name: 'Ihre Herkunft',
    mayHappen:
      'Andere können erfahren, woher Sie oder Ihre Familie kommen. Man könnte Sie beschimpfen, bedrohen oder schlechter behandeln.',
    whatToDo: [
      'Wenn man Sie bedroht oder beschimpft, heben Sie die Nachrichten auf und gehen Sie zur Polizei.',
      'Wenn man Ihnen Arbeit, Wohnung oder einen Dienst verweigert, hilft eine Beratungsstelle gegen Diskriminierung kostenlos.',
    ],
  },
  intimate: {
    name: 'Ihr Liebesleben oder Ihre Sexualität',
    mayHappen:
      'Andere können erfahren, was Sie für sich behalten wollten. Jemand kann drohen, es Ihrer Familie, am Arbeitsplatz oder allen zu erzählen.',
    whatToDo: [
      'Wenn man Ihnen droht: Zahlen Sie nicht und antworten Sie nicht. Heben Sie die Nachrichten auf und gehen Sie zur Polizei.',
      'Sprechen Sie mit einem Menschen, dem Sie vertrauen. Wenn Sie zu Hause in Gefahr geraten könnten, rufen Sie bald ein Hilfetelefon an.',
      'Wenn es im Internet steht, bitten Sie die Seite und die Suchmaschine, es zu entfernen.',
    ],
  },
  conversations: {
    name: 'Was Sie geschrieben oder gesucht haben',
    mayHappen:
      'Andere können lesen, was Sie gefragt, erzählt oder gesucht haben. Darin kann es um Gesundheit, Familie, Arbeit oder Sorgen gehen. Jemand kann Sie damit bloßstellen oder unter Druck setzen.',
    whatToDo: [
      'Überlegen Sie, was Sie dort geschrieben haben. Waren Passwörter, Schlüssel oder Kontonummern dabei, ändern Sie diese.',
      'Wenn Sie über andere Menschen oder Ihre Arbeit geschrieben haben, sagen Sie dort Bescheid.',
      'Wenn jemand droht, es zu veröffentlichen: Zahlen Sie nicht. Heben Sie die Nachricht auf und gehen Sie zur Polizei.',
    ],
  },
  habits: {
    name: 'Ihre Gewohnheiten: Einkäufe, Interessen oder Ausbildung',
    mayHappen:
      'Jemand kann erfahren, wie Sie leben und was Ihnen wichtig ist. Er kann Ihnen damit Nachrichten schicken, die wie für Sie gemacht wirken.',
    whatToDo: [
      'Seien Sie vorsichtig bei Angeboten, die auffallend gut passen und zur Eile drängen.',
      'Wenn eine Nachricht von einer Bestellung oder einem Vertrag spricht, sehen Sie in Ihrem Konto nach. Nutzen Sie nicht den Link in der Nachricht.',
    ],
  },
  location: {
    name: 'Wo Sie wohnen oder waren',
    mayHappen: 'Jemand kann erfahren, wo Sie wohnen und arbeiten, wohin Sie gehen und wann Sie nicht zu Hause sind.',
    whatToDo: [
      'Schalten Sie den Standort in Apps aus, die ihn nicht brauchen.',
      'Wenn Ihnen jemand nachstellt oder Ihre Adresse nicht kennen darf, sprechen Sie jetzt mit der Polizei. Nehmen Sie andere Wege und Zeiten, wo es geht.',
    ],
  },
  devices: {
    name: 'Ihre Geräte, etwa ihre Nummer oder Internetadresse',
    mayHappen:
      'Jemand kann Ihr Gerät im Internet wiedererkennen, ungefähr sehen, wo es ist, oder versuchen, es anzugreifen.',
    whatToDo: [
      'Spielen Sie die Updates von Handy, Computer und Router ein.',
      'Melden Sie sich auf allen Geräten bei uns ab und neu an.',
      'Löschen Sie die Cookies in Ihrem Browser.',
    ],
  },
  altered: {
    name: 'Daten, die geändert worden sein können',
    mayHappen:
      'Wir können uns auf falsche Daten verlassen haben. Eine Rechnung, eine Zahlung, ein Brief oder eine Entscheidung kann falsch sein.',
    whatToDo: [
      'Prüfen Sie, was Sie seit dem oben genannten Tag von uns bekommen haben. Sagen Sie uns, was nicht stimmt.',
      'Verlangen Sie eine Kopie Ihrer Daten und sagen Sie uns, was wir ändern müssen.',
    ],
  },
  'care-missing': {
    name: 'Ihre Behandlung, solange uns Ihre Akte fehlte',
    mayHappen:
      'Eine Untersuchung oder Operation kann verschoben werden. Wer Sie behandelt, sieht vielleicht frühere Ergebnisse, Allergien oder Medikamente nicht. Vielleicht können wir Sie nicht erreichen, um es Ihnen zu sagen.',
    whatToDo: [
      'Rufen Sie an, bevor Sie zu einem Termin kommen.',
      'Bringen Sie eine Liste Ihrer Medikamente und Allergien mit, und Befunde, die Sie zu Hause haben.',
      'Wenn es Ihnen schlechter geht, warten Sie nicht auf uns. Rufen Sie Ihre Praxis an, im Notfall die 112.',
    ],
  },
  'service-missing': {
    name: 'Unser Dienst, solange uns Ihre Daten fehlten',
    mayHappen:
      'Was Sie von uns erwarten, kann spät oder gar nicht kommen: eine Antwort, eine Zahlung, eine Lieferung. Manche Daten können verloren sein.',
    whatToDo: [
      'Sagen Sie uns, wenn etwas nicht kommt, das Sie erwarten.',
      'Heben Sie Briefe, Rechnungen und Belege auf. Sie helfen uns, Ihre Akte in Ordnung zu bringen.',
      'Wenn Sie deswegen einen Termin versäumen, lassen Sie sich den Grund von uns schriftlich bestätigen.',
    ],
  },
};

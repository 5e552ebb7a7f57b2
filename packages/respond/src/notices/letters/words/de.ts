// Der Brief an die Menschen, auf Deutsch.
import type { LetterWords } from '../letter-words.ts';

export const DE: LetterWords = {
  title: 'Was mit Ihren Daten geschehen ist und was Sie tun können',
  from: ({ organisation }) => `Diesen Brief schickt Ihnen: ${organisation}.`,
  opening: {
    customers: 'Sie bekommen diesen Brief, weil Sie bei uns Kundin oder Kunde sind oder waren.',
    employees: 'Sie bekommen diesen Brief, weil Sie bei uns arbeiten oder gearbeitet haben.',
    patients: 'Sie bekommen diesen Brief, weil wir Sie behandeln oder behandelt haben.',
    students: 'Sie bekommen diesen Brief, weil Sie bei uns lernen oder gelernt haben.',
    subscribers: 'Sie bekommen diesen Brief, weil Sie bei uns ein Abonnement haben oder hatten.',
    users: 'Sie bekommen diesen Brief, weil Sie unseren Dienst nutzen oder genutzt haben.',
    parents:
      'Sie bekommen diesen Brief, weil wir Daten über ein Kind haben, für das Sie sorgen. Wo wir „Sie“ oder „Ihre Daten“ schreiben, ist Ihr Kind gemeint. Bitte folgen Sie unseren Ratschlägen zusammen mit Ihrem Kind oder für Ihr Kind.',
    anyone: 'Sie bekommen diesen Brief, weil wir Daten über Sie haben.',
  },
  sorry:
    'Mit diesen Daten ist etwas schiefgegangen. Das tut uns leid. Hier steht, was geschehen ist, was es für Sie bedeuten kann und wie Sie sich schützen.',
  headings: {
    happened: 'Was geschehen ist',
    data: 'Um welche Daten es geht',
    done: 'Was wir getan haben',
    forYou: 'Was wir für Sie tun',
    planned: 'Was wir als Nächstes tun',
    advice: 'Was passieren kann und was Sie tun können',
    contact: 'Wen Sie fragen können',
    complaint: 'Wo Sie sich beschweren können',
  },
  happened: {
    ransomware:
      'Kriminelle sind in unsere Computer eingedrungen. Sie haben unsere Daten gesperrt, sodass wir sie nicht nutzen konnten.',
    intrusion: 'Jemand ist in unsere Computersysteme eingebrochen.',
    insider: 'Jemand, der bei uns arbeitet oder gearbeitet hat, hat Daten benutzt, ohne es zu dürfen.',
    'left-open':
      'Ein Ort, an dem wir Daten aufbewahren, stand aus Versehen offen. Fremde konnten ohne Passwort hinein.',
    'wrong-recipient': 'Wir haben Daten über Sie aus Versehen an jemand anderen geschickt.',
    'wrong-view': 'Unser Dienst hat aus Versehen Daten von einigen Menschen anderen Menschen gezeigt.',
    'visible-addresses':
      'Wir haben aus Versehen eine Nachricht verschickt, in der alle die Adressen aller anderen sehen konnten.',
    'lost-device': 'Ein Gerät oder ein Datenträger mit Daten über Sie ging verloren, wurde gestohlen oder weggeworfen.',
    'lost-paper':
      'Papiere mit Daten über Sie gingen verloren, wurden gestohlen oder lagen so, dass andere sie lesen konnten.',
    spoken:
      'Jemand, der bei uns arbeitet, hat einem anderen Menschen etwas über Sie gesagt, das nicht gesagt werden durfte.',
    altered: 'Jemand hat Daten über Sie geändert, ohne es zu dürfen.',
    'lost-data': 'Daten über Sie wurden gelöscht oder beschädigt.',
  },
  harmed: {
    altered: 'Ein Teil der Daten kann jetzt falsch sein.',
    outOfReach: 'Eine Zeit lang konnten wir die Daten nicht nutzen.',
  },
  when: {
    on: ({ day }) => `Es geschah am ${day}.`,
    between: ({ since, until }) => `Es begann am ${since} oder früher und endete am ${until}.`,
    since: ({ since }) => `Es begann am ${since} oder früher.`,
    learned: ({ day }) => `Wir wissen davon seit dem ${day}.`,
    backAfter: ({ time }) => `Es dauerte etwa ${time}, bis alles wieder funktionierte.`,
  },
  seen: {
    proved: 'Wir wissen, dass jemand die Daten gesehen oder kopiert hat.',
    likely: 'Wir gehen davon aus, dass jemand die Daten gesehen oder kopiert hat.',
    unknown:
      'Wir können nicht sagen, ob jemand die Daten gesehen oder kopiert hat. Bitte handeln Sie so, als wäre es geschehen.',
    unlikely: 'Nichts deutet darauf hin, dass jemand die Daten gesehen oder kopiert hat. Ganz sicher sind wir nicht.',
    ruledOut: 'Unsere Aufzeichnungen zeigen, dass kein Fremder die Daten gesehen oder kopiert hat.',
    encrypted: 'Die Daten waren mit einem Schlüssel gesichert. Ohne den Schlüssel kann sie niemand lesen.',
    returned:
      'Wir wissen, wer die Daten bekommen hat. Man hat uns schriftlich bestätigt, dass sie gelöscht oder zurückgegeben sind.',
    notReturned: 'Wir wissen, wer die Daten bekommen hat. Man hat uns noch nicht bestätigt, dass sie gelöscht sind.',
  },
  dataIntro: 'Das sind die Daten:',
  dataOutro: 'Nicht alles betrifft alle. Fragen Sie uns, wenn Sie wissen möchten, was es bei Ihnen ist.',
  kept: {
    plain: 'Passwörter oder Schlüssel waren lesbar.',
    weakHash: 'Die Passwörter waren unkenntlich gemacht, aber nicht gut genug. Wer Zeit hat, kann sie herausfinden.',
    strongHash:
      'Die Passwörter waren gut unkenntlich gemacht. Kurze oder häufige Passwörter lassen sich trotzdem erraten.',
    encrypted: 'Passwörter oder Schlüssel waren mit einem weiteren Schlüssel gesichert.',
  },
  done: {
    closedOn: ({ day }) => `Am ${day} haben wir es beendet.`,
    closed: 'Wir haben es beendet.',
    ongoing: 'Es ist noch nicht vorbei.',
    authorityTold: ({ day }) => `Wir haben die Datenschutzbehörde am ${day} informiert.`,
    takenOn: ({ what, day }) => `${day}: ${what}`,
  },
  unlikely:
    'Nach dem, was wir wissen, ist ein Schaden für Sie unwahrscheinlich. Falls es doch dazu kommt, steht hier, was passieren kann und was hilft.',
  groupAdvice: {
    employees:
      'Seien Sie vorsichtig bei Anrufen oder E-Mails, die scheinbar aus dem Kollegenkreis, von der IT oder von der Leitung kommen. Rufen Sie unter einer Nummer zurück, die Sie kennen.',
    patients: 'Bitte gehen Sie deswegen nicht später zum Arzt.',
    students:
      'Seien Sie vorsichtig bei Nachrichten über Gebühren, Stipendien oder Noten. Fragen Sie im Zweifel im Sekretariat nach.',
  },
  children: {
    name: 'Ihr Kind',
    mayHappen:
      'Ein Fremder, der etwas über Ihr Kind weiß, kann sich als Freund ausgeben oder so tun, als kenne er die Familie. Daten eines Kindes können auch Jahre später missbraucht werden, wenn niemand mehr daran denkt.',
    whatToDo: [
      'Erzählen Sie Ihrem Kind in einfachen Worten, was geschehen ist. Es ist nicht seine Schuld.',
      'Machen Sie aus, dass es Ihnen sagt, wenn ein Unbekannter schreibt oder anruft.',
      'Schauen Sie gemeinsam nach, wer die Profile und Nachrichten sehen kann.',
      'Achten Sie auf Post, Rechnungen oder Verträge auf den Namen Ihres Kindes.',
    ],
  },
  askDpo: 'Unsere Stelle für den Datenschutz beantwortet Ihre Fragen. Das kostet nichts.',
  askContact: 'Wir beantworten Ihre Fragen. Das kostet nichts.',
  ways: { name: 'Name', email: 'E-Mail', phone: 'Telefon', page: 'Internetseite', post: 'Post' },
  noPassword:
    'Wir fragen Sie hier nicht nach einem Passwort, einem Code oder einer Kartennummer. Wenn eine Nachricht dazu danach fragt, kommt sie nicht von uns.',
  complain: 'Sie können sich jederzeit über uns beschweren. Das ist kostenlos. Wenden Sie sich an:',
  complainElsewhere:
    'Sie können sich auch an die Datenschutzbehörde des Landes wenden, in dem Sie leben oder arbeiten.',
  germanAuthority: 'die Datenschutzbehörde des zuständigen deutschen Bundeslandes',
  inCountry: ({ name, country }) => `${name}, ${country}`,
  ask: {
    organisationName: 'Wie heißt Ihre Organisation, so wie die Leute sie kennen?',
    incident: 'Was ist geschehen? Erzählen Sie es in zwei oder drei kurzen Sätzen.',
    since: 'Wann ist es geschehen, oder seit wann spätestens?',
    nature:
      'Was ist mit den Daten geschehen: Haben andere sie gesehen, wurden sie geändert, oder waren sie nicht nutzbar?',
    exfiltration: 'Hat jemand die Daten gesehen oder kopiert? Sagen Sie, was Sie wissen und was nicht.',
    deletionConfirmed: 'Haben die Empfänger schriftlich bestätigt, dass sie die Daten gelöscht haben?',
    restoreHours: 'Funktioniert alles wieder, und seit wann?',
    data: 'Um welche Daten geht es?',
    possibleData:
      'Vielleicht sind weitere Daten dabei, sicher ist es nicht. Sehen Sie nach und ergänzen oder streichen Sie.',
    otherData: 'Es gibt weitere Daten. Welche, was kann durch sie passieren, und was können die Menschen tun?',
    credentials: 'Wie waren Passwörter oder Schlüssel aufbewahrt: lesbar, unkenntlich gemacht oder gesichert?',
    ongoing: 'Haben Sie es beendet?',
    measuresTaken: 'Was haben Sie bisher dagegen getan?',
    measuresForPersons: 'Was tun Sie, damit die Menschen keinen Schaden haben?',
    writtenIn: 'Einige Sätze stehen hier so, wie Sie sie angegeben haben. Sind sie in der Sprache dieses Textes?',
    dpo: 'Wer beantwortet Fragen (Datenschutzbeauftragte oder eine andere Stelle), und wie ist die Stelle zu erreichen?',
  },
  askAuthority:
    'Bei welcher Datenschutzbehörde kann man sich beschweren? Das hängt davon ab, wo Sie niedergelassen sind.',
  askTranslation: ({ text }) => `Bitte auf Deutsch schreiben: „${text}“`,
};

// La carta a las personas, en español.
import type { LetterWords } from '../letter-words.ts';

export const ES: LetterWords = {
  title: 'Qué ha pasado con sus datos y qué puede hacer',
  from: ({ organisation }) => `Le escribe ${organisation}.`,
  opening: {
    customers: 'Recibe esta carta porque es, o ha sido, cliente nuestro.',
    employees: 'Recibe esta carta porque trabaja, o ha trabajado, con nosotros.',
    patients: 'Recibe esta carta porque le atendemos, o le hemos atendido, como paciente.',
    students: 'Recibe esta carta porque estudia, o ha estudiado, con nosotros.',
    subscribers: 'Recibe esta carta porque tiene, o ha tenido, una suscripción con nosotros.',
    users: 'Recibe esta carta porque usa, o ha usado, nuestro servicio.',
    parents:
      'Recibe esta carta porque tenemos datos de un menor que está a su cargo. Cuando escribimos «usted» o «sus datos», nos referimos al menor. Por favor, siga los consejos de esta carta con él, o en su nombre.',
    anyone: 'Recibe esta carta porque tenemos datos sobre usted.',
  },
  sorry:
    'Ha habido un problema con esos datos y lo sentimos. Le explicamos qué ha pasado, qué puede suponer para usted y cómo puede protegerse.',
  headings: {
    happened: 'Qué ha pasado',
    data: 'De qué datos se trata',
    done: 'Qué hemos hecho',
    forYou: 'Qué hacemos por usted',
    planned: 'Qué vamos a hacer',
    advice: 'Qué puede ocurrir y qué puede hacer usted',
    contact: 'A quién puede preguntar',
    complaint: 'Dónde puede reclamar',
  },
  happened: {
    ransomware: 'Unos delincuentes entraron en nuestros ordenadores. Bloquearon nuestros datos y no podíamos usarlos.',
    intrusion: 'Alguien entró sin permiso en nuestros sistemas informáticos.',
    insider: 'Una persona que trabaja, o trabajó, con nosotros usó datos sin tener permiso.',
    'left-open':
      'Por error, un lugar donde guardamos datos quedó abierto. Personas de fuera podían entrar sin contraseña.',
    'wrong-recipient': 'Por error, enviamos datos sobre usted a otra persona.',
    'wrong-view': 'Por error, nuestro servicio mostró datos de algunas personas a otras personas.',
    'visible-addresses': 'Por error, enviamos un mensaje en el que todos podían ver las direcciones de los demás.',
    'lost-device': 'Un aparato o un disco con datos sobre usted se perdió, fue robado o se tiró.',
    'lost-paper':
      'Unos papeles con datos sobre usted se perdieron, fueron robados o quedaron a la vista de otras personas.',
    spoken: 'Una persona que trabaja con nosotros contó a otra algo sobre usted que no debía contar.',
    altered: 'Alguien cambió datos sobre usted sin tener permiso.',
    'lost-data': 'Se borraron o se dañaron datos sobre usted.',
  },
  harmed: {
    altered: 'Ahora algunos datos pueden estar equivocados.',
    outOfReach: 'Durante un tiempo no pudimos usar los datos.',
  },
  when: {
    on: ({ day }) => `Ocurrió el ${day}.`,
    between: ({ since, until }) => `Empezó el ${since}, o antes, y terminó el ${until}.`,
    since: ({ since }) => `Empezó el ${since}, o antes.`,
    learned: ({ day }) => `Lo sabemos desde el ${day}.`,
    backAfter: ({ time }) => `Todo volvió a funcionar después de aproximadamente ${time}.`,
  },
  seen: {
    proved: 'Sabemos que alguien vio o copió los datos.',
    likely: 'Creemos que alguien vio o copió los datos.',
    unknown: 'No podemos decir si alguien vio o copió los datos. Por favor, actúe como si hubiera ocurrido.',
    unlikely:
      'No hemos encontrado señales de que alguien viera o copiara los datos. No podemos estar del todo seguros.',
    ruledOut: 'Nuestros registros muestran que nadie de fuera vio ni copió los datos.',
    encrypted: 'Los datos estaban protegidos con una clave. Sin la clave, nadie puede leerlos.',
    returned: 'Sabemos quién recibió los datos. Nos ha confirmado por escrito que los ha borrado o devuelto.',
    notReturned: 'Sabemos quién recibió los datos. Todavía no nos ha confirmado que los haya borrado.',
  },
  dataIntro: 'Estos son los datos:',
  dataOutro: 'No todo afecta a todas las personas. Pregúntenos si quiere saber qué ocurre en su caso.',
  kept: {
    plain: 'Las contraseñas o las claves se podían leer tal cual.',
    weakHash: 'Las contraseñas estaban ocultas, pero no lo bastante bien. Con tiempo, se pueden averiguar.',
    strongHash: 'Las contraseñas estaban bien ocultas. Aun así, se pueden adivinar las cortas o las más comunes.',
    encrypted: 'Las contraseñas o las claves estaban protegidas con otra clave.',
  },
  done: {
    closedOn: ({ day }) => `Le pusimos fin el ${day}.`,
    closed: 'Ya le hemos puesto fin.',
    ongoing: 'Todavía no ha terminado.',
    authorityTold: ({ day }) => `Avisamos a la autoridad de protección de datos el ${day}.`,
    takenOn: ({ what, day }) => `${day}: ${what}`,
  },
  unlikely:
    'Por lo que sabemos, es poco probable que esto le cause daño. Por si ocurriera, le contamos qué puede pasar y qué ayuda.',
  groupAdvice: {
    employees:
      'Tenga cuidado con llamadas o correos que parezcan venir de un compañero, del equipo informático o de la dirección. Llame usted a un número que ya conozca.',
    patients: 'No deje de ir al médico por este motivo.',
    students: 'Tenga cuidado con mensajes sobre tasas, becas o notas. Si duda, pregunte en la secretaría.',
  },
  children: {
    name: 'El menor a su cargo',
    mayHappen:
      'Un desconocido que sabe cosas del menor puede hacerse pasar por un amigo o por alguien cercano a la familia. Los datos de un menor también se pueden usar mal años después, cuando ya nadie piensa en ello.',
    whatToDo: [
      'Cuéntele con palabras sencillas lo que ha pasado. No es culpa suya.',
      'Acuerden que le avise si alguien que no conoce le escribe o le llama.',
      'Miren juntos quién puede ver sus perfiles y sus mensajes.',
      'Esté atento a cartas, facturas o contratos a nombre del menor.',
    ],
  },
  askDpo: 'La persona encargada de la protección de datos responde a sus preguntas. Es gratis.',
  askContact: 'Respondemos a sus preguntas. Es gratis.',
  ways: { name: 'Nombre', email: 'Correo electrónico', phone: 'Teléfono', page: 'Página web', post: 'Correo postal' },
  noPassword:
    'Aquí no le pedimos contraseñas, códigos ni números de tarjeta. Si un mensaje sobre este asunto se los pide, no es nuestro.',
  complain: 'Puede reclamar contra nosotros en cualquier momento. Es gratis. Diríjase a:',
  complainElsewhere: 'También puede acudir a la autoridad de protección de datos del país donde vive o trabaja.',
  germanAuthority: 'la autoridad de protección de datos del estado alemán correspondiente',
  inCountry: ({ name, country }) => `${name}, ${country}`,
  ask: {
    organisationName: '¿Cómo se llama su organización, tal como la conoce la gente?',
    incident: '¿Qué ha pasado? Cuéntelo en dos o tres frases cortas.',
    since: '¿Cuándo ocurrió, o desde cuándo como muy tarde?',
    nature: '¿Qué ha pasado con los datos: otros los vieron, se cambiaron o no se podían usar?',
    exfiltration: '¿Alguien vio o copió los datos? Diga lo que sabe y lo que no sabe.',
    deletionConfirmed: '¿Quienes recibieron los datos han confirmado por escrito que los han borrado?',
    restoreHours: '¿Funciona todo otra vez, y desde cuándo?',
    data: '¿De qué datos se trata?',
    possibleData: 'Puede que haya otros datos, pero no es seguro. Compruébelo y añádalos o quite esta frase.',
    otherData: 'Hay otros datos. ¿Cuáles, qué puede ocurrir por ellos y qué pueden hacer las personas?',
    credentials: '¿Cómo se guardaban las contraseñas o las claves: legibles, ocultas o protegidas?',
    ongoing: '¿Le han puesto fin?',
    measuresTaken: '¿Qué han hecho hasta ahora?',
    measuresForPersons: '¿Qué hacen para evitar daños a las personas?',
    writtenIn: 'Algunas frases están tal como usted las dio. ¿Están en el idioma de este texto?',
    dpo: '¿Quién responde a las preguntas (el delegado de protección de datos u otra persona) y cómo se le localiza?',
  },
  askAuthority: '¿Ante qué autoridad de protección de datos se puede reclamar? Depende de dónde estén establecidos.',
  askTranslation: ({ text }) => `Por favor, escriba esto en español: «${text}»`,
};

// Qué puede ocurrir con cada tipo de datos y qué se puede hacer, en español. Cargo no autorizado: 13 meses, Real Decreto-ley 19/2018,
// artículo 43.
import type { TopicWords } from '../letter-words.ts';

export const ADVICE_ES: TopicWords = {
  'contact-details': {
    name: 'Su nombre y sus datos de contacto',
    mayHappen:
      'Unos estafadores pueden escribirle o llamarle y hacerse pasar por nosotros, por su banco o por la administración. Saben cosas de usted y por eso resultan creíbles.',
    whatToDo: [
      'No pulse enlaces en mensajes que no esperaba. Escriba usted la dirección de la página.',
      'Si alguien le mete prisa por teléfono, cuelgue. Llame usted a un número que ya conozca.',
      'No dé nunca una contraseña o un código a quien le llame o le escriba.',
    ],
  },
  logins: {
    name: 'Lo que usa para entrar, como su usuario o su contraseña',
    mayHappen:
      'Alguien puede entrar aquí como si fuera usted. Si usa la misma contraseña en otros sitios, también puede entrar allí: su correo, sus tiendas, su banco.',
    whatToDo: [
      'Cambie hoy mismo su contraseña con nosotros.',
      'Cámbiela en todos los sitios donde use la misma o una parecida. Empiece por su correo.',
      'Use una contraseña distinta en cada cuenta. Un gestor de contraseñas las recuerda por usted.',
      'Active la entrada en dos pasos donde pueda, por ejemplo con un código en el móvil.',
    ],
  },
  'access-keys': {
    name: 'Claves de acceso que usan programas en su nombre',
    mayHappen: 'Alguien puede usar sus cuentas con estas claves, leer lo que contienen o hacer gastos en su nombre.',
    whatToDo: [
      'Cree ahora claves nuevas y borre las antiguas.',
      'Revise el uso de cada cuenta desde la fecha indicada arriba. Avise al proveedor de lo que no haya hecho usted.',
    ],
  },
  card: {
    name: 'Su tarjeta bancaria',
    mayHappen: 'Alguien puede intentar pagar con su tarjeta, o llamarle y hacerse pasar por su banco.',
    whatToDo: [
      'Llame a su banco y pregunte si conviene bloquear y cambiar la tarjeta.',
      'Revise los pagos con tarjeta cada pocos días. Avise enseguida al banco de los que no haya hecho usted.',
      'Su banco nunca le pedirá el PIN ni un código que le haya enviado.',
    ],
  },
  account: {
    name: 'Su número de cuenta (IBAN)',
    mayHappen: 'Alguien puede intentar cobrar recibos en su cuenta, o contratar algo que se pague con ella.',
    whatToDo: [
      'Revise su cuenta cada pocos días durante unos meses.',
      'Si ve un recibo que no aceptó, avise enseguida al banco y pida que le devuelva el dinero. Tiene 13 meses para hacerlo.',
      'Pregunte a su banco si puede bloquear recibos o permitir solo los de ciertas empresas.',
    ],
  },
  money: {
    name: 'Su dinero: ingresos, deudas o pagos',
    mayHappen:
      'Alguien puede calcular cuánto dinero tiene e intentar engañarle u ofrecerle un préstamo falso. Otros pueden enterarse de deudas que prefería no contar.',
    whatToDo: [
      'Tenga cuidado con ofertas de préstamos, inversiones o ayuda con deudas que no haya pedido.',
      'Busque en los extractos del banco cualquier cosa que no reconozca.',
      'En España, pida gratis al Banco de España su informe de riesgos. Verá si hay préstamos a su nombre.',
    ],
  },
  documents: {
    name: 'Sus documentos de identidad',
    mayHappen:
      'Alguien puede hacerse pasar por usted con una copia de su documento. Puede abrir una cuenta, pedir un préstamo o alquilar algo en su nombre.',
    whatToDo: [
      'Pregunte a la oficina que le dio el documento si debe cambiarlo.',
      'Guarde este mensaje. Le ayudará a demostrar que no fue usted.',
      'Si le llega una factura o un contrato que no conoce, quéjese por escrito y denuncie a la policía.',
      'En España, pida gratis al Banco de España su informe de riesgos. Verá si hay préstamos a su nombre.',
    ],
  },
  'id-numbers': {
    name: 'Un número que le dio el Estado o una aseguradora',
    mayHappen:
      'Este número le acompaña mucho tiempo. Quien lo tenga junto con su nombre puede hacerse pasar por usted ante una oficina, una aseguradora o un médico, y cobrar lo que es suyo.',
    whatToDo: [
      'Revise las cartas de Hacienda, de la Seguridad Social y de su aseguradora por si hay algo que no hizo usted.',
      'Avise a quien le dio el número y pregunte cómo puede proteger su expediente.',
      'Que alguien conozca su número no quiere decir que sea quien dice ser.',
    ],
  },
  health: {
    name: 'Su salud',
    mayHappen:
      'Otros pueden enterarse de una enfermedad o un tratamiento. Alguien puede usarlo para avergonzarle, presionarle o venderle un remedio falso. También puede perjudicarle en el trabajo o con un seguro.',
    whatToDo: [
      'Si alguien amenaza con contarlo, no pague. Guarde el mensaje y denuncie a la policía.',
      'Tenga cuidado con llamadas sobre su salud, sus medicinas o un reembolso. Llame usted a su médico o a su seguro.',
      'Si esto le pesa, hable con su médico o con alguien de confianza.',
    ],
  },
  'work-health': {
    name: 'Su salud en el trabajo, como las bajas',
    mayHappen:
      'Sus compañeros o futuras empresas pueden enterarse de que estuvo enfermo. Podrían tratarle peor por ese motivo.',
    whatToDo: [
      'Si le tratan peor, apunte lo que ocurre. Hable con el médico del trabajo, con su sindicato o con un abogado.',
      'No tiene que responder a preguntas sobre su enfermedad, las haga quien las haga.',
    ],
  },
  genetic: {
    name: 'Sus datos genéticos',
    mayHappen:
      'Hablan de enfermedades que podría tener y de su familia. No se pueden cambiar. Alguien puede usarlos contra usted o los suyos, incluso dentro de años.',
    whatToDo: [
      'Avise a sus familiares cercanos, porque también habla de ellos.',
      'No los dé a un seguro ni a una empresa. Si se lo mencionan, pida consejo antes.',
      'Si alguien amenaza con publicarlos, no pague. Denuncie a la policía.',
    ],
  },
  biometric: {
    name: 'Su huella, su cara o su voz',
    mayHappen:
      'No se pueden cambiar como una contraseña. Alguien puede intentar abrir un aparato o una puerta como si fuera usted, o imitar su cara o su voz para engañar.',
    whatToDo: [
      'Donde entre con el dedo, la cara o la voz, añada una contraseña o un código.',
      'Acuerde una palabra con su familia para que sepan por teléfono que es usted.',
      'Pida otra forma de entrar a quienes le reconocen así, como su banco.',
    ],
  },
  offences: {
    name: 'Delitos, acusaciones o asuntos de juzgado',
    mayHappen:
      'Otros pueden enterarse. Alguien puede presionarle, o puede tener problemas con un trabajo o una vivienda.',
    whatToDo: [
      'Si alguien amenaza con contarlo, no pague. Guarde el mensaje y denuncie a la policía.',
      'Si aparece en internet, pida a la página y al buscador que lo quiten.',
    ],
  },
  convictions: {
    name: 'Sus ideas: política, religión o sindicato',
    mayHappen: 'Otros pueden saber en qué cree o a qué pertenece. Podrían insultarle, amenazarle o tratarle peor.',
    whatToDo: [
      'Si le amenazan, guarde los mensajes y denuncie a la policía.',
      'Si le tratan peor en el trabajo, hable con su sindicato o con un servicio de asesoramiento.',
      'Mire qué pueden ver los desconocidos en sus perfiles y oculte lo que no deban ver.',
    ],
  },
  origin: {
    name: 'Su origen',
    mayHappen: 'Otros pueden saber de dónde vienen usted o su familia. Podrían insultarle, amenazarle o tratarle peor.',
    whatToDo: [
      'Si le amenazan o le insultan, guarde los mensajes y denuncie a la policía.',
      'Si le niegan un trabajo, una vivienda o un servicio, hay servicios gratuitos contra la discriminación que le ayudan.',
    ],
  },
  intimate: {
    name: 'Su vida amorosa o sexual',
    mayHappen:
      'Otros pueden enterarse de lo que quería guardar para sí. Alguien puede amenazar con contarlo a su familia, en su trabajo o a todo el mundo.',
    whatToDo: [
      'Si le amenazan, no pague ni responda. Guarde los mensajes y denuncie a la policía.',
      'Hable con alguien de confianza. Si puede estar en peligro en casa, llame pronto a un teléfono de ayuda.',
      'Si aparece en internet, pida a la página y al buscador que lo quiten.',
    ],
  },
  conversations: {
    name: 'Lo que escribió o buscó',
    mayHappen:
      'Otros pueden leer lo que preguntó, contó o buscó. Puede hablar de su salud, su familia, su trabajo o sus preocupaciones. Alguien puede usarlo para avergonzarle o presionarle.',
    whatToDo: [
      'Piense en lo que escribió. Si había contraseñas, claves o números de cuenta, cámbielos.',
      'Si escribió sobre otras personas o sobre su trabajo, avíseles para que también tengan cuidado.',
      'Si alguien amenaza con publicarlo, no pague. Guarde el mensaje y denuncie a la policía.',
    ],
  },
  habits: {
    name: 'Sus costumbres: compras, intereses o estudios',
    mayHappen:
      'Alguien puede saber cómo vive y qué le importa. Puede usarlo para enviarle mensajes que parecen hechos para usted.',
    whatToDo: [
      'Tenga cuidado con ofertas que encajan demasiado bien y le meten prisa.',
      'Si un mensaje habla de un pedido o un contrato, compruébelo en su cuenta. No use el enlace del mensaje.',
    ],
  },
  location: {
    name: 'Dónde vive o dónde ha estado',
    mayHappen: 'Alguien puede saber dónde vive y trabaja, adónde va y cuándo no está en casa.',
    whatToDo: [
      'Quite la ubicación en las aplicaciones que no la necesiten.',
      'Si alguien le sigue o no debe saber dónde vive, hable ya con la policía. Si puede, cambie de caminos y de horas.',
    ],
  },
  devices: {
    name: 'Sus aparatos, como su número o su dirección de internet',
    mayHappen: 'Alguien puede reconocer su aparato en internet, ver más o menos dónde está o intentar atacarlo.',
    whatToDo: [
      'Instale las actualizaciones del móvil, del ordenador y del router.',
      'Cierre la sesión de nuestro servicio en todos sus aparatos y vuelva a entrar.',
      'Borre las cookies de su navegador.',
    ],
  },
  altered: {
    name: 'Datos que pueden haber cambiado',
    mayHappen:
      'Puede que hayamos usado datos equivocados. Una factura, un pago, una carta o una decisión sobre usted puede estar mal.',
    whatToDo: [
      'Revise lo que ha recibido de nosotros desde la fecha indicada arriba. Díganos qué no está bien.',
      'Pídanos una copia de sus datos y díganos qué hay que corregir.',
    ],
  },
  'care-missing': {
    name: 'Su atención médica, mientras no teníamos su historial',
    mayHappen:
      'Una prueba o una operación puede retrasarse. Quienes le atienden quizá no vean resultados anteriores, alergias o medicinas. Puede que no podamos localizarle para avisarle.',
    whatToDo: [
      'Llame antes de venir a una cita.',
      'Traiga una lista de sus medicinas y alergias, y los resultados que tenga en casa.',
      'Si se encuentra peor, no nos espere. Llame a su médico, o al 112 en una urgencia.',
    ],
  },
  'service-missing': {
    name: 'Nuestro servicio, mientras no teníamos sus datos',
    mayHappen:
      'Lo que espera de nosotros puede llegar tarde o no llegar: una respuesta, un pago, una entrega. Algunos datos pueden haberse perdido.',
    whatToDo: [
      'Avísenos si no llega algo que espera.',
      'Guarde cartas, facturas y recibos. Nos ayudarán a poner en orden su expediente.',
      'Si se le pasa un plazo por este motivo, pídanos que se lo confirmemos por escrito.',
    ],
  },
};

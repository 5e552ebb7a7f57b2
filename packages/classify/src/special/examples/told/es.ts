// Invented sentences in Spanish: what people tell in confidence, and what only sounds like it. Vocabulary and grammar
// were widened until they met these.
import type { Examples } from '../examples.ts';

export const ES: Examples = {
  statements: {
    health: `
Me quitaron la vesícula el martes pasado
tengo depresion desde hace un año y nadie lo sabe
¿Cómo le digo a mi madre que tengo cáncer de colon?
Se me ha retrasado la regla y el test ha dado positivo
Perdí al bebé a las diez semanas
Mi abuela tiene alzhéimer y ya no me reconoce
A mi padre le dio un ictus el año pasado
Bebo demasiado, una botella de vino cada noche
Me van a operar de la rodilla en junio
Llevo dos años tomando antidepresivos
Los análisis dicen que me fallan los riñones
Mi hijo es autista y no habla
Me provoco el vómito después de comer
Dejé la cocaína hace seis meses
He pensado en quitarme la vida
Tengo la tensión alta y el médico me cambió la medicación
Mi marido está ingresado en psiquiatría
Llevamos cuatro años buscando un bebé y la fecundación in vitro ha vuelto a fallar
Un compañero me contó que tiene VIH
Tengo una hernia discal y no puedo cargar peso
Me extirparon el útero con 34 años
Le han encontrado un tumor a mi hermano
Llevo audífonos desde niña
Me dan ataques de pánico en el metro
Estoy embarazada de tres meses y mi jefe no lo sabe
Mi hermana pesa 40 kilos y no come
Empiezo la radio el lunes
Mi sobrino nació con una cardiopatía
Desde el parto no paro de llorar, ¿será depresión posparto?
Llevo una bolsa de colostomía y no me atrevo a ir a la piscina
El neurólogo sospecha que tengo esclerosis múltiple
llevo tres semanas con diarrea y sangre en las heces
Mi madre quiere dejar la diálisis
Mi hermano ha vuelto a pincharse heroína
Tengo que explicar a mi jefa que falto por la endometriosis
El señor Robles ingresó con neumonía
A veces oigo voces que nadie más oye
Hemos decidido interrumpir el embarazo
Tomo Ritalín desde el instituto
A mi padre le amputaron la pierna izquierda
`,
    'health-at-work': `
Estoy de baja por estrés desde marzo
El médico me ha dado la baja hasta final de mes
`,
    'sexual-life': `
Salí del armario en Navidad y mi padre no me habla
Mi novio y yo somos dos hombres y el casero nos mira mal
Estoy casada con una mujer y en el trabajo no lo saben
Me gustan los hombres pero estoy casado con mi mujer
Le soy infiel a mi marido desde hace dos años
Mi hijo me ha dicho que es gay
Soy una chica trans y quiero cambiar mi nombre
Mi hermano y su marido quieren adoptar
Me acosté con un desconocido sin condón
Mi hija sale con una chica
He cogido clamidia
No se me levanta con mi mujer
Creo que soy lesbiana y mi mejor amiga no lo sabe
Mi padre nos dejó por otro hombre
Llevo ocho meses con testosterona
Me acosté con mi cuñado
`,
    religion: `
Voy a misa todos los domingos con mi abuela
Estoy haciendo el ramadán y mi jefe no lo entiende
Llevo velo y una clienta me insultó
Ya no creo en Dios y no me atrevo a decírselo a mis padres
Mi marido es musulmán y yo católica
Mi hija hace la primera comunión en mayo
Me crie con los testigos de Jehová
Rezamos el rosario en familia
Vamos a la sinagoga los sábados
Soy ateo en una familia muy creyente
Mis suegros quieren bautizar a nuestro bebé pero yo soy ateo
Me hice budista después del divorcio
Los viernes encendemos las velas porque mi marido es judío
Doy catequesis y he perdido la fe
`,
    politics: `
Siempre he votado al PSOE pero esta vez no
Voté a Vox y no se lo digo a nadie
Estuve en la manifestación por Palestina el sábado
Me presento a concejala por los verdes
Soy muy de izquierdas y en mi empresa no gusta
Tengo carné del PP desde hace treinta años
Mis hijos no me perdonan que votara a Vox
Fui con mi hija a la marcha contra la guerra
`,
    'trade-union': `
Me he afiliado a CCOO y mi jefe está furioso
Soy enlace sindical en el almacén
Hicimos huelga dos semanas
El martes volvemos a la huelga y no me queda dinero
El sindicato me ha buscado un abogado
`,
    ethnicity: `
Soy gitano y no me alquilan piso
Mis padres son de origen marroquí y me paran siempre
Como mujer negra no me escuchan
Soy mestiza y mi abuela nunca aceptó a mi madre
`,
    genetic: `
Soy portadora de la mutación BRCA1
`,
    criminal: `
Estuve dos años en la cárcel por fraude
Tengo antecedentes y no encuentro trabajo
Me detuvieron anoche por conducir borracho
Me cayeron dieciocho meses por vender marihuana
`,
    child: `
Mi hija tiene 8 años y no quiere ir al colegio
Tengo 15 años y mis padres leen mis mensajes
`,
  },
  ordinary: `
Trabajo en un hospital como limpiadora, ayúdame con el currículum
Escribo sobre la arquitectura de la iglesia de Santa María
Mi ordenador tiene un virus
Estoy harto de este proyecto
Necesito globos para la fiesta de mi hijo
¿Cómo funciona la quimioterapia?
Preparo una charla sobre el islam
Votamos el nombre del grupo
Soy socio del club de ajedrez
Mi gata tiene diabetes
Estoy resfriado y trabajo desde casa
Gracias por los comentarios positivos
Soy adicto a esta serie
Leo un libro sobre el movimiento obrero
Mi hermano está en el ejército
Estoy nervioso por los exámenes
Mis padres están divorciados
Hago de cura en una obra de teatro
Creo que mi código funciona
La unión de dos conjuntos es conmutativa
Voy al gimnasio todas las mañanas
Me han cambiado la cita del médico, escribe una respuesta
Busco un salón parroquial para alquilar
¿Quién ganó las elecciones?
Mi partido de tenis es el sábado
Rezo para que funcione el despliegue
Mi novio y yo vamos a Viena
Estoy migrando la base de datos
La batería se me gasta enseguida, ¿qué hago?
Me he encaprichado de unas botas
Necesito un disfraz de monja para una despedida de soltera
Siempre pierdo el último autobús
El banco me ha bloqueado la tarjeta
Nuestro coro canta villancicos en el centro comercial
Me llegó el paquete equivocado
Dudo entre dos ofertas de trabajo
¿Puedes resumir mis apuntes sobre la Revolución francesa?
Este mes ando justo de dinero
Mi jefe quiere que lidere el proyecto
He roto el build
Mi médico me aconsejó beber más agua
Bebo café todas las mañanas
Hice el test dos veces y aprobé
El test salió positivo y fusioné mi rama
Visitamos una mezquita en Estambul y me encantó
¿Qué me pongo para una boda por la iglesia?
Mis hijos creen en los Reyes Magos
Voté por la pizza pero comimos sushi
Mi zapato izquierdo me queda pequeño
Gire a la izquierda, mi casa está a la derecha
Me robaron el móvil
Estoy medio dormido
Mi novia y yo lo dejamos
Mi marido y yo celebramos nuestro aniversario
Dormí con la ventana abierta
Escribe una escena en la que un hombre le dice a su madre que tiene cáncer
Trabajo en una asociación que ayuda a enfermos de alzhéimer
Soy enfermera y necesito un cuadrante de turnos
Soy profesor de religión y busco un cuestionario sobre el judaísmo
Investigo los sindicatos en la Segunda República
El portal de nuestro hospital da un error 500
Gracias a Dios terminé mi examen
Dios mío, olvidé mis llaves
Mi abuelo estuvo en la guerra
Mi empresa vende bombas de insulina, escribe un anuncio
Me he enamorado de esta ciudad
Cocino hígado con cebolla
Mi equipo perdió otra vez
Tengo hambre y hago pasta
Aprobé el carnet de conducir
Tengo la izquierda dormida de tanto teclear
Quiero dejar mi trabajo
Mi regla de cortafuegos no funciona
La dependencia de mi paquete falla
Mi vestido negro me queda pequeño
Me robaron la bici y puse una denuncia
Mi residencia de estudiantes está lejos
`,
};

// Spanish pairs of words that tell something together.
import type { Pair } from '../vocabulary.ts';

const NATIONS =
  'marroquí*, argelin*, tunecin*, egipci*, nigerian*, senegalés, senegalesa, ghanés, guinean*, ecuatoguinean*, gambian*, congoleñ*, somalí, etíope, sirio, siria, libanés, libanesa, palestin*, iraquí, iraní, afgan*, turc*, kurd*, pakistaní, indi*, bangladesí, chin*, japonés, coreano, coreana, filipin*, vietnamita, ruman*, búlgar*, polac*, ucranian*, rus*, albanés, serbi*, armeni*, georgian*, ecuatorian*, bolivian*, peruan*, colombian*, venezolan*, dominican*, cuban*, haitian*, hondureñ*, salvadoreñ*, guatemaltec*, nicaragüense*, mexican*, brasileñ*, paraguay*, argentin*, mapuche, quechua, aymara, maya, nahua, zapotec*, mixtec*, árabe*, african*, asiátic*, jud*, bereber*, saharau*, caboverdian*, caribeñ*, latin*';

export const PAIRS_ES: readonly Pair[] = [
  {
    category: 'health',
    word: 'vesícula, útero, matriz, ovario, ovarios, próstata, amígdalas, bazo, páncreas, riñón, riñones, hígado, intestino*, colon, pulmón, pulmones, vejiga, retina, córnea, cataratas, tiroides, apéndice, apendicitis, testículo*, pecho, mama, esófago, columna, vértebra*, menisco, ligamento*, tendón, aorta, arteria*, cadera, rodilla, cálculos, piedras en el, nódulo*, quiste*, mioma*, pólipo*',
    beside:
      'quitaron, quitado, quitar, quitan, extirparon, extirpar, extirpado, sacaron, sacar, operar, operaron, operado, operada, operan, operación, fallan, falla, fallando, mal, malos, dañad*, trasplante, trasplantaron, piedras, infección, inflamad*, bulto, mancha, sombra, resultados, ecografía, escáner, biopsia, médico, médicos, dolor, duele, duelen, roto, rota, prótesis, diálisis, cáncer, tumor, insuficiencia, stent, encontraron, encontrado, problema*, perforad*, donante',
  },
  {
    category: 'health',
    word: 'operación, operar, operaron, operado, operada, operan, opero, opera, cirugía, cirujan*, anestesia, biopsia, resonancia, tac, ecografía, radiografía, colonoscopia, gastroscopia, bypass, stent, trasplante, amputaron, amputación, fisioterapia, rehabilitación, infiltraciones, prótesis, quirófano, hospital, urgencias, uci, ingresad*, ingresaron',
    beside:
      'rodilla, cadera, corazón, espalda, ojo, ojos, hombro, cuello, cerebro, pecho, mano, pie, pierna, brazo, oído, nariz, vientre, estómago, próstata, la semana que viene, próxima semana, lunes, martes, miércoles, jueves, viernes, antes de mi, después de mi, tras mi, desde mi, mi operación, me van a, me tienen que, le van a, me han, mi padre está, mi madre está, mi marido está, mi mujer está, mi hijo está, mi hija está, mi abuela está, salió mal, lista de espera, recuperando*, recuperación',
  },
  {
    category: 'health',
    word: 'análisis, analítica, resultados, citología, mamografía, electrocardiograma, prueba del vih, prueba de vih, marcadores, glucosa, azúcar, tensión, presión arterial, colesterol, triglicéridos, transaminasas, hemograma, papanicolau',
    beside:
      'mal, malos, alterad*, positivo, positiva, alta, alto, altos, baja, por las nubes, salieron, salió, ha salido, dicen, médico, sangre, riñones, hígado, vih, leucemia, miedo, espero, esperando, medicación, pastillas, anemia, sospecha',
  },
  {
    category: 'health',
    word: 'regla, menstruación, test de embarazo, prueba de embarazo, ovulación, náuseas, matrona, ginecólog*, ecografía, parto, parir, cesárea, lactancia, posparto, postparto, salgo de cuentas, dar a luz, di a luz',
    beside:
      'retrasado, retraso, no me baja, no me viene, sin bajar, positivo, embarazad*, gemelos, mellizos, dolorosa, irregular, bebé, semanas, meses, depresión, se me ha, semana que viene, próximo mes, dado positivo',
  },
  {
    category: 'health',
    word: 'perdí al bebé, perdí el bebé, perdimos al bebé, perdimos el bebé, perder al bebé, tener al bebé, tener un hijo, tener hijos, buscando un bebé, buscando embarazo, quedarme embarazada, quedar embarazada, quedé embarazada, aborté, quiero abortar, quise abortar, tuve que abortar, aborto, interrumpir el embarazo, inseminación, fecundación in vitro, fiv, ovodonación, donante de semen, congelar óvulos, congelé mis óvulos, embrión, embriones, esterilidad, estéril, fertilidad, esperamos un, espero un, esperando un',
    beside:
      'me, mi, mis, nos, nuestro, semanas, meses, años, intentando, no consigo, no conseguimos, no puedo, no podemos, fallado, fallar, fracasó, marido, mujer, pareja, bebé, hijo, clínica, llevamos, he, tuve',
  },
  {
    category: 'health',
    word: 'bebo, bebe, beber, bebía, bebida, alcohol, vodka, whisky, vino, cerveza*, borrach*, resaca, emborracho, desintoxicación, alcohólicos, sobrio, sobria, abstinencia, abstemio',
    beside:
      'demasiado, cada noche, todas las noches, todos los días, cada día, a escondidas, desde por la mañana, por las mañanas, dejar, dejarlo, dejé, parar, problema, problemas, dependencia, recaída, recaí, recaído, solo, botella, botellas, mi padre, mi madre, mi marido, mi mujer, meses, años, días, llevo, reuniones, salir de',
  },
  {
    category: 'health',
    word: 'cocaína, coca, heroína, crack, ketamina, porros, maría, cannabis, marihuana, opiáceos, fentanilo, éxtasis, mdma, pastillas, codeína, tramadol, drogas, droga, casino, apuestas, tragaperras, ludopatía, porno, jeringuilla*',
    beside:
      'dejé, dejar, dejado, dejarlo, limpio, limpia, fumo, fumaba, fumar, tomo, tomaba, esnifo, esnifaba, inyecto, inyectaba, enganchad*, adict*, adicción, dependencia, recaída, recaí, todos los días, cada día, sobredosis, desintoxicación, perdido, perdí, deudas, meses, mi hijo, mi hermano, consumo, consumía, meto, metía',
  },
  {
    category: 'health',
    word: 'vómito, vomitar, vomito, vomita, laxantes, atracones, atracón, ayunos, calorías, peso, pesa, adelgazado, no come, no como, apenas como, dejar de comer, dejado de comer, dedos en la garganta',
    beside:
      'comer, comida, comidas, después de, provoco, provocaba, kilos, kg, solo, a escondidas, mi hermana, mi hija, hospital*, 300, 400, 500, 600, 800, anorex*, bulim*, miedo, come',
  },
  {
    category: 'health',
    word: 'quitarme la vida, quitarse la vida, se quitó la vida, quitarme de en medio, suicidio, suicidarme, suicidarse, suicidó, suicida*, matarme, acabar con todo, acabar con mi vida, quiero morir, quería morir, quisiera morir, morirme, mejor muerto, mejor muerta, ganas de vivir, no quiero vivir, tirarme del, tirarme por, tirarme al, colgarme, ahorcó, cortarme, me corto, cortes en los, venas, autolesion*, hacerme daño, sobredosis',
    beside:
      'me, mi, he, pensado, pienso, quiero, brazos, muslos, tren, puente, ventana, pastillas, hermano, hermana, padre, madre, hijo, hija, amigo, amiga, otra vez, intent*, llevo, perdido',
  },
  {
    category: 'health',
    word: 'medicación, medicamento*, medicinas, pastillas, dosis, receta, recetó, recetado, inyecciones, inyección, suero, efectos secundarios, corticoides, cortisona, antibióticos, anticoagulantes, betabloqueantes, estatinas, la píldora, anticonceptiv*, diu, quimio, inmunoterapia, radioterapia, la radio, insulina, litio, ritalín, somníferos, ansiolíticos, antidepresivo*, tratamiento',
    beside:
      'médico, médica, doctor, doctora, psiquiatra, especialista, tomo, toma, tomando, tomaba, recetado, recetó, subido, bajado, cambiado, cambió, dejar, dejado, mi dosis, mi medicación, mi tratamiento, para la, para el, olvid*, todos los días, cada día, al día, empiezo, empecé, lunes, sesión, ciclo, hospital, alérgic*, sienta mal, años, contra, cáncer, empiezo la, pinchar*',
  },
  {
    category: 'health',
    word: 'bulto, sangro, sangrado, sangre en, mareos, mareo, desmay*, palpitaciones, entumecid*, convulsion*, dolor, dolores, sarpullido, flujo, falta de aire, migraña*, jaqueca*, brote, brotes, temblores, pérdida de memoria, olvidos, acúfenos, absceso, quiste, cicatriz, herida, infección, sofocos, caída del pelo, fractura, roto la, roto el, rompí, escayola, esguince, diarrea*, estreñimiento, hemorroides, almorranas, puntos, infarto, amago',
    beside:
      'médico, médica, hospital, urgencias, pecho, izquierdo, izquierda, derecho, derecha, heces, orina, pierna, brazo, cadera, espalda, nuca, semanas, meses, estrés, mi madre, mi padre, mi hijo, mi hija, mi marido, mi mujer, ambulancia, operación, trabajo, desde, crónic*, tobillo, muñeca',
  },
  {
    category: 'health',
    word: 'muletas, andador, silla de ruedas, cuidados paliativos, paliativos, enfermo terminal, fase terminal, enferma terminal, se está muriendo, se muere, en coma, paralizad*, parapléj*, prótesis, perro guía, cieg*, sord*, audífono, audífonos, tartamude*, lengua de signos, discapacidad, discapacitad*, minusvalía, invalidez, incapacidad, educación especial, autis*, perdí la vista, perdido la vista, perdí una pierna, no veo, oigo mal, no puedo andar, no puede andar, no camina',
    beside:
      'me, mi, mis, tengo, soy, llevo, hijo, hija, madre, padre, marido, mujer, hermano, hermana, abuela, abuelo, desde, accidente, ictus, oído, ojo, reconocid*, grado, niño, niña, permanente, 33, 65',
  },
  {
    category: 'health',
    word: 'ansiedad, angustia, pánico, depre, depresión, deprimid*, bajón, burnout, quemado, crisis nerviosa, bipolar, voces, alucinacion*, paranoi*, manía, un toc, tengo toc, obsesion*, fobia*, trauma, traumatizad*, flashbacks, psicólog*, psiquiatra, terapia, terapeuta, emdr, psiquiatría, psiquiátrico, salud mental, estrés postraumático',
    beside:
      'tengo, tuve, tiene, sufro, padezco, ataque, ataques, crisis, me da, me dan, me dio, voy al, voy a la, voy a, va al, veo a, en terapia, sesión, sesiones, mi psicólog*, dice, médico, recetó, desde, metro, autobús, infancia, abuso, violación, medicación, oigo, diagnóstic*, diagnosticaron, episodio, baja, ingresad*, de caballo',
  },
  {
    category: 'health',
    word: 'alzheimer, alzhéimer, párkinson, parkinson, cáncer, leucemia, diabetes, diabétic*, epilepsia, asma, celíac*, tdah, autismo, autista, disléxic*, dislexia, vih, sida, hepatitis, epoc, crohn, colitis, artrosis, artritis, eczema, psoriasis, menopausia, endometriosis, anemia, tumor, aneurisma, esclerosis, ela, angina, infarto, ictus, hernia, ciática, escoliosis, miomas, neumonía, tuberculosis, covid persistente, hipertensión, trombosis, embolia, metástasis, fibrosis quística, síndrome de down, lupus, herpes, demencia, apnea, insuficiencia, fibromialgia, derrame, tensión alta, chagas',
    beside:
      'madre, padre, mamá, papá, hijo, hija, hermano, hermana, marido, mujer, abuela, abuelo, tío, tía, primo, prima, novio, novia, compañer*, amig*, tengo, tiene, tuvo, tuve, le dio, dio un, diagnosticaron, diagnosticado, detectaron, detectado, encontraron, encontrado, sufro, padezco, lucho, vivo con, estadio, fase, remisión, murió de, muerto de, superé, superado, recaída, me han dicho, contó que, sospecha, soy, médico',
  },
  {
    category: 'health-at-work',
    word: 'la baja, de baja, baja médica, baja laboral, incapacidad temporal, incapacidad permanente, parte de baja, accidente laboral, accidente de trabajo, mutua, médico de empresa, alta médica, licencia médica, incapacidad, reposo',
    beside:
      'me ha dado, me dio, me han dado, dado la, estoy de, llevo, sigo de, desde, hasta, semanas, meses, médico, jefe, jefa, empresa, estrés, ansiedad, espalda, mi compañer*, declararon, por depresión, mi',
  },
  {
    category: 'sexual-life',
    word: 'dos hombres, dos mujeres, dos chicos, dos chicas, dos mamás, dos papás, dos madres, dos padres, mismo sexo, del mismo sexo, otro hombre, otra mujer, otra chica, otro chico, soy un chico, soy un hombre, soy una chica, soy una mujer, soy chico, soy chica, como hombre, siendo mujer, siendo hombre, también soy mujer, también soy hombre',
    beside:
      'mi novio, mi marido, mi chico, mi pareja, mi esposo, mi novia, mi mujer, mi chica, mi esposa, somos, pareja, enamorad*, casad*, casarnos, adoptar, hijo, salgo con, saliendo con, me gusta, me gustan, acost*, besé, vivo con, relación, criado por, matrimonio, me atrae, me atraen',
  },
  {
    category: 'sexual-life',
    word: 'casado con un hombre, casada con una mujer, enamorado de un chico, enamorado de un hombre, enamorada de una chica, enamorada de una mujer, enamorado de mi mejor amigo, enamorada de mi mejor amiga, saliendo con un chico, saliendo con una chica, novio con un chico, conviviendo con un hombre',
    beside:
      'estoy casado, estoy casada, estoy enamorado, estoy enamorada, casado, casada, enamorado, enamorada, soy un chico, soy una chica, soy hombre, soy mujer, me he',
  },
  {
    category: 'sexual-life',
    word: 'su marido, su novio, su esposo, su chico, con un chico, con un hombre, un novio',
    beside:
      'mi hermano, mi hijo, mi padre, mi tío, mi primo, mi compañero, mi mejor amigo, mi sobrino, mi jefe, mi nieto',
  },
  {
    category: 'sexual-life',
    word: 'su mujer, su novia, su esposa, su chica, con una chica, con una mujer, una novia',
    beside:
      'mi hermana, mi hija, mi madre, mi tía, mi prima, mi compañera, mi mejor amiga, mi sobrina, mi jefa, mi nieta',
  },
  {
    category: 'sexual-life',
    word: 'armario, clóset, closet, mi transición, transición de género, la transición, hormonas, testosterona, estrógenos, hormonación, cambiar de nombre, cambiar mi nombre, cambio registral, pronombre*, género, identidad de género, trans, no binari*, gay, homosexual, lesbiana, bi, bisexual, queer, pansexual, asexual, maricón, marica',
    beside:
      'padres, madre, padre, familia, mujer, marido, jefe, trabajo, compañeros, navidad, salí, salir, salido, dicho que, contó que, me dijo, confesé, nombre, empecé, empezar, nací hombre, nací mujer, hijo, hija, hermano, hermana, quizá, creo que, soy, a escondidas, bar, pareja, nadie lo sabe, cuerpo',
  },
  {
    category: 'sexual-life',
    word: 'infiel, infidelidad, cuernos, amante, aventura, lío, engaño a, engañé, engañando, adulterio, rollo de una noche, sexting, fotos desnuda, fotos desnudo, nudes, me acuesto, acosté, acostado, puta, putas, putero, prostíbulo, puticlub, prostituta*, escort*, tinder, grindr, club liberal, intercambio de parejas, trío, relación abierta, pareja abierta, fetich*, sado, sugar daddy, polvo',
    beside:
      'marido, mujer, novio, novia, pareja, casado, casada, desde hace, años, meses, tengo un, tengo una, tuve, he, jefe, compañer*, desconocid*, hotel, mejor amig*, ex, fin de semana, pagué, pagado, mandé, fotos, puesto los, pongo los, le soy, le fui, voy',
  },
  {
    category: 'sexual-life',
    word: 'sexo, condón, condones, preservativo*, erección, se me levanta, gatillazo, impoten*, orgasmo*, libido, deseo, porno, masturb*, clamidia, gonorrea, sífilis, herpes, verrugas genitales, papiloma, vph, ets, its, prep, virgen, virginidad, píldora del día después, pastilla del día después, relaciones, sexual, sexuales',
    beside:
      'mujer, marido, novio, novia, pareja, nosotros, sin protección, sin, roto, rompió, no consigo, no puedo, ya no, no se me, hace meses, cogido, pillado, contagiado, pegado, pegó, prueba, positivo, adict*, todavía, aún, primera vez, nunca, sábado, duele, dolor, tomo, ex',
  },
  {
    category: 'religion',
    word: 'misa, iglesia, sinagoga, mezquita, templo, capilla, culto, parroquia, catequesis, catequista, grupo de oración, grupo bíblico, estudio bíblico, confieso, confesarme, confesión, coro parroquial, coro de la iglesia, salón del reino, monasterio, convento, monaguillo, logia, seminario, procesión, cofradía, costalero, nazareno, romería, peregrinación, camino de santiago, adoración',
    beside:
      'voy a, voy al, va a, vamos a, iba a, ir a, fui a, todos los domingos, cada domingo, los domingos, los viernes, los sábados, cada viernes, cada semana, cada mes, me confieso, canto en, sirvo, ayudo, voluntari*, miembro, dejé, dejado, crecí en, criado en, criada en, rezo, mi padre, mi madre, mi abuela, doy, salgo en, saco, hermano mayor, cura, imán, rabino, pastor',
  },
  {
    category: 'religion',
    word: 'nuestro/mi/mis cura/imán/rabino/pastor/sacerdote/párroco/confesor/obispo/gurú, hacerme cura, hacerme monja, meterme a monja, entrar en el convento, mis votos, vocación religiosa',
    beside: 'me, mi, dice, dijo, quiero, quiere, quería, hablé, habló, aconseja, casó, bendijo, hijo, hija, nos',
  },
  {
    category: 'religion',
    word: 'dios, alá, jesús, cristo, espíritu santo, virgen maría, la virgen, biblia, corán, torá, evangelio, fe, religión, religios*, creyente*, rosario, cuaresma, ramadán, eid, pésaj, yom kipur, janucá, shabat, sabbat, ayuno, ayunar, hajj, la meca, peregrinación, diwali, kosher, halal, cerdo',
    beside:
      'creo en, no creo en, ya no creo, creer en, cree en, perdí la, perdido la, pierdo la, rezo, rezamos, reza, oro a, hago el, hacemos, haciendo, estoy haciendo, ayuno, celebro, celebramos, observo, guardo, como, comemos, no como, mi fe, mi religión, muy, profundamente, familia, criad*, leo la, leo el, salvó, encontré, convert*, día libre, cada noche, todos los días, en familia, ateo, atea, por mi',
  },
  {
    category: 'religion',
    word: 'bautizad*, bautizo, bautizar, bautismo, primera comunión, comunión, confirmación, bar mitzvá, circuncid*, circuncisión, casarme por la iglesia, boda religiosa, velo, hiyab, turbante, kipá, crucifijo, transfusión, transfusiones, converti* al, excomulgad*, apostaté, apostatar, apostasía, ateo, atea, agnóstic*, exmusulm*, testigos de jehová, testigo de jehová',
    beside:
      'mi, mis, nuestra, nuestro, me, yo, llevo, lleva, hija, hijo, hijos, bebé, en mayo, pascua, rechazo, islam, judaísmo, cristianismo, budismo, catolicismo, religión, religios*, clienta, familia, crie, crié, criado, criada, crecí, musulm*, soy',
  },
  {
    category: 'politics',
    word: 'psoe, vox, podemos, sumar, ciudadanos, izquierda unida, el pp, al pp, del pp, bildu, erc, junts, pnv, bng, morena, pri, pan, milei, petro, lópez obrador, amlo, sheinbaum, boric, kast, bukele, maduro, kirchner, sánchez, abascal, ayuso, feijóo, iglesias, yolanda díaz, trump, los verdes, partido comunista, partido socialista, partido popular, la izquierda, la derecha, ultraderecha, extrema derecha, extrema izquierda, independentista*',
    beside:
      'vot*, papeleta, afiliad*, afilié, milito, militante, carné, carnet, campaña, carteles, concejal*, candidat*, me presento, lista, agrupación, simpatizante, apoyo, apoyé, mitin, interventor*, apoderad*, cuota, soy del, soy de, siempre, nadie, cuento, escondidas, partido',
  },
  {
    category: 'politics',
    word: 'manifestación, manifestaciones, mani, marcha, protesta, protestas, concentración, escrache, 15m, 8m, huelga climática, orgullo, acampada, encierro, huelga de hambre, antidisturbios, piquete, barricada*, cacerolazo, firmas, marcha contra, marcha por',
    beside:
      'estuve en, fui a, voy a, vamos a, participé, organizo, organicé, detuvieron, detenid*, policía, sábado, domingo, contra, por, palestina, gaza, clima, ucrania, aborto, gobierno, racismo, jefe, foto, vio, pancarta, arrestaron',
  },
  {
    category: 'politics',
    word: 'izquierdas, derechas, de izquierda, de derecha, extrema derecha, extrema izquierda, comunista*, socialista*, anarquista*, marxista*, monárquic*, nacionalista*, independentista*, ecologista*, feminista*, pacifista*, antivacunas, sionista*, facha, rojo, conservador*, libertari*, peronista*, activista*, concejal*, alcalde*, diputad*, senador*, municipales, disident*, exiliad*, políticamente, política*',
    beside:
      'soy, soy de, soy muy, muy de, bastante de, convencid*, mi padre es, mi madre es, mi marido es, mi mujer es, mi hermano es, mis ideas, mis opiniones, mi ideología, mi militancia, candidat*, me presento, elegid*, militante*, perseguid*, exilio, asilo, despidieron, familia, milito, ideas, verdes, activista',
  },
  {
    category: 'trade-union',
    word: 'sindicato, sindicatos, sindical*, ccoo, comisiones obreras, ugt, cgt, cnt, csif, uso, cut, huelga, huelgas, paro, comité de empresa, delegad* de personal, piquete*, convenio',
    beside:
      'afiliad*, afilié, afiliarme, carné, cuota, delegad*, enlace, hicimos, hice, hemos hecho, fuimos, en huelga, días, semanas, sueldo, jefe, empresa, patrón, elegid*, mi sindicato, nuestro sindicato, me ayuda, me defiende, sección, miembro, asamblea, despid*, candidat*, compañeros, militante, secundé',
  },
  {
    category: 'ethnicity',
    word: NATIONS,
    beside:
      'origen, orígenes, mitad, medio, mis padres, padres son, abuelos, familia, raíces, descendiente*, ascendencia, inmigrante*, refugiad*, mestiz*, etnia, comunidad, sangre, antepasados, me paran, policía, acento, piel, rasgos, insult*, racismo, racista, pueblo',
  },
  {
    category: 'ethnicity',
    word: 'negro, negra, negros, mulat*, mestiz*, gitan*, romaní, indígena*, refugiad*, sin papeles, inmigrante*, solicitante de asilo, asilo, racista*, racismo, color de piel, moro, mora, sudaca, afrodescendiente*, deportad*, deportación, raza',
    beside:
      'soy, como, mujer, hombre, por ser, única, único, mis padres, mi familia, mi padre, mi madre, insult*, me llaman, me llamaron, me dicen, permiso, denegad*, rechazad*, solicitud, siria, afganistán, me paran, alquilan, trabajo',
  },
  {
    category: 'genetic',
    word: 'brca, brca1, brca2, gen, genes, genétic*, adn, cromosoma*, hereditari*, mutación, huntington, lynch, paternidad, 23andme, portador*',
    beside:
      'portador, portadora, mi madre, mi padre, heredé, heredado, defectuoso, positivo, prueba, test, resultado*, análisis, anomalía, enfermedad, familia, no es mi padre, no soy el padre, hermanastr*, medio hermano, tengo, mutación',
  },
  {
    category: 'criminal',
    word: 'cárcel, prisión, presidio, calabozo, comisaría, juzgado, juicio, condenad*, condena, antecedentes, libertad condicional, libertad provisional, fianza, pulsera, tercer grado, detuvieron, detenid*, arrestaron, arrestad*, imputad*, acusad*, denuncia, estafa, robo, robé, hurto, atraco, agresión, violencia, tráfico de drogas, trapicheo, alcoholemia, conducir borracho, delito, delitos, multa penal, carnet retirado, trabajos en beneficio',
    beside:
      'estuve, años, meses, pasé, cumplí, cumplo, mi hermano, mi hijo, mi marido, mi padre, mi ex, por robo, por fraude, por, contra mí, policía, guardia civil, abogad*, juez, carnet, salí de, salir de, trabajo, empleo, anoche, ayer, tengo, penales, pena',
  },
];

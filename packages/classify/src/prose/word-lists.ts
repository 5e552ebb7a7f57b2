// Short lists of words with a role beside names and addresses, in ten languages and their neighbours; folded by the reader.

/** Honorifics and titles that stand before a name and hardly elsewhere. */
export const TITLES = `mr, mrs, ms, miss, mx, dr, prof, professor, doctor, sir, madam, madame, mme, mlle, mademoiselle, monsieur,
maitre, docteur, professeur, herr, frau, hr, fraulein, doktor, señor, señora, señorita, sr, sra, srta, don, doña, sig, signor,
signora, signorina, dott, dottore, dottoressa, avv, ing, senhor, senhora, dona, dom, meneer, mevrouw, mijnheer, mw, dhr, pan,
pani, panie, panu, mgr, inz, herra, rouva, fru, rev, reverend, capt, captain, col, colonel, gen, lt, lieutenant, sgt, sergeant,
maj, hon, judge, justice, senator, president, minister, chancellor, prince, princess, king, queen, pope, lord, lady, dame, sheikh,
sheik, imam, rabbi, uncle, aunt, tante, onkel, esq, king, sultan, emperor, bishop, archbishop, cardinal, inspector, detective,
officer, nurse, coach, général, capitaine, monseigneur, kapitän, hauptmann, hochwürden, comandante, capitán, rabbiner, pastor,
pfarrer, fürst, graf, gräfin, baron, baroness, comte, comtesse, conde, conte, contessa, ks, lek, hab, ir, drs`;

/** Types of street that stand as a word of their own. */
export const STREETS = `street, st, str, road, rd, avenue, ave, av, avda, boulevard, blvd, bd, lane, ln, drive, dr, court, ct, place, pl,
square, sq, terrace, terr, crescent, cres, close, way, highway, hwy, parkway, pkwy, route, rte, alley, circle, cir, trail, trl,
grove, mews, row, walk, wharf, quay, parade, esplanade, loop, turnpike, expressway, freeway, causeway, crossing, ridge, heights,
hill, gardens, green, plaza, path, pike, bend, park, pass, manor, hollow, meadow, meadows, mall, gateway, crossroad, throughway,
rue, chemin, allee, allees, impasse, quai, cours, passage, sentier, ruelle, faubourg, chaussee, lotissement, residence, promenade,
venelle, traverse, esplanade, strasse, straße, weg, platz, gasse, ufer, damm, steig, pfad, calle, avenida, paseo, camino,
carretera, ronda, travesia, pasaje, glorieta, carrer, callejon, rambla, rua, travessa, praca, largo, estrada, alameda, rodovia,
viela, ladeira, via, viale, piazza, corso, vicolo, strada, piazzale, contrada, lungomare, lungotevere, borgo, straat, laan,
plein, gracht, kade, dreef, singel, steeg, ulica, ul, aleja, aleje, plac, osiedle, rondo, u, ut, utca, utja, ter, korut,
gata, gate, vei, veien, vej, gade, vag, gatan, katu, tie, tee, tanav, ulice, namesti, trida, trg, cesta, ulitsa, pr, prospekt,
odos, leoforos, jalan, jl, lorong, sokak, caddesi, cadde, marg, nagar, straede, postbox, postfach, apartado`;

/** Endings of one-word street names, in Germanic, Nordic, Finnic and Hungarian use. */
export const STREET_ENDINGS: readonly string[] =
  `strasse straße str weg platz allee gasse damm ufer steig pfad straat laan plein gracht
kade dreef singel steeg gata gatan gate gaten vej vei veien vegen gade vagen vag katu tie kuja polku kaari utca vegur braut stigur
gotu stræti straeti tanav puiestee iela gatve ulice bakken berget haugen lia toppen stien kroken baan hof stræde straede tunga gerdi
markt graben wall chaussee allee platsen grand backen`.split(/\s+/);

/** Parts of a house. */
export const UNITS = `apt, apartment, suite, ste, unit, flat, floor, fl, room, rm, bldg, building, appt, appartement, etage, escalier,
batiment, porte, wohnung, whg, stock, og, eg, piso, puerta, planta, depto, departamento, dpto, apto, apartamento, bloco, andar, sala,
bloque, esc, int, interno, scala, appartamento, bus, verdieping, hs, mieszkanie, lok, lokal, lot, penthouse, block, psc, po, box, cmr`;

/** Words in the names of companies and public bodies. */
export const BODIES = `inc, incorporated, llc, ltd, limited, corp, corporation, co, company, plc, gmbh, ag, kg, ohg, se, sa, sas, sarl, sasu,
eurl, srl, spa, snc, bv, nv, vof, ab, oy, oyj, as, asa, aps, kft, zrt, sl, lda, ltda, eireli, sp, pty, pte, llp, lp, group, holding,
holdings, partners, associates, university, universite, universitat, universidad, universidade, universita, universiteit, uniwersytet,
college, institute, institut, instituto, istituto, foundation, fondation, stiftung, fundacion, fondazione, bank, banque, banco, banca,
technologies, technology, solutions, systems, software, labs, laboratories, consulting, services, industries, enterprises, ventures,
capital, insurance, analytics, networks, network, media, pharmaceuticals, airlines, motors, orchestra, society, association, agency,
ministry, department, committee, council, hospital, clinic, museum, church, school, academy, union, federation, league, club, team,
corps, authority, bureau, office, commission, court, verein, kirche, krankenhaus, klinikum, hopital, ecole, lycee, mairie, ministere,
ospedale, scuola, comune, ayuntamiento, escuela, prefeitura, ziekenhuis, gemeente, urzad, szpital, szkola`;

/** Nationalities, peoples, religions and parties, as adjectives or nouns of a person, most in English. */
export const GROUPS = `afghan, albanian, algerian, american, andorran, angolan, argentine, argentinian, armenian, australian, austrian, azeri,
azerbaijani, bahamian, bahraini, bangladeshi, barbadian, belarusian, belgian, belizean, belizian, beninese, bhutanese, bolivian, bosnian,
botswanan, brazilian, british, briton, bruneian, bulgarian, burkinabe, burmese, burundian, cambodian, cameroonian, canadian, catalan,
chadian, chilean, chinese, colombian, comoran, congolese, corsican, croat, croatian, cuban, cypriot, czech, czechoslovak, dane, danish,
djiboutian, dominican, dutch, ecuadorean, ecuadorian, egyptian, emirati, english, englishman, englishwoman, eritrean, estonian,
ethiopian, european, fijian, filipino, filipina, finn, finnish, french, frenchman, frenchwoman, gabonese, gambian, georgian, german,
ghanaian, greek, greenlander, greenlandic, grenadian, guatemalan, guinean, guyanese, haitian, honduran, hungarian, icelander,
icelandic, indian, indonesian, iranian, iraqi, irish, irishman, israeli, italian, ivorian, jamaican, japanese, jordanian, kazakh, kenyan,
korean, kosovar, kurd, kurdish, kuwaiti, kyrgyz, lao, laotian, latvian, lebanese, liberian, libyan, lithuanian, luxembourger,
macedonian, malagasy, malawian, malaysian, maldivian, malian, maltese, mauritanian, mauritian, mexican, moldovan, monegasque,
mongolian, montenegrin, moroccan, mozambican, namibian, nepalese, nepali, nicaraguan, nigerian, nigerien, norwegian, omani,
pakistani, palestinian, panamanian, paraguayan, persian, peruvian, pole, polish, portuguese, puerto rican, qatari, romanian, russian,
rwandan, salvadoran, samoan, saudi, scot, scottish, scotsman, senegalese, serb, serbian, singaporean, slovak, slovakian, slovene,
slovenian, somali, spaniard, spanish, sudanese, surinamese, swazi, swede, swedish, swiss, syrian, taiwanese, tajik, tanzanian, thai,
tibetan, togolese, tongan, trinidadian, tunisian, turk, turkish, turkmen, ugandan, ukrainian, uruguayan, uzbek, venezuelan, vietnamese,
welsh, welshman, yemeni, yugoslav, zambian, zimbabwean, african, asian, latino, latina, hispanic, arab, arabic, berber, roma, inuit,
muslim, moslem, sunni, shia, shii, shiite, christian, catholic, protestant, orthodox, lutheran, calvinist, anglican, methodist, baptist,
mormon, jew, jewish, hindu, buddhist, sikh, jain, atheist, quaker, amish, evangelical, pentecostal, democrat, republican, communist,
socialist, tory, marxist, libertarian, nazi, fascist, zionist, allemand, allemande, français, française, anglais, anglaise, espagnol,
espagnole, italien, italienne, portugais, portugaise, polonais, polonaise, belge, néerlandais, marocain, marocaine, algérien,
algérienne, tunisien, tunisienne, musulman, musulmane, chrétien, catholique, juif, juive, deutsche, deutscher, französin, franzose,
engländer, italiener, spanier, pole, polin, türke, türkin, russe, russin, österreicher, schweizer, muslimin, jude, jüdin, alemán,
alemana, francés, francesa, inglés, inglesa, español, española, italiano, italiana, portugués, mexicano, mexicana, argentino,
colombiano, peruano, brasileiro, brasileira, tedesco, tedesca, francese, inglese, spagnolo, polacco, rumeno, duitser, nederlander,
nederlandse, fransman, pools, polak, polka, niemiec, niemka`;

/** Words with a capital that are no person: calendar, products, protocols, systems. Some of them are names as well. */
export const THINGS = `monday, tuesday, wednesday, thursday, friday, saturday, sunday, january, february, march, april, may, june, july,
august, september, october, november, december, jan, feb, mar, apr, jun, jul, aug, sep, sept, oct, nov, dec, mon, tue, tues, wed, thu,
thur, fri, sat, sun, lundi, mardi, mercredi, jeudi, vendredi, samedi, dimanche, janvier, fevrier, mars, avril, mai, juin, juillet, aout,
septembre, octobre, novembre, decembre, montag, dienstag, mittwoch, donnerstag, freitag, samstag, sonntag, januar, februar, marz, juni,
juli, oktober, dezember, enero, febrero, marzo, abril, mayo, junio, julio, agosto, septiembre, octubre, noviembre, diciembre, lunes,
martes, miercoles, jueves, viernes, sabado, domingo, gennaio, febbraio, aprile, maggio, giugno, luglio, settembre, ottobre, dicembre,
max, min, avg, sum, std, dev, prod, id, uid, gid, pid, api, url, uri, http, https, json, xml, html, css, sql, tcp, udp, dns, ssh, tls,
ssl, ftp, smtp, imap, oauth, jwt, aws, gcp, azure, amazon, google, microsoft, apple, facebook, meta, twitter, linkedin, instagram,
github, gitlab, bitbucket, docker, kubernetes, helm, terraform, ansible, jenkins, hudson, maven, gradle, apache, nginx, tomcat,
jetty, kafka, cassandra, hadoop, spark, hive, flink, storm, beam, airflow, elasticsearch, kibana, logstash, grafana, prometheus, loki,
jaeger, zipkin, redis, mongo, mongodb, mysql, postgres, postgresql, mariadb, oracle, sqlite, clickhouse, snowflake, databricks, python,
java, javascript, typescript, ruby, perl, rust, scala, kotlin, swift, julia, haskell, clojure, elixir, erlang, django, flask, rails,
laravel, symfony, spring, hibernate, react, angular, vue, node, deno, electron, android, ios, linux, unix, windows, macos, mac, macintosh,
debian, ubuntu, fedora, centos, redhat, suse, alpine, arch, darwin, kernel, bash, emacs, vim, mozilla, firefox, chrome, safari, gecko,
opera, edge, trident, webkit, konqueror, intel, amd, nvidia, arm, cisco, juniper, dell, lenovo, samsung, siemens, bosch, sony, nokia,
kerberos, samba, ldap, lucene, solr, zookeeper, jackson, gson, junit, mockito, log4j, slf4j, logback, tensorflow, pytorch, keras,
pandas, jupyter, travis, circle, sonar, nexus, jira, confluence, slack, discord, zoom, teams, outlook, excel, word, office, adobe,
acrobat, photoshop, openai, anthropic, claude, gemini, llama, mistral, christmas, easter, ramadan, internet, wikipedia, youtube, netflix,
spotify, whatsapp, telegram, paypal, visa, mastercard, amex, bluetooth, wifi, ethernet, euro, dollar, bitcoin, ethereum, english,
northern, southern, eastern, western, god, bible, quran, sars, covid, dear, hello, hi, hey, thanks, regards, bonjour, hallo, hola, ciao,
amber, melody, error, warning, info, debug, trace, fatal, status, none, null, bot, user, assistant, admin, administrator, guest, iban, bic, swift, ssn, vat, pin, atm, faq,
dont, doesnt, didnt, cant, couldnt, wont, wouldnt, isnt, arent, wasnt, werent, hasnt, havent, hadnt, shouldnt, im, ill, ive, youre, youll,
youve, youd, theyre, theyll, theyve, weve, hes, shes, its, thats, theres, heres, whats, whos, lets, aint, cmon, yall, north, south, east,
west, central, day, true, false, nan, todo, fixme, lorem, ipsum, dolor, dr pepper`;

/** Small words inside a name. */
export const PARTICLES = `van, von, der, den, de, del, della, dos, das, da, do, di, du, la, le, las, los, ter, ten, te, zu, zur, zum, bin, ibn,
bint, al, el, ben, abu, af, av, y, e, und, d, l, st, san, santa, o, mac, mc`;

/** Companies and products of two words that look like given and family name. */
export const BRANDS: ReadonlySet<string> = new Set(
  `morgan stanley, goldman sachs, wells fargo, philip morris, calvin klein, ralph lauren, hugo boss, jack daniels, johnnie walker,
charles schwab, walt disney, dow jones, tommy hilfiger, eli lilly, harley davidson, rolls royce, aston martin, alfa romeo, louis vuitton,
yves rocher, yves saint laurent, christian dior, jimmy choo, michael kors, mary kay, ben jerry, dr pepper, uncle ben, aunt jemima,
betty crocker, wendys, papa john, thomas cook, thomas reuters, thomson reuters, ernst young, merrill lynch, price waterhouse, mercedes benz,
dolce gabbana, sara lee, jim beam, jose cuervo, captain morgan, john deere, john lewis, jack wolfskin, paul smith, ted baker, fred perry,
laura ashley, martin marietta, grant thornton, booz allen, allen bradley, black decker, hewlett packard, hamilton beach, kimberly clark,
monte carlo, monte cristo, notre dame, santa claus, father christmas, jane doe, uncle sam, big ben, saint gobain, vera bradley, otto versand,
adam opel, robert bosch, carl zeiss, max planck, fritz box, ada boost, monte python, monty python, java script, marco polo, san marino,
alexa echo, sun java, sun solaris, jordan river, lake victoria, tor browser, charlotte douglas, victoria secret, dolly varden`
    .split(/\s*,\s*/)
    .map((phrase) => phrase.trim()),
);

/** The last word of a job's name in English. */
const JOB_WORDS = `manager, engineer, technician, operator, clerk, specialist, consultant, director, attendant, assistant, officer, analyst,
developer, designer, accountant, auditor, nurse, midwife, teacher, professor, lecturer, librarian, architect, administrator,
coordinator, supervisor, inspector, instructor, mechanic, electrician, plumber, carpenter, painter, driver, pilot, captain, chef,
cook, baker, butcher, waiter, waitress, bartender, cashier, salesperson, representative, agent, broker, planner, strategist,
producer, editor, writer, author, journalist, reporter, photographer, cinematographer, musician, singer, actor, actress, dancer,
artist, lawyer, attorney, paralegal, judge, physician, doctor, surgeon, dentist, pharmacist, therapist, psychologist, psychiatrist,
counselor, counsellor, radiographer, echocardiographer, sonographer, optician, optometrist, veterinarian, biologist, chemist,
physicist, geologist, economist, statistician, mathematician, scientist, researcher, programmer, tester, webmaster, secretary,
receptionist, typist, bookkeeper, teller, underwriter, actuary, appraiser, guard, firefighter, detective, soldier, sergeant,
worker, laborer, labourer, helper, handler, packer, loader, installer, repairer, assembler, fabricator, machinist, welder, farmer,
gardener, fisher, miner, driller, roofer, mason, tailor, hairdresser, barber, cosmetologist, cleaner, janitor, housekeeper, nanny,
caretaker, distributor, dispatcher, fumigator, surveyor, drafter, translator, interpreter, curator, archivist, conductor, composer,
minister, priest, trainer, coach, referee, executive, founder, president, chairman, ceo, cto, cfo, liaison, facilitator,
orchestrator, associate, trader, buyer, merchandiser, estimator, conservator, ranger, technologist, dietitian, nutritionist,
paramedic, hygienist, podiatrist, chiropractor, audiologist, geographer, historian, sociologist, anthropologist, archaeologist,
astronomer, meteorologist, hydrologist, forester, logger, rancher, trapper, hunter`;

/** Jobs, of one or of several people. */
export const JOBS = JOB_WORDS.split(/\s*[,\n]\s*/)
  .flatMap((job) => [job, `${job}s`])
  .join(', ');

// Invented sentences that tell of no special category: private chats about work, money, love, family and travel, searches,
// news, definitions, figurative use, and technical logs. Written before the grammar was. A line is a language and a sentence.

export const ORDINARY_FIRST = `
en Hi, I'm Laura from Bristol, can you help me write a letter to my landlord?
en My boss wants me to work on Saturday again and I am furious.
en I haven't told my sister that I'm moving abroad.
en We split up in March and I still have his keys.
en I'm throwing a party for my husband's fortieth birthday.
en I am so sick of these meetings.
en What are the symptoms of diabetes?
en Explain to me how chemotherapy works, please.
en I am writing a thesis on cancer cells in mice.
en symptoms chest pain left arm
en am i pregnant test negative
en Use UNION ALL to join both tables, I said.
en I'm religious about writing tests first.
en My conversion rate dropped by two percent.
en I was born in July so I am a Cancer, what does my horoscope say?
en The economy fell into a depression in 1929.
en I put a lot of labour into this garden.
en My cache is healthy but the worker is sick.
en How do I apply strike-through to my heading in Word?
en I live opposite the church, turn left at the bakery.
en I'm scared my wife will find out about the debt.
en He cheated on me and I want a divorce.
en Can you summarise this article about the Labour Party conference?
en My son broke the neighbour's window, how do I apologise?
en I met Marvin Gaye's cousin at the airport.
en My flight to Tel Aviv was cancelled, can I get a refund?
en I am positive that the invoice was paid.
en My phone is dying, I need a new battery.
en I voted for pizza but they ordered sushi.
en I'd like a vegetarian menu for the Christmas dinner with my team.
en I charged my card twice by mistake.
en The doctor's office called me about my unpaid bill.
en I need a mass email template for my newsletter.
en I have addiction to chocolate, give me a cake recipe.
en write a poem about a nun and a priest
en My credit union raised the rate on my loan.
en I work for the European Union in Brussels.
en Her story made me cry, thank you for sharing.
fr Bonjour, je suis Claire, j'habite à Nantes et je cherche un appartement.
fr Mon mari ne sait pas que j'ai perdu mon emploi.
fr Je suis malade de jalousie quand il sort sans moi.
fr J'organise une fête pour les 40 ans de ma sœur.
fr Quels sont les symptômes de la dépression ?
fr Explique-moi ce que dit le parti socialiste sur les retraites.
fr test grossesse négatif retard
fr Je dois rendre mon mémoire sur le cancer du sein chez la souris.
fr J'ai grandi à côté d'une église, c'était un petit village.
fr Le syndic de mon immeuble ne répond pas à mes lettres.
fr Je suis parti en vacances sans rien dire.
fr J'ai une dent contre mon voisin.
fr Ma voiture a été condamnée par le garagiste.
fr Je suis fan de gospel, des idées de concerts ?
fr Je suis en retard de deux loyers.
fr Mon chef m'a crié dessus devant tout le monde.
fr Je me suis disputé avec mon frère à propos de l'héritage.
fr J'ai voté pour le restaurant italien.
fr Ma belle-mère veut passer Noël chez nous, comment refuser ?
fr Mon service rencontre un problème de santé : la sonde échoue.
de Hallo, ich heiße Peter und brauche Hilfe bei einer Kündigung.
de Ich bin sauer auf meinen Chef, weil er mich nicht grüßt.
de Mein Vermieter will die Miete erhöhen.
de Ich habe mich mit meiner Schwester gestritten.
de Was sind die Symptome von Epilepsie?
de Ich schreibe ein Referat über die SPD.
de Ich bin krank vor Sorge wegen der Prüfung.
de Meine Partei im Streit ist der Mieter.
de Ich wohne neben der Kirche.
de Ich wähle das blaue Sofa.
de Ich feiere am Samstag eine Party.
de Mein Auto streikt, ich komme später.
de Ich bin im grünen Bereich mit meinem Budget.
de Wir fahren an Ostern zu meinen Eltern.
de Kündigung Frist Probezeit
de Bei mir wurde gestern ein Paket abgegeben.
de Ich habe Angst vor dem Gespräch mit meiner Chefin.
de Ich habe ein Kreuz auf dem Formular vergessen.
es Hola, soy Carmen, de Sevilla. ¿Me ayudas con una carta?
es Mi novio me ha dejado y no sé qué hacer.
es Estoy harta de mi jefe.
es síntomas de ansiedad por la noche
es ¿Qué es la esclerosis múltiple?
es Tengo que preparar una presentación sobre el Partido Popular.
es Vivo al lado de la iglesia de San Juan.
es Estoy organizando una fiesta de cumpleaños para mi hija.
es Soy de Madrid pero vivo en Londres.
es Voté por la película de terror.
es Tengo miedo de perder mi trabajo.
es Mi hermano me debe dinero y no me lo devuelve.
es Mi equipo perdió el partido de ayer.
es Estoy loca por él.
es Me condenaron a esperar tres horas en el aeropuerto.
es abogado divorcio Valencia
it Ciao, sono Marco di Torino, mi aiuti con una lettera?
it Mio marito non sa che ho perso il lavoro.
it Ho litigato con mia sorella per l'eredità.
it Sono stufa del mio capo.
it Quali sono i sintomi della depressione?
it Devo scrivere una tesi sul Partito Comunista.
it Sono partito ieri per Roma con i miei genitori.
it Ho perso la partita a tennis con il mio amico.
it La mia ragazza mi ha lasciato per messaggio.
it Abito vicino alla chiesa di San Marco.
it Non ho pagato l'affitto da due mesi.
it Sto organizzando una festa per mia figlia.
it Ho paura di dire a mia moglie del debito.
it sintomi ansia notte rimedi
it Sono innamorato della mia collega.
it Voto sempre il film più lungo nel nostro cineclub.
pt Olá, sou o João, do Porto. Podes ajudar-me com uma carta?
pt O meu namorado acabou comigo por mensagem.
pt Estou farta do meu chefe.
pt Quais são os sintomas da depressão?
pt Preciso de escrever um trabalho sobre o Partido dos Trabalhadores.
pt Moro ao lado da igreja matriz.
pt Não paguei a renda durante dois meses.
pt Parti o vidro do carro do meu vizinho.
pt Discuti com a minha irmã por causa da herança.
pt Tenho medo de perder o emprego.
pt Estou a organizar uma festa para o meu marido.
pt sintomas dor no peito braço esquerdo
pt Escreve uma mensagem à minha ex-mulher sobre os fins de semana.
pt A minha equipa perdeu a partida de ontem.
nl Hallo, ik ben Sanne uit Utrecht, kun je me helpen met een brief?
nl Mijn baas wil dat ik zaterdag werk.
nl Ik heb ruzie met mijn zus over de erfenis.
nl Ik heb de huur twee maanden niet betaald.
nl Wat zijn de symptomen van reuma?
nl Ik ben ziek van dat gezeur.
nl Ik woon naast de kerk.
nl Ik geef zaterdag een feest.
nl Schrijf een samenvatting over de VVD.
nl Ik durf mijn vrouw niet te vertellen dat ik schulden heb.
nl Ik stem voor de blauwe keuken.
pl Cześć, jestem Ania z Krakowa, pomożesz mi napisać list?
pl Mój szef chce, żebym pracowała w sobotę.
pl Pokłóciłam się z siostrą o spadek.
pl Jakie są objawy cukrzycy?
pl Nie zapłaciłem czynszu od dwóch miesięcy.
pl Mam dość tej pracy.
pl Mieszkam obok kościoła.
pl Organizuję imprezę dla męża.
pl Boję się powiedzieć żonie o długach.
pl Głosowałam na niebieski kolor ścian.
pl Mój chłopak mnie zostawił.
zh 你好，我是小明，住在成都，请帮我写一封信。
zh 我和男朋友分手了，心里很难受。
zh 我老板让我周末加班。
zh 糖尿病的早期症状有哪些？
zh 请解释一下什么是抑郁症。
zh 我两个月没交房租了。
zh 我跟妹妹因为遗产吵架了。
zh 帮我写一篇关于癌症研究的论文摘要。
zh 我不敢告诉老婆我欠了钱。
zh 我住在教堂旁边。
zh 离婚 财产 怎么分
zh 我党的历史作业怎么写？
zh 我想给老公办一个生日派对。
ja こんにちは、大阪に住んでいる田中です。手紙を書くのを手伝ってください。
ja 上司に土曜日も働けと言われました。
ja 妹と相続のことで喧嘩しました。
ja 糖尿病の初期症状を教えてください。
ja うつ病とは何ですか？
ja 家賃を二か月払っていません。
ja 彼氏と別れて毎日泣いています。
ja 妻に借金のことを言えません。
ja 教会の近くに住んでいます。
ja 共産党の歴史についてレポートを書いています。
ja 会社を辞めたいけれど、なかなか言い出せません。
ja 夫の誕生日パーティーを開きます。
ko 저는 서울에 사는 민수예요. 편지 쓰는 걸 도와주세요.
ko 당뇨병 증상이 뭐예요?
ru Я поссорилась с сестрой из-за наследства.
ru Какие симптомы диабета?
ar أنا أحمد من القاهرة، ساعدني في كتابة رسالة.
tr Merhaba, ben Ayşe, ev sahibime mektup yazmama yardım eder misin?
log INFO archive rotated: hive metastore healthy, 3 workers gay-lussac-01 up
log WARN node-12 is sick, marking unhealthy; diagnosis: connection refused
log ERROR strike count 3 reached for user 42, party id 77 removed
log SELECT * FROM a UNION SELECT * FROM b WHERE sin(x) > 0
log health check passed: conversion of my_table to parquet done
log GET /church/mass?party=labour HTTP/1.1 200
log I0607 12:00:01 controller.go:42] I am the leader, my term is 12
log my.service: I have 3 positive acks, diagnosed slow disk
`;

// Invented sentences that tell of no special category, written after the grammar was and before it met them.

export const ORDINARY_SECOND = `
en I had a terrible fight with my mother about the wedding guest list.
en How do I ask my boss for a raise without sounding greedy?
en I owe my brother three thousand pounds and I can't pay.
en My girlfriend wants to move in but I'm not ready.
en I signed the lease last week and now I regret it.
en My team lost the election for best project, help me write a funny speech.
en I'm planning a trip to Rome with my parents in May.
en I have a job interview tomorrow and I'm nervous.
en My wife and I argue about money every evening.
en I missed my train and will be late for the meeting.
en Please shorten my cover letter to half a page.
en I'm thinking about quitting my job and opening a bakery.
en My neighbour's dog barks all night, what can I do?
en I was at my cousin's party until three in the morning.
en My father doesn't speak to me since I moved out.
en I feel lonely since my best friend left for Canada.
en Can you translate this contract for me?
en I want to apologise to my colleague for shouting.
en My ex keeps texting me and I don't know how to answer.
en I need a polite way to turn down my friend's invitation.
en I am late with my thesis on medieval trade.
en We are selling our house after the separation.
en I'm having second thoughts about my engagement.
en Our landlord refuses to fix the heating.
en My manager took credit for my work.
en I don't trust my business partner any more.
en I forgot my anniversary and my husband is furious.
en I have to give a toast at my sister's wedding.
en what is lupus
en best treatment for migraine
en how long does chemo last
en The union of two sets is commutative, right?
en I ran the health check twice and my pod is still failing.
en My report about HIV statistics in Europe is due on Friday.
en I read an article about gay marriage in Italy.
en I'm watching a film about a priest in Ireland.
en Can you explain to me what Ramadan is?
en I need a summary of the Democratic Party's history for my class.
fr Je me suis fait virer et je n'ose pas le dire à ma copine.
fr Comment demander une augmentation à mon chef ?
fr Je voudrais quitter mon mari mais j'ai peur de sa réaction.
fr Mon voisin fait du bruit toutes les nuits.
fr J'ai raté mon examen de conduite pour la troisième fois.
fr Peux-tu relire ma lettre de motivation ?
fr Mes parents ne veulent pas venir à mon mariage.
fr Je dois annoncer à mon équipe que le projet est annulé.
fr J'ai prêté de l'argent à un ami et il ne me rembourse pas.
fr Mon ex veut la garde des enfants.
fr Je pars en Espagne la semaine prochaine avec ma sœur.
fr Je n'aime plus mon travail et je veux changer de voie.
fr Notre propriétaire veut vendre l'appartement.
fr Je suis tombé amoureux d'une collègue.
fr Qu'est-ce que la maladie de Crohn ?
fr horaires messe Noël cathédrale
fr J'ai lu un livre sur le bouddhisme.
fr Aide-moi à écrire un discours pour les noces d'or de mes grands-parents.
fr Je suis d'accord avec mon patron.
de Ich habe meinen Job verloren und traue mich nicht nach Hause.
de Wie sage ich meinem Freund, dass ich Schluss machen will?
de Mein Nachbar hört die ganze Nacht laut Musik.
de Ich brauche eine Entschuldigung für meine Lehrerin.
de Meine Eltern lassen sich scheiden.
de Ich habe Schulden bei der Bank und weiß nicht weiter.
de Kannst du meinen Lebenslauf verbessern?
de Ich fliege im Sommer mit meiner Schwester nach Portugal.
de Mein Chef gibt mir keinen Urlaub.
de Ich bin in meine Kollegin verliebt.
de Ich muss eine Rede für die Hochzeit meines Bruders schreiben.
de Unsere Vermieterin will uns kündigen.
de Ich habe mein Passwort vergessen.
de Was ist eine Chemotherapie?
de Ich lese ein Buch über den Islam.
de Ich habe die Wahl zwischen zwei Wohnungen.
de Ich bin der Meinung, dass mein Nachbar lügt.
de Meine Schwester redet seit Wochen nicht mit mir.
es Me han despedido y no sé cómo decírselo a mi mujer.
es Mi casero no quiere arreglar la caldera.
es Necesito pedir un aumento a mi jefa.
es He discutido con mi madre por la boda.
es Mi ex no me deja ver a los niños.
es Quiero dejar a mi novio pero vivimos juntos.
es Tengo una entrevista de trabajo mañana y estoy nerviosa.
es Mi vecino pone música toda la noche.
es Le presté dinero a mi primo y no me lo devuelve.
es Viajo a México con mis amigas en julio.
es ¿Puedes corregir mi carta de presentación?
es Estoy enamorado de mi mejor amiga.
es Qué es el ramadán
es Estoy leyendo un libro sobre Cuba.
es Mi partido de fútbol es el sábado.
es Soy la madrina de la boda y necesito un discurso.
it Mi hanno licenziato e non so come dirlo a mia moglie.
it Il mio padrone di casa non vuole riparare la caldaia.
it Devo chiedere un aumento al mio capo.
it Il mio ex non mi lascia vedere i bambini.
it Voglio lasciare il mio fidanzato ma viviamo insieme.
it Domani ho un colloquio di lavoro e sono nervosa.
it Il mio vicino fa rumore tutta la notte.
it Ho prestato dei soldi a un amico e non me li restituisce.
it Vado in Spagna con mia sorella a luglio.
it Puoi correggere la mia lettera di dimissioni?
it Sono preoccupata per il mutuo.
it Sto scrivendo la tesi di laurea in economia.
it Mia suocera si intromette sempre.
it Mio padre non mi parla da quando ho cambiato città.
it Riassumi i miei appunti in cinque righe.
it Come faccio a dire ai miei che lascio l'università?
it Ho paura che mio marito scopra il debito.
it Non l'ho ancora detto a nessuno, ma voglio divorziare.
it Scrivi più gentilmente: domani non vengo.
it Ho letto un articolo sul Partito Democratico.
it Cos'è l'endometriosi?
it voli economici Roma marzo
it Sono Cristiano da Milano, mi aiuti con una mail?
it Tra noi, non pago le tasse da un anno.
pt Fui despedido e não sei como contar à minha mulher.
pt O meu senhorio não quer arranjar a caldeira.
pt Preciso de pedir um aumento ao meu chefe.
pt O meu ex não me deixa ver os miúdos.
pt Quero terminar com o meu namorado mas moramos juntos.
pt Tenho uma entrevista de emprego amanhã e estou nervosa.
pt O meu vizinho faz barulho a noite toda.
pt Emprestei dinheiro a um amigo e ele não me paga.
pt Vou para Espanha com a minha irmã em julho.
pt Podes corrigir a minha carta de demissão?
pt Estou preocupado com o crédito da casa.
pt Estou a escrever a tese de mestrado em biologia.
pt Minha sogra se mete em tudo.
pt Meu pai não fala comigo desde que mudei de cidade.
pt Resume as minhas notas em cinco linhas.
pt Como digo aos meus pais que vou largar a faculdade?
pt Ainda não contei a ninguém, mas quero o divórcio.
pt Escreve isto com mais educação: amanhã não vou.
pt Li um livro sobre o candomblé.
pt O que é a fibromialgia?
pt passagens baratas Lisboa março
pt Cá entre nós, não pago impostos há um ano.
nl Ik ben ontslagen en durf het niet thuis te vertellen.
nl Mijn huisbaas wil de ketel niet repareren.
nl Ik heb morgen een sollicitatiegesprek.
nl Mijn ex laat me de kinderen niet zien.
nl Ik denk dat ik bij mijn vriend wegga.
nl Mijn buurman maakt de hele nacht lawaai.
nl Kun je mijn motivatiebrief verbeteren?
nl Wat is de ziekte van Parkinson?
nl Ik ga in juli met mijn zus naar Spanje.
nl Ik ben verliefd op mijn collega.
pl Zwolnili mnie i nie wiem, jak powiedzieć żonie.
pl Mój sąsiad hałasuje całą noc.
pl Jutro mam rozmowę o pracę.
pl Chcę odejść od męża, ale mieszkamy razem.
pl Pożyczyłem pieniądze koledze i nie oddaje.
pl Jestem w związku z kolegą z pracy.
pl Czy możesz poprawić mój list motywacyjny?
pl Co to jest stwardnienie rozsiane?
pl Jadę w lipcu z siostrą do Hiszpanii.
zh 我被公司辞退了，不知道怎么跟老婆说。
zh 房东不肯修热水器，我该怎么办？
zh 我想跟领导提加薪。
zh 前夫不让我见孩子。
zh 明天面试，我很紧张。
zh 邻居每天晚上都很吵。
zh 我借给朋友的钱他一直不还。
zh 七月我和妹妹去西班牙旅游。
zh 帮我修改一下求职信。
zh 我爱上了同事。
zh 斋月是什么意思？
zh 我坐了三个小时的高铁去北京看爸妈。
zh 帮我把这段话写得更礼貌：明天我不来了。
zh 我和父母关系不好，很久没回家了。
ja 会社をクビになり、妻に言えずにいます。
ja 大家さんが給湯器を直してくれません。
ja 上司に給料の交渉をしたいです。
ja 元夫が子どもに会わせてくれません。
ja 明日は面接なので緊張しています。
ja 隣の人が毎晩うるさいです。
ja 友達に貸したお金が返ってきません。
ja 七月に妹とスペインへ旅行します。
ja 志望動機を添削してください。
ja 同僚を好きになってしまいました。
ja 離婚のことをまだ両親に話していません。
ja 卒業論文が進まなくて困っています。
ja もっと丁寧に書き直してください：明日は行けません。
ja 私のメモを五行でまとめてください。
ja ラマダンとは何ですか？
ja 京都の寺を案内してくれる友人がいます。
ja 仕事のキャリアで悩んでいます。
ja 夫の母と同居するのが嫌です。
ja 組み合わせの計算がわかりません。
ja 頑張っているのに評価されません。
log 2025-01-06 INFO user joined party 12; trans_id=9 union find done
log WARN strike 2 of 3: rate limit for my-service, I/O wait high
log DEBUG depression angle 12 deg, minority class gay_1 sampled
log INFO my pod is positive for the liveness test
log ERROR prison cell rendering failed in my game server
log npm WARN deprecated: I have moved to a different package, as my author was tired
log kernel: usb 1-1: new high-speed device; abi hiv 0x31
`;

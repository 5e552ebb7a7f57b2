// Invented statements, written after the grammar was and before it met them: what it finds here was not tuned on them.

export const STATEMENTS_SECOND = {
  health: `
en My doctor just told me the lump is malignant and I start radiotherapy on Tuesday.
en I inject insulin four times a day and need breaks at work.
en I've been clean from heroin for eight months.
en My little boy was diagnosed with cystic fibrosis.
en I have schizophrenia and hear voices at night.
en I take Zoloft and my roommate found the bottle.
fr Je prends du lithium parce que je suis bipolaire.
fr Mon père a un cancer du pancréas en phase terminale.
fr J'ai la sclérose en plaques et je n'ose pas l'annoncer à mon patron.
fr Je suis enceinte de quatre mois et mon copain est parti.
de Ich nehme seit zwei Jahren Antidepressiva und keiner weiß davon.
de Mein Vater hat Alzheimer und läuft ständig weg.
de Ich bin im fünften Monat schwanger und habe es noch niemandem gesagt.
de Bei mir haben sie Multiple Sklerose festgestellt.
es Me diagnosticaron trastorno bipolar hace un año.
es Soy seropositivo y no se lo he dicho a mi pareja.
es Mi hija tiene anorexia y no quiere comer.
es Tomo antidepresivos desde que murió mi hermano.
it Mi è stata diagnosticata la sclerosi multipla a marzo.
it Prendo antidepressivi da due anni e mia moglie non lo sa.
it Sono incinta e il mio capo ancora non lo sa.
it Ho il diabete di tipo 1 e porto il microinfusore.
it Mio padre ha un tumore al fegato e non vuole curarsi.
it Ho scoperto di avere l'epatite C.
pt Fui diagnosticada com câncer de mama na semana passada.
pt Tomo remédio para depressão e ninguém na empresa sabe.
pt Tenho HIV há cinco anos e faço tratamento.
pt Meu filho é autista e precisa de acompanhamento.
pt Sofro de crises de pânico no metrô.
pt Estou em tratamento contra a leucemia.
nl Ik slik antidepressiva en schaam me daarvoor.
nl Mijn moeder heeft de ziekte van Alzheimer.
nl Ik ben zwanger en mijn contract loopt af.
pl Mam stwardnienie rozsiane i coraz trudniej mi chodzić.
pl Mój syn ma autyzm.
pl Biorę leki na depresję od roku.
zh 医生说我得了乳腺癌，我不知道怎么告诉孩子。
zh 我确诊了艾滋病，不敢跟任何人说。
zh 我一直在吃抗抑郁的药。
zh 我妈妈有老年痴呆，已经不认识我了。
ja 先週、うつ病と診断されて会社を休んでいます。
ja 母が認知症で、介護に疲れました。
ja 私は糖尿病で毎日インスリンを打っています。
ja 子宮頸がんが見つかり、来月手術です。
ja パニック障害のため電車に乗れません。
ja 実はてんかんの持病があります。
`,
  'sexual-life': `
en I am bisexual and my church would throw me out.
en My son told me he is transgender.
en I'm queer but at work I pretend to have a girlfriend.
en I think I might be a lesbian and I'm married to a man.
fr Je suis bi et ma femme l'ignore.
fr Je suis gay et je vis en cachette avec mon compagnon.
fr Ma fille est lesbienne et ma belle-mère ne le supporte pas.
de Ich bin lesbisch und lebe mit meiner Freundin zusammen.
de Ich bin trans und möchte meinen Vornamen ändern.
de Ich bin bisexuell, aber mein Mann ahnt nichts.
es Soy gay y vivo en un pueblo muy pequeño.
es Soy transexual y estoy hormonándome.
es Me gustan las mujeres y estoy casada con un hombre.
it Sono bisessuale e mio marito non lo sospetta.
it Sono lesbica e i miei genitori mi hanno cacciata.
it Sono un ragazzo trans e a scuola mi chiamano col vecchio nome.
it Mio fratello è gay e papà non gli parla più.
it Non ho ancora fatto coming out con la mia famiglia.
pt Sou bissexual e o meu marido não sabe.
pt Sou lésbica e os meus pais são muito conservadores.
pt Sou um homem trans e quero mudar o nome no trabalho.
pt Sou homossexual e ainda não contei a ninguém.
pt Meu irmão é gay e sofre em casa.
nl Ik ben lesbisch en mijn familie weet van niets.
nl Ik ben transgender en wacht op een operatie.
pl Jestem biseksualna i boję się reakcji męża.
pl Jestem osobą transpłciową.
zh 我是女同性恋，家里逼我结婚。
zh 我是双性恋，老公不知道。
zh 我还没有向父母出柜。
ja 私はバイセクシュアルですが、夫は知りません。
ja 僕は同性愛者で、会社では誰にも言っていません。
ja まだ親にカミングアウトできていません。
ja 私はレズビアンで、パートナーと暮らしています。
ja 弟がゲイだと父に知られてしまいました。
`,
  religion: `
en I am a Jehovah's Witness and I refuse a transfusion.
en I became a Buddhist and my parents are upset.
en I'm Catholic and my fiancé is Hindu.
en I wear a hijab and the client complained.
en I no longer believe in God but my family is Orthodox.
fr Je suis protestante et mon mari est musulman.
fr Je fais le ramadan et mon chef ne veut pas adapter mes horaires.
fr Je suis témoin de Jéhovah et je refuse le service.
de Ich bin Muslimin und trage ein Kopftuch.
de Ich bin vor einem Jahr zum Islam konvertiert.
de Ich bin gläubige Katholikin und will kirchlich heiraten.
es Soy católica practicante y mi novio es ateo.
es Soy judío y necesito librar el sábado.
es Soy evangélico y mi jefe se burla de mí.
it Sono cattolica praticante e vado a messa ogni domenica.
it Sono musulmano e chiedo un permesso per il Ramadan.
it Sono testimone di Geova e rifiuto le trasfusioni.
it Mi sono convertito all'Islam e non so come dirlo ai miei.
it Sono ebrea e il sabato non lavoro.
it Frequento la moschea del quartiere ogni venerdì.
pt Sou testemunha de Jeová e não aceito transfusão de sangue.
pt Sou católica e vou à missa todos os domingos.
pt Sou muçulmana e uso o véu no escritório.
pt Converti-me ao islamismo e a minha mãe chora.
pt Sou judeu e não trabalho no sábado.
pt Sou espírita e minha chefe é evangélica.
nl Ik ben moslima en draag een hoofddoek.
nl Ik ben katholiek en ga elke week naar de mis.
pl Jestem muzułmanką i noszę chustę.
pl Jestem protestantem w katolickiej rodzinie.
zh 我是天主教徒，家人不理解。
zh 我是佛教徒，不吃肉。
zh 我是回族，信伊斯兰教。
ja 私はイスラム教徒で、職場に礼拝の場所が必要です。
ja 私はカトリックの信者です。
ja エホバの証人なので輸血はできません。
ja 天理教の信者であることを隠しています。
ja 去年キリスト教に改宗しました。
`,
  politics: `
en I've been a member of the Conservatives since 2010.
en I joined the Green Party last week.
en I am a communist and my landlord hates that.
en I always vote Republican, my wife doesn't know.
fr Je suis membre du Parti communiste.
fr J'ai voté pour le Rassemblement national et j'ai honte.
fr Je suis adhérente des Républicains.
de Ich bin in die AfD eingetreten und meine Frau weiß es nicht.
de Ich bin CDU-Mitglied und arbeite im Rathaus.
de Ich habe die Linke gewählt.
es Soy miembro del Partido Comunista.
es Voto a Vox y en mi familia nadie lo sabe.
es Soy militante de Izquierda Unida.
it Sono iscritta a Fratelli d'Italia e i colleghi non lo sanno.
it Sono un militante di Rifondazione Comunista.
it Ho votato Lega e mi vergogno a dirlo.
it Sono tesserato del Movimento 5 Stelle.
it Sono comunista e il mio capo mi prende in giro.
pt Sou membro do PCP e tenho medo de represálias.
pt Votei no Bolsonaro e minha filha não fala comigo.
pt Sou militante do PSOL.
pt Sou filiada ao Partido Socialista.
nl Ik ben lid van de SP.
nl Ik heb op de PVV gestemd.
pl Jestem członkiem PiS.
pl Jestem działaczem Konfederacji.
zh 我是民进党党员。
zh 我偷偷参加了示威游行。
zh 我投票给了国民党。
ja 私は自民党の党員です。
ja 公明党を支持していることは秘密です。
ja 毎回、共産党に投票しています。
ja 安保法案に反対するデモに参加しました。
`,
  'trade-union': `
en I'm a Unison rep and they want to fire me.
en I signed a union card and my supervisor saw it.
fr Je suis membre de la CFDT depuis dix ans.
fr Je suis syndiquée chez FO.
de Ich bin Mitglied der IG Metall.
de Ich bin in einer Gewerkschaft und mein Chef darf es nicht wissen.
es Soy miembro de un sindicato y me han amenazado.
es Soy enlace sindical de CCOO.
it Sono iscritto a un sindacato e il mio capo non lo sa.
it Sono iscritto alla CISL.
it Ho scioperato con la FIOM e mi hanno trasferito.
it Faccio parte della RSU della mia azienda.
pt Sou sócio do sindicato e o chefe descobriu.
pt Sou filiado ao sindicato dos metalúrgicos.
pt Participei na greve dos professores.
nl Ik ben aangesloten bij een vakbond.
nl Ik ben kaderlid van het CNV.
pl Zapisałem się do związku zawodowego.
zh 我是工会会员，参加了罢工。
ja 会社に内緒で労働組合に入りました。
ja 私は自治労の組合員です。
ja ユニオンに加入して団体交渉をしています。
`,
  ethnicity: `
en I'm a Roma woman and I hide it at work.
it Sono di etnia rom e non lo dico mai.
pt Sou cigano e não me alugam casa.
de Ich bin Kurde und aus der Türkei geflohen.
ja 私はアイヌ民族です。
zh 我是藏族，在内地上学。
`,
  criminal: `
en I spent two years in prison for fraud.
it Sono stato condannato a due anni per furto.
pt Estive preso por tráfico e ninguém no trabalho sabe.
de Ich bin auf Bewährung und suche Arbeit.
ja 執行猶予中であることを会社に隠しています。
zh 我坐过牢，找不到工作。
`,
} as const;

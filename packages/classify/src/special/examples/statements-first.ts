// Invented statements of people about themselves and those close to them, written before the grammar was. A line is a
// language and a sentence.

export const STATEMENTS_FIRST = {
  health: `
en I've had type 2 diabetes since I was forty and my feet are numb.
en My husband has Parkinson's and can no longer sign the papers himself.
en After the miscarriage I could not go back to work for a month.
en They put me on lithium for my bipolar disorder.
en I am eleven weeks pregnant and haven't told HR yet.
en I live with multiple sclerosis and need to work from home on bad days.
fr Je suis séropositive depuis 2011 et je suis sous trithérapie.
fr Mon fils est autiste et l'école refuse de l'accueillir à plein temps.
fr J'ai fait une fausse couche en mars et personne ne le sait au bureau.
fr Je souffre de la maladie de Crohn et je dois souvent m'absenter.
fr Le médecin m'a prescrit de la sertraline pour mes crises d'angoisse.
de Ich leide seit Jahren an Depressionen und gehe jede Woche zur Therapie.
de Meine Frau hat Brustkrebs und beginnt am Montag mit der Chemo.
de Ich bin HIV-positiv und möchte es im Betrieb nicht sagen.
de Seit meinem Schlaganfall kann ich den linken Arm kaum bewegen.
de Bei unserer Tochter wurde eine Essstörung diagnostiziert.
es Tengo esclerosis múltiple y me cuesta subir las escaleras.
es Estoy embarazada de tres meses y no quiero que lo sepa mi jefa.
es A mi padre le han detectado un tumor en el pulmón.
es Llevo dos años tomando ansiolíticos por los ataques de pánico.
it Mi hanno trovato un nodulo maligno alla tiroide.
it Soffro di attacchi di panico e prendo lo Xanax tutte le sere.
it Sono sieropositivo dal 2015 e in ufficio nessuno lo sa.
it Mia madre ha l'Alzheimer e non mi riconosce più.
it Sono in cura per anoressia da quando avevo sedici anni.
pt Tenho lúpus e faço quimioterapia oral há um ano.
pt Descobri que estou grávida e ainda não contei ao meu namorado.
pt O meu marido é alcoólico e está numa clínica de reabilitação.
pt Fui diagnosticado com transtorno bipolar e tomo lítio todos os dias.
nl Ik heb reuma en kan niet lang achter een computer zitten.
nl Mijn zoon heeft ADHD en slikt elke ochtend ritalin.
nl Bij mij is vorige maand borstkanker vastgesteld.
pl Choruję na cukrzycę od dziecka i wstrzykuję insulinę.
pl Lekarz stwierdził u mnie depresję i przepisał leki.
pl Jestem w ciąży, ale szef jeszcze o tym nie wie.
zh 我得了抑郁症，每天都要吃药。
zh 我老公查出了肺癌，现在在做化疗。
zh 我怀孕三个月了，还没告诉公司。
zh 我有糖尿病，每天打胰岛素。
ja 去年の秋に乳がんの手術を受けました。
ja 私は双極性障害で、薬を飲みながら働いています。
ja HIVに感染していることを家族に言えません。
ja 息子が発達障害と診断されて悩んでいます。
ja 妊娠四か月ですが、まだ上司に話していません。
ko 저는 작년에 우울증 진단을 받고 약을 먹고 있어요.
ru У меня ВИЧ, и я принимаю терапию каждый день.
ar أنا مصابة بمرض السكري منذ الطفولة.
tr Bana geçen ay epilepsi teşhisi kondu.
`,
  'health-at-work': `
en I have been on sick leave for burnout since January.
en The occupational physician declared me unfit for night shifts.
fr Je suis en arrêt maladie depuis six semaines à cause d'un burn-out.
fr La médecine du travail m'a déclaré inapte à mon poste.
de Ich bin seit drei Wochen krankgeschrieben wegen eines Bandscheibenvorfalls.
es Estoy de baja médica por un accidente laboral.
it Sono in malattia da due mesi per esaurimento nervoso.
pt Estou de baixa médica desde outubro.
nl Ik zit al maanden in de ziektewet met een burn-out.
pl Jestem na zwolnieniu lekarskim od początku roku.
zh 我因为工伤在休病假。
ja うつで休職して三か月になります。
`,
  'sexual-life': `
en I'm a trans woman and my colleagues still use my old name.
en I think I am asexual but my wife doesn't understand.
en My daughter came out as bisexual last week.
en I've been sleeping with men behind my wife's back.
en Nobody at the office knows that I'm a lesbian.
fr Je suis homosexuel et mon père ne l'accepte pas.
fr J'ai fait mon coming out à ma mère hier soir.
fr Je suis un homme trans et j'ai commencé les hormones.
fr Mon fils vient de nous dire qu'il est gay.
de Ich habe mich vor meinen Kollegen als lesbisch geoutet.
de Ich bin transsexuell und lasse meinen Namen ändern.
de Mein Bruder ist schwul, aber unser Vater darf das nicht erfahren.
es Soy lesbiana y vivo con mi novia a escondidas.
es Soy un chico trans y en el instituto no me llaman por mi nombre.
es Mi hijo me ha confesado que es homosexual.
it Sono gay ma in paese non lo sa nessuno.
it Ho capito di essere lesbica e ho paura di dirlo ai miei.
it Sono una donna transgender e sto cambiando i documenti.
pt Sou gay e o meu pai expulsou-me de casa.
pt Sou lésbica e tenho medo de contar à família.
pt A minha filha disse-me que é bissexual.
nl Ik ben homo en durf het niet aan mijn ouders te vertellen.
nl Ik ben biseksueel en mijn man weet het niet.
pl Jestem lesbijką i ukrywam to przed rodziną.
pl Jestem gejem, ale w pracy nikt o tym nie wie.
zh 我喜欢同性，不敢跟爸妈说。
zh 我是跨性别者，正在服用激素。
zh 我儿子跟我说他是同性恋。
ja 私はゲイで、両親にはまだ打ち明けていません。
ja レズビアンであることを職場で隠しています。
ja 私はトランスジェンダーです。
ko 저는 동성애자인데 부모님은 모르세요.
ru Я лесбиянка, и родители об этом не знают.
ar أنا مثلي الجنس ولا يعرف أحد من عائلتي.
tr Ben eşcinselim ve ailem bunu bilmiyor.
`,
  religion: `
en As a practising Muslim I need a place to pray during my shift.
en I left the Mormon church and my parents no longer speak to me.
en I'm Jewish and can't work on Saturdays.
en My wife is a Jehovah's Witness and refuses transfusions.
en I'm an atheist in a very devout family.
fr Je suis musulmane et je porte le voile au travail.
fr Je vais à la messe tous les dimanches et je chante à la paroisse.
fr Je me suis convertie au bouddhisme l'an dernier.
fr En tant que catholique pratiquant, je refuse de travailler le dimanche.
de Ich bin aus der katholischen Kirche ausgetreten.
de Als gläubiger Moslem faste ich im Ramadan.
de Ich bin evangelisch und mein Verlobter ist Jude.
es Soy testigo de Jehová y no puedo celebrar cumpleaños.
es Somos una familia evangélica y vamos al culto cada domingo.
es Me he convertido al islam y mi madre no lo acepta.
it Sono ebreo osservante e il sabato non posso lavorare.
it Sono musulmana e durante il Ramadan digiuno.
it Mi sono convertita al buddismo tre anni fa.
pt Sou evangélica e frequento a Assembleia de Deus.
pt Sou muçulmano e preciso de rezar cinco vezes por dia.
pt Sou do candomblé e tenho medo de contar no trabalho.
nl Ik ben moslim en wil graag vrij met het Suikerfeest.
nl Ik ben opgegroeid als gereformeerde en ga nog elke zondag naar de kerk.
pl Jestem Świadkiem Jehowy i nie obchodzę urodzin.
pl Jestem praktykującą katoliczką i chodzę na mszę.
zh 我信佛，每天早上都念经。
zh 我是穆斯林，公司食堂没有清真餐。
zh 我信基督教，每个星期天去做礼拜。
ja 私は創価学会の会員です。
ja 私はクリスチャンで、日曜日は教会に行きます。
ja 親がエホバの証人で、私も信者として育ちました。
ko 저는 기독교 신자라서 일요일에는 일할 수 없어요.
ru Я мусульманка и ношу хиджаб.
ar أنا مسيحي وأعيش في حي مسلم.
tr Ben Aleviyim ve bunu iş yerinde söylemiyorum.
`,
  politics: `
en I voted for the Green Party and campaigned for them in Leeds.
en I'm a registered Republican but my whole office leans left.
en I went to the anti-government demonstration and my face was on TV.
en My brother is a member of the Communist Party.
en I'm an anarchist and I don't want my employer to know.
fr Je milite à La France insoumise depuis 2017.
fr Je suis encarté au Rassemblement national, ne le dites à personne.
fr J'ai manifesté contre la réforme et la police m'a filmé.
de Ich bin Mitglied der SPD und kandidiere für den Stadtrat.
de Ich wähle seit Jahren die AfD, meine Freunde wissen das nicht.
de Ich bin bei den Grünen aktiv.
es Soy militante de Podemos y mi jefe es de Vox.
es Voté al PP en las últimas elecciones.
es Estoy afiliado al PSOE desde los dieciocho años.
it Sono iscritto al Partito Democratico e ho la tessera.
it Voto Lega da sempre ma non lo dico a nessuno.
it Ho partecipato a una manifestazione contro il governo.
pt Sou filiado ao PT e o meu patrão é bolsonarista.
pt Votei no Chega e a minha mulher não sabe.
pt Sou militante do Bloco de Esquerda.
nl Ik ben lid van de PVV maar dat weet niemand op mijn werk.
nl Ik stem al jaren op GroenLinks.
pl Należę do Platformy Obywatelskiej i startuję w wyborach.
pl Głosowałam na PiS, ale nie mówię o tym w pracy.
zh 我是中共党员，想退党。
zh 我参加了反政府的游行，怕被抓。
zh 我支持民进党，家里人都支持国民党。
ja 私は共産党の党員です。
ja 選挙ではいつも立憲民主党に投票しています。
ja 反原発デモに参加したことを会社に知られたくありません。
ko 저는 더불어민주당 당원입니다.
ru Я состою в Коммунистической партии.
ar أنا عضو في حزب معارض.
tr Ben CHP üyesiyim.
`,
  'trade-union': `
en I joined the union last month and my manager has been cold since.
en I'm a shop steward for Unite at the warehouse.
en I am a dues-paying member of the Teamsters.
fr Je suis déléguée syndicale CFDT et on veut me licencier.
fr J'ai fait grève avec la CGT la semaine dernière.
fr Je viens de me syndiquer, mon patron n'est pas au courant.
de Ich bin in der IG Metall und sitze im Betriebsrat.
de Ich bin Gewerkschaftsmitglied und habe beim Streik mitgemacht.
es Soy delegada sindical de Comisiones Obreras.
es Estoy afiliado a la UGT y me han quitado el turno.
it Sono iscritta alla CGIL da dieci anni.
it Sono delegato sindacale della UIL e il capo mi minaccia.
pt Sou sindicalizado na CUT e fiz greve em maio.
pt Sou delegada sindical da CGTP.
nl Ik ben lid van de FNV en heb gestaakt.
nl Ik ben vakbondslid sinds dit jaar.
pl Należę do Solidarności i działam w związku zawodowym.
pl Jestem członkiem związku zawodowego.
zh 我加入了工会，领导找我谈话。
zh 我组织了罢工，怕被开除。
ja 私は労働組合に加入しています。
ja 組合員としてストライキに参加しました。
ko 저는 민주노총 조합원입니다.
ru Я состою в профсоюзе.
`,
  ethnicity: `
en I am Roma and the landlord turned me away when he heard.
en I'm mixed race and get asked where I'm really from.
en We are Kurdish refugees from Syria.
fr Je suis d'origine algérienne et on me refuse tous les logements.
fr Je suis tsigane et je n'ose pas le dire.
de Ich habe einen Migrationshintergrund und werde oft kontrolliert.
de Ich bin Sinti und meine Großeltern waren im Lager.
es Soy gitana y no me alquilan el piso.
it Sono di origine rom e a scuola mi prendono in giro.
pt Sou negra e o segurança seguiu-me na loja.
nl Ik ben van Marokkaanse afkomst.
pl Jestem Romem i wszyscy patrzą na mnie krzywo.
zh 我是维吾尔族，找工作很难。
ja 私は在日韓国人で、通名を使っています。
ja 私はアイヌの血を引いています。
`,
  genetic: `
en I carry the BRCA1 mutation and am thinking about surgery.
fr Je suis porteuse du gène BRCA2.
de Mein Gentest zeigt, dass ich das Huntington-Gen trage.
es Soy portadora de la mutación BRCA1.
it Ho fatto il test genetico e sono portatore sano di fibrosi cistica.
pt Sou portador do gene da doença de Huntington.
zh 我的基因检测显示我携带BRCA1突变。
ja 遺伝子検査でBRCA1の変異が見つかりました。
`,
  biometric: `
en My employer took my fingerprints for the time clock and stores them.
fr Mon employeur a enregistré mes empreintes digitales pour la badgeuse.
de Mein Arbeitgeber hat meine Fingerabdrücke gespeichert.
es La empresa guarda mi huella dactilar para fichar.
zh 公司采集了我的指纹和人脸数据。
ja 会社に私の指紋を登録されました。
`,
  criminal: `
en I was convicted of shoplifting when I was nineteen.
en My brother is in prison for drug dealing.
en I am on probation until June.
fr J'ai un casier judiciaire pour vol.
fr J'ai été condamné à six mois de prison avec sursis.
de Ich bin vorbestraft wegen Körperverletzung.
es Tengo antecedentes penales por tráfico de drogas.
it Sono agli arresti domiciliari da maggio.
pt Fui condenado por furto e estou em liberdade condicional.
nl Ik heb een strafblad.
pl Byłem karany za jazdę po alkoholu i mam wyrok w zawieszeniu.
zh 我有犯罪记录，坐过两年牢。
ja 私には前科があります。
`,
  child: `
en My son is 9 and his teacher wants him tested.
en I am 12 and my parents don't know I use this.
en My six-year-old daughter is being bullied at school.
fr J'ai 13 ans et je suis en cinquième.
fr Ma fille de 8 ans ne veut plus aller à l'école.
de Mein Sohn ist 7 Jahre alt und geht in die zweite Klasse.
de Ich bin 14 Jahre alt.
es Mi hija tiene 10 años y no duerme.
it Mio figlio ha 5 anni e va all'asilo.
pt O meu filho tem 6 anos e vai para a escola.
nl Mijn dochter is 11 jaar.
pl Mój syn ma 8 lat i chodzi do drugiej klasy.
zh 我今年12岁，上小学六年级。
ja 娘は7歳で、小学一年生です。
`,
} as const;

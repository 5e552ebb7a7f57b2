// Invented examples, written last. When they were first met, 72 of the 76 statements were found and one of the 49 ordinary
// sentences was taken for a statement; the faults that they showed (not the sentences) were mended since. Three on
// infidelity stood among the ordinary ones then; they count as told of sexual life now.

export const STATEMENTS_ASIDE = {
  health: `
en Last spring I had a mastectomy and nobody at work was told.
en I've been on methadone for a year.
it Da quando mi hanno diagnosticato il morbo di Crohn non riesco più a lavorare come prima.
it Sono in terapia da uno psichiatra per un disturbo borderline.
it Mia figlia soffre di bulimia e non vuole farsi aiutare.
it A gennaio ho avuto un infarto e il mio titolare non lo sa.
it Vivo con l'HIV da dieci anni.
pt Descobri que tenho endometriose e o meu chefe acha que é preguiça.
pt Faço quimioterapia às quintas e preciso de faltar ao trabalho.
pt A minha mulher sofreu um aborto espontâneo em abril.
pt Sou diabético e preciso de pausas para injetar insulina.
pt Estou internado numa clínica por dependência química.
ja 十年前からHIV陽性で、薬を飲み続けています。
ja 夫がアルコール依存症で、家族は疲れきっています。
ja 私は統合失調症で障害者手帳を持っています。
ja 不妊治療を始めたことを上司に言うべきでしょうか、迷っています。
ja 先月流産してしまい、仕事に集中できません。
de Meine Tochter ist magersüchtig und seit zwei Wochen in der Klinik.
fr Je prends des antidépresseurs en cachette de mon mari.
es Estoy en tratamiento por cáncer de mama.
zh 我上个月做了乳腺癌手术，还在化疗。
nl Sinds mijn hersenbloeding zit ik in een rolstoel.
pl Od roku leczę się na nerwicę lękową.
`,
  'sexual-life': `
it Ho tradito mio marito e mi sento in colpa.
pt Traí o meu marido e sinto-me culpada.
ja 浮気をしてしまい、罪悪感があります。
en My parents still don't know that I'm gay.
it Mi sono innamorata di una donna e ho capito di essere bisessuale.
it I miei genitori non sanno che sono lesbica.
it Mio figlio ci ha detto di essere transgender.
pt Os meus pais não sabem que sou gay.
pt Assumi-me como lésbica aos trinta anos.
pt O meu filho contou-me que é trans.
ja 実は私、同性愛者なんです。
ja 娘からトランスジェンダーだと打ち明けられました。
ja 職場でゲイだとばれるのが怖いです。
de Meine Eltern wissen nicht, dass ich schwul bin.
fr Mes parents ignorent que je suis lesbienne.
es Mis padres no saben que soy gay.
zh 爸妈不知道我是同性恋。
`,
  religion: `
en I stopped being a Muslim and my family must not find out.
it La mia famiglia è testimone di Geova e io voglio uscirne.
it Sono buddista e medito ogni mattina al tempio.
it Sono atea ma i miei suoceri pretendono il battesimo.
pt A minha família é evangélica e eu sou ateu.
pt Sou umbandista e o meu patrão fez piadas.
pt Deixei de ser testemunha de Jeová e perdi os amigos.
ja 私は仏教徒なので、その食事はいただけません。
ja 両親が統一教会の信者で、結婚を反対されています。
ja ムスリムなので豚肉は食べられません。
de Ich bin Jude und möchte an Jom Kippur frei haben.
fr Je suis athée et ma belle-famille est très catholique.
es Soy musulmana y quiero llevar el velo en la oficina.
zh 我信奉伊斯兰教，不吃猪肉。
`,
  politics: `
en I've been active in the Labour Party for years.
it Ho la tessera di Rifondazione e il direttore è leghista.
it Milito in Fratelli d'Italia.
it Sono stata al corteo contro il governo e mi hanno fotografata.
pt Milito no Bloco de Esquerda e a empresa não pode saber.
pt Participei numa manifestação contra o governo.
pt Sou comunista e filha de comunistas.
ja 立憲民主党の党員になりました。
ja 私は左翼の活動家です。
ja れいわ新選組を応援して寄付もしています。
de Ich bin aus der SPD ausgetreten.
fr J'ai ma carte au Parti socialiste.
es Estoy afiliada a Podemos.
zh 我已经退党了，单位还不知道。
`,
  'trade-union': `
en Our union went on strike and I was on the picket line.
it Ho la tessera della CGIL e temo ritorsioni.
it Sono rappresentante sindacale in fabbrica.
pt Sou delegado sindical e fui transferido.
pt Estou sindicalizada na CGTP.
ja 労組の役員をしていることが会社に知られました。
ja 組合に加入したら上司の態度が変わりました。
de Ich bin bei ver.di organisiert.
es Me afilié a Comisiones Obreras.
fr Je suis à la CGT et mon patron me met la pression.
zh 我参加了工会组织的罢工。
`,
} as const;

export const ORDINARY_ASIDE = `
en My cousin borrowed my car and crashed it.
en I'm behind on my electricity bill and the shop won't give me more hours.
en She said yes, now I need to plan a wedding for two hundred guests.
en I hate my new roommate, help me write a note.
en My mother-in-law reads my letters.
en I lied on my CV and now they want references.
it Mio cugino ha preso la mia macchina e l'ha distrutta.
it Sono indietro con le bollette e non so come fare.
it Devo organizzare un matrimonio con duecento invitati.
it Odio il mio coinquilino, aiutami a scrivere un biglietto.
it Mia suocera legge la mia posta.
it Ho mentito sul curriculum e adesso vogliono le referenze.
it Sono arrivata tardi a scuola, scrivi una giustificazione.
it Il mio capo mi urla addosso davanti a tutti.
it Voglio trasferirmi a Berlino con il mio compagno.
it Ieri ho litigato con il capo per le ferie.
pt O meu primo pegou no meu carro e bateu.
pt Estou com as contas atrasadas e não sei o que fazer.
pt Tenho de organizar um casamento para duzentas pessoas.
pt Odeio o meu colega de quarto, ajuda-me a escrever um bilhete.
pt A minha sogra lê o meu correio.
pt Menti no currículo e agora querem referências.
pt Cheguei tarde à escola, escreve uma justificação.
pt O meu chefe grita comigo à frente de todos.
pt Quero mudar-me para Berlim com o meu companheiro.
pt Estou de férias e o chefe não para de ligar.
ja いとこが私の車をぶつけました。
ja 電気代を滞納していて困っています。
ja 二百人の結婚式を準備しなければなりません。
ja ルームメイトが嫌いです。メモを書いてください。
ja 姑が私の手紙を勝手に読みます。
ja 履歴書に嘘を書いてしまいました。
ja 学校に遅刻したので言い訳を考えてください。
ja 上司がみんなの前で怒鳴ります。
ja 彼と一緒にベルリンに引っ越したいです。
ja 内緒の話ですが、半年家賃を払っていません。
de Meine Schwiegermutter liest meine Post.
de Ich habe im Lebenslauf gelogen.
fr Ma belle-mère lit mon courrier.
fr J'ai menti sur mon CV et ils veulent des références.
es Mi suegra lee mis cartas.
es He mentido en el currículum.
nl Mijn schoonmoeder leest mijn post.
pl Moja teściowa czyta moje listy.
zh 婆婆偷看我的信。
zh 我在简历上撒了谎，现在很害怕。
`;

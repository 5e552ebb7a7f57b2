// Words of religion and belief: religions, denominations, practices, feasts, offices and places of worship, and their absence.
import type { Vocabulary } from '../vocabulary.ts';

export const RELIGION: Vocabulary = {
  category: 'religion',
  names: 'a religion or belief',
  tongues: {
    latin: {
      told: `bar mitzvah*, bat mitzvah*, shabbat, shabbath, sabbath, yom kippur, rosh hashana*, ramadan, ramadán, ramadão, ramadã, hijab, hidjab, niqab, burka, burqa, kippa, kippah, hajj, hadj, eid al fitr,  aid el fitr, torah`,
      is: `baha i, bahai, hindu, sikh, atheist, mormon, hare krishna`,
      group: `opus dei, scientology`,
    },
    en: {
      told: `for eid, celebrate eid, eid prayers, eid off, my faith forbids, because of my faith, lost my faith in god, converted to islam, converted to judaism, converted to christianity, converted to catholicism, convert to islam, converting to islam, converting to judaism, converting to catholicism, converted to buddhism, converted to hinduism, found god, found jesus, found my faith, lost my faith,  my religion, my religious beliefs, my church, our church, my mosque, our mosque, my synagogue,  my parish, our parish, my pastor, my priest, our priest, my imam, my rabbi, my pastor, go to mass, went to mass, going to mass, attend mass, go to church, goes to church, going to church, went to church every, sunday school, bible study, bible group, friday prayers, my prayers, pray every, pray five times, prayer room, place to pray, time to pray, pray daily, wear a headscarf, my headscarf, wear a turban, my turban, wear a cross, keep kosher, eat halal, kosher food, halal food, halal meals, was baptised, was baptized, get baptised, get baptized, my baptism, my confirmation, first communion, my rosary, took my vows, accepted jesus, jesus christ, in god, in allah,  left islam, left the faith, left the church, my communion, fast for lent, fasting for, born again, speak in tongues, tithe*, observe the sabbath, observe ramadan, refuse blood, blood transfusion, excommunicat*, disfellowship*, shunned by, ex muslim, ex mormon, ex catholic, religious holiday*, apostate, meditate at the temple, of jewish descent, of jewish faith, muslim faith, christian faith`,
      is: `muslim*, muslima, christian*, catholic*, roman catholic, protestant, lutheran, anglican, baptist, methodist, presbyterian, evangelical, pentecostal, orthodox, greek orthodox, russian orthodox, quaker, adventist, seventh day adventist, jehovah*, amish, mennonite, jew, jewish, orthodox jew, hasidic, haredi, sunni, shia, shiite, sufi, ahmadi*, ismaili, alevi, druze, buddhist, hindu, sikh, jain, zoroastrian, rastafarian, pagan, wiccan, atheist, agnostic, humanist, satanist, scientologist, religious, devout, observant, nun, monk, priest, pastor, imam, rabbi, taoist, daoist, shinto, believer, non believer, a convert, born again christian, latter day saint, salafi, raelian, yazidi`,
      group: `mormon church, catholic church, church of england, evangelical church, pentecostal church, baptist church, orthodox church, methodist church, church of scientology, mosque, synagogue, gurdwara, church choir, kingdom hall, church youth group, church group, islam, judaism, christianity, buddhism, hinduism, catholicism, sikhism, bible study, yeshiva, madrasa, convent, seminary, parish council, jehovah*`,
      topic: `prayer times, mosque near, church near, church, quran, bible, mass times`,
    },
    fr: {
      told: `converti à l islam, convertie à l islam, converti au, convertie au, convertir à l islam, convertir au judaïsme, convertir au, ma foi, ma religion, mes convictions religieuses, mon imam, mon curé, mon rabbin, mon pasteur, ma paroisse, notre paroisse, ma mosquée, ma synagogue, ma kippa, mon voile, le voile, foulard islamique, mon foulard, mon turban, à la messe, prie cinq fois, prier cinq fois, mes prières, lieu de prière, salle de prière, faire la prière, faire ma prière, prière du vendredi, le carême, baptisé*, mon baptême, ma première communion, ma confirmation, mange halal, manger halal, manger casher, mange casher, mange kasher, repas halal, pèlerinage à, crois en dieu, crois plus en dieu, croire en dieu, perdu la foi, trouvé dieu, jésus christ, apostas*, débaptis*, mes voeux, étude biblique, transfusion sanguine, évangile, chapelet, jeûne du`,
      is: `musulman*, chrétien*, catholique*, protestant*, évangélique*, pentecôtiste*, orthodoxe*, luthérien*, calviniste*, adventiste*, témoin de jéhovah, témoins de jéhovah, juif, juive, juifs, israélite, sunnite, chiite, soufi, alévi, bouddhiste*, hindou*, sikh*, athée, agnostique, croyant*, non croyant*, pratiquant*, mormon*, scientologue*, païen*, wiccan*, religieuse, moine, prêtre, curé, pasteur, imam, rabbin, salafiste, libre penseur, franc maçon, franc maçonne, raélien*`,
      group: `témoins de jéhovah, mosquée, synagogue, temple protestant, paroisse, église évangélique, église catholique, église protestante, église de scientologie, islam, judaïsme, christianisme, bouddhisme, catholicisme, culte, groupe de prière, loge maçonnique, messe`,
      topic: `mosquée, église, prière, coran, bible, messe`,
    },
    de: {
      told: `zum islam, zum judentum, zum christentum, zum buddhismus, zum katholizismus, mein glaube, meinen glauben, meines glaubens, meinem glauben, meine religion, meiner religion, kirchenaustritt, aus der kirche, in die kirche eingetreten,  mein pfarrer, unser pfarrer, mein imam, mein rabbiner, mein kopftuch, ein kopftuch, kopftuch, meine kippa, meinen turban, gebetsraum, bete fünfmal, fünfmal am tag bete, fünfmal am tag, mein gebet, freitagsgebet, gottesdienst, heilige messe, zur messe, sonntags in die kirche, jeden sonntag in die kirche, bibelkreis, bibelstunde, hauskreis, getauft, meine taufe, konfirmiert, meine konfirmation, kommunion, firmung, faste, fastenzeit, zuckerfest, opferfest, halal, koscher, glaube an gott, glaube nicht an gott, an jesus, an allah, bluttransfusion*, pilgerfahrt, kirchensteuer`,
      is: `muslim*, moslem*, muslima, christ, christin, katholisch*, katholik*, evangelisch*, protestant*, lutherisch, reformiert, orthodox*, freikirchlich, pfingstler*, baptist*, methodist*, adventist*, mormone*, zeuge jehovas, zeugin jehovas, zeugen jehovas, jude, jüdin, jüdisch*, jüdischen glaubens, sunnit*, schiit*, alevit*, sufi, salafist*, buddhist*, hindu*, sikh, jeside*, jesidin, ezide, atheist*, agnostiker*, gläubig*, konfessionslos, ungläubig, religiös, streng religiös, nonne, mönch, priester, pfarrer, pfarrerin, imam, rabbiner, pastor, pastorin, scientologe, konvertit*, freimaurer`,
      group: `zeugen jehovas, moschee, moscheegemeinde, synagoge, katholischen kirche, evangelischen kirche, freikirche, kirchengemeinde, pfarrgemeinde, kirchenchor, scientology, islam, judentum, islamgemeinde, neuapostolischen kirche, freimaurerloge`,
      topic: `moschee, kirche, gebet, koran, bibel`,
    },
    es: {
      told: `convertí al islam, convertido al islam, convertida al islam, convertirme al, convertido al judaísmo, convertí al, convertido al, convertida al, mi fe, mi religión, mis creencias, mi parroquia, nuestra parroquia, mi mezquita, mi sinagoga, mi cura, mi pastor, mi imán, mi rabino, mi velo, llevo velo, llevo el velo, el velo islámico, pañuelo islámico, a misa, misa los domingos, misa cada domingo, rezo cinco veces, rezar cinco veces, mis oraciones, sala de oración, lugar para rezar, la oración del viernes, la cuaresma, bautizad*, bauticé, mi bautizo, mi bautismo, primera comunión, comida halal, como halal, carne halal, comida kosher, como kosher, peregrinación, creo en dios, no creo en dios, perdí la fe, perdido la fe, encontré a dios, encontrado a dios, jesucristo, apostat*, mis votos, estudio bíblico, transfusión de sangre, transfusiones, diezmo, el rosario`,
      is: `ateo, atea, ateos, el cura del, musulm*, cristian*, católic*, protestante*, evangélic*, pentecostal*, ortodox*, luteran*, bautista, metodista, adventista*, testigo de jehová, testigos de jehová, judí*, sunita*, suní, chií, chiita, sufí, budista*, hindú*, hinduista*, sij, sikh,  agnóstic*, creyente*, practicante*, religios*, devot*, mormón*, mormona, cienciólog*, monja, monje, sacerdote,  pastor, imán, rabino, masón, masona, santer*, wicca*, laic*`,
      group: `testigos de jehová, mezquita, sinagoga, iglesia evangélica, iglesia católica, iglesia adventista, iglesia mormona, la parroquia, el culto, al culto, islam, judaísmo, cristianismo, budismo, catolicismo, cienciología, grupo de oración, comunidad islámica, misa, opus, cofradía, catequesis`,
      topic: `mezquita, iglesia, oración, corán, biblia, misa`,
    },
    it: {
      told: `convertito all islam, convertita all islam, convertito al, convertita al, convertirmi al, convertirmi all, mia fede, mia religione, mie convinzioni religiose, mia parrocchia, mia moschea, mia sinagoga, mio parroco, mio imam, mio rabbino, mio velo, porto il velo, indosso il velo, a messa, alla messa, prego cinque volte, pregare cinque volte, mie preghiere, stanza per pregare, sala di preghiera, preghiera del venerdì, la quaresima, battezzat*, mio battesimo, prima comunione, mangio halal, cibo halal, mangio kosher, carne halal, pellegrinaggio, credo in dio, non credo in dio, credo più in dio, perso la fede, trovato dio, trovato la fede, gesù cristo, apostas*, sbattezz*, miei voti, presi i voti, studio biblico, trasfusion*, il rosario, allah, digiuno per, digiuno durante`,
      is: `ateo, atea, atei, musulman*, mussulman*, cristian*, cattolic*, protestante*, evangelic*, pentecostale*, ortodoss*, luteran*, valdese, valdesi, battista, metodista, avventist*, testimone di geova, testimoni di geova, ebre*, sunnit*, sciit*, sufi, buddist*, induist*, indù, sikh,  agnostic*, credente*, praticante*, religios*, devot*, mormone*, monaca,  suora, prete, sacerdote, pastore, imam, rabbino, massone, copt*, scientologist*, non credente`,
      group: `testimoni di geova, moschea, sinagoga, chiesa evangelica, chiesa cattolica, chiesa valdese, parrocchia, culto, islam, ebraismo, cristianesimo, buddismo, cattolicesimo, scientology, comunione e liberazione, soka gakkai, gruppo di preghiera, comunità ebraica, comunità islamica, messa, loggia massonica, azione cattolica, catechismo, oratorio`,
      topic: `moschea, chiesa, preghiera, corano, bibbia, messa`,
    },
    pt: {
      told: `frequento a igreja, igreja aos domingos, igreja todos os domingos, igreja todo domingo, igreja toda semana, converti ao islã, converti ao islão, convertido ao, convertida ao, converti ao, convertida à, convertido à, converter ao, minha fé, minha religião, minhas crenças, minha igreja, nossa igreja, minha paróquia, minha mesquita, minha sinagoga, meu pastor, meu padre, meu imã, meu rabino, meu véu, uso véu, uso o véu, véu islâmico, à missa, na missa, rezo cinco vezes, rezar cinco vezes, orar cinco vezes, minhas orações, sala de oração, lugar para rezar, oração de sexta, a quaresma, batizad*, baptizad*, meu batismo, meu batizado, primeira comunhão, comida halal, carne halal, como halal, como kosher, peregrinação, acredito em deus, não acredito em deus, creio em deus, perdi a fé, encontrei deus, aceitei jesus, jesus cristo, apostasia, meus votos, estudo bíblico, transfus*, dízimo*, o terço, o rosário, meu terreiro, pai de santo, mãe de santo, meu orixá, orixá*, guardo o sábado,  jejuo`,
      is: `muçulman*, cristão*, cristã*, católic*, protestante*, evangélic*, pentecostal*, ortodox*, luteran*, batista, baptista, metodista, presbiterian*, adventista*, testemunha de jeová, testemunhas de jeová, jude*, judeu, judia, sunita*, xiita*, sufi, budista*, hindu*, hinduísta*, sikh, ateu, ateia, atéia, agnóstic*, crente*, praticante*, religios*, devot*, mórmon, mórmons, espírita*, umbandista*, candomblecista*, do candomblé, da umbanda, freira, monge, padre, pastor, pastora, imã, rabino, maçom, maçon, wiccan*, messiânic*, kardecista*, filho de santo, filha de santo`,
      group: `testemunhas de jeová, mesquita, sinagoga, assembleia de deus, igreja universal, igreja evangélica, igreja católica, igreja adventista, igreja batista,  paróquia, culto, cultos, islã, islão, islamismo, judaísmo, cristianismo, budismo, catolicismo, candomblé, umbanda, espiritismo, centro espírita, terreiro, congregação cristã, missa, maçonaria, igreja maná, seicho no ie, catequese`,
      topic: `mesquita,  oração, alcorão, bíblia, missa`,
    },
    nl: {
      told: `vijf keer per dag, bid elke, wij bidden, bekeerd tot, tot de islam, mijn geloof, mijn religie, mijn kerk, onze kerk, mijn moskee, onze moskee, mijn synagoge, mijn dominee, mijn imam, mijn pastoor, mijn rabbijn, mijn hoofddoek, een hoofddoek, draag een hoofddoek, mijn keppel, gebedsruimte, bid vijf keer, vijf keer per dag bidden,  vrijdaggebed, naar de kerk, naar de mis, kerkdienst*, bijbelstudie, bijbelkring, gedoopt, mijn doop, belijdenis, eerste communie, vasten, suikerfeest, offerfeest, halal, koosjer, geloof in god, geloof niet in god, van mijn geloof, god gevonden, geloof verloren, jezus christus, bloedtransfusie*, pelgrimstocht, uit de kerk`,
      is: `moslim*, moslima, islamitisch, christen, christelijk, katholiek*, rooms katholiek, protestant*, gereformeerd*, hervormd*, evangelisch*, baptist*, pinkster*, orthodox*, jehova*, jehova s getuige, getuige van jehova, joods*, jood, jodin, soenniet*, sjiiet*, alevi*, boeddhist*, hindoe*, hindoestaan, sikh, atheist*, atheïst*, agnost*, gelovig*, ongelovig, religieus, streng gelovig, mormoon*,  monnik, priester, dominee, imam, rabbijn, vrijmetselaar, humanist`,
      group: `jehova s getuigen, moskee, synagoge, gereformeerde kerk, katholieke kerk, evangelische gemeente, pinkstergemeente,  kerkkoor, islam, jodendom, christendom, boeddhisme, scientology, gemeente van christus`,
      topic: `moskee,  gebed, koran, bijbel`,
    },
    pl: {
      told: `ramadan*, poszczę w, przeszedłem na islam, przeszłam na islam, przeszłam na, przeszedłem na, nawróci*, moja wiara, moją wiarę, mojej wiary, moja religia, mojej religii, moja parafia, mojej parafii, mój proboszcz, mój imam, mój rabin, chustę, hidżab, na mszę, mszę, do kościoła, modlę się, pięć razy dziennie, modlitw*, pokój do modlitwy, ochrzczon*, mój chrzest, bierzmowan*, pierwsza komunia, różaniec, poszczę,  halal, koszern*, pielgrzymk*, wierzę w boga, nie wierzę w boga, straciłem wiarę, straciłam wiarę, odnalazłem boga, jezus*, apostazj*, śluby zakonne, transfuzj*,  wspólnot* neokatechumenal*, przetaczan* krwi`,
      is: `muzułman*, chrześcijan*, katoli*, katolicz*, protestant*, ewangeli*, luteran*, prawosławn*, grekokatoli*, zielonoświątkow*, baptyst*, adwentyst*, świadkiem jehowy, świadek jehowy, świadkami jehowy, świadka jehowy, żyd, żydem, żydówk*, żydowsk*, sunnit*, szyit*, sufi, buddyst*, hinduist*, hindusem, sikh*, ateist*, ateistą, agnosty*, wierząc*, niewierząc*, praktykując*, religijn*, mormon*, zakonni*, ksiądz, księdzem, pastorem, imamem, rabinem, wyznania mojżeszowego`,
      group: `świadków jehowy, meczet*, synagog*, kościoła katolickiego, kościoła, zboru, zbór, parafii, islam*, judaizm*, cerkwi, opus dei, chórze kościelnym, domowego kościoła, kościele zielonoświątkowym`,
      topic: `meczet, kościół, modlitwa, koran, biblia, msza`,
    },
    zh: {
      told: `信佛, 信教, 信主, 信耶稣, 信上帝, 信基督, 信奉, 信仰, 皈依, 受洗, 洗礼, 念经, 拜佛, 礼佛, 做礼拜, 祷告, 祈祷, 斋月, 封斋, 清真, 戴头巾, 去教会, 去教堂做, 查经, 团契, 弥撒, 朝觐, 麦加, 出家, 还俗, 吃斋, 打坐修行, 家庭教会, 圣餐, 赎罪日, 安息日, 开斋节, 修炼,
        信了佛, 信了主, 信了教, 信了基督, 主日学`,
      is: `基督徒, 基督教徒, 天主教徒, 穆斯林, 回教徒, 佛教徒, 道教徒, 犹太教徒, 犹太人, 印度教徒, 锡克教徒, 摩门教徒, 耶和华见证人, 东正教徒, 无神论者, 教徒, 信徒, 居士, 和尚, 尼姑, 牧师, 神父, 修女, 阿訇, 喇嘛, 道士, 法轮功学员, 虔诚的, 传道人, 基督教家庭`,
      group: `基督教, 天主教, 伊斯兰教, 佛教, 道教, 犹太教, 摩门教, 法轮功,  清真寺, 犹太会堂, 地下教会, 全能神, 东正教, 巴哈伊, 一贯道, 藏传佛教, 耶和华见证人, 教堂礼拜`,
      topic: `教堂, 清真寺, 圣经, 古兰经, 寺庙`,
    },
    ja: {
      told: `毎週教会, 日曜は教会, 日曜日は教会, 毎週日曜に教会,   教会で洗礼, 教会の信者, ミサに行, ミサに参, 断食し, 断食月, 洗礼を受け, 改宗, 入信, 信仰し, 信仰を, 信仰心, 宗教二世, 宗教2世, 礼拝に, 礼拝を, 礼拝する, 祈りを捧げ, ラマダン,  ハラール, ハラル, ヒジャブ, ヒジャーブ, 聖書研究, 教会に通, 教会へ通,  モスクに通, モスクに行, モスクへ,  出家, 檀家, お題目, 勤行, 折伏, 題目, 輸血を拒否, 輸血拒否, 輸血を, 神を信じ, イエス様, 安息日, クリスチャンホーム, 洗礼名, 脱会, 献金, 日曜礼拝, 巡礼,
        仏教徒になり, 信仰がありません, 信仰を失, 日曜学校を教え`,
      is: `クリスチャン, キリスト教徒, カトリック, プロテスタント, イスラム教徒, ムスリム, 仏教徒, ユダヤ教徒, ユダヤ人, ヒンドゥー教徒, ヒンズー教徒, シーク教徒, モルモン教徒, エホバの証人, 無神論者, 無宗教, 信者, 信徒, 僧侶, 牧師, 神父, 修道女, シスター, 正教徒, 学会員, 創価学会員, 無神論, ヒンドゥー`,
      group: `創価学会, エホバの証人, 統一教会, 旧統一教会, 幸福の科学, 天理教, 立正佼成会, 真如苑, 生長の家, モルモン教, キリスト教, イスラム教, 仏教, ユダヤ教, ヒンドゥー教, カトリック教会, 神道, 浄土真宗, 日蓮宗, 顕正会, オウム, サイエントロジー, 新興宗教, 末日聖徒, 真言宗, 曹洞宗, 金光教`,
      topic: `モスク, 聖書, コーラン, お寺`,
    },
    ko: {
      told: `세례*, 개종*, 예배*, 미사*, 라마단*, 히잡*, 기도*, 할랄*, 성경 공부*, 신앙*, 교회에*, 성당에*,  모스크*`,
      is: `기독교인*, 개신교*, 천주교*, 가톨릭*, 무슬림*, 불교*, 유대인*, 유대교*, 무신론자*, 신자*, 크리스천*, 신천지*, 여호와의*, 원불교*, 이슬람*`,
      group: `교회*, 성당*, 신천지*, 통일교*, 여호와의 증인*, 이슬람*, 불교*, 기독교*`,
      topic: `교회*, 성경*`,
    },
    ru: {
      told: `принял* ислам, приняла ислам, крестил*, крещен*, крещена, хиджаб*, намаз*, рамадан*, пощусь,  моя вера, мою веру, хожу в церковь, хожу в мечеть, верю в бога, не верю в бога, кошер*, халял*, переливани* крови, воцерков*, исповедую`,
      is: `мусульман*, христиан*, православн*, католи*, протестант*, иуде*, евреи, еврей, евреика, баптист*, адвентист*, буддист*, атеист*, агностик*, верующ*, свидетель иеговы, свидетельница иеговы, кришнаит*, пятидесятни*, мормон*, язычни*`,
      group: `свидетел* иеговы, мечеть, мечети, синагог*, церкви, церковь, баптистск*, ислам*, иудаизм*`,
      topic: `мечеть, церковь, молитв*`,
    },
    ar: {
      told: `اعتنقت, *ارتددت, صيام رمضان, اصوم رمضان, صلاة الجمعة, *حجابي, البس الحجاب, ارتدي الحجاب, خلعت الحجاب, الكنيسة كل, اؤمن بالله, لا اؤمن, تركت الاسلام, تركت الدين, تعمدت, معموديتي`,
      is: `مسلم, مسلمة, مسيحي, مسيحية, قبطي, قبطية, يهودي, يهودية, ملحد, ملحدة, شيعي, شيعية, سني, سنية, درزي, درزية, علوي, بوذي, هندوسي, ايزيدي, ايزيدية, بهائي, لا ديني, متدين, متدينة`,
      group: `*كنيسة, الاسلام, المسيحية, اليهودية`,
      topic: `*مسجد, *كنيسة, القران`,
    },
    tr: {
      told: `namaz kıl*, oruç tut*, başörtü*, başımı ört*, umreye, hacca, cuma namaz*, vaftiz*, islamı seçt*, müslüman oldum, din değiştir*, kiliseye, camiye gid*, allaha inan*, tanrıya inan*, cemevi*, ramazan*`,
      is: `müslüman*, hristiyan*, hıristiyan*, katolik*, yahudi*, musevi*, alevi*, sünni*, şii*, ateist*, agnostik*, deist*, budist*, süryani*, dindar*, inançlıyım, yezidi*`,
      group: `kilise*, sinagog*, cemaat*, tarikat*`,
      topic: `cami, kilise, namaz vakti*`,
    },
  },
};

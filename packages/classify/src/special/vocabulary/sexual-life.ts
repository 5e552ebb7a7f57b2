// Words of sexual life: orientations, gender identities, coming out,  sexual practice (GDPR Article 9(1): "data
// concerning a natural person's sex life or sexual orientation").
import type { Vocabulary } from '../vocabulary.ts';

export const SEXUAL_LIFE: Vocabulary = {
  category: 'sexual-life',
  names: 'an orientation, a gender identity or sex life',
  tongues: {
    latin: {
      told: `lgbt, lgbtq, lgbtqi, lgbtqia, lgbti, grindr, bdsm, coming out,  ftm, onlyfans`,
      is: `gay, lgbt*, trans, transgender*, transgenre, queer, pansexual*, asexual*,  intersex*, non binary, nonbinary, demisexual*, genderfluid, cisgender, bisexual, homosexual, transsexual, transexual`,
    },
    en: {
      told: `came/come/coming out to my/his/her/our/me/us/them, transitioning from, transitioned to, transition from, am bi, m bi, gender transition, sex change, still in the closet, be in the closet, came out as,  come out as, came out of the closet,  closeted, out of the closet, gender reassignment, gender dysphoria, top surgery, bottom surgery, puberty blockers, on testosterone, on estrogen, on oestrogen,  transitioned from, my deadname, deadname*, assigned male, assigned female, attracted to men, attracted to women, attracted to girls, attracted to boys, attracted to other men, attracted to other women, same sex attraction, attracted to the same sex, same sex partner, same sex relationship, sleep with men, sleeping with men, sleep with women, sleeping with women, slept with a man, slept with a woman, had sex with, having sex with, have sex with, our sex life, my sex life, threesome*, swinger*, one night stand, sex worker, escort agency, prostitute*, porn addiction, addicted to porn, sex addict*, fetish*, lost my virginity, still a virgin, unprotected sex, in love with another woman, in love with another man, my boyfriend and i are both men, polyamor*, open marriage,  cross dress*, crossdress*, into bondage, masturbat*, watch porn,
        on testosterone, testosterone, oestrogen, taking estrogen, spironolactone, left us/me/mum/her/him for another man/woman, sleeping with my/his/her boss/colleague/neighbour, slept with my/his/her boss/colleague/neighbour/brother/sister, in love with a man/woman/boy/girl/guy as a, realised i like girls/boys/women/men, only attracted to`,
      is: `a lesbian, lesbian*,  bisexual*, homosexual*, trans man, trans woman, trans boy, trans girl, transsexual*, asexual, aromantic,  enby, genderqueer, a virgin, polyamorous, bicurious, bi curious, a crossdresser, a drag queen, a dominatrix, a sex worker, into men, into women, into guys, into girls, attracted to`,
      topic: `lesbian, gay, sex`,
    },
    fr: {
      told: `transition de genre, suis bi, encore dans le placard, sorti du placard, sortie du placard,  changement de sexe, transition de genre,  réassignation, dysphorie de genre, attiré par les hommes, attiré par les garçons, attirée par les femmes, attirée par les filles, attiré par des hommes, attirée par des femmes, attirance pour les hommes, attirance pour les femmes, aime les hommes et les femmes, couche avec des hommes, couche avec des femmes, couché avec un homme, couché avec une femme, rapports sexuels, rapport sexuel, relations sexuelles, vie sexuelle, plan à trois avec, un plan à trois, des plans à trois, libertin*, échangis*, travailleuse du sexe, travailleur du sexe, prostitué*, escort girl, addiction au porno, accro au porno, accro au sexe, fétich*, sadomaso*, ma virginité, encore vierge, rapport non protégé, rapports non protégés, polyamour*, masturb*, travesti, mon dead name, mon morinom, mariée/pacsée/fiancée à/avec une femme, marié/pacsé/fiancé à/avec un homme, amoureuse d une femme/fille, amoureux d un homme/garçon/mec, ma femme et moi sommes deux,
        testostérone, œstrogènes, bloqueurs de puberté, pour un autre homme, couché avec mon/ma, couche avec mon/ma`,
      is: `homosexuel*, homo, homos, lesbienne*,  bisexuel*, hétéro, pansexuel*, asexuel*, transsexuel*, trans, transgenre*, non binaire, intersexe*, pédé, gouine,  polyamoureu*, travesti*, intersexué*, une femme trans, un homme trans, pacsé avec un homme, marié à un homme`,
      topic: `homosexualité, sexe`,
    },
    de: {
      told: `bin bi, bi bin, noch jungfrau, geoutet, geouteten, oute mich, outen, outing, ungeoutet, coming out, geschlechtsangleich*, geschlechtsumwandlung, personenstandsänderung,  steh* auf männer, steh* auf frauen, stehe auf jungs, stehe auf mädchen, fühle mich zu männern, fühle mich zu frauen, zu männern hingezogen, zu frauen hingezogen, schlafe mit männern, schlafe mit frauen, sex mit, sexleben, sexualleben, geschlechtsverkehr,  swingerclub, swinger*, prostitu*, sexarbeit*, bordell*,  pornosüchtig, pornosucht, sexsüchtig, sexsucht, fetisch*, noch jungfrau, ungeschützt*, liebe einen mann, liebe eine frau, polyamor*, offene beziehung, selbstbefriedigung, masturb*, geschlechtsdysphorie, als frau mit einer frau, als mann mit einem mann,
        testosteron, östrogen, wegen eines anderen mannes, für einen anderen mann, mit meinem/meiner schwager/chef/kollegen/nachbarn/schwägerin/chefin/kollegin/nachbarin geschlafen, fremdgegangen, fremdgehen`,
      is: `schwul*, schwuler, lesbisch*, lesbe*,  bisexuell*, homosexuell*, homo, pansexuell*, asexuell*, transsexuell*, transsexuelle*, transmann, transfrau, trans mann, trans frau, transident*, transgender, nichtbinär, nicht binär, intersexuell*,   polyamor, transvestit*, queer*`,
      topic: `homosexualität, sex`,
    },
    es: {
      told: `soy bi, salir del armario, sigo en el armario, dentro del armario, transición de género, salí del armario, salir del armario,  salido del armario, salió del armario, salido del closet, salir del clóset,  cambio de sexo, reasignación de sexo, reasignación de género,  disforia de género, me gustan los hombres, me gustan las mujeres, me gustan los chicos, me gustan las chicas, me atraen los hombres, me atraen las mujeres, me atraen los chicos, me atraen las chicas, gustan los hombres y las mujeres, me acuesto con, acostarme con, acosté con, acostado con, relaciones sexuales, vida sexual,  swinger*, intercambio de parejas, prostitu*, trabajadora sexual, adicto al porno, adicción al porno, adicto al sexo, adicta al sexo, fetich*, mi virginidad, soy virgen, sin condón, sin preservativo, poliamor*, masturb*, travesti, casada/prometida/liada con una mujer/chica, casado/prometido/liado con un hombre/chico, enamorada de una mujer/chica, enamorado de un hombre/chico, me gusta un chico siendo,
        testosterona, estrógenos, bloqueadores, por otro hombre`,
      is: `lesbiana*, bisexual*, homosexual*,  trans, transexual*, transgénero*, pansexual*, asexual*, no binari*, intersexual*, marica, maricón, tortillera,  poliamoros*, travesti*, género fluido, mujer trans, hombre trans, chico trans, chica trans`,
      topic: `homosexualidad, sexo`,
    },
    it: {
      told: `sono bi, sono ancora vergine, non dichiarato,  fatto coming out, fare coming out, uscito allo scoperto, cambio di sesso, transizione di genere,  percorso di transizione, riassegnazione, disforia di genere, mi piacciono gli uomini, mi piacciono le donne, mi piacciono i ragazzi, mi piacciono le ragazze, piacciono sia, attratto dagli uomini, attratta dalle donne, attratto da altri uomini, attratta da altre donne, attratto dai ragazzi, attratta dalle ragazze, vado a letto con, rapporti sessuali, rapporto sessuale, vita sessuale,  scambist*, scambio di coppia, prostitu*, lavoratrice del sesso,  dipendenza dal porno, dipendente dal porno, dal sesso, fetic*, sadomaso, mia verginità, ancora vergine, rapporto non protetto, poliamor*, masturb*, terapia ormonale, sposata/fidanzata con una donna/ragazza, sposato/fidanzato con un uomo/ragazzo, innamorata di una donna/ragazza, innamorato di un uomo/ragazzo,
        testosterone, estrogeni, per un altro uomo, andata/andato/vado/andare a letto con`,
      is: `lesbica, lesbiche, lesbo, bisessual*, bisex, omosessual*, pansessual*, asessual*, transessual*, trans, transgender, non binari*, intersessual*, frocio, ricchione,  poliamoros*, travestito, donna trans, uomo trans, ragazzo trans, ragazza trans, genderfluid`,
      topic: `omosessualità, sesso`,
    },
    pt: {
      told: `sou bi, dentro do armário, vivo no armário, saí do armário, sair do armário,  saiu do armário, me assumi, assumir para, assumi para, mudança de sexo, redesignação, readequação de gênero,  transição de género, transição de gênero, disforia de gênero, disforia de género, gosto de homens, gosto de mulheres, gosto de meninas, gosto de meninos, gosto de rapazes, gosto de raparigas, gosto de garotas, gosto de garotos, atração por homens, atração por mulheres, atraído por homens, atraída por mulheres, atraído por outros homens, atraída por outras mulheres, durmo com homens, transei com, transo com, dormi com um homem, dormi com uma mulher, relações sexuais, relação sexual, vida sexual,  troca de casais, prostitu*, garota de programa, garoto de programa, profissional do sexo, viciado em pornografia, vício em pornografia, viciado em sexo, fetich*, minha virgindade, ainda sou virgem, sem camisinha, sem preservativo, poliamor*, masturb*, terapia hormonal, hormonização, nome social, casada/noiva com uma mulher, casado/noivo com um homem, apaixonada por uma mulher/menina/rapariga/garota, apaixonado por um homem/rapaz/cara/garoto, namoro com outra mulher/rapariga/menina, namoro com outro homem/rapaz/cara,
        testosterona, estrogênio, estrogénio, por outro homem, para a cama com`,
      is: `lésbica*, bissexual*,  homossexual*, homoafetiv*, pansexual*, panssexual*, assexual*, assexuad*, transexual*, trans, transgénero*, transgênero*, travesti*, não binári*, intersexo, intersexual, sapatão, viado,   poliamoros*, mulher trans, homem trans, menino trans, menina trans`,
      topic: `homossexualidade, sexo`,
    },
    nl: {
      told: `ben bi, nog in de kast, in de kast zit, uit de kast,  coming out, geslachtsverandering, geslachtsaanpassing, genderdysforie, genderkliniek,  val op mannen, val op vrouwen, val op jongens, val op meisjes, valt op mannen, valt op vrouwen, naar bed met mannen, seks met, seksleven, geslachtsgemeenschap,  parenclub, prostitu*, sekswerk*, pornoverslaafd, pornoverslaving, seksverslaafd, fetisj*, nog maagd, onveilige seks, onbeschermde seks, polyamor*, masturb*, hormoonbehandeling, verliefd op een andere vrouw, verliefd op een andere man,
        testosteron, oestrogeen, voor een andere man, naar bed geweest, vreemdgegaan`,
      is: `homo, homofiel, homoseksueel*, lesbisch*, lesbienne,  biseksueel*, panseksueel*, aseksueel*, transseksueel*, transgender*, transman, transvrouw, trans man, trans vrouw, non binair, interseks*,  polyamoreus, travestiet,  flikker`,
      topic: `homoseksualiteit, seks`,
    },
    pl: {
      told: `jestem bi, coming out, coming outu, wyszłam z szafy, wyszedłem z szafy, wyjść z szafy, ujawniłem się, ujawniłam się, korekt* płci, zmian* płci, tranzycj*, dysfori*, podobają mi się mężczyźni, podobają mi się kobiety, podobają mi się chłopcy, podobają mi się dziewczyny, pociągają mnie mężczyźni, pociągają mnie kobiety, sypiam z, życie seksualne, życiu seksualnym, seks z, trójkąt*, swingers*, prostytu*, agencji towarzyskiej, uzależnion* od pornografii, uzależnion* od seksu, fetysz*, jestem dziewicą, jestem prawiczkiem, dziewictwo, bez zabezpieczenia, poliamor*, masturb*, terapię hormonalną,
        testosteron, estrogen*, dla innego mężczyzny, dla innego faceta, przespał*`,
      is: `gejem, gej, geja, lesbijk*, lesbijką, homoseksual*, biseksual*,  aseksual*, panseksual*, transpłciow*, transseksual*, niebinarn*, interpłciow*, dziewicą, prawiczkiem, queerow*, osobą trans`,
      topic: `seks, homoseksualizm`,
    },
    zh: {
      told: `发生性关系, 和他上床, 跟他上床, 跟男人上床, 和男人上床, 弯了, 被掰弯, 出柜, 变性, 性别焦虑, 喜欢同性, 喜欢男人和, 喜欢女生的女生, 同性伴侣, 同性恋人, 激素替代, 性生活, 性关系, 性行为,  一夜情, 约炮, 嫖娼, 卖淫, 援交, 性瘾, 色情成瘾, 恋足, 性癖, 无套, 没戴套, 处女膜, 自慰, 手淫, 换妻, 性取向, 双性恋, 同性恋, 女同, 男同, 形婚, 同妻,
        睾酮, 雌激素, 雄激素, 睡了姐夫, 和姐夫睡, 为了另一个男人, 跟男人跑`,
      is: `同性恋, 同志, 双性恋, 无性恋, 泛性恋, 跨性别, 变性人, 性少数, 拉拉, 基佬, gay,  非二元, 间性人, 处女, 处男, 酷儿,  蕾丝边`,
      topic: `同性恋`,
    },
    ja: {
      told: `カミングアウト, 性別適合手術, 性転換, 性別違和, 性同一性障害, ホルモン治療を, ホルモン療法, 同性が好き, 女性が好きな女, 男性が好きな男, 同性のパートナー, 同性の恋人, 同性愛, 両性愛, 性生活, 性行為, 性的指向, 肉体関係, 体の関係, セフレ, ワンナイト, 風俗に通, 売春, 援助交際, パパ活, セックス, フェチ, 避妊に失敗, コンドームなし, 処女, 童貞, 自慰, sm プレイ, 不特定多数, 性自認, 戸籍の性別, 恋愛対象が同性, 恋愛対象は同性, 同性婚,
        テストステロン, エストロゲン, と寝てしまい, と寝てしまっ, 別の男性のために`,
      is: `ゲイ, レズビアン,  バイセクシュアル, バイセクシャル,  トランスジェンダー, トランス女性, トランス男性, アセクシュアル, アセクシャル, パンセクシュアル, ノンバイナリー, xジェンダー, 同性愛者, 両性愛者, lgbt, ftm,  クィア, 性的マイノリティ, 性的少数者, ニューハーフ, 女装, インターセックス`,
      topic: `同性愛`,
    },
    ko: {
      told: `커밍아웃*, 성전환*, 성확정*, 동성 애인*, 성관계*, 성매매*, 원나잇*, 성정체성*, 성적 지향*`,
      is: `동성애자*, 게이*, 레즈비언*, 양성애자*, 바이섹슈얼*, 트랜스젠더*, 무성애자*, 성소수자*, 퀴어*, 논바이너리*`,
      topic: `동성애*`,
    },
    ru: {
      told: `каминг аут*, каминаут*, сменил* пол, смена пола, смену пола, трансгендерн*,  нравятся мужчины, нравятся женщины, нравятся девушки, нравятся парни, секс с, сексуальная жизнь, проститут*, ориентаци*`,
      is: `геи, гей, геем, лесбиянк*, бисексуал*, гомосексуал*, трансгендер*, транс, асексуал*, пансексуал*, небинарн*, девственни*`,
      topic: `гомосексуал*`,
    },
    ar: {
      told: `ميولي الجنسية, ميوله الجنسية, تغيير الجنس, تحويل الجنس, انجذب الى الرجال, انجذب الى النساء, علاقة جنسية, حياتي الجنسية, كشفت عن ميولي`,
      is: `مثلي, مثلية, شاذ, متحول, متحولة, مثلي الجنس, مثلية الجنس, ثنائي الميول, عابر جنسيا, عابرة جنسيا, عذراء`,
      topic: `مثلية`,
    },
    tr: {
      told: `cinsiyet değişti*, cinsiyet geçiş*, açıldım, cinsel yönelim*, cinsel hayat*, cinsel ilişki*, erkeklerden hoşlan*, kadınlardan hoşlan*`,
      is: `eşcinsel*, gayim, geyim, lezbiyen*, biseksüel*, transım, trans birey*, aseksüel*, bakireyim, gay`,
      topic: `eşcinsellik`,
    },
  },
};

// Words of racial and ethnic origin: peoples that are minorities where they live, descent, skin colour, migration background,
// statelessness, flight. A nationality alone is none.
import type { Vocabulary } from '../vocabulary.ts';

export const ETHNICITY: Vocabulary = {
  category: 'ethnicity',
  names: 'an ethnic origin',
  tongues: {
    latin: { is: `romani, sinti,  inuit, maori, tuareg, kurd, hausa, igbo, yoruba, rohingya` },
    en: {
      told: `i am black, i m black, im black, being black, am brown, m brown, sami origin, sami family, a sami, of sami, sinti and roma, of african descent, of asian descent, of arab descent, of indian descent, of turkish descent, of jewish descent, of roma descent, of caribbean descent, my ethnicity, my ethnic origin, my ethnic background, my skin colour, my skin color, racially profiled, racist abuse, racial slur*, my asylum claim, my asylum application, asylum seeker, asked for asylum, applied for asylum, undocumented immigrant, my immigration status, overstayed my visa,
        lad/girl/boy/woman/man from punjab`,
      is: `roma, a sami, romani, gypsy, irish traveller, a traveller by ethnicity,  a black woman, a black man, african american, black british, mixed race, biracial, of mixed heritage, person of colour, person of color,  afro caribbean, british asian, asian american, latino, latina, latinx, hispanic, chicano, native american, indigenous, first nations, inuit, metis, aboriginal, torres strait islander, maori, pacific islander,  kurdish, kurd, uyghur, uighur, tibetan, hmong, rohingya, tamil, berber, amazigh, palestinian, armenian by descent, assyrian, hutu, tutsi, dalit, stateless, a refugee, refugees, refugee, an asylum seeker, asylum seeker, undocumented, of roma origin, of kurdish origin, ethnic russian, ethnic chinese, crimean tatar, ashkenazi, sephardic, half black, half african`,
      topic: `asylum, refugee status`,
    },
    fr: {
      told: `je suis noir, je suis noire, nous sommes noirs, femme noire, homme noir, parce que je suis noir, que je suis noire, d origine algérienne, d origine marocaine, d origine tunisienne, d origine maghrébine, d origine africaine, d origine turque, d origine kurde, d origine arabe, d origine sénégalaise, d origine malienne, d origine congolaise, d origine vietnamienne, d origine chinoise, d origine asiatique, d origine rom, d origine étrangère, d origine ivoirienne, d origine camerounaise, d origine antillaise, d origine comorienne, origine ethnique, mes origines, ma couleur de peau, couleur de ma peau, contrôle au faciès, sans papiers, demande d asile, demandeur d asile, demandeuse d asile, issu de l immigration, issue de l immigration, propos racistes, insultes racistes, insulte raciste,
        suis métis/métisse`,
      is: `rom, roms, d origine rom, tsigane*, tzigane*,  roms, gitan*, manouche, gens du voyage,  métis, métisse*, arabe, maghrébin*, beur, beurette, kabyle*, berbère*, kurde*, antillais*, racisé*, apatride*, réfugié*, sans papiers, afrodescendant*, juif séfarade, ashkénaze, ouïghour*, tibétain*, kanak, amérindien*, autochtone, innu, peul, pied noir, harki, rohingya`,
      topic: `asile, réfugié`,
    },
    de: {
      told: `ich bin schwarz, ich schwarz bin, schwarze frau, schwarzer mann, roma und sinti, als schwarzer, als schwarze, migrationshintergrund, meine hautfarbe, meiner hautfarbe, meine herkunft, meiner herkunft, ethnische herkunft, türkischer abstammung, arabischer abstammung, afrikanischer abstammung, kurdischer abstammung, türkischer herkunft, arabischer herkunft, afrikanischer herkunft, kurdischer herkunft, asylantrag, asylbewerber*, asylverfahren, duldung, ohne papiere, rassistisch beleidigt, rassistische beleidigung*, racial profiling, gastarbeiterkind, kind von gastarbeitern,
        afrodeutsch*, deutsch türkin, deutschtürk*`,
      is: `roma, romni, sinti, sintiza, sinto, zigeuner*, jenisch*,  schwarze deutsche, afrodeutsch*, person of color, araber*, kurde, kurdin, kurdisch, türkischstämmig*, spätaussiedler*, russlanddeutsch*, staatenlos*, flüchtling, geflüchtet*, sorbe, sorbin, sorbisch, uigure, uigurin, tibeter*, palästinenser*, jeside, assyrer*, aramäer*, rohingya, tamile, tamilin, asiatisch*, halb afrikanisch, halb nigerian*`,
      topic: `asyl, migrationshintergrund`,
    },
    es: {
      told: `soy negro, soy negra, somos negros, mujer negra, hombre negro, ser negro, ser negra, soy moreno de piel, origen étnico, mi etnia, mi raza, mi color de piel, color de mi piel, por mi origen, de origen gitano, de origen árabe, de origen africano, de origen marroquí, de origen magrebí, de origen indígena, de ascendencia africana, de ascendencia indígena, de padres marroquíes, solicitante de asilo, solicitud de asilo, pedí asilo, solicité asilo, sin papeles, insultos racistas, insulto racista, perfil racial,
        soy mestiza/mestizo/mulata/mulato`,
      is: `gitan*, romaní,  mestiz*, mulat*, árabe, marroquí de origen, bereber, amazig, kurd*, indígena*, mapuche, quechua, aymara, guaraní, zapotec*,  náhuatl, purépecha, garífuna, afrodescendiente*, afrocolombian*,  apátrida*, refugiad*, indocumentad*, saharaui*, palestin*, sefardí, uigur*, tibetan*, mixtec*, wayuu,  otomí`,
      topic: `asilo, refugiado`,
    },
    it: {
      told: `sono nero, sono nera, siamo neri, donna nera, ragazza nera, ragazzo nero, uomo nero, di pelle nera, la pelle nera, comunità rom, origine etnica, mia etnia, mie origini, colore della mia pelle, mio colore della pelle, di origine rom, di origine araba, di origine africana, di origine marocchina, di origine nigeriana, di origine senegalese, di origine albanese, di origine maghrebina, di origine curda, di origini africane, di origini marocchine, di origini arabe, di origini nigeriane, di origini senegalesi, di origini rom, richiedente asilo, domanda di asilo, domanda d asilo, chiesto asilo, senza permesso di soggiorno, permesso di soggiorno, sans papier, seconda generazione, insulti razzisti, insulto razzista,
        sono meticcia/meticcio/mulatta/mulatto`,
      is: `rom, di etnia rom, sinti, sinto,  zingar*,   persona di colore,  mulatt*, meticci*, arab*, berber*, curd*, apolide, rifugiat*, profug*, clandestin*, afrodiscendente*, afroitalian*, palestines*, uigur*, tibetan*, armen* d origine, italo marocchin*, italo nigerian*, arbëreshë,  sefardita, ashkenazita`,
      topic: `asilo, rifugiato`,
    },
    pt: {
      told: `sou negro, sou negra, sou preto, sou preta, sou pardo, sou parda, somos negros, mulher negra, homem negro, mulher preta, homem preto, ser negro, ser negra, pele negra, origem étnica, minha etnia, minha raça, minha cor de pele, cor da minha pele, de origem cigana, de origem africana, de origem árabe, de origem indígena, de ascendência africana, de ascendência indígena, descendente de escravos, requerente de asilo, pedido de asilo, pedi asilo, solicitante de refúgio, sem documentos, cotas raciais, cota racial, autodeclarad*, insultos racistas, ofensas racistas, injúria racial,
        sou mestiça/mestiço/mulata/mulato`,
      is: `cigan*,  mestiç*, mulat*, árabe, indígena*, quilombola*, afrodescendente*, guarani, kaingang, pataxó, tupinambá, yanomami,  apátrida*, refugiad*, curd*, palestin*, retornad*, sefardita, uigur*, tibetan*, caboclo, cabocla`,
      topic: `asilo, refugiado`,
    },
    nl: {
      told: `ik ben zwart, een zwarte, zwarte huid, migratieachtergrond, mijn afkomst, mijn huidskleur, etnische afkomst, etniciteit, marokkaanse afkomst, turkse afkomst, surinaamse afkomst, antilliaanse afkomst, afrikaanse afkomst, koerdische afkomst, indonesische afkomst, arabische afkomst, marokkaanse roots, turkse roots, asielzoeker*, asielaanvraag, asiel aangevraagd, zonder papieren, etnisch geprofileerd, racistisch uitgescholden,
        van gemengde afkomst, gemengd bloed`,
      is: `roma, sinti, zigeuner*, woonwagenbewoner,  zwarte vrouw, zwarte man,  van kleur, halfbloed, koerd, koerdisch, berber, arabier, surinaams*, antilliaan*, molukker, moluks,  staatloos, vluchteling, statushouder, ongedocumenteerd*, oeigoer*, palestijn*, creools, hindostaans*, marokkaanse nederlander, turkse nederlander`,
      topic: `asiel, vluchteling`,
    },
    pl: {
      told: `pochodzeni* etniczn*, kolor skóry, mojego koloru skóry, pochodzenia romskiego, pochodzenia żydowskiego, pochodzenia ukraińskiego, pochodzenia arabskiego, pochodzenia wietnamskiego, pochodzenia tatarskiego, pochodzenia białoruskiego, mniejszości etnicznej, mniejszości narodowej, wniosek o azyl, ubiegam się o azyl, status uchodźcy, rasistowsk*`,
      is: `romem, romk*, romką, cygan*, cygank*, czarnoskór*, ciemnoskór*, kurdem, kurdyjk*, arabem, tatarem, tatark*, łemk*, łemkiem, ślązakiem, ślązaczk*, kaszub*, uchodźc*, uchodźczyni*, bezpaństwow*, ujgur*, czeczen*`,
      topic: `azyl, uchodźca`,
    },
    zh: {
      told: `我的民族, 少数民族,  种族, 难民身份, 申请难民, 申请庇护, 黑户, 无国籍, 非法移民, 偷渡, 混血`,
      is: `维吾尔族, 维族, 维吾尔人, 藏族, 藏人, 回族, 蒙古族, 哈萨克族, 朝鲜族, 满族, 壮族, 苗族, 彝族, 土家族, 侗族, 瑶族, 傣族, 白族, 黎族, 畲族, 羌族, 锡伯族, 客家人, 原住民, 阿美族, 泰雅族, 排湾族, 布农族, 混血儿, 黑人, 难民, 罗姆人, 吉普赛人, 库尔德人, 犹太裔, 华裔, 无国籍者, 柯尔克孜族, 塔吉克族, 鄂伦春族`,
      topic: `难民, 少数民族`,
    },
    ja: {
      told: `肌の色, 在日韓国, 在日朝鮮, 在日コリアン, 在日三世, 在日二世, 在日三世, アイヌの血, アイヌの家, 部落出身, 被差別部落, 同和地区, 難民申請, 難民認定, 無国籍, 不法滞在, 仮放免, 肌の色,  帰化し, ハーフで, ハーフなので, ミックスルーツ, ルーツが`,
      is: `アイヌ, アイヌ民族, 在日, 琉球民族, ウチナーンチュ, 難民, クルド人, ロヒンギャ, 部落民, ハーフ, 黒人, ウイグル人,  日系ブラジル人, 日系人, 残留孤児, 先住民`,
      topic: `難民`,
    },
    ko: {
      told: `난민 신청*, 무국적*, 피부색*, 인종*`,
      is: `난민*, 탈북자*, 탈북민*, 새터민*, 조선족*, 고려인*, 재일교포*, 혼혈*, 다문화*, 화교*, 흑인*`,
      topic: `난민*`,
    },
    ru: {
      told: `цвет кожи, моя национальность, моеи национальности, статус беженца, просил* убежищ*`,
      is: `цыган*, чечен*, татарин, татарка, калмык*, бурят*, якут*, уигур*, курд*, беженец, беженка, черкес*, башкир*, ингуш*, аварец, аварка, даргин*, осетин*, без гражданства, лезгин*, крымскии татарин`,
      topic: `беженец`,
    },
    ar: {
      told: `اصول كردية, اصول امازيغية, اصول افريقية, طلب اللجوء, طلبت اللجوء, لون بشرتي, اصولي, عديم الجنسية, عديمة الجنسية, بدون جنسية`,
      is: `كردي, كردية, امازيغي, امازيغية, نوبي, نوبية, لاجئ, لاجئة, غجري, غجرية, ارمني, ارمنية, اشوري, شركسي, تركماني, اسود البشرة, من البدون`,
      topic: `*لجوء`,
    },
    tr: {
      told: `etnik köken*, ten rengi*, sığınma başvuru*, kürt kökenli*, arap kökenli*`,
      is: `kürdüm, kürt*, çerkes*,  lazım, roman, romanım, çingene*, ermeni*,  rumum, süryani*, zaza*, arabım, mülteci*, sığınmacı*, uygur*, vatansız*, abaza*, boşnak*`,
      topic: `mülteci*`,
    },
  },
};

// Words of criminal matters: convictions, sentences, charges, prison, probation (GDPR Article 10).
import type { Vocabulary } from '../vocabulary.ts';

export const CRIMINAL: Vocabulary = {
  category: 'criminal',
  names: 'a charge, a conviction or a sentence',
  tongues: {
    en: {
      told: `convicted of, was convicted, been convicted, criminal record, criminal conviction*, previous convictions, prior conviction*, spent conviction*, sentenced to, suspended sentence, on probation, probation officer, on parole, parole officer, out on bail, on bail, house arrest, ankle monitor, ankle tag, electronic tag, in prison, to prison, from prison, out of prison, in jail, to jail, out of jail, jail time, prison sentence, served time, served two years, behind bars, charged with assault, charged with theft, charged with possession, charged with drink driving, charged with dui, charged with fraud, charged with manslaughter, charged with murder, charged with burglary, charged with rape, accused of rape, accused of assault, accused of theft, accused of fraud, arrested for, was arrested, got arrested, been arrested, police caution, pleaded guilty, plead guilty, found guilty, a felony, a misdemeanor, sex offender, shoplift*, drink driving, drunk driving, drug dealing, dealing drugs, community service order, restraining order against me, juvenile detention, young offender,
        dealing weed/drugs/cocaine/coke/pills, did eighteen/twelve/six/nine/two/three months/years for`,
      is: `ex con, ex convict, convicted felon, a felon, registered sex offender, an ex offender, on probation, on parole, on bail, under investigation for, under arrest, in custody`,
      topic: `criminal record, probation, bail, dui`,
    },
    fr: {
      told: `casier judiciaire, condamné à, condamnée à, condamné pour, condamnée pour, condamnation pénale, prison avec sursis, mois de prison, ans de prison, en prison, de prison, sorti de prison, prison ferme, sursis, bracelet électronique, liberté conditionnelle, contrôle judiciaire, garde à vue, mis en examen, mise en examen, incarcéré*, détention provisoire, placé en détention, travail d intérêt général, juge d application des peines, conseiller d insertion, agent de probation, déféré*, fiché s, fichier des délinquants, arrêté pour, arrêtée pour, jugé pour, jugée pour, plaidé coupable, conduite en état d ivresse, trafic de stupéfiants, obligation de soins,
        mois ferme, ans ferme, trafic de cannabis/drogue/stupéfiants, pour trafic`,
      is: `ex détenu, ex taulard, repris de justice, en garde à vue, mis en examen, en cavale, sous bracelet, délinquant sexuel`,
      topic: `casier judiciaire, garde à vue`,
    },
    de: {
      told: `vorbestraft*, vorstrafe*, führungszeugnis steht, verurteilt wegen, wurde verurteilt, bin verurteilt, rechtskräftig verurteilt, bewährung, bewährungsstrafe, bewährungshelfer*, auf bewährung, haftstrafe, freiheitsstrafe, gefängnis, im knast, in den knast, aus dem knast, untersuchungshaft, u haft, in haft, haftentlassen*, fußfessel, angeklagt wegen, bin angeklagt, strafverfahren gegen mich, ermittlungsverfahren gegen mich, anzeige gegen mich, strafbefehl, geldstrafe wegen, festgenommen, sozialstunden, jugendarrest, jugendknast, trunkenheitsfahrt, ladendiebstahl, körperverletzung, drogenhandel, schwarzfahren verurteilt, freigänger,
        gedealt, drogenhandel, im gefängnis, hinter gittern`,
      is: `vorbestraft, ex häftling, straftäter, sexualstraftäter, auf bewährung, in haft, freigänger, beschuldigter, angeklagter`,
      topic: `führungszeugnis, bewährung, vorstrafe`,
    },
    es: {
      told: `estuve preso, estuve presa, está preso, está presa, estoy preso, antecedentes penales,  condenada a prisión, condenado por, condenada por, condenaron a prisión, condenaron por, años de cárcel, meses de cárcel, años de prisión, meses de prisión, en la cárcel, a la cárcel, de la cárcel, en prisión, en la prisión, libertad condicional, tercer grado, prisión preventiva, arresto domiciliario, pulsera telemática, detenido por, detenida por, me detuvieron, me arrestaron, imputad*, procesad* por, acusado de robo, acusada de robo, acusado de estafa, trabajos en beneficio de la comunidad, ficha policial, orden de alejamiento, conducir ebrio, conducir borracho, alcoholemia, juicio penal, tráfico de drogas, cumplí condena, cumpliendo condena,
        vender marihuana/droga/cocaína, tráfico de drogas, meses de cárcel, me cayeron`,
      is: `exconvicto, exconvicta, ex presidiario, expresidiario, ex convicto, reo, en libertad condicional, investigado por, investigada por`,
      topic: `antecedentes penales, cárcel`,
    },
    it: {
      told: `precedenti penali, fedina penale, condannato a, condannata a, condannato per, condannata per, condanna penale, anni di carcere, mesi di carcere, anni di reclusione, mesi di reclusione, in carcere, dal carcere, di carcere, in galera, di galera, in prigione, arresti domiciliari, ai domiciliari, libertà vigilata, libertà condizionale, affidamento in prova, messa alla prova, braccialetto elettronico, custodia cautelare, arrestato per, arrestata per, mi hanno arrestato, indagato per, indagata per, imputat*, rinviato a giudizio, rinviata a giudizio, denunciato per, denunciata per, patteggi*, pena sospesa, spaccio, guida in stato di ebbrezza, obbligo di firma,
        per spaccio, spacciavo, mesi di carcere, anni di galera`,
      is: `pregiudicat*, ex detenut*, ex carcerat*, indagat*, imputat*, agli arresti, latitante, ai domiciliari`,
      topic: `fedina penale, carcere`,
    },
    pt: {
      told: `estive preso, estive presa, esteve preso, esteve presa, está preso, está presa, já fui preso, saí da prisão, antecedentes criminais, registo criminal, registro criminal, ficha criminal, cadastro criminal,  condenada a, condenado por, condenada por, passagem pela polícia, passagens pela polícia, anos de prisão, meses de prisão, anos de cadeia, na prisão, na cadeia, da prisão, da cadeia, pena suspensa, regime semiaberto, regime aberto, regime fechado, liberdade condicional, liberdade provisória, prisão preventiva, prisão domiciliar, prisão domiciliária, pulseira eletrónica, tornozeleira, preso por, presa por, fui preso, fui presa, detido por, detida por, arguido por, arguida por, constituído arguido, réu em, indiciado por, respondo a processo criminal, processo criminal, tráfico de drogas, dirigir bêbado, embriaguez ao volante, cumpri pena, cumprindo pena, medida socioeducativa, trabalho comunitário,
        por tráfico, vender drogas/maconha, anos de cadeia`,
      is: `ex presidiári*, ex detent*, ex recluso, ex reclusa, foragido, réu, arguido, arguida, presidiári*, egresso do sistema`,
      topic: `antecedentes criminais, prisão`,
    },
    nl: {
      told: `strafblad, veroordeeld voor, veroordeeld wegens, ben veroordeeld, veroordeeld tot,  celstraf, gevangenisstraf, taakstraf, werkstraf, in de gevangenis, uit de gevangenis, gevangenis, in de bak gezeten, vastgezeten, enkelband, proeftijd opgelegd, reclassering*, voorlopige hechtenis, aangehouden voor, gearresteerd, verdacht van, aangeklaagd voor, vog geweigerd, rijden onder invloed, huisarrest, tbs, jeugddetentie, proces verbaal voor,
        maanden cel, jaar cel, wiethandel, drugshandel`,
      is: `ex gedetineerde, veroordeeld, verdachte, gedetineerd, zedendelinquent, voortvluchtig`,
      topic: `strafblad, vog`,
    },
    pl: {
      told: `karany za, karana za, niekaraln*, skazan*, wyrok w zawieszeniu, wyrok za, wyrok skazujący, w zawieszeniu, kurator*, dozór policyjny, dozorze, areszt*, w więzieniu, do więzienia, z więzienia, więzieni*, zakładzie karnym, odsiadk*, odsiedzia*, przedterminow*, zatrzymany za, zatrzymana za, oskarżon*, zarzuty, postawiono mi, prokuratur*, za kradzież, jazdę po alkoholu, opask* elektroniczn*, prace społeczne, poprawczak*, kartotek*, rejestrze karnym,
        handel marihuaną/narkotykami, lat więzienia`,
      is: `karany, karana, byłym więźniem, recydywist*, skazan*, oskarżon*, podejrzan* o, poszukiwan*`,
      topic: `zaświadczenie o niekaralności, więzienie`,
    },
    zh: {
      told: `犯罪记录, 前科, 案底, 坐过牢,  坐牢, 服刑, 被判刑, 判刑, 判了缓刑, 缓刑, 假释, 取保候审, 被拘留, 拘留, 刑满释放, 被逮捕, 被捕, 劳教, 监外执行, 酒驾被, 醉驾, 被起诉, 蹲过监狱, 进过监狱, 监狱, 看守所, 少管所, 入狱, 吸毒被抓, 社区矫正, 诈骗罪, 盗窃罪, 通缉,
        卖大麻, 贩卖毒品, 判了一年, 判了两年, 判了三年, 判了半年`,
      is: `刑满释放人员, 犯人, 囚犯, 嫌疑人, 被告人, 劳改犯`,
      topic: `犯罪记录, 缓刑`,
    },
    ja: {
      told: `前科, 前歴, 逮捕され, 逮捕歴, 有罪判決, 執行猶予, 保護観察, 仮釈放, 服役, 刑務所, 懲役, 起訴され, 不起訴, 書類送検, 少年院, 拘置所, 留置, 勾留, 保釈, 万引きで, 飲酒運転で, 窃盗で, 痴漢で, 鑑別所, 罰金刑, 実刑, 前科者, 出所, 大麻で捕,
        刑務所に入, 大麻を売, 懲役`,
      is: `前科者, 受刑者, 元受刑者, 被告, 被疑者, 指名手配`,
      topic: `前科, 執行猶予`,
    },
    ko: {
      told: `전과*, 집행유예*, 교도소*, 감옥*, 구속*, 체포*, 보호관찰*, 가석방*, 기소*, 소년원*, 징역*, 음주운전으로*`,
      is: `전과자*, 피고인*, 수감자*`,
      topic: `전과*`,
    },
    ru: {
      told: `судимост*, судим, судима, условн* срок*, условно, в тюрьме, тюрьм*, колони*, сидел за, сидела за, отсидел*, арестовал*, под следствием, под стражей, сизо, осужден*, обвиня*, подписк* о невыезде, удо, уголовн* дел*, домашн* арест*`,
      is: `судим, судима, бывшии заключенныи, подозреваем*, обвиняем*`,
      topic: `судимост*`,
    },
    ar: {
      told: `سوابق, *سجن, *السجن, حكم علي, حكم عليه, ادانة, ادنت, اعتقلت, افراج مشروط, سجل جنائي, صحيفة الحالة الجنائية, موقوف, تهمة, وقف التنفيذ`,
      is: `سجين, سجينة, متهم, متهمة, مدان, مدانة`,
      topic: `سجل جنائي`,
    },
    tr: {
      told: `sabıka*, hapis*, cezaevi*, tutuklan*, gözaltı*, denetimli serbestlik*, şartlı tahliye*, mahkum*, hüküm giy*, yargılan*, ev hapsi*`,
      is: `sabıkalıyım, hükümlüyüm, eski hükümlü*, sanık*`,
      topic: `sabıka*`,
    },
  },
};

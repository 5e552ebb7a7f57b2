// Words of political opinion: parties by country, convictions, votes, protest. A party's name alone tells of nobody: it counts
// where the sentence ties a person to it.
import type { Vocabulary } from '../vocabulary.ts';

export const POLITICS: Vocabulary = {
  category: 'politics',
  names: 'a party, a vote or a political act',
  tongues: {
    latin: {
      group: `brexit party, reform uk, sinn fein, snp, afd, spd, cdu, csu, fdp, npd, psoe, vox, erc, bildu, pnv, podemos, ukip, dup, sdlp, plaid cymru, antifa, black lives matter, extinction rebellion, fridays for future, letzte generation, last generation, just stop oil, amnesty, maga, likud, kpö, övp, spö, fpö`,
    },
    en: {
      told: `voted labour, vote labour, voting labour, voted conservative, vote conservative, voted tory, vote tory, voted green, voted republican, voted democrat, vote republican, vote democrat, voted for trump, voted for biden, voted for harris, vote for trump, voted for corbyn, voted for farage, voted leave, voted remain, voted brexit, voted for brexit, voted against brexit, my political views, my political opinions, my politics, my political beliefs, political asylum, political prisoner, political refugee, party membership card, my party membership, canvassed for, campaigned for the, burned my draft card, conscientious objector, anti government, against the government, against the regime, political activist, dissident, leaked documents to protest`,
      is: `socialist, communist, marxist, leninist, trotskyist, anarchist, libertarian, fascist, neo nazi, nazi, white supremacist, conservative, a tory, a lifelong tory, democrat, a registered democrat, registered democrat, republican, registered republican, a liberal, liberal democrat, left wing, right wing, far left, far right, leftist, a brexiteer, brexiteer, remainer, a monarchist, royalist, nationalist, separatist, scottish nationalist, feminist activist, pro choice, pro life, anti abortion, antifascist, anti fascist, zionist, anti zionist, trump supporter, trump voter, maga supporter, a dissident, political activist, labour voter, tory voter, green voter, labour supporter, labour councillor, party activist, communist sympathiser, environmental activist, climate activist`,
      group: `the labour party, labour, young labour party, labour party,   conservative party, the conservatives, conservatives, tory party, tories, liberal democrats, lib dems, green party, the greens, the lib dems, democratic party, republican party, the democrats, the republicans, gop, communist party, socialist party, socialist workers party, workers party, democratic socialists, dsa, libertarian party, national front, bnp, reform party, alliance party, fianna fail, fine gael, liberal party, ndp, bloc quebecois, one nation, national party, anc, economic freedom fighters, democratic alliance, bjp, congress party, aam aadmi, opposition party, political party, far right party, far left party, political rally, protest march, protest against, the protest, a protest,  demonstration against, demonstration for, demonstration in, anti government demonstration, government demonstration, a demonstration, the demonstration, women s march, pride march, climate strike, sit in, tea party, proud boys, young conservatives, young labour, young democrats,  independence movement, pro palestine march, palestine march, peace march, anti war march, protest camp`,
      topic: `election, vote, voting, political party, protest`,
    },
    fr: {
      told: `mes opinions politiques, mes idées politiques, mes convictions politiques, mon engagement politique, ma carte du parti, carte du parti, voté à gauche, vote à gauche, voté à droite, vote à droite, voté extrême droite, voté extrême gauche, voté mélenchon, vote mélenchon, voté macron, voté le pen, vote le pen, vote macron, voté pour le pen, voté pour mélenchon, voté pour macron, voté zemmour, voté blanc, colleur d affiches, collé des affiches, gilet jaune, gilets jaunes, asile politique, réfugié politique, opposant politique, objecteur de conscience, manifesté contre, manifesté pour, au/du/le ps, au/du/le rn, au/du/le fn`,
      is: `socialiste, communiste, marxiste, trotskiste, anarchiste, libertaire, fasciste, néonazi, royaliste, monarchiste, gaulliste, macroniste, lepéniste, mélenchoniste, insoumis, insoumise, frontiste, écologiste militant, nationaliste, indépendantiste, de gauche, de droite, d extrême gauche, d extrême droite, militant politique, militante politique, militant écologiste, militante écologiste, militante féministe, anticapitaliste, antifasciste, souverainiste, élu municipal, sioniste, antisioniste, opposant au régime, opposant au`,
      group: `républicains, insoumis, écologistes, socialistes, communistes, parti socialiste, au ps, du ps, parti communiste, pcf, la france insoumise, france insoumise, lfi, nouveau parti anticapitaliste, npa, lutte ouvrière, europe écologie, eelv, les écologistes, les verts, modem, renaissance, en marche, les républicains, lr, ump, rassemblement national, rn, front national, fn, reconquête, debout la france, génération identitaire, action française, extrême droite, extrême gauche, attac, greenpeace, cimade, parti politique, parti québécois, manifestation, manifestations, manif, blocage, black bloc, soulèvements de la terre, dernière rénovation, udi, place publique, parti de gauche, parti radical,
        marche contre/pour, la marche des`,
      topic: `élection, vote, parti politique, manifestation`,
    },
    de: {
      told: `meine politische*, meiner politischen, meinen politischen, parteibuch, parteimitglied*, parteiaustritt, wähle links, wähle rechts, links gewählt, grün gewählt, wähle grün, wähle die grünen, wähle die linke, die linke gewählt, die grünen gewählt, wähle die union, politisches asyl, politisch verfolgt*, regimegegner*, oppositionell*, wehrdienstverweigerer, kriegsdienstverweigerer, querdenker*, reichsbürger*, klimakleber, montagsdemo*, auf der demo gegen, demo gegen, demo für, demonstriere gegen, demonstriert gegen, gegen die regierung demonstriert`,
      is: `sozialist*, kommunist*, marxist*, anarchist*, sozialdemokrat*, christdemokrat*, liberaler, nazi, neonazi, faschist*, rechtsextrem*, linksextrem*, linksradikal*, rechtsradikal*, antifaschist*, nationalist*, monarchist*, konservativ*, libertär*, afd wähler*, grünen wähler*, spd wähler*, cdu wähler*, linker aktivist, politischer aktivist, politische aktivistin, klimaaktivist*, umweltaktivist*, feministische aktivistin, identitär*, stadtrat für, politisch links, politisch rechts, zionist*, dissident*`,
      group: `afd, spd, cdu, csu, fdp, den grünen, die grünen, bündnis 90, grünen partei, der linken, die linke, linkspartei,  bündnis sahra wagenknecht, npd, die heimat, dkp, mlpd, piratenpartei, freie wähler,  jusos, junge union, grüne jugend, julis, linksjugend, junge alternative, identitäre bewegung, pegida, antifa, partei, einer partei, der partei, parteitag, demo, demos, demonstration, demonstrationen, kundgebung, montagsspaziergang, letzten generation, ende gelände, christopher street day, klimastreik, friedensdemo, svp, bürgerinitiative,
        *demo, *demonstration, *demonstrationen, *kundgebung, ostermarsch`,
      topic: `wahl, partei, demonstration, wahlprogramm`,
    },
    es: {
      told: `mis ideas políticas, mis opiniones políticas, mi ideología, mi militancia, carné del partido, carnet del partido, voté a la izquierda, voto a la izquierda, voto a la derecha, voté a la derecha, voté a sánchez, voté a vox, voto a vox, voté a podemos, voté al psoe, voté al pp, voto al pp, voto al psoe, voté a milei, voté a petro, voté a amlo, voté a morena, asilo político, refugiado político, perseguido político, preso político, opositor*, objetor de conciencia, manifesté contra, manifestado contra, concejal del, concejala del`,
      is: `socialista, comunista, marxista, anarquista, libertario, fascista, franquista, falangista, neonazi, carlista, monárquico, republicano, peronista, kirchnerista, chavista, sandinista, zapatista, correísta, fujimorista, independentista, nacionalista, separatista, de izquierdas, de izquierda, de derechas, de derecha, de extrema derecha, de extrema izquierda, ultraderechista, podemita, votante de vox, votante del pp, votante del psoe, activista político, activista política, activista feminista, ecologista militante, antifascista, sionista, disidente, liberal convencido, conservadora convencida`,
      group: `los socialistas, los comunistas, los verdes, los populares, un partido político, partido de izquierda, partido verde, psoe, partido socialista, al pp, del pp, partido popular, el pp, podemos, unidas podemos, sumar, izquierda unida, ciudadanos, vox, esquerra, erc, junts, la cup, bildu, eh bildu, pnv, bng, coalición canaria, más madrid, falange, partido comunista, pce, morena, el pri, el pan, prd, partido justicialista, frente de todos, frente amplio, la libertad avanza, propuesta republicana, colombia humana, pacto histórico, partido liberal, partido conservador,  manifestación, manifestaciones, mani, protesta, protestas, marcha feminista, concentración contra, marcha contra, 15m, nuevas generaciones, juventudes socialistas, movimiento al socialismo, acampada,
        marcha contra/por`,
      topic: `elecciones, voto, partido político, manifestación`,
    },
    it: {
      told: `mie idee politiche, mie opinioni politiche, mio orientamento politico, mia militanza, tessera del partito, tessera di partito, voto a sinistra, votato a sinistra, voto a destra, votato a destra, voto la meloni, votato meloni, votato la meloni, voto meloni, votato salvini, voto salvini, votato per salvini, voto lega, votato lega, voto pd, votato pd, voto cinque stelle, votato cinque stelle, voto forza italia, votato fratelli d italia, voto fratelli d italia, asilo politico, rifugiato politico, perseguitato politico, dissidente, obiettore di coscienza, manifestato contro, contro il governo, al/del/il/votato/voto pd`,
      is: `socialista, comunista, marxista, anarchico, anarchica, fascista, neofascista, nazista, leghista, grillino, grillina, berlusconiano, meloniana, meloniano, piddino,  monarchico, nazionalista, indipendentista, di sinistra, di destra, di estrema destra, di estrema sinistra, antifascista, attivista politico, attivista politica, attivista climatico, attivista climatica, femminista militante, no vax, no tav, no global, elettore della, elettrice della, elettore del, sovranista, sionista, democristiano, ambientalista militante`,
      group: `i verdi, partito dei, un partito politico, partito di sinistra, partito di destra, partito democratico, pd, forza italia, fratelli d italia, lega, lega nord, movimento cinque stelle, movimento 5 stelle, cinque stelle, m5s, rifondazione, rifondazione comunista, partito comunista, potere al popolo, sinistra italiana, verdi, europa verde, italia viva,  più europa, radicali, casapound, casa pound, forza nuova, msi, movimento sociale, democrazia cristiana, partito radicale, partito socialista, alleanza nazionale,  sezione del partito, manifestazione, manifestazioni, corteo, sit in, protesta, presidio contro, ultima generazione, anpi, sardine, centri sociali, centro sociale, südtiroler volkspartei, giovani democratici, gioventù nazionale,
        marcia contro/per, corteo contro/per`,
      topic: `elezioni, voto, partito politico, manifestazione`,
    },
    pt: {
      told: `minhas ideias políticas, minhas opiniões políticas, minha opinião política, minha posição política, minha militância, cartão do partido, votei à esquerda, voto à esquerda, votei na esquerda, votei na direita, votei à direita, votei no lula, votei em lula, votei no bolsonaro, votei em bolsonaro, voto no lula, voto no bolsonaro, votei no pt, votei no psol, votei no chega, voto chega, votei chega, votei ps, voto ps, votei psd, votei no ps, votei no psd, asilo político, refugiado político, perseguido político, preso político, objetor de consciência, objector de consciência, contra o governo, protesto contra, no/do/pelo pt, no/do/pelo ps, no/do/pelo pl`,
      is: `socialista, comunista, marxista, anarquista, fascista, neonazista, integralista, petista, bolsonarista, lulista, tucano, monarquista, monárquico, nacionalista, separatista, independentista, de esquerda, de direita, de extrema direita, de extrema esquerda, antifascista, ativista política, ativista político, ativista ambiental, feminista militante, eleitor do, eleitora do, eleitor da, sionista, dissidente, comuna, salazarista, social democrata, esquerdista, direitista, conservador convicto`,
      group: `um partido político, partido de esquerda, partido verde, pt, partido dos trabalhadores, psol, psdb, mdb, pl, partido liberal, união brasil, pcdob, pc do b, pcb, pstu, pdt, psb, psd, partido novo, rede sustentabilidade, ps, partido socialista, partido social democrata, chega, iniciativa liberal, bloco de esquerda, pcp, partido comunista, cdu,  cds, mpla, unita, frelimo, renamo, mst, mtst,  manifestação, manifestações, protesto, protestos, passeata, ato contra, marcha contra, marcha da maconha, juventude socialista, jsd, movimento sem terra,
        marcha contra/pela/pelo`,
      topic: `eleições, voto, partido político, manifestação`,
    },
    nl: {
      told: `mijn politieke*, partijlid*, partijlidmaatschap, stem links, stem rechts, op wilders, op de pvv, op groenlinks, op de vvd, op rutte, op baudet, politiek asiel, politiek vluchteling, politiek vluchtelinge, dissident, dienstweigeraar, tegen de regering, gedemonstreerd tegen, lid/lijst/stem/congres/fractie van/voor/op de sp`,
      is: `socialist*, communist*, marxist*, anarchist*, fascist*, neonazi, sociaaldemocraat, liberaal in hart,  extreemrechts, extreemlinks, linkse activist, pvv er, pvv stemmer, vvd er, pvda er, cda er, vlaams nationalist, flamingant, republikein, monarchist, klimaatactivist*, antifascist, zionist, milieuactivist*, politiek activist`,
      group: `een politieke partij, partij van de arbeid, pvv, vvd, cda, pvda, d66, groenlinks, sp, socialistische partij, partij voor de dieren, pvdd, forum voor democratie, fvd, ja21, bbb, boerburgerbeweging, christenunie, sgp,  nsc, bij1, 50plus, vlaams belang, n va, nva, open vld, cd v,   pvda ptb,  politieke partij, demonstratie, demonstraties, betoging, protest, protestmars, boerenprotest, klimaatmars, rode jeugd, jovd, jonge socialisten,  schild en vrienden,
        *demonstratie, *betoging, *mars, vredesmars`,
      topic: `verkiezingen, stemmen,  demonstratie`,
    },
    pl: {
      told: `moje poglądy polityczne, moich poglądach politycznych, moich poglądów politycznych, poglądy polityczne, legitymację partyjną, partyjn*, głosowałem na trzaskowskiego, głosowałam na trzaskowskiego, głosowałem na nawrockiego, głosowałem na dudę, głosowałam na dudę, azyl polityczny, uchodźcą politycznym, opozycjonist*, przeciwko rządowi, strajk kobiet, strajku kobiet, marszu niepodległości, marsz niepodległości`,
      is: `socjalist*, komunist*, marksist*, anarchist*, faszyst*, nazist*, narodowc*, nacjonalist*, lewicow*, prawicow*, lewakiem, prawakiem, konserwatyst*, liberałem, libertarian*, monarchist*, pisowc*, platformers*, korwinist*, antyfaszyst*, działaczem, działaczką, aktywistą klimatyczn*, aktywistką klimatyczn*, radnym, radną, separatyst*`,
      group: `partii razem, partię razem, pis, prawa i sprawiedliwości, prawo i sprawiedliwość, platformy obywatelskiej, platformę obywatelską, platforma obywatelska, platformę, koalicji obywatelskiej, koalicję obywatelską, konfederacji, konfederację, konfederacja, lewicy, lewicę, nowej lewicy, partii razem,  psl, polski 2050, polskę 2050, trzecią drogę, sld, kukiz, ruchu narodowego, młodzieży wszechpolskiej,  partii, partia, partię, manifestacj*, demonstracj*, proteście, protest, protestach, protestu, marszu równości, onr, nowoczesnej, zielonych, solidarnej polski`,
      topic: `wybory, głosowanie, partia, protest`,
    },
    zh: {
      told: `抗议活动, 抗议游行, 参加抗议, 去抗议, 入党, 退党, 政治立场, 政治观点, 政治庇护, 政治难民, 异见,  反政府, 反贼, 反送中, 法轮功, 白纸运动, 六四, 挺共, 反共, 民主运动, 民运, 政治犯,  上访, 示威, 抗议活动,  投票给, 投给了, 港独, 台独, 支持台湾独立, 想入党, 入党申请`,
      is: `党员, 预备党员, 共产党员, 共产主义者, 社会主义者, 自由派, 左派, 右派, 保守派, 无政府主义者, 民族主义者, 异见人士, 活动人士, 民主人士, 绿营, 蓝营, 黄丝, 蓝丝, 独派, 统派, 团员, 民主党派`,
      group: `共产党, 中共, 国民党, 民进党, 民众党, 民主党, 共和党, 工党, 保守党, 绿党, 时代力量, 民建联, 公民党, 民革, 民盟, 九三学社, 致公党, 游行, 集会, 示威, 反对党, 社民连, 台湾基进, 香港众志, 社会党,  罢课`,
      topic: `选举, 投票, 示威`,
    },
    ja: {
      told: `入党, 離党, 党籍, 政治思想, 政治的信条, 政治的な意見, 支持政党, 政治活動, 亡命, 政治難民, 反政府, 反体制, 反原発, 反戦デモ, 国会前のデモ, デモ行進, デモに参加, デモに行, 抗議活動, 抗議デモ, 座り込み, 赤旗を購読, 赤旗を, 選挙活動, 選挙運動, 学生運動, 辺野古`,
      is: `共産党員, 自民党員, 党員, 共産主義者, 社会主義者, 右翼, 左翼, ネトウヨ, 保守派, リベラル派, リベラル, 無政府主義者, アナキスト, 活動家, 愛国者, 過激派, マルクス主義者, 後援会員`,
      group: `自民党, 自由民主党, 立憲民主党, 立民, 日本維新の会, 維新の会, 維新, 公明党, 共産党, 国民民主党, れいわ新選組, れいわ, 社民党, 参政党, nhk党, 日本保守党, 民主党, 幸福実現党, 都民ファースト, 民青, 中核派, 革マル, 日本会議, 在特会, 共和党, 社会党, 新社会党, 後援会, デモ, 九条の会, 政治団体, 保守党`,
      topic: `選挙, 投票, デモ`,
    },
    ko: {
      told: `시위에*, 집회에*, 촛불집회*, 정치 성향*, 정치적 견해*, 정치 망명*, 탄핵 집회*, 태극기 집회*, 입당*, 탈당*`,
      is: `공산주의자*, 사회주의자*, 진보*, 보수*, 좌파*, 우파*, 페미니스트*`,
      group: `더불어민주당*, 민주당*, 국민의힘*, 정의당*, 진보당*, 개혁신당*, 조국혁신당*, 노동당*, 녹색당*`,
      topic: `선거*, 투표*`,
    },
    ru: {
      told: `политическ* убежищ*, политическ* взгляд*, политзаключ*, оппозиционер*, вышел на митинг, вышла на митинг, на митинг, на митинге, на митинги, против воины, против войны, голосовал за, голосовала за, навальн*, против власти, партбилет*, иностранн* агент*`,
      is: `коммунист*, социалист*, анархист*, либерал*, националист*, монархист*, фашист*, левых взглядов, правых взглядов, оппозиционер*, активист*`,
      group: `единои росси*, единую россию, кпрф, лдпр, справедлив* росси*, яблок*, коммунистическ* партии, коммунистическую партию, парти*, митинг*, демонстраци*`,
      topic: `выборы, митинг`,
    },
    ar: {
      told: `اللجوء السياسي, لاجئ سياسي, سجين سياسي, معارض للنظام, ضد الحكومة, ضد النظام, مظاهرة, مظاهرات, *مظاهرة, *مظاهرات, ارائي السياسية, انتمائي السياسي, صوت لحزب`,
      is: `شيوعي, شيوعية, اشتراكي, اشتراكية, معارض, معارضة, علماني, ليبرالي, ناشط سياسي, ناشطة سياسية, اخواني, قومي`,
      group: `*حزب, الاخوان, *الاخوان المسلمين, حركة فتح, حماس, حزب الله`,
      topic: `*انتخابات`,
    },
    tr: {
      told: `siyasi görüş*, siyasi sığınma*, siyasi mülteci*, eyleme katıl*, gösteriye katıl*, mitinge*, oy verdim, oy veriyorum, hükümet karşıtı`,
      is: `komünist*, sosyalist*, ülkücü*, kemalist*, anarşist*, milliyetçi*, solcu*, sağcı*`,
      group: `chp, akp, ak parti*, mhp, hdp, dem parti*, iyi parti*, tip, saadet partisi*, partisi*, partiy*, partil*, partide, cumhuriyet halk partisi*`,
      topic: `seçim*, oy`,
    },
  },
};

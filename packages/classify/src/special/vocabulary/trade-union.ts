// Words of trade unions: unions by country, offices and acts (joining, striking, standing for the works council).
import type { Vocabulary } from '../vocabulary.ts';

export const TRADE_UNION: Vocabulary = {
  category: 'trade-union',
  names: 'a trade union or a strike',
  tongues: {
    latin: {
      group: `ver.di, ver di, ig metall, igbce, ig bau, cgt, cfdt, cftc, cgil, cisl, cgtp, ccoo, ugt, fnv, cnv, uaw, seiu, afscme, opzz, abvv, acv, unia, teamsters`,
    },
    en: {
      told: `shop steward, union rep, union representative, union steward, union member*, union card, union dues, union subs, union meeting*, union organi*, unionised, unionized, unionise, unionize, unionising, unionizing, trade unionist, works council, picket line, went on strike, on strike with, on strike for, on strike, joined the strike, walked out with, wildcat strike, industrial action, union ballot, union busting, workers council, collective bargaining, vote for the union, voted for the union, start a union, starting a union, forming a union, formed a union, my union, our union,
        we re/are striking, striking again, striking next, my union s`,
      is: `trade unionist, union member, shop steward, union rep, union official, strike leader, union activist, unionist at work`,
      group: `unite the union, trade union, labour union, labor union, workers union, teachers union, nurses union, union at work, the union, a union, union local, afl cio, teamsters, uaw, seiu, unison, gmb, unite the union, rmt, aslef, tssa, usdaw, nasuwt,  ucu, royal college of nursing, bma, pcs union, nujs, nuj,  sag aftra, iww, cwa, afscme, united auto workers, united steelworkers, starbucks workers united, amazon labor union, unifor, cupe, actu, cfmeu, cosatu, numsa, siptu, fire brigades union, communication workers union, strike committee, walkout, strike`,
      topic: `trade union, union rights, strike rights`,
    },
    fr: {
      told: `syndiqué*, me syndiquer, syndicaliste*, délégué syndical, déléguée syndicale, délégués syndicaux, représentant syndical, représentante syndicale, mandat syndical, carte syndicale, cotisation syndicale, section syndicale, réunion syndicale, activité syndicale, activités syndicales, engagement syndical, discrimination syndicale, fait grève, faire grève, fais grève, en grève, gréviste, gréviste*, la grève, délégué du personnel, déléguée du personnel, élu au cse, élue au cse, membre du cse, piquet de grève, mon syndicat, débrayage,
        le/mon/notre syndicat, refait/refaire/refais/refaisons grève, on fait grève`,
      is: `syndicaliste, cégétiste, cédétiste, gréviste, militant syndical, militante syndicale`,
      group: `sud solidaires, union syndicale solidaires, sud education, syndicat, syndicats, cgt, cfdt, fo, force ouvrière, cftc, cfe cgc,  sud rail, unsa, fsu, snes, confédération paysanne, fnsea, csn, ftq, grève`,
      topic: `syndicat, droit de grève`,
    },
    de: {
      told: `gewerkschaftsmitglied*, gewerkschafter*, gewerkschaftlich, gewerkschaftsbeitrag, gewerkschaftssekretär*, gewerkschaftsausweis, gewerkschaftsversammlung, betriebsrat gewählt, im betriebsrat, betriebsrätin, betriebsratsmitglied, betriebsratsvorsitzende*, betriebsratswahl, betriebsrat gründen, vertrauensmann der, vertrauensfrau der, vertrauensleute, personalrat, streikposten, gestreikt, streike, streikt mit, beim streik, am streik, warnstreik, warnstreiks, streikgeld, streikkasse, meine gewerkschaft, meiner gewerkschaft,
        die/meine/unsere gewerkschaft, der gewerkschaft, wir streiken, streiken wir`,
      is: `gewerkschafter*, betriebsrat, betriebsrätin, gewerkschaftssekretär*`,
      group: `gewerkschaft, gewerkschaften, ver di, verdi, ig metall, igm, ig bce, igbce, ig bau, gew, gdl, evg, ngg, dgb, dbb, marburger bund,  ögb, unia, gpa, polizeigewerkschaft, fau, streik`,
      topic: `gewerkschaft, streikrecht, betriebsrat`,
    },
    es: {
      told: `sindicad*, sindicalista*, sindicarme, afiliado al sindicato, delegado sindical, delegada sindical, enlace sindical, liberado sindical, liberada sindical, representante sindical, cuota sindical, sección sindical, actividad sindical, asamblea sindical, carné sindical, comité de empresa, hice huelga, hacer huelga, he hecho huelga, fui a la huelga, en huelga, la huelga, huelguista, piquete, mi sindicato, nuestro sindicato, elecciones sindicales, delegado de personal, delegada de personal,
        el/mi/nuestro sindicato, a la huelga, de huelga`,
      is: `sindicalista, cenetista, delegado sindical, huelguista`,
      group: `sindicato, sindicatos, comisiones obreras,  ccoo, cc oo, ugt, cgt, cnt,  csif, csi f,  satse, stes, cut, cgtp, cta, utep, smata, uom, sntete, snte, cnte, ctm, fecode, huelga, huelga general, paro nacional`,
      topic: `sindicato, derecho de huelga`,
    },
    it: {
      told: `sindacalista, sindacalisti, sindacalizzat*, delegato sindacale, delegata sindacale, rappresentante sindacale, tessera sindacale, tessera del sindacato, trattenuta sindacale, attività sindacale, riunione sindacale, assemblea sindacale, permesso sindacale, permessi sindacali, iscrizione al sindacato, rsu,  scioperat*, sciopero con, fatto sciopero, fare sciopero, aderito allo sciopero, in sciopero, picchetto, mio sindacato, nostro sindacato,
        il/mio/nostro sindacato, scioperiamo, sciopero`,
      is: `sindacalista, rsu, delegato sindacale, delegata sindacale`,
      group: `sindacato, sindacati, cgil, cisl, uil, ugl, usb, cobas,  fiom,  uilm, filt, flc, snals,  filcams, fisascat, si cobas, sgb, anief, sciopero, sciopero generale`,
      topic: `sindacato, diritto di sciopero`,
    },
    pt: {
      told: `sindicalizad*, sindicalizei, sindicalista*, sindicalizar, delegado sindical, delegada sindical, dirigente sindical, representante sindical, contribuição sindical, quota sindical, carteira do sindicato, atividade sindical, reunião do sindicato, reunião sindical, assembleia do sindicato, comissão de trabalhadores, fiz greve, fazer greve, fazendo greve, em greve, a greve, de greve, entrei em greve, aderi à greve, grevista*, piquete, meu sindicato, nosso sindicato, chapa do sindicato,
        o/meu/nosso sindicato, em greve, de greve`,
      is: `sindicalista, grevista, delegado sindical, sindicalizado, sindicalizada`,
      group: `sindicato, sindicatos, cut, força sindical, ctb, conlutas, nova central, cgtp, cgtp in, ugt, fenprof, sinpro, sindicato dos, sindicato das, apeoesp, sitava,  greve, greve geral, sindicato dos metalúrgicos`,
      topic: `sindicato, direito à greve`,
    },
    nl: {
      told: `vakbondslid*, vakbondslidmaatschap, vakbondsman, vakbondsvrouw, vakbondsafgevaardigde, vakbondscontributie, vakbondsconsulent, kaderlid, gestaakt, staak, staken met, meegestaakt, in staking, de staking, mijn vakbond, onze vakbond, ondernemingsraad, or lid, stakingspost, stakingskas,
        de/mijn/onze vakbond, staken we, we staken`,
      is: `vakbondslid, vakbondsman, vakbondsvrouw, kaderlid, staker, syndicalist*`,
      group: `vakbond, de bond, fnv, cnv, abvv, acv, aclvb, fnv bouw, vcp, aob, nvj, staking, stakingen, de unie`,
      topic: `vakbond, stakingsrecht`,
    },
    pl: {
      told: `związkow*, związkowc*, działaczem związkowym, działaczką związkową, składk* związkow*, strajkowa*, strajkuj*, strajku w, komitecie strajkowym, przewodnicząc* związku, zakładow* organizacj*, społecznym inspektorem,
        związek/związku załatwił/pomógł/zawodowy/zawodowego, strajkujemy, strajkuję`,
      is: `związkowc*, związkowcem, związkowczyni*`,
      group: `solidarności, solidarność, związku zawodowego, związku zawodowym, związkach zawodowych, związków zawodowych, związek zawodowy,  opzz, znp, forum związków, inicjatywy pracowniczej, sierpień 80, strajk, strajku`,
      topic: `związek zawodowy, prawo do strajku`,
    },
    zh: {
      told: `工会的抗议, 加入工会, 加入了工会, 工会会员, 工会代表, 工会主席, 工会干部, 组织工会, 成立工会, 罢工, 集体谈判, 怠工, 工会委员, 独立工会, 工人运动, 劳工组织,
        又要罢工, 工会帮, 工会给, 工会替`,
      is: `工会会员, 工会代表, 工会成员, 罢工组织者`,
      group: `工会, 工會, 总工会, 职工盟, 工联会, 全教总, 劳工团体`,
      topic: `工会`,
    },
    ja: {
      told: `労働組合に, 組合に加入, 組合に入, 組合員, 組合活動, 組合費, 団体交渉, 団交, 組合の役員, 組合の委員, 執行委員, ストライキに, ストライキを, ストに参加, 労組, ユニオンに, 春闘,
        組合が, 組合に, 組合の, ストをする, ストに入, ストをし`,
      is: `組合員, 組合役員, 労組役員`,
      group: `労働組合, 労組, 連合, 全労連, 全労協, 自治労, 日教組, 国労, jr総連, 電機連合, 自動車総連, uaゼンセン, 合同労組, 首都圏青年ユニオン, 組合, 関西生コン, ユニオン, ストライキ, 全教`,
      topic: `労働組合`,
    },
    ko: {
      told: `노조에*, 노조 가입*, 노동조합*, 조합원*, 파업*, 노조원*, 노조 활동*`,
      group: `민주노총*, 한국노총*, 노조*, 전교조*, 금속노조*, 화물연대*`,
      topic: `노조*`,
    },
    ru: {
      told: `профсоюз*, забастовк*, бастовал*, бастую`,
      group: `фнпр, профсоюз*`,
      topic: `профсоюз*`,
    },
    ar: { told: `*نقابة, *نقابي, *نقابية, اضراب, *اضراب`, group: `*نقابة, *اتحاد العمال`, topic: `*نقابة` },
    tr: {
      told: `sendika*, greve, grevde, grev yap*, işyeri temsilcisi*`,
      group: `türk iş, hak iş, kesk, eğitim sen, sendika*`,
      topic: `sendika*`,
    },
  },
};

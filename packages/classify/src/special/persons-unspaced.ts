// How a sentence in Chinese or Japanese speaks of a person, and what ties the person to what is said.

/** How a Chinese or Japanese sentence ties a person to what is said: parts of the sentence, without spaces. */
export interface UnspacedGrammar {
  /** A person spoken of. In Japanese it may be left out. */
  readonly person: RegExp;
  /** The person is left out as a rule: a tie is enough, where no one else is the topic. */
  readonly personLeftOut: boolean;
  /** What makes words a sentence where no person is spoken of; queries lack it. */
  readonly predicate: RegExp;
  readonly be: RegExp;
  readonly have: RegExp;
  readonly join: RegExp;
  /** Right behind the term: a matter of study, or the term is part of another word. */
  readonly topicBehind: RegExp;
  /** Shortly before the term: a matter of study, or an animal's. */
  readonly topicBefore: RegExp;
  /** Anywhere: the sentence asks about the world. */
  readonly asks: RegExp;
  readonly others: RegExp;
  readonly negation: RegExp;
  readonly hypothesis: RegExp;
}

export const UNSPACED: Readonly<Record<'zh' | 'ja', UnspacedGrammar>> = {
  zh: {
    person:
      /[我俺咱]|本人|患者|病人|先生|女士|爸爸|妈妈|父亲|母亲|老公|老婆|丈夫|妻子|儿子|女儿|哥哥|弟弟|姐姐|妹妹|奶奶|爷爷|外婆|外公|男朋友|女朋友|同事|室友|闺蜜/u,
    personLeftOut: false,
    predicate: /^/,
    be: /是|作为|身为|成为|当|变成|属于|叫我|喜欢|出柜|算|为/u,
    have: /得了|得的|得过|患|确诊|诊断|查出|检查出|检出|有|感染|吃|服|打|治|做|携带|因为|因|发作|复发|住院|是|被|动了|手术|去年|染上|怀|正在|刚|已经|需要|接受|了|判|坐|犯|采集|录|出现|带|过/u,
    join: /加入|参加|入了|入党|成员|会员|党员|支持|投|退|组织|信|投票|去|皈依|做|是|受洗|脱离|拥护|捐|念|拜|修|成为|教徒|代表|工作|戒/u,
    topicBehind:
      /^(?:的)?(?:早期|初期|常见)?(?:婚礼|服|装|老人的公益|症状|定义|历史|论文|新闻|治疗方法|原因|研究|作业|文章|电影|小说|节日|手抄报|饼干|攻略|旅游|建筑|是什么|有哪些|怎么)/u,
    topicBefore: /关于|有关|研究|介绍|参观|卖|帮助|写|读|看.*书|猫|狗|宠物|兔子|仓鼠|角色|主角|演/u,
    asks: /什么是|是什么|有哪些|怎么治|吗(?:[？?\s]|$)|解释一下|论文|作业|新闻|翻译|小说|文章|摘要|场景|剧本|广告|介绍一下/u,
    others: /^$/u,
    negation: /没有|不是|没得|并非|不信|从未/u,
    hypothesis: /如果|假如|要是|假设/u,
  },
  ja: {
    person:
      /私|僕|俺|わたし|ぼく|自分|うち|母|父|息子|娘|夫|妻|兄|弟|姉|妹|主人|旦那|嫁|親|子ども|子供|祖父|祖母|彼氏|彼女|患者|家族/u,
    personLeftOut: true,
    predicate: /です|ます|まし|ませ|^\S*(?:だ|した|った|れた|んだ|てい|てる|ない|なく|るの|のに|ため)\S*$/u,
    be: /です|だと|である|であり|であっ|で、|でし|なんです|なので|だ$|だけど|だが|として|なのに|なことを|なの|だから|だった|として|に生まれ|とカミング|の(?:家|子|血)|自認/u,
    have: /診断|患|かか|罹|になり|になっ|になる|飲ん|飲み|飲む|持ち|持って|があ[りっる]|通院|入院|手術|治療|服用|感染|受け|休職|休ん|言われ|悩|苦し|です|で、|で(?:休|仕事|働|会社|入|通|手|亡|退)|だと|を抱え|闘病|再発|見つか|発症|判明|経験|中で|中です|打って|打ち|注射|と闘|なので|であるこ|か月|ヶ月|カ月|なんです|処方|障害者手帳|うけ|のため|のせい|ゆえ|を登録|採取|提供|保存|隠し|抱え|であり|もち|ある/u,
    join: /会員|党員|組合員|信者|信徒|加入|入って|入りまし|入党|入信|入会|投票|支持|参加|応援|属|活動|代表|委員|通って|通い|行き|行って|信仰|信じ|改宗|洗礼|脱会|脱退|離党|として|二世|2世|やめ|辞め|結成|役員|育|礼拝|祈|入れて|入れまし|立候補|候補|洗礼|二世|献金/u,
    topicBehind:
      /^(?:とは|について|に関する|に関して|の(?:初期|主な)?(?:症状|歴史|定義|治療法|原因|予防|論文|記事|本|映画|研究|検査方法|レシピ|意味|特徴)|って何|ツアー|料理|建築|観光|の衣装|の仮装|の格好|の近く|の隣|の前|の向かい|の人を支援|の方を支援|の患者を支援|の横|版|ツ|ン)/u,
    topicBefore: /についての|研究して|見学|売って|猫|ねこ|ネコ|犬|ペット|うさぎ|ハムスター|主人公|の役/u,
    asks: /とは何|場面を|シーンを|を研究し|広告を|ですか[？?。]?$|でしょうか[？?。]?$|レポート|論文|記事を|翻訳|要約して|小説|ニュース/u,
    others: /彼は|彼女は|芸能人|首相|大統領|選手/u,
    negation: /ではな|じゃな|ではありません|しません|ていない|なかっ/u,
    hypothesis: /もし|仮に|としたら|だったら/u,
  },
};

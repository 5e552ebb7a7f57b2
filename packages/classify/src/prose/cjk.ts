// Chinese, Japanese and Korean names and addresses. There are no capitals and no blanks, so a name is told by an introduction,
// a label, or an honorific beside a known family name; an address by its grammar from region to house
// (省市区路号, 都道府県市区町村丁目番地号, 시 구 로 번길).
import type { Hits, Report } from '../finder.ts';
import { byteLength, decode, type Text } from '../text.ts';
import { CHINESE_FAMILY, CHINESE_GIVEN, JAPANESE_FAMILY, JAPANESE_GIVEN } from './data/cjk.ts';

const INTRODUCTIONS = [
  ...[
    '我叫',
    '我的名字',
    '名叫',
    '我是',
    '本人',
    '他叫',
    '她叫',
    '叫做',
    '我姓',
    '姓名',
    '联系人',
    '聯絡人',
    '收件人',
    '收货人',
    '收貨人',
    '持卡人',
  ],
  ...['户名', '戶名', '名字是', '名字叫', '患者', '客户', '客戶', '申请人', '申請人', '签名', '投保人'],
  ...['名前は', '私は', '僕は', '氏名', '名前', 'と申します', 'といいます', 'と言います', '宛名', '担当', '口座名義'],
  ...['이름은', '저는', '성함', '이름', '성명'],
];
const HONORIFICS = [
  ...[
    '先生',
    '女士',
    '小姐',
    '老师',
    '老師',
    '医生',
    '醫生',
    '经理',
    '經理',
    '同学',
    '同學',
    '教授',
    '主任',
    '博士',
    '太太',
    '师傅',
  ],
  ...['さん', '様', 'さま', '氏', 'くん', '君', 'ちゃん', '씨', '님'],
];
const PREFECTURES =
  '北海道 青森県 岩手県 宮城県 秋田県 山形県 福島県 茨城県 栃木県 群馬県 埼玉県 千葉県 東京都 神奈川県 新潟県 富山県 石川県 福井県 山梨県 長野県 岐阜県 静岡県 愛知県 三重県 滋賀県 京都府 大阪府 兵庫県 奈良県 和歌山県 鳥取県 島根県 岡山県 広島県 山口県 徳島県 香川県 愛媛県 高知県 福岡県 佐賀県 長崎県 熊本県 大分県 宮崎県 鹿児島県 沖縄県'.split(
    ' ',
  );
const ADDRESSES = [
  '号',
  '號',
  '室',
  '住在',
  '家住',
  '地址',
  '住址',
  '居住',
  '丁目',
  '番地',
  '〒',
  '住所',
  '特别行政区',
  '특별시',
  '광역시',
  '경기도',
  '번길',
  ...PREFECTURES,
];

/** Words that make the finder look here. */
export const CJK_TRIGGERS: readonly string[] = [...INTRODUCTIONS, ...HONORIFICS, ...ADDRESSES];

/** Bytes read before and behind a trigger. */
const BEFORE = 180;
const BEHIND = 180;

interface Patterns {
  readonly chineseName: RegExp;
  readonly chineseHonoured: RegExp;
  readonly japaneseNamed: RegExp;
  readonly japaneseSaid: RegExp;
  readonly japaneseLabel: RegExp;
  readonly japaneseHonoured: RegExp;
  readonly japaneseAm: RegExp;
  readonly korean: RegExp;
  readonly koreanHonoured: RegExp;
}

let compiled: Patterns | undefined;

/** Family names that the sources lack, compound ones first. */
const MORE_CHINESE =
  '欧阳 歐陽 司马 司馬 上官 诸葛 諸葛 东方 東方 皇甫 尉迟 公孙 慕容 令狐 司徒 夏侯 端木 李 王 张 張 刘 劉 陈 陳 杨 楊 黄 黃 赵 趙 吴 吳 周 徐 孙 孫 马 馬 朱 胡 郭 何 林 高 罗 羅 郑 鄭 梁 谢 謝 宋 唐 许 許 邓 鄧 韩 韓 冯 馮 曹 彭 曾 肖 萧 蕭 田 董 潘 袁 蔡 蒋 蔣 余 于 杜 叶 葉 程 魏 苏 蘇 吕 呂 丁 任 卢 盧 姚 沈 钟 鍾 姜 崔 谭 譚 陆 陸 范 汪 廖 石 金 韦 韋 贾 賈 夏 付 方 邹 鄒 熊 白 孟 秦 邱 侯 江 尹 薛 闫 段 雷 龙 龍 黎 史 陶 贺 賀 毛 郝 顾 顧 龚 龔 邵 万 萬 覃 武 钱 錢 戴 严 嚴 莫 孔 向 常 汤 湯';
const KOREAN_FAMILY =
  '김이박최정강조윤장임한오서신권황안송전홍유고문양손배백허남심노하곽성차주우구민류나진지엄채원천방공현함변염여추도소석선설마길연위표명기반왕금옥육인맹제모탁국';

function patterns(): Patterns {
  compiled ??= compile();
  return compiled;
}

function compile(): Patterns {
  const longestFirst = (names: readonly string[]) =>
    [...new Set(names)]
      .filter(Boolean)
      .sort((a, b) => b.length - a.length)
      .join('|');
  const chinese = longestFirst(`${MORE_CHINESE} ${CHINESE_FAMILY}`.split(' '));
  const japanese = longestFirst(JAPANESE_FAMILY.split(' '));
  const given = longestFirst(JAPANESE_GIVEN.split(' '));
  const kana = '[\\p{Script=Hiragana}\\p{Script=Katakana}ー]';
  const anyJapanese = `(?:(?:${japanese})[ 　]?(?:${given}|\\p{Script=Han}{1,3}|${kana}{1,5}?)?|\\p{Script=Han}{2,5}|[\\p{Script=Katakana}ー]{2,10}(?:[ 　・][\\p{Script=Katakana}ー]{2,10})?|\\p{Script=Hiragana}{2,6}|\\p{Script=Han}{1,3}[ 　]\\p{Script=Han}{1,3})`;
  return {
    chineseName: new RegExp(`(?:${chinese})[${CHINESE_GIVEN}]{1,2}`, 'uy'),
    chineseHonoured: new RegExp(
      `((?:${chinese})[${CHINESE_GIVEN}]{0,2})(?:先生|女士|小姐|老师|老師|医生|醫生|经理|經理|同学|同學|教授|主任|博士|太太|师傅)`,
      'gu',
    ),
    japaneseNamed: new RegExp(
      `(私|僕|俺|わたし|彼|彼女|妻|夫|母|父|息子|娘|友人|お客様|担当者)?(?:の)?(?:お)?名前は、?「?(${anyJapanese})」?(?=です|と|だ|でし|であ|。|$)`,
      'gu',
    ),
    japaneseSaid: new RegExp(
      `(?:^|[、。「\\s　は])((?:${japanese})[ 　]?(?:${given}|\\p{Script=Han}{0,3}|${kana}{1,5}?)|${anyJapanese})(?=と申します|といいます|と言います)`,
      'gu',
    ),
    japaneseLabel: new RegExp(`(?:氏名|お?名前|宛名|担当者?|口座名義|患者名)[ 　]*[:：=][ 　]*(${anyJapanese})`, 'gu'),
    japaneseHonoured: new RegExp(
      `((?:${japanese})[ 　]?(?:${given})?)(?:さん|様|さま|氏(?!名)|くん|君|ちゃん|先生)`,
      'gu',
    ),
    japaneseAm: new RegExp(`(?:私|僕)は、?((?:${japanese})[ 　]?(?:${given}|\\p{Script=Han}{1,2})?)(?=です)`, 'gu'),
    korean: new RegExp(
      `(?:이름은|성함은|저는|성명\\s*[:：]|이름\\s*[:：])\\s*([${KOREAN_FAMILY}][가-힣]{1,2}?)(?=입니다|이에요|예요|이고|라고|이라고|이며|[\\s,.。]|$)`,
      'gu',
    ),
    koreanHonoured: new RegExp(`(?<![가-힣])([${KOREAN_FAMILY}][가-힣]{2})\\s?(?=씨|님)`, 'gu'),
  };
}

/** Labels and verbs after which a Chinese name stands, with how sure that is. */
const CHINESE_INTRODUCTION =
  /(?:(我叫|我的名字[是叫]|名字[是叫]|名叫|他叫|她叫|叫做|本人)[:：「“" ]?|(姓名|联系人|聯絡人|收件人|收货人|收貨人|持卡人|户名|戶名|申请人|申請人|投保人|签名|患者|客户|客戶)(?:是|为|叫|[ 　]*[:：=])[ 　]*["“]?|(我是|患者|客户|客戶))/gu;

const NUMERAL = '[0-9０-９〇零一二三四五六七八九十百千]';
const CHINESE_ADDRESS = new RegExp(
  `(?:\\p{Script=Han}{2,7}(?:省|自治区|特别行政区|特別行政區))?(?:\\p{Script=Han}{2,7}?(?:市|自治州|地区|盟))?(?:\\p{Script=Han}{1,7}?(?:区|區|县|縣|旗|市))?(?:\\p{Script=Han}{1,7}?(?:镇|鎮|乡|鄉|街道|村))?(?:\\p{Script=Han}{1,10}?(?:大道|路|街|巷|胡同|弄|道|里))(?:${NUMERAL}{1,4}段)?[0-9０-９A-Za-z-]{0,8}${NUMERAL}{1,5}(?:号|號|弄)(?:[\\p{Script=Han}]{0,10}?[0-9０-９A-Za-z一二三四五六七八九十-]{1,6}(?:号楼|號樓|栋|棟|幢|座|单元|單元|楼|樓|层|層|室|房|号|號|户)){0,5}`,
  'gu',
);
/** What stands before an address in a sentence, up to the first mark of a region or street. */
const BEFORE_ADDRESS =
  /^[^省市区區县縣路街道]{0,12}(?:住在|家住|住址|地址|居住在|位于|寄到|送到|搬到|[在到是为于])(?=\p{Script=Han}{2})/u;
const CHINESE_REGION =
  /(?:住在|家住|居住[在于]|住址[是:：]?|地址[是为:：]?)[ 　]*((?:\p{Script=Han}{2,7}?(?:省|自治区))?\p{Script=Han}{2,7}?(?:市|州)(?:\p{Script=Han}{1,7}?(?:区|區|县|縣|镇|鎮|街道))?(?:\p{Script=Han}{1,8}?(?:路|街|大道|小区|村))?)/gu;
const JAPANESE_ADDRESS = new RegExp(
  `(?:〒? ?[0-9０-９]{3}[-－ー‐][0-9０-９]{4}[ 　\\n]*)?(?:(?:${PREFECTURES.join('|')})[ 　]?)?[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}ヶケー]{1,8}?[市区郡町村][\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}ヶケー]{0,14}?[ 　]?[0-9０-９一二三四五六七八九十]{1,4}(?:丁目|番地|番|[-－ー‐−])(?:[ 　]?[0-9０-９]{1,4}(?:番地?|号|[-－ー‐−])?){0,3}(?:[ 　]?[\\p{Script=Katakana}ー]{2,16}(?:[ 　]?[0-9０-９A-Z]{1,4}号?室?)?)?`,
  'gu',
);
const KOREAN_ADDRESS =
  /(?:[가-힣]{2,4}(?:특별시|광역시|특별자치시|도)|서울|부산|대구|인천|광주|대전|울산|경기)\s?(?:[가-힣]{1,5}[시군구]\s?){1,2}(?:[가-힣]{1,5}[읍면동]\s?)?[가-힣0-9]{1,9}(?:로|길)\s?\d{1,4}(?:번길\s?\d{1,4})?(?:-\d{1,4})?/gu;

/** Finds names and addresses around the triggers. @param firstTrigger index of CJK_TRIGGERS' first word in the finder's list */
export function findCjk(text: Text, hits: Hits, firstTrigger: number, report: Report): void {
  const told = { person: 0, address: 0 };
  let windowEnd = 0;
  for (let index = 0; index < hits.length; index++) {
    const trigger = (hits.trigger[index] as number) - firstTrigger;
    const at = hits.end[index] as number;
    if (trigger < 0 || at <= windowEnd - BEHIND / 2) continue;
    const from = characterStart(text, Math.max(0, at - BEFORE));
    const to = characterStart(text, Math.min(text.bytes.length, at + BEHIND));
    windowEnd = to;
    readWindow(text, from, to, told, report);
  }
}

/** Moves back to the first byte of a character. */
function characterStart(text: Text, at: number): number {
  let start = at;
  while (start > 0 && start < text.bytes.length && ((text.bytes[start] as number) & 0xc0) === 0x80) start--;
  return start;
}

function readWindow(
  text: Text,
  from: number,
  to: number,
  told: { person: number; address: number },
  report: Report,
): void {
  const window = decode(text, from, to);
  const say = (
    kind: 'person/name' | 'person/postal-address',
    rule: string,
    index: number,
    value: string,
    confidence: number,
    reason: string,
  ) => {
    const trimmedStart = index + (value.length - value.trimStart().length);
    const start = from + byteLength(window.slice(0, trimmedStart));
    const end = start + byteLength(value.trim());
    const key = kind === 'person/name' ? 'person' : 'address';
    if (start < told[key] || end <= start) return;
    told[key] = end;
    report.found({ kind, rule: `prose-${rule}`, start, end, confidence, reasons: [reason] });
  };
  const all: Array<{ index: number; tell: () => void }> = [];
  const add = (...found: Parameters<typeof say>) => all.push({ index: found[2], tell: () => say(...found) });

  for (const hit of window.matchAll(CHINESE_ADDRESS)) {
    const lead = BEFORE_ADDRESS.exec(hit[0])?.[0].length ?? 0;
    const sure = /[省市区區县縣]/u.test(hit[0]) ? 0.85 : 0.5;
    add(
      'person/postal-address',
      'cjk-address',
      hit.index + lead,
      hit[0].slice(lead),
      sure,
      'an address from region or street to house',
    );
  }
  for (const hit of window.matchAll(JAPANESE_ADDRESS))
    add('person/postal-address', 'cjk-address', hit.index, hit[0], 0.82, 'an address from region to house');
  for (const hit of window.matchAll(KOREAN_ADDRESS))
    add('person/postal-address', 'cjk-address', hit.index, hit[0], 0.82, 'an address from region to house');
  for (const hit of window.matchAll(CHINESE_REGION))
    add(
      'person/postal-address',
      'cjk-region',
      hit.index + hit[0].length - (hit[1] ?? '').length,
      hit[1] ?? '',
      0.5,
      'where someone lives',
    );
  chineseNames(window, add);
  japaneseNames(window, add);
  koreanNames(window, add);
  all.sort((one, other) => one.index - other.index);
  for (const { tell } of all) tell();
}

type Add = (
  kind: 'person/name',
  rule: string,
  index: number,
  value: string,
  confidence: number,
  reason: string,
) => void;

function chineseNames(window: string, add: Add): void {
  const { chineseName, chineseHonoured } = patterns();
  for (const hit of window.matchAll(CHINESE_INTRODUCTION)) {
    chineseName.lastIndex = hit.index + hit[0].length;
    const name = chineseName.exec(window);
    if (name === null) continue;
    const next = window[chineseName.lastIndex] ?? '';
    const ends = next === '' || !/\p{Script=Han}/u.test(next);
    const value = ends ? name[0] : shortened(name[0], next);
    if (hit[1] !== undefined)
      add(
        'person/name',
        'cjk-introduced',
        name.index,
        value,
        ends || value !== name[0] ? 0.86 : 0.78,
        'behind an introduction',
      );
    else if (hit[2] !== undefined)
      add('person/name', 'cjk-label', name.index, name[0], 0.86, 'behind a label for names');
    else if (ends)
      add('person/name', 'cjk-introduced', name.index, name[0], 0.55, 'family and given name behind "I am"');
  }
  for (const hit of window.matchAll(chineseHonoured))
    add(
      'person/name',
      'cjk-honoured',
      hit.index,
      hit[1] ?? '',
      (hit[1] ?? '').length > 1 ? 0.8 : 0.76,
      'a family name before an honorific',
    );
}

/** A given name's last character that rather begins the next word: `我叫李明住在`. */
function shortened(name: string, next: string): string {
  return name.length > 2 && /[住今来在是的和要想有也]/u.test(name.at(-1) ?? '') && next !== ''
    ? name.slice(0, -1)
    : name;
}

function japaneseNames(window: string, add: Add): void {
  const { japaneseNamed, japaneseSaid, japaneseLabel, japaneseHonoured, japaneseAm } = patterns();
  for (const hit of window.matchAll(japaneseNamed)) {
    const value = hit[2] ?? '';
    add(
      'person/name',
      'cjk-introduced',
      hit.index + hit[0].length - value.length - (hit[0].endsWith('」') ? 1 : 0),
      value,
      hit[1] === undefined ? 0.6 : 0.86,
      'behind an introduction',
    );
  }
  for (const hit of window.matchAll(japaneseSaid)) {
    const value = hit[1] ?? '';
    add('person/name', 'cjk-introduced', hit.index + hit[0].length - value.length, value, 0.82, 'before "is my name"');
  }
  for (const hit of window.matchAll(japaneseLabel)) {
    const value = hit[1] ?? '';
    add('person/name', 'cjk-label', hit.index + hit[0].length - value.length, value, 0.8, 'behind a label for names');
  }
  for (const hit of window.matchAll(japaneseHonoured))
    add('person/name', 'cjk-honoured', hit.index, hit[1] ?? '', 0.76, 'a family name before an honorific');
  for (const hit of window.matchAll(japaneseAm)) {
    const value = hit[1] ?? '';
    add(
      'person/name',
      'cjk-introduced',
      hit.index + hit[0].length - value.length,
      value,
      0.7,
      'a family name behind "I am"',
    );
  }
}

function koreanNames(window: string, add: Add): void {
  const { korean, koreanHonoured } = patterns();
  for (const hit of window.matchAll(korean)) {
    const value = hit[1] ?? '';
    const named = !hit[0].startsWith('저는');
    add(
      'person/name',
      'cjk-introduced',
      hit.index + hit[0].length - value.length,
      value,
      named ? 0.84 : 0.6,
      'behind an introduction',
    );
  }
  for (const hit of window.matchAll(koreanHonoured))
    add('person/name', 'cjk-honoured', hit.index, hit[1] ?? '', 0.5, 'a family name before an honorific');
}

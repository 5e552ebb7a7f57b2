// Chinese, Japanese and Korean names: by an introduction, a label, or an honorific beside a known family name. The patterns
// hold all family names and are slow where they cannot match, so each is made at first use and asked only where a
// word stands that its matches must hold.
import type { CjkFinding } from './cjk-finding.ts';
import { CHINESE_FAMILY, CHINESE_GIVEN, JAPANESE_FAMILY, JAPANESE_GIVEN } from './data/cjk.ts';

/** Family names that the sources lack, compound ones first. */
const MORE_CHINESE =
  '欧阳 歐陽 司马 司馬 上官 诸葛 諸葛 东方 東方 皇甫 尉迟 公孙 慕容 令狐 司徒 夏侯 端木 李 王 张 張 刘 劉 陈 陳 杨 楊 黄 黃 赵 趙 吴 吳 周 徐 孙 孫 马 馬 朱 胡 郭 何 林 高 罗 羅 郑 鄭 梁 谢 謝 宋 唐 许 許 邓 鄧 韩 韓 冯 馮 曹 彭 曾 肖 萧 蕭 田 董 潘 袁 蔡 蒋 蔣 余 于 杜 叶 葉 程 魏 苏 蘇 吕 呂 丁 任 卢 盧 姚 沈 钟 鍾 姜 崔 谭 譚 陆 陸 范 汪 廖 石 金 韦 韋 贾 賈 夏 付 方 邹 鄒 熊 白 孟 秦 邱 侯 江 尹 薛 闫 段 雷 龙 龍 黎 史 陶 贺 賀 毛 郝 顾 顧 龚 龔 邵 万 萬 覃 武 钱 錢 戴 严 嚴 莫 孔 向 常 汤 湯';
const KOREAN_FAMILY =
  '김이박최정강조윤장임한오서신권황안송전홍유고문양손배백허남심노하곽성차주우구민류나진지엄채원천방공현함변염여추도소석선설마길연위표명기반왕금옥육인맹제모탁국';

function longestFirst(names: readonly string[]): string {
  return [...new Set(names)]
    .filter(Boolean)
    .sort((a, b) => b.length - a.length)
    .join('|');
}

function longestOf(alternatives: string): number {
  return Math.max(...alternatives.split('|').map((name) => name.length));
}

/** The first UTF-16 units of names. */
function beginningsOf(alternatives: string): ReadonlySet<number> {
  return new Set(alternatives.split('|').map((name) => name.charCodeAt(0)));
}

/** Makes a value at its first use, and keeps it. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

const chineseFamily = once(() => longestFirst(`${MORE_CHINESE} ${CHINESE_FAMILY}`.split(' ')));
const japaneseFamily = once(() => longestFirst(JAPANESE_FAMILY.split(' ')));
const japaneseGiven = once(() => longestFirst(JAPANESE_GIVEN.split(' ')));

const KANA = '[\\p{Script=Hiragana}\\p{Script=Katakana}ー]';
const anyJapanese = once(
  () =>
    `(?:(?:${japaneseFamily()})[ 　]?(?:${japaneseGiven()}|\\p{Script=Han}{1,3}|${KANA}{1,5}?)?|\\p{Script=Han}{2,5}|[\\p{Script=Katakana}ー]{2,10}(?:[ 　・][\\p{Script=Katakana}ー]{2,10})?|\\p{Script=Hiragana}{2,6}|\\p{Script=Han}{1,3}[ 　]\\p{Script=Han}{1,3})`,
);

const chineseName = once(() => new RegExp(`(?:${chineseFamily()})[${CHINESE_GIVEN}]{1,2}`, 'uy'));
const CHINESE_HONORIFIC = '先生|女士|小姐|老师|老師|医生|醫生|经理|經理|同学|同學|教授|主任|博士|太太|师傅';
const chineseHonoured = once(() => ({
  pattern: new RegExp(`((?:${chineseFamily()})[${CHINESE_GIVEN}]{0,2})(?:${CHINESE_HONORIFIC})`, 'uy'),
  longest: longestOf(chineseFamily()) + 4,
  begins: beginningsOf(chineseFamily()),
}));
const CHINESE_HONOURED = new RegExp(CHINESE_HONORIFIC);
const BEFORE_CHINESE_HONORIFIC = new RegExp(`(?=${CHINESE_HONORIFIC})`, 'g');

const JAPANESE_NAMED = '名前は';
const japaneseNamed = once(
  () =>
    new RegExp(
      `(私|僕|俺|わたし|彼|彼女|妻|夫|母|父|息子|娘|友人|お客様|担当者)?(?:の)?(?:お)?名前は、?「?(${anyJapanese()})」?(?=です|と|だ|でし|であ|。|$)`,
      'gu',
    ),
);
const JAPANESE_SAID = /と申します|といいます|と言います/;
const japaneseSaid = once(
  () =>
    new RegExp(
      `(?:^|[、。「\\s　は])((?:${japaneseFamily()})[ 　]?(?:${japaneseGiven()}|\\p{Script=Han}{0,3}|${KANA}{1,5}?)|${anyJapanese()})(?=と申します|といいます|と言います)`,
      'gu',
    ),
);
const JAPANESE_LABEL = /(?:氏名|お?名前|宛名|担当者?|口座名義|患者名)[ 　]*[:：=]/;
const japaneseLabel = once(
  () => new RegExp(`(?:氏名|お?名前|宛名|担当者?|口座名義|患者名)[ 　]*[:：=][ 　]*(${anyJapanese()})`, 'gu'),
);
const JAPANESE_HONOURED = /さん|様|さま|氏|くん|君|ちゃん|先生/;
const BEFORE_JAPANESE_HONORIFIC = /(?=さん|様|さま|氏|くん|君|ちゃん|先生)/g;
const japaneseHonoured = once(() => ({
  pattern: new RegExp(
    `((?:${japaneseFamily()})[ 　]?(?:${japaneseGiven()})?)(?:さん|様|さま|氏(?!名)|くん|君|ちゃん|先生)`,
    'uy',
  ),
  longest: longestOf(japaneseFamily()) + 1 + longestOf(japaneseGiven()),
  begins: beginningsOf(japaneseFamily()),
}));
const JAPANESE_AM = /[私僕]は/;
const japaneseAm = once(
  () =>
    new RegExp(
      `(?:私|僕)は、?((?:${japaneseFamily()})[ 　]?(?:${japaneseGiven()}|\\p{Script=Han}{1,2})?)(?=です)`,
      'gu',
    ),
);

const KOREAN_LABEL = /이름은|성함은|저는|성명|이름/;
const KOREAN = new RegExp(
  `(?:이름은|성함은|저는|성명\\s*[:：]|이름\\s*[:：])\\s*([${KOREAN_FAMILY}][가-힣]{1,2}?)(?=입니다|이에요|예요|이고|라고|이라고|이며|[\\s,.。]|$)`,
  'gu',
);
const KOREAN_HONORIFIC = /[씨님]/;
const KOREAN_HONOURED = new RegExp(`(?<![가-힣])([${KOREAN_FAMILY}][가-힣]{2})\\s?(?=씨|님)`, 'gu');

/** Labels and verbs after which a Chinese name stands, with how sure that is. */
const CHINESE_INTRODUCTION =
  /(?:(我叫|我的名字[是叫]|名字[是叫]|名叫|他叫|她叫|叫做|本人)[:：「“" ]?|(姓名|联系人|聯絡人|收件人|收货人|收貨人|持卡人|户名|戶名|申请人|申請人|投保人|签名|患者|客户|客戶)(?:是|为|叫|[ 　]*[:：=])[ 　]*["“]?|(我是|患者|客户|客戶))/g;

type Add = (rule: string, index: number, value: string, confidence: number, reason: string) => void;

/** All names in a part of a text. */
export function cjkNames(part: string): CjkFinding[] {
  const found: CjkFinding[] = [];
  const add: Add = (rule, index, value, confidence, reason) =>
    found.push({ kind: 'person/name', rule, index, value, confidence, reason });
  chineseIntroduced(part, add);
  chineseWithHonorific(part, add);
  japaneseIntroduced(part, add);
  japaneseLabelled(part, add);
  japaneseWithHonorific(part, add);
  japaneseSpeakers(part, add);
  koreanNames(part, add);
  return found;
}

function chineseIntroduced(part: string, add: Add): void {
  for (const hit of part.matchAll(CHINESE_INTRODUCTION)) {
    const pattern = chineseName();
    pattern.lastIndex = hit.index + hit[0].length;
    const name = pattern.exec(part);
    if (name === null) continue;
    const next = part[pattern.lastIndex] ?? '';
    const ends = next === '' || !/\p{Script=Han}/u.test(next);
    const value = ends ? name[0] : shortened(name[0], next);
    const sure = ends || value !== name[0];
    if (hit[1] !== undefined) add('cjk-introduced', name.index, value, sure ? 0.86 : 0.78, 'behind an introduction');
    else if (hit[2] !== undefined) add('cjk-label', name.index, name[0], 0.86, 'behind a label for names');
    else if (ends) add('cjk-introduced', name.index, name[0], 0.55, 'family and given name behind "I am"');
  }
}

/** A given name's last character that rather begins the next word: `我叫李明住在`. */
function shortened(name: string, next: string): string {
  return name.length > 2 && /[住今来在是的和要想有也]/u.test(name.at(-1) ?? '') && next !== ''
    ? name.slice(0, -1)
    : name;
}

function chineseWithHonorific(part: string, add: Add): void {
  if (!CHINESE_HONOURED.test(part)) return;
  for (const hit of matchesBefore(part, BEFORE_CHINESE_HONORIFIC, chineseHonoured)) {
    const value = hit[1] ?? '';
    add('cjk-honoured', hit.index, value, value.length > 1 ? 0.8 : 0.76, 'a family name before an honorific');
  }
}

function japaneseIntroduced(part: string, add: Add): void {
  if (part.includes(JAPANESE_NAMED)) {
    for (const hit of part.matchAll(japaneseNamed())) {
      const value = hit[2] ?? '';
      const index = hit.index + hit[0].length - value.length - (hit[0].endsWith('」') ? 1 : 0);
      add('cjk-introduced', index, value, hit[1] === undefined ? 0.6 : 0.86, 'behind an introduction');
    }
  }
  if (JAPANESE_SAID.test(part)) {
    for (const hit of part.matchAll(japaneseSaid()))
      add('cjk-introduced', ...lastGroup(hit), 0.82, 'before "is my name"');
  }
}

function japaneseLabelled(part: string, add: Add): void {
  if (!JAPANESE_LABEL.test(part)) return;
  for (const hit of part.matchAll(japaneseLabel()))
    add('cjk-label', ...lastGroup(hit), 0.8, 'behind a label for names');
}

function japaneseWithHonorific(part: string, add: Add): void {
  if (!JAPANESE_HONOURED.test(part)) return;
  for (const hit of matchesBefore(part, BEFORE_JAPANESE_HONORIFIC, japaneseHonoured))
    add('cjk-honoured', hit.index, hit[1] ?? '', 0.76, 'a family name before an honorific');
}

function japaneseSpeakers(part: string, add: Add): void {
  if (!JAPANESE_AM.test(part)) return;
  for (const hit of part.matchAll(japaneseAm()))
    add('cjk-introduced', ...lastGroup(hit), 0.7, 'a family name behind "I am"');
}

function koreanNames(part: string, add: Add): void {
  if (KOREAN_LABEL.test(part)) {
    for (const hit of part.matchAll(KOREAN)) {
      const sure = hit[0].startsWith('저는') ? 0.6 : 0.84;
      add('cjk-introduced', ...lastGroup(hit), sure, 'behind an introduction');
    }
  }
  if (KOREAN_HONORIFIC.test(part)) {
    for (const hit of part.matchAll(KOREAN_HONOURED))
      add('cjk-honoured', hit.index, hit[1] ?? '', 0.5, 'a family name before an honorific');
  }
}

/** Where the group at the end of a match begins, and what it holds. */
function lastGroup(hit: RegExpExecArray): readonly [number, string] {
  const value = hit[1] ?? '';
  return [hit.index + hit[0].length - value.length, value];
}

/**
 * All matches of a sticky pattern, leftmost first, as if it were global: it is tried only shortly before the places that
 * `anchors` gives, one of which each match must reach.
 */
function* matchesBefore(
  part: string,
  anchors: RegExp,
  rule: () => { readonly pattern: RegExp; readonly longest: number; readonly begins: ReadonlySet<number> },
): Generator<RegExpExecArray> {
  let from = 0;
  for (const anchor of part.matchAll(anchors)) {
    const { pattern, longest, begins } = rule();
    for (let at = Math.max(from, anchor.index - longest); at < anchor.index; ) {
      pattern.lastIndex = at;
      const hit = begins.has(part.charCodeAt(at)) ? pattern.exec(part) : null;
      if (hit !== null) yield hit;
      at = hit === null ? at + 1 : hit.index + hit[0].length;
      from = at;
    }
  }
}

// Chinese, Japanese and Korean addresses by their grammar from region to house (省市区路号, 都道府県市区町村丁目番地号,
// 시 구 로 번길). Each pattern is slow where it cannot match, so a quick one that each match must hold is asked first.
import type { CjkFinding } from './cjk-finding.ts';

export const PREFECTURES =
  '北海道 青森県 岩手県 宮城県 秋田県 山形県 福島県 茨城県 栃木県 群馬県 埼玉県 千葉県 東京都 神奈川県 新潟県 富山県 石川県 福井県 山梨県 長野県 岐阜県 静岡県 愛知県 三重県 滋賀県 京都府 大阪府 兵庫県 奈良県 和歌山県 鳥取県 島根県 岡山県 広島県 山口県 徳島県 香川県 愛媛県 高知県 福岡県 佐賀県 長崎県 熊本県 大分県 宮崎県 鹿児島県 沖縄県'.split(
    ' ',
  );
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

const CHINESE_HOUSE = /[0-9０-９〇零一二三四五六七八九十百千][号號弄]/;
const CHINESE_HOME = /住[在址]|家住|居住|地址/;
const JAPANESE_TOWN = /[市区郡町村]/;
const JAPANESE_HOUSE = /[0-9０-９一二三四五六七八九十](?:丁目|番|[-－ー‐−])/;
const KOREAN_HOUSE = /[로길]\s?\d/;

/** All addresses in a part of a text. */
export function cjkAddresses(part: string): CjkFinding[] {
  const found: CjkFinding[] = [];
  const add = (rule: string, index: number, value: string, confidence: number, reason: string) =>
    found.push({ kind: 'person/postal-address', rule, index, value, confidence, reason });
  if (CHINESE_HOUSE.test(part)) {
    for (const hit of part.matchAll(CHINESE_ADDRESS)) {
      const lead = BEFORE_ADDRESS.exec(hit[0])?.[0].length ?? 0;
      const sure = /[省市区區县縣]/u.test(hit[0]) ? 0.85 : 0.5;
      add('cjk-address', hit.index + lead, hit[0].slice(lead), sure, 'an address from region or street to house');
    }
  }
  if (JAPANESE_TOWN.test(part) && JAPANESE_HOUSE.test(part)) {
    for (const hit of part.matchAll(JAPANESE_ADDRESS))
      add('cjk-address', hit.index, hit[0], 0.82, 'an address from region to house');
  }
  if (KOREAN_HOUSE.test(part)) {
    for (const hit of part.matchAll(KOREAN_ADDRESS))
      add('cjk-address', hit.index, hit[0], 0.82, 'an address from region to house');
  }
  if (CHINESE_HOME.test(part)) {
    for (const hit of part.matchAll(CHINESE_REGION)) {
      const value = hit[1] ?? '';
      add('cjk-region', hit.index + hit[0].length - value.length, value, 0.5, 'where someone lives');
    }
  }
  return found;
}

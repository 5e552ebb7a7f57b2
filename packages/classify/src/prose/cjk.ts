// Chinese, Japanese and Korean names and addresses. There are no capitals and no blanks, so a name is told by an introduction,
// a label, or an honorific beside a known family name; an address by its grammar from region to house
// (省市区路号, 都道府県市区町村丁目番地号, 시 구 로 번길).
import type { Hits, Report } from '../finder.ts';
import { byteLength, decode, type Text } from '../text.ts';
import { cjkAddresses, PREFECTURES } from './cjk-addresses.ts';
import { cjkNames } from './cjk-names.ts';

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
  const all = [...cjkAddresses(window), ...cjkNames(window)];
  all.sort((one, other) => one.index - other.index);
  for (const { kind, rule, index, value, confidence, reason } of all) {
    const trimmedStart = index + (value.length - value.trimStart().length);
    const start = from + byteLength(window.slice(0, trimmedStart));
    const end = start + byteLength(value.trim());
    const key = kind === 'person/name' ? 'person' : 'address';
    if (start < told[key] || end <= start) continue;
    told[key] = end;
    report.found({ kind, rule: `prose-${rule}`, start, end, confidence, reasons: [reason] });
  }
}

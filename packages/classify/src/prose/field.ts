// Columns and keys that say what their value is: `holder`, `Nachname`, `姓名`, `address`.
import type { Report } from '../finder.ts';
import { decode, type Text } from '../text.ts';
import { FAMILY, GIVEN, PARTICLE, THING, WORD } from './flags.ts';
import { fold } from './fold.ts';
import { hashOf } from './hash.ts';
import { ADDRESS_LABELS, NAME_LABELS, VAGUE_LABELS } from './phrases.ts';
import { vocabulary } from './vocabulary.ts';

/** Bytes of a cell that can be a name or an address as a whole. */
const LONGEST_NAME = 120;
const LONGEST_ADDRESS = 300;

const CJK_NAME_LABELS =
  /(?:姓名|名字|姓氏|氏名|名前|お名前|联系人|聯絡人|收件人|收货人|持卡人|户名|戶名|客户名|客戶名|宛名|名義|フルネーム|担当者|患者名|顧客名|真实姓名|用户姓名|성명|이름)/;
const CJK_ADDRESS_LABELS = /(?:地址|住址|住所|住处|住處|通讯处|所在地|お届け先|送付先|주소)/;

/**
 * The words of a column's name: `cardHolderName` and `card_holder.name` both are `card holder name`; a path is read from its
 * end.
 */
function labelOf(field: string): string {
  return fold(
    field
      .replace(/^.*[.[\]/$]/u, '')
      .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
      .replace(/[_\s:*-]+/g, ' ')
      .trim(),
  );
}

/** Whether a label names one of these things, as a whole or by its last two or three words: `primary card holder`. */
function labels(label: string, known: ReadonlySet<string>): string | undefined {
  if (known.has(label)) return label;
  const words = label.split(' ');
  for (let from = 1; from < words.length; from++) {
    const tail = words.slice(from).join(' ');
    if (known.has(tail) && (from < words.length - 1 || !VAGUE_LABELS.phrases.has(tail))) return tail;
  }
  return undefined;
}

/** What the name of a column says of its values. */
interface Meaning {
  readonly isName: boolean;
  /** The label by which it says so. */
  readonly nameLabel: string | undefined;
  readonly isAddress: boolean;
  readonly isAge: boolean;
}

/** By the name of a column, since each of its cells is asked. */
const meanings = new Map<string, Meaning>();
const MOST_MEANINGS = 1000;

function meaningOf(field: string): Meaning {
  const known = meanings.get(field);
  if (known !== undefined) return known;
  const label = labelOf(field);
  const nameLabel = labels(label, NAME_LABELS.phrases);
  const meaning = {
    isName: nameLabel !== undefined || CJK_NAME_LABELS.test(field),
    nameLabel,
    isAddress:
      (labels(label, ADDRESS_LABELS.phrases) !== undefined || CJK_ADDRESS_LABELS.test(field)) &&
      !/ip|mac|mail|web|url|hash|host|server|wallet|contract/.test(label),
    isAge: /^(age|alter|edad|eta|idade|leeftijd|wiek|年龄|年齢|customer age|patient age|user age)$/.test(label),
  };
  if (meanings.size >= MOST_MEANINGS) meanings.clear();
  meanings.set(field, meaning);
  return meaning;
}

/** Reads the text as the value of its column. @returns whether the whole value was told as one span */
export function findInField(text: Text, report: Report): boolean {
  if (text.field === undefined || text.bytes.length === 0 || text.bytes.length > LONGEST_ADDRESS) return false;
  const { isName, nameLabel, isAddress, isAge } = meaningOf(text.field);
  if (!isName && !isAddress && !isAge) return false;
  const [start, end] = trimmed(text);
  if (start >= end) return false;
  const value = decode(text, 0, text.bytes.length);
  const tell = (kind: string, rule: string, confidence: number, reason: string): boolean => {
    if (confidence > 0) report.found({ kind, rule, start, end, confidence, reasons: [reason] });
    return confidence > 0;
  };
  const asName = isName && end - start <= LONGEST_NAME ? nameShape(value.trim(), nameLabel) : 0;
  const asAddress = isAddress ? addressShape(value.trim()) : 0;
  const asAge = isAge && /^\d{1,3}$/.test(value.trim()) && Number(value) <= 122 ? 0.8 : 0;
  return (
    tell('person/name', 'prose-name-column', asName, 'in a column of names') ||
    tell('person/postal-address', 'prose-address-column', asAddress, 'in a column of addresses') ||
    tell('person/age', 'prose-age-column', asAge, 'in a column of ages')
  );
}

function trimmed(text: Text): readonly [number, number] {
  let start = 0;
  let end = text.bytes.length;
  while (start < end && (text.bytes[start] as number) <= 32) start++;
  while (end > start && (text.bytes[end - 1] as number) <= 32) end--;
  return [start, end];
}

/** How much a value looks like a name, in a column that says so; 0 where it cannot be one. */
function nameShape(value: string, label: string | undefined): number {
  if (/^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー・·\s ]{2,16}$/u.test(value))
    return 0.85;
  if (!/^[\p{L}\p{M}][\p{L}\p{M}.,'’‘ ()-]*$/u.test(value)) return 0;
  const words = fold(value)
    .split(/[ ,.()-]+/)
    .filter((part) => part.length > 1);
  if (words.length === 0 || words.length > 7) return 0;
  const vague = label === undefined || VAGUE_LABELS.phrases.has(label);
  const flags = words.map((part) => vocabulary().flags(hashOf(part)));
  const known = flags.filter((bits) => (bits & (GIVEN | FAMILY)) !== 0 && (bits & (WORD | THING)) === 0).length;
  const ambiguous = flags.filter((bits) => (bits & (GIVEN | FAMILY)) !== 0).length;
  const plain = flags.filter(
    (bits) => (bits & (WORD | THING)) !== 0 && (bits & (GIVEN | FAMILY)) === 0 && (bits & PARTICLE) === 0,
  ).length;
  if (!vague) return plain === words.length ? 0 : plain > 0 && known === 0 ? 0.5 : 0.88;
  if (plain > 0) return 0;
  if (known > 0 && ambiguous >= 2) return 0.85;
  if (known > 0) return words.length === 1 ? 0.6 : 0.8;
  if (ambiguous >= 2) return 0.6;
  return ambiguous > 0 || words.length > 1 ? 0.4 : 0;
}

/** How much a value looks like an address, in a column that says so. */
function addressShape(value: string): number {
  const digits = /\p{Nd}|[〇一二三四五六七八九十]/u.test(value);
  const letters = /\p{L}{2}/u.test(value);
  if (!letters || /@|https?:|^0x|\.(com|net|org|local|internal)\b/i.test(value) || /^[0-9a-f:.]+$/i.test(value))
    return 0;
  if (/^[\w.-]+$/.test(value) && /\d/.test(value)) return 0;
  if (digits && /[\s,]|[\p{Script=Han}]/u.test(value)) return 0.86;
  return /\s|[\p{Script=Han}]/u.test(value) ? 0.5 : 0.3;
}

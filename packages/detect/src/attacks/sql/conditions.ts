// Conditions of a fragment of SQL, bracket by bracket: which operands are constants, and whether a condition says anything about the
// data at all. `and 7=7` and `or 'a'<'b'` say nothing about a row, and nobody but an attacker asks for them.
import type { Signs } from '../signs.ts';

interface Frame {
  /** The bracket belongs to a function. */
  readonly isCall: boolean;
  /** Names of tables stand here, which may have aliases. */
  isInFrom: boolean;
  isInSelect: boolean;
  /** All parts of the operand that is being read are constants. */
  isConstant: boolean;
  parts: number;
  /** The operand's text where it is one constant. */
  only: string | undefined;
  comparison: 'none' | 'constant' | 'other';
  left: string | undefined;
  operator: string;
  /** After `and`, `or`, `where`, `having`, `on`, `when`. */
  isCondition: boolean;
  isAfterConnective: boolean;
}

const MAX_DEPTH = 64;

export class Conditions {
  readonly #frames: Frame[] = [emptyFrame(false)];
  readonly #signs: Signs;

  constructor(signs: Signs) {
    this.#signs = signs;
  }

  get now(): Frame {
    return this.#frames.at(-1) ?? emptyFrame(false);
  }

  get depth(): number {
    return this.#frames.length - 1;
  }

  /** @returns false where brackets are nested deeper than a statement has them */
  open(isCall: boolean): boolean {
    if (this.#frames.length > MAX_DEPTH) return false;
    const before = this.now;
    const frame = emptyFrame(isCall);
    frame.isCondition = !isCall && (before.isCondition || this.depth === 0);
    frame.isAfterConnective = !isCall && before.isAfterConnective;
    this.#frames.push(frame);
    return true;
  }

  /** Closes a bracket; one that was opened before the fragment is told of. */
  close(): void {
    this.complete();
    const closed = this.depth > 0 ? this.#frames.pop() : undefined;
    if (closed === undefined) {
      this.#signs.note(1, 'closes a bracket that it did not open');
      this.next();
      Object.assign(this.now, { isConstant: false, isInFrom: true, parts: 1 });
    } else if (closed.isCall) {
      this.now.isConstant &&= closed.isConstant && closed.parts > 0 && !closed.isInSelect;
    } else {
      this.operand(closed.isConstant && !closed.isInSelect, closed.parts === 1 ? closed.only : undefined);
    }
  }

  /** A new statement begins. */
  restart(): void {
    this.complete();
    this.#frames.length = 0;
    this.#frames.push(emptyFrame(false));
  }

  /** A term is complete. */
  operand(isConstant: boolean, text: string | undefined): void {
    const { now } = this;
    now.parts += 1;
    now.only = now.parts === 1 ? text : undefined;
    now.isConstant &&= isConstant;
  }

  /** What was a name is called: the result of a function is no single constant. */
  called(isConstant: boolean): void {
    this.now.isConstant = isConstant;
    this.now.only = undefined;
  }

  compare(operator: string): void {
    const { now } = this;
    now.comparison = now.isConstant && now.parts > 0 ? 'constant' : 'other';
    now.left = now.only;
    now.operator = operator;
    now.isConstant = true;
    now.parts = 0;
    now.only = undefined;
  }

  /** A condition begins. */
  begin(isAfterConnective: boolean): void {
    this.next();
    this.now.isCondition = true;
    this.now.isAfterConnective = isAfterConnective;
  }

  /** The next operand stands for itself. */
  next(): void {
    Object.assign(this.now, { isConstant: true, parts: 0, only: undefined, left: undefined, comparison: 'none' });
    this.now.isAfterConnective = false;
  }

  /** A condition is complete: does it say anything about the data? */
  complete(): void {
    const { isConstant, comparison, only, parts, isCondition, isAfterConnective, isCall } = this.now;
    if (parts === 0) return;
    if (comparison === 'constant' && isConstant) {
      if (isCondition || isCall) this.#signs.note(4, this.#constantReason());
    } else if (
      isAfterConnective &&
      comparison === 'none' &&
      isConstant &&
      /^(?:\d|true|false|null)/.test(only ?? '0')
    ) {
      this.#signs.note(2, 'adds a condition that is a constant');
    } else if (isAfterConnective && comparison !== 'none') this.#signs.note(1, 'adds a condition');
  }

  #constantReason(): string {
    const { left, only, operator } = this.now;
    const truth = left === undefined || only === undefined ? undefined : truthOf(left, operator, only);
    if (truth === undefined) return 'compares constants with each other';
    return truth ? 'adds a condition that is always true' : 'adds a condition that is never true';
  }

  /** Brackets that are still open. */
  unwind(): void {
    for (; this.depth > 0; this.#frames.pop()) {
      this.complete();
      if (!this.now.isCall)
        this.#signs.note(1, 'leaves a bracket open that the statement behind the value would close');
    }
    this.complete();
  }
}

function truthOf(left: string, operator: string, right: string): boolean | undefined {
  const [a, b] = [Number(left), Number(right)];
  const order = Number.isNaN(a) || Number.isNaN(b) ? Math.sign(left.localeCompare(right)) : Math.sign(a - b);
  switch (operator) {
    case '=':
    case '==':
    case '<=>':
    case 'like':
      return order === 0;
    case '<>':
    case '!=':
      return order !== 0;
    case '<':
      return order < 0;
    case '>':
      return order > 0;
    case '<=':
      return order <= 0;
    case '>=':
      return order >= 0;
    default:
      return undefined;
  }
}

function emptyFrame(isCall: boolean): Frame {
  return {
    isCall,
    isInFrom: false,
    isInSelect: false,
    isConstant: true,
    parts: 0,
    only: undefined,
    comparison: 'none',
    left: undefined,
    operator: '',
    isCondition: false,
    isAfterConnective: false,
  };
}

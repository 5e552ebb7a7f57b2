// The grammar of a fragment of SQL below its clauses: terms, operators, brackets, lists, and where a statement may end. It keeps whether
// a term or an operator is due.
import type { Signs } from '../signs.ts';
import { Conditions } from './conditions.ts';
import type { Token, TokenReader } from './tokens.ts';
import { isCatalogue, isCommonFunction, roleOf, tellingFunction } from './words.ts';

/** In what kind of place of a statement the fragment begins. */
export interface Place {
  /** The sign that closes the string that the value stands in; undefined where it stands bare. */
  readonly quote: string | undefined;
  /** A term is complete at the start, so that an operator is due. */
  readonly isAfterTerm: boolean;
}

export const UNION = 'joins another query to that of the page (UNION SELECT)';
const COMPARISONS = new Set(['=', '==', '<', '>', '<=', '>=', '<>', '!=', '<=>', '!<', '!>', '@>', '<@', '?|', '?&']);
const PREFIXES = new Set(['-', '+', '~', '!', '*']);
const ABOUT_SERVER =
  /^(?:version|user|database|schema|current_user|session_user|system_user|current_database|sqlite_version|db_name|user_name|host_name)$/;
/** Owners whose name before a function changes nothing. */
const OWNERS = /^(?:pg_catalog|dbo|sys|master|public)\.{1,2}(?:dbo\.)?/;

export abstract class Terms {
  protected readonly signs: Signs;
  protected readonly conditions: Conditions;
  protected readonly reader: TokenReader;
  protected readonly place: Place;
  protected isTermDue: boolean;
  /** A verb may come: at the start, after a semicolon. */
  protected isStatementDue: boolean;
  protected last: Token | undefined;
  /** The word that the next token takes its meaning from. */
  protected after: 'set' | 'select' | 'as' | 'case' | 'name' | undefined;
  /** The name that was read last, with its owner. */
  protected name = '';
  protected hasAlias = false;
  /** The columns that are asked for are no plain names. */
  protected asksMore = false;
  protected isUnion = false;
  #functions = 0;
  protected count = 0;

  /** A word: what it means is the business of who knows the clauses. */
  protected abstract word(token: Token): boolean;
  /** A condition is joined to the one before. */
  protected abstract connective(): boolean;

  constructor(reader: TokenReader, place: Place, signs: Signs) {
    this.reader = reader;
    this.place = place;
    this.signs = signs;
    this.conditions = new Conditions(signs);
    this.isTermDue = !place.isAfterTerm;
    this.isStatementDue = !place.isAfterTerm;
    if (place.isAfterTerm) this.conditions.operand(false, undefined);
  }

  /** Whether the grammar goes on with this token. */
  take(token: Token): boolean {
    this.count += 1;
    const fits = this.#fits(token);
    this.last = token;
    return fits;
  }

  protected get isFirst(): boolean {
    return this.count === 1;
  }

  #fits(token: Token): boolean {
    switch (token.kind) {
      case 'number':
      case 'string':
      case 'open-string':
      case 'variable':
      case 'name':
        return this.#literal(token);
      case 'word':
        return this.word(token);
      case 'operator':
        return this.#operator(token);
      case 'open':
        return this.#open();
      case 'close':
        return this.#close();
      case 'comma':
        return this.#comma();
      case 'semicolon':
        return this.#semicolon();
      case 'dot':
        this.name += '.';
        return this.last?.kind === 'word' || this.last?.kind === 'name' || this.last?.kind === 'dot';
      case 'comment':
        return this.#comment(token);
      case 'other':
      case 'end':
        return false;
      default:
        return token.kind satisfies never;
    }
  }

  #literal(token: Token): boolean {
    if (this.last?.kind === 'dot') return token.kind === 'name';
    if (!this.isTermDue) return this.#secondLiteral(token);
    if (token.kind === 'variable' && isCatalogue(token.text)) this.signs.note(4, 'asks for a variable of the server');
    if (token.kind === 'number' && /^0x[0-9a-f]{8}/.test(token.text))
      this.signs.note(1, 'writes a text in hexadecimal');
    if (token.kind === 'open-string' && !this.isFirst) this.#reopened(token);
    const isConstant = token.kind === 'number' || token.kind === 'string' || token.kind === 'open-string';
    if (this.conditions.now.isInSelect) this.#more();
    this.term(isConstant, isConstant ? token.text : undefined);
    return true;
  }

  /** Two strings beside each other are one; a string or name behind a term may be its alias. */
  #secondLiteral(token: Token): boolean {
    if (this.after === 'as') {
      this.after = undefined;
      return token.kind === 'string' || token.kind === 'name';
    }
    if (token.kind === 'open-string') {
      if (this.last?.kind !== 'string' && this.last?.kind !== 'close') return false;
      this.#reopened(token);
      return true;
    }
    if (token.kind === 'string') return this.last?.kind === 'string';
    return token.kind === 'name' && this.alias();
  }

  #reopened(token: Token): void {
    // A phrase in quotes has a word between them; an injection has a condition or joins texts.
    if (token.quote !== this.place.quote || this.count < 4 || / \S+ /.test(token.text)) return;
    this.signs.note(
      token.text.length <= 16 ? 2 : 1,
      'opens a string at its end that the quote behind the value would close',
    );
  }

  protected term(isConstant: boolean, text: string | undefined): void {
    this.conditions.operand(isConstant, text);
    this.isTermDue = false;
    this.isStatementDue = false;
    this.after = undefined;
    this.hasAlias = false;
  }

  /** No sentence asks for what is no name. */
  #more(): void {
    this.asksMore = true;
    if (this.isUnion) this.signs.note(5, UNION);
  }

  protected alias(): boolean {
    const { isInFrom, isInSelect } = this.conditions.now;
    const mayHave = this.last?.kind === 'close' || isInFrom || isInSelect;
    if (this.hasAlias || !mayHave) return false;
    this.hasAlias = true;
    return true;
  }

  #operator({ text }: Token): boolean {
    if (text === '::') {
      this.after = 'as';
      return !this.isTermDue;
    }
    if (this.isTermDue) return this.#prefix(text);
    if (text === '&&' || text === '||') return this.connective();
    if (COMPARISONS.has(text)) this.conditions.compare(text);
    this.isTermDue = true;
    this.after = undefined;
    return true;
  }

  #prefix(text: string): boolean {
    if (text === '*') {
      if (this.after === 'select') this.signs.note(2, 'asks for all columns');
      else if (this.last?.kind !== 'open' && this.last?.kind !== 'comma' && this.last?.kind !== 'dot')
        return this.isFirst;
      this.term(false, undefined);
      return true;
    }
    if (this.isFirst && (text === '&&' || text === '||')) return this.connective();
    return PREFIXES.has(text);
  }

  #open(): boolean {
    const isCall = !this.isTermDue && this.after === 'name';
    const before = this.last?.kind;
    // `where 1=1 (select …)`: some tools write it, and no server minds in a place that is never reached.
    if (!this.isTermDue && !isCall && before !== 'number' && before !== 'word' && before !== 'close') return false;
    const isFree = !this.isTermDue && !isCall && this.reader.peek().text !== 'select';
    if (isFree && before !== 'word') return false;
    if (isCall) this.#call(this.name.replace(OWNERS, ''));
    if (!this.conditions.open(isCall)) return false;
    this.isTermDue = true;
    this.isStatementDue = false;
    if (this.after !== 'set') this.after = undefined;
    return true;
  }

  #call(name: string): void {
    const reason = tellingFunction(name);
    const { isAfterConnective } = this.conditions.now;
    this.conditions.called(/^(?:n?char|chr|concat|hex|unhex|lower|upper|ascii|ord)$/.test(name));
    if (reason !== undefined) {
      const first = this.reader.peek();
      const isSaid = first.kind === 'word' && roleOf(first.text) === undefined && name.length < 10;
      const isWeak = /^(?:elt|make_set|polygon|generate_series)$/.test(name);
      this.signs.note(isSaid ? 2 : isWeak ? 3 : 5, `calls a function that ${reason}`);
    } else if (isCommonFunction(name)) {
      this.#functions += 1;
      if (this.conditions.now.isInSelect) this.#more();
      this.signs.note(this.#functions > 2 ? 2 : 1, 'computes with functions of SQL');
      if (ABOUT_SERVER.test(name) && this.reader.peek().kind === 'close')
        this.signs.note(2, 'asks the server who it is');
    } else return;
    if (isAfterConnective) this.signs.note(1, 'puts a function into a condition');
  }

  #close(): boolean {
    const isEmptyCall = this.conditions.now.isCall && this.conditions.now.parts === 0;
    if (this.isTermDue && !isEmptyCall && !this.isFirst) return false;
    this.conditions.close();
    this.isTermDue = false;
    this.isStatementDue = false;
    this.hasAlias = false;
    this.after = undefined;
    return true;
  }

  #comma(): boolean {
    if (this.isTermDue) return false;
    const { isInFrom, isInSelect } = this.conditions.now;
    if (isInSelect) this.#more();
    this.conditions.complete();
    this.conditions.next();
    Object.assign(this.conditions.now, { isInFrom, isInSelect });
    this.isTermDue = true;
    this.hasAlias = false;
    this.after = undefined;
    return true;
  }

  #semicolon(): boolean {
    if (this.isTermDue && !this.isFirst) return false;
    this.conditions.restart();
    this.isTermDue = true;
    this.isStatementDue = true;
    this.hasAlias = false;
    this.after = undefined;
    return true;
  }

  /** A comment hides the rest of its line, which is the rest of the statement where nothing comes after it. */
  #comment({ text }: Token): boolean {
    if (this.isTermDue && !this.isStatementDue && !this.isFirst) return false;
    const rest = text.replace(/^(?:--|#|\/\*)/, '').trim();
    this.signs.note(rest.length <= 3 ? 2 : 1, 'cuts off the rest of the statement with a comment');
    return true;
  }

  /** Whether the fragment may end here. */
  end(): boolean {
    if (this.isTermDue && !this.isStatementDue) {
      // The quote behind the value begins the term that is due.
      if (this.place.quote === undefined || this.count < 3) return false;
      this.conditions.operand(true, '');
    }
    this.conditions.unwind();
    return true;
  }
}

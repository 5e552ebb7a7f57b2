// The clauses of SQL: what each word asks for next, and what a fragment does with it.
import { statementShape } from './statements.ts';
import { Terms, UNION } from './terms.ts';
import type { Token } from './tokens.ts';
import { isCatalogue, roleOf } from './words.ts';

/** Verbs that SQL Server takes behind a statement without a semicolon. */
const UNSEPARATED = new Set([
  'waitfor',
  'declare',
  'exec',
  'execute',
  'begin',
  'if',
  'shutdown',
  'update',
  'insert',
  'delete',
  'drop',
  'create',
  'truncate',
]);

const DATA_VERBS = /^(?:insert|update|delete|create|drop|truncate)$/;
const STACKED = 'puts a statement of its own behind the first';

export class Clauses extends Terms {
  #updateWeight = 0;

  protected override word(token: Token): boolean {
    if (this.last?.kind === 'dot') return this.#member(token);
    const next = this.reader.peek();
    const role = next.kind === 'dot' ? undefined : roleOf(token.text);
    if (role !== undefined && token.isMixed) this.signs.note(1, 'writes words of SQL in changing case');
    switch (role) {
      case 'verb':
        return this.#verb(token, next);
      case 'connective':
        return this.connective();
      case 'set':
        return this.#set(token, next);
      case 'clause':
      case 'by':
        return this.#clause(token, next);
      case 'joint':
        return this.#joint(token, next);
      case 'binary':
        return this.#binary(token, next);
      case 'case':
        this.after = 'case';
        return this.isTermDue;
      case 'branch':
        return this.#branch(token);
      case 'postfix':
        return this.#postfix(token, next);
      case 'is':
        if (this.isTermDue) return false;
        this.conditions.compare('is');
        this.isTermDue = true;
        return true;
      case 'as':
        this.after = 'as';
        return !this.isTermDue;
      case 'unary':
        return this.#unary(token, next);
      case 'constant':
      case undefined:
        return this.#plain(token, next, role === 'constant');
      default:
        return role satisfies never;
    }
  }

  #member(token: Token): boolean {
    this.name += token.text;
    if (isCatalogue(token.text)) this.signs.note(3, 'asks for the catalogue of the database');
    this.after = 'name';
    return true;
  }

  #plain(token: Token, next: Token, isConstant: boolean): boolean {
    if (this.after === 'as') {
      this.after = 'name';
      this.name = token.text;
      this.hasAlias = true;
      return true;
    }
    if (!this.isTermDue) return this.alias();
    if (isCatalogue(token.text) && next.kind !== 'open') {
      const isOwner = /^(?:mysql|master|domain|msdb)$/.test(token.text);
      if (!isOwner || next.kind === 'dot') this.signs.note(3, 'asks for the catalogue of the database');
    }
    this.term(isConstant, isConstant ? token.text : undefined);
    this.name = token.text;
    this.after = 'name';
    return true;
  }

  #unary(token: Token, next: Token): boolean {
    if (!this.isTermDue) return token.text === 'not' || token.text === 'binary';
    if (token.text !== 'top') return true;
    if (next.kind !== 'number') return false;
    this.reader.next();
    return true;
  }

  #verb(token: Token, next: Token): boolean {
    const { text } = token;
    if (text !== 'select') {
      if (!this.isTermDue && this.conditions.depth === 0 && UNSEPARATED.has(text)) this.isStatementDue = true;
      if (this.isStatementDue) {
        if (this.#statement(token, next)) return true;
        if (next.kind !== 'open') return false;
      }
      // `replace(`, `if(`, `insert(` are functions too.
      return this.isTermDue && next.kind === 'open' && this.#plain(token, next, false);
    }
    if (this.after === 'set') {
      this.isUnion = true;
      this.signs.note(next.kind === 'word' && next.text !== 'null' ? 3 : 5, UNION);
    } else if (this.isStatementDue) {
      if (!this.#statement(token, next)) return false;
    } else if (this.last?.kind === 'open') {
      if (next.kind === 'end') return false;
      this.signs.note(3, 'has a query in brackets');
    } else return false;
    this.isStatementDue = false;
    Object.assign(this.conditions.now, { isInSelect: true, isInFrom: false, isConstant: false });
    this.isTermDue = true;
    this.asksMore = false;
    this.after = 'select';
    return true;
  }

  #statement({ text }: Token, next: Token): boolean {
    const shape = statementShape(text, next);
    if (shape === undefined) return false;
    const isStacked = this.last?.kind === 'semicolon' || this.count > 1 || this.place.isAfterTerm;
    // Right behind a quote a semicolon is left out by SQL Server only, and in code the quote opens the statement.
    const weight = this.count === 1 && DATA_VERBS.test(text) ? 2 : 4;
    this.#updateWeight = text === 'update' ? weight : 0;
    if (isStacked) this.signs.note(text === 'update' ? 1 : weight, STACKED);
    else this.signs.note(shape.alone, 'is a statement of SQL');
    if (shape.does !== undefined) this.signs.note(isStacked ? 3 : 1, shape.does);
    if (shape.skips) this.reader.next();
    Object.assign(this.conditions.now, { isInFrom: true, isConstant: false });
    this.isTermDue = true;
    this.isStatementDue = text === 'begin' || text === 'explain';
    if (text === 'shutdown') this.isTermDue = false;
    return true;
  }

  protected override connective(): boolean {
    if (this.isTermDue && !this.isFirst) return false;
    this.conditions.complete();
    this.conditions.begin(true);
    this.isTermDue = true;
    this.isStatementDue = false;
    this.after = undefined;
    return true;
  }

  #set({ text }: Token, next: Token): boolean {
    if (this.isTermDue && !this.isFirst) return false;
    this.conditions.complete();
    this.conditions.next();
    const isAll = next.text === 'all' || next.text === 'distinct' || next.text === 'distinctrow';
    if (isAll) this.reader.next();
    const query = this.reader.peek();
    const isQuery = query.text === 'select' || query.text === 'values' || query.kind === 'open';
    if (query.kind === 'open' && text !== 'union') return false;
    this.isTermDue = true;
    this.isStatementDue = false;
    this.after = 'set';
    return isQuery;
  }

  #clause({ text }: Token, next: Token): boolean {
    if (this.isTermDue && !this.isFirst && !(text === 'values' && this.after === 'set')) return false;
    this.conditions.complete();
    if (text === 'where' || text === 'having' || text === 'on') this.conditions.begin(false);
    else this.conditions.next();
    if (text === 'from' && this.asksMore) this.signs.note(2, 'asks a table for more than a column');
    else if (text === 'from' && this.conditions.now.isInSelect) this.signs.note(1, 'asks a table');
    this.asksMore = false;
    Object.assign(this.conditions.now, {
      isInFrom: text === 'from' || text === 'into' || text === 'join' || text === 'straight_join',
      isInSelect: false,
    });
    if (text === 'set' && this.#updateWeight > 0) this.signs.note(this.#updateWeight, STACKED);
    if (text === 'procedure') {
      if (next.text !== 'analyse') return false;
      this.signs.note(4, 'lets a procedure read the result of the query');
    }
    if (text === 'into' && (next.text === 'outfile' || next.text === 'dumpfile')) {
      this.reader.next();
      this.signs.note(5, 'writes the result of the query into a file');
    }
    if (text === 'having' && this.place.isAfterTerm) this.signs.note(1, 'adds a condition on groups');
    this.isTermDue = true;
    this.isStatementDue = false;
    this.after = undefined;
    return true;
  }

  #joint(token: Token, next: Token): boolean {
    const { text } = token;
    if (text === 'group' || text === 'order' || text === 'partition') {
      if (next.text !== 'by' || (this.isTermDue && !this.isFirst)) return false;
      this.conditions.complete();
      this.conditions.next();
      this.reader.next();
      const key = this.reader.peek();
      if (key.kind === 'number')
        this.signs.note(
          this.isFirst && !this.place.isAfterTerm ? 2 : 4,
          'sorts or groups by the number of a column, to count them',
        );
      this.conditions.now.isInSelect = false;
      this.isTermDue = true;
      this.isStatementDue = false;
      this.after = undefined;
      return true;
    }
    // `left(x, 1)` and `right(x, 1)` are functions.
    if (this.isTermDue) return next.kind === 'open' && this.#plain(token, next, false);
    return next.kind === 'word' && /^(?:join|outer|inner|left|right|full|cross|update|share)$/.test(next.text);
  }

  #binary(token: Token, next: Token): boolean {
    const { text } = token;
    if (this.isTermDue) return next.kind === 'open' && this.#plain(token, next, false);
    if (text === 'in' && (next.text === 'boolean' || next.text === 'natural')) {
      for (let words = 0; words < 3; words += 1) if (this.reader.next().text === 'mode') return true;
      return false;
    }
    if (text === 'between' || text === 'collate' || text === 'separator' || text === 'escape')
      this.conditions.now.isConstant = false;
    else if (text !== 'div' && text !== 'mod') this.conditions.compare(text);
    this.isTermDue = true;
    this.after = undefined;
    return true;
  }

  #branch({ text }: Token): boolean {
    if (this.isTermDue && this.after !== 'case') return false;
    this.conditions.complete();
    if (text === 'when') this.conditions.begin(true);
    else this.conditions.next();
    this.isTermDue = true;
    this.after = undefined;
    return true;
  }

  #postfix(token: Token, next: Token): boolean {
    if (this.isTermDue) return token.text === 'row' && next.kind === 'open' && this.#plain(token, next, false);
    if (token.text === 'end') {
      this.conditions.complete();
      this.conditions.next();
      this.conditions.operand(false, undefined);
    }
    return true;
  }
}

// A SELECT as a tree: as much of SQL as visitors, shells and drivers ask a catalogue and a few tables with.

export type Value = null | boolean | number | string | readonly Value[];

export type Expression =
  | { readonly kind: 'value'; readonly value: Value }
  | { readonly kind: 'column'; readonly path: readonly string[] }
  | { readonly kind: 'star'; readonly of?: string }
  /** `name` in lower case, `written` as it stands. */
  | {
      readonly kind: 'call';
      readonly name: string;
      readonly written: string;
      readonly args: readonly Expression[];
      readonly isDistinct: boolean;
    }
  | { readonly kind: 'not' | 'minus'; readonly of: Expression }
  | { readonly kind: 'operator'; readonly sign: string; readonly left: Expression; readonly right: Expression }
  | { readonly kind: 'is'; readonly of: Expression; readonly what: null | boolean; readonly isNot: boolean }
  | {
      readonly kind: 'in';
      readonly of: Expression;
      readonly list: readonly Expression[] | Select;
      readonly isNot: boolean;
    }
  | {
      readonly kind: 'case';
      readonly of?: Expression;
      readonly cases: readonly (readonly [Expression, Expression])[];
      readonly other?: Expression;
    }
  | { readonly kind: 'cast'; readonly of: Expression; readonly type: string }
  | { readonly kind: 'array'; readonly items: readonly Expression[] | Select }
  | { readonly kind: 'item'; readonly of: Expression; readonly at: Expression }
  | { readonly kind: 'select'; readonly select: Select; readonly isExists: boolean };

export interface Table {
  readonly path: readonly string[];
  readonly select?: Select;
  /** Of a function that gives rows: `generate_series(1, 10)`. */
  readonly args?: readonly Expression[];
  readonly alias?: string;
  /** Names that its columns are given: `AS t(a, b)`. */
  readonly names?: readonly string[];
  readonly join: 'first' | 'inner' | 'left' | 'cross';
  readonly on?: Expression;
  /** A column of the same name on both sides. */
  readonly using?: string;
}

export interface Item {
  readonly expression: Expression;
  readonly alias?: string;
}

/** WITH: a query under a name. */
export interface Named {
  readonly name: string;
  readonly names: readonly string[];
  readonly isRecursive: boolean;
  readonly select: Select;
}

export interface Select {
  readonly with?: readonly Named[];
  readonly isDistinct: boolean;
  readonly items: readonly Item[];
  readonly tables: readonly Table[];
  readonly where?: Expression;
  readonly groupBy: readonly Expression[];
  readonly having?: Expression;
  readonly orderBy: readonly { readonly of: Expression; readonly isDown: boolean }[];
  readonly limit?: Expression;
  readonly offset?: Expression;
  /** UNION ALL. */
  readonly and?: Select;
}

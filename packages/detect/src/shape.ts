// Whether foreign JSON has a form: a state that was stored may be of an older program, or of none. Forms are written out field by field
// beside the types, so that a type that changes does not compile until its form does.

/** Tells whether a value has the form. */
export type Shape<T> = (value: unknown) => value is T;

/** JSON has finite ones only. */
export const aNumber: Shape<number> = (value): value is number => typeof value === 'number';
export const aText: Shape<string> = (value): value is string => typeof value === 'string';
export const aTruth: Shape<boolean> = (value): value is boolean => typeof value === 'boolean';
export const anything: Shape<unknown> = (_value): _value is unknown => true;

/** One of a closed list that may grow: a name that is not known any more is passed over by who reads it. */
export function aName<T extends string>(): Shape<T> {
  return (value): value is T => typeof value === 'string';
}

export function just<T extends string>(text: T): Shape<T> {
  return (value): value is T => value === text;
}

export function orNull<T>(of: Shape<T>): Shape<T | null> {
  return (value): value is T | null => value === null || of(value);
}

/** A field that need not be there. */
export function optional<T>(of: Shape<T>): Shape<T | undefined> {
  return (value): value is T | undefined => value === undefined || of(value);
}

export function listOf<T>(of: Shape<T>): Shape<readonly T[]> {
  return (value): value is readonly T[] => Array.isArray(value) && value.every(of);
}

/** A list of so many, each of its own form. */
export function tupleOf<T extends readonly unknown[]>(...of: { readonly [At in keyof T]: Shape<T[At]> }): Shape<T> {
  return (value): value is T =>
    Array.isArray(value) && value.length === of.length && of.every((shape, at) => shape(value[at]));
}

export function objectOf<T extends object>(fields: { readonly [Name in keyof T]-?: Shape<T[Name]> }): Shape<T> {
  const shapes = Object.entries(fields) as [string, Shape<unknown>][];
  return (value): value is T => isObject(value) && shapes.every(([name, shape]) => shape(value[name]));
}

export function recordOf<T>(of: Shape<T>): Shape<Readonly<Record<string, T>>> {
  return (value): value is Readonly<Record<string, T>> => isObject(value) && Object.values(value).every(of);
}

/** An object whose field tells which of several forms it has. */
export function variantOf<T extends Readonly<Record<Key, string>>, Key extends string>(
  key: Key,
  forms: { readonly [Name in T[Key]]: Shape<Extract<T, Readonly<Record<Key, Name>>>> },
): Shape<T> {
  const known = new Map(Object.entries(forms) as [string, Shape<T>][]);
  return (value): value is T => isObject(value) && known.get(String(value[key]))?.(value) === true;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

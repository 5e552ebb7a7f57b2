// A module of WebAssembly, put together here so that nothing has to be compiled beforehand: functions over one memory
// (WebAssembly Core Specification 2.0, section 5.5).
import { type Code, unsigned } from './instructions.ts';

type ValueType = 'number' | 'sixteen bytes';
const TYPES: Record<ValueType, number> = { number: 0x7f, 'sixteen bytes': 0x7b };

/** A parameter or a local variable. */
export interface Variable {
  readonly value: Code;
  readonly set: (value: Code) => Code;
}

export interface WasmFunction {
  readonly name: string;
  readonly parameters: number;
  readonly locals: readonly ValueType[];
  readonly body: Code;
}

/**
 * A function of numbers that gives a number.
 *
 * @param write gives the instructions, the last of which leave the result; asks for local variables as it needs them
 */
export function wasmFunction<const Names extends readonly string[]>(
  name: string,
  parameters: Names,
  write: (given: Record<Names[number], Variable>, local: (type?: ValueType) => Variable) => readonly Code[],
): WasmFunction {
  const locals: ValueType[] = [];
  const given = Object.fromEntries(parameters.map((parameter, index) => [parameter, variable(index)]));
  const local = (type: ValueType = 'number') => variable(parameters.length + locals.push(type) - 1);
  const body = write(given as Record<Names[number], Variable>, local).flat();
  return { name, parameters: parameters.length, locals, body };
}

function variable(index: number): Variable {
  return { value: [0x20, ...unsigned(index)], set: (value) => [...value, 0x21, ...unsigned(index)] };
}

export interface WasmInstance {
  readonly memory: ArrayBuffer;
  readonly call: Readonly<Record<string, (...numbers: readonly number[]) => number>>;
}

/** What the types of Node do not declare. */
interface Engine {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (
    module: object,
  ) => { readonly exports: { readonly memory: { readonly buffer: ArrayBuffer } } & WasmInstance['call'] };
}

const PAGE = 1 << 16;

/**
 * Compiles functions once; each call then makes an instance with a memory of its own.
 *
 * @param bytes of the memory, which does not grow
 * @returns undefined where there is no WebAssembly, as under `--jitless`, or none with SIMD
 */
export function wasmInstances(functions: readonly WasmFunction[], bytes: number): (() => WasmInstance) | undefined {
  const { WebAssembly: engine } = globalThis as unknown as { readonly WebAssembly?: Engine };
  if (!engine) return undefined;
  const module = compiled(engine, moduleOf(functions, Math.ceil(bytes / PAGE)));
  if (!module) return undefined;
  return () => {
    const { exports } = new engine.Instance(module);
    return { memory: exports.memory.buffer, call: exports };
  };
}

function compiled(engine: Engine, bytes: Uint8Array): object | undefined {
  try {
    return new engine.Module(bytes);
  } catch (error) {
    if (error instanceof Error && error.name === 'CompileError' && /simd|disallowed/i.test(error.message))
      return undefined;
    throw error;
  }
}

const FUNCTION_TYPE = 0x60;
const END = 0x0b;

/** The bytes of a module that exports its functions and its memory. */
function moduleOf(functions: readonly WasmFunction[], pages: number): Uint8Array {
  const number = TYPES.number;
  const types = functions.map(({ parameters }) => [
    FUNCTION_TYPE,
    ...list(Array.from({ length: parameters }, () => [number])),
    ...list([[number]]),
  ]);
  const exported = functions.map(({ name }, index) => [...text(name), 0x00, ...unsigned(index)]);
  const codes = functions.map(({ locals, body }) => {
    const declared = locals.map((type) => [1, TYPES[type]]);
    const code = [...list(declared), ...body, END];
    return [...unsigned(code.length), ...code];
  });
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
    ...section(1, list(types)),
    ...section(3, list(functions.map((_, index) => unsigned(index)))),
    ...section(5, list([[0x01, ...unsigned(pages), ...unsigned(pages)]])),
    ...section(7, list([...exported, [...text('memory'), 0x02, 0x00]])),
    ...section(10, list(codes)),
  ]);
}

function section(id: number, content: readonly number[]): number[] {
  return [id, ...unsigned(content.length), ...content];
}

function list(items: readonly (readonly number[])[]): number[] {
  return [...unsigned(items.length), ...items.flat()];
}

function text(characters: string): number[] {
  return list([...Buffer.from(characters, 'utf8')].map((byte) => [byte]));
}

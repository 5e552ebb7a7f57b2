// The state as it is stored, read back: what the watch knew, which only the watch can judge, and for each input its place and what its reader
// remembers. Of a state of another form the places may still be of use.
import { type LogReaderState, logReaderStateOf } from '@vigie/detect';
import type { Place } from '../inputs/input.ts';
import type { Seal } from './seal.ts';
import { readState } from './state-file.ts';

export interface InputState {
  readonly place: Place;
  /** Undefined where what its reader remembered is of another form: it begins anew with the next line. */
  readonly reader: LogReaderState | undefined;
  /** The number of the file or log that it reads, of those that were there; undefined where that was not stored. */
  readonly stream: number | undefined;
}

export type InputStates = Readonly<Record<string, InputState>>;

/** Of the state that is written. */
export const SCHEMA = 'vigie.follow/1';

export type FoundState =
  /** Nothing is known, but perhaps where inputs were, where a state was set aside. */
  | { readonly kind: 'none'; readonly inputs: InputStates }
  | { readonly kind: 'state'; readonly watch: unknown; readonly inputs: InputStates }
  | { readonly kind: 'fault'; readonly message: string; readonly inputs: InputStates };

export async function findState(folder: string, seal: Seal): Promise<FoundState> {
  const read = await readState(folder, 'state.sealed', seal);
  if (read.kind === 'none') return { kind: 'none', inputs: await placesIn(folder, seal) };
  if (read.kind === 'fault') return { kind: 'fault', message: read.message, inputs: await placesIn(folder, seal) };
  const { state } = read;
  if (!isObject(state) || state.schema !== SCHEMA || !isObject(state.inputs)) {
    const message = 'it is of another form than this version reads';
    return { kind: 'fault', message, inputs: await placesIn(folder, seal) };
  }
  return { kind: 'state', watch: state.watch, inputs: inputsOf(state.inputs) };
}

async function placesIn(folder: string, seal: Seal): Promise<InputStates> {
  const read = await readState(folder, 'places.sealed', seal);
  return read.kind === 'state' && isObject(read.state) ? inputsOf(read.state) : {};
}

function inputsOf(stored: Readonly<Record<string, unknown>>): InputStates {
  return Object.fromEntries(
    Object.entries(stored).flatMap(([name, one]) => (isObject(one) ? [[name, inputOf(one)] as const] : [])),
  );
}

function inputOf({ place, reader, stream }: Readonly<Record<string, unknown>>): InputState {
  return {
    place,
    reader: logReaderStateOf(reader),
    stream: typeof stream === 'number' && Number.isSafeInteger(stream) ? stream : undefined,
  };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

// What is watched: inputs, as the API answers.
import type { AnswerOf, BodyOf } from '@vigie/server/api';

export type Input = AnswerOf<'listInputs'>['items'][number];
export type InputKind = Input['kind'];
export type NewInput = BodyOf<'createInput'>;

/** The order in which pages show them; the types hold them to the API's words. */
export const INPUT_KINDS = ['push', 'file', 'poll'] as const satisfies readonly InputKind[];

// A CACAO 2.0 playbook as exact types, and the schemas that make it of foreign JSON. Sections are those of CACAO Security Playbooks 2.0,
// https://docs.oasis-open.org/cacao/security-playbooks/v2.0/security-playbooks-v2.0.html
import * as v from 'valibot';

const UUID = '[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-5][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}';

/** `object-type--UUID` (section 10.10). */
const Identifier = v.pipe(
  v.string(),
  v.regex(new RegExp(`^[a-z][a-z0-9-]+[a-z0-9]--${UUID}$`), 'an identifier is written as type--UUID'),
);

/** The id of an agent or a target: playbooks in use are not strict about it, and it is looked up by its whole text only. */
const PartyId = v.pipe(v.string(), v.nonEmpty());

/** Whether an id has the form that section 10.10 demands. */
export function isIdentifier(id: string): boolean {
  return v.is(Identifier, id);
}

/** RFC 3339 in UTC (section 10.16). */
const Timestamp = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?Z$/, 'a time is written as 2026-03-27T09:15:00.000Z'),
  v.check((text) => !Number.isNaN(Date.parse(text)), 'there is no such day or hour'),
);

/** A whole number of milliseconds (section 4.1). */
const Milliseconds = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(Number.MAX_SAFE_INTEGER));

const VariableName = v.pipe(
  v.string(),
  v.regex(/^__[a-zA-Z_][a-zA-Z0-9_-]{0,245}__$/, 'a variable is named as __name__'),
);

/** Section 10.18.3. A value of null, or none, is unknown; an object is kept as its JSON text. */
const VariableSchema = v.looseObject({
  type: v.string(),
  description: v.exactOptional(v.string()),
  value: v.exactOptional(
    v.union([
      v.nullable(v.string()),
      v.pipe(
        v.looseObject({}),
        v.transform((object) => JSON.stringify(object)),
      ),
    ]),
  ),
  constant: v.exactOptional(v.boolean()),
  external: v.exactOptional(v.boolean()),
});

const VariablesSchema = v.record(VariableName, VariableSchema);

/** Section 5: what is not of a known command type is kept as it is, for whoever knows it. */
const CommandSchema = v.looseObject({
  type: v.string(),
  description: v.exactOptional(v.string()),
  command: v.exactOptional(v.string()),
  command_b64: v.exactOptional(v.string()),
});

/** Section 7.1. */
const AgentTargetSchema = v.looseObject({
  type: v.string(),
  name: v.string(),
  agent_target_extensions: v.exactOptional(v.record(v.string(), v.unknown())),
});

/** What every step has (section 4.1). */
const COMMON = {
  name: v.exactOptional(v.string()),
  description: v.exactOptional(v.string()),
  external_references: v.exactOptional(v.array(v.unknown())),
  delay: v.exactOptional(Milliseconds),
  timeout: v.exactOptional(Milliseconds),
  step_variables: v.exactOptional(VariablesSchema),
  owner: v.exactOptional(Identifier),
  on_completion: v.exactOptional(Identifier),
  on_success: v.exactOptional(Identifier),
  on_failure: v.exactOptional(Identifier),
  step_extensions: v.exactOptional(v.record(v.string(), v.unknown())),
} as const;

const ARGUMENTS = {
  in_args: v.exactOptional(v.array(VariableName)),
  out_args: v.exactOptional(v.array(VariableName)),
} as const;

const StepSchema = v.variant('type', [
  v.looseObject({ type: v.literal('start'), ...COMMON }),
  v.looseObject({ type: v.literal('end'), ...COMMON }),
  v.looseObject({
    type: v.literal('action'),
    ...COMMON,
    ...ARGUMENTS,
    commands: v.pipe(v.array(CommandSchema), v.minLength(1)),
    agent: PartyId,
    targets: v.exactOptional(v.array(PartyId)),
  }),
  v.looseObject({
    type: v.literal('playbook-action'),
    ...COMMON,
    ...ARGUMENTS,
    playbook_id: Identifier,
    playbook_version: v.exactOptional(Timestamp),
  }),
  v.looseObject({
    type: v.literal('parallel'),
    ...COMMON,
    next_steps: v.pipe(v.array(Identifier), v.minLength(2, 'a parallel step has two branches or more')),
  }),
  v.looseObject({
    type: v.literal('if-condition'),
    ...COMMON,
    condition: v.string(),
    on_true: Identifier,
    on_false: v.exactOptional(Identifier),
  }),
  v.looseObject({ type: v.literal('while-condition'), ...COMMON, condition: v.string(), on_true: Identifier }),
  v.looseObject({
    type: v.literal('switch-condition'),
    ...COMMON,
    switch: v.string(),
    cases: v.record(v.string(), Identifier),
  }),
]);

/** Section 3.1; what only describes a playbook is kept as it is. */
export const PlaybookSchema = v.looseObject({
  type: v.literal('playbook'),
  spec_version: v.literal('cacao-2.0', 'only CACAO 2.0 is run'),
  id: Identifier,
  name: v.string(),
  created_by: Identifier,
  created: Timestamp,
  modified: Timestamp,
  revoked: v.exactOptional(v.boolean()),
  valid_from: v.exactOptional(Timestamp),
  valid_until: v.exactOptional(Timestamp),
  playbook_variables: v.exactOptional(VariablesSchema),
  workflow_start: Identifier,
  workflow_exception: v.exactOptional(Identifier),
  workflow: v.record(Identifier, StepSchema),
  agent_definitions: v.exactOptional(v.record(PartyId, AgentTargetSchema)),
  target_definitions: v.exactOptional(v.record(PartyId, AgentTargetSchema)),
  extension_definitions: v.exactOptional(v.record(v.string(), v.looseObject({ name: v.exactOptional(v.string()) }))),
  playbook_extensions: v.exactOptional(v.record(v.string(), v.unknown())),
  signatures: v.exactOptional(v.array(v.unknown())),
});

export type Playbook = v.InferOutput<typeof PlaybookSchema>;
export type Step = Playbook['workflow'][string];
export type StepType = Step['type'];
export type StepOf<T extends StepType> = Extract<Step, { type: T }>;
export type Command = v.InferOutput<typeof CommandSchema>;
export type AgentTarget = v.InferOutput<typeof AgentTargetSchema>;
export type Variable = v.InferOutput<typeof VariableSchema>;

/** Properties of steps that this engine knows; others are named when a playbook is read. */
export const STEP_PROPERTIES: Readonly<Record<StepType, readonly string[]>> = Object.fromEntries(
  StepSchema.options.map(({ entries }) => [entries.type.literal, Object.keys(entries)]),
) as Record<StepType, string[]>;

/** Types of commands of the vocabulary `command-type-ov` (section 5.2). */
export const COMMAND_TYPES = [
  'manual',
  'bash',
  'caldera-cmd',
  'elastic',
  'http-api',
  'jupyter',
  'kestrel',
  'openc2-http',
  'powershell',
  'sigma',
  'ssh',
  'yara',
] as const;

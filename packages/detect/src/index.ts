// The engine that reads events as they come: Sigma rules, correlations, and what fired, with why.
export { createEvaluator, createPlainEvaluator } from './evaluate/evaluator.ts';
export { explain } from './evaluate/explain.ts';
export { eventTimeOf } from './events/event-time.ts';
export { createEventReader } from './events/read-event.ts';
export { taxonomyWith } from './events/taxonomy.ts';
export { loadRules } from './sigma/rule-set.ts';

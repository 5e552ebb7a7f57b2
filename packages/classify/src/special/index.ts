// Special categories of personal data: the finder, its kinds, columns and topics of queries.
export { SPECIAL_CATEGORIES, SPECIAL_KINDS } from './category.ts';
export { isChildAt } from './children.ts';
export { statementUnder } from './fields.ts';
export { specialFinder } from './finder.ts';
export { topicsOf } from './topics.ts';

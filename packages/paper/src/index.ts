// The public surface of @vigie/paper.
export { csvOf } from './csv.ts';
export { PAPER_FORMATS, type PaperFormat, rendered } from './formats.ts';
export { type Paper, type PaperKind, type PaperOptions, paperOf } from './paper.ts';

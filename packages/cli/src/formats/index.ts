// The formats of a scan's report. A new one is a file beside this and a line below.
import type { ExposureReport } from '../exposures.ts';
import type { Sink } from '../world.ts';
import { csv } from './csv.ts';
import { html } from './html.ts';
import { ndjson } from './ndjson.ts';
import { sarif } from './sarif.ts';
import { text } from './text.ts';

export const FORMATS = ['text', 'json', 'ndjson', 'sarif', 'html', 'csv'] as const;
export type Format = (typeof FORMATS)[number];

/** The report as text of a format; the sink tells width and colour where the format is for people. */
export function formatReport(format: Format, report: ExposureReport, sink: Pick<Sink, 'colour' | 'columns'>): string {
  switch (format) {
    case 'text':
      return text(report, sink);
    case 'json':
      return `${JSON.stringify(report, null, 2)}\n`;
    case 'ndjson':
      return ndjson(report);
    case 'sarif':
      return sarif(report);
    case 'html':
      return html(report);
    case 'csv':
      return csv(report);
  }
}

// What goes to the thread that scans, and what comes back.
import type { Budgets, ScanReport, ScopeFile, Standing, StoreReport, UntestedReason } from '@vigie/probe';

export interface Place {
  readonly address: string;
  readonly port: number;
}

export interface ScanOrders {
  /** Targets as people wrote them; or one place, whose questions are to be asked again. */
  readonly targets: readonly string[] | (Place & { readonly name: string | undefined });
  readonly ports: readonly number[];
  readonly scopeFile: ScopeFile | undefined;
  /** Places of which the outcome has to be known, whatever it is. */
  readonly known: readonly Place[];
  /** Whether names of tables may be shown only without people's names: so once what stands in the stores was read. */
  readonly maskNames: boolean;
  /** How long is waited for answers; the usual time where nothing is said. */
  readonly budgets?: Partial<Budgets>;
}

/** What became of a place: asked, not asked for a reason, or not among the targets. */
export type Outcome = UntestedReason | 'tested' | 'not-a-target';

export type ScanAnswer =
  | {
      readonly report: ScanReport;
      /** In the order of `known`. */
      readonly outcomes: readonly Outcome[];
      /** Products at whose examination the program made a mistake. */
      readonly mistakes: readonly string[];
    }
  /** Why nothing was scanned, in words for its owner. */
  | { readonly fault: string };

/** Who hears of a scan while it runs. */
export interface ScanEars {
  /** Called with each store when it is met: a large network takes long. */
  readonly onStore?: (report: StoreReport) => void;
  /** Called at most three times a second. */
  readonly onStanding?: (standing: Standing) => void;
}

export type ToThread =
  | { readonly what: 'scan'; readonly number: number; readonly orders: ScanOrders }
  | { readonly what: 'stop'; readonly number: number };

export type FromThread =
  | { readonly what: 'store'; readonly number: number; readonly report: StoreReport }
  | { readonly what: 'standing'; readonly number: number; readonly standing: Standing }
  | { readonly what: 'answer'; readonly number: number; readonly answer: ScanAnswer };

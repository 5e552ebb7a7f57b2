// What a command of the decoy MongoDB comes to.
import type { Document } from 'bson';
import type { Intent } from '../decoy.ts';

export interface Outcome {
  readonly document: Document;
  readonly intent: Intent;
  readonly words: string;
  readonly collection?: string;
  readonly rows?: number;
}

// Les phrases des remèdes en français, selon celles du moteur : il les choisit d’après le produit et sa version.
import { checks } from './checks.ts';
import { stepsToL } from './steps-a-l.ts';
import { stepsFromM } from './steps-m-z.ts';

export const sentences: Readonly<Record<string, string>> = { ...stepsToL, ...stepsFromM, ...checks };

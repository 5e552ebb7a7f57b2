// Les phrases des remèdes en français, selon celles du moteur.
export const sentences: Readonly<Record<string, string>> = {};

// Titles of findings by their rule. The engine's own are English, so that nothing stands here.
export const rules: { readonly titles: Readonly<Record<string, string>> } = { titles: {} };

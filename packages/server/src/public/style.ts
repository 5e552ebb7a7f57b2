// The one style sheet of the public pages: light and dark, large enough to read, no picture and no font from elsewhere. Contrasts are at least
// 7:1 for text and 3:1 for the borders of what can be used (WCAG 2.2, 1.4.6 and 1.4.11).

export const STYLE = `:root {
  color-scheme: light dark;
  --paper: #fcfcfa; --ink: #17202a; --quiet: #46525e; --line: #c9d0d6; --edge: #6b7783; --accent: #0b4f7a; --on-accent: #ffffff; --note: #eef4f8;
}
@media (prefers-color-scheme: dark) {
  :root { --paper: #12181e; --ink: #eef2f5; --quiet: #b4c0ca; --line: #36424d; --edge: #8b98a4; --accent: #8cc8f2; --on-accent: #0b1a26; --note: #1a252f; }
}
* { box-sizing: border-box; }
html { font: 100%/1.6 system-ui, "Segoe UI", "Noto Sans", sans-serif; background: var(--paper); color: var(--ink); }
body { margin: 0 auto; max-width: 44rem; padding: 1.5rem 1.25rem 4rem; }
h1 { font-size: 1.9rem; line-height: 1.2; margin: 1.5rem 0 1rem; }
h2 { font-size: 1.3rem; line-height: 1.3; margin: 2.5rem 0 .75rem; }
h3 { font-size: 1.05rem; margin: 0 0 .5rem; color: var(--quiet); }
a { color: var(--accent); text-underline-offset: .15em; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 2px; }
.skip { position: absolute; left: -100vw; }
.skip:focus { position: static; }
header nav ul { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; list-style: none; margin: 0; padding: 0; }
header nav a, .countries a { display: inline-block; padding: .25rem 0; min-height: 1.5rem; }
article { border-left: 4px solid var(--accent); padding: 0 0 0 1rem; margin: 0 0 2rem; }
article p { overflow-wrap: anywhere; }
form { background: var(--note); border: 1px solid var(--line); border-radius: 8px; padding: 1.25rem; }
label { display: block; font-weight: 600; margin: 0 0 .35rem; }
input { font: inherit; width: 100%; padding: .6rem .75rem; color: inherit; background: var(--paper); border: 1px solid var(--edge); border-radius: 6px; }
button { font: inherit; font-weight: 600; margin: .9rem 0 0; padding: .65rem 1.25rem; color: var(--on-accent); background: var(--accent); border: 0; border-radius: 6px; cursor: pointer; }
.error { font-weight: 600; border-left: 4px solid currentcolor; padding-left: .75rem; }
.note { background: var(--note); border: 1px solid var(--line); border-radius: 8px; padding: 1rem 1.25rem; }
.countries { columns: 14rem; list-style: none; padding: 0; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; background: var(--note); border: 1px solid var(--line); border-radius: 8px; padding: 1.25rem; font: inherit; }
dt { font-weight: 600; margin-top: 1rem; }
dd { margin: 0; }
footer { margin-top: 3rem; padding-top: 1rem; border-top: 1px solid var(--line); color: var(--quiet); }
@media print { form, nav, .skip { display: none; } }
`;

// The style sheet of the HTML report: light and dark by the reader's setting, and for paper.

export const STYLE = `
:root{color-scheme:light dark;--ink:#1b2430;--soft:#5a6675;--paper:#f6f7f9;--card:#fff;--line:#dfe3e8;--open:#b3261e;--partial:#8a5a00;--closed:#1c6b3c;--unknown:#3b5b8c}
@media(prefers-color-scheme:dark){:root{--ink:#e8ecf1;--soft:#9aa7b6;--paper:#11161d;--card:#1a212b;--line:#2d3743;--open:#ff8a80;--partial:#ffc46b;--closed:#79d9a0;--unknown:#9cc1ff}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"DejaVu Sans",sans-serif}
main{max-width:60rem;margin:0 auto;padding:2.5rem 1.25rem 4rem}
h1{font-size:2rem;line-height:1.2;margin:.2rem 0 .6rem}h2{font-size:1.25rem;margin:0 0 .6rem}h3{font-size:1rem;margin:1.4rem 0 .4rem}h4{margin:1rem 0 .2rem;font-size:.95rem}
p{margin:.4rem 0}a{color:inherit}
.brand{color:var(--soft);text-transform:uppercase;letter-spacing:.08em;font-size:.78rem}
.warn{color:var(--open)}
.tally{display:flex;gap:.75rem;flex-wrap:wrap;list-style:none;padding:0;margin:1.2rem 0 2rem}
.tally li{background:var(--card);border:1px solid var(--line);border-radius:.6rem;padding:.6rem 1rem;min-width:7rem;color:var(--soft)}
.tally b{display:block;font-size:1.6rem;line-height:1.2;color:var(--ink)}
.tally .open b{color:var(--open)}.tally .partial b{color:var(--partial)}.tally .closed b{color:var(--closed)}
section,article{background:var(--card);border:1px solid var(--line);border-radius:.8rem;padding:1.2rem 1.4rem;margin:0 0 1.2rem}
article.open{border-left:6px solid var(--open)}article.partial{border-left:6px solid var(--partial)}article.unknown{border-left:6px solid var(--unknown)}
article section.finding{border:0;border-top:1px solid var(--line);border-radius:0;padding:.6rem 0 0;margin:1rem 0 0;background:none}
.pill,.severity{display:inline-block;border-radius:1rem;padding:.05rem .7rem;font-size:.8rem;font-weight:600;border:1.5px solid currentColor;vertical-align:.12em}
.pill.open,.severity.critical,.severity.high{color:var(--open)}.pill.partial,.severity.medium{color:var(--partial)}.pill.closed{color:var(--closed)}.pill.unknown,.severity.low,.severity.info{color:var(--unknown)}
.place,.caveat,footer{color:var(--soft)}
.caveat{border-left:3px solid var(--line);padding-left:.7rem}
.verbs{display:flex;flex-wrap:wrap;gap:.4rem;list-style:none;padding:0;margin:.3rem 0}
.verbs li{border:1px solid var(--line);border-radius:.5rem;padding:.25rem .7rem;font-size:.9rem}
.verbs b{margin-left:.5rem}.verbs .yes b{color:var(--open)}.verbs .no b{color:var(--closed)}.verbs .unknown b{color:var(--soft);font-weight:400}
table{border-collapse:collapse;width:100%;font-size:.92rem}th{text-align:left;color:var(--soft);font-weight:600}th,td{padding:.35rem .7rem .35rem 0;border-bottom:1px solid var(--line);vertical-align:top;overflow-wrap:anywhere}.n{text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums}
.scroll{overflow-x:auto}
code,pre{font-family:ui-monospace,"SFMono-Regular","DejaVu Sans Mono",monospace;font-size:.88em}
pre{background:var(--paper);border:1px solid var(--line);border-radius:.5rem;padding:.8rem;overflow-x:auto}
.plain{list-style:none;padding:0;columns:3}
footer{margin-top:2rem;font-size:.92rem}
@media print{body{background:#fff}section,article{break-inside:avoid-page;border-color:#bbb}details{display:block}}
.concerned{font-size:1.15rem;font-weight:600}
.contents small{opacity:.75}
.contents td{vertical-align:top}
.bar{background:color-mix(in srgb,currentColor 12%,transparent);border-radius:3px;height:6px;margin-top:4px;min-width:8rem}
.bar i{display:block;height:6px;border-radius:3px;background:#c0392b}
.secrets>li{margin:.5rem 0}
`;

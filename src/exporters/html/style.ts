/** The style sheet of a document that stands alone: readable on a screen in both themes, and on paper. */
export const STYLE = `
:root {
  color-scheme: light dark;
  --text: light-dark(#1d1b18, #f1eee9);
  --soft: light-dark(#4c4841, #cbc5bb);
  --line: light-dark(#e5e0d9, #322f2a);
  --page: light-dark(#ffffff, #1c1b18);
  --wash: light-dark(#f7f5f2, #26241f);
  --accent: light-dark(#4338ca, #a8a4ff);
  --error: light-dark(#b0241c, #ff938a);
  --warn: light-dark(#fbf0dc, #33260f);
}
* { box-sizing: border-box; }
body {
  max-width: 62rem; margin: 0 auto; padding: 3rem 1.5rem 5rem;
  background: var(--page); color: var(--text);
  font: 1rem/1.6 system-ui, sans-serif; overflow-wrap: break-word;
}
h1 { margin: 0; font-size: 2rem; line-height: 1.2; }
h2 { margin: 3rem 0 0.75rem; padding-top: 1rem; border-top: 1px solid var(--line); font-size: 1.375rem; }
h3 { margin: 2rem 0 0.5rem; font-size: 1.0625rem; }
p, ul { max-width: 44rem; }
code { font: 0.9em ui-monospace, monospace; overflow-wrap: anywhere; }
a { color: var(--accent); }
.lead { font-size: 1.125rem; color: var(--soft); }
.edition, footer { color: var(--soft); font-size: 0.875rem; }
.warning { padding: 0.75rem 1rem; border-radius: 0.5rem; background: var(--warn); }
nav ol { columns: 14rem; margin: 0; padding-left: 1.25rem; }
figure { margin: 1.25rem 0; overflow-x: auto; border: 1px solid var(--line); border-radius: 0.5rem; background: #ffffff; }
figure pre { margin: 0; padding: 1rem; background: var(--wash); color: var(--text); overflow-x: auto; font: 0.8125rem/1.5 ui-monospace, monospace; }
figure svg { display: block; max-width: max(100%, 72rem); height: auto; margin: 0 auto; }
.table { overflow-x: auto; }
table { width: 100%; border-collapse: collapse; font-size: 0.875rem; line-height: 1.45; }
caption { padding: 0 0 0.375rem; color: var(--soft); font-size: 0.8125rem; text-align: start; }
th, td { padding: 0.375rem 0.625rem; border-bottom: 1px solid var(--line); text-align: start; vertical-align: top; }
th { background: var(--wash); font-weight: 600; }
.wide th:nth-child(3) { width: 32%; }
.error td:first-child { box-shadow: inset 3px 0 var(--error); }
@media print {
  :root { color-scheme: light; }
  body { max-width: none; padding: 0; font-size: 10pt; }
  nav { break-after: page; }
  h2, h3 { break-after: avoid; }
  tr, .warning { break-inside: avoid; }
  figure { overflow: visible; border: 0; }
  figure svg { width: auto; max-width: 100%; height: auto; }
  figure pre { white-space: pre-wrap; }
  .table { overflow: visible; }
  table { font-size: 8pt; }
  .off-paper { display: none; }
  td code { overflow-wrap: break-word; }
  thead { display: table-header-group; }
}
`

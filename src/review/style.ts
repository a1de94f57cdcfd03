/**
 * The style of the documents: the same paper and ink as the page around the chat. Rows of tables become
 * cards where there is no room for columns; on paper everything is unfolded.
 */
const COLOURS = `
:root {
  color-scheme: light dark;
  --page: #f6f6f9; --paper: #ffffff; --line: #d6d6df; --text: #1f1f24; --subtle: #595962;
  --accent: #4a4db0; --tint: #ecebfb; --rail: #8c8c99;
  --good: #0b5c1b; --good-paper: #e3f4e5; --other: #24489e; --other-paper: #e6edfb;
  --bad: #a01d16; --bad-paper: #fdeae8; --ask: #704500; --ask-paper: #fff1d3;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #1a1a1e; --paper: #26262b; --line: #45454f; --text: #f2f2f5; --subtle: #b9b9c4;
    --accent: #b3b6ff; --tint: #2e2f55; --rail: #8a8a98;
    --good: #a4e6ae; --good-paper: #1b3a21; --other: #b9ccff; --other-paper: #20305a;
    --bad: #ffb3ab; --bad-paper: #4c211e; --ask: #ffd78c; --ask-paper: #453511;
  }
}
`;

const TEXT = `
*, ::before, ::after { box-sizing: border-box; }
html { font: 16px/1.5 -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", Arial, "PingFang SC", "Hiragino Sans GB", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", sans-serif; color: var(--text); background: var(--page); -webkit-text-size-adjust: 100%; }
body { margin: 0; overflow-wrap: break-word; }
header, main { max-inline-size: 1400px; margin-inline: auto; padding-inline: 16px; }
header { padding-block: 12px; font-size: 14px; }
main { padding-block-end: 48px; }
main:focus { outline: none; }
h1 { margin: 16px 0 20px; font-size: 28px; line-height: 1.25; }
h1 .note { display: block; font-size: 15px; font-weight: 400; }
h2 { margin: 40px 0 12px; font-size: 22px; line-height: 1.3; }
h3 { margin: 28px 0 10px; font-size: 17px; line-height: 1.35; }
h1, h2, h3, tr, li { scroll-margin-block-start: 12px; }
p { margin: 0 0 12px; max-inline-size: 75ch; }
ul, ol { margin: 0 0 12px; padding-inline-start: 20px; }
ul { list-style-type: disc; }
a { color: var(--accent); text-underline-offset: 2px; }
a:hover { text-decoration-thickness: 2px; }
code { font: 0.875em ui-monospace, "Cascadia Mono", Consolas, Menlo, monospace; overflow-wrap: anywhere; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 2px; }
:target { background: var(--tint); }
.skip { position: absolute; inset-block-start: -100px; inset-inline-start: 8px; z-index: 1; padding: 8px 12px; background: var(--paper); }
.skip:focus { inset-block-start: 8px; }
.note { color: var(--subtle); font-size: 14px; font-weight: 400; }
.up { position: fixed; inset-block-end: 12px; inset-inline-end: 12px; padding: 6px 12px; border: 1px solid var(--line); border-radius: 16px; background: var(--paper); font-size: 14px; text-decoration: none; }
.alarm { padding: 12px; border: 3px solid var(--bad); border-radius: 8px; color: var(--bad); background: var(--bad-paper); }
.alarm a { color: inherit; }
.verdict { display: inline-block; padding: 1px 9px 1px 7px; border-radius: 10px; font-size: 14px; font-weight: 600; }
.verdict.eligible { color: var(--good); background: var(--good-paper); }
.verdict.otherRoute { color: var(--other); background: var(--other-paper); }
.verdict.notEligible { color: var(--bad); background: var(--bad-paper); }
.verdict.outOfScope { color: var(--text); background: var(--tint); }
.verdict.confirm { color: var(--ask); background: var(--ask-paper); }
header nav { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 12px; color: var(--subtle); }
header nav ul { display: flex; flex-wrap: wrap; gap: 0 12px; margin: 0; padding: 0; list-style: none; }
header nav a { display: inline-block; padding-block: 5px; }
.contents a, .signpost li a { display: block; inline-size: fit-content; padding-block: 5px; }
header a[aria-current] { color: var(--text); font-weight: 600; text-decoration: none; }
.contents { padding: 4px 16px 8px; border: 1px solid var(--line); border-radius: 8px; background: var(--paper); }
.contents h2 { margin: 10px 0 4px; font-size: 17px; }
.contents ol, .contents ul { margin: 0; }
.above { margin: 0; }
.above a, .beside a { display: inline-block; padding-block: 5px; }
h1.note { margin: 4px 0 0; font-size: 15px; font-weight: 400; }
.above ~ section h2, .above ~ h2 { margin-block-start: 4px; font-size: 28px; line-height: 1.25; }
.beside { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 8px 24px; margin-block-start: 24px; }
.beside [rel="next"] { margin-inline-start: auto; text-align: end; }
.search { display: flex; flex-wrap: wrap; align-items: center; gap: 8px; margin: 0 0 16px; }
.search label { inline-size: 100%; font-weight: 600; }
.search input { flex: 1; min-inline-size: 0; max-inline-size: 480px; min-block-size: 44px; padding: 8px 12px; border: 1px solid var(--rail); border-radius: 8px; color: var(--text); background: var(--paper); font: inherit; }
.search button { min-block-size: 44px; padding: 8px 20px; border: 1px solid transparent; border-radius: 8px; color: var(--page); background: var(--accent); font: inherit; font-weight: 600; cursor: pointer; }
.found li { margin-block-end: 12px; }
.found a { display: inline-block; padding-block: 3px; }
.found p { margin: 0 0 2px; }
mark { padding-inline: 2px; border-radius: 3px; color: var(--text); background: var(--tint); font-weight: 600; }
tbody th a { display: inline-block; padding-block: 2px; }
.id summary { inline-size: fit-content; padding-block: 4px; color: var(--subtle); font-size: 14px; font-weight: 400; cursor: pointer; }
.id code { font-weight: 400; }
`;

const TABLES = `
table { inline-size: 100%; margin: 0 0 16px; border: 1px solid var(--line); border-radius: 8px; border-spacing: 0; background: var(--paper); font-size: 15px; line-height: 1.45; }
caption { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
th, td { padding: 10px 12px; text-align: start; vertical-align: top; font-weight: 400; }
thead th { color: var(--subtle); font-size: 14px; font-weight: 600; border-block-end: 1px solid var(--line); }
tbody tr + tr > *, tfoot tr > * { border-block-start: 1px solid var(--line); }
tbody th { font-weight: 600; }
.changed table tbody th { font-weight: 400; }
tfoot th, tfoot td { font-weight: 600; }
td > :last-child { margin-block-end: 0; }
td ul, td ol, .examples ul, .examples details ol { padding-inline-start: 18px; }
.option { padding-inline: 3px; border-radius: 4px; background: var(--tint); -webkit-box-decoration-break: clone; box-decoration-break: clone; }
.part { margin: 8px 0 2px; color: var(--subtle); font-size: 14px; }
.part + ul, .part + ol { margin-block-end: 8px; }
.number { white-space: nowrap; text-align: end; font-variant-numeric: tabular-nums; }
.sources { font-size: 14px; }
.column { display: none; }
@media print, (min-width: 760px) {
  .rules table { table-layout: fixed; }
  .rules table th:nth-child(1) { inline-size: 17%; }
  .rules table th:nth-child(2) { inline-size: 25%; }
  .rules table th:nth-child(4) { inline-size: 25%; }
  .conflicts table th:nth-child(1) { inline-size: 26%; }
  .changed table th:nth-child(1) { inline-size: 34%; }
  .questions table th:nth-child(1) { inline-size: 12%; }
}
@media screen and (max-width: 759.9px) {
  html { font-size: 16px; }
  h1 { font-size: 24px; }
  table, tbody, tfoot, tr, tbody th, tfoot th, td { display: block; }
  table { border: 0; background: none; }
  thead { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); }
  tr { margin-block-end: 12px; padding: 6px 0 10px; border: 1px solid var(--line); border-radius: 8px; background: var(--paper); }
  tbody tr + tr > *, tfoot tr > * { border: 0; }
  th, td { padding: 4px 12px; }
  td:empty { display: none; }
  .number { text-align: start; }
  .column { display: block; margin-block-start: 4px; color: var(--subtle); font-size: 13px; font-weight: 600; }
  .column:empty { display: none; }
}
`;

const MAP = `
.drawing { overflow: auto; padding: 12px; border: 1px solid var(--line); border-radius: 8px; background: var(--paper); }
svg { display: block; }
svg text { fill: var(--text); }
svg path { fill: none; stroke: var(--rail); stroke-width: 1.25; }
svg rect { fill: var(--paper); stroke: var(--rail); }
svg .question text { font-weight: 600; }
svg .eligible rect { fill: var(--good-paper); stroke: var(--good); } svg .eligible text { fill: var(--good); }
svg .otherRoute rect { fill: var(--other-paper); stroke: var(--other); } svg .otherRoute text { fill: var(--other); }
svg .notEligible rect { fill: var(--bad-paper); stroke: var(--bad); } svg .notEligible text { fill: var(--bad); }
svg .outOfScope rect { fill: var(--tint); stroke: var(--rail); }
svg .confirm rect { fill: var(--ask-paper); stroke: var(--ask); } svg .confirm text { fill: var(--ask); }
.tree ul { margin: 0; padding: 0; list-style: none; }
.tree li { position: relative; margin: 0; padding: 3px 0 3px 18px; }
.tree li::before { content: ""; position: absolute; inset-block: 0; inset-inline-start: 4px; border-inline-start: 1.5px solid var(--rail); }
.tree li::after { content: ""; position: absolute; inset-block-start: 17px; inset-inline-start: 4px; inline-size: 10px; border-block-start: 1.5px solid var(--rail); }
.tree li:last-child::before { inset-block-end: auto; block-size: 17px; }
.place, .tree summary { padding: 3px 6px; border-radius: 6px; font-size: 15px; }
.tree summary { cursor: pointer; }
.tree summary:hover { background: var(--tint); }
.tree details > ul { margin-inline-start: 8px; }
.count { color: var(--subtle); font-size: 14px; white-space: nowrap; }
.examples { padding-inline-start: 0; list-style: none; counter-reset: example; }
.examples > li { margin: 0 0 12px; padding: 12px 16px; border: 1px solid var(--line); border-radius: 8px; background: var(--paper); }
.examples .facts { display: flex; flex-wrap: wrap; gap: 2px 16px; margin: 0 0 8px; padding: 0; list-style: none; font-size: 15px; }
.examples .ids { display: flex; flex-wrap: wrap; gap: 2px 12px; margin: 0; padding: 0; list-style: none; }
.examples summary { padding-block: 3px; cursor: pointer; }
.more { color: var(--accent); font-size: 14px; }
@media screen and (max-width: 759.9px) { .drawing { max-block-size: 65vh; } }
@media (max-width: 480px) { .tree li { padding-inline-start: 12px; } .tree li::after { inline-size: 6px; } .tree details > ul { margin-inline-start: 2px; } }
`;

/** As high as a finger needs, where fingers tap. */
const FINGERS = `
@media (pointer: coarse) {
  header nav a, .contents a, .signpost li a, .above a, .beside a, .found a { padding-block: 12px; }
  .skip, .id summary, .tree summary, .examples summary { padding-block: 12px; }
  .id summary { min-inline-size: 44px; }
  .up { padding-block: 12px; border-radius: 24px; }
  header nav > span { align-self: center; }
}
`;

/** Where colours are forced, backgrounds and shadows are gone and drawings keep their own ink. */
const FORCED = `
@media (forced-colors: active) {
  :focus-visible { outline: 3px solid Highlight; }
  :target { outline: 2px dashed Highlight; outline-offset: -2px; }
  .verdict, .option { outline: 1px solid; }
  svg rect, svg [class] rect { fill: Canvas; stroke: CanvasText; }
  svg text, svg [class] text { fill: CanvasText; }
  svg path { stroke: CanvasText; }
}
`;

const PAPER = `
@page { size: landscape; margin: 12mm 13mm; }
@page map { size: portrait; }
@media print {
  :root { color-scheme: light; --page: #fff; --paper: #fff; --line: #bbb; --text: #000; --subtle: #444; --accent: #000; --tint: #f1f1f4; --rail: #666;
    --good: #0b5c1b; --good-paper: #fff; --other: #24489e; --other-paper: #fff; --bad: #a01d16; --bad-paper: #fff; --ask: #704500; --ask-paper: #fff; }
  html { font-size: 9.5pt; }
  header, .skip, .up, .more, .search, .above, .beside, .id { display: none; }
  main { max-inline-size: none; padding: 0; }
  h1 { font-size: 18pt; }
  h2 { margin-block-start: 18pt; font-size: 14pt; }
  h3 { font-size: 11pt; }
  table, .examples > li, .examples .facts, .place, .tree summary, .verdict { font-size: 8.5pt; }
  .note, .part, .count, .sources, thead th { font-size: 8pt; }
  th, td { padding: 5px 8px; }
  .verdict { padding-block: 0; border: 1px solid; }
  .rules table th:nth-child(1) { inline-size: 13%; }
  .rules table th:nth-child(4) { inline-size: 33%; }
  .conflicts table th:nth-child(1) { inline-size: 24%; }
  h1, h2, h3, thead, .part, .tree summary { break-after: avoid; }
  tbody tr:first-child { break-before: avoid; }
  tr, .place { break-inside: avoid; }
  .examples { columns: 2; }
  .examples > li { padding: 8px 10px; -webkit-box-decoration-break: clone; box-decoration-break: clone; }
  .examples .ids { font-size: 8pt; }
  .drawing { page: map; overflow: visible; padding: 0; border: 0; break-inside: avoid; }
  svg { max-inline-size: 100%; max-block-size: 255mm; inline-size: auto; block-size: auto; margin-inline: auto; }
  summary { list-style: none; }
  summary::-webkit-details-marker { display: none; }
  details::details-content { content-visibility: visible; block-size: auto; }
  .sources a::after { content: " " attr(href); display: inline-block; color: var(--subtle); font-size: 7.5pt; text-decoration: none; overflow-wrap: anywhere; }
}
`;

export const DOCUMENT_STYLE = [COLOURS, TEXT, TABLES, MAP, FINGERS, FORCED, PAPER].join('');

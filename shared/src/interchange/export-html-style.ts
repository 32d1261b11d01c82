/**
 * The page's style: a newspaper column with notes in its margin. Notes float beside the block they belong to and push
 * each other down; containers inside the column pad on the left alone, so that all notes stand on one line. On
 * narrow screens they follow their block. Print uses the wide form. Labels differ by hue, kind of line and letter.
 */
export const STYLE = `
:root {
  color-scheme: light dark;
  --paper: #fffdf8; --ink: #1d1b18; --quiet: #5f5a52; --line: #d9d3c7; --shade: #f3eee3;
  --blue: #1b5aa6; --green: #16703a; --amber: #9a5800; --grey: #5b5b5b;
  --strength: 11%;
  --text: "Iowan Old Style", "Charter", "Palatino Linotype", "Book Antiqua", Palatino, Georgia, "Noto Serif", serif;
  --tool: system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", sans-serif;
  --measure: 38rem; --notes: 17rem; --gap: 2.75rem;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #171614; --ink: #e6e1d8; --quiet: #a49c8f; --line: #3a3630; --shade: #23211d;
    --blue: #86b6f2; --green: #7fcf97; --amber: #eaae5c; --grey: #b5b0a8;
    --strength: 15%;
  }
}
* { box-sizing: border-box; }
html { font-size: 112.5%; -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body {
  margin: 0 auto; padding: 2.5rem 1.25rem 4rem; max-width: var(--measure);
  background: var(--paper); color: var(--ink); font-family: var(--text); line-height: 1.6;
  overflow-wrap: break-word; hanging-punctuation: first;
}
a { color: inherit; text-underline-offset: 0.15em; }
[data-hue] { --hue: var(--grey); }
[data-hue="blue"] { --hue: var(--blue); }
[data-hue="green"] { --hue: var(--green); }
[data-hue="amber"] { --hue: var(--amber); }

header { border-bottom: 1px solid var(--line); margin-bottom: 1.75rem; padding-bottom: 1rem; }
h1, h2, h3, h4, h5 { line-height: 1.22; text-wrap: balance; font-weight: 600; }
h1 { font-size: 2.1rem; margin: 0.2rem 0 0.7rem; letter-spacing: -0.012em; }
h1 mark { line-height: 1.5; }
.kicker, .dateline, .legend, footer, .note, .ref, .absent { font-family: var(--tool); }
.kicker { margin: 0; font-size: 0.7rem; letter-spacing: 0.1em; text-transform: uppercase; color: var(--quiet); }
.dateline { margin: 0 0 0.8rem; font-size: 0.78rem; color: var(--quiet); }
.legend { display: flex; flex-wrap: wrap; gap: 0.4rem 1.4rem; margin: 0; padding: 0; list-style: none; font-size: 0.78rem; }
.number { font-weight: 700; color: var(--hue); text-decoration: none; font-variant-numeric: tabular-nums; }

article { line-height: 1.85; }
article p, article pre, article figure { margin: 0 0 1.05em; }
article h2 { font-size: 1.6rem; margin: 1.9rem 0 0.8rem; }
article h3 { font-size: 1.28rem; margin: 1.7rem 0 0.6rem; }
article h4 { font-size: 1.08rem; margin: 1.5rem 0 0.5rem; }
article h5 { font-size: 1rem; font-style: italic; margin: 1.4rem 0 0.4rem; }
article h2, article h3, article h4, article h5 { line-height: 1.5; }
article blockquote { margin: 0 0 1.05em; padding-left: 1.3rem; border-left: 2px solid var(--line); }
article table { width: 100%; margin: 0 0 1.05em; border-collapse: collapse; font-size: 0.92em; }
article th, article td { padding: 0.35em 0.75em 0.35em 0; border-top: 1px solid var(--line); text-align: start; vertical-align: top; }
article blockquote > :last-child, article li > p:last-child { margin-bottom: 0.3em; }
article ul, article ol { margin: 0 0 1.05em; padding-left: 1.5rem; }
article li > ul, article li > ol { margin-bottom: 0; }
article li.empty { list-style: none; }
article code { font-size: 0.86em; }
article pre { font-size: 0.8rem; line-height: 1.8; white-space: pre-wrap; padding: 0.7rem 0 0.7rem 1rem; border-left: 2px solid var(--line); }
article hr { border: 0; margin: 2rem 0; text-align: center; color: var(--quiet); }
article hr::before { content: "* * *"; letter-spacing: 0.4em; }
article sup, article sub { line-height: 0; }
figure { padding: 0; }
figure img { display: block; max-width: 100%; height: auto; }
figcaption { font-size: 0.84rem; color: var(--quiet); }
.absent { font-size: 0.8rem; padding: 1.4rem 1rem; background: var(--shade); color: var(--quiet); text-align: center; }
.indent-1 { padding-left: 1.5rem; } .indent-2 { padding-left: 3rem; } .indent-3 { padding-left: 4.5rem; }
.indent-4, .indent-5, .indent-6, .indent-7, .indent-8 { padding-left: 6rem; }

mark {
  color: inherit; background: color-mix(in srgb, var(--hue) var(--strength), transparent);
  text-decoration: underline solid 0.085em; text-decoration-color: var(--hue); text-decoration-skip-ink: none;
  -webkit-box-decoration-break: clone; box-decoration-break: clone;
  print-color-adjust: exact; -webkit-print-color-adjust: exact;
}
mark[data-line="double"] { text-decoration-style: double; text-decoration-thickness: 0.055em; }
mark[data-line="dashed"] { text-decoration-style: dashed; }
mark[data-line="dotted"] { text-decoration-style: dotted; text-decoration-thickness: 0.11em; }
mark[data-line="wavy"] { text-decoration-style: wavy; text-decoration-thickness: 0.06em; }
.lane-0 { text-underline-offset: 0.16em; } .lane-1 { text-underline-offset: 0.36em; }
.lane-2 { text-underline-offset: 0.56em; } .lane-3 { text-underline-offset: 0.76em; } .lane-4 { text-underline-offset: 0.94em; }
.ref {
  font-size: 0.58em; font-weight: 700; line-height: 0; vertical-align: 0.62em; padding: 0 0.16em 0 0.1em;
  color: var(--hue); text-decoration: none; white-space: nowrap; user-select: none; -webkit-user-select: none;
  font-style: normal; letter-spacing: 0; font-variant-numeric: tabular-nums;
}
.ref:hover, .number:hover { text-decoration: underline; }
a:focus-visible { outline: 2px solid currentColor; outline-offset: 2px; border-radius: 2px; }

.note { font-size: 0.72rem; line-height: 1.45; margin: 0 0 1rem; color: var(--ink); break-inside: avoid-page; }
.note p { margin: 0; }
.note > .head { margin-bottom: 0.12rem; }
.note b { font-weight: 600; }
.by, .then, .state, .tombstone, .reactions, .why { color: var(--quiet); }
.note .words, .note .then { font-family: var(--text); font-size: 0.78rem; line-height: 1.35; }
.note .words q { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; overflow: hidden; font-style: italic; color: var(--quiet); }
.note dl, .colophon dl { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: 0 0.7em; margin: 0.25rem 0 0; }
.note dt, .colophon dt { color: var(--quiet); }
.note dd, .colophon dd { margin: 0; }
.thread { list-style: none; margin: 0.4rem 0 0; padding: 0 0 0 0.7rem; border-left: 1px solid var(--line); }
.thread > li + li { margin-top: 0.45rem; }
.thread .body { white-space: pre-line; }
.thread .by bdi { color: var(--ink); font-weight: 600; }
.reactions { list-style: none; display: flex; flex-wrap: wrap; gap: 0 0.8em; margin: 0.1rem 0 0; padding: 0; }
.state { margin-top: 0.3rem !important; padding-left: 0.7rem; }
.state::before { content: "✓ "; }
.note:target, .ref:target { background: var(--shade); box-shadow: 0 0 0 0.4rem var(--shade); border-radius: 2px; }

.row { display: flex; flex-direction: column-reverse; }
.row > .notes { padding: 0.1rem 0 0.4rem 0.9rem; margin: -0.2rem 0 0.8rem; border-left: 3px solid var(--shade); }
footer { clear: both; font-size: 0.78rem; line-height: 1.5; margin-top: 2.5rem; border-top: 1px solid var(--line); }
footer h2 { font-size: 0.82rem; margin: 1.6rem 0 0.5rem; }
footer .note { max-width: 30rem; font-size: 0.78rem; }
.people { list-style: none; padding: 0; margin: 0; columns: 14rem; }
.why { margin: 0 0 0.6rem; }
code { font-family: ui-monospace, "Cascadia Mono", "DejaVu Sans Mono", "Liberation Mono", monospace; font-size: 0.92em; overflow-wrap: anywhere; }

@media (min-width: 68rem), print {
  body { max-width: calc(var(--measure) + var(--gap) + var(--notes)); }
  header, main, footer { margin-right: calc(var(--gap) + var(--notes)); }
  main { display: flow-root; }
  .row { display: block; }
  .row > .notes { float: right; clear: right; width: var(--notes); margin: 0.35rem calc(-1 * (var(--gap) + var(--notes))) 0 0; padding: 0; border: 0; }
}
@media print {
  @page { margin: 16mm 14mm 18mm; }
  :root { --paper: #fff; --ink: #000; --quiet: #444; --line: #bbb; --shade: #f2f2f2; --strength: 9%; --blue: #1b5aa6; --green: #16703a; --amber: #9a5800; --grey: #444; --measure: 100%; --notes: 54mm; --gap: 7mm; color-scheme: light; }
  html { font-size: 10.5pt; }
  body { padding: 0; max-width: none; }
  h1, h2, h3, h4, h5 { break-after: avoid-page; }
  article p { orphans: 3; widows: 3; }
  .note .words q { display: inline; }
}
`.trim();

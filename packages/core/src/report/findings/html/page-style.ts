/** The style of the page; it loads nothing. Colours hold 4.5:1 on what they stand on. */
export const pageStyle = `
:root {
  color-scheme: light;
  --ground: #f4f6f8; --card: #ffffff; --sunk: #eef1f4; --text: #1a2027; --quiet: #525c67;
  --line: #d5dbe1; --accent: #0b5cad; --focus: #0b5cad;
  --fail: #b3261e; --unknown: #6a46a8; --warn: #8a5300; --manual: #0b5cad; --excepted: #525c67;
  --pass: #1a7436; --na: #525c67; --solid-text: #ffffff; --track: #e3e8ed;
  --shadow: 0 1px 2px rgb(16 24 40 / 6%), 0 2px 8px rgb(16 24 40 / 5%);
}
:root[data-theme='dark'] {
  color-scheme: dark;
  --ground: #0e1318; --card: #161d24; --sunk: #1e2730; --text: #e7ecf1; --quiet: #a3b0bd;
  --line: #2c3742; --accent: #7cc0ff; --focus: #7cc0ff;
  --fail: #ff938a; --unknown: #cbb5f8; --warn: #f2bd4b; --manual: #7cc0ff; --excepted: #a3b0bd;
  --pass: #74da90; --na: #a3b0bd; --solid-text: #10151a; --track: #2a343e;
  --shadow: none;
}
@media (prefers-color-scheme: dark) {
  :root:not([data-theme='light']) {
    color-scheme: dark;
    --ground: #0e1318; --card: #161d24; --sunk: #1e2730; --text: #e7ecf1; --quiet: #a3b0bd;
    --line: #2c3742; --accent: #7cc0ff; --focus: #7cc0ff;
    --fail: #ff938a; --unknown: #cbb5f8; --warn: #f2bd4b; --manual: #7cc0ff; --excepted: #a3b0bd;
    --pass: #74da90; --na: #a3b0bd; --solid-text: #10151a; --track: #2a343e;
    --shadow: none;
  }
}
*, ::before, ::after { box-sizing: border-box; }
html { scroll-behavior: smooth; scroll-padding-top: 5rem; }
@media (prefers-reduced-motion: reduce) { html { scroll-behavior: auto; } }
body {
  margin: 0; background: var(--ground); color: var(--text);
  font: 15px/1.5 system-ui, -apple-system, 'Segoe UI', Roboto, 'Liberation Sans', sans-serif;
  overflow-wrap: anywhere;
}
[hidden] { display: none !important; }
h1, h2, h3, h4, p, ul, ol, dl, dd, figure { margin: 0; padding: 0; }
ul { list-style: none; }
code, pre { font: 0.92em/1.45 ui-monospace, SFMono-Regular, Menlo, 'DejaVu Sans Mono', monospace; }
a { color: var(--accent); text-underline-offset: 2px; }
:focus-visible { outline: 2px solid var(--focus); outline-offset: 2px; border-radius: 4px; }
.hidden-text {
  position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%);
  white-space: nowrap;
}
.skip { position: absolute; left: -999px; top: 0; padding: 0.6rem 1rem; background: var(--card); z-index: 9; }
.skip:focus { left: 0.5rem; top: 0.5rem; }
.wrap { max-width: 74rem; margin: 0 auto; padding: 0 1.25rem; }
.quiet { color: var(--quiet); }
.js-only { display: none; }
.js .js-only { display: revert; }

header.top { padding: 1.75rem 0 1.25rem; }
.top-line { display: flex; flex-wrap: wrap; gap: 0.5rem 1.5rem; align-items: flex-start; justify-content: space-between; }
h1 { font-size: 1.55rem; line-height: 1.2; letter-spacing: -0.015em; }
h1 .account { font-variant-numeric: tabular-nums; }
.eyebrow { font-size: 0.78rem; font-weight: 650; letter-spacing: 0.08em; text-transform: uppercase; color: var(--quiet); }
.meta { display: flex; flex-wrap: wrap; gap: 0.15rem 1.25rem; margin-top: 0.5rem; color: var(--quiet); font-size: 0.9rem; }
.meta div { display: flex; gap: 0.35rem; }
.meta dt { white-space: nowrap; }
.meta dd { color: var(--text); }

.card { background: var(--card); border: 1px solid var(--line); border-radius: 12px; box-shadow: var(--shadow); }
.overview { display: grid; grid-template-columns: minmax(15rem, 20rem) 1fr; gap: 1rem; align-items: stretch; }
.score { padding: 1.25rem; display: flex; flex-direction: column; gap: 1rem; align-items: center; justify-content: center; text-align: center; }
.ring { width: 10rem; height: 10rem; }
.ring circle { fill: none; stroke-width: 10; }
.ring .track { stroke: var(--track); }
.ring .value { stroke-linecap: round; }
.ring text { fill: var(--text); font-weight: 680; font-size: 30px; text-anchor: middle; letter-spacing: -0.02em; }
.ring .unit { fill: var(--quiet); font-size: 11px; font-weight: 500; letter-spacing: 0; }
.tone-pass { stroke: var(--pass); } .tone-warn { stroke: var(--warn); } .tone-fail { stroke: var(--fail); }
.tallies { display: flex; flex-wrap: wrap; justify-content: center; gap: 0.4rem; }
.areas { padding: 0.6rem; display: grid; grid-template-columns: repeat(auto-fill, minmax(17rem, 1fr)); gap: 0.1rem 0.75rem; align-content: center; }
.areas a {
  display: grid; grid-template-columns: 1fr auto; gap: 0.3rem 0.75rem; padding: 0.55rem 0.65rem;
  color: inherit; text-decoration: none; border-radius: 8px;
  height: 100%; align-content: space-between;
}
.areas a:hover { background: var(--sunk); }
.areas a[aria-current] { background: var(--sunk); box-shadow: inset 0 0 0 1px var(--line); }
.areas .name { font-weight: 560; }
.areas .percent { font-variant-numeric: tabular-nums; color: var(--quiet); }
.bar { grid-column: 1 / -1; width: 100%; height: 8px; border-radius: 4px; display: block; background: var(--track); }
.fill-pass { fill: var(--pass); } .fill-warn { fill: var(--warn); } .fill-fail { fill: var(--fail); }
.fill-unknown { fill: var(--unknown); } .fill-manual { fill: var(--manual); } .fill-excepted { fill: var(--excepted); }
.legend { display: flex; flex-wrap: wrap; gap: 0.2rem 1rem; padding: 0.7rem 0.25rem 0; font-size: 0.82rem; color: var(--quiet); }
.legend svg { width: 10px; height: 10px; margin-right: 0.35rem; vertical-align: -1px; }

.since { margin-top: 1rem; padding: 1rem 1.25rem; }
.since h2 { font-size: 1.05rem; }
.since dl { display: flex; flex-wrap: wrap; gap: 0.5rem 2rem; margin: 0.6rem 0 0.2rem; }
.since dl div { display: flex; flex-direction: column-reverse; }
.since dt { color: var(--quiet); font-size: 0.85rem; }
.since dd { font-size: 1.5rem; font-weight: 680; line-height: 1.15; font-variant-numeric: tabular-nums; }
.since details { margin-top: 0.5rem; }
.since summary { cursor: pointer; font-weight: 560; }
.since li { padding: 0.35rem 0 0.35rem 1rem; border-bottom: 1px solid var(--line); }
.since li:last-child { border-bottom: 0; }
.is-new { color: var(--fail); } .is-fixed { color: var(--pass); } .is-changed { color: var(--warn); }

.findings-head { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0.25rem 1rem; margin: 2rem 0 0.75rem; }
h2.big { font-size: 1.25rem; letter-spacing: -0.01em; }
.filters { padding: 0.9rem 1rem; display: grid; gap: 0.75rem; margin-bottom: 1.25rem; }
.js .filters { display: grid; }
html:not(.js) .filters { display: none; }
.filters { grid-template-columns: minmax(0, 1fr); }
.filters .row > * { min-width: 0; max-width: 100%; }
.filters .row { display: flex; flex-wrap: wrap; gap: 0.75rem 1.25rem; align-items: end; }
.filters fieldset { border: 0; margin: 0; padding: 0; min-width: 0; }
.filters legend, .filters .label { display: block; padding: 0; margin-bottom: 0.25rem; font-size: 0.8rem; color: var(--quiet); }
.filters input[type='search'], select, .plain {
  font: inherit; color: inherit; background: var(--card); border: 1px solid var(--line);
  border-radius: 8px; padding: 0.4rem 0.6rem; min-height: 2.3rem; max-width: 100%;
}
.filters input[type='search'] { width: 100%; }
::placeholder { color: var(--quiet); opacity: 1; }
.search { flex: 1 1 16rem; }
.plain { cursor: pointer; }
.plain:hover { background: var(--sunk); }
.chips { display: flex; flex-wrap: wrap; gap: 0.4rem; }
.chip { position: relative; display: inline-flex; }
.chip input { position: absolute; inset: 0; opacity: 0; margin: 0; cursor: pointer; width: 100%; height: 100%; }
.chip span { display: inline-flex; gap: 0.4rem; align-items: center; padding: 0.25rem 0.7rem; border: 1px solid var(--line); border-radius: 999px; color: var(--quiet); min-height: 1.9rem; }
.chip input:checked + span { background: color-mix(in srgb, var(--tone) 11%, transparent); border-color: var(--tone); color: var(--text); }
.chip input:checked + span::before { content: '✓' / ''; color: var(--tone); font-weight: 700; }
.chip input:not(:checked) + span::before { content: '+' / ''; }
.chip input:focus-visible + span { outline: 2px solid var(--focus); outline-offset: 2px; }
.chip b { font-weight: 600; font-variant-numeric: tabular-nums; }

.tone-of-fail { --tone: var(--fail); } .tone-of-unknown { --tone: var(--unknown); } .tone-of-warn { --tone: var(--warn); }
.tone-of-manual { --tone: var(--manual); } .tone-of-excepted { --tone: var(--excepted); } .tone-of-pass { --tone: var(--pass); }
.tone-of-not-applicable { --tone: var(--na); } .tone-of-critical, .tone-of-high { --tone: var(--fail); }
.tone-of-medium { --tone: var(--warn); } .tone-of-low, .tone-of-info { --tone: var(--na); }

.area-title { font-size: 0.8rem; font-weight: 650; letter-spacing: 0.07em; text-transform: uppercase; color: var(--quiet); margin: 1.5rem 0 0.5rem; }
.group { margin-bottom: 0.8rem; content-visibility: auto; contain-intrinsic-size: auto 9rem; }
.group-head { padding: 0.85rem 1.1rem 0.7rem; }
.group-head h4 { font-size: 1.02rem; line-height: 1.35; }
.group-head .tags { display: flex; flex-wrap: wrap; gap: 0.3rem 0.6rem; align-items: center; margin-top: 0.25rem; font-size: 0.85rem; color: var(--quiet); }
.group-head p { margin-top: 0.35rem; color: var(--quiet); font-size: 0.92rem; max-width: 60rem; }
.mark, .sev, .badge { display: inline-flex; align-items: center; gap: 0.3rem; font-size: 0.8rem; font-weight: 600; line-height: 1.2; white-space: nowrap; border-radius: 6px; padding: 0.16rem 0.45rem; color: var(--tone); background: color-mix(in srgb, var(--tone) 10%, transparent); }
.sev { font-weight: 500; background: none; border: 1px solid color-mix(in srgb, var(--tone) 45%, transparent); }
.sev.tone-of-critical { background: var(--fail); color: var(--solid-text); border-color: var(--fail); font-weight: 650; }
.badge { background: none; border: 1px solid currentcolor; padding: 0.05rem 0.4rem; }
.badge.is-new { color: var(--fail); } .badge.is-changed { color: var(--warn); }
.finding { border-top: 1px solid var(--line); }
.finding summary { display: grid; grid-template-columns: 7.6rem 5rem minmax(0, 1fr) 1rem; gap: 0.2rem 0.6rem; align-items: baseline; padding: 0.55rem 1.1rem; cursor: pointer; list-style: none; }
.finding summary::-webkit-details-marker { display: none; }
.finding summary:hover { background: color-mix(in srgb, var(--sunk) 60%, transparent); }
.finding summary::after { content: '›' / ''; color: var(--quiet); font-size: 1.15rem; line-height: 1; transition: rotate 0.12s; justify-self: center; }
.finding details[open] summary::after { rotate: 90deg; }
.finding .mark, .finding .sev { justify-self: start; }
.finding .what { min-width: 0; }
.finding .message { display: block; }
.finding .subject { font-weight: 600; margin-right: 0.35rem; }
.finding .check-name { margin-right: 0.35rem; color: var(--quiet); }
[data-group='check'] .check-name { display: none; }
.finding details:not([open]) .message { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; overflow: hidden; }
.finding .body { padding: 0.2rem 1.1rem 1.1rem calc(1.1rem + 13.8rem); display: grid; gap: 0.9rem; }
.finding h5 { margin: 0 0 0.2rem; font-size: 0.8rem; color: var(--quiet); font-weight: 600; }
.remedy { border-left: 3px solid var(--accent); padding: 0.1rem 0 0.1rem 0.8rem; }
.excepted-box { border-left: 3px solid var(--excepted); padding: 0.1rem 0 0.1rem 0.8rem; }
.evidence { display: grid; grid-template-columns: minmax(6rem, max-content) minmax(0, 1fr); gap: 0.15rem 1rem; font-size: 0.9rem; }
.evidence dt { color: var(--quiet); }
pre { margin: 0; white-space: pre-wrap; background: var(--sunk); border-radius: 6px; padding: 0.5rem 0.7rem; max-height: 22rem; overflow: auto; }
.links { display: flex; flex-wrap: wrap; gap: 0.3rem 1.25rem; font-size: 0.9rem; }
.id { color: var(--quiet); font-size: 0.82rem; }
.finding:target { box-shadow: inset 3px 0 0 var(--accent); background: color-mix(in srgb, var(--accent) 6%, transparent); }
.nothing { padding: 2rem; text-align: center; color: var(--quiet); }
footer { margin: 2.5rem 0 2rem; color: var(--quiet); font-size: 0.88rem; }

@media (max-width: 52rem) {
  .overview { grid-template-columns: minmax(0, 1fr); }
  .score { flex-direction: row; text-align: left; justify-content: flex-start; }
  .ring { width: 6.5rem; height: 6.5rem; flex: none; }
  .tallies { justify-content: flex-start; }
  .finding .body { padding-left: 1.1rem; }
}
@media (max-width: 40rem) {
  .wrap { padding: 0 0.8rem; }
  .areas { grid-template-columns: minmax(0, 1fr); }
  .finding summary { grid-template-columns: auto auto minmax(0, 1fr) 1rem; padding: 0.6rem 0.9rem; }
  .finding .what { grid-column: 1 / -2; grid-row: 2; }
  .finding summary::after { grid-column: -2; grid-row: 1; }
  .group-head { padding: 0.8rem 0.9rem 0.6rem; }
  .finding .body { padding: 0.2rem 0.9rem 1rem; }
  .evidence { grid-template-columns: minmax(0, 1fr); gap: 0; }
  .evidence dd { margin-bottom: 0.35rem; }
}
@media print {
  :root { --ground: #fff; --card: #fff; --shadow: none; }
  body { font-size: 11px; }
  .filters, .skip, .theme, .links .permalink { display: none !important; }
  .card { border-color: #bbb; }
  .group, .finding { break-inside: avoid; content-visibility: visible; }
  .finding .body { padding-left: 1.1rem; }
  .finding details:not([open]) .message { display: block; }
  pre { max-height: none; }
}
`;

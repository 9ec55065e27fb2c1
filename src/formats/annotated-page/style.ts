import type { Codebook } from '../../domain/codebook/codebook.ts';
import { HUES, type HueLook } from '../../domain/hue.ts';
import { isBuiltIn, type Tag } from '../../domain/tag.ts';

/** The line below marks that have no rule of their own. */
const PLAIN: HueLook['line'] = '2px solid';

/** The class of what belongs to a tag. That of an own tag could be the name of anything. */
export function classOf(tag: Tag): string {
  return isBuiltIn(tag) ? tag : `own-${tag}`;
}

/** A line of the style sheet for each tag that needs one, by the name of its class. */
function forEachTag({ tags }: Codebook, rule: (name: string, look: HueLook) => string | false): string {
  return tags
    .map(({ key, hue }) => rule(classOf(key), HUES[hue]))
    .filter((line) => line !== false)
    .join('\n');
}

/** The page's style sheet: light and dark, narrow and wide, screen and paper. Marks differ by line, too. */
export const styleFor = (codebook: Codebook): string => `
:root {
  color-scheme: light dark;
  --paper: light-dark(#fdfcf9, #16171a);
  --ink: light-dark(#1d1c1a, #e9e6df);
  --faint: light-dark(#635f57, #a29d92);
  --line: light-dark(#d9d4c8, #3a3c42);
  --link: light-dark(#1f4f82, #8fbcec);
${forEachTag(codebook, (tag, { light, dark }) => `  --${tag}: light-dark(${light}, ${dark});`)}
  --serif: Charter, "Bitstream Charter", "Iowan Old Style", Georgia, serif;
  --sans: system-ui, "Segoe UI", "Helvetica Neue", Arial, sans-serif;
}
* { box-sizing: border-box; }
body {
  margin: 0 auto;
  padding: 1.5rem 1.1rem 4rem;
  max-inline-size: 76rem;
  background: var(--paper);
  color: var(--ink);
  font: 0.95rem/1.5 var(--sans);
  overflow-wrap: anywhere;
}
h1, h2, h3, h4, h5, h6 { line-height: 1.25; }
h1 { font-size: 1.7rem; margin-block: 0 0.3rem; }
article > header h2 { font: 700 1.6rem/1.25 var(--serif); margin-block: 0 0.3rem; }
a { color: var(--link); }
:focus-visible, :target { outline: 2px solid var(--link); outline-offset: 2px; }
header p { margin-block: 0.2rem; color: var(--faint); }
.legend { display: flex; flex-wrap: wrap; gap: 0.4rem 1.4rem; margin: 0.8rem 0 0; padding: 0; list-style: none; }
table { border-collapse: collapse; inline-size: 100%; }
th, td { padding: 0.35rem 0.5rem; text-align: start; vertical-align: top; border-block-end: 1px solid var(--line); }
td, thead th:not(:first-child) { inline-size: 1%; text-align: end; font-variant-numeric: tabular-nums; overflow-wrap: normal; }
th[scope="row"] { font-weight: 400; }
th span { color: var(--faint); }
tfoot :is(th, td) { font-weight: 700; border: 0; }
article { margin-block-start: 3rem; padding-block-start: 1.5rem; border-block-start: 3px double var(--line); }
.words { font: 1.1rem/1.75 var(--serif); max-inline-size: 40rem; min-inline-size: 0; }
.words blockquote { margin-inline: 0; padding-inline-start: 1rem; border-inline-start: 3px solid var(--line); }
mark {
  color: inherit;
  background: color-mix(in srgb, var(--tag) 11%, transparent);
  background-clip: content-box;
  border-block-end: ${PLAIN} var(--tag);
}
${forEachTag(codebook, (tag) => `.${tag} { --tag: var(--${tag}); }`)}
${forEachTag(codebook, (tag, { line }) => line !== PLAIN && `mark.${tag} { border-block-end: ${line} var(--tag); }`)}
mark mark { background: none; padding-block-end: 0.25rem; }
mark mark mark { background: none; padding-block-end: 0.5rem; }
.ref {
  margin-inline-end: 0.2em;
  font: 700 0.62em/1 var(--sans);
  vertical-align: super;
  color: var(--tag);
  text-decoration: none;
  user-select: none;
}
.entries { font-size: 0.88rem; min-inline-size: 0; }
.entries h3 { font-size: 1rem; margin-block: 1rem 0.5rem; }
.entries ol { margin: 0; padding: 0; list-style: none; }
.entries li { padding: 0.1rem 0 0.1rem 0.8rem; margin-block-end: 1.1rem; border-inline-start: 3px solid var(--tag); break-inside: avoid; }
${forEachTag(codebook, (tag, { line }) => line !== PLAIN && `.entries .${tag} { border-inline-start-style: ${line.split(' ')[1]}; }`)}
.entries .head { margin: 0; font-weight: 700; color: var(--tag); }
.entries .head a { color: inherit; }
.entries blockquote { margin: 0.2rem 0; font: 1.12em/1.45 var(--serif); white-space: pre-line; }
.entries dl { margin: 0; }
.entries .made { margin: 0; color: var(--faint); }
time { white-space: nowrap; }
.entries dl div { display: flex; gap: 0.5rem; }
.entries dt { flex: none; color: var(--faint); }
.entries dt::after { content: ":"; }
.entries dd { margin: 0; min-inline-size: 0; white-space: pre-wrap; }
@media (min-width: 60rem) {
  .columns { display: grid; grid-template-columns: minmax(0, 40rem) minmax(16rem, 1fr); gap: 2.5rem; }
  .entries h3 { margin-block-start: 0; }
}
@media (forced-colors: active) {
  ${codebook.tags.map(({ key }) => `.${classOf(key)}`).join(', ')} { --tag: CanvasText; }
}
@page { margin: 18mm; }
@media print {
  :root { color-scheme: light; --paper: #fff; }
  body { padding: 0; max-inline-size: none; font-size: 9.5pt; }
  .words { font-size: 11pt; line-height: 1.6; max-inline-size: none; }
  .columns { display: block; }
  .entries { border-block-start: 1px solid var(--line); font-size: 8.5pt; }
  .entries ol { columns: 2; column-gap: 2rem; }
  .entries h3 { margin-block: 0.8rem 0.5rem; }
  article + article { break-before: page; }
  article { border: 0; margin-block: 2rem 0; padding: 0; }
  h2, h3, h4, h5, h6 { break-after: avoid; }
  p, li { orphans: 3; widows: 3; }
  a { color: inherit; text-decoration: none; }
  .ref, .entries .head a { color: var(--tag); }
}
`;

import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { readHtmlDetails, readHtmlPage } from '../src/formats/web-page/html.ts';
const S = '/tmp/files10/sets';
const B = `${S}/article-extraction-benchmark`;
const gt = JSON.parse(readFileSync(`${B}/ground-truth.json`, 'utf8'));
const tok = (s: string) => s.match(/\w+/gu) ?? [];
const grams = (s: string) => { const t = (s.normalize('NFC').match(/[\p{L}\p{N}_]+/gu)) ?? []; const m = new Map<string, number>(); const n = Math.min(4, Math.max(1, t.length)); for (let i = 0; i + n <= t.length; i++) { const k = t.slice(i, i + n).join(' '); m.set(k, (m.get(k) ?? 0) + 1); } return m; };
let P = 0, R = 0, N = 0, none = 0; const bad: [number, string][] = [];
if (process.argv[2] !== "meta") for (const [id, { articleBody, url }] of Object.entries<any>(gt)) {
  const bytes = gunzipSync(readFileSync(`${B}/html/${id}.html.gz`));
  let text = '';
  try { text = readHtmlPage(bytes, url, 'utf-8').text; } catch { none++; }
  text = text.replace(/^#{1,6} |^- |^> |^\d+\. /gm, '').replace(/\\([\\`*_{}[\]()#+\-.!>~|])/g, '$1');
  const a = grams(articleBody), b = grams(text); let tp = 0, fp = 0, fn = 0;
  for (const [k, v] of b) { const w = a.get(k) ?? 0; tp += Math.min(v, w); fp += Math.max(0, v - w); }
  for (const [k, v] of a) fn += Math.max(0, v - (b.get(k) ?? 0));
  const p = tp + fp ? tp / (tp + fp) : 0, r = tp + fn ? tp / (tp + fn) : 0;
  if (tp + fp) { P += p; } R += r; N++; bad.push([p + r ? (2 * p * r) / (p + r) : 0, id]);
}
if (N) { const p = P / N, r = R / N; console.log('pages', N, 'none', none, 'P', p.toFixed(3), 'R', r.toFixed(3), 'F1', ((2 * p * r) / (p + r)).toFixed(3)); }
// metadata
const T = `${S}/trafilatura/tests`;
const ev = JSON.parse(readFileSync(`${T}/evaldata.json`, 'utf8'));
const fold = (s: string) => s.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
const setOf = (s: string) => fold(s.replace(/\band\b|\bund\b|&|\bet\b/gi, ';')).split(/ /).filter(Boolean).sort().join(' ');
const res = { a: { right: 0, wrong: 0, missing: 0, n: 0 }, a0: { right: 0, wrong: 0, missing: 0, n: 0 }, a1: { right: 0, wrong: 0, missing: 0, n: 0 }, d: { right: 0, wrong: 0, missing: 0, n: 0 }, extra: 0, noAuthor: 0 };
const list: string[] = [];
for (const [url, e] of Object.entries<any>(ev)) {
  const f = [`${T}/eval/${e.file}`, `${T}/cache/${e.file}`].find((p) => existsSync(p)); if (!f) continue;
  let d: any = {}; 
  try { d = readHtmlDetails(readFileSync(f), url, undefined); } catch {}
  let full: any; 
  if (process.argv[3] === 'full') { try { full = readHtmlPage(readFileSync(f), url).details; d = { ...d, ...full }; } catch {} }
  const half = createHash('md5').update(e.file).digest()[0]! % 2 ? res.a1 : res.a0;
  if (e.author) for (const r of [res.a, half]) {
    r.n++;
    const want = String(e.author).split(/;\s*/);
    const got = d.byline as string | undefined;
    const ok = got && (setOf(want.join(' ')) === setOf(got) || (want.length > 1 && want.every((w: string) => fold(got).includes(fold(w)))) || fold(got) === fold(want.join(' ')));
    if (!got) r.missing++; else if (ok) r.right++; else r.wrong++;
    if (r !== res.a && !ok) list.push(`${half === res.a0 ? 0 : 1} ${got ? 'WRONG' : 'MISS '} ${e.file} want=${e.author} got=${got}`);
  } else { res.noAuthor++; if (d.byline) { res.extra++; } }
  if (e.date) { res.d.n++; const got = d.published?.slice(0, 10); if (!got) res.d.missing++; else if (got === e.date) res.d.right++; else res.d.wrong++; }
}
const pc = (r: any) => `${(100 * r.right / r.n).toFixed(1)} ${(100 * r.wrong / r.n).toFixed(1)} ${(100 * r.missing / r.n).toFixed(1)} of ${r.n}`;
console.log('author', pc(res.a), '| half0', pc(res.a0), '| half1', pc(res.a1), '| date', pc(res.d), '| author where none told', res.extra, 'of', res.noAuthor);
import('node:fs').then((fs) => fs.writeFileSync('/tmp/files10/authors.txt', list.sort().join('\n')));

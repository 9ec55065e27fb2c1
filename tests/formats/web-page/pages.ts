/** A news site’s page: JSON-LD as a graph, Open Graph, and around the article all that such pages have. */
export const NEWS = `<!DOCTYPE html>
<html lang="en-GB" class="no-js">
<head>
<meta charset="utf-8">
<title>Quay Street floods again | The Quay Herald</title>
<link rel="stylesheet" href="/site.css">
<link rel="canonical" href="https://www.quayherald.example/2025/03/04/floods">
<meta property="og:title" content="Quay Street floods again, and nobody is surprised | The Quay Herald">
<meta property="og:site_name" content="The Quay Herald">
<script type="application/ld+json">
{"@context":"https://schema.org","@graph":[
  {"@type":"Organization","@id":"#org","name":"The Quay Herald"},
  {"@type":["NewsArticle"],"headline":"Quay Street floods again","datePublished":"2025-03-04T09:30:00+01:00",
   "author":[{"@type":"Person","name":"By Ida Brandt"},{"@type":"Person","name":"Tomas O&#8217;Neill"}],
   "publisher":{"@id":"#org"},"isAccessibleForFree":true}]}
</script>
<script>document.write('<p>Written by a script.</p>')</script>
<style>p { color: teal }</style>
</head>
<body>
<header><nav><ul><li><a href="/">Home</a></li><li><a href="/news">News</a></li></ul></nav></header>
<main>
<article class="story">
<h1>Quay Street floods again, and nobody is surprised</h1>
<p class="byline">By <a rel="author" href="/ida">Ida Brandt</a></p>
<time datetime="2025-03-04T09:30:00Z">4 March 2025</time>
<figure><img src="x.jpg" alt="Water"><figcaption>Water in the street. Photo: Herald</figcaption></figure>
<p>Water stood knee-deep in Quay Street on Monday,&nbsp;for the <em>third</em> time this
 winter, and the pumps that the coun&shy;cil bought in autumn stood dry in a shed.<sup><a href="#fn1">1</a></sup></p>
<p>“We rang at six,” said <a href="/x">Ida Brandt</a>, who keeps the bakery, “and they came at noon,
 when the flour was gone and the ovens were cold.”</p>
<div class="share-buttons"><button>Share</button> Share this story</div>
<h2>What the council says</h2>
<p>The council counted 41 cellars, up from 17 in January, and spent £1.2&#160;million on walls that it will not
 use before 2027. The water stood 3&thinsp;m<sup>2</sup> wide.</p>
<blockquote><p>We regret the delay, and we are looking into it with all due care.</p><p>It will not happen again.</p></blockquote>
<ul><li>41 cellars flooded, says the <b>council</b>.<ul><li>12 of them for the third time.</li></ul></li><li>3 streets closed for the day.</li></ul>
<ol><li>Ring the harbour office.</li><li>Carry everything upstairs.</li></ol>
<p># 1 on nobody’s list: the drain, which was laid in 1911 and, as the engineers wrote, never cleaned since the war.</p>
<aside><h3>Related</h3><a href="/y">Other floods</a></aside>
<p>Rain fell.<br>For nine days.</p>
<p hidden>Hidden words.</p>
<script>track()</script>
</article>
</main>
<footer>© The Quay Herald, all rights reserved</footer>
</body></html>`;

/** A blog: a title with the site’s name, a date in words, tables and poems, tags in capitals, no JSON-LD. */
export const BLOG = `<HTML LANG="en"><HEAD><TITLE>Notes on salt, and who sold it - Quayside Notes</TITLE>
<META NAME="author" CONTENT="Written by Maren Holt">
<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=iso-8859-1"></HEAD>
<BODY><DIV ID="content"><H1>Notes on salt, and who sold it</H1>
<DIV CLASS="date">Posted on March 4, 2025</DIV>
<P>Salt came by sea until 1840, and whoever wanted to cure fish had to buy it from one of two houses on the quay.
<P>The books of both are in the town’s archive, and they do not agree on anything but the price of a barrel.
<TABLE><TR><TH>House</TH><TH>Barrels sold</TH></TR><TR><TD>Holt</TD><TD>four hundred</TD></TR><TR><TD>Brandt</TD><TD>six hundred</TD></TR></TABLE>
<PRE>Salt is dear,
and fish is near.</PRE>
<P>Nobody knows who wrote that verse, but it hung in the office of the harbour master until the flood of 1911.
</DIV></BODY></HTML>`;

/** Nothing but paragraphs: no html, head or body. */
export const PARAGRAPHS = `<p>The ferry to Orsay Point stays in harbour until Friday, the company said, because its engine failed on Monday night.
<p>Some forty islanders slept in the school, and the baker sent bread across in a rowing boat, as his father did.
<p>A new engine was ordered in May. It has not come yet, and nobody could say where it is.`;

/** A page that runs from right to left. */
export const RIGHT_TO_LEFT = `<!doctype html><html lang="he" dir="rtl"><head><title>סערה בנמל</title>
<meta property="og:site_name" content="ידיעות הרציף"></head><body><article><h1>סערה בנמל</h1>
<p>המים עמדו ברחוב הרציף בגובה הברך ביום שני, בפעם השלישית החורף, והמשאבות שקנתה העירייה בסתיו עמדו יבשות במחסן.</p>
<h2>מה אומרת העירייה</h2>
<p>״צלצלנו בשש״, אמרה עידה ברנדט, בעלת המאפייה, ״והם באו בצהריים, כשהקמח כבר נגמר והתנורים היו קרים לגמרי״.</p>
</article></body></html>`;

/** Elements that nobody closes, or in the wrong order, and words outside of everything. */
export const MESS = `<body><div><b>The board met on Tuesday<i>, and the boats</b> stayed in</i> for most of the day while it did.
<ul><li>Nobody was hurt in it.<li>Two boats were lost. <a href=x title="a > b" onclick='alert("x")'>They</a> lay at the mole.</div></span>
<p>Water < 3 m & rising, said the harbour master, who had seen it all before and did not wish to see it again.
<table><tr><td>One cell<td>and another<tr><td>Below<td>below that<tr><td>Further<td>and so on</table>
<img src=x onerror=alert(1)><script>alert(1)</script><p>The end came late on Wednesday, when the wind went round to the north<br>and fell.</html>
`;

/** A front page: titles that lead elsewhere. */
export const FRONT = `<!doctype html><html><head><title>The Quay Herald</title></head><body><main>${Array.from(
  { length: 12 },
  (_, at) =>
    `<div><h2><a href="/${at}">Flood number ${at}, and what the council said about it this time</a></h2></div>`,
).join('')}</main></body></html>`;

/** The beginning that a paywall leaves. */
export const STUB = `<!doctype html><html><head><title>Who paid for the walls - The Quay Herald</title>
<script type="application/ld+json">{"@type":"NewsArticle","headline":"Who paid for the walls","isAccessibleForFree":"False"}</script>
</head><body><article><h1>Who paid for the walls</h1>
<p>The walls on Quay Street cost £1.2 million, and not all of it came out of the town’s purse, as papers show.</p>
<p>Subscribe to continue reading this article and all others.</p></article></body></html>`;

/** A page that its scripts would draw. */
export const EMPTY = `<!doctype html><html><head><title>App</title></head><body><div id="root"></div>
<noscript>Please switch on JavaScript.</noscript><script src="/app.js"></script></body></html>`;

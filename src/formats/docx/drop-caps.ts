const DROP_CAP = /\bw:dropCap="(?!none")/;
const PARAGRAPH = /<w:p(?=[\s>])[^>]*>/;
const PROPERTIES = /^\s*<w:pPr(?:\s[^>]*)?>/;

/**
 * The XML of a document with each drop cap, which stands in a frame and so in a paragraph of its own, put at the
 * beginning of the paragraph that it belongs to: the next one. Looks at each character a few times at most.
 */
export function joinDropCaps(xml: string): string {
  if (!DROP_CAP.test(xml)) return xml;
  const written: string[] = [];
  let cap = '';
  const paragraphs = xml.split(/(?<=<\/w:p>)/);
  for (const [at, paragraph] of paragraphs.entries()) {
    const { head, content } = parted(paragraph);
    const isCap = DROP_CAP.test(head) && PARAGRAPH.test(paragraphs[at + 1] ?? '');
    if (isCap) {
      written.push(head.slice(0, head.search(PARAGRAPH)));
      cap += content.slice(0, -'</w:p>'.length);
    } else {
      written.push(head, cap, content);
      cap = '';
    }
  }
  return written.join('');
}

/** A paragraph up to its properties, with what stands before it, and the rest of it. */
function parted(paragraph: string): { head: string; content: string } {
  const tag = PARAGRAPH.exec(paragraph);
  if (!tag || tag[0].endsWith('/>')) return { head: '', content: paragraph };
  const start = tag.index + tag[0].length;
  const hasProperties = PROPERTIES.test(paragraph.slice(start, start + 200));
  const end = hasProperties ? paragraph.indexOf('</w:pPr>', start) : -1;
  const at = end < 0 ? start : end + '</w:pPr>'.length;
  return { head: paragraph.slice(0, at), content: paragraph.slice(at) };
}

import type { DetailName } from '../../domain/article-details.ts';
import { isNames } from '../../text/bylines.ts';
import { readFrontMatter } from '../../text/front-matter.ts';
import { normaliseText } from '../../text/normalise.ts';

/** What a PDF's information says, as far as it looks like the article's and the words themselves do not say it. */
export function detailsOf(
  { title, author }: { readonly title: string; readonly author: string },
  text: string,
): Partial<Record<DetailName, string>> {
  const { frontMatter } = readFrontMatter(normaliseText(text));
  const [heading, writer] = [folded(title), folded(author)];
  return {
    ...(!frontMatter.title && isTitle(heading) ? { title: heading } : {}),
    ...(!frontMatter.byline && isWriter(writer) ? { byline: writer } : {}),
  };
}

function folded(entry: string): string {
  return entry
    .replaceAll(/\p{Cc}/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

const MAX_LENGTH = 300;
/** What programs write in the place of a title. */
const MADE_UP =
  /^(?:microsoft (?:word|excel|powerpoint|publisher)|untitled|unbenannt|sans titre|document ?\d*$|layout ?\d*$|slide ?\d*$|page ?\d*$|print\b|blank\b|https?:|file:)/i;
const FILE_NAME =
  /\.(?:docx?|odt|rtf|pdf|indd|qxd|qxp|pages|pptx?|xlsx?|html?|txt|tex|dvi|ps|eps|cdr|pub|ai)\b/i;

function isTitle(entry: string): boolean {
  if (entry.length < 3 || entry.length > MAX_LENGTH || !/\p{L}{2}/u.test(entry)) return false;
  if (MADE_UP.test(entry) || FILE_NAME.test(entry) || /[\\/]\S*[\\/]/.test(entry)) return false;
  return entry.includes(' ') ? true : /^\p{L}+$/u.test(entry);
}

/** Accounts of machines and names of programs. */
const NO_WRITER =
  /\b(?:user|admin|administrator|owner|author|unknown|adobe|microsoft|acrobat|office|scanner|desk)\b/i;

function isWriter(entry: string): boolean {
  return entry.includes(' ') && entry.length <= MAX_LENGTH && !NO_WRITER.test(entry) && isNames(entry);
}

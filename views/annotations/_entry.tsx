import type { Annotation } from '../../src/domain/annotation.ts';
import { formatParts } from '../../src/domain/annotation.ts';
import type { ArticleText } from '../../src/domain/article.ts';
import { missingFields } from '../../src/domain/codebook/answers.ts';
import type { Codebook } from '../../src/domain/codebook/codebook.ts';
import type { LinkEnd, LinkSeen } from '../../src/domain/link.ts';
import { t } from '../../src/messages/language.ts';
import { touching } from '../../src/text/span.ts';
import { useCodebook } from '../shared/_codebook.tsx';
import { Icon } from '../shared/_icon.tsx';
import { summarise } from '../shared/say-attributes.ts';
import { letterOf, tagClass } from '../shared/tags.ts';

export interface EntryProps {
  readonly annotation: Annotation;
  /** The sentence that it begins in, counted from one; absent in a heading. */
  readonly sentence?: number | undefined;
  /** Whether it is the first of its sentence in the list. */
  readonly begins?: boolean;
  /** Whose it is, where that is not the reader. */
  readonly whose?: string | undefined;
  /** What it is linked to; shown while it is the current one. */
  readonly links?: readonly LinkSeen[] | undefined;
  /** How many open comments there are on it. */
  readonly comments?: number | undefined;
}

/**
 * One line of the list beside the text. A link to the annotation's own page; with scripts it opens in place.
 */
export function Entry(props: EntryProps) {
  const { annotation, whose, comments = 0, links = [] } = props;
  const codebook = useCodebook();
  return (
    <li {...entryAttributes(codebook, props)}>
      <a href={`/annotations/${annotation.id}`}>
        <span class="letter" aria-hidden="true">
          {letterOf(codebook, annotation.tag)}
        </span>
        <TagWord tag={annotation.tag} />
        <span class="words" dir="auto">
          {shorten(annotation.text, 140)}
        </span>
        <Summary annotation={annotation} />
        <Whose name={whose} />
        {comments > 0 && <CommentMark count={comments} />}
      </a>
      {links.length > 0 && <LinkLines links={links} />}
    </li>
  );
}

/** What the annotation of an entry is linked to, each with the way there. */
function LinkLines({ links }: { links: readonly LinkSeen[] }) {
  return (
    <ul class="linked">
      {links.map((seen) => (
        <li>
          {sayHow(seen)}: <OtherEnd other={seen.other} most={90} />
        </li>
      ))}
    </ul>
  );
}

/** What an annotation has to do with the other end of a link. */
export function sayHow({ link, isFrom }: LinkSeen): string {
  return isFrom ? t(`linkKind.${link.kind}`) : t(`linkedFrom.${link.kind}`);
}

/** The words of the other end of a link, up to `most` characters, with the way there. */
export function OtherEnd({ other, most }: { other: LinkEnd; most: number }) {
  return (
    <a href={`/annotations/${other.id}`}>
      <TagWord tag={other.tag} />
      <q dir="auto">{shorten(other.text, most)}</q>
    </a>
  );
}

/** Says quietly that an annotation is talked about. */
function CommentMark({ count }: { count: number }) {
  return (
    <small class="commented">
      <Icon name="comment" />
      {count > 1 && <span aria-hidden="true">{count}</span>}
      <span class="hidden-words">{t('comments.openHere', { count })}</span>
    </small>
  );
}

/** Says whose an annotation is; nothing where no name is given. */
export function Whose({ name }: { name: string | undefined }) {
  if (name === undefined) return null;
  return (
    <small class="whose" dir="auto">
      {t('annotation.by', { name })}
    </small>
  );
}

/** What an entry tells the page's scripts: its place in the order, its version and where it stands. */
export function entryAttributes(codebook: Codebook, { annotation, sentence, begins = false }: EntryProps) {
  const { id, tag, start, version, parts } = annotation;
  return {
    class: `entry ${tagClass(codebook, tag)}${begins ? ' begins' : ''}`,
    id: `entry-${id}`,
    'data-annotation': id,
    'data-tag': tag,
    'data-order': `${start} ${id}`,
    'data-version': version,
    'data-parts': formatParts(parts),
    'data-sentence': sentence,
  };
}

/** The sentence that an offset stands in, counted from one, for its group in the list. */
export function sentenceNumber(
  { sentences }: Pick<ArticleText, 'sentences'>,
  at: number,
): number | undefined {
  const [from, to] = touching(sentences, { start: at, end: at + 1 });
  return from < to ? from + 1 : undefined;
}

/** The tag in a letter for the eye and in a word for the ear. */
export function TagLetter({ tag }: { tag: Annotation['tag'] }) {
  const codebook = useCodebook();
  return (
    <>
      <span class={`letter ${tagClass(codebook, tag)}`} aria-hidden="true">
        {letterOf(codebook, tag)}
      </span>
      <TagWord tag={tag} />
    </>
  );
}

function TagWord({ tag }: { tag: Annotation['tag'] }) {
  return <span class="hidden-words">{t('annotation.tagged', { tag: t(`tagName.${tag}`) })}</span>;
}

function Summary({ annotation }: { annotation: Annotation }) {
  const missing = missingFields(useCodebook(), annotation);
  const words = [...summarise(annotation), ...missing.map(({ name }) => t('field.missing', { name }))];
  if (words.length === 0) return null;
  const { speaker } = annotation;
  if (!speaker) return <small>{words.join(' · ')}</small>;
  return (
    <small>
      {/* A summary begins with the speaker. */}
      <strong dir="auto">{speaker}</strong>
      {words.slice(1).map((word) => ` · ${word}`)}
    </small>
  );
}

/** The beginning and the end of words that are too long for a line. */
export function shorten(words: string, most: number): string {
  const flat = words.replace(/\s+/g, ' ');
  if (flat.length <= most) return flat;
  const characters = [...flat.slice(0, most * 2)];
  if (characters.length <= most && flat.length <= most * 2) return flat;
  const start = characters.slice(0, Math.floor((most * 2) / 3)).join('');
  const end = [...flat.slice(-most)].slice(-Math.floor(most / 3)).join('');
  // Cut between words, where there is a space near enough.
  return `${start.replace(/\s\S{0,20}$/, '')} … ${end.replace(/^\S{0,20}\s/, '')}`;
}

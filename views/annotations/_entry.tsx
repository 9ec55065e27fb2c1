import type { Annotation } from '../../src/domain/annotation.ts';
import { formatParts } from '../../src/domain/annotation.ts';
import { TAG_FACTS } from '../../src/domain/tag.ts';
import { summarise } from '../shared/say-attributes.ts';
import { tagClass } from '../shared/tags.ts';

/**
 * One line of the list beside the text. A link to the annotation's own page; with scripts it opens in place.
 */
export function Entry({ annotation }: { annotation: Annotation }) {
  const { id, tag } = annotation;
  return (
    <li {...entryAttributes(annotation)}>
      <a href={`/annotations/${id}`} hx-get={`/annotations/${id}`} hx-target="closest li" hx-swap="outerHTML">
        <TagLetter tag={tag} />
        <span class="words" dir="auto">
          {shorten(annotation.text, 140)}
        </span>
        <Summary annotation={annotation} />
      </a>
    </li>
  );
}

/** What an entry tells the page's scripts: its place in the order, its version and where it stands. */
export function entryAttributes({ id, tag, start, version, parts }: Annotation) {
  return {
    class: `entry ${tagClass(tag)}`,
    id: `entry-${id}`,
    'data-annotation': id,
    'data-tag': tag,
    'data-order': `${start} ${id}`,
    'data-version': version,
    'data-parts': formatParts(parts),
  };
}

/** The tag in a letter for the eye and in a word for the ear. */
export function TagLetter({ tag }: { tag: Annotation['tag'] }) {
  return (
    <>
      <span class={`letter ${tagClass(tag)}`} aria-hidden="true">
        {TAG_FACTS[tag].letter}
      </span>
      <span class="hidden-words">{TAG_FACTS[tag].name}: </span>
    </>
  );
}

function Summary({ annotation }: { annotation: Annotation }) {
  const words = summarise(annotation);
  return words.length > 0 ? <small>{words.join(' · ')}</small> : null;
}

/** The beginning and the end of words that are too long for a line. */
export function shorten(words: string, most: number): string {
  const flat = words.replace(/\s+/g, ' ');
  const characters = [...flat.slice(0, most * 2)];
  if (characters.length <= most && flat.length <= most * 2) return flat;
  const start = characters.slice(0, Math.floor((most * 2) / 3)).join('');
  const end = [...flat.slice(-most)].slice(-Math.floor(most / 3)).join('');
  // Cut between words, where there is a space near enough.
  return `${start.replace(/\s\S{0,20}$/, '')} … ${end.replace(/^\S{0,20}\s/, '')}`;
}

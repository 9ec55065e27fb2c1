import { wordsOf } from '../../src/domain/annotation.ts';
import type { Article, ArticleText } from '../../src/domain/article.ts';
import { suggestionKey } from '../../src/domain/suggestion.ts';
import { TAG_FACTS, TAGS, type Tag } from '../../src/domain/tag.ts';
import type { Sentence } from '../../src/text/blocks.ts';
import { overlaps } from '../../src/text/span.ts';
import { shorten, TagLetter } from '../annotations/_entry.tsx';
import { Paging } from '../shared/_paging.tsx';
import { sayAttributes, summarise } from '../shared/say-attributes.ts';
import { sayReason } from '../shared/say-reason.ts';
import { MarkedWords, type Markup } from './_block.tsx';

type Box = Tag | 'nothing';

const BOXES: readonly (readonly [mark: Box, label: string])[] = [
  ...TAGS.map((tag) => [tag, TAG_FACTS[tag].name] as const),
  ['nothing', 'Nothing here'],
];

export interface RowProps {
  readonly articleId: string;
  /** Of the sentence, from zero. */
  readonly index: number;
  readonly sentence: Sentence;
  readonly text: ArticleText;
  /** Of the text, BCP 47. */
  readonly language: string | null;
  readonly markup: Markup;
  readonly userId: string;
  /** What is saved as the page is made. */
  readonly seen: ReadonlySet<Box>;
  readonly ticked: ReadonlySet<Box>;
  readonly problem?: string | undefined;
}

export interface SheetProps {
  readonly article: Article;
  readonly rows: readonly RowProps[];
  readonly page: number;
  readonly pages: number;
}

/** The article as plain forms, one sentence a row: complete without scripts and with a screen reader. */
export function Sheet({ article, rows, page, pages }: SheetProps) {
  const addressOf = (to: number) => `/articles/${article.id}/sheet?page=${to}`;
  const address = addressOf(page);
  const paging = <Paging page={page} pages={pages} label="Pages of the sheet" address={addressOf} />;
  return (
    <main id="main">
      <h1 dir="auto" lang={article.language ?? undefined}>
        {article.title}
      </h1>
      <p class="faint">
        Tick what a sentence holds. “Part of it” marks only some of its words; the links below a sentence open
        what is tagged in it.
      </p>
      <form
        method="post"
        action={address}
        hx-post={address}
        hx-trigger="submit, change"
        hx-swap="none"
        hx-sync="this:queue all"
      >
        <DefaultButton />
        {paging}
        <ol class="sheet">
          {rows.map((row) => (
            <Row {...row} />
          ))}
        </ol>
        <div class="actions sheet-actions">
          <button class="primary">Save</button>
          <p class="saved" id="save-state" role="status" />
          <button type="button" id="try-again" hidden>
            Try again
          </button>
          {paging}
        </div>
      </form>
    </main>
  );
}

/**
 * What Enter in a box presses: browsers take a form's first button, which must not be one that accepts a
 * suggestion.
 */
function DefaultButton() {
  return (
    <button class="hidden-words" tabIndex={-1} aria-hidden="true">
      Save
    </button>
  );
}

/** One sentence with its boxes and what is tagged in it. */
export function Row(props: RowProps) {
  const { articleId, index, sentence, text, language, markup, seen, ticked, problem } = props;
  const number = index + 1;
  return (
    <li id={`r${number}`}>
      <fieldset aria-describedby={`r${number}-error`}>
        <legend dir="auto" lang={language ?? undefined}>
          <span class="row-number numbers" lang="en">
            <span class="hidden-words">Sentence </span>
            {number}
          </span>
          <MarkedWords text={text} span={sentence} markup={markup} />
        </legend>
        <input type="hidden" name="seen" value={`${index}:${[...seen].join(',')}`} />
        <div class="boxes">
          {BOXES.map(([mark, label]) => (
            <label>
              <input type="checkbox" name="tick" value={`${index}:${mark}`} checked={ticked.has(mark)} />{' '}
              {label}
            </label>
          ))}
          <a href={`/articles/${articleId}/annotations/new?sentence=${number}`}>
            Part of it<span class="hidden-words"> (sentence {number})</span>
          </a>
        </div>
        <p class="wrong" id={`r${number}-error`} role="alert">
          {problem}
        </p>
      </fieldset>
      <Tagged sentence={sentence} markup={markup} />
      <Suggested sentence={sentence} markup={markup} text={text} />
    </li>
  );
}

function Tagged({ sentence, markup }: Pick<RowProps, 'sentence' | 'markup'>) {
  const here = markup.annotations.filter(({ parts }) => parts.some((part) => overlaps(part, sentence)));
  if (here.length === 0) return null;
  return (
    <ul class="tagged">
      {here.map((annotation) => (
        <li>
          <a href={`/annotations/${annotation.id}`}>
            <TagLetter tag={annotation.tag} />
            {shorten(annotation.text, 70)}
          </a>{' '}
          <small>{summarise(annotation).join(' · ')}</small>
        </li>
      ))}
    </ul>
  );
}

/** What the text engine proposes in a sentence; to accept or dismiss it also saves the boxes. */
function Suggested({ sentence, markup, text }: Pick<RowProps, 'sentence' | 'markup' | 'text'>) {
  const here = markup.suggestions.filter(({ parts }) => {
    const start = parts[0]?.start ?? -1;
    return start >= sentence.start && start < sentence.end;
  });
  if (here.length === 0) return null;
  return (
    <ul class="suggested">
      {here.map((suggestion) => (
        <li>
          <span class="faint">
            Suggested: {sayAttributes(suggestion)} <q>{shorten(wordsOf(text.text, suggestion.parts), 60)}</q>
          </span>{' '}
          <button
            class="quiet"
            name="accept"
            value={suggestionKey(suggestion)}
            title={suggestion.reasons.map(sayReason).join(', ')}
          >
            Accept
          </button>
          <button class="quiet" name="dismiss" value={suggestionKey(suggestion)}>
            Dismiss
          </button>
        </li>
      ))}
    </ul>
  );
}

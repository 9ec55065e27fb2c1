import { wordsOf } from '../../src/domain/annotation.ts';
import type { Article, ArticleText } from '../../src/domain/article.ts';
import { suggestionKey } from '../../src/domain/suggestion.ts';
import type { Tag } from '../../src/domain/tag.ts';
import { language, rich, t } from '../../src/messages/language.ts';
import type { Sentence } from '../../src/text/blocks.ts';
import { overlaps } from '../../src/text/span.ts';
import { shorten, TagLetter } from '../annotations/_entry.tsx';
import { useOfferedTags } from '../shared/_codebook.tsx';
import { Paging } from '../shared/_paging.tsx';
import { sayAttributes, summarise } from '../shared/say-attributes.ts';
import { sayReason } from '../shared/say-reason.ts';
import { MarkedWords, type Markup } from './_block.tsx';

type Box = Tag | 'nothing';

function nameOf(box: Box): string {
  return box === 'nothing' ? t('sheet.nothing') : t(`tagName.${box}`);
}

export interface RowProps {
  readonly articleId: string;
  /** Of the sentence, from zero. */
  readonly index: number;
  readonly sentence: Sentence;
  readonly text: ArticleText;
  /** Of the text, BCP 47. */
  readonly language: string | null;
  readonly markup: Markup;
  readonly annotatorId: string;
  /** What is saved as the page is made. */
  readonly seen: ReadonlySet<Box>;
  readonly ticked: ReadonlySet<Box>;
  readonly problem?: string | undefined;
  /** Whether comments are offered. */
  readonly hasTalk?: boolean;
}

export interface SheetProps {
  readonly article: Article;
  readonly rows: readonly RowProps[];
  readonly page: number;
  readonly pages: number;
  readonly outcome: SheetOutcome;
  /** Names what the form does, so that it is done once. */
  readonly requestKey: string;
}

/** What became of the sheet that was sent last. */
export interface SheetOutcome {
  /** How many sentences were saved; absent where none was sent. */
  readonly saved?: number | undefined;
  /** Why a sentence was not, by its number from one. */
  readonly problems?: readonly (readonly [number: number, problem: string])[];
  /** Why a suggestion could not be accepted or dismissed. */
  readonly problem?: string | undefined;
}

/** The article as plain forms, one sentence a row: complete without scripts and with a screen reader. */
export function Sheet({ article, rows, page, pages, outcome, requestKey }: SheetProps) {
  const addressOf = (to: number) => `/articles/${article.id}/sheet?page=${to}`;
  const address = addressOf(page);
  const paging = <Paging page={page} pages={pages} label={t('sheet.pages')} address={addressOf} />;
  return (
    <main id="main">
      <h1 dir="auto" lang={article.language ?? undefined}>
        {article.title}
      </h1>
      <Outcome {...outcome} />
      <p class="faint">{t('sheet.explained')}</p>
      <form
        method="post"
        action={`${address}#outcome`}
        hx-post={address}
        hx-trigger="submit, change"
        hx-swap="none"
        hx-sync="this:queue all"
      >
        <DefaultButton />
        <input type="hidden" name="request_key" value={requestKey} />
        {paging}
        <ol class="sheet">
          {rows.map((row) => (
            <Row {...row} />
          ))}
        </ol>
        <div class="actions sheet-actions">
          <button class="primary">{t('sheet.save')}</button>
          <p class="saved" id="save-state" role="status" />
          <button type="button" id="try-again" hidden>
            {t('sheet.tryAgain')}
          </button>
          {paging}
        </div>
      </form>
    </main>
  );
}

/** Where the page opens after it was saved: what was saved, and what was not, with a link to each. */
function Outcome({ saved, problems = [], problem }: SheetOutcome) {
  const isWrong = problems.length > 0 || problem !== undefined;
  if (saved === undefined && !isWrong) return null;
  const link = (number: number) => (words: string) => <a href={`#r${number}-nothing`}>{words}</a>;
  return (
    <div id="outcome" class="outcome" tabIndex={-1} role={isWrong ? 'alert' : 'status'}>
      {problems.length > 0 && <h2>{t('sheet.notSaved', { count: problems.length })}</h2>}
      {problem && <p class="wrong">{problem}</p>}
      {problems.length > 0 && (
        <ul>
          {problems.map(([number, why]) => (
            <li>{rich('sheet.problem', { link: link(number) }, { number, problem: why })}</li>
          ))}
        </ul>
      )}
      <Saved saved={saved ?? 0} isWrong={isWrong} />
    </div>
  );
}

function Saved({ saved, isWrong }: { saved: number; isWrong: boolean }) {
  if (saved > 0) return <p>{t('sheet.saved', { count: saved })}</p>;
  return isWrong ? null : <p>{t('sheet.noChanges')}</p>;
}

/**
 * What Enter in a box presses: browsers take a form's first button, which must not be one that accepts a
 * suggestion.
 */
function DefaultButton() {
  return (
    <button class="hidden-words" tabIndex={-1} aria-hidden="true">
      {t('sheet.save')}
    </button>
  );
}

/** One sentence with its boxes and what is tagged in it. */
export function Row(props: RowProps) {
  const {
    articleId,
    index,
    sentence,
    text,
    language: ofText,
    markup,
    seen,
    ticked,
    problem,
    hasTalk,
  } = props;
  const number = index + 1;
  const boxes: readonly Box[] = [...useOfferedTags(...tagsAmong(seen)), 'nothing'];
  return (
    <li id={`r${number}`}>
      <fieldset aria-describedby={`r${number}-error`}>
        <legend dir="auto" lang={ofText ?? undefined}>
          <span class="row-number numbers" lang={language().code} dir={language().direction}>
            {rich('sheet.sentence', { hidden }, { number })}
          </span>
          <MarkedWords text={text} span={sentence} markup={markup} />
        </legend>
        <input type="hidden" name="seen" value={`${index}:${[...seen].join(',')}`} />
        <div class="boxes">
          {boxes.map((mark) => (
            <label>
              <input
                type="checkbox"
                id={`r${number}-${mark}`}
                name="tick"
                value={`${index}:${mark}`}
                checked={ticked.has(mark)}
                aria-invalid={problem && mark === 'nothing' ? 'true' : undefined}
                aria-describedby={problem && mark === 'nothing' ? `r${number}-error` : undefined}
              />{' '}
              {nameOf(mark)}
            </label>
          ))}
          <a href={`/articles/${articleId}/annotations/new?sentence=${number}`}>
            {rich('sheet.part', { hidden }, { number })}
          </a>
          {hasTalk && (
            <a href={commentAddress(articleId, number)}>{rich('sheet.comment', { hidden }, { number })}</a>
          )}
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

function commentAddress(articleId: string, number: number): string {
  const back = `/articles/${articleId}/sheet?sentence=${number}#r${number}`;
  return `/articles/${articleId}/comments?${new URLSearchParams({ sentence: String(number), back })}`;
}

function tagsAmong(boxes: ReadonlySet<Box>): Tag[] {
  return [...boxes].filter((box) => box !== 'nothing');
}

function hidden(words: string) {
  return <span class="hidden-words">{words}</span>;
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
            {rich(
              'sheet.suggested',
              { words: (words) => <q>{words}</q> },
              { what: sayAttributes(suggestion), words: shorten(wordsOf(text.text, suggestion.parts), 60) },
            )}
          </span>{' '}
          <button
            class="quiet"
            name="accept"
            value={suggestionKey(suggestion)}
            title={suggestion.reasons.map(sayReason).join(', ')}
          >
            {t('sheet.accept')}
          </button>
          <button class="quiet" name="dismiss" value={suggestionKey(suggestion)}>
            {t('sheet.dismiss')}
          </button>
        </li>
      ))}
    </ul>
  );
}

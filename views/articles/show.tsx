import type { Annotation } from '../../src/domain/annotation.ts';
import type { Article, ArticleText } from '../../src/domain/article.ts';
import type { Coding } from '../../src/domain/coding.ts';
import type { LinksSeen } from '../../src/domain/link.ts';
import type { Section } from '../../src/domain/section.ts';
import { t } from '../../src/messages/language.ts';
import { CardTemplates } from '../annotations/_card-templates.tsx';
import { KeyHint, useShortcuts } from '../shared/_key.tsx';
import type { Markup } from './_block.tsx';
import { Byline } from './_byline.tsx';
import { Completion } from './_completion.tsx';
import { Entries } from './_entries.tsx';
import { Palette } from './_palette.tsx';
import { SectionOfText } from './_section.tsx';
import { Counts, History, Progress } from './_state.tsx';
import { SuggestionsWaiting, SuggestionTools, type SuggestionToolsProps } from './_suggestion-tools.tsx';
import { Views } from './_views.tsx';
import { Whose, type WhoseChoice } from './_whose.tsx';

/** A section with what is drawn over it, where that has been fetched. */
export interface DrawnSection {
  readonly section: Section;
  readonly markup?: Markup;
  /** The annotations that begin in it. */
  readonly annotations?: readonly Annotation[];
  /** What others who annotate are called, by the ids of annotators. */
  readonly others?: ReadonlyMap<string, string>;
  /** What they are linked to. */
  readonly links?: LinksSeen;
}

export interface ReadingProps {
  readonly article: Article;
  /** What is made of it. */
  readonly coding: Coding;
  readonly text: ArticleText;
  readonly sections: readonly DrawnSection[];
  readonly trimSelections: boolean;
  /** Where the codebook of the article's project is. */
  readonly codebook: string;
  /** The sentence of the person's last step, where the page opens. */
  readonly last?: number | null;
  /** The suggestions' tools, unless they are switched off or still being worked out. */
  readonly suggested: 'off' | 'waiting' | SuggestionToolsProps;
  /** How many comments are open, and on which annotations; absent where none are offered. */
  readonly talk?: { readonly count: number; readonly on: ReadonlyMap<string, number> } | undefined;
  /** Whose work can be looked at by itself. */
  readonly whose: readonly WhoseChoice[];
  readonly canUndo: boolean;
  readonly canRedo: boolean;
}

/** What stands in the top bar of an article's pages. */
export function ArticleBar({
  article,
  coding,
  view,
  canUndo,
  canRedo,
  canFinish,
}: Pick<ReadingProps, 'article' | 'coding' | 'canUndo' | 'canRedo'> & {
  view: 'read' | 'sheet';
  /** Whether it is the person's own coding, which they finish by themselves. */
  canFinish: boolean;
}) {
  return (
    <>
      <Progress coding={coding} />
      <History articleId={article.id} canUndo={canUndo} canRedo={canRedo} />
      <Views articleId={article.id} current={view} />
      {canFinish && <Completion coding={coding} />}
    </>
  );
}

/** The reading page: the text, the list of annotations beside it, the palette below. */
export function Reading(props: ReadingProps) {
  const { article, coding, text, sections, trimSelections, suggested, last, codebook } = props;
  const { talk, whose } = props;
  return (
    <>
      <main id="main" tabIndex={-1}>
        <article
          id="text"
          lang={article.language ?? undefined}
          data-article={article.id}
          data-length={text.text.length}
          data-last={last ?? undefined}
          data-trim={trimSelections ? '' : undefined}
        >
          <h1 dir="auto">{article.title}</h1>
          <Byline article={article} />
          {sections.map(({ section, markup }) => (
            <SectionOfText text={text} section={section} markup={markup} />
          ))}
        </article>
      </main>
      <aside class="panel" aria-labelledby="annotations-heading">
        <div class="panel-head">
          <h2 id="annotations-heading" tabIndex={-1}>
            {t('article.annotations')}
          </h2>
          <a class="to-text" href="#text">
            {t('article.toText')}
          </a>
          <Counts coding={coding} />
          <FindForm articleId={article.id} />
          <DefinitionsLink codebook={codebook} />
          {talk && (
            <a class="define" href={`/articles/${article.id}/comments`}>
              {talk.count === 0 ? t('comments.heading') : t('comments.openHere', talk)}
            </a>
          )}
          <Whose articleId={article.id} choices={whose} />
        </div>
        <div id="found" />
        {suggested === 'waiting' && <SuggestionsWaiting articleId={article.id} />}
        {typeof suggested === 'object' && <SuggestionTools {...suggested} />}
        <div id="entries">
          {sections.map(({ section, annotations, others, links }) => (
            <Entries {...{ text, section, annotations, others, links }} talk={talk?.on} />
          ))}
        </div>
        <p class="empty faint">{t('article.empty')}</p>
      </aside>
      <Palette articleId={article.id} />
      <CardTemplates articleId={article.id} />
      <Handle />
    </>
  );
}

/** An end of the current annotation, to be dragged; keys and the card's buttons do the same. */
function Handle() {
  return (
    <template id="handle">
      <span class="handle" aria-hidden="true" />
    </template>
  );
}

/** Leads to what the tags mean; with scripts they are shown over the article. */
function DefinitionsLink({ codebook }: Pick<ReadingProps, 'codebook'>) {
  return (
    <a id="define" class="define" href={codebook} aria-keyshortcuts={useShortcuts('define')}>
      {t('codebook.whatTagsMean')} <KeyHint deed="define" />
    </a>
  );
}

function FindForm({ articleId }: { articleId: string }) {
  return (
    <search>
      <form
        class="find"
        action={`/articles/${articleId}/annotations`}
        hx-get={`/articles/${articleId}/annotations`}
        hx-target="#found"
        hx-trigger="submit, input changed delay:150ms, search"
        hx-sync="this:replace"
      >
        <label class="hidden-words" for="find">
          {t('article.find')}
        </label>
        <input type="search" id="find" name="q" placeholder={t('article.findHint')} autocomplete="off" />
        <KeyHint deed="find" />
      </form>
    </search>
  );
}

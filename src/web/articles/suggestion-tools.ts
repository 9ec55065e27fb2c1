import { shorten } from '../../../views/annotations/_entry.tsx';
import type {
  ListedSuggestion,
  ListedSuggestions,
  ListOrder,
} from '../../../views/articles/_suggestion-list.tsx';
import type { SuggestionToolsProps } from '../../../views/articles/_suggestion-tools.tsx';
import { sayReading } from '../../../views/shared/say-attributes.ts';
import {
  type RankedClaim,
  rankClaims,
  type SuggestionOverview,
  suggestionOverview,
} from '../../actions/list-suggestions.ts';
import type { LoadedArticle } from '../../actions/load.ts';
import { wordsOf } from '../../domain/annotation.ts';
import type { ArticleText } from '../../domain/article.ts';
import { isWanted, RANKED_TAG, suggestionKey } from '../../domain/suggestion.ts';
import { t } from '../../messages/language.ts';
import type { Db } from '../../store/client.ts';
import { touching } from '../../text/span.ts';
import type { Suggestion } from '../../text/suggest/suggestion.ts';

/** More lines than these help nobody; the text itself shows the rest. */
const MAX_LINES = 300;

/** The order of the list that an address or a form asks for; absent where it is to be closed. */
export function listOrderFrom(asked: unknown): ListOrder | undefined {
  return asked === 'place' || asked === 'score' ? asked : undefined;
}

/** What the suggestions' tools show; null while they are worked out, or where nobody wants any. */
export async function suggestionTools(
  db: Db,
  loaded: LoadedArticle,
  order?: ListOrder | undefined,
): Promise<SuggestionToolsProps | null> {
  if (!loaded.wantsSuggestions) return null;
  const overview = await suggestionOverview(db, loaded);
  if (!overview) return null;
  const { choice, counts, hidden } = overview;
  const list = order && (await listIn(db, loaded, overview, order));
  return { articleId: loaded.article.id, choice, counts, hidden, list };
}

async function listIn(
  db: Db,
  loaded: LoadedArticle,
  { open, choice }: SuggestionOverview,
  order: ListOrder,
): Promise<ListedSuggestions> {
  const { text } = loaded;
  if (order === 'place') {
    const wanted = open.filter((suggestion) => isWanted(suggestion, choice));
    return { order, ...firstLines(wanted, (suggestion) => lineOf(text, suggestion)) };
  }
  const ranked = await rankClaims(db, loaded, open);
  return { order, ...firstLines(ranked, (claim) => rankedLine(text, claim)) };
}

function firstLines<Item>(items: readonly Item[], toLine: (item: Item) => ListedSuggestion) {
  const lines = items.slice(0, MAX_LINES).map(toLine);
  return { lines, more: items.length - lines.length };
}

function lineOf(text: ArticleText, suggestion: Suggestion): ListedSuggestion {
  const { tag, parts } = suggestion;
  const start = parts[0]?.start ?? 0;
  return {
    key: suggestionKey(suggestion),
    tag,
    words: shorten(wordsOf(text.text, parts), MAX_WORDS),
    says: sayReading(suggestion).join(' · '),
    start,
    sentence: sentenceAt(text, start),
  };
}

/** In characters. */
const MAX_WORDS = 110;

function rankedLine(text: ArticleText, ranked: RankedClaim): ListedSuggestion {
  if ('suggestion' in ranked) return { ...lineOf(text, ranked.suggestion), score: ranked.score };
  const { id, start, text: words, speaker } = ranked.tagged;
  return {
    annotationId: id,
    tag: RANKED_TAG,
    words: shorten(words, MAX_WORDS),
    says: [t('suggestions.tagged'), speaker].filter(Boolean).join(' · '),
    start,
    sentence: sentenceAt(text, start),
    score: ranked.score,
  };
}

function sentenceAt({ sentences }: ArticleText, start: number): number | null {
  const [from, to] = touching(sentences, { start, end: start + 1 });
  return from < to ? from : null;
}

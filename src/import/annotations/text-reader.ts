import type { ArticleText } from '../../domain/article.ts';
import type { Attributes } from '../../domain/attributes.ts';
import { type KnownOfText, readFromText, suggestionsByPlace } from '../../domain/read-attributes.ts';
import type { Tag } from '../../domain/tag.ts';
import type { Span } from '../../text/span.ts';
import { suggestAll } from '../../text/suggest/all.ts';

/** Reads what an article says of tagged words, all of it once, and only where a file leaves that open. */
export class TextReader {
  readonly article: ArticleText;
  #suggestionsAt: KnownOfText['suggestionsAt'] = null;

  constructor(article: ArticleText) {
    this.article = article;
  }

  read(tag: Tag, parts: readonly Span[]): Attributes {
    const { text, sentences } = this.article;
    this.#suggestionsAt ??= suggestionsByPlace(suggestAll(text, sentences).suggestions);
    return readFromText(this.article, tag, parts, { suggestionsAt: this.#suggestionsAt });
  }
}

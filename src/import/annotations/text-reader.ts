import type { ArticleText } from '../../domain/article.ts';
import type { Attributes } from '../../domain/attributes.ts';
import { type KnownOfText, readFromText, suggestionsByPlace } from '../../domain/read-attributes.ts';
import type { Tag } from '../../domain/tag.ts';
import { languageOf, type TextLanguage } from '../../text/language.ts';
import type { Span } from '../../text/span.ts';
import { suggestAll } from '../../text/suggest/all.ts';

/** Reads what an article says of tagged words, all of it once, and only where a file leaves that open. */
export class TextReader {
  readonly article: ArticleText;
  readonly #told: string | null;
  #language: TextLanguage | undefined;
  #suggestionsAt: KnownOfText['suggestionsAt'] = null;

  /** `told` is the language that the article is said to have. */
  constructor(article: ArticleText, told: string | null) {
    this.article = article;
    this.#told = told;
  }

  read(tag: Tag, parts: readonly Span[]): Attributes {
    const { text, sentences } = this.article;
    this.#language ??= languageOf(text, this.#told);
    this.#suggestionsAt ??= suggestionsByPlace(suggestAll(text, sentences, this.#language).suggestions);
    const known = { suggestionsAt: this.#suggestionsAt, language: this.#language };
    return readFromText(this.article, tag, parts, known);
  }
}

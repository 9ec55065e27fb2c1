import type { CheerioAPI } from 'cheerio';
import type { Browser } from './signed-in.ts';
import type { Answer } from './web.ts';

/** What somebody fills in, ticks and presses in a form; each as `[name, value]`. */
export interface Filled {
  readonly ticks?: readonly (readonly [string, string])[];
  readonly values?: Readonly<Record<string, string>>;
  /** The words on the button; the form's first one without. */
  readonly button?: string | RegExp;
}

/** Somebody who uses the pages as they come, without scripts: they follow links and send forms. */
export class PlainReader {
  readonly #browser: Browser;
  #path = '';
  #page: CheerioAPI | undefined;

  constructor(browser: Browser) {
    this.#browser = browser;
  }

  /** Where they are, by the path of the address. */
  get path(): string {
    return this.#path.split(/[?#]/)[0] ?? '';
  }

  /** The page that they look at. */
  get page(): CheerioAPI {
    if (!this.#page) throw new Error('no page is open');
    return this.#page;
  }

  /** Opens a page, and goes on where it leads. */
  async open(path: string): Promise<Answer> {
    return this.#follow(path, await this.#browser.request(path));
  }

  /** Follows the first link with these words. */
  follow(words: string | RegExp): Promise<Answer> {
    const link = this.page('a[href]')
      .toArray()
      .find((each) => matches(this.page(each).text(), words));
    if (!link) throw new Error(`no link says ${words}`);
    return this.open(this.page(link).attr('href') ?? '');
  }

  /** Sends the first form that this selector finds, as a browser would. */
  send(selector: string, { ticks = [], values = {}, button }: Filled = {}): Promise<Answer> {
    const $ = this.page;
    const form = $(selector).first();
    if (form.length === 0) throw new Error(`no form is ${selector}`);
    const pressed = form
      .find('button:not([type=button]):not([disabled])')
      .toArray()
      .find((each) => button === undefined || matches($(each).text(), button));
    if (!pressed) throw new Error(`no button of ${selector} says ${button}`);
    const fields = [...this.#fieldsOf(form).filter(([name]) => !(name in values)), ...Object.entries(values)];
    const name = $(pressed).attr('name');
    const all = [...fields, ...ticks, ...(name ? [[name, $(pressed).attr('value') ?? '']] : [])];
    return this.#post(form.attr('action') ?? this.#path, new URLSearchParams(all.map((pair) => [...pair])));
  }

  async #post(action: string, form: URLSearchParams): Promise<Answer> {
    return this.#follow(action, await this.#browser.request(action.split('#')[0] ?? '', { form }));
  }

  async #follow(path: string, answer: Answer): Promise<Answer> {
    const { location } = answer.headers;
    if (location) return this.open(location);
    this.#path = path;
    this.#page = answer.html();
    return answer;
  }

  /** What stands in the fields of a form. */
  #fieldsOf(form: ReturnType<CheerioAPI>): [string, string][] {
    const $ = this.page;
    const isBox = '[type=checkbox], [type=radio]';
    return form
      .find('input[name], textarea[name], select[name]')
      .not('[disabled]')
      .toArray()
      .filter((field) => !$(field).is(isBox) || $(field).is('[checked]'))
      .map((field) => [$(field).attr('name') ?? '', String($(field).val() ?? '')]);
  }
}

function matches(said: string, words: string | RegExp): boolean {
  const plain = said.replaceAll(/\s+/g, ' ').trim();
  return typeof words === 'string' ? plain.startsWith(words) : words.test(plain);
}

import htmx from 'htmx.org';

// The extensions look for the library in the window, so it is put there before any of them is loaded.
Object.assign(window, { htmx });

export { htmx };

/** What has htmx send something. */
const ACTIONS = '[hx-get], [hx-post], [hx-patch], [hx-delete]';

/**
 * Makes ready what sends by htmx, at once: by itself it waits for the next task, and a key pressed before that would send
 * the palette's form as a plain one. It would also look, twice, through every attribute of a long article for code in
 * attributes, which the desk has none of.
 */
export function startHtmx(): void {
  document.addEventListener('htmx:before:process', (event) => {
    if (event.target === document.body) event.preventDefault();
  });
  for (const element of document.querySelectorAll(ACTIONS)) htmx.process(element);
}

/** What htmx says of a request in its events; the parts of it that are used here. */
export interface RequestContext {
  readonly sourceElement: Element;
  readonly target: Element;
  readonly swap: string;
  readonly request: {
    readonly headers: Record<string, string>;
    readonly method: string;
    readonly action: string;
    body: FormData | URLSearchParams | null;
    readonly submitter?: HTMLElement | null;
  };
  readonly response?: { readonly status: number };
}

/** Listens to an event of htmx. */
export function onHtmx(name: string, listener: (context: RequestContext, event: CustomEvent) => void): void {
  document.addEventListener(name, (event) => {
    // htmx's events are CustomEvents whose detail holds the context of the request.
    const custom = event as CustomEvent<{ ctx?: RequestContext }>;
    if (custom.detail?.ctx) listener(custom.detail.ctx, custom);
  });
}

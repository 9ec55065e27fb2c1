/** What a command does; each has its address in `addressOf`. */
export type CommandKind =
  | 'tag'
  | 'edit'
  | 'delete'
  | 'nothing'
  | 'accept'
  | 'accept-all'
  | 'dismiss'
  | 'undo'
  | 'redo';

/** One change that the person made on a page, on its way to the server. */
export interface Command {
  /** Names the request, the step that it makes and, of a tag, the annotation. */
  readonly key: string;
  readonly kind: CommandKind;
  readonly articleId: string;
  /** The annotation that it makes or changes. */
  readonly annotationId: string | null;
  /** As a form would send them; no version among them. */
  readonly fields: readonly (readonly [name: string, value: string])[];
  /** The version of the annotation that the person saw, or that an answer to an earlier command gave. */
  readonly version: number | null;
  /** How often the server failed over it. */
  readonly failures: number;
  readonly refused: Refusal | null;
}

/** Why a command was not done, and what else must wait for the person's word on it. */
export interface Refusal {
  readonly status: number;
  readonly sentence: string;
  readonly holds: 'nothing' | 'annotation' | 'article';
}

/** What the server did, as the end of its answer says. */
export interface Receipt {
  /** Versions of the annotations that it changed. */
  readonly versions: Readonly<Record<string, number>>;
  /** The annotation that a step made, by the step's name: another's id where that stood there already. */
  readonly makes: Readonly<Record<string, string>>;
}

/** What became of a command that was sent. `apply` draws the answer. */
export type Outcome =
  | { readonly is: 'done'; readonly receipt: Receipt; apply(): void }
  | { readonly is: 'refused'; readonly refusal: Refusal; apply(): void }
  /** It cannot be done and there is nothing to decide: the page says so. */
  | { readonly is: 'impossible'; apply(): void }
  | { readonly is: 'unanswered'; readonly status: number | null; readonly retryAfter: number | null };

/** What the queue works with; tests hand in their own. */
export interface QueueSurroundings {
  send(command: Command): Promise<Outcome>;
  /** Keeps the commands where the next page of this tab finds them. */
  keep(commands: readonly Command[]): void;
  /** Calls back after some milliseconds; the function that it gives ends the wait. */
  after(milliseconds: number, then: () => void): () => void;
  /** Why a command is given up that the server failed on again and again. */
  sayFailed(): string;
  /** Told after every change of the queue, with the receipt of the command that was just done. */
  changed(receipt: Receipt | null): void;
}

/** How long to wait before each further try, in ms. */
const PAUSES = [500, 1000, 2000, 4000, 8000, 15_000];

/** Answers of 500 after which the fault is taken to be in the command. */
const MAX_FAILURES = 3;

/**
 * The commands of a tab, sent one after another in the order in which they were given. None is dropped: one
 * without an answer is sent again under the same key until there is one, and one that is refused waits for
 * the person's word.
 */
export class CommandQueue {
  readonly #around: QueueSurroundings;
  #commands: readonly Command[];
  #sending: string | null = null;
  #tries = 0;
  #endPause: (() => void) | null = null;
  #trouble: number | null | undefined;

  constructor(around: QueueSurroundings, kept: readonly Command[] = []) {
    this.#around = around;
    this.#commands = kept;
  }

  /** All commands that are not done, in order. */
  get commands(): readonly Command[] {
    return this.#commands;
  }

  /** Those that will be sent without the person's word. */
  get waiting(): readonly Command[] {
    return this.#commands.filter((command) => !command.refused && !isHeld(command, this.#commands));
  }

  get refused(): readonly Command[] {
    return this.#commands.filter(({ refused }) => refused);
  }

  /** The status that the last try came to, null where no answer came; absent while all is well. */
  get trouble(): number | null | undefined {
    return this.#trouble;
  }

  /**
   * Takes a command and sends it as soon as those before it are done. A refused edit of the same fields gives
   * way.
   */
  add(command: Command): void {
    this.#set([...this.#commands.filter((other) => !replaces(command, other)), command]);
    this.start();
  }

  /** Takes what another page has left of the queue in place of what this one had. */
  replaceAll(commands: readonly Command[]): void {
    this.#set(commands);
    this.start();
  }

  /** Sends what waits, now. */
  start(): void {
    this.#endPause?.();
    this.#endPause = null;
    void this.#sendNext();
  }

  /** Sends a refused command once more, with further fields. */
  resend(key: string, fields: Command['fields'] = []): void {
    this.#replace(key, (command) => ({
      ...command,
      fields: [...command.fields.filter(([name]) => !fields.some(([given]) => given === name)), ...fields],
      refused: null,
      failures: 0,
    }));
    this.start();
  }

  /** Gives up a refused command and those behind it on the same annotation, which mean nothing without it. */
  discard(key: string): void {
    if (this.refused.some((command) => command.key === key)) this.#drop(key);
    this.start();
  }

  async #sendNext(): Promise<void> {
    if (this.#sending !== null || this.#endPause) return;
    const [next] = this.waiting;
    if (!next) return;
    this.#sending = next.key;
    const outcome = await this.#around.send(next);
    this.#sending = null;
    this.#settle(next.key, outcome);
    void this.#sendNext();
  }

  #settle(key: string, outcome: Outcome): void {
    if (outcome.is === 'unanswered') return this.#pause(key, outcome.status, outcome.retryAfter);
    this.#tries = 0;
    this.#trouble = undefined;
    // Drawn and taken out of the queue in one task, so that what was shown in advance never flickers.
    outcome.apply();
    if (outcome.is === 'refused') this.#replace(key, (command) => ({ ...command, refused: outcome.refusal }));
    else if (outcome.is === 'impossible') this.#drop(key);
    else this.#finish(key, outcome.receipt);
  }

  #finish(key: string, receipt: Receipt): void {
    const rest = this.#commands.filter((command) => command.key !== key);
    this.#set(
      rest.map((command) => informed(command, receipt)),
      receipt,
    );
  }

  #drop(key: string): void {
    const at = this.#commands.findIndex((command) => command.key === key);
    const id = this.#commands[at]?.annotationId ?? null;
    const isGone = (command: Command, place: number) =>
      place === at || (place > at && id !== null && command.annotationId === id);
    this.#set(this.#commands.filter((command, place) => !isGone(command, place)));
  }

  #pause(key: string, status: number | null, retryAfter: number | null): void {
    this.#trouble = status;
    const command = this.#commands.find((one) => one.key === key);
    if (status === 500 && command && command.failures + 1 >= MAX_FAILURES) {
      const sentence = this.#around.sayFailed();
      this.#trouble = undefined;
      this.#tries = 0;
      return this.#replace(key, (one) => ({ ...one, refused: { status, sentence, holds: 'annotation' } }));
    }
    const pause = retryAfter ?? PAUSES[Math.min(this.#tries, PAUSES.length - 1)] ?? 0;
    this.#tries += 1;
    this.#endPause = this.#around.after(pause, () => {
      this.#endPause = null;
      void this.#sendNext();
    });
    this.#replace(key, (one) => ({ ...one, failures: one.failures + (status === 500 ? 1 : 0) }));
  }

  #replace(key: string, change: (command: Command) => Command): void {
    this.#set(this.#commands.map((command) => (command.key === key ? change(command) : command)));
  }

  #set(commands: readonly Command[], receipt: Receipt | null = null): void {
    this.#commands = commands;
    this.#around.keep(commands);
    this.#around.changed(receipt);
  }
}

/** Whether a command waits for the person's word on one before it. */
function isHeld(command: Command, commands: readonly Command[]): boolean {
  const at = commands.indexOf(command);
  return commands.slice(0, at < 0 ? commands.length : at).some((other) => holds(other, command));
}

function holds({ refused, annotationId, articleId }: Command, command: Command): boolean {
  if (refused?.holds === 'article') return articleId === command.articleId;
  return refused?.holds === 'annotation' && annotationId !== null && annotationId === command.annotationId;
}

/** What an edit says beside the fields that it changes. */
const ASIDE = new Set(['view', 'done', 'over']);

/** An edit of the same fields says what should stand there instead of what was refused. */
function replaces(command: Command, other: Command): boolean {
  if (!other.refused || other.kind !== 'edit' || command.kind !== 'edit') return false;
  const given = new Set(command.fields.map(([name]) => name));
  return (
    other.annotationId === command.annotationId &&
    other.fields.every(([name]) => given.has(name) || ASIDE.has(name))
  );
}

/** A waiting command with what an answer says of its annotation. */
function informed(command: Command, { versions, makes }: Receipt): Command {
  const { annotationId } = command;
  if (annotationId === null) return command;
  const id = makes[annotationId] ?? annotationId;
  return { ...command, annotationId: id, version: versions[id] ?? command.version };
}

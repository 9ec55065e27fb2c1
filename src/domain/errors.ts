import type { English } from '../messages/catalogue.ts';
import { t } from '../messages/language.ts';

/**
 * The errors that the program expects. Each is thrown where its cause is found and mapped to an HTTP answer
 * in one table in `src/web/errors.ts`; the message is a sentence for the person who caused it.
 */
export abstract class AppError extends Error {
  abstract readonly code: string;
}

/** Why a database cannot be used just now; each has its sentence. */
export type Outage = keyof English['outage'];

/**
 * The database cannot be used just now, though nothing is wrong with what was asked: nothing was saved, and the same
 * request can be sent again. No AppError, since nobody who asked has caused it and nothing may be refused for it. It has no
 * `code`: Prisma's client makes errors of its own of those that have one.
 */
export class DatabaseAwayError extends Error {
  override readonly name = 'DatabaseAwayError';
  readonly outage: Outage;
  constructor(outage: Outage, options?: ErrorOptions) {
    super(t(`outage.${outage}`), options);
    this.outage = outage;
  }
}

/** What may not be there; each has its sentence. */
export type Thing = keyof English['notFound'];

/** There is no such thing, or not for this person: the two are not told apart. */
export class NotFoundError extends AppError {
  readonly code = 'not-found';
  constructor(what: Thing = 'page') {
    super(t(`notFound.${what}`));
  }
}

/** The person may see it but not do this with it. */
export class ForbiddenError extends AppError {
  readonly code = 'forbidden';
}

/** What was sent is wrong; `fields` names each wrong field with a sentence on how to mend it. */
export class InvalidInputError extends AppError {
  readonly code = 'invalid-input';
  readonly fields: Readonly<Record<string, string>>;
  constructor(fields: Readonly<Record<string, string>>, options?: ErrorOptions) {
    super(Object.values(fields).join(' '), options);
    this.fields = fields;
  }
}

/**
 * A file is not what it says, or broken: the field `file` is wrong. The message is one sentence for the
 * person: why, and what to do.
 */
export class UnreadableFileError extends InvalidInputError {
  constructor(reason: string, options?: ErrorOptions) {
    super({ file: reason }, options);
  }
}

/** The bytes of a file are no text that can be read. */
export class UnreadableTextError extends UnreadableFileError {}

/** The thing was changed by somebody else since the person last saw it. `current` is how it stands now. */
export class EditConflictError<T = unknown> extends AppError {
  readonly code = 'edit-conflict';
  readonly current: T;
  constructor(message: string, current: T) {
    super(message);
    this.current = current;
  }
}

/** The words the person saw are not the words of the text at that place. */
export class WordsMismatchError extends AppError {
  readonly code = 'words-mismatch';
  constructor() {
    super(t('error.words'));
  }
}

/** There is nothing left to undo or redo, or what is there was changed by somebody else since. */
export class CannotUndoError extends AppError {
  readonly code = 'cannot-undo';
}

/** Somebody has finished the coding; it is changed once they have opened it again. */
export class CodingDoneError extends AppError {
  readonly code = 'coding-done';
  constructor() {
    super(t('work.doneFirst'));
  }
}

/** A coding cannot be finished yet: `sentences` are the indexes of those that are not coded. */
export class NotAllCodedError extends AppError {
  readonly code = 'not-all-coded';
  readonly sentences: readonly number[];
  constructor(sentences: readonly number[]) {
    super(t('work.uncodedHeading', { count: sentences.length }));
    this.sentences = sentences;
  }
}

/** The final coding cannot be finished yet: `left` cases are not decided, or have changed since they were. */
export class UndecidedError extends AppError {
  readonly code = 'undecided';
  readonly left: number;
  constructor(left: number) {
    super(t('adjudication.undecided', { count: left }));
    this.left = left;
  }
}

/** The address names no project, and the person is in none that it could mean. */
export class NoProjectError extends NotFoundError {
  constructor() {
    super('project');
  }
}

/** What was sent is larger than the limit. */
export class TooLargeError extends AppError {
  readonly code = 'too-large';
}

/** Nobody is signed in, or not any more: what was asked for waits for that. */
export class SignInNeededError extends AppError {
  readonly code = 'sign-in-needed';
  constructor() {
    super(t('signIn.ended'));
  }
}

/** Tried too often, or by too many at once; worth trying again after some seconds. */
export class TooManyError extends AppError {
  readonly code = 'too-many';
  readonly seconds: number;
  constructor(message: string, seconds: number) {
    super(message);
    this.seconds = seconds;
  }
}

/** A web page could not be fetched. The message says why and what to do, and names no resolved address. */
export class FetchError extends AppError {
  readonly code = 'fetch';
  /** Why, as a key of the table of sentences in `src/fetch/problems.ts`. */
  readonly reason: string;
  constructor(reason: string, message: string) {
    super(message);
    this.reason = reason;
  }
}

/** A fetched page holds no article. `details` is what the page says of itself. */
export class UnreadPageError extends InvalidInputError {
  /** By the names of the details, as the page has them. */
  readonly details: Readonly<Record<string, string | undefined>>;
  constructor(problem: string, details: Readonly<Record<string, string | undefined>>) {
    super({ address: problem });
    this.details = details;
  }
}

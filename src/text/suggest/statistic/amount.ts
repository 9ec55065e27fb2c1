/** A number as it stands in a sentence: the tokens from `first` up to `next`. */
export interface Amount {
  readonly first: number;
  readonly next: number;
  readonly value: number;
  /** `vague` is "dozens" or "several hundred"; `ratio` is "two in five"; `part` is "a third" or "3/4". */
  readonly form: 'digits' | 'words' | 'part' | 'ratio' | 'vague';
  /** "A couple of hundred": roughly that many, rather than more. */
  readonly rough?: true;
}

/**
 * How a number is read: `money` behind a currency sign ("£5m"), `joined` when "and" may carry a number on.
 */
export interface NumberReading {
  readonly money: boolean;
  readonly joined: boolean;
}

/** The package ships no types; these are the parts of it that are used here. */
declare module 'cli-progress' {
  export class SingleBar {
    constructor(options: {
      format?: string;
      stream?: NodeJS.WritableStream;
      clearOnComplete?: boolean;
      hideCursor?: boolean;
      barCompleteChar?: string;
      barIncompleteChar?: string;
    });
    start(total: number, value: number): void;
    update(value: number): void;
    stop(): void;
  }
}

import { SingleBar } from 'cli-progress';
import type { Surroundings } from './command.ts';

/** A line on the terminal that shows how far a command is. */
export interface Progress {
  /** Takes the line away, lets `write` print, and shows the line again with what is done by now. */
  pause(write: () => void, done: number): void;
  stop(): void;
}

/** Shows progress on a terminal; where `errors` is none, or it is not `wanted`, nothing is shown. */
export function startProgress(errors: Surroundings['errors'], total: number, wanted: boolean): Progress {
  if (!wanted || !errors.isTTY) return { pause: (write) => write(), stop: () => {} };
  const bar = new SingleBar({
    format: '{bar} {value} of {total}',
    stream: errors,
    clearOnComplete: true,
    hideCursor: true,
    barCompleteChar: '█',
    barIncompleteChar: '░',
  });
  bar.start(total, 0);
  return {
    pause(write, done) {
      bar.stop();
      write();
      bar.start(total, done);
    },
    stop: () => bar.stop(),
  };
}

import type { Surroundings } from './command.ts';

/** A line on the terminal that shows how far a command is. */
export interface Progress {
  /** Takes the line away, lets `write` print, and shows the line again with what is done by now. */
  pause(write: () => void, done: number): void;
  stop(): void;
}

const BAR_LENGTH = 40;
const CLEAR_LINE = '\r\x1b[2K';

/** Shows progress on a terminal; where `errors` is none, or it is not `wanted`, nothing is shown. */
export function startProgress(errors: Surroundings['errors'], total: number, wanted: boolean): Progress {
  if (!wanted || !errors.isTTY) return { pause: (write) => write(), stop: () => {} };
  const show = (done: number) => {
    const full = Math.floor(BAR_LENGTH * Math.min(1, done / total));
    const bar = '█'.repeat(full).padEnd(BAR_LENGTH, '░');
    errors.write(`${bar} ${done} of ${total}`);
  };
  show(0);
  return {
    pause(write, done) {
      errors.write(CLEAR_LINE);
      write();
      show(done);
    },
    stop: () => void errors.write(CLEAR_LINE),
  };
}

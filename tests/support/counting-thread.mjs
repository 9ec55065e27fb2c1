// The thread that reads files, as it is built, counting how often each piece of code without a branch is run. That is the
// same however busy the machine is, unlike any time. Optimised code does not count: whoever starts it turns that off.
// What Node does by itself, a search or a regular expression, counts as one.

import { Session } from 'node:inspector';
import { BroadcastChannel } from 'node:worker_threads';

const session = new Session();
session.connect();
// In the thread that they ask about, these answer at once.
session.post('Profiler.enable');
session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });

const channel = new BroadcastChannel('counted work');
channel.onmessage = ({ data }) => {
  if (data !== 'count') return;
  session.post('Profiler.takePreciseCoverage', (error, { result }) => {
    if (error) throw error;
    channel.postMessage(countIn(result));
  });
};
channel.unref();

function countIn(scripts) {
  const counts = scripts
    .filter(({ url }) => url.startsWith('file:'))
    .flatMap(({ functions }) => functions.flatMap(({ ranges }) => ranges.map(({ count }) => count)));
  return counts.reduce((sum, count) => sum + count, 0);
}

await import('../../dist/src/reading-thread.js');

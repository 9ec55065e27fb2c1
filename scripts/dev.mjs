// npm run dev: builds and serves, and again whenever a source changes. What cannot be built leaves the last
// server running.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { watch } from 'node:fs';
import { join } from 'node:path';
import { build, root } from './build.mjs';

const SETTLE_MS = 100;

let server;
let timer;
let turn = Promise.resolve();

for (const folder of ['src', 'views', 'prisma', 'public/css', 'public/img']) {
  watch(join(root, folder), { recursive: true }, () => {
    clearTimeout(timer);
    timer = setTimeout(restart, SETTLE_MS);
  });
}
restart();

// Ctrl-C reaches the server from the terminal as well; this one leaves when the server has stopped.
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, async () => {
    await stop();
    process.exit();
  });
}

function restart() {
  turn = turn.then(async () => {
    try {
      await build();
    } catch (error) {
      console.error(error.message);
      return;
    }
    await stop();
    server = spawn(process.execPath, ['dist/src/cli.js', 'serve'], { cwd: root, stdio: 'inherit' });
  });
}

async function stop() {
  if (server === undefined || server.exitCode !== null) return;
  const ended = once(server, 'exit');
  server.kill('SIGTERM');
  await ended;
}

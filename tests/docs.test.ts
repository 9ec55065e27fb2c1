import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readConfig, settingNames } from '../src/config.ts';
import { packageRoot } from '../src/store/package-root.ts';
import { routes } from '../src/web/routes.ts';

test('every setting is documented, and no other', async () => {
  expect(
    settingRows(await settingsPage())
      .map(([name]) => name)
      .sort(),
  ).toEqual([...settingNames].sort());
});

test('the documented defaults are those of the program', async () => {
  const defaults = new Map(settingRows(await settingsPage()));
  const config = readConfig({});
  const inForce = Object.fromEntries(
    [...defaults].filter(
      ([name, value]) => value !== 'none' && !/^DATABASE.*_URL$|^PUBLIC_ADDRESS$/.test(name),
    ),
  );
  expect(readConfig(inForce)).toEqual(config);
  expect(defaults.get('DATABASE_URL')?.replace('<DATA_DIR>', config.dataDir)).toBe(config.databaseUrl);
});

test('every address is documented, and no other', async () => {
  const ours = routes.map(({ method, path }) => `${method.toUpperCase()} ${path}`);
  const page = await read('docs/addresses.md');
  const documented = [...page.matchAll(/^\| *`([^`]+)` *\|/gm)].map(([, address]) => address);
  expect(documented.sort()).toEqual([...ours, 'GET /healthz', 'GET /readyz'].sort());
});

test('every table of the database is in the picture of the data, and no other', async () => {
  const schema = await read('prisma/schema.prisma');
  const models = [...schema.matchAll(/^model (\w+)/gm)].map(([, model]) => model);
  const [, picture = ''] = (await read('ARCHITECTURE.md')).split(/## The data\n+```\n([^`]*)```/);
  // Behind a branch or a dot, or at the beginning of a line, stands a table; other words begin small or stand in
  // brackets.
  const drawn = [...picture.matchAll(/(?:^|[─·] )([A-Z]\w+)/gm)].map(([, model]) => model);
  expect(drawn.sort()).toEqual(models.sort());
});

test('tests that the page of security names are there', async () => {
  const page = (await read('docs/security.md')).replaceAll(/\s+/g, ' ');
  const files = [...new Set([...page.matchAll(/`([\w/-]+\.test\.tsx?)`/g)].map(([, file = '']) => file))];
  const texts = await Promise.all(files.map((file) => read(`tests/${file}`)));
  // What stands in quotation marks and is no test: words of the page, and names that are shortened.
  const names = [...page.matchAll(/“([a-z][^”…]{12,})”/g)].map(([, name = '']) => name);
  const said = texts.join();
  expect(names.length).toBeGreaterThan(5);
  expect(names.filter((name) => !said.includes(name) && !said.includes(name.replaceAll("'", '’')))).toEqual(
    [],
  );
});

function settingsPage(): Promise<string> {
  return read('docs/settings.md');
}

/** Name and default of each row of the table. */
function settingRows(page: string): (readonly [string, string])[] {
  return [...page.matchAll(/^\| *`([^`]+)` *\| *`([^`]+)` *\|/gm)].map(([, name = '', value = '']) => [
    name,
    value,
  ]);
}

function read(path: string): Promise<string> {
  return readFile(join(packageRoot(), path), 'utf8');
}

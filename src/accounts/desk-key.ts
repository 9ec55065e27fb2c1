// The one secret of a desk: with it is sealed what must not be read by whoever reads the database or a cookie.

import { hkdfSync, randomBytes } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

export interface DeskKeySettings {
  /** A long secret that several machines share; without it the key is a file in the desk's folder. */
  readonly deskKey: string | undefined;
  readonly dataDir: string;
}

/** Gives each purpose a key of its own, so that what is sealed for one can never pass for the other. */
export type DeskKey = (purpose: 'one-time codes' | 'flows') => Buffer;

const BYTES = 32;
const kept = new WeakMap<DeskKeySettings, Promise<DeskKey>>();

/** The key of a desk, read once; it is made where there is none. A failure is not kept: the next call tries again. */
export function deskKeyOf(settings: DeskKeySettings): Promise<DeskKey> {
  const known = kept.get(settings);
  if (known) return known;
  const reading = readDeskKey(settings);
  kept.set(settings, reading);
  reading.catch(() => kept.delete(settings));
  return reading;
}

async function readDeskKey({ deskKey, dataDir }: DeskKeySettings): Promise<DeskKey> {
  const secret = deskKey === undefined ? await keyIn(dataDir) : Buffer.from(deskKey);
  return (purpose) => Buffer.from(hkdfSync('sha256', secret, '', `on-record ${purpose}`, BYTES));
}

async function keyIn(folder: string): Promise<Buffer> {
  const path = join(folder, 'desk.key');
  return (await keyAt(path)) ?? (await makeKey(folder, path));
}

async function keyAt(path: string): Promise<Buffer | undefined> {
  try {
    const key = Buffer.from((await readFile(path, 'utf8')).trim(), 'base64url');
    if (key.length === BYTES) return key;
    throw new Error(`${path} is not the key of a desk; put the right file back, or remove it for a new one`);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Of several processes that begin at once, the first one's key holds for all: a link is made once, and whole. */
async function makeKey(folder: string, path: string): Promise<Buffer> {
  await mkdir(folder, { recursive: true });
  const draft = `${path}.${randomBytes(6).toString('hex')}`;
  await writeFile(draft, `${randomBytes(BYTES).toString('base64url')}\n`, { mode: 0o600, flag: 'wx' });
  try {
    await link(draft, path);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  } finally {
    await rm(draft, { force: true });
  }
  const made = await keyAt(path);
  if (!made) throw new Error(`${path} is gone again`);
  return made;
}

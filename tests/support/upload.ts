import type { RequestOptions } from './web.ts';

/** A form with an upload in its field `file`, as a browser sends it. */
export async function uploadForm(
  fields: Readonly<Record<string, string>>,
  file?: string | Uint8Array,
): Promise<RequestOptions> {
  return filesForm(fields, file === undefined ? [] : [['article.txt', file]]);
}

/** The same with files of any names, one or many. */
export async function filesForm(
  fields: Readonly<Record<string, string>>,
  files: readonly (readonly [name: string, content: string | Uint8Array])[],
): Promise<RequestOptions> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  for (const [name, content] of files) form.append('file', new Blob([Buffer.from(content)]), name);
  const request = new Request('http://127.0.0.1/', { method: 'POST', body: form });
  return {
    body: new Uint8Array(await request.arrayBuffer()),
    headers: { 'Content-Type': request.headers.get('Content-Type') ?? '' },
  };
}

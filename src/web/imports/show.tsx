import type { Request, RequestHandler } from 'express';
import { Mapping } from '../../../views/imports/_mapping.tsx';
import { ArticleReport, FileReport, LineReport } from '../../../views/imports/_report.tsx';
import { headingOf, ImportPage, Result, Working } from '../../../views/imports/show.tsx';
import { inProject } from '../../../views/layouts/place.ts';
import { previewOf } from '../../import/receive.ts';
import { type ImportReport, progressOf, reportOf } from '../../import/report.ts';
import { articleTitles } from '../../store/articles.ts';
import type { StoredImport } from '../../store/imports.ts';
import type { Dependencies } from '../dependencies.ts';
import { queryOf } from '../fields.ts';
import { sendFragments, sendPage, wantsFragments } from '../render.tsx';
import { importFrom } from './load.ts';

const MAX_PAGES = 100_000;

/** One import: its labels to be looked at, how far it is, or what came of it. */
export const showImport: RequestHandler = async (request, response) => {
  const { found, viewer } = await importFrom(request, response);
  const content = await contentOf(request, response.locals, found, inProject(viewer, '/imports'));
  if (wantsFragments(request)) return sendFragments(response, [content]);
  sendPage(response, viewer, {
    title: headingOf(found),
    current: 'articles',
    children: <ImportPage shown={found}>{content}</ImportPage>,
  });
};

async function contentOf(request: Request, { database }: Dependencies, found: StoredImport, imports: string) {
  if (found.state === 'waiting') {
    return <Working shown={{ ...found, ...(await progressOf(database.db, found)) }} />;
  }
  if (found.state === 'preview') {
    const preview = await previewOf(database.db, found);
    const articles = preview.withoutText === 1 ? await articleTitles(database.db, found.projectId) : [];
    return <Mapping importId={found.id} preview={preview} articles={articles} />;
  }
  const page = Math.min(MAX_PAGES, Math.max(1, Math.trunc(Number(queryOf(request, 'page'))) || 1));
  const report = await reportOf(database.db, found, page);
  return (
    <Result shown={found} sums={report.sums} first={firstArticle(report)} imports={imports}>
      <Report report={report} page={page} found={found} />
    </Result>
  );
}

interface ReportProps {
  readonly report: ImportReport;
  readonly page: number;
  readonly found: StoredImport;
}

function Report({ report, page, found: { id, kind } }: ReportProps) {
  const paging = { page, pages: report.pages, address: (at: number) => `/imports/${id}?page=${at}` };
  if ('files' in report) return <FileReport files={report.files} {...paging} />;
  return (
    <>
      {(kind === 'annotations' || report.lines.length > 0) && <LineReport lines={report.lines} {...paging} />}
      <ArticleReport articles={report.articles} />
    </>
  );
}

/** Where to begin: the first article that came in. */
function firstArticle(report: ImportReport): string | null {
  const articles = 'files' in report ? report.files.flatMap(({ article }) => article ?? []) : report.articles;
  return articles[0]?.id ?? null;
}

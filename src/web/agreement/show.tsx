import type { RequestHandler } from 'express';
import { AgreementPage, NoStudy, Underway } from '../../../views/agreement/show.tsx';
import { isReport, reportOf } from '../../actions/agreement/kept-studies.ts';
import { t } from '../../messages/language.ts';
import { packageVersion } from '../../store/package-root.ts';
import { sendFragments, sendPage, wantsFragments } from '../render.tsx';
import { studyQuery, studyScope } from './study.ts';

/** How far the coders of a project agree; says how far it is while that is being worked out. */
export const showAgreement: RequestHandler = async (request, response) => {
  const scope = await studyScope(request, response);
  const { viewer, study, address, names, choice, tag } = scope;
  const title = t('agreement.heading');
  const asked = { address, choice, tag, names, candidates: study.candidates };
  const send = (children: Parameters<typeof sendPage>[2]['children']) =>
    sendPage(response, viewer, { title, current: 'work', children });
  if (study.articles.length === 0) {
    return send(
      <NoStudy {...asked} sighted={study.sighted} isTogether={viewer.project.way === 'together'} />,
    );
  }
  const found = await reportOf(response.locals.database, viewer.sight, study);
  const linkTo = (page: string, more: Readonly<Record<string, string>> = {}) =>
    `${address}${page}?${studyQuery(scope, more)}`;
  if (isReport(found)) {
    const version = await packageVersion();
    const page = <AgreementPage {...asked} study={study} report={found} linkTo={linkTo} version={version} />;
    // Whoever waits for the figures by script gets the page anew.
    if (wantsFragments(request)) response.set('HX-Refresh', 'true');
    return send(page);
  }
  if (wantsFragments(request)) {
    return sendFragments(response, [<Underway {...found} address={linkTo('')} />]);
  }
  send(
    <main id="main" tabIndex={-1}>
      <h1>{title}</h1>
      <Underway {...found} address={linkTo('')} />
    </main>,
  );
};

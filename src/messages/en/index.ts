export { account } from './account.ts';
export { accounts } from './accounts.ts';
export { adjudication } from './adjudication.ts';
export { agreement, methods, noFigure, noInterval } from './agreement.ts';
export { annotation } from './annotation.ts';
export { annotationHistory } from './annotation-history.ts';
export { annotations } from './annotations.ts';
export { article } from './article.ts';
export { articleDetails } from './article-details.ts';
export { articles } from './articles.ts';
export { assignments } from './assignments.ts';
export { attribute, attributeName, choice } from './attributes.ts';
export { audit, auditFact, auditPage, auditWord } from './audit.ts';
export { change } from './change.ts';
export { charts } from './charts.ts';
export { codebook, codebookText, fieldKind, fieldText, hue } from './codebook.ts';
export { codings } from './codings.ts';
export { comments } from './comments.ts';
export { comparison, difference } from './comparison.ts';
export { desk } from './desk.ts';
export { detail, detailHint, detailName } from './details.ts';
export { encoding, encodingName } from './encoding.ts';
export { error, notFound, outage } from './error.ts';
export { exporting } from './export.ts';
export { fetch } from './fetch.ts';
export { field, ownFieldName } from './field.ts';
export { file } from './file.ts';
export { fileKind, instead } from './file-kind.ts';
export { formatName, formatUse, readerName } from './format.ts';
export { help } from './help.ts';
export { importing } from './import.ts';
export { keyless, keys } from './keys.ts';
export { layout } from './layout.ts';
export { leaving } from './leaving.ts';
export { mail } from './mail.ts';
export { occurrences } from './occurrences.ts';
export { outcome } from './outcome.ts';
export { paging } from './paging.ts';
export { people } from './people.ts';
export { place } from './place.ts';
export { progress } from './progress.ts';
export { projects, role, roleInWords } from './projects.ts';
export { reading } from './reading.ts';
export { reason } from './reasons.ts';
export { record } from './record.ts';
export { refusal } from './refusal.ts';
export { resultCell, results } from './results.ts';
export { said } from './said.ts';
export { seems } from './seems.ts';
export { selector } from './selector.ts';
export { settings } from './settings.ts';
export { sheet } from './sheet.ts';
export { signIn } from './sign-in.ts';
export { speakers } from './speakers.ts';
export { offer, suggestions } from './suggestions.ts';
export { sum } from './sum.ts';
export { table } from './table.ts';
export {
  aTag,
  tagCount,
  tagDefinition,
  tagGuidance,
  tagName,
  tagNames,
  tagUse,
  tagWord,
  tagWords,
} from './tags.ts';
export { upload } from './upload.ts';
export { ways } from './ways.ts';
export { words } from './words.ts';
export { work } from './work.ts';

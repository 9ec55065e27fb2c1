import type { RequestHandler } from 'express';
import {
  createCodes,
  createRecoveryCodes,
  destroyCodes,
  showCodePicture,
  showCodes,
} from './account/codes.tsx';
import { exportOwnData } from './account/data.ts';
import {
  destroyOthersAccount,
  destroyOwnAccount,
  showOthersDeletion,
  showOwnDeletion,
} from './account/deletion.tsx';
import {
  createPasskey,
  createPasskeyChallenge,
  destroyPasskey,
  indexPasskeys,
  updatePasskey,
} from './account/passkeys.tsx';
import { updatePassword } from './account/password.ts';
import { beginLink, destroyLink, showProvider } from './account/provider.tsx';
import { showAccount } from './account/show.tsx';
import { updateSignInName } from './account/sign-in-name.ts';
import { destroyOneSignIn, destroySignIns } from './account/sign-ins.ts';
import { createAccount } from './accounts/create.ts';
import { destroyAccount } from './accounts/destroy.ts';
import { indexAccounts } from './accounts/index.tsx';
import { createReset } from './accounts/resets.ts';
import { createFinalCompletion, createUnlocking, destroyFinalCompletion } from './adjudication/completion.ts';
import { indexAdjudication } from './adjudication/index.tsx';
import { showAdjudication } from './adjudication/show.ts';
import { exportStudyFigures, exportStudyRatings } from './agreement/export.ts';
import { showSentences } from './agreement/sentences.tsx';
import { showAgreement } from './agreement/show.tsx';
import { changeAnnotations } from './annotations/changes.tsx';
import { createAnnotation } from './annotations/create.tsx';
import { destroyAnnotation } from './annotations/destroy.tsx';
import { exportAnnotations, exportArticle } from './annotations/export.ts';
import { findInText } from './annotations/find.tsx';
import {
  createAnnotationRestoration,
  indexDeletions,
  showAnnotationHistory,
} from './annotations/history.tsx';
import { indexAnnotations } from './annotations/index.tsx';
import { newAnnotation } from './annotations/new.tsx';
import { showRow } from './annotations/row.tsx';
import { showAnnotation, showEntry } from './annotations/show.tsx';
import { updateAnnotation } from './annotations/update.tsx';
import { createArticle } from './articles/create.tsx';
import { destroyArticle } from './articles/destroy.ts';
import { editArticleDetails } from './articles/edit.tsx';
import { redoStep, undoStep } from './articles/history.tsx';
import { indexArticles } from './articles/index.tsx';
import { newArticle } from './articles/new.tsx';
import { findSection, showSection } from './articles/sections.tsx';
import { toggleSentenceMarks } from './articles/sentence-marks.tsx';
import { showSheet, updateSheet } from './articles/sheet.tsx';
import { showArticle } from './articles/show.tsx';
import { downloadSource } from './articles/source.ts';
import { chooseArticleSuggestions } from './articles/suggestion-choice.tsx';
import { acceptSuggestions, dismissSuggestions, showSuggestions } from './articles/suggestions.tsx';
import { showArticleText } from './articles/text.ts';
import { destroyArticles, undoArticles, updateArticles } from './articles/ticked.ts';
import { updateArticle } from './articles/update.tsx';
import { createAssignments } from './assignments/create.tsx';
import { destroyAssignments, updateAssignments } from './assignments/given.tsx';
import { indexAssignments } from './assignments/index.tsx';
import { redoAssignments, undoAssignments } from './assignments/turn.ts';
import { exportAudit } from './audit/export.ts';
import { indexAudit } from './audit/index.tsx';
import { createCodebook } from './codebook/create.tsx';
import { editCodebook } from './codebook/edit.tsx';
import { exportCodebook } from './codebook/export.ts';
import { indexCodebooks } from './codebook/index.tsx';
import { showCodebook } from './codebook/show.tsx';
import { showCoding } from './codings/show.tsx';
import {
  createResolution,
  createRestoration,
  destroyComment,
  destroyResolution,
  updateComment,
} from './comments/change.ts';
import { createComment } from './comments/create.ts';
import { indexComments } from './comments/index.tsx';
import { exportProjectComments, indexProjectComments } from './comments/project.tsx';
import { createConfirmation } from './confirmations/create.ts';
import { newConfirmation } from './confirmations/new.tsx';
import {
  beginProviderConfirmation,
  createConfirmationChallenge,
  createPasskeyConfirmation,
} from './confirmations/otherwise.ts';
import { createDecision } from './decisions/create.tsx';
import { newDecision } from './decisions/new.tsx';
import { destroyDecision, redoDecision, undoDecision } from './decisions/turn.ts';
import { newExport } from './exports/new.tsx';
import { showExport } from './exports/show.ts';
import { createFetch } from './fetches/create.tsx';
import { showHeldForm } from './held-forms/show.ts';
import { showHelp } from './help/show.tsx';
import { createImport } from './imports/create.tsx';
import { destroyImport } from './imports/destroy.ts';
import { redoWholeImport, undoWholeImport } from './imports/history.ts';
import { indexImports } from './imports/index.tsx';
import { newImport } from './imports/new.tsx';
import { showImport } from './imports/show.tsx';
import { updateImport } from './imports/update.ts';
import { createInvitation, destroyInvitation } from './invitations/create.ts';
import { acceptOne, showInvitation } from './invitations/show.tsx';
import { createOccurrences } from './occurrences/create.tsx';
import { indexOccurrences } from './occurrences/index.tsx';
import { updateAnnotator } from './people/annotators.ts';
import { indexPeople } from './people/index.tsx';
import { destroyPerson, updateOwnership, updatePerson } from './people/update.ts';
import { showProgress } from './progress/show.tsx';
import { createArchive, destroyArchive } from './projects/archive.ts';
import { createCopy } from './projects/copy.ts';
import { createNewProject } from './projects/create.ts';
import { indexProjects } from './projects/index.tsx';
import { showProject } from './projects/show.tsx';
import { updateSight } from './projects/sight.ts';
import { createSplit, showSplit } from './projects/split.tsx';
import { updateProject } from './projects/update.tsx';
import { updateWay } from './projects/way.ts';
import { createReading } from './readings/create.tsx';
import { editSettings } from './settings/edit.tsx';
import { updateKeys } from './settings/keys.tsx';
import { updateProjectSettings } from './settings/project.ts';
import { updateSuggestionSettings } from './settings/suggestions.ts';
import { updateSettings } from './settings/update.tsx';
import { createCode, newCode } from './sign-in/code.tsx';
import { createSignIn } from './sign-in/create.tsx';
import { destroySignIn } from './sign-in/destroy.ts';
import { createForgotten, newForgotten } from './sign-in/forgotten.tsx';
import { newSignIn } from './sign-in/new.tsx';
import { createPasskeySignIn, createSignInChallenge } from './sign-in/passkey.tsx';
import { beginProviderSignIn } from './sign-in/provider.tsx';
import { returnFromProvider } from './sign-in/return.ts';
import { indexArticleSpeakers, indexSpeakers } from './speakers/index.tsx';
import { createRename } from './speakers/rename.ts';
import { redoWideStep, undoWideStep } from './steps/undo.ts';
import { showTicket } from './tickets/show.tsx';
import { updateTicket } from './tickets/update.tsx';
import { createView } from './views/create.ts';
import { destroyView } from './views/destroy.ts';
import { updateView } from './views/update.ts';
import { showComparison } from './work/comparison.tsx';
import { createCompletion, destroyCompletion } from './work/completion.tsx';
import { showResultSentences } from './work/result-sentences.tsx';
import { showResults } from './work/results.tsx';
import { showWork } from './work/show.tsx';
import { takeForOneself } from './work/take.ts';

export interface Route {
  readonly method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  readonly path: string;
  readonly handler: RequestHandler;
  /** Whether nobody need be signed in for it. */
  readonly isOpen?: true;
  /** Whether somebody must have proven lately that it is them: where sign-ins, people or everything at once are concerned. */
  readonly isConfirmed?: true;
}

/** Every address of the desk. What goes on with a form that was held comes before the addresses of such forms. */
export const routes: readonly Route[] = [
  { method: 'get', path: '/sign-in', handler: newSignIn, isOpen: true },
  { method: 'post', path: '/sign-in', handler: createSignIn, isOpen: true },
  { method: 'get', path: '/sign-in/code', handler: newCode, isOpen: true },
  { method: 'post', path: '/sign-in/code', handler: createCode, isOpen: true },
  { method: 'post', path: '/sign-in/passkey', handler: createPasskeySignIn, isOpen: true },
  { method: 'post', path: '/sign-in/passkey/challenge', handler: createSignInChallenge, isOpen: true },
  { method: 'get', path: '/sign-in/provider', handler: beginProviderSignIn, isOpen: true },
  { method: 'get', path: '/sign-in/provider/return', handler: returnFromProvider, isOpen: true },
  { method: 'get', path: '/sign-in/forgotten', handler: newForgotten, isOpen: true },
  { method: 'post', path: '/sign-in/forgotten', handler: createForgotten, isOpen: true },
  { method: 'post', path: '/sign-out', handler: destroySignIn, isOpen: true },
  { method: 'get', path: '/tickets/:token', handler: showTicket, isOpen: true },
  { method: 'post', path: '/tickets/:token', handler: updateTicket, isOpen: true },
  { method: 'get', path: '/held-forms/:token', handler: showHeldForm },
  { method: 'get', path: '/confirmation', handler: newConfirmation },
  { method: 'post', path: '/confirmation', handler: createConfirmation },
  { method: 'post', path: '/confirmation/passkey', handler: createPasskeyConfirmation },
  { method: 'post', path: '/confirmation/passkey/challenge', handler: createConfirmationChallenge },
  { method: 'get', path: '/confirmation/provider', handler: beginProviderConfirmation },
  { method: 'get', path: '/account', handler: showAccount },
  { method: 'post', path: '/account/password', handler: updatePassword },
  { method: 'post', path: '/account/sign-in-name', handler: updateSignInName, isConfirmed: true },
  { method: 'delete', path: '/account/sign-ins', handler: destroySignIns },
  { method: 'delete', path: '/account/sign-ins/:id', handler: destroyOneSignIn },
  { method: 'get', path: '/account/data.zip', handler: exportOwnData, isConfirmed: true },
  { method: 'get', path: '/account/deletion', handler: showOwnDeletion, isConfirmed: true },
  { method: 'delete', path: '/account', handler: destroyOwnAccount, isConfirmed: true },
  { method: 'get', path: '/audit', handler: indexAudit },
  { method: 'get', path: '/audit.csv', handler: exportAudit },
  { method: 'get', path: '/accounts', handler: indexAccounts },
  { method: 'post', path: '/accounts', handler: createAccount, isConfirmed: true },
  { method: 'post', path: '/accounts/:id/resets', handler: createReset, isConfirmed: true },
  { method: 'delete', path: '/accounts/:id', handler: destroyAccount, isConfirmed: true },
  { method: 'get', path: '/accounts/:id/deletion', handler: showOthersDeletion, isConfirmed: true },
  { method: 'post', path: '/accounts/:id/deletion', handler: destroyOthersAccount, isConfirmed: true },
  { method: 'get', path: '/account/codes', handler: showCodes, isConfirmed: true },
  { method: 'post', path: '/account/codes', handler: createCodes, isConfirmed: true },
  { method: 'delete', path: '/account/codes', handler: destroyCodes, isConfirmed: true },
  { method: 'get', path: '/account/codes/picture', handler: showCodePicture, isConfirmed: true },
  { method: 'post', path: '/account/recovery-codes', handler: createRecoveryCodes, isConfirmed: true },
  { method: 'get', path: '/account/passkeys', handler: indexPasskeys, isConfirmed: true },
  { method: 'post', path: '/account/passkeys', handler: createPasskey, isConfirmed: true },
  { method: 'post', path: '/account/passkeys/challenge', handler: createPasskeyChallenge, isConfirmed: true },
  { method: 'patch', path: '/account/passkeys/:id', handler: updatePasskey, isConfirmed: true },
  { method: 'delete', path: '/account/passkeys/:id', handler: destroyPasskey, isConfirmed: true },
  { method: 'get', path: '/account/provider', handler: showProvider, isConfirmed: true },
  { method: 'get', path: '/account/provider/new', handler: beginLink, isConfirmed: true },
  { method: 'delete', path: '/account/provider', handler: destroyLink, isConfirmed: true },
  { method: 'get', path: '/', handler: indexArticles },
  { method: 'get', path: '/articles/new', handler: newArticle },
  { method: 'post', path: '/articles', handler: createArticle },
  { method: 'patch', path: '/articles', handler: updateArticles },
  { method: 'delete', path: '/articles', handler: destroyArticles },
  { method: 'post', path: '/articles/undo', handler: undoArticles },
  { method: 'post', path: '/readings', handler: createReading },
  { method: 'post', path: '/fetches', handler: createFetch },
  { method: 'get', path: '/articles/:id', handler: showArticle },
  { method: 'patch', path: '/articles/:id', handler: updateArticle },
  { method: 'delete', path: '/articles/:id', handler: destroyArticle },
  { method: 'get', path: '/articles/:id/edit', handler: editArticleDetails },
  { method: 'get', path: '/articles/:id/text', handler: showArticleText },
  { method: 'get', path: '/articles/:id/source', handler: downloadSource },
  { method: 'get', path: '/articles/:id/sections', handler: findSection },
  { method: 'get', path: '/articles/:id/sections/:number', handler: showSection },
  { method: 'get', path: '/articles/:id/sheet', handler: showSheet },
  { method: 'post', path: '/articles/:id/sheet', handler: updateSheet },
  { method: 'post', path: '/articles/:id/sentence-marks', handler: toggleSentenceMarks },
  { method: 'post', path: '/articles/:id/undo', handler: undoStep },
  { method: 'post', path: '/articles/:id/redo', handler: redoStep },
  { method: 'get', path: '/articles/:id/suggestions', handler: showSuggestions },
  { method: 'post', path: '/articles/:id/suggestion-choice', handler: chooseArticleSuggestions },
  { method: 'post', path: '/articles/:id/acceptances', handler: acceptSuggestions },
  { method: 'post', path: '/articles/:id/dismissals', handler: dismissSuggestions },
  { method: 'get', path: '/articles/:id/annotations', handler: findInText },
  { method: 'post', path: '/articles/:id/annotations', handler: createAnnotation },
  { method: 'get', path: '/articles/:id/annotations/new', handler: newAnnotation },
  { method: 'get', path: '/articles/:id/annotations.:format', handler: exportArticle },
  { method: 'get', path: '/articles/:id/deletions', handler: indexDeletions },
  { method: 'post', path: '/articles/:id/completion', handler: createCompletion },
  { method: 'delete', path: '/articles/:id/completion', handler: destroyCompletion },
  { method: 'get', path: '/articles/:id/codings/:lane', handler: showCoding },
  { method: 'post', path: '/articles/:id/codings/:lane/unlocking', handler: createUnlocking },
  { method: 'get', path: '/articles/:id/adjudicate', handler: showAdjudication },
  { method: 'post', path: '/articles/:id/adjudicate/completion', handler: createFinalCompletion },
  { method: 'delete', path: '/articles/:id/adjudicate/completion', handler: destroyFinalCompletion },
  { method: 'get', path: '/articles/:id/decisions/new', handler: newDecision },
  { method: 'post', path: '/articles/:id/decisions', handler: createDecision },
  { method: 'post', path: '/articles/:id/decisions/undo', handler: undoDecision },
  { method: 'post', path: '/articles/:id/decisions/redo', handler: redoDecision },
  { method: 'delete', path: '/articles/:id/decisions/:decision', handler: destroyDecision },
  { method: 'get', path: '/articles/:id/comparison', handler: showComparison },
  { method: 'get', path: '/articles/:id/comments', handler: indexComments },
  { method: 'post', path: '/articles/:id/comments', handler: createComment },
  { method: 'patch', path: '/comments/:id', handler: updateComment },
  { method: 'delete', path: '/comments/:id', handler: destroyComment },
  { method: 'post', path: '/comments/:id/restoration', handler: createRestoration },
  { method: 'post', path: '/comments/:id/resolution', handler: createResolution },
  { method: 'delete', path: '/comments/:id/resolution', handler: destroyResolution },
  { method: 'get', path: '/articles/:id/speakers', handler: indexArticleSpeakers },
  { method: 'get', path: '/articles/:id/occurrences', handler: indexOccurrences },
  { method: 'post', path: '/articles/:id/occurrences', handler: createOccurrences },
  { method: 'get', path: '/annotations', handler: indexAnnotations },
  { method: 'post', path: '/annotations/changes', handler: changeAnnotations },
  { method: 'get', path: '/annotations.:format', handler: exportAnnotations },
  { method: 'get', path: '/annotations/:id', handler: showAnnotation },
  { method: 'patch', path: '/annotations/:id', handler: updateAnnotation },
  { method: 'delete', path: '/annotations/:id', handler: destroyAnnotation },
  { method: 'get', path: '/annotations/:id/history', handler: showAnnotationHistory },
  { method: 'post', path: '/annotations/:id/restoration', handler: createAnnotationRestoration },
  { method: 'get', path: '/annotations/:id/entry', handler: showEntry },
  { method: 'get', path: '/annotations/:id/row', handler: showRow },
  { method: 'post', path: '/steps/:id/undo', handler: undoWideStep },
  { method: 'post', path: '/steps/:id/redo', handler: redoWideStep },
  { method: 'post', path: '/views', handler: createView },
  { method: 'patch', path: '/views/:id', handler: updateView },
  { method: 'delete', path: '/views/:id', handler: destroyView },
  { method: 'get', path: '/work', handler: showWork },
  { method: 'get', path: '/work/results', handler: showResults },
  { method: 'get', path: '/work/results/sentences', handler: showResultSentences },
  { method: 'post', path: '/work/articles', handler: takeForOneself },
  { method: 'get', path: '/projects/:slug/progress', handler: showProgress },
  { method: 'get', path: '/projects/:slug/agreement', handler: showAgreement },
  { method: 'get', path: '/projects/:slug/agreement/sentences', handler: showSentences },
  { method: 'get', path: '/projects/:slug/agreement/ratings.csv', handler: exportStudyRatings },
  { method: 'get', path: '/projects/:slug/agreement/figures.json', handler: exportStudyFigures },
  { method: 'get', path: '/projects/:slug/comments', handler: indexProjectComments },
  { method: 'get', path: '/projects/:slug/comments.jsonl', handler: exportProjectComments },
  { method: 'get', path: '/projects/:slug/adjudication', handler: indexAdjudication },
  { method: 'get', path: '/projects/:slug/assignments', handler: indexAssignments },
  { method: 'post', path: '/projects/:slug/assignments', handler: createAssignments },
  { method: 'patch', path: '/projects/:slug/assignments', handler: updateAssignments },
  { method: 'delete', path: '/projects/:slug/assignments', handler: destroyAssignments },
  { method: 'post', path: '/projects/:slug/assignments/:id/undo', handler: undoAssignments },
  { method: 'post', path: '/projects/:slug/assignments/:id/redo', handler: redoAssignments },
  { method: 'get', path: '/speakers', handler: indexSpeakers },
  { method: 'post', path: '/speakers/renames', handler: createRename },
  { method: 'get', path: '/exports', handler: showExport },
  { method: 'get', path: '/exports/new', handler: newExport },
  { method: 'get', path: '/imports', handler: indexImports },
  { method: 'post', path: '/imports', handler: createImport },
  { method: 'get', path: '/imports/new', handler: newImport },
  { method: 'get', path: '/imports/:id', handler: showImport },
  { method: 'patch', path: '/imports/:id', handler: updateImport },
  { method: 'delete', path: '/imports/:id', handler: destroyImport },
  { method: 'post', path: '/imports/:id/undo', handler: undoWholeImport },
  { method: 'post', path: '/imports/:id/redo', handler: redoWholeImport },
  { method: 'get', path: '/projects', handler: indexProjects },
  { method: 'post', path: '/projects', handler: createNewProject },
  { method: 'get', path: '/projects/:slug', handler: showProject },
  { method: 'patch', path: '/projects/:slug', handler: updateProject },
  { method: 'patch', path: '/projects/:slug/way', handler: updateWay },
  { method: 'patch', path: '/projects/:slug/sight', handler: updateSight },
  { method: 'get', path: '/projects/:slug/split', handler: showSplit },
  { method: 'post', path: '/projects/:slug/split', handler: createSplit, isConfirmed: true },
  { method: 'post', path: '/projects/:slug/copies', handler: createCopy },
  { method: 'post', path: '/projects/:slug/archive', handler: createArchive },
  { method: 'delete', path: '/projects/:slug/archive', handler: destroyArchive },
  { method: 'get', path: '/projects/:slug/codebook', handler: showCodebook },
  { method: 'get', path: '/projects/:slug/codebook.json', handler: exportCodebook },
  { method: 'post', path: '/projects/:slug/codebook', handler: createCodebook },
  { method: 'get', path: '/projects/:slug/codebook/edit', handler: editCodebook },
  { method: 'get', path: '/projects/:slug/codebook/versions', handler: indexCodebooks },
  { method: 'get', path: '/projects/:slug/people', handler: indexPeople },
  { method: 'patch', path: '/projects/:slug/people/:id', handler: updatePerson, isConfirmed: true },
  { method: 'delete', path: '/projects/:slug/people/:id', handler: destroyPerson, isConfirmed: true },
  { method: 'patch', path: '/projects/:slug/annotators/:id', handler: updateAnnotator },
  { method: 'post', path: '/projects/:slug/ownership', handler: updateOwnership, isConfirmed: true },
  { method: 'post', path: '/projects/:slug/invitations', handler: createInvitation, isConfirmed: true },
  { method: 'delete', path: '/projects/:slug/invitations/:id', handler: destroyInvitation },
  { method: 'get', path: '/invitations/:token', handler: showInvitation, isOpen: true },
  { method: 'post', path: '/invitations/:token', handler: acceptOne, isOpen: true },
  { method: 'get', path: '/settings', handler: editSettings },
  { method: 'post', path: '/settings', handler: updateSettings },
  { method: 'post', path: '/settings/keys', handler: updateKeys },
  { method: 'post', path: '/settings/project', handler: updateProjectSettings },
  { method: 'post', path: '/settings/suggestions', handler: updateSuggestionSettings },
  { method: 'get', path: '/help', handler: showHelp },
];

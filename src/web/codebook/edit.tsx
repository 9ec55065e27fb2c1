import type { RequestHandler, Response } from 'express';
import { CodebookForm, type SaidProblem } from '../../../views/codebook/edit.tsx';
import { require } from '../../domain/permission.ts';
import { t } from '../../messages/language.ts';
import { viewerOfProject } from '../projects/load.ts';
import { sendPage } from '../render.tsx';
import type { Viewer } from '../viewer.ts';
import { codebookAddress } from './address.ts';
import { type TypedTag, typedFrom } from './typed.ts';
import { type TypedField, typedFieldsFrom } from './typed-fields.ts';

/** The form in which the codebook is changed. */
export const editCodebook: RequestHandler = (request, response) => {
  const viewer = viewerOfProject(request, response);
  require(viewer.member, 'changeCodebook');
  sendForm(response, viewer, {});
};

export interface TypedCodebook {
  readonly tags: readonly TypedTag[];
  readonly fields: readonly TypedField[];
}

export interface SentForm {
  /** As it was typed; as the codebook stands where nothing was. */
  readonly typed?: TypedCodebook;
  readonly remark?: string;
  /** The version that it was made from. */
  readonly seen?: number;
  /** By the name of the field. */
  readonly problems?: Readonly<Record<string, string>>;
  /** What is wrong with a file that was sent. */
  readonly fileProblems?: readonly SaidProblem[];
}

/** Answers with the form, new or as it was refused. */
export function sendForm(response: Response, viewer: Viewer, sent: SentForm, status = 200): void {
  const { project } = viewer;
  const { typed, remark = '', seen = project.codebook.number, problems = {}, fileProblems = [] } = sent;
  const page = {
    title: t('codebook.changeHeading'),
    current: 'projects',
    kind: 'form',
    children: (
      <CodebookForm
        address={codebookAddress(project)}
        tags={typed?.tags ?? typedFrom(project.codebook)}
        fields={typed?.fields ?? typedFieldsFrom(project.codebook)}
        {...{ remark, seen, problems, fileProblems }}
      />
    ),
  } as const;
  sendPage(response, viewer, page, status);
}

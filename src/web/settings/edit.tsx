import type { Request, RequestHandler, Response } from 'express';
import { GroupState } from '../../../views/settings/_group.tsx';
import { SettingsPage } from '../../../views/settings/edit.tsx';
import { FieldError } from '../../../views/shared/_field.tsx';
import { Partial as Fragment } from '../../../views/shared/_partial.tsx';
import { type TypedKeys, writtenKeys } from '../../domain/chosen-keys.ts';
import { keymapOf } from '../../domain/keys.ts';
import { may } from '../../domain/permission.ts';
import type { PersonSettings } from '../../domain/person-settings.ts';
import type { ProjectSettings } from '../../domain/project.ts';
import { t } from '../../messages/language.ts';
import { fieldsOf, queryOf } from '../fields.ts';
import { redirect, sendFragments, sendPage, wantsFragments } from '../render.tsx';
import { viewerOf } from '../viewer.ts';

/** The person's settings, and those of the project where they may change them. */
export const editSettings: RequestHandler = async (request, response) => {
  sendSettings(request, response, {});
};

export interface RefusedSettings {
  /** The settings as they were sent. */
  readonly typed?: Partial<PersonSettings>;
  readonly typedProject?: Partial<ProjectSettings>;
  readonly typedKeys?: TypedKeys;
  readonly problems?: Readonly<Record<string, string>>;
}

/** Answers with the settings, new or again. */
export function sendSettings(
  request: Request,
  response: Response,
  { typed, typedProject, typedKeys, problems = {} }: RefusedSettings,
  status = 200,
): void {
  const viewer = viewerOf(request, response);
  const { person, project } = viewer;
  const page = {
    title: t('settings.heading'),
    current: 'settings',
    kind: 'form',
    notice: queryOf(request, 'saved') && <p>{t('settings.saved')}</p>,
    children: (
      <SettingsPage
        values={{ ...person, ...typed }}
        suggestionChoice={viewer.suggestionChoice}
        inProject={viewer.project}
        keys={typedKeys ?? writtenKeys(keymapOf(person.chosenKeys))}
        problems={problems}
        project={may(viewer.member, 'changeProject') ? { ...project, ...typedProject } : undefined}
      />
    ),
  } as const;
  sendPage(response, viewer, page, status);
}

/** Answers a form of settings that was saved. */
export function sendSaved(request: Request, response: Response, fields: readonly string[]): void {
  if (!wantsFragments(request)) return redirect(response, '/settings?saved=1');
  sendFragments(response, stateFragments(request, fields, {}));
}

/** Answers a form of settings that was refused, each message beside its field. */
export function sendRefused(request: Request, response: Response, refused: RefusedSettings): void {
  const { problems = {} } = refused;
  if (!wantsFragments(request)) return sendSettings(request, response, refused, 422);
  sendFragments(response, stateFragments(request, Object.keys(problems), problems), 422);
}

function stateFragments(
  request: Request,
  fields: readonly string[],
  problems: Readonly<Record<string, string>>,
) {
  const group = fieldsOf(request).group ?? '';
  return [
    ...fields.map((name) => (
      <Fragment target={`#f-${name}-error`} swap="outerHTML">
        <FieldError name={name} problem={problems[name]} />
      </Fragment>
    )),
    <GroupState id={group} isSaved={Object.keys(problems).length === 0} />,
  ];
}

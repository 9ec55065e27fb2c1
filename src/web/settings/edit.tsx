import type { Request, RequestHandler, Response } from 'express';
import { inProject } from '../../../views/layouts/place.ts';
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
import { redirect, sendFragments, sendPage, usualKeysFor, wantsFragments } from '../render.tsx';
import { visitorOf } from '../viewer.ts';

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
  const visitor = visitorOf(request, response);
  const { person } = visitor;
  const usual = usualKeysFor(visitor);
  const own = response.locals.atDesk.projects.find(({ id }) => id === visitor.project?.id);
  const page = {
    title: t('settings.heading'),
    current: 'settings',
    kind: 'form',
    notice: queryOf(request, 'saved') && <p>{t('settings.saved')}</p>,
    children: (
      <SettingsPage
        values={{ ...person, ...typed }}
        own={own && { project: own, suggestionChoice: own.suggestionChoice }}
        keys={typedKeys ?? writtenKeys(keymapOf(person.chosenKeys, usual))}
        usualKeys={usual}
        problems={problems}
        project={own && may(own.member, 'changeProject') ? { ...own, ...typedProject } : undefined}
      />
    ),
  } as const;
  sendPage(response, visitor, page, status);
}

/** Answers a form of settings that was saved. */
export function sendSaved(request: Request, response: Response, fields: readonly string[]): void {
  if (!wantsFragments(request)) return redirect(response, savedAddress(request, response));
  sendFragments(response, stateFragments(request, fields, {}));
}

/** The settings again, of the same project. */
export function savedAddress(request: Request, response: Response): string {
  const { project, projects } = visitorOf(request, response);
  return project ? inProject({ project, projects }, '/settings?saved=1') : '/settings?saved=1';
}

/** Answers a form of settings that was refused, each message beside its field. */
export function sendRefused(request: Request, response: Response, refused: RefusedSettings): void {
  const { problems = {} } = refused;
  if (!wantsFragments(request)) return sendSettings(request, response, refused, 422);
  sendFragments(response, stateFragments(request, Object.keys(problems), problems), 422);
}

/** The state of a group of settings, and of its fields. */
export function stateFragments(
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

import type { Request, RequestHandler, Response } from 'express';
import { SettingsPage } from '../../../views/settings/edit.tsx';
import { may } from '../../domain/permission.ts';
import type { PersonSettings } from '../../domain/person-settings.ts';
import { queryOf } from '../fields.ts';
import { sendPage } from '../render.tsx';
import { viewerOf } from '../viewer.ts';

/** The person's settings. */
export const editSettings: RequestHandler = async (request, response) => {
  await sendSettings(request, response, {});
};

export interface RefusedSettings {
  /** The settings as they were sent. */
  readonly typed?: PersonSettings;
  readonly problems?: Readonly<Record<string, string>>;
}

/** Answers with the settings form, new or again. */
export async function sendSettings(
  request: Request,
  response: Response,
  { typed, problems = {} }: RefusedSettings,
  status = 200,
): Promise<void> {
  const viewer = viewerOf(request, response);
  const page = {
    title: 'Settings',
    current: 'settings',
    kind: 'form',
    notice: queryOf(request, 'saved') && <p>Saved.</p>,
    children: (
      <SettingsPage
        values={typed ?? viewer.person}
        problems={problems}
        project={may(viewer.member, 'changeProject') ? viewer.project : undefined}
      />
    ),
  } as const;
  sendPage(response, viewer, page, status);
}

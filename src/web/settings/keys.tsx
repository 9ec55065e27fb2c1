import type { Request, RequestHandler, Response } from 'express';
import { GroupState } from '../../../views/settings/_group.tsx';
import { KeyFields, KeyStates } from '../../../views/settings/_keys.tsx';
import { changeKeys } from '../../actions/change-keys.ts';
import { type TypedKeys, withUsualKeys, writtenKeys } from '../../domain/chosen-keys.ts';
import { InvalidInputError } from '../../domain/errors.ts';
import { type Deed, deedsIn, type Keymap, keymapOf } from '../../domain/keys.ts';
import { allFieldsOf, fieldsOf } from '../fields.ts';
import { redirect, sendFragments, usualKeysFor, wantsFragments } from '../render.tsx';
import { visitorOf } from '../viewer.ts';
import { savedAddress, sendSettings } from './edit.tsx';

/** Saves all of the person's keys, or brings the usual ones back. */
export const updateKeys: RequestHandler = async (request, response) => {
  const { database, atDesk } = response.locals;
  const usual = usualKeysFor(visitorOf(request, response));
  const reset = resetOf(request, usual);
  const sent = sentKeys(request, writtenKeys(keymapOf(atDesk.person.chosenKeys, usual)));
  const typed = reset === undefined ? sent : withUsualKeys(sent, reset, usual);
  const problems = await problemsOf(changeKeys(database.db, atDesk.person, typed, usual));
  answer(request, response, { typed, problems, usual, reset });
};

/** The deed whose usual keys are wanted again. */
function resetOf(request: Request, usual: Keymap): Deed | 'all' | undefined {
  const { reset } = fieldsOf(request);
  return deedsIn(usual).find((known) => known === reset) ?? (reset === 'all' ? 'all' : undefined);
}

/** The keys that the form holds; deeds that it does not have keep theirs. */
function sentKeys(request: Request, before: TypedKeys): TypedKeys {
  // Those whose tag has a letter now are in `before`.
  const deeds = Object.keys(before);
  const sent = deeds.map((deed) => [deed, allFieldsOf(request, deed)] as const);
  return { ...before, ...Object.fromEntries(sent.filter(([, keys]) => keys.length > 0)) };
}

async function problemsOf(change: Promise<void>): Promise<Readonly<Record<string, string>>> {
  try {
    await change;
    return {};
  } catch (error) {
    if (error instanceof InvalidInputError) return error.fields;
    throw error;
  }
}

interface Outcome {
  readonly typed: TypedKeys;
  readonly problems: Readonly<Record<string, string>>;
  readonly usual: Keymap;
  readonly reset: Deed | 'all' | undefined;
}

function answer(request: Request, response: Response, { typed, problems, usual, reset }: Outcome): void {
  const isSaved = Object.keys(problems).length === 0;
  if (!wantsFragments(request)) {
    if (isSaved) return redirect(response, savedAddress(request, response));
    return sendSettings(request, response, { typedKeys: typed, problems }, 422);
  }
  const deeds = reset === 'all' ? deedsIn(usual) : reset === undefined ? [] : [reset];
  const fragments = [
    <KeyStates typed={typed} problems={problems} usual={usual} />,
    <KeyFields typed={typed} problems={problems} usual={usual} deeds={deeds} />,
    <GroupState id="keys" isSaved={isSaved} />,
  ];
  sendFragments(response, fragments, isSaved ? 200 : 422);
}

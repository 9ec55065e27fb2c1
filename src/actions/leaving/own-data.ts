import { describeOwner } from '../../accounts/passwords.ts';
import { NO_FILTER } from '../../domain/annotation-filter.ts';
import { sightOfOwn } from '../../domain/sight.ts';
import { csv, type Format, formatNamed } from '../../formats/index.ts';
import { writeZip, type ZipEntry } from '../../formats/writing/write-zip.ts';
import { openedAt } from '../../store/accounts.ts';
import { annotatorNames } from '../../store/annotators.ts';
import type { Database, Db } from '../../store/client.ts';
import { listIdentities } from '../../store/identities.ts';
import type { AtDesk, OwnProject } from '../../store/members.ts';
import { listPasskeys } from '../../store/passkeys.ts';
import { listSignIns } from '../../store/sign-ins.ts';
import { exportOwnComments } from '../comments/export-comments.ts';
import { exportOwnAudit } from '../describe-audit.ts';
import { exportFile } from '../export-annotations.ts';

/**
 * What the desk holds of a person, as a zip that is made while it is read: `account.json`, `log.csv`, and for each project
 * that they are in a folder of its slug with their own annotations and codings as CSV, and their comments. Nothing of others is in it.
 */
export function exportOwnData(database: Database, atDesk: AtDesk): AsyncGenerator<Uint8Array> {
  return writeZip(entriesOf(database, atDesk));
}

async function* entriesOf(database: Database, atDesk: AtDesk): AsyncGenerator<ZipEntry> {
  const { db } = database;
  yield { name: 'account.json', chunks: `${JSON.stringify(await describeAccount(db, atDesk), null, 2)}\n` };
  yield { name: 'log.csv', chunks: exportOwnAudit(db, atDesk.person.id) };
  for (const project of atDesk.projects) yield* projectEntries(database, project);
}

function* projectEntries(database: Database, project: OwnProject): Generator<ZipEntry> {
  const { slug, member } = project;
  const formats = [csv, formatNamed('codings')].filter((format): format is Format => format !== undefined);
  for (const annotatorId of member.annotatorIds) {
    // Names that came with files and were linked with the account stand in folders of their own.
    const folder = annotatorId === member.annotatorId ? slug : `${slug}/${annotatorId}`;
    for (const format of formats) {
      const filter = { ...NO_FILTER, annotatorId };
      // Of shared codings their states would be told, which say something of others.
      const sight = sightOfOwn(member, format === csv);
      const chunks = exportFile(database, { sight, project, filter, format });
      yield { name: `${folder}/${format === csv ? 'annotations' : 'codings'}.csv`, chunks };
    }
  }
  yield { name: `${slug}/comments.jsonl`, chunks: exportOwnComments(database.db, member) };
}

async function describeAccount(db: Db, { person, projects }: AtDesk) {
  const { id, name, ...settings } = person;
  const { signIn } = await describeOwner(db, id);
  const sessions = await listSignIns(db, id);
  return {
    id,
    name,
    signIn,
    created: await openedAt(db, id),
    settings,
    projects: await Promise.all(projects.map((project) => describeMembership(db, project))),
    sessions: sessions.map(({ tokenHash: _, accountId: __, ...session }) => session),
    passkeys: (await listPasskeys(db, id)).map(({ id: _, ...passkey }) => passkey),
    providers: await listIdentities(db, id),
  };
}

async function describeMembership(db: Db, { slug, name, member, suggestionChoice }: OwnProject) {
  const names = await annotatorNames(db, sightOfOwn(member));
  const annotators = member.annotatorIds.map((id) => ({ id, name: names.get(id) ?? '' }));
  return { slug, name, role: member.role, annotators, suggestionChoice };
}

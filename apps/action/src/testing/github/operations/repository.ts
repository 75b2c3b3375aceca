import type { Role } from '../state/github-state.ts';
import { idOf, userOf } from '../state/people.ts';
import { type Handler, Refusal } from './answer.ts';
import { cursorPageOf } from './page.ts';
import { showCommit, showRepository } from './representations.ts';

export const repositoryHandlers: Readonly<Record<string, Handler>> = {
  'repos/get': ({ state }) => ({
    status: 200,
    body: showRepository(state, state.repository.fullName),
  }),

  'repos/get-branch': ({ state, path }) => {
    const name = path['branch'] ?? '';
    const commit = state.commits.get(state.refs.get(`heads/${name}`) ?? '');
    if (commit === undefined) throw new Refusal(404, 'Branch not found');
    const isProtected = state.protectedBranches.has(name);
    return {
      status: 200,
      body: { name, commit: showCommit(state, commit), protected: isProtected },
    };
  },

  // From memory: someone who is no collaborator reads what is public; who does not exist, and every
  // bot, is "not a user".
  'repos/get-collaborator-permission-level': ({ state, path }) => {
    const login = path['username'] ?? '';
    const role = state.roles.get(login) ?? (state.repository.private ? 'none' : 'read');
    if (role === 'no-user' || login.endsWith('[bot]')) {
      throw new Refusal(404, `${login} is not a user`);
    }
    const user = { ...userOf(login), id: idOf(login), role_name: role };
    return { status: 200, body: { permission: permissionOf(role), role_name: role, user } };
  },

  'repos/list-activities': (ask) => {
    const { state, query } = ask;
    const wanted = { ref: query('ref'), actor: query('actor'), type: query('activity_type') };
    const matching = state.activity.filter(
      ({ ref, actor, type }) =>
        (wanted.ref === undefined || [ref, ref.replace('refs/heads/', '')].includes(wanted.ref)) &&
        (wanted.actor === undefined || actor === wanted.actor) &&
        (wanted.type === undefined || type === wanted.type),
    );
    const ordered = query('direction') === 'asc' ? matching : matching.toReversed();
    const { items, headers } = cursorPageOf(ask, ordered);
    const body = items.map(({ id, before, after, ref, actor, type, timestamp }) => ({
      ...{ id, before, after, ref, timestamp, activity_type: type },
      actor: actor === null ? null : userOf(actor),
    }));
    return { status: 200, body, headers };
  },
};

/** The older field knows four values only. */
function permissionOf(role: Exclude<Role, 'no-user'>): string {
  if (role === 'maintain') return 'write';
  return role === 'triage' ? 'read' : role;
}

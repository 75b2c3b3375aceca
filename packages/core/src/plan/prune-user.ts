import type { LiveUser } from '../model/resource.ts';
import { deleteUser, stripUser } from './diff-user.ts';
import { endCredentials } from './end-credentials.ts';
import type { Pruned, PruneFacts } from './prune.ts';

/**
 * A user goes with the credentials that Rolecall made. With others it stays, and loses all that
 * allows it anything: what a person made, a person takes away.
 */
export function pruneUser(
  live: LiveUser,
  { context, userCredentials = {}, userSignIns = {} }: PruneFacts,
): Pruned {
  const { drafts, foreign } = endCredentials(live, {
    labels: ofUser(userCredentials, live.name),
    signIn: ofUser(userSignIns, live.name),
  });
  if (foreign?.length === 0) {
    return { kind: 'delete', live, drafts: deleteUser(live, drafts, context) };
  }
  return {
    kind: 'strip',
    live,
    drafts: stripUser(live, drafts, context),
    message:
      foreign === undefined
        ? `${live.arn} may have credentials: they could not be read.`
        : `${live.arn} still has ${foreign.join(', ')}, which Rolecall did not make.`,
    hint: 'Remove its credentials first; then it is deleted with the rest.',
  };
}

function ofUser<T>(all: { readonly [name: string]: T }, name: string): T | undefined {
  return Object.hasOwn(all, name) ? all[name] : undefined;
}

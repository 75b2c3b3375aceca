import type { Operation } from './description/operation.ts';
import type { Repository } from './state/github-state.ts';

/** Of a workflow's token, by the names that `permissions:` of a workflow has. */
export type Permissions = Readonly<
  Partial<
    Record<
      'actions' | 'checks' | 'contents' | 'issues' | 'pull-requests' | 'id-token',
      'read' | 'write'
    >
  >
>;

/** One of these suffices. From memory of the table in GitHub's documentation of app permissions. */
function neededFor({ id, path }: Operation): readonly (keyof Permissions)[] {
  if (/^(?:repos\/get|repos\/get-collaborator-permission-level)$/.test(id)) return [];
  if (id === 'repos/list-pull-requests-associated-with-commit') {
    return ['pull-requests', 'contents'];
  }
  if (id === 'issues/list-for-repo' || id === 'issues/create') return ['issues'];
  if (id.startsWith('issues/')) return ['issues', 'pull-requests'];
  if (id.startsWith('checks/')) return ['checks'];
  if (id.startsWith('actions/')) return ['actions'];
  return path.includes('/pulls') ? ['pull-requests'] : ['contents'];
}

/** What is public may be read with any token. */
export function isPermitted(
  operation: Operation,
  { permissions, repository }: { permissions: Permissions; repository: Repository },
): boolean {
  const reads = operation.method === 'GET';
  const needed = neededFor(operation);
  if (needed.length === 0 || (reads && !repository.private)) return true;
  return needed.some((name) => permissions[name] === 'write' || (reads && permissions[name]));
}

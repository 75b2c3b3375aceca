import { problem } from '../../http/problem.ts';
import type { Caller } from '../../identity/caller.ts';
import type { RequestPreview } from '../../model/records.ts';
import type { RoleRequestDeps } from './deps.ts';
import { seeRequest } from './see-request.ts';

/**
 * What a request would do, as decisions are bound to it.
 *
 * @throws Problem `state-conflict` for a draft that was never planned
 */
export async function readPreview(
  deps: RoleRequestDeps,
  caller: Caller,
  input: { readonly id: string },
): Promise<RequestPreview> {
  const { preview } = await seeRequest(deps, caller, input);
  if (preview === null) throw problem('state-conflict', { detail: 'It was never planned.' });
  return preview;
}

import { ListDelegationRequestsCommand } from '@aws-sdk/client-iam';
import type { PartValue } from '@rolecall/core';
import { ask, required } from '../ask.ts';
import { readPages } from './read-pages.ts';
import type { Reader } from './reader.ts';

const action = 'iam:ListDelegationRequests';

/** Those that were neither accepted nor rejected, and have not expired. */
const unanswered: readonly string[] = ['UNASSIGNED', 'ASSIGNED', 'PENDING_APPROVAL'];

export async function readDelegationRequests({
  clients,
  signal,
}: Reader): Promise<PartValue<'delegationRequests'>> {
  const pages = await readPages({
    action,
    fetch: async (marker) => {
      const command = new ListDelegationRequestsCommand({ ...marker });
      const page = await ask(action, () => clients.iam.send(command, { abortSignal: signal }));
      // Of all lists of IAM this one alone spells it in lower case.
      return { ...page, IsTruncated: page.isTruncated };
    },
  });
  return pages
    .flatMap((page) => required(page.DelegationRequests, action, 'DelegationRequests'))
    .filter(({ State }) => unanswered.includes(required(State, action, 'State')))
    .map((request) => ({
      id: required(request.DelegationRequestId, action, 'DelegationRequestId'),
      state: required(request.State, action, 'State'),
      requester: request.RequestorName ?? request.RequestorId,
      createdAt: request.CreateDate?.toISOString(),
    }));
}

import { defineCheck } from '../check.ts';

export const delegationRequests = defineCheck({
  id: 'delegation-requests',
  title: 'No request for delegated access waits for an answer',
  severity: 'low',
  subject: 'account',
  rationale:
    'Whoever approves such a request gives a company outside temporary permissions in the ' +
    'account; one that nobody expects may be an attempt.',
  remedy:
    'Look at each in IAM, "Temporary delegation requests" (aws iam list-delegation-requests); ' +
    'reject those that nobody asked for (aws iam reject-delegation-request).',
  documentation:
    'https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListDelegationRequests.html',
  needs: ['delegationRequests'],
  run: ({ delegationRequests: open }, { accountArn: subject }) => {
    const requests = open
      .map(({ id, state, requester, createdAt }) => ({
        id,
        state,
        requester: requester ?? null,
        createdAt: createdAt ?? null,
      }))
      .toSorted((a, b) => (a.id < b.id ? -1 : 1));
    if (requests.length === 0) {
      return [{ outcome: 'pass', subject, message: 'No delegation request is open.' }];
    }
    const list = requests.map(({ id, requester }) => `${id} of ${requester ?? 'somebody'}`);
    const message = `Open delegation requests: ${list.join(', ')}.`;
    return [{ outcome: 'warn', subject, message, evidence: { requests } }];
  },
});

import { defineCrossAccountCheck } from './cross-account-check.ts';

export const roleCrossaccountReadonly = defineCrossAccountCheck({
  id: 'role-crossaccount-readonly',
  title: 'No role of which others have the use may read everything',
  rationale:
    'ReadOnlyAccess reads the contents of buckets, tables and queues. To look after an account, ' +
    'ViewOnlyAccess or SecurityAudit is enough.',
  remedy:
    'Replace ReadOnlyAccess by ViewOnlyAccess (job-function/ViewOnlyAccess) or SecurityAudit, or ' +
    'by what is needed.',
  may: 'may read the contents of every bucket and table',
  reach: 'readsAll',
});

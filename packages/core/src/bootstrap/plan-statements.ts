import type { ReasonedStatement } from './bootstrap.ts';
import { analyzerActions, identityAction, readActions } from './read-actions.ts';

/** What both roles read. */
export function readStatements(): readonly ReasonedStatement[] {
  return [
    {
      statement: { Sid: 'ReadAccount', Effect: 'Allow', Action: readActions, Resource: '*' },
      why: 'What checks, plans and the comparison before each write read. IAM cannot limit a look at the whole account to resources.',
    },
  ];
}

/** What the plan role has beside the reads: little, and a cap on everything. */
export function planStatements(): readonly ReasonedStatement[] {
  return [
    {
      statement: {
        Sid: 'CheckDocuments',
        Effect: 'Allow',
        Action: analyzerActions,
        Resource: '*',
      },
      why: "Access Analyzer's checks of documents that are not in force. All but ValidatePolicy are paid per call; Rolecall announces them first.",
    },
    {
      statement: {
        Sid: 'NothingButReading',
        Effect: 'Deny',
        NotAction: [...readActions, ...analyzerActions, identityAction].sort(),
        Resource: '*',
      },
      why: 'Whoever can push a branch can run code with this role. So every write of every service, iam:PassRole, sts:AssumeRole and reads of data are denied, whatever else is ever attached.',
    },
  ];
}

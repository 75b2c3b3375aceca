import { GenerateCredentialReportCommand, GetCredentialReportCommand } from '@aws-sdk/client-iam';
import { type CredentialReport, RolecallError } from '@rolecall/core';
import { ask, nothingOn, required } from '../ask.ts';
import { parseCredentialRows } from './credential-rows.ts';
import type { ReadContext } from './read-context.ts';
import { wait } from './wait.ts';

const generate = 'iam:GenerateCredentialReport';
const get = 'iam:GetCredentialReport';

/** Seconds between looks; together about a minute, which IAM needs for large accounts only. */
const pauses = [1, 1, 2, 2, 4, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5];

/**
 * Has IAM write the credential report and reads it. IAM hands out one it already has for up to four
 * hours; `generatedAt` tells.
 */
export async function readCredentialReport(context: ReadContext): Promise<CredentialReport> {
  for (const pause of [...pauses, undefined]) {
    const report = (await isComplete(context)) ? await fetchReport(context) : undefined;
    if (report) return report;
    if (pause !== undefined) await wait(context, { seconds: pause, action: generate });
  }
  throw new RolecallError('AWS_ERROR', 'IAM did not finish the credential report in a minute.', {
    action: generate,
    hint: 'Run again: IAM goes on writing it meanwhile.',
  });
}

async function isComplete({ clients, signal }: ReadContext): Promise<boolean> {
  const command = new GenerateCredentialReportCommand({});
  const answer = await ask(generate, () => clients.iam.send(command, { abortSignal: signal }));
  return required(answer.State, generate, 'State') === 'COMPLETE';
}

/** `undefined` where IAM has dropped the report or is at a new one, so that it is to be asked anew. */
async function fetchReport({
  clients,
  signal,
}: ReadContext): Promise<CredentialReport | undefined> {
  const command = new GetCredentialReportCommand({});
  const answer = await ask(get, () => clients.iam.send(command, { abortSignal: signal })).catch(
    nothingOn('ReportExpired', 'ReportNotPresent', 'ReportInProgress'),
  );
  if (answer === undefined) return undefined;
  const content = required(answer.Content, get, 'Content');
  const generatedAt = required(answer.GeneratedTime, get, 'GeneratedTime');
  return {
    generatedAt: generatedAt.toISOString(),
    rows: parseCredentialRows(new TextDecoder().decode(content)),
  };
}

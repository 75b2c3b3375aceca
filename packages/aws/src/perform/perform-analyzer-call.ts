import {
  CreateAnalyzerCommand,
  CreateArchiveRuleCommand,
  DeleteAnalyzerCommand,
  DeleteArchiveRuleCommand,
  TagResourceCommand,
  UntagResourceCommand,
  UpdateArchiveRuleCommand,
} from '@aws-sdk/client-accessanalyzer';
import type { CallOf } from '@rolecall/core';
import { ask } from '../ask.ts';
import type { AwsClients } from '../clients.ts';
import { analyzerClient } from '../collect/service-clients.ts';

export async function performAnalyzerCall(
  clients: AwsClients,
  call: CallOf<'access-analyzer'>,
): Promise<void> {
  await ask(call.action, () => send(clients, call));
}

function send(clients: AwsClients, call: CallOf<'access-analyzer'>): Promise<unknown> {
  const client = analyzerClient(clients, call.region);
  switch (call.action) {
    case 'access-analyzer:CreateAnalyzer':
      return client.send(new CreateAnalyzerCommand(call.input));
    case 'access-analyzer:DeleteAnalyzer':
      return client.send(new DeleteAnalyzerCommand(call.input));
    case 'access-analyzer:CreateArchiveRule':
      return client.send(new CreateArchiveRuleCommand(call.input));
    case 'access-analyzer:UpdateArchiveRule':
      return client.send(new UpdateArchiveRuleCommand(call.input));
    case 'access-analyzer:DeleteArchiveRule':
      return client.send(new DeleteArchiveRuleCommand(call.input));
    case 'access-analyzer:TagResource':
      return client.send(new TagResourceCommand(call.input));
    case 'access-analyzer:UntagResource':
      return client.send(new UntagResourceCommand(call.input));
    default:
      return call satisfies never;
  }
}

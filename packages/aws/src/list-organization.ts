import {
  ListAccountsCommand,
  ListAccountsForParentCommand,
  ListOrganizationalUnitsForParentCommand,
} from '@aws-sdk/client-organizations';
import type { ListedAccount } from '@rolecall/core';
import { required } from './ask.ts';
import type { AwsClients } from './clients.ts';
import { readList } from './collect/read-list.ts';

interface ListOptions {
  /** Units that somebody asks about; what lies beneath them counts as in them. */
  readonly units: readonly string[];
  readonly signal?: AbortSignal | undefined;
}

const listAction = 'organizations:ListAccounts';
const insideAction = 'organizations:ListAccountsForParent';
const unitsAction = 'organizations:ListOrganizationalUnitsForParent';

/**
 * Every account of the organization, with the units that were asked about. Only the management
 * account and delegated administrators may ask.
 * @throws RolecallError: `ACCESS_DENIED`, `ENTITY_MISSING` of a unit that is not there; else as every
 * call
 */
export async function listOrganization(
  { organizations }: Pick<AwsClients, 'organizations'>,
  { units, signal }: ListOptions,
): Promise<readonly ListedAccount[]> {
  const send = { ...(signal && { abortSignal: signal }) };
  const accounts = await readList({
    action: listAction,
    send: (NextToken) => organizations.send(new ListAccountsCommand({ NextToken }), send),
    list: ({ Accounts }) => Accounts,
  });
  const within = new Map<string, Set<string>>();
  const walk = async (asked: string, unit: string): Promise<void> => {
    const inside = await readList({
      action: insideAction,
      send: (NextToken) =>
        organizations.send(new ListAccountsForParentCommand({ ParentId: unit, NextToken }), send),
      list: ({ Accounts }) => Accounts,
    });
    const found = within.get(asked) ?? new Set<string>();
    within.set(asked, found);
    for (const { Id } of inside) found.add(required(Id, insideAction, 'Id'));
    const beneath = await readList({
      action: unitsAction,
      send: (NextToken) =>
        organizations.send(
          new ListOrganizationalUnitsForParentCommand({ ParentId: unit, NextToken }),
          send,
        ),
      list: ({ OrganizationalUnits }) => OrganizationalUnits,
    });
    for (const { Id } of beneath) await walk(asked, required(Id, unitsAction, 'Id'));
  };
  // One after the other: Organizations throttles sooner than other services.
  for (const unit of new Set(units)) await walk(unit, unit);
  return accounts.map(({ Id, Name, State, Status, Arn }) => {
    const id = required(Id, listAction, 'Id');
    const management = required(
      /^arn:[\w-]+:organizations::(\d{12}):/.exec(Arn ?? '')?.[1],
      listAction,
      'Arn',
    );
    return {
      id,
      name: required(Name, listAction, 'Name'),
      // Status went in September 2026, State came the year before.
      status: required(State ?? Status, listAction, 'State'),
      isManagement: id === management,
      units: [...within].flatMap(([unit, found]) => (found.has(id) ? [unit] : [])),
    };
  });
}

import type { AlternateKind } from '../account/contacts.ts';
import type { Call } from '../authorization.ts';
import { refuse } from '../aws-error.ts';
import { createService, type Handlers } from '../service.ts';
import {
  type AccountManagementInputs,
  type AccountManagementOutputs,
  accountManagementOperations,
  accountManagementShapes,
} from '../wire/account-management-api.gen.ts';
import { authorizeService } from './authorize-service.ts';
import { text } from './iam-target.ts';
import { tokenPage } from './page.ts';

const handlers = {
  ListRegions: (call, { RegionOptStatusContains: wanted, MaxResults, NextToken }) => {
    const regions = [...call.account.regions].filter(
      ([, status]) => wanted === undefined || wanted.some((one) => one === status),
    );
    const { items, next } = tokenPage(call, { token: NextToken, size: MaxResults ?? 20 }, regions);
    return {
      Regions: items.map(([RegionName, RegionOptStatus]) => ({ RegionName, RegionOptStatus })),
      NextToken: next,
    };
  },
  GetContactInformation: ({ account }) => {
    const { primary } = account.contacts;
    return {
      ContactInformation: {
        FullName: primary.fullName,
        CompanyName: primary.companyName,
        PhoneNumber: primary.phone,
        AddressLine1: primary.address,
        City: primary.city,
        PostalCode: primary.postalCode,
        CountryCode: primary.country,
      },
    };
  },
  GetAlternateContact: ({ account }, { AlternateContactType }) => {
    const kind = kindOf(AlternateContactType);
    const contact = account.contacts.alternate.get(kind);
    if (contact === undefined) {
      const message = 'No contact of the inputted alternate contact type found.';
      return refuse('ResourceNotFoundException', message);
    }
    const { name, title, email, phone } = contact;
    return {
      AlternateContact: {
        AlternateContactType: kind,
        Name: name,
        Title: title,
        EmailAddress: email,
        PhoneNumber: phone,
      },
    };
  },
  PutAlternateContact: ({ account }, input) => {
    account.contacts.alternate.set(kindOf(input.AlternateContactType), {
      name: input.Name,
      title: input.Title,
      email: input.EmailAddress,
      phone: input.PhoneNumber,
    });
    return {};
  },
} satisfies Handlers<AccountManagementInputs, AccountManagementOutputs>;

const authorize = authorizeService({
  name: 'account',
  resources: ({ account: { partition, id } }) => [`arn:${partition}:account::${id}:account`],
  context: (input) => {
    const type = text(input, 'AlternateContactType');
    return type === undefined ? {} : { 'account:AlternateContactTypes': [type] };
  },
});

/** Account Management: Regions and contacts. */
export const accountManagementService = createService<
  AccountManagementInputs,
  AccountManagementOutputs
>({
  name: 'account',
  operations: accountManagementOperations,
  shapes: accountManagementShapes,
  handlers,
  before: (call, action, input) => {
    authorize(call, action, input);
    requireOwn(call, text(input, 'AccountId'));
  },
});

/** Only the management account may name another account. */
function requireOwn({ account, caller }: Call, accountId: string | undefined): void {
  if (accountId === undefined || accountId === account.id) return;
  refuse('AccessDenied', `User: ${caller} is not authorized to access account ${accountId}.`);
}

function kindOf(type: string): AlternateKind {
  if (type === 'BILLING' || type === 'OPERATIONS' || type === 'SECURITY') return type;
  return refuse('ValidationError', `No alternate contact is of type ${type}.`);
}

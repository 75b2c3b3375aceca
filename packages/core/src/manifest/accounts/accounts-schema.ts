import { z } from 'zod';
import { manifestSchema } from '../schema.ts';

const name = z
  .string()
  .regex(
    /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/,
    'may hold lower-case letters, digits and hyphens, 63 at most',
  );

const accountId = z
  .string({
    error: ({ input }) =>
      input === undefined ? undefined : 'must be text: put the account id in quotes',
  })
  .regex(/^\d{12}$/, 'must be the 12 digits of an account id');

const roleName = z
  .string()
  .regex(
    /^([\w+=,.@-]+\/)*[\w+=,.@-]{1,64}$/,
    'must be the name of a role, PATH/NAME: each account has its own',
  )
  .describe('The role to take on in each.');
const role = z
  .string()
  .regex(
    /^(arn:[\w-]+:iam::\d{12}:role\/)?([\w+=,.@-]+\/)*[\w+=,.@-]{1,64}$/,
    'must be the name of a role (PATH/NAME), or its ARN',
  )
  .describe('The role to take on there; left out, the credentials are used as they are.');

/** Source: AWS STS API Reference, AssumeRole. */
const externalId = z
  .string()
  .regex(/^[\w+=,.@:/-]{2,1224}$/, 'must be 2 to 1224 letters, digits and + = , . @ : / _ -')
  .describe("What the role's trust asks for. AWS holds external ids for no secret.");
const sourceIdentity = z
  .string()
  .regex(/^[\w+=,.@-]{2,64}$/, 'must be 2 to 64 letters, digits and + = , . @ _ -')
  .describe('Stands in CloudTrail; the trust has to allow sts:SetSourceIdentity.');

const tags = z
  .array(z.string().regex(/^[a-z0-9][a-z0-9-]*$/, 'may hold lower-case letters, digits, hyphens'))
  .default([])
  .describe('By which entries choose accounts: `inAccounts: [tag:live]`.');
const values = z
  .record(z.string().regex(/^[A-Za-z]\w*$/, 'may hold letters, digits and _ only'), z.json())
  .default({})
  .describe('What {{values.NAME}} stands for.');

const reach = {
  role: roleName.optional(),
  externalId: externalId.optional(),
  sourceIdentity: sourceIdentity.optional(),
  region: z
    .string()
    .regex(/^[a-z]{2,4}(-[a-z]+)+-\d$/, 'must be a region such as eu-west-1')
    .optional()
    .describe('Where STS and regional services are asked.'),
  tags,
  values,
};

const partition = manifestSchema.shape.partition.removeDefault().optional();

const account = z
  .strictObject({ id: accountId, partition, ...reach, role: role.optional() })
  .meta({ id: 'Account' });

const pattern = z.string().min(1);

const discovery = z
  .strictObject({
    units: z
      .array(z.string().regex(/^(ou|r)-[a-z0-9-]{4,}$/, 'must be the id of a unit or a root'))
      .min(1)
      .optional()
      .describe('Units with all beneath them; left out, the whole organization.'),
    include: z.array(pattern).default(['*']).describe('Names or ids, with * and ?.'),
    exclude: z.array(pattern).default([]).describe('Names or ids, with * and ?.'),
    ...reach,
  })
  .meta({ id: 'AccountDiscovery' });

/** The members of a manifest for several accounts that say which ones. */
export const accountSections = {
  accounts: z.record(name, account).default({}).describe('The accounts by a name of yours.'),
  accountDefaults: z
    .strictObject(reach)
    .prefault({})
    .describe('What holds for every account that does not say otherwise.'),
  discoverAccounts: z
    .array(discovery)
    .default([])
    .describe('Accounts of the organization; the first rule that fits one counts.'),
};

/** Read before anything else of the manifest; the rest differs by account. */
export const accountsHeadSchema = z.looseObject({
  version: manifestSchema.shape.version,
  scope: manifestSchema.shape.scope,
  partition: manifestSchema.shape.partition,
  account: z.undefined({ error: 'cannot stand beside "accounts": take one of them' }).optional(),
  ...accountSections,
});

export type AccountsHead = z.infer<typeof accountsHeadSchema>;
export type AccountReach = AccountsHead['accountDefaults'];
export type AccountDiscovery = AccountsHead['discoverAccounts'][number];

import { CreateUserCommand, TagRoleCommand, TagUserCommand } from '@aws-sdk/client-iam';
import { describeRefusals, tags } from './refusals.fixture.ts';

describeRefusals('tags', [
  [
    'same key twice',
    (iam) =>
      iam.send(
        new TagUserCommand({
          UserName: 'alice',
          Tags: [
            { Key: 'Team', Value: 'a' },
            { Key: 'team', Value: 'b' },
          ],
        }),
      ),
    '400 InvalidInput: Duplicate tag keys found. Please note that Tag keys are case insensitive.',
  ],
  [
    'reserved',
    (iam) =>
      iam.send(new TagRoleCommand({ RoleName: 'app', Tags: [{ Key: 'aws:x', Value: 'a' }] })),
    '400 InvalidInput: Tag keys that start with aws: are reserved for system tags.',
  ],
  [
    'fifty-one at once',
    (iam) => iam.send(new CreateUserCommand({ UserName: 'u', Tags: tags(51) })),
    '400 ValidationError: 1 validation error detected: Value \'[{"Key":"k0","Value":"v"}, ',
  ],
  [
    'fifty-first',
    (iam) => iam.send(new TagRoleCommand({ RoleName: 'full', Tags: [{ Key: 'more', Value: '' }] })),
    '409 LimitExceeded: The number of tags has reached the maximum limit.',
  ],
  [
    'characters',
    (iam) =>
      iam.send(new TagUserCommand({ UserName: 'alice', Tags: [{ Key: 'a', Value: '<b>' }] })),
    "400 ValidationError: 1 validation error detected: Value '<b>' at 'tags.1.member.value' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*",
  ],
]);

import type { Stack } from '../../account/workloads.ts';
import { refuse } from '../../aws-error.ts';
import { createService, type Handlers } from '../../service.ts';
import {
  type CloudformationInputs,
  type CloudformationOutputs,
  cloudformationOperations,
  cloudformationShapes,
  type Stack as ShownStack,
} from '../../wire/cloudformation-api.gen.ts';
import { authorizeRegional, regionalArn } from '../authorize-service.ts';
import { text } from '../iam-target.ts';
import { tokenPage } from '../page.ts';

const handlers = {
  DescribeStacks: (call, { StackName, NextToken }) => {
    const stacks = call.account.stacks.filter(
      ({ region, name, arn }) =>
        region === call.region &&
        (StackName === undefined || StackName === name || StackName === arn),
    );
    if (stacks.length === 0 && StackName !== undefined) {
      refuse('ValidationError', `Stack with id ${StackName} does not exist`);
    }
    const { items, next } = tokenPage(call, { token: NextToken }, stacks);
    return { Stacks: items.map(showStack), NextToken: next };
  },
} satisfies Handlers<CloudformationInputs, CloudformationOutputs>;

/** CloudFormation: its stacks. */
export const cloudformationService = createService<CloudformationInputs, CloudformationOutputs>({
  name: 'cloudformation',
  operations: cloudformationOperations,
  shapes: cloudformationShapes,
  handlers,
  before: authorizeRegional({
    name: 'cloudformation',
    resources: (call, input) => {
      const name = text(input, 'StackName') ?? '*';
      const isArn = name.startsWith('arn:');
      return [isArn ? name : regionalArn(call, 'cloudformation', `stack/${name}/*`)];
    },
  }),
});

function showStack({ arn, name, status, roleArn, tags, createdAt }: Stack): ShownStack {
  return {
    StackId: arn,
    StackName: name,
    CreationTime: createdAt,
    StackStatus: status,
    RoleARN: roleArn,
    Tags: Object.entries(tags).map(([Key, Value]) => ({ Key, Value })),
  };
}

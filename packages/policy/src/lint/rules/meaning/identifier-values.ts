import { findPartition } from '../../../partition.ts';
import type { ConditionValue, LintCondition } from '../../lint-document.ts';
import type { LintRule, RuleFinding } from '../../lint-rule.ts';
import { kmsKeyArnKeys } from './curated-keys.ts';
import { hasWildcard, ruleOfStatements } from './statement-queries.ts';

/** INVALID_VPC_FORMAT, INVALID_VPCE_FORMAT and INVALID_KMS_KEY_VALUE. */
export const identifierValueRule: LintRule = ruleOfStatements(({ conditions }) =>
  conditions.flatMap((condition) => {
    const expected = expectedOf(condition.key.toLowerCase());
    if (expected === undefined || !comparesText(condition)) return [];
    return condition.values
      .filter((value) => isFixed(value, condition) && !expected.fits(value.value))
      .map(
        ({ place }): RuleFinding => ({
          issueCode: expected.issueCode,
          details: `${condition.key} takes ${expected.form}.`,
          places: [place],
        }),
      );
  }),
);

interface Expected {
  readonly issueCode: string;
  readonly form: string;
  readonly fits: (value: string) => boolean;
}

const vpc: Expected = {
  issueCode: 'INVALID_VPC_FORMAT',
  form: '"vpc-" followed by 8 or 17 letters or digits',
  fits: (value) => /^vpc-(?:[0-9a-zA-Z]{8}|[0-9a-zA-Z]{17})$/.test(value),
};

const vpce: Expected = {
  issueCode: 'INVALID_VPCE_FORMAT',
  form: '"vpce-" followed by 8 or 17 letters or digits',
  fits: (value) => /^vpce-(?:[0-9a-zA-Z]{8}|[0-9a-zA-Z]{17})$/.test(value),
};

const kmsKey: Expected = {
  issueCode: 'INVALID_KMS_KEY_VALUE',
  form: 'the ARN of a KMS key: arn:aws:kms:region:account:key/key-id',
  fits: isKmsKeyArn,
};

function expectedOf(key: string): Expected | undefined {
  if (key === 'aws:sourcevpc') return vpc;
  if (key === 'aws:sourcevpce') return vpce;
  return kmsKeyArnKeys.has(key) ? kmsKey : undefined;
}

const texts = new Set([
  'StringEquals',
  'StringEqualsIgnoreCase',
  'StringLike',
  'ArnEquals',
  'ArnLike',
]);

function comparesText({ operator }: LintCondition): boolean {
  return operator !== undefined && texts.has(operator.comparison);
}

/** Neither a pattern nor a variable: what those stand for is not known here. */
function isFixed({ value, kind }: ConditionValue, { operator }: LintCondition): boolean {
  if (kind !== 'string' || value.includes('${')) return false;
  const matchesPatterns =
    operator?.comparison !== 'StringEquals' && operator?.comparison !== 'StringEqualsIgnoreCase';
  return !(matchesPatterns && hasWildcard(value));
}

function isKmsKeyArn(value: string): boolean {
  const [arn, partition = '', service, region, account = '', resource = '', ...rest] =
    value.length > 2048 ? [] : value.split(':');
  return (
    arn === 'arn' &&
    findPartition(partition) !== undefined &&
    service === 'kms' &&
    region !== '' &&
    /^\d{12}$/.test(account) &&
    /^key\/[^/]+$/.test(resource) &&
    rest.length === 0
  );
}

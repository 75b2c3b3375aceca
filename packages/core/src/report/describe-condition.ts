import { asList, type Json, type PolicyCondition } from '@rolecall/policy';

/** `if aws:MultiFactorAuthPresent is true and …`; empty where there is no condition. */
export function describeCondition(condition: PolicyCondition | undefined): string {
  const tests = Object.entries(condition ?? {}).flatMap(([operator, keys]) =>
    Object.entries(keys).map(([key, values]) => describeTest(operator, key, values)),
  );
  return tests.length > 0 ? `if ${tests.join(' and ')}` : '';
}

function describeTest(operator: string, key: string, values: Json): string {
  const [, quantifier = '', base = '', optional = ''] = shape.exec(operator.toLowerCase()) ?? [];
  const subject = `${quantifiers.get(quantifier) ?? ''}${key}`;
  const list = asList<Json>(values).map((value) =>
    typeof value === 'string' ? value : JSON.stringify(value),
  );
  const where = optional === '' ? '' : ' (where it is present)';
  if (base === 'null') return `${subject} is ${list.includes('true') ? 'absent' : 'present'}`;
  const verb = verbs.get(base) ?? operator;
  if (list.length === 1) return `${subject} ${verb} ${list[0]}${where}`;
  const among = verb.includes('not') ? 'any of' : 'one of';
  return `${subject} ${verb} ${among} ${list.join(', ')}${where}`;
}

const shape = /^(forallvalues:|foranyvalue:)?(.*?)(ifexists)?$/;

const quantifiers = new Map([
  ['forallvalues:', 'each of '],
  ['foranyvalue:', 'one of '],
]);

const verbs = new Map([
  ['stringequals', 'is'],
  ['stringnotequals', 'is not'],
  ['stringequalsignorecase', 'is (in any case)'],
  ['stringnotequalsignorecase', 'is not (in any case)'],
  ['stringlike', 'is like'],
  ['stringnotlike', 'is not like'],
  ['arnequals', 'is like'],
  ['arnnotequals', 'is not like'],
  ['arnlike', 'is like'],
  ['arnnotlike', 'is not like'],
  ['bool', 'is'],
  ['ipaddress', 'is in'],
  ['notipaddress', 'is not in'],
  ['numericequals', 'is'],
  ['numericnotequals', 'is not'],
  ['numericlessthan', 'is less than'],
  ['numericlessthanequals', 'is at most'],
  ['numericgreaterthan', 'is more than'],
  ['numericgreaterthanequals', 'is at least'],
  ['datelessthan', 'is before'],
  ['datelessthanequals', 'is not after'],
  ['dategreaterthan', 'is after'],
  ['dategreaterthanequals', 'is not before'],
]);

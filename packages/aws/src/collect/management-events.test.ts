import type { AdvancedFieldSelector, EventSelector } from '@aws-sdk/client-cloudtrail';
import { describe, expect, test } from 'vitest';
import { readManagementEvents } from './management-events.ts';

const action = 'cloudtrail:GetEventSelectors';
const kms = 'kms.amazonaws.com';
const rds = 'rdsdata.amazonaws.com';
const events = (read: boolean, write: boolean, ...excludedSources: string[]) => ({
  read,
  write,
  excludedSources,
});

describe('basic selectors', () => {
  const selector = (
    ReadWriteType: EventSelector['ReadWriteType'],
    ...ExcludeManagementEventSources: string[]
  ): EventSelector => ({
    ReadWriteType,
    IncludeManagementEvents: true,
    ExcludeManagementEventSources,
  });
  test.each([
    ['all', [selector('All')], events(true, true)],
    ['reads', [selector('ReadOnly')], events(true, false)],
    ['writes', [selector('WriteOnly')], events(false, true)],
    ['data only', [{ ...selector('All'), IncludeManagementEvents: false }], events(false, false)],
    ['without a source', [selector('All', kms)], events(true, true, kms)],
    [
      'a source that another takes',
      [selector('All', kms, rds), selector('All', rds)],
      events(true, true, rds),
    ],
    [
      'reads of a source that no other takes',
      [selector('ReadOnly', kms), selector('WriteOnly')],
      events(true, true, kms),
    ],
    ['none', [], events(false, false)],
  ])('%s', (_name, EventSelectors, expected) => {
    expect(readManagementEvents({ EventSelectors }, action)).toEqual(expected);
  });

  test('neither kind is no answer', () => {
    expect(() => readManagementEvents({}, action)).toThrow(
      expect.objectContaining({ code: 'BAD_RESPONSE' }),
    );
  });
});

describe('advanced selectors', () => {
  const management = { Field: 'eventCategory', Equals: ['Management'] };
  const readOnly = (operator: 'Equals' | 'NotEquals', ...values: string[]) => ({
    Field: 'readOnly',
    [operator]: values,
  });
  const source = (operators: Omit<AdvancedFieldSelector, 'Field'>) => ({
    Field: 'eventSource',
    ...operators,
  });
  const table: readonly (readonly [string, AdvancedFieldSelector[][], unknown])[] = [
    ['all', [[management]], events(true, true)],
    ['reads', [[management, readOnly('Equals', 'true')]], events(true, false)],
    ['writes', [[management, readOnly('Equals', 'false')]], events(false, true)],
    ['no reads', [[management, readOnly('NotEquals', 'true')]], events(false, true)],
    ['no writes', [[management, readOnly('NotEquals', 'false')]], events(true, false)],
    ['both, by name', [[management, readOnly('Equals', 'true', 'false')]], events(true, true)],
    [
      'both, by two selectors',
      [
        [management, readOnly('Equals', 'true')],
        [management, readOnly('Equals', 'false')],
      ],
      events(true, true),
    ],
    [
      'without sources',
      [[management, source({ NotEquals: [kms, rds] })]],
      events(true, true, kms, rds),
    ],
    [
      'without sources by their ends',
      [[management, source({ NotStartsWith: ['kms.'], NotEndsWith: ['.example'] })]],
      events(true, true, '*.example', 'kms.*'),
    ],
    ['one source only', [[management, source({ Equals: [kms] })]], events(false, false)],
    [
      'sources by their start only',
      [[management, source({ StartsWith: ['k'] })]],
      events(false, false),
    ],
    [
      'narrowed by another field',
      [[management, { Field: 'eventName', NotEquals: ['Decrypt'] }]],
      events(false, false),
    ],
    ['data', [[{ Field: 'eventCategory', Equals: ['Data'] }]], events(false, false)],
    ['all but data', [[{ Field: 'eventCategory', NotEquals: ['Data'] }]], events(true, true)],
    ['no category', [[readOnly('Equals', 'true')]], events(false, false)],
  ];
  test.each(table)('%s', (_name, selectors, expected) => {
    const AdvancedEventSelectors = selectors.map((FieldSelectors) => ({
      Name: 'Management events selector',
      FieldSelectors,
    }));
    expect(readManagementEvents({ AdvancedEventSelectors }, action)).toEqual(expected);
  });
});

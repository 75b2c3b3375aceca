import type {
  AdvancedEventSelector,
  AdvancedFieldSelector,
  EventSelector,
  GetEventSelectorsResponse,
} from '@aws-sdk/client-cloudtrail';
import { required } from '../ask.ts';

interface ManagementEvents {
  readonly read: boolean;
  readonly write: boolean;
  /** Sources of which some of these events are not recorded. */
  readonly excludedSources: readonly string[];
}

/**
 * Which management events a trail records. An event is recorded where any selector takes it, so a
 * source is excluded only where every selector for reads, or every one for writes, excludes it.
 * A selector that narrows by something else than these (one source, a name) covers neither.
 */
export function readManagementEvents(
  { AdvancedEventSelectors: advanced = [], EventSelectors: basic }: GetEventSelectorsResponse,
  action: string,
): ManagementEvents {
  const selectors =
    advanced.length > 0
      ? advanced.flatMap(readAdvanced)
      : required(basic, action, 'EventSelectors').map((selector) => readBasic(selector, action));
  const reads = selectors.filter(({ read }) => read);
  const writes = selectors.filter(({ write }) => write);
  return {
    read: reads.length > 0,
    write: writes.length > 0,
    excludedSources: [...new Set([reads, writes].flatMap(excludedByAll))].sort(),
  };
}

function excludedByAll([first, ...others]: readonly ManagementEvents[]): readonly string[] {
  const sources = first?.excludedSources ?? [];
  return sources.filter((source) =>
    others.every(({ excludedSources }) => excludedSources.includes(source)),
  );
}

function readBasic(selector: EventSelector, action: string): ManagementEvents {
  const type = required(selector.ReadWriteType, action, 'ReadWriteType');
  const includes = required(selector.IncludeManagementEvents, action, 'IncludeManagementEvents');
  return {
    read: includes && type !== 'WriteOnly',
    write: includes && type !== 'ReadOnly',
    excludedSources: selector.ExcludeManagementEventSources ?? [],
  };
}

/** Nothing where the selector is not about management events as a whole. */
function readAdvanced({ FieldSelectors: fields = [] }: AdvancedEventSelector): ManagementEvents[] {
  const category = fields.filter(({ Field }) => Field === 'eventCategory');
  const readOnly = fields.filter(({ Field }) => Field === 'readOnly');
  const source = fields.filter(({ Field }) => Field === 'eventSource');
  const isWhole = fields.length === category.length + readOnly.length + source.length;
  const isManagement = category.length > 0 && category.every((field) => takes(field, 'Management'));
  if (!isWhole || !isManagement || source.some(picks)) return [];
  return [
    {
      read: readOnly.every((field) => takes(field, 'true')),
      write: readOnly.every((field) => takes(field, 'false')),
      excludedSources: source.flatMap(excludedPatterns),
    },
  ];
}

/** Whether the operators of a field, all of which must hold, take the value. */
function takes(field: AdvancedFieldSelector, value: string): boolean {
  const { Equals, StartsWith, EndsWith, NotEquals, NotStartsWith, NotEndsWith } = field;
  return (
    (Equals?.includes(value) ?? true) &&
    (StartsWith?.some((start) => value.startsWith(start)) ?? true) &&
    (EndsWith?.some((end) => value.endsWith(end)) ?? true) &&
    !NotEquals?.includes(value) &&
    !NotStartsWith?.some((start) => value.startsWith(start)) &&
    !NotEndsWith?.some((end) => value.endsWith(end))
  );
}

function picks({ Equals, StartsWith, EndsWith }: AdvancedFieldSelector): boolean {
  return Equals !== undefined || StartsWith !== undefined || EndsWith !== undefined;
}

function excludedPatterns(field: AdvancedFieldSelector): readonly string[] {
  return [
    ...(field.NotEquals ?? []),
    ...(field.NotStartsWith ?? []).map((start) => `${start}*`),
    ...(field.NotEndsWith ?? []).map((end) => `*${end}`),
  ];
}

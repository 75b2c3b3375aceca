import type {
  Location,
  PathElement,
  Position,
  ValidatePolicyFinding,
} from '@aws-sdk/client-accessanalyzer';
import type {
  AnalyzerFinding,
  AnalyzerLocation,
  AnalyzerPathElement,
  AnalyzerPosition,
} from '@rolecall/core';
import { badResponse, required } from '../ask.ts';

const action = 'access-analyzer:ValidatePolicy';

/** Takes AWS's finding member by member; one that is not there is an error. */
export function readFinding(finding: ValidatePolicyFinding): AnalyzerFinding {
  return {
    findingType: readType(finding.findingType),
    issueCode: required(finding.issueCode, action, 'an issueCode'),
    findingDetails: required(finding.findingDetails, action, 'findingDetails'),
    learnMoreLink: required(finding.learnMoreLink, action, 'a learnMoreLink'),
    locations: required(finding.locations, action, 'locations').map(readLocation),
  };
}

function readType(type: string | undefined): AnalyzerFinding['findingType'] {
  switch (type) {
    case 'ERROR':
    case 'SECURITY_WARNING':
    case 'WARNING':
    case 'SUGGESTION':
      return type;
    default:
      throw badResponse(action, `with the findingType ${type}`);
  }
}

function readLocation({ path, span }: Location): AnalyzerLocation {
  return {
    path: required(path, action, 'the path of a location').map(readPathElement),
    span: {
      start: readPosition(span?.start),
      end: readPosition(span?.end),
    },
  };
}

function readPathElement(element: PathElement): AnalyzerPathElement {
  if (element.index !== undefined) return { index: element.index };
  if (element.key !== undefined) return { key: element.key };
  if (element.value !== undefined) return { value: element.value };
  if (element.substring !== undefined) {
    const { start, length } = element.substring;
    return {
      substring: {
        start: required(start, action, 'the start of a substring'),
        length: required(length, action, 'the length of a substring'),
      },
    };
  }
  throw badResponse(action, 'with a path element of an unknown kind');
}

function readPosition(position: Position | undefined): AnalyzerPosition {
  return {
    line: required(position?.line, action, 'the line of a location'),
    column: required(position?.column, action, 'the column of a location'),
    offset: required(position?.offset, action, 'the offset of a location'),
  };
}

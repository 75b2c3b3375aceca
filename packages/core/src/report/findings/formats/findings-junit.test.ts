import { expect, it } from 'vitest';
import { readXml, type XmlNode } from '../testing/read-xml.fixture.ts';
import { aReport, everyFinding } from '../testing/report.fixture.ts';
import { findingsJunit } from './findings-junit.ts';

const root = readXml(findingsJunit(aReport()));
const suites = root.children;
const cases = suites.flatMap(({ children }) => children).filter(({ name }) => name === 'testcase');

/** Attributes that JUnit.xsd of Windy Road Technology requires. */
const required: { readonly [name: string]: readonly string[] } = {
  testsuites: [],
  testsuite: 'package id name timestamp hostname tests failures errors time'.split(' '),
  properties: [],
  property: ['name', 'value'],
  testcase: ['name', 'classname', 'time'],
  failure: ['type'],
  error: ['type'],
  skipped: [],
  'system-out': [],
  'system-err': [],
};

function faultsOf(node: XmlNode): readonly string[] {
  const names = required[node.name];
  if (names === undefined) return [`unknown ${node.name}`];
  const missing = names.filter((name) => node.attributes[name] === undefined);
  return [...missing.map((name) => `${node.name} ${name}`), ...node.children.flatMap(faultsOf)];
}

it('has every element and attribute that the schema requires, in its order', () => {
  expect(faultsOf(root)).toEqual([]);
  for (const { attributes, children } of suites) {
    expect(attributes['timestamp']).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/);
    const order = children.map(({ name }) => name).join(' ');
    expect(order).toMatch(/^properties (testcase )*system-out system-err$/);
  }
});

it('has one case for each finding, and counts them', () => {
  expect(cases.map(({ attributes }) => attributes['classname'])).toEqual(
    everyFinding.map(({ check }) => check),
  );
  expect(cases.map(({ children }) => children[0]?.name ?? 'passed')).toEqual([
    'error',
    'failure',
    'passed',
    'passed',
    'skipped',
    'skipped',
    'skipped',
    'failure',
  ]);
  expect(
    suites.map(({ attributes: { tests, failures, errors, skipped } }) =>
      [tests, failures, errors, skipped].join(),
    ),
  ).toEqual(['1,0,1,0', '6,1,0,3', '1,1,0,0']);
});

it('keeps hostile texts as text', () => {
  const message = cases.at(-1)?.children[0]?.attributes['message'] ?? '';
  expect(message).toContain("</script>]]><b a='x'>&amp; `code`");
  expect(message).toContain('\uFFFD\uFFFD[31m');
});

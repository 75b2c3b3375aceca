import { describe, expect, it } from 'vitest';
import { aFinding, aReport, everyFinding, exception } from '../testing/report.fixture.ts';
import { csvCell, findingsCsv } from './findings-csv.ts';

describe('a cell', () => {
  it.each([
    ['plain', 'plain'],
    ['a,b', '"a,b"'],
    ['say "x"', '"say ""x"""'],
    ['two\nlines', '"two\nlines"'],
    ['=1+1', "'=1+1"],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@sum', "'@sum"],
    ['＝1', "'＝1"],
    ['\t=1', "'\t=1"],
    ['\r=1', '"\'\r=1"'],
    ['=1,"2"', '"\'=1,""2"""'],
    [' =1', '" =1"'],
    ['', ''],
  ])('%j → %j', (text, cell) => {
    expect(csvCell(text)).toBe(cell);
  });
});

it('has a row of names and one for each finding', () => {
  const text = findingsCsv(aReport({ findings: [aFinding({ exception, evidence: {} })] }));
  expect(text.split('\r\n')).toEqual([
    'account,time,area,check,title,controls,severity,outcome,subject,message,remedy,exception_reason,exception_owner,exception_expires,evidence,id',
    '111122223333,2026-11-20T11:59:00.000Z,Users & keys,key-age,Access keys are young,2.12,medium,fail,arn:aws:iam::111122223333:user/team/alice,Access key 1 of alice is 1200 days old; the limit is 90.,Replace it.,The build server moves in January.,platform@example.com,2027-01-31,{},key-age:arn:aws:iam::111122223333:user/team/alice',
    '',
  ]);
});

it('comes back as it was, but for the apostrophe before formulas', () => {
  const [head = [], ...rows] = readCsv(findingsCsv(aReport()));
  const at = head.indexOf('message');
  expect(rows.map((row) => row[at])).toEqual(
    everyFinding.map(({ message }) => (message.startsWith('=') ? `'${message}` : message)),
  );
  expect(new Set(rows.map(({ length }) => length))).toEqual(new Set([head.length]));
});

/** RFC 4180, read literally. */
function readCsv(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  for (const [, quoted, bare = '', end] of text.matchAll(
    /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g,
  )) {
    const row = rows.at(-1);
    const cell = quoted === undefined ? bare : quoted.replaceAll('""', '"');
    if (row === undefined) rows.push([cell]);
    else row.push(cell);
    if (end === '\r\n') rows.push([]);
  }
  return rows.slice(0, -1);
}

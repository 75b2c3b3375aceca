import { expect, it } from 'vitest';
import { compareRuns } from '../compare/compare-runs.ts';
import { aFinding, aReport } from '../testing/report.fixture.ts';
import { findingsMarkdown } from './findings-markdown.ts';

it('shows the score, what is open, worst first, and what is excepted', () => {
  const findings = aReport().findings.filter(({ check }) => check !== 'strange');
  expect(findingsMarkdown(aReport({ findings }))).toMatchInlineSnapshot(`
    "## Account \`111122223333\` (\`aws\`)

    7 findings: 1 failed, 1 unknown, 1 warning, 1 to look at, 1 excepted, 1 passed, 1 not applicable. Checked 2026-11-20 12:00 UTC against CIS 7.0.

    | Area | Score | Pass | Fail | Warn | Unknown | To look at | Excepted |
    |:--|:--|:--|:--|:--|:--|:--|:--|
    | Root user | – |  |  |  | 1 |  |  |
    | Users \`&\` keys | 0 % |  | 1 | 1 |  |  |  |
    | **All** | 0 % |  | 1 | 1 | 1 |  |  |

    ### Failed

    - ❌ **medium** [\`key-age\`](https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html) \`user/alice\`: Access key 1 of alice is 1200 days old; the limit is 90.\\
      → Replace it.

    ### Unknown

    - ❔ **critical** [\`root-mfa\`](https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html) \`account\`: Access key 1 of alice is 1200 days old; the limit is 90.\\
      → Replace it.

    ### Warning

    - ⚠️ **medium** [\`user-mfa\`](https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html) \`user/alice2\`: Access key 1 of alice is 1200 days old; the limit is 90.\\
      → Replace it.

    ### To look at

    - 👁️ **medium** [\`user-mfa\`](https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html) \`user/alice3\`: Access key 1 of alice is 1200 days old; the limit is 90.\\
      → Replace it.

    ### Excepted

    - ⏸️ **high** [\`user-mfa\`](https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html) \`user/alice5\`: Access key 1 of alice is 1200 days old; the limit is 90.\\
      Excepted until 2027-01-31 by \`platform@example.com\`: The build server moves in January.
    "
  `);
});

it('makes nothing of hostile texts', () => {
  const text = findingsMarkdown(aReport());
  expect(text).not.toContain('\u202e');
  const outside = text.replace(/(`+)[\s\S]*?\1/g, '');
  expect(outside).not.toMatch(/<b|<\/script|@all|javascript:|\[link\]/);
});

it('keeps to its budget, and says what it leaves out', () => {
  const findings = Array.from({ length: 500 }, (_, nth) =>
    aFinding({ id: `key-age:${nth}`, severity: nth === 499 ? 'critical' : 'low' }),
  );
  const text = findingsMarkdown(aReport({ findings }), { budget: 5000 });
  expect(Buffer.byteLength(text)).toBeLessThanOrEqual(5000);
  expect(text).toContain('**critical**');
  expect(text).toMatch(/And 4\d\d findings more/);
});

it('tells what became of an earlier run', () => {
  const run = (findings: ReturnType<typeof aFinding>[]) => ({ takenAt: new Date(0), findings });
  const comparison = compareRuns(run([aFinding()]), run([aFinding({ outcome: 'pass' })]));
  const text = findingsMarkdown(aReport({ findings: [], comparison }));
  expect(text).toContain('| 0 | 1 | 0 | 0 | 0 |');
});

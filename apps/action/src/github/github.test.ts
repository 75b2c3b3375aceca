import { expect, it, vi } from 'vitest';
import { createGitHubServer } from '../testing/github/create-github-server.ts';
import { addCommit } from '../testing/github/state/commits.ts';

it('waits for an answer for so long, and asks again', async () => {
  await using server = await createGitHubServer();
  addCommit(server.state, { branch: 'main' });
  // Octokit reads the address when it is loaded.
  vi.stubEnv('GITHUB_API_URL', server.url);
  const { openGitHub } = await import('./github.ts');
  const { signal } = new AbortController();
  const { octokit, repo } = openGitHub(
    server.token,
    { owner: 'acme', name: 'infrastructure' },
    { sleep: () => Promise.resolve(), signal, answerWithin: 100 },
  );
  const never = { kind: 'slow', milliseconds: 5_000 } as const;
  server.fail('repos/get-branch', never);
  const { data } = await octokit.rest.repos.getBranch({ ...repo, branch: 'main' });
  expect(data.name).toBe('main');
  server.fail('issues/create-comment', never);
  const comment = { ...repo, issue_number: 1, body: 'x' };
  await expect(octokit.rest.issues.createComment(comment)).rejects.toMatchObject({ status: 500 });
  expect(server.requests.map(({ operation }) => operation)).toEqual([
    'repos/get-branch',
    'repos/get-branch',
    'issues/create-comment',
  ]);
});

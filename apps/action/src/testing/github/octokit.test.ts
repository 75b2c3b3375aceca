import { getOctokit } from '@actions/github';
import { expect, it } from 'vitest';
import { createGitHubServer } from './create-github-server.ts';
import { addCommit } from './state/commits.ts';
import { addComment } from './state/issues.ts';
import { addPull } from './state/pulls.ts';
import { addArtifact, addRun } from './state/runs.ts';

it('understands what Octokit sends', async () => {
  await using server = await createGitHubServer({ repository: { private: true } });
  const { state, url, token } = server;
  const base = addCommit(state, { branch: 'main', files: { 'a b/ü.yaml': 'text' } });
  addCommit(state, { branch: 'feature/x', parents: [base], files: { b: '1' } });
  const pull = addPull(state, { head: 'feature/x' });
  for (let n = 0; n < 205; n += 1) addComment(state, { issue: 1, body: `${n}` });
  const run = addRun(state, { event: 'pull_request', headSha: pull.head.sha });
  const artifact = addArtifact(state, { run: run.id, name: 'plan', files: { 'plan.json': '{}' } });

  const { rest, paginate } = getOctokit(token, { baseUrl: url });
  const at = { owner: 'acme', repo: 'infrastructure' };
  const ref = 'feature/x';
  const onPull = { ...at, issue_number: 1 };
  expect(await paginate(rest.issues.listComments, { ...onPull, per_page: 100 })).toHaveLength(205);
  expect(await paginate(rest.repos.listActivities, { ...at, per_page: 1 })).toHaveLength(2);
  const basehead = `main...${ref}`;
  expect((await rest.repos.compareCommitsWithBasehead({ ...at, basehead })).data).toMatchObject({
    status: 'ahead',
    files: [{ filename: 'b', status: 'added' }],
  });
  expect((await rest.repos.getBranch({ ...at, branch: ref })).data.name).toBe(ref);
  expect((await rest.git.getRef({ ...at, ref: `heads/${ref}` })).data.object.sha).toBe(
    pull.head.sha,
  );
  expect((await rest.repos.getCommit({ ...at, ref })).data.files).toHaveLength(1);
  const raw = { path: 'a b/ü.yaml', mediaType: { format: 'raw' } };
  expect((await rest.repos.getContent({ ...at, ...raw })).data).toBe('text');
  const archive = { artifact_id: artifact.id, archive_format: 'zip' };
  const { data } = await rest.actions.downloadArtifact({ ...at, ...archive });
  expect(data).toHaveProperty('byteLength', artifact.zip.length);
  await expect(rest.issues.createComment({ ...onPull, body: '' })).rejects.toMatchObject({
    status: 422,
  });
  expect(server.faults).toEqual([]);
});

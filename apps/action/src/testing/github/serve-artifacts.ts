import { type Listening, listen } from './listen.ts';
import type { Fault } from './recorded-request.ts';
import type { GitHubState } from './state/github-state.ts';

/**
 * The storage that artifacts are downloaded from: another host than the API, which refuses requests
 * with a token, as Azure's does, from memory.
 */
export function serveArtifacts(
  { artifacts }: GitHubState,
  report: (fault: Fault) => void,
): Promise<Listening> {
  return listen(({ url = '', headers }, response) => {
    const artifact = artifacts.get(Number(/^\/artifacts\/(\d+)\?sig=/.exec(url)?.[1]));
    if (headers.authorization !== undefined) {
      const message = 'the token was sent to the storage of artifacts';
      report({ kind: 'credentials', request: `GET ${url}`, message });
      response.writeHead(403).end();
    } else if (artifact === undefined) response.writeHead(404).end();
    else response.writeHead(200, { 'content-type': 'application/zip' }).end(artifact.zip);
  });
}

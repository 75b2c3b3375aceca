import { findConflicts } from '../conflicts/find-conflicts.ts';
import { plant } from './plant.ts';

const page = 'docs/planted.md';

/** Which marks of an open merge pass. */
export async function findSilentConflicts(copy: string): Promise<string[]> {
  const marks = ['<', '>'].map((sign) => sign.repeat(7));
  const silent = marks.filter((mark) => {
    plant(copy, { [page]: `# Title\n\n${mark} branch\n` });
    return findConflicts(copy, [page]).join() !== `${page}:3`;
  });
  plant(copy, { [page]: 'Title\n=======\n\n> quoted\n' });
  return [
    ...silent.map((mark) => `nothing notices ${mark}`),
    ...(findConflicts(copy, [page]).length > 0 ? ['a heading counts as a mark'] : []),
  ];
}

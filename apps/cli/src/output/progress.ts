import type { Environment } from '../environment.ts';

const patienceMs = 1_000;
const frames = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'];

/**
 * Runs something that may take long. On a terminal, after a second, a line on stderr says what it is
 * at; it is gone when the work is done.
 */
export async function withProgress<T>(
  { stderr }: Pick<Environment, 'stderr'>,
  label: string,
  work: (update: (label: string) => void) => Promise<T>,
): Promise<T> {
  if (!stderr.isTTY) return work(() => {});
  let text = label;
  let frame = 0;
  let drawing: NodeJS.Timeout | undefined;
  const draw = (): void => {
    const columns = Math.max(10, (stderr.columns ?? 80) - 3);
    stderr.write(`\r\u001b[2K${frames[frame++ % frames.length]} ${text.slice(0, columns)}`);
  };
  const waiting = setTimeout(() => {
    draw();
    drawing = setInterval(draw, 100);
  }, patienceMs);
  try {
    return await work((next) => {
      text = next;
    });
  } finally {
    clearTimeout(waiting);
    if (drawing !== undefined) {
      clearInterval(drawing);
      stderr.write('\r\u001b[2K');
    }
  }
}

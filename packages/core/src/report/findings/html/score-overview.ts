import type { AreaScore } from '../area-scores.ts';
import { type Standing, standingWords } from '../standing.ts';
import { htmlText } from './html-text.ts';
import { standingMark } from './page-marks.ts';

/** The score of all, and of each area as a bar of its checks. */
export function scoreOverview(
  scores: readonly AreaScore[],
  { total, anchors }: { readonly total: AreaScore; readonly anchors: readonly string[] },
): string {
  const judged = total.checks.pass + total.checks.warn + total.checks.fail;
  return `<section class="overview" aria-label="Score by area">
<div class="card score">${ring(total.score)}<div><p><strong>${total.checks.pass} of ${judged}</strong> checks hold</p><ul class="tallies">${segments
    .filter((standing) => standing !== 'pass' && total.checks[standing] > 0)
    .map((standing) => `<li>${standingMark(standing)} ${total.checks[standing]}</li>`)
    .join('')}</ul></div></div>
<div class="card"><ul class="areas">${scores
    .map((score, index) => `<li>${areaLink(score, { index, anchor: anchors[index] ?? '' })}</li>`)
    .join('')}</ul></div>
</section>
<ul class="legend" aria-label="Colours of the bars">${segments
    .map(
      (standing) =>
        `<li><svg aria-hidden="true" viewBox="0 0 10 10"><rect class="fill-${standing}" width="10" height="10" rx="2"/></svg>${standingWords[standing]}</li>`,
    )
    .join('')}</ul>`;
}

const segments = [
  'pass',
  'warn',
  'fail',
  'unknown',
  'manual',
  'excepted',
] as const satisfies readonly Standing[];

function areaLink(
  { title, checks, score }: AreaScore,
  { index, anchor }: { readonly index: number; readonly anchor: string },
): string {
  const sum = segments.reduce((before, standing) => before + checks[standing], 0);
  let at = 0;
  const rects = segments.map((standing) => {
    const width = sum === 0 ? 0 : (100 * checks[standing]) / sum;
    const rect = `<rect class="fill-${standing}" x="${at.toFixed(2)}" y="0" width="${width.toFixed(2)}" height="8"/>`;
    at += width;
    return width === 0 ? '' : rect;
  });
  const said = segments
    .filter((standing) => checks[standing] > 0)
    .map((standing) => `${checks[standing]} ${standingWords[standing].toLowerCase()}`)
    .join(', ');
  return `<a href="#${anchor}" data-area="${index}"><span class="name">${htmlText(title)}</span><span class="percent">${score === undefined ? '<span aria-hidden="true">–</span><span class="hidden-text">not judged</span>' : `${score} %`}</span><svg class="bar" aria-hidden="true" viewBox="0 0 100 8" preserveAspectRatio="none">${rects.join('')}</svg><span class="hidden-text">Checks: ${said || 'none applies'}</span></a>`;
}

function ring(score: number | undefined): string {
  const length = 2 * Math.PI * 52;
  const value = ((score ?? 0) / 100) * length;
  const tone = score === undefined || score < 50 ? 'fail' : score < 80 ? 'warn' : 'pass';
  const label = score === undefined ? 'No check could be judged' : `Score ${score} percent`;
  return `<svg class="ring" role="img" aria-label="${label}" viewBox="0 0 120 120"><circle class="track" cx="60" cy="60" r="52"/>${
    value === 0
      ? ''
      : `<circle class="value tone-${tone}" cx="60" cy="60" r="52" stroke-dasharray="${value.toFixed(1)} ${length.toFixed(1)}" transform="rotate(-90 60 60)"/>`
  }<text x="60" y="66">${score === undefined ? '–' : score}</text><text class="unit" x="60" y="84">percent</text></svg>`;
}

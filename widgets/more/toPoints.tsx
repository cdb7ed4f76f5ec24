import { h } from 'preact';
import { fill } from '../../src/core/session/fill.ts';
import type { PromptExtras } from '../extras.ts';

/** Faces from the saddest to the happiest. Scales with fewer points leave some out. */
const FACES = 5;

/** Draws the points of a scale as labels, stars, faces or thumbs, each with a name in words. Icons of the survey's own are text. */
export const toPoints: PromptExtras['toPoints'] = ({ scale, icons, polarity }, ui) => {
  const { min, max, low, high, labels, style } = scale;
  if (style === 'number') return undefined;
  const labelOf = (score: number) => labels?.[score - min] ?? { [min]: low, [max]: high }[score];
  if (style === 'label') return (score) => ({ name: undefined, content: labelOf(score) });
  const worstFirst = (score: number) => (polarity === 'lower_is_better' ? max - score : score - min);
  return (score) => {
    const place = fill(`${ui.ratingOf}`, { value: score, max });
    const label = labelOf(score);
    const thumb = worstFirst(score) ? 'thumbsUp' : 'thumbsDown';
    const drawn = {
      star: 'shape',
      emoji: `face face${Math.round((worstFirst(score) * (FACES - 1)) / (max - min))}`,
      thumb,
    };
    const icon = icons?.[icons.length > 1 ? score - min : 0];
    return {
      name: style === 'thumb' ? label || `${ui[thumb]}` : label ? `${place} – ${label}` : place,
      content: (
        <i class={icon ? 'own' : drawn[style]} part="icon" aria-hidden="true">
          {icon}
        </i>
      ),
    };
  };
};

import { h } from 'preact';
import { fill } from '../../src/core/session/fill.ts';
import type { Extras } from '../extras.ts';

/** Five faces, from the saddest: scales of fewer points leave some out. */
const FACES = 5;

/** Draws the points of stars, faces and thumbs, each with a name in words. Own icons are text. */
export const toFaces: Extras['toFaces'] = ({ scale, icons, polarity }, ui) => {
  const { min, max, low, high, labels, style } = scale;
  if (style === 'number' || style === 'label') return undefined;
  const worstFirst = (score: number) => (polarity === 'lower_is_better' ? max - score : score - min);
  return (score) => {
    const place = fill(`${ui.ratingOf}`, { value: score, max });
    const label = labels?.[score - min] ?? { [min]: low, [max]: high }[score];
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

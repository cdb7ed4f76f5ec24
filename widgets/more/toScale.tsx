import { h } from 'preact';
import { fill } from '../../src/core/session/fill.ts';
import type { PromptExtras } from '../extras.ts';

/** The number of faces, from saddest to happiest. Scales with fewer points skip some of them. */
const FACES = 5;

/**
 * Draws the points of a scale as labels, stars, faces, thumbs or numbers with labels. Each point has an accessible name. The label of
 * the selected point replaces the end labels. Custom icons are text.
 */
export const toScale: PromptExtras['toScale'] = ({ scale, icons, polarity }, ui, selected) => {
  const { min, max, low, high, labels, style } = scale;
  if (style === 'number' && !labels) return undefined;
  const labelOf = (score: number) => labels?.[score - min] ?? { [min]: low, [max]: high }[score];
  const worstFirst = (score: number) => (polarity === 'lower_is_better' ? max - score : score - min);
  const toIcon = (score: number, name: string) => {
    const icon = icons?.[icons.length > 1 ? score - min : 0];
    return (
      <i class={icon ? 'own' : name} part="icon" aria-hidden="true">
        {icon}
      </i>
    );
  };
  const draw = (score: number) => {
    const label = labelOf(score);
    const place = fill(`${ui.ratingOf}`, { value: score, max });
    const name = label ? `${place} – ${label}` : place;
    const thumb = worstFirst(score) ? 'thumbsUp' : 'thumbsDown';
    switch (style) {
      case 'number':
        return { name: label ? `${score} – ${label}` : undefined, content: score };
      case 'label':
        return { name: undefined, content: label };
      case 'star':
        return { name, content: toIcon(score, 'shape') };
      case 'emoji':
        return {
          name,
          content: toIcon(score, `face face${Math.round((worstFirst(score) * (FACES - 1)) / (max - min))}`),
        };
      case 'thumb':
        return { name: label || `${ui[thumb]}`, content: toIcon(score, thumb) };
      default:
        return style satisfies never;
    }
  };
  return {
    toPoint: (score) => ({
      ...draw(score),
      className: selected !== undefined && score <= selected ? 'option reached' : 'option',
    }),
    chosen:
      labels && selected !== undefined ? (
        <b style={{ gridTemplateColumns: `${selected - min}fr auto ${max - selected}fr` }}>
          <span>{labelOf(selected)}</span>
        </b>
      ) : undefined,
  };
};

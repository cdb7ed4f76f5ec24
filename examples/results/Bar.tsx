import { h } from 'preact';

/** A bar of 0–1 of its cell. Decoration: the number stands beside it. */
export const Bar = ({ share }: { share: number }) => (
  <span class="bar" aria-hidden="true" style={{ width: `${100 * share}%` }} />
);

import { h } from 'preact';

/** A bar that fills a share (0–1) of its cell. It is hidden from screen readers, because the number is in the next cell. */
export const Bar = ({ share }: { share: number }) => (
  <span class="bar" aria-hidden="true" style={{ width: `${100 * share}%` }} />
);

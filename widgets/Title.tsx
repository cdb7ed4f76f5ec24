import { Fragment, h } from 'preact';

/** Draws a wording as text, the brand in it isolated from the direction of its surroundings. */
export const Title = ({ text, brand }: { text: string; brand: string | undefined }) => {
  const at = brand ? text.indexOf(brand) : -1;
  if (!brand || at < 0) return <Fragment>{text}</Fragment>;
  return (
    <Fragment>
      {text.slice(0, at)}
      <bdi>{brand}</bdi>
      {text.slice(at + brand.length)}
    </Fragment>
  );
};

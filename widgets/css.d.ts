/** CSS comes in as text: the build minifies it and, for a palette, turns its values into fallbacks of the public tokens. */
declare module '*.css' {
  const css: string;
  export default css;
}

/** CSS is imported as text. The build minifies it and turns the values of a palette into fallbacks of the public tokens. */
declare module '*.css' {
  const css: string;
  export default css;
}

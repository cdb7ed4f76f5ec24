/** CSS files are imported as text, which the build minifies. */
declare module '*.css' {
  const css: string;
  export default css;
}

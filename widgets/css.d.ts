/**
 * CSS files are imported as text. The build minifies the CSS and inserts the values of a palette as fallbacks of the public custom
 * properties.
 */
declare module '*.css' {
  const css: string;
  export default css;
}

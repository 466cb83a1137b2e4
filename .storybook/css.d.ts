/** A style sheet that is put on the page. */
declare module '*.css';

/** A style sheet as text: what Vite makes of the question. */
declare module '*.css?inline' {
  const text: string;
  export default text;
}

/** Any file as text. */
declare module '*?raw' {
  const text: string;
  export default text;
}

/** A picture goes into the bundle as text (bundle.json). */
declare module '*.png' {
  const base64: string;
  export default base64;
}

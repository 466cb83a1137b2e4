/** Which endpoint the elements of the site ask; filled in where the site is built. */
export default {
  endpoint: process.env.PEILGLAS_ENDPOINT ?? 'http://localhost:4400/api/v2',
};

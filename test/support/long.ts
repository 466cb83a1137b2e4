/** Whether tests take all the time they want (`npm run test:long`): more random cases, and each journey in each engine. */
export const long = process.env.PEILGLAS_LONG === '1';

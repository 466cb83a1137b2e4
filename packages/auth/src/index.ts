export type { Session, SignedInUser } from './session.js';

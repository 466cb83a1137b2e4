/** What `<session-status>` says. Codes of trouble are those of a `SessionError`. */
export interface SessionWords {
  readonly signedOut: string;
  readonly signIn: string;
  readonly signingIn: string;
  /** Of whom the provider says no name. */
  readonly signedIn: string;
  readonly signedInAs: (name: string) => string;
  readonly signOut: string;
  /** Signed in before, and not any more. */
  readonly over: string;
  readonly signInAgain: string;
  readonly elsewhere: string;
  readonly signInHere: string;
  /** Signed out here, while the identity provider could not be told. */
  readonly onlyHere: string;
  readonly trouble: Readonly<Record<string, string>>;
  readonly otherTrouble: string;
}

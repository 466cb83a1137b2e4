export interface SiteKey {
  readonly jwks: object;
  readonly pageToken: (rights: {
    readonly themes: readonly string[];
    readonly municipalities: readonly string[];
  }) => Promise<string>;
}

export function createSiteKey(options: { readonly site: string; readonly audience: string }): Promise<SiteKey>;

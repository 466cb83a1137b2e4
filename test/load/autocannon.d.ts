/** The part of autocannon that the tests ask with; it comes without types. */
declare module 'autocannon' {
  export interface CannonRequest {
    readonly method?: 'GET' | 'POST';
    readonly path: string;
    readonly headers?: Readonly<Record<string, string>>;
    readonly body?: string;
    readonly onResponse?: (
      status: number,
      body: string,
      context: object,
      headers: Readonly<Record<string, string>>,
    ) => void;
  }
  export interface CannonResult {
    readonly requests: { readonly total: number };
    readonly errors: number;
    readonly timeouts: number;
    readonly resets: number;
  }
  export default function autocannon(options: {
    readonly url: string;
    readonly connections: number;
    /** Of requests, over all connections. */
    readonly amount: number;
    /** Seconds before an answer is given up. */
    readonly timeout: number;
    readonly requests: readonly CannonRequest[];
  }): Promise<CannonResult>;
}

/** Whether an answer says of itself that anybody may see it. One that does not say so is not taken to be public. */
export function isFreeToAll(answer: unknown): boolean {
  return memberOf(memberOf(memberOf(answer, 'extension'), 'peilglas'), 'audience') === 'public';
}

function memberOf(input: unknown, name: string): unknown {
  return typeof input === 'object' && input !== null ? (Reflect.get(input, name) as unknown) : undefined;
}

/** The page as a screen reader gets it from the browser: roles, names and values, and nothing of how it looks. */
import type { CDPSession, Page, Protocol } from 'puppeteer-core';

export interface TreeNode {
  readonly role: string;
  readonly name: string;
  readonly description: string;
  readonly properties: ReadonlyMap<string, unknown>;
  /** Identifies the node to the browser, to put the focus there as a screen reader does. */
  readonly id: number;
}

/** Everything that is not ignored, in the order of reading. */
export async function tree(page: Page): Promise<readonly TreeNode[]> {
  const connection = await page.createCDPSession();
  try {
    await connection.send('Accessibility.enable');
    const { nodes } = await connection.send('Accessibility.getFullAXTree');
    const byId = new Map(nodes.map((node) => [node.nodeId, node]));
    const read = (id: string): readonly TreeNode[] => {
      const node = byId.get(id);
      if (!node) return [];
      const below = (node.childIds ?? []).flatMap(read);
      return node.ignored ? below : [readNode(node), ...below];
    };
    return nodes[0] ? read(nodes[0].nodeId) : [];
  } finally {
    await connection.detach();
  }
}

const word = (value: Protocol.Accessibility.AXValue | undefined): string =>
  typeof value?.value === 'string' ? value.value.replaceAll(/\s+/g, ' ').trim() : '';

function readNode(node: Protocol.Accessibility.AXNode): TreeNode {
  return {
    role: word(node.role),
    name: word(node.name),
    description: word(node.description),
    properties: new Map((node.properties ?? []).map(({ name, value }) => [name, value.value as unknown])),
    id: node.backendDOMNodeId ?? 0,
  };
}

async function ask(connection: CDPSession, { id }: TreeNode, functionDeclaration: string): Promise<string> {
  const { object } = await connection.send('DOM.resolveNode', { backendNodeId: id });
  const { result } = await connection.send('Runtime.callFunctionOn', {
    ...(object.objectId !== undefined && { objectId: object.objectId }),
    functionDeclaration,
    returnByValue: true,
  });
  return String(result.value).replaceAll(/\s+/g, ' ').trim();
}

/** What is seen of the element behind a node; its own text and that of what lies in it. */
export function visibleText(connection: CDPSession, node: TreeNode): Promise<string> {
  return ask(
    connection,
    node,
    'function () { return this instanceof HTMLSelectElement ? "" : (this.innerText ?? ""); }',
  );
}

/** The value of a slider in words; of the element, since the protocol leaves it empty. */
export async function valueText(page: Page, node: TreeNode): Promise<string> {
  const connection = await page.createCDPSession();
  try {
    return await ask(connection, node, 'function () { return this.ariaValueText ?? ""; }');
  } finally {
    await connection.detach();
  }
}

/** Puts the focus on a node, as a screen reader does for its user. */
export async function focusOn(page: Page, { id }: TreeNode): Promise<void> {
  const connection = await page.createCDPSession();
  await connection.send('DOM.focus', { backendNodeId: id });
  await connection.detach();
}

import type { Page } from 'playwright-core';

interface AxValue {
  value?: unknown;
}
interface AxNode {
  nodeId: string;
  childIds?: string[];
  ignored: boolean;
  role?: AxValue;
  name?: AxValue;
  description?: AxValue;
  value?: AxValue;
  properties?: { name: string; value: AxValue }[];
}

/** The accessibility properties that appear in the text. */
const TOLD = ['required', 'invalid', 'checked', 'expanded', 'modal', 'live', 'focused', 'disabled'];
/** Roles that are left out: containers, and text that repeats a name. */
const SILENT = ['generic', 'none', 'InlineTextBox', 'LayoutTableCell', 'MenuListPopup'];

const isTrue = (value: unknown) => value !== false && value !== 'false' && value !== undefined && value !== 'off';

/** Returns the accessibility tree of a page as text: one line for each node, with its children indented below it. */
export const readTree = async (page: Page): Promise<string> => {
  const session = await page.context().newCDPSession(page);
  const { nodes } = (await session.send('Accessibility.getFullAXTree')) as unknown as { nodes: AxNode[] };
  await session.detach();
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const walk = (node: AxNode, depth: number, parentName: string): string[] => {
    const role = `${node.role?.value ?? ''}`;
    const name = `${node.name?.value ?? ''}`;
    const silent = node.ignored || SILENT.includes(role);
    const repeats = role === 'StaticText' && (name.trim() === '' || parentName.includes(name.trim()));
    const children = (level: number, said: string) =>
      (node.childIds ?? []).flatMap((id) => {
        const child = byId.get(id);
        return child ? walk(child, level, said) : [];
      });
    if (silent || repeats) return children(depth, parentName);
    const told = (node.properties ?? [])
      .filter((each) => TOLD.includes(each.name) && isTrue(each.value.value))
      .map((each) =>
        each.value.value === true || each.value.value === 'true' ? each.name : `${each.name}=${each.value.value}`,
      );
    const parts = [
      role,
      name && JSON.stringify(name),
      node.value?.value ? `value=${JSON.stringify(node.value.value)}` : '',
      node.description?.value ? `described=${JSON.stringify(node.description.value)}` : '',
      ...told,
    ];
    return [`${'  '.repeat(depth)}${parts.filter(Boolean).join(' ')}`, ...children(depth + 1, name)];
  };
  const [root] = nodes;
  return root ? walk(root, 0, '').join('\n') : '';
};

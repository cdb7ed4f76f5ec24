import type { Seen } from '../seen.ts';

/** What the browser sets later, or what differs from display to display. */
const isPassing = (element: Element): boolean => element.getAttribute('role') === 'status';

const captureElement = (element: Element, path: string): Seen[] => {
  const own: Seen[] = [{ where: `${path} <>`, text: element.localName }];
  for (const { name, value } of element.attributes) own.push({ where: `${path} @${name}`, text: value });
  if (element instanceof HTMLTextAreaElement || element instanceof HTMLInputElement) {
    own.push({ where: `${path} value`, text: element.value });
  }
  if (isPassing(element)) return own;
  return [...own, ...captureNodes(element, path)];
};

/** A form has its fields as properties, under any name. */
const nameOf = (node: Node): string =>
  `${Object.getOwnPropertyDescriptor(Node.prototype, 'nodeName')?.get?.call(node)}`.toLowerCase();

const captureNodes = (parent: ParentNode, path: string): Seen[] =>
  [...parent.childNodes].flatMap((node, index) => {
    const at = `${path}/${nameOf(node)}[${index}]`;
    if (node instanceof Element) return captureElement(node, at);
    return node.textContent === '' ? [] : [{ where: at, text: `${node.textContent}` }];
  });

/** Lists every element, attribute, value and text of a prompt. */
export const capture = (host: Element, stage: string): Seen[] => {
  const light = [...host.attributes].map(({ name, value }) => ({ where: `${stage} host @${name}`, text: value }));
  const inside = host.childNodes.length === 0 ? [] : [{ where: `${stage} host`, text: 'has children' }];
  return [...light, ...inside, ...(host.shadowRoot ? captureNodes(host.shadowRoot, stage) : [])];
};

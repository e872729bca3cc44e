import { CLOSE, OPEN, TEXT, XmlScanner } from './xmlScanner';

/** An element of a small part, with the bytes it stands at (`end` exclusive). */
export interface XmlNode {
  /** Local name. */
  readonly name: string;
  /** Name as written, with its prefix. */
  readonly tag: string;
  /** By the names as written. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlNode[];
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** End of the opening tag. */
  readonly openEnd: number;
  /** Start of the closing tag; `end` when the element closes itself. */
  readonly closeStart: number;
}

/** Reads the element whose opening tag the scanner stands on, to its end. */
export function readNode(scanner: XmlScanner): XmlNode {
  const { start, end: openEnd, name, qualifiedName: tag, empty } = scanner;
  const attributes = scanner.allAttributes();
  const children: XmlNode[] = [];
  let text = '';
  if (!empty) {
    while (scanner.next()) {
      if (scanner.kind === TEXT) text += scanner.text();
      else if (scanner.kind === OPEN) children.push(readNode(scanner));
      else if (scanner.kind === CLOSE) break;
    }
  }
  const closeStart = empty ? openEnd : scanner.start;
  return { name, tag, attributes, children, text, start, end: scanner.end, openEnd, closeStart };
}

const NOTHING: XmlNode = {
  name: '',
  tag: '',
  attributes: new Map(),
  children: [],
  text: '',
  start: 0,
  end: 0,
  openEnd: 0,
  closeStart: 0,
};

/** @returns the root element; an empty one when there is none. */
export function readTree(xml: Uint8Array | string): XmlNode {
  const scanner = new XmlScanner(typeof xml === 'string' ? encode(xml) : xml);
  while (scanner.next()) if (scanner.kind === OPEN) return readNode(scanner);
  return NOTHING;
}

export const child = (node: XmlNode | undefined, name: string): XmlNode | undefined =>
  node?.children.find((c) => c.name === name);

/** Children of the child `list`, such as the `font`s of `fonts`. */
export const items = (node: XmlNode | undefined, list: string, name: string): XmlNode[] =>
  child(node, list)?.children.filter((c) => c.name === name) ?? [];

export const attribute = (node: XmlNode | undefined, name: string): string | undefined =>
  node?.attributes.get(name);

/** @returns the number an attribute holds, or `otherwise` when it is missing or none. */
export function numberAttribute(
  node: XmlNode | undefined,
  name: string,
  otherwise: number,
): number {
  const text = node?.attributes.get(name);
  const value = text === undefined ? NaN : Number(text);
  return Number.isFinite(value) ? value : otherwise;
}

/** An xsd:boolean attribute: 1, true, on. */
export function flag(node: XmlNode | undefined, name: string, otherwise: boolean): boolean {
  const text = node?.attributes.get(name);
  return text === undefined ? otherwise : text === '1' || text === 'true' || text === 'on';
}

/** The relationship an element names, under whatever prefix the file gives that namespace. */
export function relationshipId(node: XmlNode): string | undefined {
  for (const [name, value] of node.attributes) if (name.endsWith(':id')) return value;
  return undefined;
}

/** Every element of that name anywhere under `node`, in order. */
export function* descendants(node: XmlNode, name: string): Generator<XmlNode> {
  for (const c of node.children) {
    if (c.name === name) yield c;
    yield* descendants(c, name);
  }
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();
export const encode = (text: string): Uint8Array => encoder.encode(text);

/** The element's XML as it stands in the part. */
export const sourceOf = (bytes: Uint8Array, node: XmlNode): string =>
  decoder.decode(bytes.subarray(node.start, node.end));

/** The inside of the element as it stands in the part. */
export const contentOf = (bytes: Uint8Array, node: XmlNode): string =>
  decoder.decode(bytes.subarray(node.openEnd, node.closeStart));

const UNSAFE = /[<>&"\t\n\r\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/;

/** Escapes text for content and attributes alike; characters XML forbids are dropped. */
export function escapeXml(text: string): string {
  if (!UNSAFE.test(text)) return text;
  return text.replace(new RegExp(UNSAFE, 'g'), (c) => {
    if (c === '<') return '&lt;';
    if (c === '>') return '&gt;';
    if (c === '&') return '&amp;';
    if (c === '"') return '&quot;';
    return c === '\t' || c === '\n' || c === '\r' ? `&#${c.charCodeAt(0)};` : '';
  });
}

export type AttributeValue = string | number | boolean | null | undefined;

/** An element's XML; attributes that are null or undefined are left out, booleans are 1 and 0. */
export function element(
  tag: string,
  attributes: Readonly<Record<string, AttributeValue>>,
  content = '',
): string {
  let open = `<${tag}`;
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined) continue;
    const text = typeof value === 'boolean' ? (value ? '1' : '0') : escapeXml(String(value));
    open += ` ${name}="${text}"`;
  }
  return content === '' ? `${open}/>` : `${open}>${content}</${tag}>`;
}

/** The element written anew with some attributes changed (null takes one away). */
export function withAttributes(
  node: XmlNode,
  changes: Readonly<Record<string, AttributeValue>>,
  content: string,
): string {
  return element(node.tag, { ...Object.fromEntries(node.attributes), ...changes }, content);
}

/** The element's opening tag with some attributes changed; still closing itself if it did. */
export function openingTag(
  node: XmlNode,
  changes: Readonly<Record<string, AttributeValue>>,
): string {
  const tag = withAttributes(node, changes, '');
  return node.openEnd === node.end ? tag : `${tag.slice(0, -2)}>`;
}

/** Gives the tags of XML made here the prefix a part uses for the spreadsheet namespace. */
export const prefixed = (xml: string, prefix: string): string =>
  prefix === '' ? xml : xml.replace(/<(\/?)(?=[A-Za-z])(?![\w-]+:)/g, `<$1${prefix}`);

export const prefixOf = (node: XmlNode): string =>
  node.tag.slice(0, node.tag.length - node.name.length);

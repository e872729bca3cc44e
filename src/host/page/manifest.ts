import type { Language } from './strings';

/** A button or menu item the add-in declares. */
export interface AddinCommand {
  readonly id: string;
  readonly label: string;
  readonly tip: string;
  /** Address of a small icon, or '' */
  readonly icon: string;
  /** Name of the function to run; null shows the pane. */
  readonly action: string | null;
}

/** What the workbench takes from an add-in's manifest. */
export interface Manifest {
  readonly name: string;
  readonly paneUrl: string;
  readonly tab: { readonly id: string; readonly label: string };
  readonly groups: readonly {
    readonly label: string;
    readonly commands: readonly AddinCommand[];
  }[];
  readonly cellMenu: readonly AddinCommand[];
  /** Namespace and metadata address of the custom functions, when it has any. */
  readonly functions: { readonly namespace: string; readonly metadataUrl: string } | null;
}

/** @param xml - a manifest with version overrides @throws Error when it is no manifest */
export function parseManifest(xml: string, language: Language): Manifest {
  const root = new DOMParser().parseFromString(xml, 'application/xml').documentElement;
  if (root.localName !== 'OfficeApp') throw new Error('The manifest cannot be read.');
  const resources = readResources(root, language);
  const text = (parent: Element, name: string) =>
    resources.get(child(parent, name)?.getAttribute('resid') ?? '') ?? '';
  const command = (control: Element): AddinCommand => {
    const action = child(control, 'Action');
    const run = action?.getAttributeNS(XSI, 'type') === 'ExecuteFunction';
    const tip = child(control, 'Supertip');
    const icons = child(control, 'Icon');
    const icon = icons && children(icons, 'Image').find((i) => i.getAttribute('size') === '16');
    return {
      id: control.id || (control.getAttribute('id') ?? ''),
      label: text(control, 'Label'),
      tip: tip ? text(tip, 'Description') : '',
      icon: resources.get(icon?.getAttribute('resid') ?? '') ?? '',
      action: run ? (child(action, 'FunctionName')?.textContent ?? '') : null,
    };
  };
  const points = [...root.getElementsByTagNameNS('*', 'ExtensionPoint')];
  const point = (type: string) => points.find((p) => p.getAttributeNS(XSI, 'type') === type);
  const tab = point('PrimaryCommandSurface')?.getElementsByTagNameNS('*', 'CustomTab')[0];
  const cells = point('ContextMenu')?.getElementsByTagNameNS('*', 'OfficeMenu');
  const cellMenu = [...(cells ?? [])].find((menu) => menu.id === 'ContextMenuCell');
  const functions = point('CustomFunctions');
  const metadata = functions && child(functions, 'Metadata');
  return {
    name: localized(child(root, 'DisplayName')!, language, 'DefaultValue'),
    paneUrl:
      child(child(root, 'DefaultSettings')!, 'SourceLocation')!.getAttribute('DefaultValue') ?? '',
    tab: { id: tab?.id ?? '', label: tab ? text(tab, 'Label') : '' },
    groups: (tab ? children(tab, 'Group') : []).map((group) => ({
      label: text(group, 'Label'),
      commands: children(group, 'Control').map(command),
    })),
    cellMenu: cellMenu ? controls(cellMenu).map(command) : [],
    functions: metadata
      ? { namespace: text(functions, 'Namespace'), metadataUrl: text(metadata, 'SourceLocation') }
      : null,
  };
}

const XSI = 'http://www.w3.org/2001/XMLSchema-instance';

/** Controls of a menu; those inside a nested menu are listed flat. */
const controls = (menu: Element): Element[] =>
  [...menu.getElementsByTagNameNS('*', '*')].filter(
    (e) =>
      (e.localName === 'Control' && e.getAttributeNS(XSI, 'type') === 'Button') ||
      e.localName === 'Item',
  );

const children = (parent: Element, name: string): Element[] =>
  [...parent.children].filter((e) => e.localName === name);

const child = (parent: Element, name: string): Element | undefined =>
  [...parent.children].find((e) => e.localName === name);

function localized(e: Element, language: Language, attribute: string): string {
  const override = children(e, 'Override').find((o) => o.getAttribute('Locale') === language);
  return override?.getAttribute('Value') ?? e.getAttribute(attribute) ?? '';
}

function readResources(root: Element, language: Language): Map<string, string> {
  const resources = new Map<string, string>();
  const section = root.getElementsByTagNameNS('*', 'Resources')[0];
  for (const group of section?.children ?? []) {
    for (const e of group.children) {
      resources.set(e.getAttribute('id') ?? '', localized(e, language, 'DefaultValue'));
    }
  }
  return resources;
}

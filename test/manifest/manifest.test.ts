import { DOMParser, type Element, type Node } from '@xmldom/xmldom';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const root = path.join(__dirname, '../..');
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');
const BASE = 'https://localhost:3000';

const manifest = new DOMParser().parseFromString(read('manifest.xml'), 'text/xml').documentElement!;
const isElement = (node: Node): node is Element => node.nodeType === 1;
const children = (element: Element): Element[] => Array.from(element.childNodes).filter(isElement);
const descendants = (name: string): Element[] => Array.from(manifest.getElementsByTagName(name));
const all = (): Element[] => [manifest, ...descendants('*')];
const attribute = (element: Element, name: string): string => element.getAttribute(name) ?? '';
const texts = (name: string): string[] => descendants(name).map((e) => e.textContent ?? '');

/**
 * Children in the order the schema wants, `*` where one may repeat.
 * Source: MS-OWEMXML, and "How to find the proper order of manifest elements".
 */
const ORDER: Record<string, string> = {
  OfficeApp:
    'Id AlternateId Version ProviderName DefaultLocale DisplayName Description IconUrl HighResolutionIconUrl SupportUrl AppDomains Hosts Requirements DefaultSettings Permissions VersionOverrides',
  'OfficeApp/DisplayName': 'Override*',
  'OfficeApp/Description': 'Override*',
  'OfficeApp/AppDomains': 'AppDomain*',
  'OfficeApp/Hosts': 'Host*',
  'OfficeApp/Requirements': 'Sets Methods',
  'Requirements/Sets': 'Set*',
  'OfficeApp/DefaultSettings': 'SourceLocation',
  'OfficeApp/VersionOverrides':
    'Description Requirements Hosts Resources WebApplicationInfo EquivalentAddins',
  'VersionOverrides/Hosts': 'Host*',
  'Hosts/Host': 'Runtimes AllFormFactors DesktopFormFactor MobileFormFactor',
  'Host/Runtimes': 'Runtime*',
  'Host/AllFormFactors': 'ExtensionPoint',
  'AllFormFactors/ExtensionPoint': 'Script Page Metadata Namespace',
  'ExtensionPoint/Script': 'SourceLocation',
  'ExtensionPoint/Page': 'SourceLocation',
  'ExtensionPoint/Metadata': 'SourceLocation',
  'Host/DesktopFormFactor': 'GetStarted FunctionFile ExtensionPoint*',
  'DesktopFormFactor/GetStarted': 'Title Description LearnMoreUrl',
  'DesktopFormFactor/ExtensionPoint': 'OfficeTab* CustomTab OfficeMenu*',
  'ExtensionPoint/CustomTab': 'Group* Label InsertAfter InsertBefore',
  'ExtensionPoint/OfficeMenu': 'Control*',
  'CustomTab/Group': 'Label Icon Control*',
  'Group/Icon': 'bt:Image*',
  'Group/Control': 'Label Supertip Icon Action',
  'OfficeMenu/Control': 'Label Supertip Icon Action',
  'Control/Supertip': 'Title Description',
  'Control/Icon': 'bt:Image*',
  'Control/Action': 'TaskpaneId SourceLocation Title FunctionName',
  'VersionOverrides/Resources': 'bt:Images bt:Urls bt:ShortStrings bt:LongStrings',
  'Resources/bt:Images': 'bt:Image*',
  'Resources/bt:Urls': 'bt:Url*',
  'Resources/bt:ShortStrings': 'bt:String*',
  'Resources/bt:LongStrings': 'bt:String*',
  'bt:Urls/bt:Url': 'bt:Override*',
  'bt:ShortStrings/bt:String': 'bt:Override*',
  'bt:LongStrings/bt:String': 'bt:Override*',
};

describe('manifest.xml', () => {
  const parents = all().filter((element) => children(element).length > 0);

  it.each(parents.map((element) => [pathOf(element), element] as const))(
    'has the children of %s in schema order',
    (_, element) => {
      const parent =
        element.parentNode && isElement(element.parentNode) ? element.parentNode : null;
      const order = ORDER[parent ? `${parent.nodeName}/${element.nodeName}` : element.nodeName];
      const pattern = order
        ?.split(' ')
        .map((name) => (name.endsWith('*') ? `(?:${name.slice(0, -1)} )*` : `(?:${name} )?`));
      const names = children(element).map((child) => `${child.nodeName} `);
      expect(names.join('')).toMatch(new RegExp(`^${pattern?.join('') ?? 'not in the schema'}$`));
    },
  );

  it('has a GUID, and the version of package.json with a fourth part', () => {
    expect(texts('Id')[0]).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    const { version } = JSON.parse(read('package.json')) as { version: string };
    expect(texts('Version')).toEqual([`${version}.0`]);
  });

  it('asks for the requirement sets and the permission it needs, no more', () => {
    const sets = descendants('Set').map((e) => [attribute(e, 'Name'), attribute(e, 'MinVersion')]);
    expect(sets).toEqual([
      ['SharedRuntime', '1.1'],
      ['ExcelApi', '1.7'],
    ]);
    expect(texts('Permissions')).toEqual(['ReadWriteDocument']);
  });

  it('runs pane, functions and commands in one long-lived runtime', () => {
    const runtime = descendants('Runtime');
    expect(runtime.map((e) => [attribute(e, 'resid'), attribute(e, 'lifetime')])).toEqual([
      ['Taskpane.Url', 'long'],
    ]);
    const pages = [
      ...descendants('FunctionFile'),
      ...descendants('SourceLocation').filter((e) =>
        ['Page', 'Action'].includes(e.parentNode?.nodeName ?? ''),
      ),
    ];
    expect(pages).toHaveLength(3);
    expect(new Set(pages.map((e) => attribute(e, 'resid')))).toEqual(new Set(['Taskpane.Url']));
    expect(new Set(texts('TaskpaneId')).size).toBe(1);
  });

  describe('resources', () => {
    const resources = descendants('Resources')[0]!;
    const KINDS: Record<string, string> = {
      Namespace: 'bt:String',
      Label: 'bt:String',
      Title: 'bt:String',
      Description: 'bt:String',
      'bt:Image': 'bt:Image',
      SourceLocation: 'bt:Url',
      FunctionFile: 'bt:Url',
      Runtime: 'bt:Url',
      LearnMoreUrl: 'bt:Url',
    };
    const defined = children(resources).flatMap(children);
    const references = all().filter((element) => element.hasAttribute('resid'));

    it.each(references.map((e) => [`${pathOf(e)} ${attribute(e, 'resid')}`, e] as const))(
      '%s is defined, once, as the right kind',
      (_, element) => {
        const found = defined.filter((e) => attribute(e, 'id') === attribute(element, 'resid'));
        expect(found.map((e) => e.nodeName)).toEqual([KINDS[element.nodeName]]);
        expect(attribute(element, 'resid').length).toBeLessThanOrEqual(32);
      },
    );

    it('defines nothing that is not used', () => {
      const used = new Set(references.map((element) => attribute(element, 'resid')));
      expect(defined.map((e) => attribute(e, 'id')).filter((id) => !used.has(id))).toEqual([]);
    });

    it('takes descriptions from the long strings and the rest from the short ones', () => {
      for (const element of references.filter((e) => KINDS[e.nodeName] === 'bt:String')) {
        const source = defined.find((e) => attribute(e, 'id') === attribute(element, 'resid'));
        const list = element.nodeName === 'Description' ? 'bt:LongStrings' : 'bt:ShortStrings';
        expect([pathOf(element), source?.parentNode?.nodeName]).toEqual([pathOf(element), list]);
      }
    });
  });

  describe('texts', () => {
    it.each([
      ['bt:ShortStrings', 125],
      ['bt:LongStrings', 250],
    ])(
      '%s have a Chinese default and an English override of at most %i characters',
      (name, max) => {
        const strings = children(descendants(name)[0]!);
        expect(strings.length).toBeGreaterThan(0);
        for (const string of strings) {
          const overrides = children(string);
          expect(overrides.map((e) => attribute(e, 'Locale'))).toEqual(['en-US']);
          for (const text of [
            attribute(string, 'DefaultValue'),
            attribute(overrides[0]!, 'Value'),
          ]) {
            expect(text.length).toBeGreaterThan(0);
            expect(text.length).toBeLessThanOrEqual(max);
          }
        }
      },
    );

    it.each([
      ['DisplayName', 125],
      ['Description', 250],
    ])('%s is in both languages, unprefixed as the base schema has it', (name, max) => {
      const element = children(manifest).find((child) => child.nodeName === name)!;
      const [override] = children(element);
      expect(override?.nodeName).toBe('Override');
      expect(attribute(override!, 'Locale')).toBe('en-US');
      expect(attribute(element, 'DefaultValue').length).toBeLessThanOrEqual(max);
      expect(attribute(override!, 'Value').length).toBeLessThanOrEqual(max);
    });

    it('speaks Chinese by default', () => {
      expect(texts('DefaultLocale')).toEqual(['zh-CN']);
      const tab = descendants('bt:String').find((e) => attribute(e, 'id') === 'Tab.Label')!;
      expect(attribute(tab, 'DefaultValue')).toBe('账龄哨兵');
    });
  });

  describe('addresses', () => {
    const urls = all().flatMap((element) =>
      Array.from(element.attributes)
        .map(({ name, value }) => (name.startsWith('xmlns') ? '' : value))
        .concat(element.nodeName === 'AppDomain' ? (element.textContent ?? '') : '')
        .filter((value) => /^\w+:\/\//.test(value)),
    );

    it('are all https, on the one address that a production build replaces', () => {
      expect(urls.length).toBeGreaterThan(10);
      expect(urls.filter((url) => new URL(url).origin !== BASE)).toEqual([]);
    });

    it('lead to files that are there, or that the build makes', () => {
      const built: Record<string, string> = {
        '/taskpane.html': 'src/taskpane/taskpane.html',
        '/runtime.js': 'src/runtime.ts',
        '/functions.json': 'src/functions/functions.json',
        '/functions.en-US.json': 'src/functions/functions.en-US.json',
        '/': 'manifest.xml',
      };
      const files = urls.map((url) => built[new URL(url).pathname] ?? new URL(url).pathname);
      expect(files.filter((file) => !existsSync(path.join(root, file)))).toEqual([]);
    });
  });

  describe('icons', () => {
    it('come in every size, three of them mandatory, wherever one is shown', () => {
      for (const icon of descendants('Icon')) {
        const images = children(icon).map((e) => [attribute(e, 'size'), attribute(e, 'resid')]);
        const sizes = ['16', '20', '24', '32', '40', '48', '64', '80'];
        expect(images.map(([size]) => size)).toEqual(sizes);
        expect(images.filter(([size, resid]) => !resid!.endsWith(`.${size!}`))).toEqual([]);
      }
    });

    it('are PNG files as large as their names say', () => {
      const files = readdirSync(path.join(root, 'assets/icons'));
      expect(files).toEqual(
        expect.arrayContaining([16, 20, 24, 32, 40, 48, 64, 80, 128].map((n) => `icon-${n}.png`)),
      );
      for (const file of files) {
        const bytes = readFileSync(path.join(root, 'assets/icons', file));
        expect(bytes.subarray(1, 4).toString()).toBe('PNG');
        const size = Number(/-(\d+)\.png$/.exec(file)?.[1]);
        expect([file, bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([file, size, size]);
      }
    });

    it('show in the list of add-ins at 32 and 64 pixels', () => {
      const url = (name: string) => attribute(descendants(name)[0]!, 'DefaultValue');
      expect(url('IconUrl')).toMatch(/icon-32\.png$/);
      expect(url('HighResolutionIconUrl')).toMatch(/icon-64\.png$/);
    });
  });

  describe('commands', () => {
    it('have unique ids', () => {
      const ids = ['CustomTab', 'Group', 'Control']
        .flatMap(descendants)
        .map((e) => attribute(e, 'id'));
      expect(new Set(ids).size).toBe(ids.length);
    });

    it('call functions that src/commands associates, all of them', () => {
      const source = readdirSync(path.join(root, 'src/commands'))
        .map((file) => read(`src/commands/${file}`))
        .join('\n');
      const associated = [...source.matchAll(/Office\.actions\.associate\(\s*'(\w+)'/g)];
      expect(texts('FunctionName').toSorted()).toEqual(
        associated.map(([, name]) => name).toSorted(),
      );
    });

    it('stand on the ribbon in the order people use them, and in the cell menu', () => {
      expect(descendants('Control').map((e) => attribute(e, 'id'))).toEqual([
        'ARSentinel.Open',
        'ARSentinel.Run',
        'ARSentinel.Refresh',
        'ARSentinel.Undo',
        'ARSentinel.Clear',
        'ARSentinel.Customer',
      ]);
      expect(descendants('OfficeMenu').map((e) => attribute(e, 'id'))).toEqual(['ContextMenuCell']);
    });
  });

  it('names the functions AR', () => {
    const namespace = descendants('bt:String').find(
      (e) => attribute(e, 'id') === 'Functions.Namespace',
    );
    expect(attribute(namespace!, 'DefaultValue')).toBe('AR');
    expect(attribute(children(namespace!)[0]!, 'Value')).toBe('AR');
  });
});

function pathOf(element: Element): string {
  const parent = element.parentNode;
  const id = element.getAttribute('id');
  const name = id ? `${element.nodeName}#${id}` : element.nodeName;
  return parent && isElement(parent) ? `${pathOf(parent)}/${name}` : name;
}

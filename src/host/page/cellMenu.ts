import type { AddinCommand } from './manifest';
import type { MenuItem } from './menu';
import type { SheetEditor } from './sheetEditor';
import type { Strings } from './strings';

/** @returns the menu of the selected cells, the add-in's own items last. */
export function cellMenu(
  strings: Strings,
  editor: SheetEditor,
  addinItems: readonly AddinCommand[],
  failed: (message: string) => void,
  run: (command: AddinCommand) => void,
): MenuItem[] {
  const { actions } = editor;
  const item = (label: string, action: () => void): MenuItem => ({
    label,
    run: () => void editor.attempt(action),
  });
  const copy = (cut: boolean) =>
    void navigator.clipboard.writeText(actions.copy(cut)).catch(() => {
      // Without the system clipboard the copy can still be pasted here.
    });
  const paste = async () => {
    const text = await navigator.clipboard.readText().catch(() => actions.lastCopy);
    if (text === null) failed(strings.cannotPaste);
    else if (text) editor.attempt(() => actions.paste(text));
  };
  return [
    item(strings.cut, () => copy(true)),
    item(strings.copy, () => copy(false)),
    item(strings.paste, () => void paste()),
    'separator',
    item(strings.insertRow, () => actions.insertRows()),
    item(strings.deleteRow, () => actions.deleteRows()),
    item(strings.insertColumn, () => actions.insertColumns()),
    item(strings.deleteColumn, () => actions.deleteColumns()),
    item(strings.clearContents, () => actions.clear()),
    'separator',
    item(strings.sortAscending, () => actions.sort(true)),
    item(strings.sortDescending, () => actions.sort(false)),
    item(strings.filterByValue, () => actions.filterByValue()),
    item(strings.clearFilter, () => actions.clearFilter()),
    ...(addinItems.length > 0 ? (['separator'] as const) : []),
    ...addinItems.map((command) => ({
      label: command.label,
      icon: command.icon || undefined,
      run: () => run(command),
    })),
  ];
}

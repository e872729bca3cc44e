import { ApiObject } from './apiObject';
import type { Services } from './interpreter';

/** What the add-in's page can ask of the application around the document. */
export interface Shell {
  /** Whether the task pane is shown. */
  paneVisible: boolean;
  /** `Office.addin.setStartupBehavior(load)`: start with the document. */
  startsWithDocument: boolean;
  setButtonEnabled(id: string, enabled: boolean): void;
  setTabVisible(id: string, visible: boolean): void;
  /** The page has told which actions its commands may call. */
  actionsReady(): void;
}

/** The services office.js asks for by name, apart from custom functions. */
export function shellServices(shell: Shell): Services {
  return {
    'Microsoft.InternalService.AddinInternalService': () => new AddinInternalService(shell),
    'Microsoft.AppRuntime.AppRuntimeService': () => new AppRuntimeService(shell),
    'Microsoft.AppRuntime.AppRuntimePersistenceService': () =>
      new AppRuntimePersistenceService(shell),
    'Microsoft.DynamicRibbon.DynamicRibbon': () => new DynamicRibbon(shell),
  };
}

abstract class Service extends ApiObject {
  constructor(protected readonly shell: Shell) {
    super();
  }
}

class AddinInternalService extends Service {
  readonly apiType = 'AddinInternalService';

  NotifyActionHandlerReady(): void {
    this.shell.actionsReady();
  }
}

class AppRuntimeService extends Service {
  readonly apiType = 'AppRuntimeService';

  SetAppRuntimeState(state: string): void {
    this.shell.paneVisible = state === 'Visible';
  }

  GetAppRuntimeState(): string {
    return this.shell.paneVisible ? 'Visible' : 'Background';
  }
}

class AppRuntimePersistenceService extends Service {
  readonly apiType = 'AppRuntimePersistenceService';

  SetAppRuntimeStartState(state: string): void {
    this.shell.startsWithDocument = state !== 'Inactive';
  }

  GetAppRuntimeStartState(): string {
    return this.shell.startsWithDocument ? 'Background' : 'Inactive';
  }
}

class DynamicRibbon extends Service {
  readonly apiType = 'DynamicRibbon';

  GetButton(id: string): RibbonButton {
    return new RibbonButton(this.shell, id);
  }

  GetTab(id: string): RibbonTab {
    return new RibbonTab(this.shell, id);
  }
}

class RibbonButton extends Service {
  readonly apiType = 'RibbonButton';

  constructor(
    shell: Shell,
    private readonly id: string,
  ) {
    super(shell);
  }

  set Enabled(enabled: boolean) {
    this.shell.setButtonEnabled(this.id, enabled);
  }
}

class RibbonTab extends Service {
  readonly apiType = 'RibbonTab';

  constructor(
    shell: Shell,
    private readonly id: string,
  ) {
    super(shell);
  }

  SetVisibility(visible: boolean): void {
    this.shell.setTabVisible(this.id, visible);
  }
}

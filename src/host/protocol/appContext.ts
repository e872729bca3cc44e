import type { Workbook } from '../model/workbook';
import { REQUIREMENT_SETS } from './requirementSets';

interface AppContextOptions {
  readonly workbook: Workbook;
  readonly locale: string;
  readonly hostOrigin: string;
}

/** @returns what a page is told first: its host, its document and what it may count on. */
export const appContext = (
  { workbook, locale, hostOrigin }: AppContextOptions,
  appId: string,
  conversationId: string,
): unknown => ({
  _id: appId,
  _appName: 16, // Excel on the web
  _appVersion: '16.0',
  _appMinorVersion: 0,
  _appUILocale: locale,
  _dataLocale: locale,
  _docUrl: workbook.fileName,
  _clientMode: 1, // read and write
  _settings: [...workbook.settings],
  _reason: 'inserted',
  _osfControlType: 1, // task pane
  _eToken: '',
  _correlationId: conversationId,
  _appInstanceId: appId,
  _requirementMatrix: JSON.stringify(REQUIREMENT_SETS),
  _hostFullVersion: '16.0.18000.10000',
  _appDomains: [hostOrigin],
  _addinName: 'Add-in',
  _initialDisplayMode: 2,
});

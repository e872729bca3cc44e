import type { Workbook } from '../model/workbook';
import type { Language } from './strings';

const FOLDER = '/samples/';

/** A ledger to try, as `samples.json` lists them. */
export interface Sample {
  readonly file: string;
  readonly title: string;
  readonly language: Language;
}

/** @returns none when the server has none */
export async function listSamples(): Promise<readonly Sample[]> {
  const response = await fetch(`${FOLDER}samples.json`).catch(() => null);
  return response?.ok ? ((await response.json()) as Sample[]) : [];
}

/** @throws Error when the server does not have it; FileError when it cannot be read */
export async function openSample({ file }: Sample): Promise<Workbook> {
  const response = await fetch(FOLDER + encodeURIComponent(file));
  if (!response.ok) throw new Error(file);
  const bytes = new Uint8Array(await response.arrayBuffer());
  const { openWorkbook } = await import('../file/openWorkbook');
  return openWorkbook(bytes, file);
}

/** What a first visitor sees: a ledger in their language; null when there is none to show. */
export async function firstSample(language: Language): Promise<Workbook | null> {
  const samples = await listSamples();
  const sample = samples.find((each) => each.language === language) ?? samples[0];
  return sample ? openSample(sample).catch(() => null) : null;
}

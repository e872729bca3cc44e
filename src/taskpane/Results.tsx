import type { Findings } from '../workbook/runWarnings';
import { AgeingTable } from './AgeingTable';
import { IssueList } from './IssueList';
import { LightSummary } from './LightSummary';
import { RedList } from './RedList';
import { WarningLevels } from './WarningLevels';

/** What a run or a preview found. */
export default function Results({ findings }: { readonly findings: Findings }) {
  const { analysis, place, issues } = findings;
  return (
    <>
      <LightSummary analysis={analysis} />
      <AgeingTable analysis={analysis} />
      <WarningLevels analysis={analysis} />
      <RedList analysis={analysis} place={place} />
      <IssueList place={place} issues={issues} />
    </>
  );
}

import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
} from '@fluentui/react-components';
import { lazy, memo, Suspense } from 'react';
import { hasMatches } from '../workbook/matching';
import type { Findings } from '../workbook/runWarnings';
import { AgeingTable } from './AgeingTable';
import { IssueLists } from './IssueList';
import { LightSummary } from './LightSummary';
import { ModeChoice } from './ModeChoice';
import { MergedCodes } from './MergedCodes';
import { OneByOne } from './OneByOne';
import { RedList } from './RedList';
import { useStrings } from './useSession';
import { WarningLevels } from './WarningLevels';

const MatchPanel = lazy(() => import(/* webpackChunkName: "matching" */ './MatchPanel'));

const StatementPanel = lazy(() => import(/* webpackChunkName: "statements" */ './StatementPanel'));
const TieOutPanel = lazy(() => import(/* webpackChunkName: "tieOut" */ './TieOutPanel'));

/** What a run or a preview found. */
export default memo(function Results({ findings }: { readonly findings: Findings }) {
  const t = useStrings();
  const { analysis, books, issues, matching } = findings;
  return (
    <OneByOne>
      <ModeChoice findings={findings} />
      <LightSummary findings={findings} />
      <AgeingTable analysis={analysis} />
      <WarningLevels analysis={analysis} />
      <RedList findings={findings} />
      {hasMatches(matching) && (
        <Suspense>
          <MatchPanel findings={findings} />
        </Suspense>
      )}
      <MergedCodes findings={findings} />
      <Accordion collapsible multiple>
        <AccordionItem value="statements">
          <AccordionHeader>{t.statements}</AccordionHeader>
          <AccordionPanel>
            <Suspense>
              <StatementPanel findings={findings} />
            </Suspense>
          </AccordionPanel>
        </AccordionItem>
        <AccordionItem value="tieOut">
          <AccordionHeader>{t.tieOut}</AccordionHeader>
          <AccordionPanel>
            <Suspense>
              <TieOutPanel findings={findings} />
            </Suspense>
          </AccordionPanel>
        </AccordionItem>
      </Accordion>
      <IssueLists books={books} issues={issues} />
    </OneByOne>
  );
});

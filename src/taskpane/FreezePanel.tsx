import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components';
import { freeze, keepCalls } from '../commands/session';
import type { CallCount } from '../workbook/freeze';
import { useBusy, useStrings } from './useSession';

/** Asks whether AR functions are to become values, and says how many. */
export default function FreezePanel({ calls }: { readonly calls: CallCount }) {
  const t = useStrings();
  const isBusy = useBusy();
  const { cells, sheets, unanswered } = calls;
  return (
    <MessageBar
      intent={cells > 0 ? 'warning' : 'info'}
      layout="multiline"
      onKeyDown={({ key }) => key === 'Escape' && keepCalls()}
    >
      <MessageBarBody>
        {cells > 0 ? t.askFreeze(cells, sheets) : t.noCalls}
        {unanswered > 0 && ` ${t.unanswered(unanswered)}`}
      </MessageBarBody>
      <MessageBarActions>
        {cells > 0 && (
          <Button size="small" autoFocus disabledFocusable={isBusy} onClick={() => void freeze()}>
            {t.toValues}
          </Button>
        )}
        <Button size="small" onClick={keepCalls}>
          {t.cancel}
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}

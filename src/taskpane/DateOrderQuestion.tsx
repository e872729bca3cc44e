import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components';
import { decideDateOrder } from '../commands/session';
import { DATE_ROLES, isoDate, readDateText, type DateOrder, type SheetIssue } from '../domain';
import { useBusy, useStrings } from './useSession';

/** Asks how a column writes its days where nothing in it tells; each answer says what it makes of a cell. */
export function DateOrderQuestion({ issues }: { readonly issues: readonly SheetIssue[] }) {
  const t = useStrings();
  const isBusy = useBusy();
  return DATE_ROLES.map((role) => {
    const issue = issues.find((i) => i.code === 'dateAmbiguous' && i.role === role);
    if (!issue) return null;
    const readings = Object.entries(readDateText(issue.value)) as [DateOrder, number][];
    return (
      <MessageBar key={role} intent="warning" layout="multiline">
        <MessageBarBody>{t.whichOrder(t.roles[role], issue.value)}</MessageBarBody>
        <MessageBarActions>
          {readings.map(([order, day]) => (
            <Button
              key={order}
              size="small"
              disabledFocusable={isBusy}
              onClick={() => void decideDateOrder(role, order)}
            >
              {t.orders[order]} → {isoDate(day)}
            </Button>
          ))}
        </MessageBarActions>
      </MessageBar>
    );
  });
}

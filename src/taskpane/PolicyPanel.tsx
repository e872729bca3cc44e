import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarBody,
  Text,
  Textarea,
  tokens,
} from '@fluentui/react-components';
import { useRef, useState } from 'react';
import { changePolicy } from '../commands/session';
import { policyFromJson, policyToJson, type Policy } from '../domain';
import { toPolicy } from '../workbook/changePolicy';
import { POLICY_STRINGS, wrongText } from './policyStrings';
import { useBusy, useParts } from './useSession';

const FILE = 'ar-policy.json';

const useStyles = makeStyles({
  panel: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS },
  list: { margin: 0, paddingLeft: '18px' },
  file: { display: 'none' },
});

/** A policy as text: out of this workbook, or into it after a look at every place. */
export default function PolicyPanel({ policy }: { readonly policy: Policy }) {
  const styles = useStyles();
  const { error, language } = useParts('error', 'language');
  const isBusy = useBusy();
  const t = POLICY_STRINGS[language];
  const [text, setText] = useState('');
  const [said, setSaid] = useState<'copied' | 'selected' | 'tookIn' | null>(null);
  const [wrong, setWrong] = useState<readonly string[]>([]);
  const area = useRef<HTMLTextAreaElement>(null);
  const file = useRef<HTMLInputElement>(null);
  const put = (now: string) => {
    setText(now);
    setSaid(null);
    setWrong([]);
  };
  const copy = async () => {
    area.current?.select();
    // Office need not let its panes write to the clipboard.
    const isDone = await navigator.clipboard.writeText(text).then(
      () => true,
      () => false,
    );
    setSaid(isDone ? 'copied' : 'selected');
  };
  const download = () => {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
    link.download = FILE;
    link.click();
    URL.revokeObjectURL(link.href);
  };
  const takeIn = async () => {
    setSaid(null);
    const read = policyFromJson(text);
    setWrong('wrong' in read ? read.wrong : []);
    if ('wrong' in read) return;
    await changePolicy(toPolicy(read.policy));
    setSaid('tookIn');
  };
  return (
    <div className={styles.panel}>
      <Text size={200}>{t.about}</Text>
      <Textarea
        textarea={{ ref: area }}
        rows={6}
        aria-label={t.text}
        spellCheck={false}
        value={text}
        onChange={(_, { value }) => put(value)}
      />
      <div className={styles.buttons}>
        <Button size="small" onClick={() => put(policyToJson(policy))}>
          {t.show}
        </Button>
        <Button size="small" disabled={text === ''} onClick={() => void copy()}>
          {t.copy}
        </Button>
        <Button size="small" disabled={text === ''} onClick={download}>
          {t.download}
        </Button>
        <Button size="small" onClick={() => file.current?.click()}>
          {t.open}
        </Button>
        <Button
          size="small"
          disabledFocusable={isBusy || text.trim() === ''}
          onClick={() => void takeIn()}
        >
          {t.takeIn}
        </Button>
        <input
          ref={file}
          type="file"
          accept=".json,application/json"
          aria-label={t.open}
          className={styles.file}
          onChange={({ currentTarget }) => {
            void currentTarget.files?.[0]?.text().then(put);
            currentTarget.value = '';
          }}
        />
      </div>
      {wrong.length > 0 && (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>
            {t.refused}
            <ul className={styles.list}>
              {wrong.map((place) => (
                <li key={place}>{wrongText(place, language)}</li>
              ))}
            </ul>
          </MessageBarBody>
        </MessageBar>
      )}
      {said && !error && (
        <MessageBar intent={said === 'selected' ? 'info' : 'success'} layout="multiline">
          <MessageBarBody>{t[said]}</MessageBarBody>
        </MessageBar>
      )}
    </div>
  );
}

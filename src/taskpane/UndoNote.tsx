import { Text } from '@fluentui/react-components';
import type { Language } from '../workbook/texts';
import { useSession } from './useSession';

const WORDS: Readonly<Record<Language, string>> = {
  'zh-CN': '“撤销”只管本次打开后的操作；要全部去掉，请用“清除”。',
  'en-US': 'Undo takes back what was done since opening; Clear takes everything away.',
};

/** How far back the button above it goes. */
export default function UndoNote() {
  const language = useSession((state) => state.language);
  return <Text size={200}>{WORDS[language]}</Text>;
}

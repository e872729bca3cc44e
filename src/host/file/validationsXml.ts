import type { DataValidation } from '../model/dataValidation';
import { readAreas, sameAreas, writeAreas } from './areas';
import { unescapeString, escapeString } from './cellText';
import { fromFileFormula, toFileFormula } from './formulaText';
import {
  attribute,
  child,
  element,
  escapeXml,
  flag,
  withAttributes,
  contentOf,
  type XmlNode,
} from './xmlTree';

export const readValidations = (node: XmlNode): DataValidation[] =>
  node.children.filter((c) => c.name === 'dataValidation').map(readValidation);

function readValidation(node: XmlNode): DataValidation {
  const text = (name: string) => unescapeString(attribute(node, name) ?? '');
  const formula = (name: string) => {
    const f = child(node, name);
    return f && f.text !== '' ? fromFileFormula(f.text) : null;
  };
  const style = attribute(node, 'errorStyle');
  return {
    ranges: readAreas(attribute(node, 'sqref') ?? ''),
    type: attribute(node, 'type') ?? 'none',
    operator: attribute(node, 'operator') ?? 'between',
    formula1: formula('formula1'),
    formula2: formula('formula2'),
    allowBlank: flag(node, 'allowBlank', false),
    inCellDropDown: !flag(node, 'showDropDown', false), // the attribute's sense is the opposite of its name
    alert: {
      show: flag(node, 'showErrorMessage', false),
      style: style === 'warning' || style === 'information' ? style : 'stop',
      title: text('errorTitle'),
      message: text('error'),
    },
    prompt: {
      show: flag(node, 'showInputMessage', false),
      title: text('promptTitle'),
      message: text('prompt'),
    },
  };
}

const rule = ({ ranges: _, ...rest }: DataValidation): string => JSON.stringify(rest);

export const sameValidations = (
  a: readonly DataValidation[],
  b: readonly DataValidation[],
): boolean =>
  a.length === b.length &&
  a.every((v, i) => rule(v) === rule(b[i]!) && sameAreas(v.ranges, b[i]!.ranges));

/** `dataValidations` as the model has them; a rule only moved keeps what else the file says of it. */
export function validationsXml(
  validations: readonly DataValidation[],
  known: XmlNode | undefined,
  bytes: Uint8Array,
): string {
  if (validations.length === 0) return '';
  const nodes = (known?.children ?? []).filter((c) => c.name === 'dataValidation');
  const free = nodes.map((node) => ({ node, key: rule(readValidation(node)) }));
  const content = validations
    .map((validation) => {
      const sqref = writeAreas(validation.ranges);
      const at = free.findIndex((f) => f.key === rule(validation));
      if (at < 0) return validationXml(validation, sqref);
      const { node } = free.splice(at, 1)[0]!;
      return withAttributes(node, { sqref }, contentOf(bytes, node));
    })
    .join('');
  return element('dataValidations', { count: validations.length }, content);
}

function validationXml(v: DataValidation, sqref: string): string {
  const formula = (tag: string, text: string | null) =>
    text === null ? '' : element(tag, {}, escapeXml(toFileFormula(text)));
  const text = (s: string) => (s === '' ? null : escapeString(s));
  return element(
    'dataValidation',
    {
      type: v.type === 'none' ? null : v.type,
      errorStyle: v.alert.style === 'stop' ? null : v.alert.style,
      operator: v.operator === 'between' ? null : v.operator,
      allowBlank: v.allowBlank || null,
      showDropDown: v.inCellDropDown ? null : true,
      showInputMessage: v.prompt.show || null,
      showErrorMessage: v.alert.show || null,
      errorTitle: text(v.alert.title),
      error: text(v.alert.message),
      promptTitle: text(v.prompt.title),
      prompt: text(v.prompt.message),
      sqref,
    },
    formula('formula1', v.formula1) + formula('formula2', v.formula2),
  );
}

import { said, type AreaWords } from './told';

export const ruleWords: AreaWords = ({ change }) => {
  if (change.case !== 'ruleOverridden') return undefined;
  const { finding } = change.value;
  return said('overrode a rule', [finding?.text, finding?.override?.reason].filter(Boolean).join(' Because: '));
};

import type { DescMessage } from '@bufbuild/protobuf';
import { PlanEventSchema, type PlanEvent } from '../../gen/careteam/v1/plan_event_pb';
import { said, type EventWords } from './told';

const depth = 2;

/** Free text of people: it explains the rest, so it comes last. */
const prose = new Set(['reason', 'summary', 'finding', 'outcome', 'resolution', 'conclusion', 'comment', 'response', 'indication']);

/** An event that nobody has given a sentence: its name, and what its message tells by itself. */
export function plainly(change: PlanEvent['change']): EventWords {
  const field = PlanEventSchema.fields.find((f) => f.localName === change.case);
  if (field?.message === undefined) return said('changed something that this page does not know yet: reload it');
  const facts: string[] = [];
  const because: string[] = [];
  collect(field.message, (change.value ?? {}) as Record<string, unknown>, depth, facts, because);
  return said(field.name.replaceAll('_', ' ') + (facts.length > 0 ? `: ${facts.join(', ')}` : ''), because.join(' '));
}

function collect(type: DescMessage, message: Record<string, unknown>, left: number, facts: string[], because: string[]): void {
  for (const field of type.fields) {
    const value = message[field.localName];
    if (value === undefined || field.name.endsWith('_id') || field.name.endsWith('_ids')) continue;
    if (field.fieldKind === 'enum') {
      const name = field.enum.values.find((v) => v.number === value && v.number !== 0)?.localName;
      if (name !== undefined) facts.push(name.toLowerCase().replaceAll('_', ' '));
    } else if (field.fieldKind === 'message') {
      const inner = value as Record<string, unknown>;
      if (field.message.typeName === 'careteam.v1.Person') facts.push(String(inner.name));
      else if (left > 0 && !field.message.typeName.startsWith('google.')) collect(field.message, inner, left - 1, facts, because);
    } else if (field.fieldKind === 'scalar' && value !== '' && value !== 0 && value !== false) {
      if (prose.has(field.name)) because.push(String(value));
      else facts.push(typeof value === 'string' && !field.name.endsWith('_date') ? value : `${field.name.replace(/_date$/, '').replaceAll('_', ' ')}${value === true ? '' : ` ${String(value)}`}`);
    }
  }
}

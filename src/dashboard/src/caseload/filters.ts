import type { CaseloadPlan } from '../gen/careteam/v1/live_pb';
import type { Discipline } from '../gen/careteam/v1/team_pb';
import { today } from '../words/times';

export interface Filters {
  words: string;
  discipline: Discipline | 0;
  leadId: string;
  flagged: boolean;
  due: boolean;
}

export const noFilters = (): Filters => ({ words: '', discipline: 0, leadId: '', flagged: false, due: false });

const isDue = ({ summary }: CaseloadPlan, day: string) => summary!.nextDueDate !== '' && summary!.nextDueDate <= day;

/** The plans that all filters let through; those with a red flag first, then what is due, then what changed last. */
export function shown(plans: readonly CaseloadPlan[], filters: Filters, day = today()): CaseloadPlan[] {
  const words = filters.words.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  return plans
    .filter((plan) => {
      const s = plan.summary!;
      const text = `${s.patientName} ${s.title} ${s.lead?.name ?? ''}`.toLocaleLowerCase();
      return words.every((word) => text.includes(word))
        && (filters.discipline === 0 || s.disciplines.includes(filters.discipline))
        && (filters.leadId === '' || s.lead?.personId === filters.leadId)
        && (!filters.flagged || s.openRedFlags > 0)
        && (!filters.due || isDue(plan, day));
    })
    .sort((a, b) => pressing(b, day) - pressing(a, day) || Number((b.updatedAt?.seconds ?? 0n) - (a.updatedAt?.seconds ?? 0n)) || a.summary!.planId.localeCompare(b.summary!.planId));
}

const pressing = (plan: CaseloadPlan, day: string) => (plan.summary!.openRedFlags > 0 ? 2 : 0) + (isDue(plan, day) ? 1 : 0);

export const leadsOf = (plans: readonly CaseloadPlan[]) =>
  [...new Map(plans.flatMap(({ summary }) => (summary?.lead ? [[summary.lead.personId, summary.lead.name] as const] : [])))].sort((a, b) => a[1].localeCompare(b[1]));

export const disciplinesOf = (plans: readonly CaseloadPlan[]) => [...new Set(plans.flatMap(({ summary }) => summary!.disciplines))].sort((a, b) => a - b);

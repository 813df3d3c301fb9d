import { historyCalls, planCalls } from '../calls/clients';
import type { CaseloadPlan } from '../gen/careteam/v1/live_pb';
import type { PlanEvent } from '../gen/careteam/v1/plan_event_pb';
import type { CarePlan } from '../gen/careteam/v1/plan_pb';
import { Role } from '../gen/careteam/v1/team_pb';

export interface News {
  plan: CarePlan;
  event: PlanEvent;
}

const kept = 12;
/** Of one plan at once; the oldest of a burst are left out, since nobody reads them from a wall. */
const ofOnePlan = 4;
/** At the start the plan's last few, to find one that a person did. */
const lookedBack = 12;
const plansAtStart = 6;
const pause = 700;

/** The newest changes of all plans, as they come: the list tells which plan changed, its events tell how. */
export class WallNews {
  /** Newest first. */
  items = $state.raw<News[]>([]);
  private readonly known = new Map<string, number>();
  private readonly wanted = new Map<string, { after: number }>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private closed = false;

  look(plans: readonly CaseloadPlan[]): void {
    const atStart = this.known.size === 0;
    const recent = atStart ? [...plans].sort((a, b) => Number((b.updatedAt?.seconds ?? 0n) - (a.updatedAt?.seconds ?? 0n))).slice(0, plansAtStart) : plans;
    for (const { summary, version } of recent) {
      const before = this.known.get(summary!.planId) ?? (atStart ? version - lookedBack : 0);
      if (version > before) this.wanted.set(summary!.planId, { after: Math.max(0, before, version - lookedBack) });
    }
    for (const { summary, version } of plans) this.known.set(summary!.planId, version);
    this.fetchSoon();
  }

  close(): void {
    this.closed = true;
    clearTimeout(this.timer);
  }

  private fetchSoon(): void {
    if (this.wanted.size > 0) this.timer ??= setTimeout(() => void this.fetch(), pause);
  }

  private async fetch(): Promise<void> {
    const wanted = [...this.wanted].slice(-kept);
    this.wanted.clear();
    const found = await Promise.all(wanted.map(([planId, { after }]) => this.newsOf(planId, after)));
    this.timer = undefined;
    if (this.closed) return;
    // What came meanwhile waited for this answer.
    this.fetchSoon();
    const ids = new Set(found.flat().map(({ event }) => event.eventId));
    this.items = [...found.flat(), ...this.items.filter(({ event }) => !ids.has(event.eventId))]
      .sort((a, b) => Number((b.event.recordedAt?.seconds ?? 0n) - (a.event.recordedAt?.seconds ?? 0n)) || b.event.version - a.event.version).slice(0, kept);
  }

  private async newsOf(planId: string, afterVersion: number): Promise<News[]> {
    try {
      const [{ plan }, { events }] = await Promise.all([planCalls.getPlan({ planId }), historyCalls.listPlanEvents({ planId, afterVersion, pageSize: lookedBack })]);
      // What the clocks find out of themselves stands in the list of plans already.
      return plan === undefined ? [] : events.filter(({ actor }) => actor?.role !== Role.SYSTEM).slice(-ofOnePlan).map((event) => ({ plan, event }));
    } catch {
      // The light tells of a lost connection; what the plan looks like now comes with the list anyway.
      return [];
    }
  }
}

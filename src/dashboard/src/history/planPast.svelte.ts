import { historyCalls, planCalls } from '../calls/clients';
import { failureWords } from '../calls/failure';
import type { PlanDifference } from '../gen/careteam/v1/history_pb';
import type { PlanEvent } from '../gen/careteam/v1/plan_event_pb';
import type { CarePlan } from '../gen/careteam/v1/plan_pb';

/** The plan as it stood after a version, and how it differs from another. */
export interface PastPlan {
  plan: CarePlan;
  differences: PlanDifference[];
}

const keptAtMost = 60;
const pause = 120;

/** Looks a plan's past up: what was looked at is kept, and while somebody drags the slider only where it rests is asked for. */
export class PlanPast {
  events = $state.raw<PlanEvent[]>([]);
  shown = $state.raw<PastPlan>();
  failure = $state('');
  busy = $state(false);
  private readonly kept = new Map<string, PastPlan>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private wanted = '';
  private closed = false;

  constructor(private readonly planId: string) {}

  close(): void {
    this.closed = true;
    clearTimeout(this.timer);
  }

  /** All events up to a version; those that are here already are not asked for again. */
  async learn(upTo: number): Promise<void> {
    try {
      while (!this.closed && (this.events.at(-1)?.version ?? 0) < upTo) {
        const { events } = await historyCalls.listPlanEvents({ planId: this.planId, afterVersion: this.events.at(-1)?.version ?? 0, pageSize: 1000 });
        if (events.length === 0) return;
        // Meanwhile an event may have come, and its own look-up been faster.
        const known = this.events.at(-1)?.version ?? 0;
        this.events = [...this.events, ...events.filter(({ version }) => version > known)];
      }
    } catch (error) {
      this.failure = failureWords(error);
    }
  }

  /** The plan after `version`, and what has changed from there to `until`. */
  look(version: number, until: number): void {
    this.wanted = `${version}/${until}`;
    clearTimeout(this.timer);
    const kept = this.kept.get(this.wanted);
    if (kept !== undefined) {
      [this.shown, this.failure, this.busy] = [kept, '', false];
      return;
    }
    this.busy = true;
    const key = this.wanted;
    this.timer = setTimeout(() => void this.fetch(key, version, until), pause);
  }

  private async fetch(key: string, version: number, until: number): Promise<void> {
    try {
      const [{ plan }, { differences }] = await Promise.all([
        planCalls.getPlan({ planId: this.planId, asOf: { case: 'asOfVersion', value: version } }),
        historyCalls.diffPlan({ planId: this.planId, from: { moment: { case: 'version', value: version } }, to: { moment: { case: 'version', value: until } } }),
      ]);
      if (plan === undefined) return;
      this.keep(key, { plan, differences });
      if (this.wanted === key) [this.shown, this.failure] = [this.kept.get(key), ''];
    } catch (error) {
      if (this.wanted === key) this.failure = failureWords(error);
    } finally {
      if (this.wanted === key) this.busy = false;
    }
  }

  private keep(key: string, past: PastPlan): void {
    this.kept.set(key, past);
    const oldest = this.kept.keys().next().value;
    if (this.kept.size > keptAtMost && oldest !== undefined) this.kept.delete(oldest);
  }
}

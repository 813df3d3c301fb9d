import { historyCalls, planCalls } from '../calls/clients';
import type { PlanDifference } from '../gen/careteam/v1/history_pb';
import type { PlanEvent } from '../gen/careteam/v1/plan_event_pb';
import type { CarePlan } from '../gen/careteam/v1/plan_pb';
import type { Following } from '../live/following';
import { Question } from '../live/question';

/** The plan as it stood after a version, and how it differs from another. */
export interface PastPlan {
  version: number;
  plan: CarePlan;
  differences: PlanDifference[];
}

const keptAtMost = 60;
const pause = 120;

/** Looks a plan's past up: what was looked at is kept, and while somebody drags the slider only where it rests is asked for. */
export class PlanPast implements Following {
  events = $state.raw<PlanEvent[]>([]);
  shown = $state.raw<PastPlan>();
  /** What is shown is not what was asked for last, which is under way or could not be had. */
  stale = $state(false);
  private readonly failures = $state({ events: '', plan: '' });
  readonly failure: string = $derived(this.failures.plan || this.failures.events);
  private readonly learning = new Question<PlanEvent[]>((failure) => (this.failures.events = failure));
  private readonly looking = new Question<PastPlan>((failure) => (this.failures.plan = failure));
  private readonly kept = new Map<string, PastPlan>();
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly planId: string) {}

  wake(): void {
    this.learning.wake();
    this.looking.wake();
  }

  doubt(): void {
    this.looking.doubt();
  }

  close(): void {
    clearTimeout(this.timer);
    this.learning.stop();
    this.looking.stop();
  }

  /** All events up to a version; those that are here already are not asked for again. */
  learn(upTo: number): void {
    const known = this.events.at(-1)?.version ?? 0;
    if (known >= upTo) return;
    this.learning.put(
      async () => (await historyCalls.listPlanEvents({ planId: this.planId, afterVersion: known, pageSize: 1000 })).events,
      (events) => {
        this.events = [...this.events, ...events];
        if (events.length > 0) this.learn(upTo);
      },
    );
  }

  /** The plan after `version`, and what has changed from there to `until`. */
  look(version: number, until: number): void {
    const key = `${version}/${until}`;
    clearTimeout(this.timer);
    this.looking.stop();
    const kept = this.kept.get(key);
    if (kept !== undefined) return this.show(kept);
    this.stale = true;
    this.timer = setTimeout(() => this.looking.put(() => this.fetch(key, version, until), (past) => this.show(past)), pause);
  }

  private show(past: PastPlan): void {
    [this.shown, this.stale, this.failures.plan] = [past, false, ''];
  }

  private async fetch(key: string, version: number, until: number): Promise<PastPlan> {
    const [{ plan }, { differences }] = await Promise.all([
      planCalls.getPlan({ planId: this.planId, asOf: { case: 'asOfVersion', value: version } }),
      historyCalls.diffPlan({ planId: this.planId, from: { moment: { case: 'version', value: version } }, to: { moment: { case: 'version', value: until } } }),
    ]);
    const past = { version, plan: plan!, differences };
    this.keep(key, past);
    return past;
  }

  private keep(key: string, past: PastPlan): void {
    this.kept.set(key, past);
    const oldest = this.kept.keys().next().value;
    if (this.kept.size > keptAtMost && oldest !== undefined) this.kept.delete(oldest);
  }
}

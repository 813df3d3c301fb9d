import type { CaseloadPlan } from '../gen/careteam/v1/live_pb';
import { PlanStatus } from '../gen/careteam/v1/plan_pb';
import { attend } from '../live/following';
import type { FeedStatus } from '../live/keptWatch';
import { ListFeed } from '../live/listFeed';
import { openCaseload } from '../live/watches';

const open = [PlanStatus.DRAFT, PlanStatus.ACTIVE, PlanStatus.ON_HOLD];

/** The plans that the caller may read, each as it is now. */
export class CaseloadState {
  /** Undefined until the first list is complete. */
  plans = $state.raw<CaseloadPlan[]>();
  light = $state.raw<FeedStatus>({ kind: 'catching-up' });
  ended = $state(false);
  private feed: ListFeed<CaseloadPlan>;
  private readonly leave: () => void;

  constructor(private readonly changed: (plans: CaseloadPlan[]) => void = () => undefined) {
    this.feed = this.follow();
    this.leave = attend({ wake: () => this.feed.wake(), doubt: () => this.feed.doubt() });
  }

  close(): void {
    this.leave();
    this.feed.stop();
  }

  showEnded(ended: boolean): void {
    this.ended = ended;
    this.feed.stop();
    this.light = { kind: 'catching-up' };
    this.feed = this.follow();
  }

  private follow(): ListFeed<CaseloadPlan> {
    return new ListFeed(openCaseload(this.ended ? [] : open), (plan) => plan.summary!.planId, {
      list: (plans) => {
        this.plans = plans;
        this.changed(plans);
      },
      status: (status) => (this.light = status),
    });
  }
}

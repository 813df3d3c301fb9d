import { planCalls } from '../calls/clients';
import { failureWords } from '../calls/failure';
import { PlanStatus, type PlanSummary } from '../gen/careteam/v1/plan_pb';

const refreshEvery = 10_000;
const pageSize = 100;
const open = [PlanStatus.DRAFT, PlanStatus.ACTIVE, PlanStatus.ON_HOLD];

/** The plans that the caller may read, asked for every few seconds; the page says as of when. */
export class CaseloadState {
  plans = $state.raw<PlanSummary[]>();
  /** When the list was last known to be right. */
  asOf = $state<number>();
  failure = $state('');
  more = $state(false);
  ended = $state(false);
  private wanted = pageSize;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private run = 0;

  constructor() {
    void this.refresh();
  }

  close(): void {
    this.run++;
    clearTimeout(this.timer);
  }

  showEnded(ended: boolean): void {
    this.ended = ended;
    void this.refresh();
  }

  showMore(): void {
    this.wanted += pageSize;
    void this.refresh();
  }

  /** A newer refresh makes an older one's answer void. */
  async refresh(): Promise<void> {
    const run = ++this.run;
    clearTimeout(this.timer);
    try {
      const plans: PlanSummary[] = [];
      let pageToken = '';
      do {
        const page = await planCalls.listPlans({ statuses: this.ended ? [] : open, pageSize, pageToken });
        if (run !== this.run) return;
        plans.push(...page.plans);
        pageToken = page.nextPageToken;
      } while (pageToken !== '' && plans.length < this.wanted);
      [this.plans, this.more, this.asOf, this.failure] = [plans, pageToken !== '', Date.now(), ''];
    } catch (error) {
      if (run !== this.run) return;
      this.failure = failureWords(error);
    }
    this.timer = setTimeout(() => void this.refresh(), refreshEvery);
  }
}

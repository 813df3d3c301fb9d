import { therapyCalls } from '../calls/clients';
import { failureWords } from '../calls/failure';
import type { CarePlan } from '../gen/careteam/v1/plan_pb';
import type { GetTherapyProgressResponse } from '../gen/careteam/v1/therapy_pb';

/** What the server counts from a plan's therapy records: treatment days, certification, adherence, quotas. Asked for anew with each version that is shown. */
export class TherapyProgress {
  now = $state.raw<GetTherapyProgressResponse>();
  failure = $state('');
  private asked = 0;

  look({ planId, version, therapyOrders, rehabilitationWindows }: CarePlan): void {
    if (version === this.asked || therapyOrders.length + rehabilitationWindows.length === 0) return;
    this.asked = version;
    therapyCalls.getTherapyProgress({ planId }).then(
      (answer) => version === this.asked && ([this.now, this.failure] = [answer, '']),
      (error) => version === this.asked && (this.failure = failureWords(error)),
    );
  }

  window(rehabilitationWindowId: string) {
    return this.now?.windows.find((window) => window.rehabilitationWindowId === rehabilitationWindowId);
  }

  order(therapyOrderId: string) {
    return this.now?.orders.find((order) => order.therapyOrderId === therapyOrderId);
  }
}

import { therapyCalls } from '../calls/clients';
import type { CarePlan } from '../gen/careteam/v1/plan_pb';
import type { GetTherapyProgressResponse } from '../gen/careteam/v1/therapy_pb';
import type { Following } from '../live/following';
import { Question } from '../live/question';
import { today } from '../words/times';

/** What the server counts from a plan's therapy records: treatment days, certification, adherence, quotas. Asked for anew with each version that is shown, and each day: weeks and certifications end by themselves. */
export class TherapyProgress implements Following {
  now = $state.raw<GetTherapyProgressResponse>();
  failure = $state('');
  private asked = '';
  private readonly question = new Question<GetTherapyProgressResponse>((failure) => (this.failure = failure));

  look({ planId, version, therapyOrders, rehabilitationWindows }: CarePlan): void {
    const asked = `${version} on ${today()}`;
    if (asked === this.asked || therapyOrders.length + rehabilitationWindows.length === 0) return;
    this.asked = asked;
    this.question.put(() => therapyCalls.getTherapyProgress({ planId }), (answer) => (this.now = answer));
  }

  wake(): void {
    this.question.wake();
  }

  doubt(): void {
    this.question.doubt();
  }

  close(): void {
    this.question.stop();
  }

  window(rehabilitationWindowId: string) {
    return this.now?.windows.find((window) => window.rehabilitationWindowId === rehabilitationWindowId);
  }

  order(therapyOrderId: string) {
    return this.now?.orders.find((order) => order.therapyOrderId === therapyOrderId);
  }
}

import { failureWords, isFinal } from '../calls/failure';
import type { Following } from './following';

const pause = 4_000;

/** One question to the server, asked until it is answered: again after a pause, and at once when the browser is back on line or the page in view. A newer one replaces it. */
export class Question<Answer> implements Following {
  private open: { ask: () => Promise<Answer>; take: (answer: Answer) => void } | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** Told in words why there is no answer yet; empty once there is one. */
  constructor(private readonly tell: (failure: string) => void) {}

  put(ask: () => Promise<Answer>, take: (answer: Answer) => void): void {
    this.stop();
    this.open = { ask, take };
    void this.ask();
  }

  wake(): void {
    if (this.timer === undefined) return;
    this.rest();
    void this.ask();
  }

  /** What was answered stays right: only a new question makes it old. */
  doubt(): void {}

  stop(): void {
    this.rest();
    this.open = undefined;
  }

  private async ask(): Promise<void> {
    const { open } = this;
    if (open === undefined) return;
    try {
      const answer = await open.ask();
      if (open !== this.open) return;
      this.open = undefined;
      this.tell('');
      open.take(answer);
    } catch (error) {
      if (open !== this.open) return;
      this.tell(failureWords(error));
      if (!isFinal(error)) this.timer = setTimeout(() => this.wake(), pause);
    }
  }

  private rest(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
  }
}

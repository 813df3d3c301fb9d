/** Light, dark, or as the device says: kept in this browser. */
export type Theme = 'auto' | 'light' | 'dark';

const key = 'careteam.theme';
const order: readonly Theme[] = ['auto', 'light', 'dark'];

class ThemeChoice {
  now = $state<Theme>(order.find((theme) => theme === localStorage.getItem(key)) ?? 'auto');

  constructor() {
    this.apply();
  }

  next(): void {
    this.now = order[(order.indexOf(this.now) + 1) % order.length]!;
    localStorage.setItem(key, this.now);
    this.apply();
  }

  private apply(): void {
    if (this.now === 'auto') delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = this.now;
  }
}

export const theme = new ThemeChoice();

import { hadRoom } from './noteShelf';

/** A form's draft on the shelf, where other windows of the same person have it too: what is written there is shown here, unless that would replace what was written here. */
export class KeptDraft<Draft> {
  /** On the shelf, as far as this form knows. */
  kept = $state(true);
  shelfFull = $state(false);
  /** What became of it in another window since it was written in here. */
  elsewhere = $state<'' | 'changed' | 'gone'>('');
  /** Written in since it was taken from the shelf, or handed in. */
  touched = false;
  private last = '';

  constructor(private readonly key: string, private readonly draft: () => Draft, private readonly put: (draft: Draft) => void, private readonly show: () => void) {}

  keep(): void {
    const draft = this.draft();
    const text = JSON.stringify(draft);
    // A field that is left tells once more of what it told already, and another window may have written since.
    if (text === this.last) return;
    this.touched = true;
    this.kept = hadRoom(() => this.put(draft));
    this.shelfFull = !this.kept;
    this.last = this.kept ? text : '';
  }

  /** The form holds what the shelf does: it was taken from there, or handed in. */
  settle(): void {
    [this.kept, this.shelfFull, this.touched, this.elsewhere, this.last] = [true, false, false, '', ''];
  }

  /** Another window changed the shelf. */
  look({ key, newValue }: Pick<StorageEvent, 'key' | 'newValue'>): void {
    if (key !== this.key) return;
    if (this.touched) [this.elsewhere, this.kept] = [newValue === null ? 'gone' : 'changed', false];
    else this.takeOver();
  }

  takeOver(): void {
    this.show();
    this.settle();
  }
}

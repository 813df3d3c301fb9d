/** A reassigned task moves to another column, where its card is a new element: the keyboard's place goes with it. */
let kept: { taskId: string; until: number } | undefined;

export function keepFocus(taskId: string): void {
  kept = { taskId, until: Date.now() + 5_000 };
}

/** True for the card that should take the focus: only if nothing else has it by now. */
export function claimFocus(taskId: string): boolean {
  if (kept?.taskId !== taskId || Date.now() > kept.until) return false;
  kept = undefined;
  return document.activeElement === null || document.activeElement === document.body;
}

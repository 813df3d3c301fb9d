/** What follows the server while a view is open, and is told when the browser's connection comes and goes. */
export interface Following {
  wake(): void;
  doubt(): void;
}

/** Ties them to the browser's own signs; the answer unties. */
export function attend(...followers: Following[]): () => void {
  const wake = () => followers.forEach((follower) => follower.wake());
  const doubt = () => followers.forEach((follower) => follower.doubt());
  const seen = () => document.visibilityState === 'visible' && wake();
  addEventListener('online', wake);
  addEventListener('offline', doubt);
  document.addEventListener('visibilitychange', seen);
  return () => {
    removeEventListener('online', wake);
    removeEventListener('offline', doubt);
    document.removeEventListener('visibilitychange', seen);
  };
}

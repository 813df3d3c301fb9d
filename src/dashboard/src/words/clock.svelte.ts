/** What time it is, for all that is shown of it: words and days that were rendered once are rendered again when the minute or the day is another. */
const minuteLength = 60_000;

let minute = $state(minuteOf());
let day = $state(dayOf());
const atNewDay = new Set<() => void>();

function minuteOf() {
  return Math.floor(Date.now() / minuteLength);
}

function dayOf() {
  return new Date().toDateString();
}

/** Whoever shows it is told of each new minute. */
export function timeNow(): Date {
  void minute;
  return new Date();
}

/** The same for whoever shows no more of it than the day. */
export function dayNow(): Date {
  void day;
  return new Date();
}

/** Calls at midnight, or when the page wakes up on another day; the answer ends that. */
export function onNewDay(told: () => void): () => void {
  atNewDay.add(told);
  return () => void atNewDay.delete(told);
}

/** Keeps the time as long as the page is open; the answer stops it. A page in the background, or a computer that slept, may have missed a minute. */
export function keepTime(): () => void {
  let timer: ReturnType<typeof setTimeout>;
  const tick = () => {
    clearTimeout(timer);
    timer = setTimeout(tick, minuteLength - (Date.now() % minuteLength));
    minute = minuteOf();
    if (day === dayOf()) return;
    day = dayOf();
    for (const told of atNewDay) told();
  };
  tick();
  document.addEventListener('visibilitychange', tick);
  return () => {
    clearTimeout(timer);
    document.removeEventListener('visibilitychange', tick);
  };
}

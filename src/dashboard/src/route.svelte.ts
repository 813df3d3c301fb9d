/** Where the page is: kept in the hash, so that the server needs to know one file only and every view has an address. */
export type PlanTab = 'plan' | 'outcomes' | 'history';
export type Place = { view: 'caseload' } | { view: 'work' } | { view: 'wall' } | { view: 'plan'; planId: string; tab: PlanTab; detail: string };

export function placeOf(hash: string): Place {
  const plan = /^#\/plans\/([0-9a-f-]{36})(?:\/(outcomes|history)(?:\/([\w.-]+))?)?$/.exec(hash);
  if (plan) return { view: 'plan', planId: plan[1]!, tab: (plan[2] as PlanTab | undefined) ?? 'plan', detail: plan[3] ?? '' };
  if (hash === workAddress) return { view: 'work' };
  if (hash === wallAddress) return { view: 'wall' };
  return { view: 'caseload' };
}

export const planAddress = (planId: string, tab: PlanTab = 'plan', detail = '') =>
  `#/plans/${planId}${tab === 'plan' ? '' : `/${tab}`}${detail === '' ? '' : `/${detail}`}`;
export const caseloadAddress = '#/';
export const workAddress = '#/work';
export const wallAddress = '#/wall';

class Route {
  place = $state.raw<Place>(placeOf(location.hash));

  constructor() {
    addEventListener('hashchange', () => (this.place = placeOf(location.hash)));
  }

  /** The same view with another detail: no new entry in the browser's history. */
  refine(address: string): void {
    history.replaceState(null, '', address);
    this.place = placeOf(address);
  }
}

export const route = new Route();

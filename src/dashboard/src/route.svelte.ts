/** Where the page is: kept in the hash, so that the server needs to know one file only and every view has an address. */
export type Place = { view: 'caseload' } | { view: 'plan'; planId: string };

export function placeOf(hash: string): Place {
  const plan = /^#\/plans\/([0-9a-f-]{36})$/.exec(hash);
  return plan ? { view: 'plan', planId: plan[1]! } : { view: 'caseload' };
}

export const planAddress = (planId: string) => `#/plans/${planId}`;
export const caseloadAddress = '#/';

class Route {
  place = $state.raw<Place>(placeOf(location.hash));

  constructor() {
    addEventListener('hashchange', () => (this.place = placeOf(location.hash)));
  }
}

export const route = new Route();

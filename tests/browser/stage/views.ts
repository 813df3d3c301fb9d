import { planAt, type Clinic } from './clinic.ts';
import { demoPlan } from './demo.ts';
import type { Look, Screen } from './screen.ts';
import { until } from './until.ts';

/** Every view of the dashboard, with the demo's people in it. */
export const views = {
  'sign-in': async (clinic, look) => {
    const screen = await clinic.screen(look);
    await screen.goto('');
    await screen.page.getByRole('heading', { name: 'Who are you today?' }).waitFor();
    return screen;
  },
  caseload: async (clinic, look) => {
    const screen = await clinic.screenOf('physiatrist', '', look);
    await screen.page.getByRole('table', { name: 'Plans' }).waitFor();
    return screen;
  },
  plan: async (clinic, look) => {
    const screen = await clinic.screenOf('physiatrist', planAt(await demoPlan(clinic)), look);
    await screen.live();
    return screen;
  },
  outcomes: async (clinic, look) => {
    const screen = await clinic.screenOf('physiatrist', planAt(await demoPlan(clinic), '/outcomes'), look);
    await screen.page.getByRole('navigation', { name: 'Measures' }).waitFor();
    return screen;
  },
  history: async (clinic, look) => {
    const screen = await clinic.screenOf('physiatrist', planAt(await demoPlan(clinic), '/history'), look);
    await screen.page.getByRole('button', { name: 'One change back' }).click();
    await screen.region(/^What changed since/).getByRole('listitem').first().waitFor();
    return screen;
  },
  'my work': async (clinic, look) => {
    const screen = await clinic.screenOf('therapist', '#/work', look);
    await screen.live();
    return screen;
  },
  'note form': async (clinic, look) => {
    const screen = await clinic.screenOf('therapist', planAt(await demoPlan(clinic)), look);
    const form = screen.region('Write a note');
    await form.getByLabel(/^Subjective/).fill('Leg pain is gone, the back is stiff in the morning.');
    await form.getByText('Red flags', { exact: true }).click();
    await form.getByText('Measures', { exact: true }).click();
    await form.getByLabel('Add a measure').selectOption('odi');
    await form.getByRole('group', { name: /Oswestry/ }).waitFor();
    return screen;
  },
  wall: async (clinic, look) => {
    const screen = await clinic.screenOf('wall', '#/wall', look);
    await screen.live();
    return screen;
  },
} satisfies Record<string, (clinic: Clinic, look?: Look) => Promise<Screen>>;

/** The view, once nothing of it is still being loaded. */
export async function view(name: keyof typeof views, clinic: Clinic, look?: Look): Promise<Screen> {
  await demoPlan(clinic);
  const screen = await views[name](clinic, look);
  await until('all parts of the page', async () => (await screen.page.getByText(/^(Loading|One moment)/).count()) === 0);
  return screen;
}

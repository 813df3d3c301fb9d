import { outcomeCalls } from '../calls/clients';
import { InstrumentKind, TestCompletion, type Instrument } from '../gen/careteam/v1/outcome_pb';
import type { Measured } from './draft';

let fetched: Promise<Instrument[]> | undefined;

/** The catalog, asked for once a page; a failure is forgotten, so that the next who asks tries again. */
export function instruments(): Promise<Instrument[]> {
  fetched ??= outcomeCalls.listInstruments({}).then((answer) => answer.instruments);
  fetched.catch(() => (fetched = undefined));
  return fetched;
}

/** The empty answers of an instrument, as the form shows them. */
export function blank(instrument: Instrument): Measured {
  const count = instrument.kind === InstrumentKind.STATUS ? 1 : instrument.items.reduce((sum, group) => sum + group.count, 0);
  const named = instrument.items.some((group) => group.namedByPatient);
  return {
    instrumentId: instrument.instrumentId,
    abbreviation: instrument.abbreviation,
    form: instrument.defaultForm || instrument.forms[0]?.form || '',
    referenceWindow: instrument.referenceWindows[0] ?? '',
    completion: TestCompletion.UNSPECIFIED,
    stopReason: '',
    answers: Array<string>(count).fill(''),
    activities: named ? Array<string>(count).fill('') : [],
    unit: '',
    coded: instrument.kind === InstrumentKind.STATUS,
    fewerWillDo: instrument.items.some((group) => group.least > 0 && group.least < group.count),
  };
}

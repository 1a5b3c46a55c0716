// A plan with something of everything, for X Kommune's survey.
import { survey } from "./invented.mjs";

/** A real municipality with X Kommune's answers and a plan. */
export async function plannedSurvey(root) {
  const whole = await survey(root, { code: 573, name: "Varde", number: 7, E09: "central", contributes: false });
  const [round] = whole.rounds;
  round.profile.operation.fte_cost = 525000;
  const months = { "2026-11": { light: "yellow", note: "Leverandøren er valgt; oplæringen er flyttet til januar." } };
  return {
    ...whole,
    plan: {
      proposals: { M08: { pinned: true }, M16: { rejected: "Vi har lige hjemtaget lønnen" } },
      cases: {
        "C11-1": {
          model: "C11",
          proposal: "K07",
          inputs: { saving: { low: 120, expected: 235, high: 260 }, running_cost: { expected: 60000 }, one_off: { low: 80000, expected: 150000, high: 400000 } },
        },
        "C05-1": { model: "C05", proposal: "K02", inputs: { base: { expected: 9500000 } } },
      },
      moves: {
        M10: { E04: { solution: 0.15, process: 0.1, fte_percent: { low: 5, expected: 10, high: 15 } } },
        K03: { E02: { solution: 0.1, process: 0.1, fte_percent: { expected: 60 } } },
        M12: { E02: { solution: 0.1, fte_percent: { expected: 70 } }, E04: { solution: 0.05 } },
      },
      what_if: { M10: true, K03: true },
      actions: {
        M10: {
          proposal: "M10", order: 1, owner: "Leder af bogholderiet", start: "2027-01-01", end: "2027-09-30", status: "running", months,
          milestones: { m1: { title: "Fakturaplaner oprettet", date: "2027-04-01" } }, success_factors: { "clear-goals": true },
        },
        K07: { proposal: "K07", order: 2, case: "C11-1", owner: "Økonomichef", start: "2027-02-01", end: "2027-12-31" },
        K03: { proposal: "K03", order: 3, start: "2027-06-01", end: "2028-03-31" },
        M12: { proposal: "M12", order: 4, start: "2028-01-01", end: "2028-12-31" },
      },
      goals: { g1: { subject: { score: ["E04", "solution"] }, target: 0.9, year: round.year + 2, set_in: round.id } },
      processes: {
        p1: { title: "Indlæsning af lønposter", area: "P17", fte: 0.6, ratings: { volume: 3, repetition: 3, rules: 2 } },
        p2: { title: "Breve ved organisationsændring", fte: 0.1, ratings: { volume: 1 } },
      },
      purchases: {
        q1: { unit: "Skoler", year: 2026, quarter: 2, volume: 1200000, compliance: 61, e_trade: 35 },
        q2: { unit: "Skoler", year: 2026, quarter: 3, volume: 1150000, compliance: 66, e_trade: 42 },
      },
      price_saving: 8,
    },
  };
}

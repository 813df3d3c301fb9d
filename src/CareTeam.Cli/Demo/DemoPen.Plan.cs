
namespace CareTeam.Cli.Demo;

/// <summary>The plan itself: coverage, diagnoses, goals, warning signs, and its course.</summary>
public sealed partial class DemoPen
{
    public void Covers(Person by, string payer, string region) =>
        Write(by, $"records who pays: {payer}, in {region}", new RecordCoverageRequest { Coverage = new() { Payer = payer, Region = region } });

    public void Activates(Person by) => Write(by, "activates the plan", new ActivatePlanRequest());

    public void Holds(Person by, string reason) => Write(by, $"puts the plan on hold: {reason}", new HoldPlanRequest { Reason = reason });

    public void Ends(Person by, string summary) => Write(by, $"completes the plan: {summary}", new CompletePlanRequest { Summary = summary });

    public void Diagnoses(Person by, string code, string text, int onset) =>
        Write(by, $"diagnoses {code} {text}", new AddDiagnosisRequest { DiagnosisId = Id(code), Icd10CmCode = code, Text = text, OnsetDate = Day(onset) });

    public void Sets(Person by, string goal, string description, string measure, double from, double to, string unit, int due, string instrument = "") =>
        Write(by, $"sets the goal \"{description}\": {measure} {Shown.Number(from, "")} -> {Shown.Number(to, unit)}", new AddGoalRequest
        {
            GoalId = Id(goal),
            Description = description,
            Measure = measure,
            Baseline = from,
            Target = to,
            Unit = unit,
            DueDate = Day(due),
            MeasuredBy = By(instrument),
        });

    public void Reaches(Person by, string goal, string reason) =>
        Write(by, $"closes a goal as achieved: {reason}", new CloseGoalRequest { GoalId = Id(goal), Status = GoalStatus.Achieved, Reason = reason });

    public void Warns(Person by, string flag, RedFlagKind kind, string finding) =>
        Write(by, $"raises a red flag, {Shown.Words(kind)}: {finding}", new RaiseRedFlagRequest { RedFlagId = Id(flag), Kind = kind, Finding = finding });

    public void Clears(Person by, string flag, string resolution) =>
        Write(by, $"resolves the red flag: {resolution}", new ResolveRedFlagRequest { RedFlagId = Id(flag), Resolution = resolution });

    private static GoalMeasure? By(string instrument) => instrument.Length > 0 ? new() { InstrumentId = instrument } : null;
}

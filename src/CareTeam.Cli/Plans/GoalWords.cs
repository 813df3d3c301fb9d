namespace CareTeam.Cli.Plans;

/// <summary>Goals and diagnoses in words.</summary>
public static class GoalWords
{
    private const string Pound = "[lb_av]";

    /// <summary>The international pound, exactly.</summary>
    private const double KilogramsPerPound = 0.45359237;

    public static string Of(Goal? goal) => goal is null ? "" : $"{goal.Description}{Parenthesis(Way(goal), Due(goal))}";

    /// <summary>ODI 46 % -> 20 %.</summary>
    public static string Way(Goal goal) => (goal.HasBaseline, goal.HasTarget) switch
    {
        (true, true) => $"{goal.Measure} {Shown.Number(goal.Baseline, "")} -> {Shown.Number(goal.Target, goal.Unit)}",
        (false, true) => $"{goal.Measure} -> {Shown.Number(goal.Target, goal.Unit)}",
        (true, false) => $"{goal.Measure} from {Shown.Number(goal.Baseline, goal.Unit)}",
        _ => goal.Measure,
    };

    /// <summary>22 %, 92.3 % of the way; 50 lb, reached.</summary>
    public static string Attained(Goal goal) => goal.Attainment is not { } now ? ""
        : $"{InUnitOf(goal, now)}{(now.Reached ? ", reached" : now.HasPercent ? $", {Shown.Number(now.Percent, "%")} of the way" : "")}";

    /// <summary>A goal in pounds is told in pounds, though the lift is scored in kilograms.</summary>
    private static string InUnitOf(Goal goal, GoalAttainment now) => (goal.Unit, now.Unit) == (Pound, "kg")
        ? Shown.Number(Math.Round(now.Value / KilogramsPerPound, 1), Pound)
        : Shown.Number(now.Value, now.Unit);

    public static string Code(Diagnosis? diagnosis) => diagnosis is null ? "" : $"{CodeOf(diagnosis)} {diagnosis.Text}".Trim();

    private static string CodeOf(Diagnosis diagnosis) => diagnosis.Icd10CmCode.Length > 0 ? diagnosis.Icd10CmCode : diagnosis.OtherCodes.FirstOrDefault()?.Code ?? "";

    private static string Due(Goal goal) => goal.DueDate.Length > 0 ? $"by {goal.DueDate}" : "";

    private static string Parenthesis(params IEnumerable<string> parts) =>
        string.Join(" ", parts.Where(p => p.Length > 0)) is { Length: > 0 } text ? $" ({text})" : "";
}

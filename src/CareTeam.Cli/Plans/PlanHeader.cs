using Spectre.Console;

namespace CareTeam.Cli.Plans;

internal static class PlanHeader
{
    public static void Draw(Screen screen, CarePlan plan)
    {
        screen.Markup($"[bold]{Shown.Safe(plan.Title)}[/]  {PlanStyle.Status(plan.Status)}{(plan.StatusReason.Length > 0 ? $" ({Shown.Safe(plan.StatusReason)})" : "")}");
        var facts = new Grid().AddColumn(new GridColumn().NoWrap().PadRight(2)).AddColumn();
        Fact("Patient", $"{plan.Patient?.Name}{(plan.Patient?.BirthDate is { Length: > 0 } born ? $", born {born}" : "")}  {plan.Patient?.Reference}");
        Fact("Lead", Shown.Name(plan.Lead));
        if (plan.PendingHandover is { } handover)
            Fact("Hand-over", $"proposed {Shown.Day(handover.ProposedAt)} to {Shown.NameAndRole(handover.ProposedTo)}, not answered yet: {handover.Reason}");
        if (plan.Coverage is { } coverage && (coverage.Payer + coverage.Region).Length > 0)
            Fact("Coverage", string.Join(", ", new[] { coverage.Payer, coverage.Region }.Where(w => w.Length > 0)));
        foreach (var diagnosis in plan.Diagnoses)
            Fact("Diagnosis", GoalWords.Code(diagnosis) + (diagnosis.OnsetDate.Length > 0 ? $" (since {diagnosis.OnsetDate})" : "") + Revised(diagnosis));
        if (plan.Source.Length > 0) Fact("Imported", plan.Source);
        Fact("Plan", $"{plan.PlanId}, version {plan.Version} of {Shown.Time(plan.UpdatedAt)}, opened {Shown.Day(plan.CreatedAt)}"
            + (plan.EndedAt is null ? "" : $", ended {Shown.Day(plan.EndedAt)}"));
        screen.Draw(facts);

        void Fact(string name, string value) => facts.AddRow($"[grey]{name}[/]", Shown.Safe(value));
    }

    /// <summary>Its id, by which it is revised; and REFUTED, by whom, when and why.</summary>
    private static string Revised(Diagnosis diagnosis) => $"  {Shown.ShortId(diagnosis.DiagnosisId)}" + (diagnosis.RevisedBy is null ? ""
        : $"  {(diagnosis.Verification is DiagnosisVerification.Refuted or DiagnosisVerification.EnteredInError ? Shown.Words(diagnosis.Verification).ToUpperInvariant() : $"revised {Shown.Words(diagnosis.Verification)}".TrimEnd())}"
          + $" by {Shown.Name(diagnosis.RevisedBy)} on {Shown.Day(diagnosis.RevisedAt)}{Shown.Because(diagnosis.RevisionReason)}");
}

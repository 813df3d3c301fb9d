using System.Globalization;
using CareTeam.Server.Team;

namespace CareTeam.Server.Notes;

/// <summary>When an assistant's note needs a co-signature. States differ, so it is a rule with versions by region: none, every note, or one for each so many days.</summary>
public static class CosignatureRules
{
    private const string None = "none", EveryNote = "every-note", EveryNDays = "every-n-days";

    /// <summary>days and treatment_days (0: not counted) say how often in the mode every-n-days; due_days, how long after a note was recorded it may be signed in time.</summary>
    public static readonly RuleKey Cosignature = new("note.cosignature", "mode", "days", "treatment_days", "due_days")
    {
        Choices = new Dictionary<string, string[]> { ["mode"] = [None, EveryNote, EveryNDays] },
    };

    /// <summary>What a new note of the caller's needs; null: nothing.</summary>
    public static CosignatureDemand? OfNote(RuleTable table, CarePlan plan, Caller caller, Timestamp encounterAt, Timestamp now)
    {
        if (!caller.IsAssistantOn(plan) || InForce(table, plan, now) is not { } rule) return null;
        var isDue = rule.Word("mode") == EveryNote || CosignatureRun.Of(table, plan, caller.Role.Discipline()).IsOverWith(table.Day(plan.Coverage, encounterAt), rule);
        return isDue ? Demand(table, rule, plan, caller, now) : null;
    }

    /// <summary>What a note needs once its author has amended it: a co-signature that was given does not cover what came later.</summary>
    public static CosignatureDemand? OfAmended(RuleTable table, CarePlan plan, Caller caller, NoteSummary note, Timestamp now)
    {
        if (note.CosignatureDemand is { } awaited) return awaited;
        if (!caller.IsAssistantOn(plan) || InForce(table, plan, now) is not { } rule) return null;
        return note.Cosignatures.Count > 0 || rule.Word("mode") == EveryNote ? Demand(table, rule, plan, caller, now) : null;
    }

    /// <summary>The version in force where any co-signature is demanded at all.</summary>
    public static RuleVersion? InForce(RuleTable table, CarePlan plan, DateOnly day) =>
        table.InForce(Cosignature, plan.Coverage, day) is { Severity: not RuleSeverity.Off } rule && rule.Word("mode") != None ? rule : null;

    public static bool IsPeriodic(this RuleVersion rule) => rule.Word("mode") == EveryNDays;

    public static bool IsCosigned(this NoteSummary note) => note.Cosignatures.Any(c => c.AmendmentIds.Count == note.AmendmentIds.Count);

    private static RuleVersion? InForce(RuleTable table, CarePlan plan, Timestamp now) => InForce(table, plan, table.Day(plan.Coverage, now));

    private static CosignatureDemand Demand(RuleTable table, RuleVersion rule, CarePlan plan, Caller caller, Timestamp now) => new()
    {
        Supervisor = plan.SupervisorOf(caller.Person.PersonId),
        DueDate = table.Day(plan.Coverage, now).AddDays(rule.Number("due_days")).Iso(),
        Rule = rule.Finding(rule.Text),
    };
}

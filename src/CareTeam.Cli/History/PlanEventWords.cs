using CareTeam.Cli.Clocks;
using CareTeam.Cli.Diagnostics;
using CareTeam.Cli.Medications;
using CareTeam.Cli.Notes;
using CareTeam.Cli.Outcomes;
using CareTeam.Cli.Plans;
using CareTeam.Cli.Procedures;
using CareTeam.Cli.Rules;
using CareTeam.Cli.Tasks;
using CareTeam.Cli.Team;
using CareTeam.Cli.Therapy;
using Google.Protobuf;

namespace CareTeam.Cli.History;

/// <summary>Tells an event in a sentence, for watchers, timelines and conflicts. Events name things by id; earlier ones told what they are.</summary>
public sealed class PlanEventWords
{
    /// <summary>Each area's sentences stand in its room; null for an event of another area.</summary>
    private static readonly IReadOnlyList<Func<PlanEvent, PlanNames, string?>> Areas =
    [
        CarePlanEventWords.Of,
        TeamEventWords.Of,
        TaskEventWords.Of,
        NoteEventWords.Of,
        RuleEventWords.Of,
        DiagnosticsEventWords.Of,
        MedicationEventWords.Of,
        ProcedureEventWords.Of,
        TherapyEventWords.Of,
        OutcomeEventWords.Of,
        ClockEventWords.Of,
    ];

    private readonly PlanNames names = new();

    /// <summary>Lets names be known that were given before the first event told here.</summary>
    public PlanEventWords Knowing(CarePlan plan)
    {
        names.Learn(plan);
        return this;
    }

    /// <summary>Version, local time, of what day if it is a late entry, who, what.</summary>
    public string Line(PlanEvent e) => $"{e.Version,4}  {Shown.Time(e.RecordedAt)}{Late(e)}  {Shown.NameAndRole(e.Actor)}: {OneLine(Of(e))}";

    private static string Late(PlanEvent e) =>
        e.OccurredAt is not null && e.RecordedAt is not null && Shown.Day(e.OccurredAt) is var day && day != Shown.Day(e.RecordedAt) ? $" (of {day})" : "";

    public string Of(PlanEvent e)
    {
        names.Learn(e);
        // A newer server may know more kinds of events than this client.
        if (e.ChangeCase == PlanEvent.ChangeOneofCase.None) return "Something that this version of careteam does not know";
        return Areas.Select(area => area(e, names)).FirstOrDefault(sentence => sentence is not null) ?? Plainly(e);
    }

    /// <summary>An event that nobody has given a sentence: its name, and what its message tells by itself.</summary>
    private string Plainly(PlanEvent e)
    {
        var field = PlanEvent.Descriptor.FindFieldByNumber((int)e.ChangeCase);
        var name = field.Name.Replace('_', ' ');
        return char.ToUpperInvariant(name[0]) + name[1..] + Shown.Because(TellingFields.Of((IMessage)field.Accessor.GetValue(e), names));
    }

    // What a person wrote must not look like a line of its own.
    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}

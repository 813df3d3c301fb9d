using System.Collections;
using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace CareTeam.Cli.History;

/// <summary>What the ids of a plan stand for, as far as plan and events have told. A message whose first field is its id is a thing with a name.</summary>
public sealed class PlanNames
{
    private static readonly IReadOnlyList<FieldDescriptor> Lists = [.. CarePlan.Descriptor.Fields.InDeclarationOrder().Where(f => f.IsRepeated && f.FieldType == FieldType.Message)];

    private readonly Dictionary<string, string> known = [];

    public string Of(string id) => known.GetValueOrDefault(id, Shown.ShortId(id));

    public string Person(string id) => known.GetValueOrDefault(id, id);

    /// <summary>Of kind/id, as rules name what they let pass.</summary>
    public string Subject(string subject) => subject.Split('/', 2) is [var kind, var id] ? $"{kind.Replace('-', ' ')} {Of(id)}" : subject;

    public bool Knows(string id) => known.ContainsKey(id);

    public void Learn(CarePlan plan)
    {
        foreach (var list in Lists)
            foreach (IMessage thing in (IList)list.Accessor.GetValue(plan)) Learn(thing);
        foreach (var member in plan.Members) Learn(member.Person);
    }

    public void Learn(PlanEvent e)
    {
        if (e.RedFlagRaised is { } flag) known[flag.RedFlagId] = Shown.Words(flag.Kind);
        if (PlanEvent.Descriptor.FindFieldByNumber((int)e.ChangeCase)?.Accessor.GetValue(e) is not IMessage change) return;
        foreach (var field in change.Descriptor.Fields.InDeclarationOrder().Where(f => !f.IsRepeated && f.FieldType == FieldType.Message))
            if (field.Accessor.GetValue(change) is IMessage thing) Learn(thing);
    }

    private void Learn(IMessage thing)
    {
        if (IdOf(thing.Descriptor) is { } id && id.Accessor.GetValue(thing) is string { Length: > 0 } value && NameOf(thing) is { Length: > 0 } name) known[value] = name;
    }

    /// <summary>The field that is the id of such a thing; null when it has none.</summary>
    public static FieldDescriptor? IdOf(MessageDescriptor thing) =>
        thing.FindFieldByNumber(1) is { FieldType: FieldType.String, IsRepeated: false } first && first.Name.EndsWith("_id", StringComparison.Ordinal) ? first : null;

    private static string NameOf(IMessage thing) => thing switch
    {
        CareTask task => $"\"{task.Title}\"",
        Goal goal => $"\"{goal.Description}\"",
        RedFlag flag => Shown.Words(flag.Kind),
        Person person => Shown.Name(person),
        NoteSummary note => $"of {Shown.Day(note.EncounterAt)} by {Shown.Name(note.Author)}",
        Procedure procedure => $"{procedure.Kind.Title()}, {procedure.Planned?.Place()}",
        DiagnosticStudy study => study.Title(),
        PhysicalExam exam => $"of {Shown.Day(exam.ExaminedAt)} by {Shown.Name(exam.Examiner)}",
        _ => TellingFields.Name(thing),
    };
}

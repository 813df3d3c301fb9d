using System.Collections;
using System.Globalization;
using CareTeam.Server.Outcomes;
using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace CareTeam.Server.History;

/// <summary>Values, fields and things of a plan in words.</summary>
public static class DiffWords
{
    /// <summary>What a thing is called, by the first of these fields that it has and that is filled.</summary>
    private static readonly string[] TitleFields =
        ["title", "description", "text", "name", "display", "measure", "medication", "substance", "instrument_id", "indication", "finding", "subject", "kind", "modality", "rule_id", "code",
        "session_date", "topic", "activity", "period_end_date", "opened_date", "week_start_date", "discipline"];

    private const int LongestTitle = 80;

    /// <summary>A person, a time: shown as one value.</summary>
    public static bool IsOneValue(FieldDescriptor field) =>
        field.FieldType == FieldType.Message && (field.MessageType.ClrType == typeof(Timestamp) || field.MessageType.ClrType == typeof(Person));

    public static string Id(object? element) => element is IMessage message && IdField(message) is { } id ? (string)id.Accessor.GetValue(message) : "";

    /// <summary>What makes two things the same: their id; of a member the person and the beginning; of what has none, all of it.</summary>
    public static string Key(object? element) => element switch
    {
        Member m => $"{m.Person?.PersonId} {m.Since}",
        PlanDue d => $"{d.Kind}/{d.SubjectId}/{d.Occurrence}",
        HomeWeek w => w.WeekStartDate,
        IMessage message when IdField(message) is { } id => (string)id.Accessor.GetValue(message),
        _ => element?.ToString() ?? "",
    };

    public static string Title(object? element)
    {
        if (element is not IMessage message) return element?.ToString() ?? "";
        if (element is Member member) return Of(member.Person);
        if (element is OutcomeMeasurement outcome) return outcome.Words();
        if (element is NoteSummary note) return $"{Of(note.Author)}, {Of(note.EncounterAt)}";
        foreach (var name in TitleFields)
        {
            if (message.Descriptor.FindFieldByName(name) is not { IsRepeated: false, FieldType: FieldType.String or FieldType.Enum } field) continue;
            if (Of(field, field.Accessor.GetValue(message)) is { Length: > 0 } title) return title.Shortened(LongestTitle);
        }
        return Spoken(message.Descriptor.Name);
    }

    public static string Of(FieldDescriptor field, object? value) => value switch
    {
        null => "",
        Person person => Of(person),
        Timestamp time => Of(time),
        bool yes => yes ? "yes" : "no",
        double number => number.ToString("0.###", CultureInfo.InvariantCulture),
        IFormattable number when field.FieldType != FieldType.Enum => number.ToString(null, CultureInfo.InvariantCulture),
        System.Enum => Convert.ToInt32(value, CultureInfo.InvariantCulture) == 0 ? "" : EnumWord(field, value),
        IList list => string.Join("; ", list.Cast<object>().Select(v => v is IMessage m ? Title(m) + Details(m) : Of(field, v))),
        IMessage message => Title(message),
        _ => value.ToString() ?? "",
    };

    public static string There(object? value) => value is null ? "" : "yes";

    /// <summary>due_date is "due date", DiagnosticStudy "diagnostic study".</summary>
    public static string Spoken(string name) => string.Concat(name.Select((c, i) =>
        c == '_' ? " " : char.IsUpper(c) ? (i > 0 ? " " : "") + char.ToLowerInvariant(c) : c.ToString()));

    public static string Sentence(FieldDescriptor area, PlanDifference d)
    {
        var noun = area is { FieldType: FieldType.Message, IsRepeated: true } ? Noun(area.MessageType) : Spoken(area.Name);
        var named = area.IsRepeated && d.Subject.Length > 0 && d.Subject != Spoken(area.MessageType?.Name ?? "") ? $"{Capital(noun)} \"{d.Subject}\"" : Capital(noun);
        return d.Kind switch
        {
            DifferenceKind.Added => $"{named} added.",
            DifferenceKind.Removed => $"{named} is gone.",
            _ => $"{named}: {string.Join("; ", d.Fields.Select(f => Change(area, f)))}.",
        };
    }

    private static string Change(FieldDescriptor area, FieldDifference f)
    {
        var name = !area.IsRepeated && f.Field == Spoken(area.Name) ? "" : f.Field + " ";
        return (f.Before, f.After) switch
        {
            ("", "") => $"{name}changed",
            ("", var after) => $"{name}{after}",
            (var before, "") => $"{name}no longer {before}",
            var (before, after) when before == after => $"{name}changed in detail",
            var (before, after) => $"{name}{before} -> {after}",
        };
    }

    private static string Noun(MessageDescriptor type) => Spoken(type.Name.Replace("Summary", "", StringComparison.Ordinal).Replace("OverriddenRule", "OverrideOfARule", StringComparison.Ordinal));

    private static string Details(IMessage message) => message is RuleFinding finding ? $" ({finding.Text})" : "";

    private static string Of(Person? person) => person is null ? "" : $"{(person.Name.Length > 0 ? person.Name : person.PersonId)} ({person.Role.Spoken()})";

    private static string Of(Timestamp? time) => time is null ? "" : time.ToDateTime().ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);

    private static string EnumWord(FieldDescriptor field, object value)
    {
        var name = field.EnumType.FindValueByNumber(Convert.ToInt32(value, CultureInfo.InvariantCulture))?.Name ?? value.ToString()!;
        var prefix = string.Concat(field.EnumType.Name.Select((c, i) => (i > 0 && char.IsUpper(c) ? "_" : "") + char.ToUpperInvariant(c))) + "_";
        return name.Replace(prefix, "", StringComparison.Ordinal).Replace('_', ' ').ToLowerInvariant();
    }

    private static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    private static FieldDescriptor? IdField(IMessage message) =>
        message.Descriptor.Fields.InFieldNumberOrder()[0] is { FieldType: FieldType.String, IsRepeated: false } first && first.Name.EndsWith("_id", StringComparison.Ordinal) ? first : null;
}

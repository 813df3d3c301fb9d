using System.Collections;
using System.Globalization;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Google.Protobuf.WellKnownTypes;

namespace CareTeam.Cli.History;

/// <summary>What a message tells of itself, by its descriptor alone: kinds, names, days and amounts in the order of the contract, then what somebody wrote.</summary>
public static class TellingFields
{
    private const int Depth = 2;
    private const int LongestText = 120;

    private static readonly string[] Names = ["title", "name", "substance", "text", "description", "measure"];

    /// <summary>Free text of people: it explains the rest, so it comes last.</summary>
    private static readonly HashSet<string> Prose = ["reason", "summary", "finding", "outcome", "resolution", "conclusion", "comment", "response", "indication"];

    public static string Of(IMessage message, PlanNames names)
    {
        var (facts, prose) = (new List<string>(), new List<string>());
        Collect(message, names, Depth, facts, prose);
        return string.Join(", ", facts) + string.Concat(prose.Select((text, i) => i == 0 && facts.Count == 0 ? text : $": {text}"));
    }

    /// <summary>What a thing is called: its title or the like, otherwise what kind it is.</summary>
    public static string Name(IMessage thing)
    {
        foreach (var name in Names)
            if (thing.Descriptor.FindFieldByName(name) is { FieldType: FieldType.String, IsRepeated: false } field && Text(field, thing) is { Length: > 0 } text) return text;
        return thing.Descriptor.Fields.InDeclarationOrder().Where(f => f is { FieldType: FieldType.Enum, IsRepeated: false })
            .Select(f => Words(f.Accessor.GetValue(thing))).FirstOrDefault(w => w.Length > 0) ?? "";
    }

    private static void Collect(IMessage message, PlanNames names, int depth, List<string> facts, List<string> prose)
    {
        foreach (var field in message.Descriptor.Fields.InDeclarationOrder())
        {
            var value = field.Accessor.GetValue(message);
            if (field.IsMap || value is null || IsUnset(field, message)) continue;
            if (value is IList list) facts.AddRange(Many(field, list, names));
            else if (value is IMessage inner and not (Timestamp or Person))
            {
                if (depth > 0) Collect(inner, names, depth - 1, facts, prose);
            }
            else if (One(field, value, names) is { Length: > 0 } words) (Prose.Contains(field.Name) ? prose : facts).Add(words);
        }
    }

    private static bool IsUnset(FieldDescriptor field, IMessage message) => !field.IsRepeated && field.HasPresence && !field.Accessor.HasValue(message);

    private static string One(FieldDescriptor field, object value, PlanNames names) => value switch
    {
        string id when IsId(field) => names.Knows(id) ? names.Of(id) : "",
        string { Length: > 0 } date when field.Name.EndsWith("_date", StringComparison.Ordinal) => $"{Spoken(field.Name[..^"_date".Length])} {date}",
        string text => Cut(text),
        System.Enum word => Words(word),
        bool => true.Equals(value) ? Spoken(field.Name) : "",
        int number => number == 0 && !field.HasPresence ? "" : $"{Spoken(field.Name)} {number}",
        double number => number == 0 && !field.HasPresence ? "" : $"{Spoken(field.Name)} {number.ToString("0.###", CultureInfo.InvariantCulture)}",
        Timestamp time => $"{Spoken(field.Name)} {Shown.Time(time)}",
        Person person => Shown.Name(person),
        _ => "",
    };

    /// <summary>A few words one by one; of things only how many.</summary>
    private static IEnumerable<string> Many(FieldDescriptor field, IList values, PlanNames names)
    {
        if (values.Count == 0) return [];
        return field.FieldType == FieldType.Message ? [$"{Spoken(field.Name)} {values.Count}"] : values.Cast<object>().Select(v => One(field, v, names)).Where(w => w.Length > 0);
    }

    private static bool IsId(FieldDescriptor field) => field.Name.EndsWith("_id", StringComparison.Ordinal) || field.Name.EndsWith("_ids", StringComparison.Ordinal);

    private static string Text(FieldDescriptor field, IMessage message) => Cut((string)field.Accessor.GetValue(message));

    private static string Cut(string text) => text.Length > LongestText ? text[..LongestText] + "..." : text;

    private static string Spoken(string name) => name.Replace('_', ' ');

    // PhysicalTherapist is "physical therapist"; the first value of an enum says nothing.
    private static string Words(object value) => Convert.ToInt32(value, CultureInfo.InvariantCulture) == 0
        ? ""
        : string.Concat(value.ToString()!.Select((c, i) => (char.IsUpper(c) && i > 0 ? " " : "") + char.ToLowerInvariant(c)));
}

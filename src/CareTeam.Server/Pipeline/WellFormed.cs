using System.Collections;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Google.Protobuf.WellKnownTypes;

namespace CareTeam.Server.Pipeline;

/// <summary>
/// What holds for every message that comes in, by the kind and the name of its fields: ids are UUIDs, dates are dates, enum values exist,
/// times and numbers are in range, text has no NUL (PostgreSQL's jsonb cannot hold it) and an upper bound.
/// </summary>
public static class WellFormed
{
    private const int LongestText = 20_000;
    private const int LongestPersonId = 128;
    private static readonly HashSet<string> PersonIds = ["person_id", "assignee_id", "author_id", "lead_id"];
    private static readonly HashSet<string> CatalogIds = ["rule_id", "instrument_id", "subscale_id"];
    private const int LongestCatalogId = 64;
    private static readonly HashSet<string> Unbounded = ["bundle_json", "page_token"];
    private static readonly Timestamp Earliest = Timestamp.FromDateTime(new DateTime(1900, 1, 1, 0, 0, 0, DateTimeKind.Utc));
    private static readonly Timestamp Latest = Timestamp.FromDateTime(new DateTime(2200, 1, 1, 0, 0, 0, DateTimeKind.Utc));

    public static void Check(IMessage message, Violations violations, string path = "")
    {
        foreach (var field in message.Descriptor.Fields.InDeclarationOrder())
        {
            var name = path + field.Name;
            if (field.IsRepeated)
            {
                var values = (IList)field.Accessor.GetValue(message);
                for (var i = 0; i < values.Count; i++) Value(field, values[i]!, violations, $"{name}[{i}]");
            }
            else if (!field.HasPresence || field.Accessor.HasValue(message))
            {
                Value(field, field.Accessor.GetValue(message), violations, name);
            }
        }
    }

    private static void Value(FieldDescriptor field, object value, Violations violations, string name)
    {
        switch (value)
        {
            case string text: Text(field, text, violations, name); break;
            case System.Enum when field.EnumType.FindValueByNumber(Convert.ToInt32(value)) is null:
                violations.Add(name, $"has no value {Convert.ToInt32(value)}");
                break;
            case double number when !double.IsFinite(number): violations.Add(name, "is not a finite number"); break;
            case int number when number < 0: violations.Add(name, $"is {number}; it must not be negative"); break;
            case Timestamp time when time.Nanos is < 0 or > 999_999_999 || time.Seconds < Earliest.Seconds || time.Seconds > Latest.Seconds:
                violations.Add(name, "is not a time between the years 1900 and 2200");
                break;
            case Timestamp: break;
            case IMessage inner: Check(inner, violations, name + "."); break;
        }
    }

    private static void Text(FieldDescriptor field, string text, Violations violations, string name)
    {
        if (text.Length == 0) return;
        if (text.Contains('\0')) violations.Add(name, "contains a NUL character");
        else if (PersonIds.Contains(field.Name) || field.Name.EndsWith("_person_id", StringComparison.Ordinal))
        {
            if (text.Length > LongestPersonId || text.Any(char.IsControl))
                violations.Add(name, $"is not a person's id: at most {LongestPersonId} characters, no control characters");
        }
        else if (CatalogIds.Contains(field.Name))
        {
            if (text.Length > LongestCatalogId || text.Any(char.IsControl)) violations.Add(name, $"is not an id of a catalog: at most {LongestCatalogId} characters, no control characters");
        }
        else if (IsIdField(field.Name))
        {
            if (!Violations.IsId(text)) violations.Add(name, "is not a UUID as lower-case text, like 0190c0de-0000-7000-8000-000000000000");
        }
        else if (IsDateField(field.Name))
        {
            if (!Violations.IsDate(text)) violations.Add(name, "is not a date, YYYY-MM-DD, between the years 1900 and 2200");
        }
        else if (text.Length > LongestText && !Unbounded.Contains(field.Name))
        {
            violations.Add(name, $"has {text.Length} characters; at most {LongestText} are allowed");
        }
    }

    private static bool IsIdField(string name) => name.EndsWith("_id", StringComparison.Ordinal) || name.EndsWith("_ids", StringComparison.Ordinal) || name == "depends_on";

    private static bool IsDateField(string name) => name.EndsWith("_date", StringComparison.Ordinal) || name == "due_by";
}

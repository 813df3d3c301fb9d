using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CareTeam.V1;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;

namespace CareTeam.Tests;

/// <summary>
/// Writes steps on one plan. Whatever it writes twice is the same twice: ids are named by the plan and by what they are of, and the first step of a day is at nine o'clock,
/// each further one a minute later.
/// </summary>
public sealed class CarePen(string planId)
{
    private readonly Dictionary<string, int> stepsOfDay = [];
    private readonly List<CareStep> steps = [];

    public string PlanId => planId;

    /// <summary>In the order of their times, whatever the order in which they were written.</summary>
    public IReadOnlyList<CareStep> Steps => [.. steps.OrderBy(s => s.At)];

    public string Id(string name) => new Guid(SHA256.HashData(Encoding.UTF8.GetBytes($"{planId}\n{name}")).AsSpan(0, 16)).ToString("D");

    /// <summary>Fills in the ids that every command has.</summary>
    public void On(string day, Person by, IMessage request)
    {
        var number = stepsOfDay[day] = stepsOfDay.GetValueOrDefault(day) + 1;
        var command = request is SubmitNotesRequest batch ? batch.Note : request;
        command.Descriptor.FindFieldByName("plan_id")?.Accessor.SetValue(command, planId);
        command.Descriptor.FindFieldByName("request_id").Accessor.SetValue(command, Id($"step {number} of {day}"));
        steps.Add(new(Morning(day).AddMinutes(number - 1), by, request));
    }

    /// <summary>The days between two, both included, on which something is done again and again.</summary>
    public static IEnumerable<string> Days(string first, string last, params DayOfWeek[] on)
    {
        for (var day = Parse(first); day <= Parse(last); day = day.AddDays(1))
            if (on.Length == 0 || on.Contains(day.DayOfWeek)) yield return Iso(day);
    }

    public static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static DateOnly Parse(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static Timestamp At(string day) => Timestamp.FromDateTimeOffset(Morning(day));

    public static DateTimeOffset Morning(string day) => new(Parse(day).ToDateTime(new TimeOnly(9, 0)), TimeSpan.Zero);
}

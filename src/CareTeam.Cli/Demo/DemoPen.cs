using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;

namespace CareTeam.Cli.Demo;

/// <summary>
/// Writes a story down as commands. Things have names here; the same name is the same id in every run. Days are numbers: so many from the day of the demo on, mostly
/// before it. Each area's commands stand in a file of their own.
/// </summary>
public sealed partial class DemoPen(DemoStory story, string organization, DateOnly today)
{
    private readonly List<DemoStep> steps = [];
    private readonly Dictionary<string, string> chosenIds = [];
    private string chapter = "";

    public IReadOnlyList<DemoStep> Steps => steps;

    public int Mon(int week) => OfWeek(week, 0);

    public int Tue(int week) => OfWeek(week, 1);

    public int Wed(int week) => OfWeek(week, 2);

    public int Thu(int week) => OfWeek(week, 3);

    public int Fri(int week) => OfWeek(week, 4);

    /// <summary>A working day about so many days from today; 0 is today even on a Sunday.</summary>
    public string Day(int offset) => DayOption.Iso(offset == 0 ? today : Working(today.AddDays(offset)));

    /// <summary>A heading on the terminal over what follows.</summary>
    public void Chapter(string title) => chapter = title;

    /// <summary>What is written inside is expected to be refused by this rule.</summary>
    public void Refused(string byRule, Action write)
    {
        var from = steps.Count;
        write();
        for (var i = from; i < steps.Count; i++) steps[i] = steps[i] with { RefusedBy = byRule };
    }

    /// <summary>What is written inside is told in one line.</summary>
    public void Together(string words, Action write)
    {
        var from = steps.Count;
        write();
        for (var i = from; i < steps.Count; i++) steps[i] = steps[i] with { Words = i == steps.Count - 1 ? words : "" };
    }

    private int OfWeek(int week, int weekday) => 7 * week + weekday - ((int)today.DayOfWeek + 6) % 7;

    private string Id(string name) => story.Id(organization, name);

    private Timestamp Time(int day, TimeOnly time) => Timestamp.FromDateTime(Working(today.AddDays(day)).ToDateTime(time, DateTimeKind.Utc));

    private static DateOnly Working(DateOnly day) => day.DayOfWeek switch
    {
        DayOfWeek.Saturday => day.AddDays(-1),
        DayOfWeek.Sunday => day.AddDays(-2),
        _ => day,
    };

    private void Write<TResponse>(Person by, string words, IPlanCommand<TResponse> command, Action<TResponse>? learns = null, Action? prepares = null)
        where TResponse : class, IPlanReply, IMessage<TResponse>, new()
    {
        command.Set(RequestField.PlanId, story.PlanId(organization));
        command.Set(RequestField.RequestId, Id($"step {steps.Count}"));
        steps.Add(DemoStep.Of(by, words, command, learns, prepares) with { Chapter = chapter });
        chapter = "";
    }
}

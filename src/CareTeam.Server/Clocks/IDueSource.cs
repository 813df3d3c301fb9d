namespace CareTeam.Server.Clocks;

/// <summary>
/// What falls due on a plan, by an area's rules: everything whose day has come and that is not done, and of each kind and subject the next that is still to come. What is
/// done, or never can be any more, is not among it; so one that was there and is not any longer has come to its end. Something observed (two weeks of little adherence) comes
/// when its weeks are over, and stays among it. What comes about with time alone is named before, with its notice day: nobody asks between. Pure: the same plan, table and day
/// give the same.
/// </summary>
public interface IDueSource
{
    IEnumerable<Due> Dues(CarePlan plan, RuleTable rules, DateOnly today);

    /// <summary>How one that was raised, and that is named no longer, came to its end; null for one of another source's.</summary>
    DueEnd? EndOf(PlanDue raised, CarePlan plan, RuleTable rules, DateOnly today);

    /// <summary>The next day on which it names something else though nothing is recorded, besides the days of what it names.</summary>
    DateOnly NextLook(CarePlan plan, RuleTable rules, DateOnly today) => DateOnly.MaxValue;

    /// <summary>Also while a plan is a draft, and after its end.</summary>
    bool InEveryStatus => false;
}

/// <summary>The end of a due.</summary>
/// <param name="WhyNotDone">A sentence; empty: it is done.</param>
public readonly record struct DueEnd(string WhyNotDone)
{
    public static readonly DueEnd Done = new("");

    public bool IsDone => WhyNotDone.Length == 0;

    public static DueEnd DoneIf(bool done, string otherwise) => done ? Done : new(otherwise);
}

/// <summary>One thing that falls due. Its kind, subject and occurrence together name it for ever, on whichever day and node it is found.</summary>
/// <param name="Kind">area.what: therapy.initial-certification.</param>
/// <param name="SubjectId">The id of what it is about: a therapy order, a rehabilitation window.</param>
/// <param name="Occurrence">Which one of the subject's: the second interval, the third report, week 6. Its words do not change when its day does.</param>
/// <param name="NoticeDay">The day from which somebody should know; never after Day.</param>
/// <param name="Day">The last day on which it is done in time.</param>
/// <param name="RuleId">The rule of the table that demands it.</param>
/// <param name="Title">What is to be done, as a task's title.</param>
/// <param name="Description">Why, and by when; no personal text.</param>
/// <param name="Discipline">Whose field of work it is; unspecified: any.</param>
/// <param name="Assignee">Who is to do it; null: the discipline, or the whole team.</param>
/// <param name="MakesTask">Raising it asks for work, as a task of its own. False when it speaks of a task already.</param>
public sealed record Due(
    string Kind, string SubjectId, string Occurrence, DateOnly NoticeDay, DateOnly Day, string RuleId, string Title, string Description, Discipline Discipline, Person? Assignee, bool MakesTask = true)
{
    /// <summary>Of the task that is made of it.</summary>
    public TaskPriority Priority { get; init; } = TaskPriority.Urgent;

    /// <summary>Made once: plans with thousands of dues compare them at each command.</summary>
    public string Key { get; } = $"{Kind}/{SubjectId}/{Occurrence}";
}

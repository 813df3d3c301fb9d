using CareTeam.Cli.Outcomes;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;

namespace CareTeam.Cli.Demo;

/// <summary>Writes a story down as commands. Things have names here; the same name is the same id in every run.</summary>
public sealed class DemoPen(DemoStory story, string organization, DateOnly today)
{
    private readonly List<DemoStep> steps = [];
    private readonly Dictionary<string, string> titles = [];

    public IReadOnlyList<DemoStep> Steps => steps;

    public DateOnly Today => today;

    /// <summary>A working day about so many days from today; 0 is today even on a Sunday.</summary>
    public string Day(int offset) => DayOption.Iso(offset == 0 ? today : Working(today.AddDays(offset)));

    public void Joins(Person by, params ReadOnlySpan<Person> people)
    {
        foreach (var person in people) Write(by, $"adds {Shown.NameAndRole(person)} to the team", new AddMemberRequest { Person = person });
    }

    public void Leaves(Person by, Person person, string reason) =>
        Write(by, $"ends the membership of {person.Name}", new EndMembershipRequest { PersonId = person.PersonId, Reason = reason });

    public void Activates(Person by) => Write(by, "activates the plan", new ActivatePlanRequest());

    public void Holds(Person by, string reason) => Write(by, "puts the plan on hold", new HoldPlanRequest { Reason = reason });

    public void Resumes(Person by) => Write(by, "resumes the plan", new ResumePlanRequest());

    public void Ends(Person by, string summary) => Write(by, "completes the plan", new CompletePlanRequest { Summary = summary });

    public void Diagnoses(Person by, string code, string text, int onset) =>
        Write(by, $"diagnoses {code}", new AddDiagnosisRequest { DiagnosisId = Id(code), Icd10CmCode = code, Text = text, OnsetDate = Day(onset) });

    public void Sets(Person by, string goal, string description, string measure, double? from, double? to, string unit, int due, string instrument = "")
    {
        var request = new AddGoalRequest { GoalId = Id(goal), Description = description, Measure = measure, Unit = unit, DueDate = Day(due), MeasuredBy = By(instrument) };
        if (from is { } baseline) request.Baseline = baseline;
        if (to is { } target) request.Target = target;
        Write(by, $"sets the goal \"{description}\"", request);
    }

    public void Revises(Person by, string goal, string description, string measure, double from, double to, string unit, int due, string reason, string instrument = "") =>
        Write(by, $"revises the goal \"{description}\"", new ReviseGoalRequest
        {
            GoalId = Id(goal),
            Description = description,
            Measure = measure,
            Baseline = from,
            Target = to,
            Unit = unit,
            DueDate = Day(due),
            Reason = reason,
            MeasuredBy = By(instrument),
        });

    private static GoalMeasure? By(string instrument) => instrument.Length > 0 ? new() { InstrumentId = instrument } : null;

    /// <summary>Answers are typed as on the command line.</summary>
    public void Measures(Person by, string instrument, int day, string answers, Action<RecordOutcomeRequest>? with = null)
    {
        var request = new RecordOutcomeRequest
        {
            OutcomeId = Id($"{instrument} {day}"),
            InstrumentId = instrument,
            MeasuredAt = Timestamp.FromDateTime(Working(today.AddDays(day)).ToDateTime(new TimeOnly(15, 0), DateTimeKind.Utc)),
            Answers = { answers.Split(", ").Select(AnswerText.Parse) },
        };
        with?.Invoke(request);
        Write(by, $"records {instrument}", request);
    }

    public void Reaches(Person by, string goal, string reason) =>
        Write(by, "closes a goal as achieved", new CloseGoalRequest { GoalId = Id(goal), Status = GoalStatus.Achieved, Reason = reason });

    public void Warns(Person by, string flag, RedFlagKind kind, string finding) =>
        Write(by, $"raises a red flag: {Shown.Words(kind)}", new RaiseRedFlagRequest { RedFlagId = Id(flag), Kind = kind, Finding = finding });

    public void Clears(Person by, string flag, string resolution) =>
        Write(by, "resolves the red flag", new ResolveRedFlagRequest { RedFlagId = Id(flag), Resolution = resolution });

    public void Asks(Person by, string task, TaskKind kind, Discipline discipline, Person? of, int due, string title, string description = "",
        TaskPriority priority = TaskPriority.Routine, string[]? after = null, string[]? goals = null, Recurrence? series = null, DateOnly? start = null)
    {
        titles[task] = title;
        Write(by, $"{(of == by ? "plans" : $"asks {of?.Name ?? "the team"} for")} \"{title}\"", new AddTaskRequest
        {
            TaskId = Id(task),
            Title = title,
            Description = description,
            Kind = kind,
            Discipline = discipline,
            Priority = priority,
            AssigneeId = of?.PersonId ?? "",
            DueDate = start is { } first ? DayOption.Iso(first) : Day(due),
            DependsOn = { (after ?? []).Select(Id) },
            GoalIds = { (goals ?? []).Select(Id) },
            Recurrence = series,
        });
    }

    public void Accepts(Person by, string task) => Write(by, $"accepts \"{titles[task]}\"", new AcceptTaskRequest { TaskId = Id(task) });

    public void Starts(Person by, string task) => Write(by, $"starts \"{titles[task]}\"", new StartTaskRequest { TaskId = Id(task) });

    public void Completes(Person by, string task, string outcome) =>
        Write(by, $"completes \"{titles[task]}\"", new CompleteTaskRequest { TaskId = Id(task), Outcome = outcome });

    /// <summary>Accepts, starts and completes.</summary>
    public void Does(Person by, string task, string outcome)
    {
        Accepts(by, task);
        Starts(by, task);
        Completes(by, task, outcome);
    }

    public void Declines(Person by, string task, string reason) =>
        Write(by, $"declines \"{titles[task]}\"", new DeclineTaskRequest { TaskId = Id(task), Reason = reason });

    public void Reassigns(Person by, string task, Person to, string reason) =>
        Write(by, $"reassigns \"{titles[task]}\" to {to.Name}", new ReassignTaskRequest { TaskId = Id(task), AssigneeId = to.PersonId, Reason = reason });

    public void Reschedules(Person by, string task, int due, string reason) =>
        Write(by, $"moves \"{titles[task]}\"", new RescheduleTaskRequest { TaskId = Id(task), DueDate = Day(due), Reason = reason });

    public void Cancels(Person by, string task, string reason) =>
        Write(by, $"cancels \"{titles[task]}\"", new CancelTaskRequest { TaskId = Id(task), Reason = reason });

    public void Notes(Person by, string note, int day, SoapNote soap, string[]? tasks = null, string[]? goals = null) => Write(by, "writes a note", new SubmitNoteRequest
    {
        NoteId = Id(note),
        // Afternoon in UTC is a working hour in America and Europe.
        EncounterAt = Timestamp.FromDateTime(
            Working(today.AddDays(day)).ToDateTime(new TimeOnly(14 + steps.Count % 5, 15 * (steps.Count % 4)), DateTimeKind.Utc)),
        Body = new NoteBody { Soap = soap },
        TaskIds = { (tasks ?? []).Select(Id) },
        GoalIds = { (goals ?? []).Select(Id) },
    });

    public void Amends(Person by, string note, string reason, string text) =>
        Write(by, "amends a note", new AmendNoteRequest { NoteId = Id(note), AmendmentId = Id("amendment of " + note), Reason = reason, Text = text });

    private string Id(string name) => story.Id(organization, name);

    private static DateOnly Working(DateOnly day) => day.DayOfWeek switch
    {
        DayOfWeek.Saturday => day.AddDays(-1),
        DayOfWeek.Sunday => day.AddDays(-2),
        _ => day,
    };

    private void Write<TResponse>(Person by, string words, IPlanCommand<TResponse> command) where TResponse : class, IPlanReply, IMessage<TResponse>, new()
    {
        command.Set(RequestField.PlanId, story.PlanId(organization));
        command.Set(RequestField.RequestId, Id($"step {steps.Count}"));
        steps.Add(DemoStep.Of(by, words, command));
    }
}

namespace CareTeam.Server.Tests.Year;

/// <summary>
/// A year on a clock that is set day by day: two nodes on one database, both looking for what falls due, each of them restarted now and then, and ten days in September on which
/// none runs.
/// </summary>
public sealed class SimulatedYearTests(Clinic clinic) : IClassFixture<Clinic>
{
    private static readonly DateOnly Down = new(2026, 9, 10), UpAgain = new(2026, 9, 20);

    /// <summary>What clinicians must hear of: kind and what of it, the day on which it was told, the day on which it was overdue, the day on which it was met or, not done, no longer asked for. Worked out by hand from the story and the rules.</summary>
    private const string Expected = """
        note.cosignature note-of-2026-01-14 | 01-21 | 01-22 | 01-22
        note.cosignature note-of-2026-05-06 | 05-13 |       | 05-13
        outcome.safety-review phq9 lead | 02-10 | 02-11 | 02-11
        outcome.safety-review phq9 review | 02-09 | 02-10 | 02-11
        outcome.safety-review phq9 team | 02-11 |       | 02-11
        rehabilitation-window.first-visit visit | 08-17 | 08-25 | 08-26
        rehabilitation-window.reassessment week-12 of 04-13 | 06-29 | 07-07 | 07-08
        rehabilitation-window.reassessment week-12 of 08-10 | 10-26 | 11-03 |
        rehabilitation-window.reassessment week-2 of 04-13 | 04-20 |       | 04-22
        rehabilitation-window.reassessment week-2 of 08-10 | 08-17 |       | 08-24
        rehabilitation-window.reassessment week-6 of 04-13 | 05-18 |       | 05-20
        rehabilitation-window.reassessment week-6 of 08-10 | 09-20 | 09-22 | 09-23
        therapy.device-stop tens | 04-17 | 04-21 | 04-22
        therapy.home-adherence pt 2026-02-02 | 02-16 | 02-24 | 06-16 not done
        therapy.initial-certification ot | 01-28 | 02-08 | 02-10
        therapy.initial-certification pt | 01-25 |       | 01-30
        therapy.plateau walking 2026-05-04 | 05-25 | 06-02 | 06-16 not done
        therapy.progress-report ot 1 | 02-26 |       | 03-02
        therapy.progress-report pt 1 | 01-28 |       | 02-04
        therapy.progress-report pt 2 | 03-04 | 03-12 | 03-12
        therapy.progress-report pt 3 | 04-08 |       | 04-15
        therapy.progress-report pt 4 | 05-13 |       | 05-20
        therapy.re-evaluation ot 2026-02-07 | 01-31 | 02-08 | 02-12
        therapy.re-evaluation ot 2026-03-10 | 03-03 |       | 03-03 not done
        therapy.re-evaluation psychology 2026-02-11 | 02-04 |       | 02-09
        therapy.re-evaluation psychology 2026-03-20 | 03-13 |       | 03-16 not done
        therapy.re-evaluation pt 2026-02-06 | 01-30 |       | 02-04
        therapy.re-evaluation pt 2026-03-31 | 03-24 | 04-01 | 04-03
        therapy.recertification ot 2 | 02-18 |       | 03-03
        therapy.recertification pt 2 | 03-17 |       | 03-30
        therapy.recertification pt 3 | 06-09 |       | 06-16
        therapy.regression walking 2026-04-20 | 04-27 | 05-05 | 06-16 not done
        therapy.teach-back lesson | 02-02 | 02-17 | 02-19
        therapy.verbal-order ot | 01-13 | 01-21 | 02-10
        """;

    [Fact]
    public async Task Every_due_thing_is_told_once_at_its_day_and_the_same_year_again_gives_the_same_events()
    {
        var planId = New.Id();
        var once = await Live(planId, restartsEvery: 60);
        var again = await Live(planId, restartsEvery: 75);

        Assert.Equal(Expected.ReplaceLineEndings("\n"), string.Join('\n', ToldClinically(planId, once)));
        var raised = once.Where(e => e.DueRaised is not null).Select(e => Key(e.DueRaised.Due)).ToList();
        Assert.Equal(raised.Distinct(), raised);
        Assert.Equal(once.Select(WithoutEventId), again.Select(WithoutEventId));
    }

    private async Task<IReadOnlyList<PlanEvent>> Live(string planId, int restartsEvery)
    {
        var play = new YearsPlay(clinic);
        var steps = YearOfCare.Of(planId).ToLookup(s => DateOnly.FromDateTime(s.At.UtcDateTime));
        ServerNode[] nodes = [play.NewNode(), play.NewNode()];
        var (first, last) = (CarePen.Parse(YearOfCare.FirstDay), CarePen.Parse(YearOfCare.LastDay));
        for (var day = first; day <= last; day = day.AddDays(1))
        {
            if (day >= Down && day < UpAgain) continue;
            if (day == UpAgain) await Restart(play, nodes, 0, 1);
            else if ((day.DayNumber - first.DayNumber) % restartsEvery == restartsEvery - 1) await Restart(play, nodes, day.DayNumber % 2);
            await Look(play, nodes, planId, day, TimeOnly.MinValue);
            foreach (var (number, step) in steps[day].Index()) await play.Take(nodes[number % 2], step);
            if (steps[day].Any()) await Look(play, nodes, planId, day, new TimeOnly(23, 0));
        }
        var events = await play.Events(nodes[0], planId);
        foreach (var node in nodes) await node.DisposeAsync();
        return events;
    }

    private static async Task Restart(YearsPlay play, ServerNode[] nodes, params int[] which)
    {
        foreach (var i in which) await nodes[i].DisposeAsync();
        foreach (var i in which) nodes[i] = play.NewNode();
    }

    /// <summary>Both at once, twice, since what is met ends a task, and that may be what something else was told of; then one more, for which nothing is left to tell.</summary>
    private static async Task Look(YearsPlay play, ServerNode[] nodes, string planId, DateOnly day, TimeOnly time)
    {
        play.Clock.Set(new(day.ToDateTime(time), TimeSpan.Zero));
        await YearsPlay.Sweep(nodes);
        await YearsPlay.Sweep(nodes);
        if (day == CarePen.Parse(YearOfCare.FirstDay) && time == TimeOnly.MinValue) return;
        var plan = await Plan(play, nodes[0], planId);
        await YearsPlay.Sweep(nodes[day.DayNumber % 2]);
        Assert.Equal(plan.Version, (await Plan(play, nodes[1], planId)).Version);
        Assert.Equal(TaskDuesOf(plan, day).Order(), plan.Dues.Where(d => d.Kind.StartsWith("task.", StringComparison.Ordinal)).Select(d => (Key(d), d.OverdueAt is not null)).Order());
    }

    private static async Task<CarePlan> Plan(YearsPlay play, ServerNode node, string planId) => (await play.As(node, CarePeople.Lead).Plans.GetPlanAsync(new() { PlanId = planId })).Plan;

    /// <summary>
    /// What must be known of the plan's tasks at the end of any day: those that are due and were not made of what falls due by itself, and those that nobody has accepted for two days (the assignee), four (the lead), seven (everyone);
    /// overdue the day after, and unaccepted after another week.
    /// </summary>
    private static IEnumerable<(string Key, bool Overdue)> TaskDuesOf(CarePlan plan, DateOnly today)
    {
        foreach (var task in plan.Tasks.Where(t => t.Status is TaskStatus.Requested or TaskStatus.Accepted or TaskStatus.InProgress))
        {
            if (task is { DueDate.Length: > 0, DueKind: "" } && CarePen.Parse(task.DueDate) is var due && due <= today) yield return ($"task.due/{task.TaskId}/{task.DueDate}", due < today);
            if (task.Status != TaskStatus.Requested) continue;
            var asked = task.RequestedAt.ToDateTime();
            var days = today.DayNumber - DateOnly.FromDateTime(asked).DayNumber;
            var who = days >= 7 ? "team" : days >= 4 ? "lead" : days >= 2 && task.Assignee is not null ? "assignee" : null;
            if (who is not null) yield return ($"task.unaccepted/{task.TaskId}/{asked:yyyy-MM-ddTHH:mm:ss.ffffff}Z {who}", days > 14);
        }
    }

    private static IEnumerable<string> ToldClinically(string planId, IReadOnlyList<PlanEvent> events)
    {
        var pen = new CarePen(planId);
        var names = new[] { "pt", "ot", "psychology", "tens", "lesson", "note of 2026-01-14", "note of 2026-05-06" }.ToDictionary(pen.Id, name => name.Replace(' ', '-'));
        names[pen.Id("phq9 of 2026-02-09")] = "phq9";
        foreach (var e in events)
        {
            if (e.RehabilitationWindowOpened?.Window is { } window) names[window.RehabilitationWindowId] = $"of {window.OpenedDate[5..]}";
            if (e.ActivityQuotaSet is { } quota) names[quota.ActivityQuotaId] = "walking";
        }
        return events.Where(e => e.DueRaised is not null && !e.DueRaised.Due.Kind.StartsWith("task.", StringComparison.Ordinal)).Select(e =>
        {
            var due = e.DueRaised.Due;
            var key = Key(due);
            var overdue = events.SingleOrDefault(o => o.DueOverdue is { } c && $"{c.Kind}/{c.SubjectId}/{c.Occurrence}" == key);
            var met = events.SingleOrDefault(o => o.DueMet is { } c && $"{c.Kind}/{c.SubjectId}/{c.Occurrence}" == key);
            return $"{due.Kind} {What(due, names[due.SubjectId])} | {Day(e)} | {Day(overdue)} | {Day(met)}{(met?.DueMet.NotDoneReason.Length > 0 ? " not done" : "")}".TrimEnd();
        }).Order(StringComparer.Ordinal);
    }

    private static string What(PlanDue due, string subject) => due.Kind switch
    {
        "rehabilitation-window.reassessment" => $"{due.Occurrence} {subject}",
        "rehabilitation-window.first-visit" => due.Occurrence,
        "outcome.safety-review" or "therapy.progress-report" or "therapy.re-evaluation" or "therapy.recertification" or "therapy.home-adherence" or "therapy.plateau" or "therapy.regression" => $"{subject} {due.Occurrence}",
        _ => subject,
    };

    private static string Day(PlanEvent? e) => e is null ? "     " : e.RecordedAt.ToDateTime().ToString("MM-dd", null);

    private static string Key(PlanDue due) => $"{due.Kind}/{due.SubjectId}/{due.Occurrence}";

    /// <summary>The id of an event is random by nature; nothing else is.</summary>
    private static PlanEvent WithoutEventId(PlanEvent e)
    {
        var copy = e.Clone();
        copy.EventId = "";
        return copy;
    }
}

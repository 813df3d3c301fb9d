namespace CareTeam.Server.Tests.Therapy;

public sealed class SessionsAtOnceTests(Clinic clinic) : IClassFixture<Clinic>
{
    [Fact]
    public async Task Sessions_of_one_day_at_once_on_two_nodes_are_all_in_and_make_one_treatment_day_and_one_occurrence()
    {
        var team = clinic.NewTeam();
        var episode = await TherapyEpisode.Begin(team);
        await using var second = clinic.NewNode();
        var nodes = new[] { clinic.Server.As(team.Therapist), second.As(team.OtherTherapist) };

        await Task.WhenAll(Enumerable.Range(0, 8).Select(i => nodes[i % 2].Therapy.RecordSessionAsync(episode.Session(-10, $"{i}")).ResponseAsync));

        var plan = (await team.As(team.Physiatrist).Plans.GetPlanAsync(new() { PlanId = episode.PlanId })).Plan;
        Assert.Equal(8, plan.Sessions.Count);
        Assert.Equal(1, plan.Tasks.Single(t => t.Kind == TaskKind.Treatment).OccurrencesCompleted);
        Assert.Equal(1, (await team.As(team.Physiatrist).Therapy.GetTherapyProgressAsync(new() { PlanId = episode.PlanId })).Orders.Single().TreatmentDays);
    }

    [Fact]
    public async Task Of_a_tenth_and_an_eleventh_treatment_day_at_once_only_one_gets_in_without_a_report()
    {
        var team = clinic.NewTeam();
        var episode = await TherapyEpisode.Begin(team);
        await using var second = clinic.NewNode();
        var nodes = new[] { clinic.Server.As(team.Therapist), second.As(team.OtherTherapist) };
        for (var day = -20; day < -11; day++) await nodes[0].Therapy.RecordSessionAsync(episode.Session(day));

        var calls = new[] { -11, -10 }.Select((day, i) => nodes[i].Therapy.RecordSessionAsync(episode.Session(day)).ResponseAsync).ToList();
        await Task.WhenAll(calls.Select(c => c.ContinueWith(_ => { }, TaskScheduler.Default)));

        Assert.Equal(10, (await calls.Single(c => c.IsCompletedSuccessfully)).TreatmentDaysSinceReport);
        Assert.Equal("therapy.progress-report", (await Expect.Status(StatusCode.FailedPrecondition, () => calls.Single(c => c.IsFaulted))).Rule());

        await nodes[0].Therapy.FileProgressReportAsync(episode.Report());
        Assert.Equal(1, (await nodes[1].Therapy.RecordSessionAsync(episode.Session(-9))).TreatmentDaysSinceReport);
    }

    [Fact]
    public async Task Reports_at_once_on_two_nodes_cover_no_day_twice()
    {
        var team = clinic.NewTeam();
        var episode = await TherapyEpisode.Begin(team);
        await using var second = clinic.NewNode();
        var nodes = new[] { clinic.Server.As(team.Therapist), second.As(team.OtherTherapist) };
        for (var day = -20; day < -15; day++) await nodes[0].Therapy.RecordSessionAsync(episode.Session(day));

        var calls = nodes.Select(n => n.Therapy.FileProgressReportAsync(episode.Report()).ResponseAsync).ToList();
        await Task.WhenAll(calls.Select(c => c.ContinueWith(_ => { }, TaskScheduler.Default)));

        Assert.Equal(5, (await calls.Single(c => c.IsCompletedSuccessfully)).TreatmentDays);
        Assert.Equal("progress-report.covers-treatment", (await Expect.Status(StatusCode.FailedPrecondition, () => calls.Single(c => c.IsFaulted))).Rule());
    }

    [Fact]
    public async Task Adjustments_of_one_exercise_at_once_pass_over_none_that_they_could_not_see()
    {
        var team = clinic.NewTeam();
        var episode = await TherapyEpisode.Begin(team);
        await using var second = clinic.NewNode();
        var nodes = new[] { clinic.Server.As(team.Therapist), second.As(team.OtherTherapist) };
        var calls = Enumerable.Range(0, 12).Select(i => nodes[i % 2].Therapy.AdjustExerciseAsync(episode.LimitForAssistants(10 + i)).ResponseAsync).ToList();
        await Task.WhenAll(calls.Select(c => c.ContinueWith(_ => { }, TaskScheduler.Default)));

        Assert.Contains(calls, c => c.IsCompletedSuccessfully);
        foreach (var lost in calls.Where(c => c.IsFaulted))
            Assert.Contains((await Expect.Status(StatusCode.Aborted, () => lost)).Detail<PlanConflict>().Events, e => e.ExerciseAdjusted?.ExerciseId == episode.ExerciseId);
        var history = (await team.As(team.Therapist).Plans.GetPlanAsync(new() { PlanId = episode.PlanId })).Plan.Exercises.Single().History;
        Assert.Equal(1 + calls.Count(c => c.IsCompletedSuccessfully), history.Count);
    }
}

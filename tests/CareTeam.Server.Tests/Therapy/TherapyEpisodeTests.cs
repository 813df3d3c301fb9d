namespace CareTeam.Server.Tests.Therapy;

public sealed class TherapyEpisodeTests(Clinic clinic) : IClassFixture<Clinic>
{
    [Fact]
    public async Task An_episode_from_its_order_to_the_report_is_the_same_on_every_node_and_readable_with_its_texts()
    {
        var team = clinic.NewTeam();
        var episode = await TherapyEpisode.Begin(team);
        var therapist = team.As(team.Therapist).Therapy;
        for (var day = -20; day <= -11; day++) await therapist.RecordSessionAsync(episode.Session(day, $"Session of {day}."));
        await team.As(team.Physiatrist).Therapy.CertifyTherapyAsync(new() { PlanId = episode.PlanId, RequestId = New.Id(), TherapyOrderId = episode.OrderId });
        var report = await therapist.FileProgressReportAsync(episode.Report());
        await team.As(team.Physiatrist).Team.AddMemberAsync(new() { PlanId = episode.PlanId, RequestId = New.Id(), Person = team.Patient.Person });
        await team.As(team.Patient).Therapy.LogHomeExerciseAsync(new() { PlanId = episode.PlanId, RequestId = New.Id(), ExerciseIds = { episode.ExerciseId }, Comment = "Easy." });
        await team.As(team.OccupationalTherapist).Therapy.RecordEducationAsync(new()
        {
            PlanId = episode.PlanId,
            RequestId = New.Id(),
            Topic = EducationTopic.Ergonomics,
            TeachBack = TeachBackResult.Understood,
            Content = "Desk height.",
        });

        await using var second = clinic.NewNode();
        var plan = (await second.As(team.Administrator).Plans.GetPlanAsync(new() { PlanId = episode.PlanId })).Plan;
        Assert.Equal(plan, (await team.As(team.Administrator).Plans.GetPlanAsync(new() { PlanId = episode.PlanId })).Plan);
        Assert.Equal((10, 1, 1, 1), (plan.Sessions.Count, plan.ProgressReports.Count, plan.HomeWeeks.Count, plan.Education.Count));

        var records = await All(second.As(team.Administrator), episode.PlanId, pageSize: 5);
        Assert.Equal(13, records.Count);
        Assert.Equal(records.Select(r => r.RecordDate).OrderDescending(), records.Select(r => r.RecordDate));
        Assert.Equal(Enumerable.Range(-20, 10).Select(d => $"Session of {d}."), records.Where(r => r.Session is not null).Select(r => r.Session.Detail.Response).Reverse());
        Assert.Equal("On course.", records.Single(r => r.ProgressReport is not null).ProgressReport.Text.Assessment);
        Assert.Equal(("Easy.", team.Patient.PersonId), (records.Single(r => r.HomeLog is not null).HomeLog.Comment, records.Single(r => r.HomeLog is not null).RecordedBy.PersonId));
        Assert.Equal(
            [report.ProgressReportId],
            (await second.As(team.Administrator).Therapy.ListTherapyRecordsAsync(new() { PlanId = episode.PlanId, TherapyOrderId = episode.OrderId, Kinds = { TherapyRecordKind.ProgressReport } }))
                .Records.Select(r => r.ProgressReport.Report.ProgressReportId));

        var progress = (await second.As(team.Therapist).Therapy.GetTherapyProgressAsync(new() { PlanId = episode.PlanId })).Orders.Single();
        Assert.Equal((10, 0, true, 10), (progress.TreatmentDays, progress.TreatmentDaysSinceReport, progress.Certified, progress.Attended));
        var series = (await team.As(team.Therapist).Tasks.ListTasksAsync(new() { PlanId = episode.PlanId })).Tasks.Single(t => t.Task.Kind == TaskKind.Treatment).Task;
        Assert.Equal((10, team.Therapist.PersonId), (series.OccurrencesCompleted, series.Assignee.PersonId));
    }

    [Fact]
    public async Task A_session_that_is_sent_twice_is_recorded_once()
    {
        var team = clinic.NewTeam();
        var episode = await TherapyEpisode.Begin(team);
        await using var second = clinic.NewNode();
        var session = episode.Session(-5);
        var answers = await Task.WhenAll(new[] { clinic.Server, second }.Select(node => node.As(team.Therapist).Therapy.RecordSessionAsync(session).ResponseAsync));
        Assert.Equal(answers[0], answers[1]);
        Assert.Single((await team.As(team.Therapist).Plans.GetPlanAsync(new() { PlanId = episode.PlanId })).Plan.Sessions);
        Assert.Single((await team.As(team.Therapist).Therapy.ListTherapyRecordsAsync(new() { PlanId = episode.PlanId })).Records);
    }

    [Fact]
    public async Task Who_is_not_on_the_team_reads_no_records()
    {
        var team = clinic.NewTeam();
        var episode = await TherapyEpisode.Begin(team);
        await Expect.Status(StatusCode.PermissionDenied, team.As(team.Outsider).Therapy.ListTherapyRecordsAsync(new() { PlanId = episode.PlanId }));
        await Expect.Status(StatusCode.PermissionDenied, team.As(team.Outsider).Therapy.GetTherapyProgressAsync(new() { PlanId = episode.PlanId }));
    }

    private static async Task<List<TherapyRecord>> All(Clients reader, string plan, int pageSize)
    {
        var (records, token) = (new List<TherapyRecord>(), "");
        do
        {
            var page = await reader.Therapy.ListTherapyRecordsAsync(new() { PlanId = plan, PageSize = pageSize, PageToken = token });
            records.AddRange(page.Records);
            token = page.NextPageToken;
        }
        while (token.Length > 0);
        return records;
    }
}

using Google.Protobuf.WellKnownTypes;
using Google.Rpc;

namespace CareTeam.Server.Tests.Outcomes;

public sealed class OutcomeTests(Clinic clinic) : IClassFixture<Clinic>
{
    private static readonly DateTime Today = DateTime.UtcNow.Date;

    private static RecordOutcomeRequest Odi(string plan, int daysAgo, params double?[] answers) => new()
    {
        PlanId = plan,
        RequestId = New.Id(),
        InstrumentId = "odi",
        MeasuredAt = Timestamp.FromDateTime(Today.AddDays(-daysAgo)),
        Answers = { answers.Select(a => a is { } value ? new ItemAnswer { Value = value } : new()) },
    };

    private static Dictionary<string, string> Site(Clinic clinic, string instruments)
    {
        var file = Path.Combine(clinic.DataDirectory, $"instruments-{New.Id()}.json");
        File.WriteAllText(file, instruments);
        return new() { ["Instruments:File"] = file };
    }

    private static async Task<string> PlanWithPatient(TestTeam team)
    {
        var plan = await team.ActivePlan();
        await team.As(team.Physiatrist).Team.AddMemberAsync(new() { PlanId = plan, RequestId = New.Id(), Person = team.Patient.Person });
        return plan;
    }

    [Fact]
    public async Task A_trajectory_shows_scores_changes_and_what_else_happened()
    {
        var team = clinic.NewTeam();
        var plan = await PlanWithPatient(team);
        await team.As(team.Patient).Outcomes.RecordOutcomeAsync(Odi(plan, 60, 3, 2, 3, 2, 2, 3, 2, 2, 2, 3));
        var recorded = await team.As(team.Therapist).Outcomes.RecordOutcomeAsync(Odi(plan, 1, 2, 1, 2, 1, 2, 2, 1, 2, 1, 2));
        await team.As(team.Physiatrist).Plans.HoldPlanAsync(new() { PlanId = plan, RequestId = New.Id(), Reason = "Travels." });
        await team.As(team.Therapist).Outcomes.RecordOutcomeAsync(Odi(plan, 30, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2));

        var trajectory = await team.As(team.Administrator).Outcomes.GetTrajectoryAsync(new() { PlanId = plan, InstrumentId = "odi" });

        Assert.Equal((32, "moderate disability"), (recorded.Scores.Single().Value, recorded.Scores.Single().Band));
        var series = trajectory.Series.Single();
        Assert.Equal([48.0, 40, 32], series.Points.Select(p => p.Score.Value));
        Assert.Equal([team.Patient.Person, team.Therapist.Person, team.Therapist.Person], series.Points.Select(p => p.RecordedBy));
        Assert.Equal((-16.0, 33.33, true, true, ChangeCertainty.Real), (
            series.Points[2].FromBaseline.Delta, series.Points[2].FromBaseline.ImprovementPercent, series.Points[2].FromBaseline.MeetsMcid,
            series.Points[2].FromBaseline.MeetsMcidPercent, series.Points[2].FromBaseline.Certainty));
        Assert.Equal(["plan activated", "plan on hold: Travels."], trajectory.Markers.Select(m => m.Text));
        Assert.Equal(10.0, trajectory.Instrument.Scores.Single().Mcid.Absolute);
    }

    [Fact]
    public async Task After_a_restart_with_a_changed_definition_it_is_scored_anew_and_what_was_shown_then_stays()
    {
        var team = clinic.NewTeam();
        var plan = await PlanWithPatient(team);
        await using (var before = clinic.NewNode())
        {
            await before.As(team.Therapist).Outcomes.RecordOutcomeAsync(Odi(plan, 30, 3, 3, 3, 3, 3, 3, 3, null, 3, null));
            await before.As(team.Therapist).Outcomes.RecordOutcomeAsync(Odi(plan, 0, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2));
        }
        await using var after = clinic.NewNode(settings: Site(clinic, $$"""
            [{ "id": "odi", "version": "2-ours", "effective_date": "{{Today:yyyy-MM-dd}}", "missing": { "most": 1 }, "mcid": { "absolute": 12 },
               "band_tables": { "published": { "bands": [{ "from": 0, "to": 100, "label": "any disability" }] } } }]
            """));

        var trajectory = await after.As(team.Therapist).Outcomes.GetTrajectoryAsync(new() { PlanId = plan, InstrumentId = "odi" });

        Assert.Equal(("2-ours", 12.0, 30.0), (trajectory.Instrument.Version, trajectory.Instrument.Scores[0].Mcid.Absolute, trajectory.Instrument.Scores[0].Mcid.PercentOfBaseline));
        var points = trajectory.Series.Single().Points;
        Assert.Equal((false, 60.0, "severe disability", "1", true), (points[0].Score.HasValue, points[0].ScoreThen.Value, points[0].ScoreThen.Band, points[0].DefinitionVersionThen, points[0].Rescored));
        Assert.Equal((40.0, "any disability", "moderate disability", true), (points[1].Score.Value, points[1].Score.Band, points[1].ScoreThen.Band, points[1].Rescored));
        var violation = (await Expect.Status(StatusCode.InvalidArgument, after.As(team.Therapist).Outcomes.RecordOutcomeAsync(Odi(plan, 0, 3, 3, 3, 3, 3, 3, 3, null, 3, null)))).Detail<BadRequest>();
        Assert.Equal(["answers[7].value", "answers[9].value"], violation.FieldViolations.Select(v => v.Field));
        var kept = (await after.As(team.Therapist).Plans.GetPlanAsync(new() { PlanId = plan })).Plan.Outcomes;
        Assert.Equal([("1", 60.0), ("1", 40.0)], kept.Select(o => (o.DefinitionVersion, o.Scores[0].Value)));
    }

    [Fact]
    public void A_server_with_a_wrong_catalog_does_not_start()
    {
        using var node = new ServerNode(clinic.ConnectionString, clinic.DataDirectory, settings: Site(clinic, """[{ "id": "odi", "version": "1", "effective_date": "2026-06-01" }]"""));
        Assert.Contains("odi: version 1 is there twice", Assert.Throws<InvalidDataException>(() => node.Server).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_patient_reports_questionnaires_and_no_tests()
    {
        var team = clinic.NewTeam();
        var plan = await PlanWithPatient(team);
        var tug = new RecordOutcomeRequest { PlanId = plan, RequestId = New.Id(), InstrumentId = "tug", Answers = { new ItemAnswer { Value = 9 } } };
        await Expect.Status(StatusCode.PermissionDenied, team.As(team.Patient).Outcomes.RecordOutcomeAsync(tug));
        var phq = new RecordOutcomeRequest { PlanId = plan, RequestId = New.Id(), InstrumentId = "phq9" };
        phq.Answers.Add(Enumerable.Range(1, 9).Select(item => new ItemAnswer { Value = item == 9 ? 1 : 0 }));
        var answered = await team.As(team.Patient).Outcomes.RecordOutcomeAsync(phq);
        Assert.True(answered.NeedsSafetyReview);
        Assert.True((await team.As(team.Patient).Plans.GetPlanAsync(new() { PlanId = plan })).Plan.Outcomes.Single().NeedsSafetyReview);
        Assert.Equal(answered, await team.As(team.Patient).Outcomes.RecordOutcomeAsync(phq));
    }

    [Fact]
    public async Task The_catalog_is_listed_with_licences_and_without_a_word_of_any_item()
    {
        var caller = clinic.NewTeam();
        var all = (await caller.As(caller.Patient).Outcomes.ListInstrumentsAsync(new())).Instruments;
        Assert.Equal(23, all.Count);
        Assert.All(all, i => Assert.NotEmpty(i.Licence));
        Assert.All(all, i => Assert.All(i.Items.Where(g => g.Count > 1 && !g.NamedByPatient), g => Assert.True(g.What is "" or "trial", g.What)));
        var one = (await caller.As(caller.Patient).Outcomes.ListInstrumentsAsync(new() { InstrumentId = "fabq" })).Instruments.Single();
        Assert.Equal(["FABQ-PA", "FABQ-W"], one.Scores.Select(s => s.SubscaleId));
        var unknown = await Expect.Status(StatusCode.NotFound, caller.As(caller.Patient).Outcomes.ListInstrumentsAsync(new() { InstrumentId = "ndi" }));
        Assert.Equal("instrument", unknown.Detail<ResourceInfo>().ResourceType);
    }

    [Fact]
    public async Task An_instrument_that_nobody_knows_has_no_trajectory_and_one_never_used_an_empty_one()
    {
        var team = clinic.NewTeam();
        var plan = await team.ActivePlan();
        await Expect.Status(StatusCode.NotFound, team.As(team.Therapist).Outcomes.GetTrajectoryAsync(new() { PlanId = plan, InstrumentId = "ndi" }));
        await Expect.Status(StatusCode.PermissionDenied, team.As(team.Outsider).Outcomes.GetTrajectoryAsync(new() { PlanId = plan, InstrumentId = "odi" }));
        var empty = await team.As(team.Therapist).Outcomes.GetTrajectoryAsync(new() { PlanId = plan, InstrumentId = "odi" });
        Assert.Empty(empty.Series);
        Assert.Single(empty.Markers);
    }
}

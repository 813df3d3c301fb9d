namespace CareTeam.EndToEnd.Tests;

/// <summary>The demo, played against a server: the founding story with its refusals, and the small plans around it.</summary>
public sealed class DemoTests
{
    private static readonly string[] Refusals =
    [
        "imaging.prior-care", "medication.duplicate", "therapy.assistant-limit", "therapy.progress-report", "red-flag.blocks-therapy-progression", "ablation.two-blocks", "therapy.weight-limit",
    ];

    [Fact]
    public async Task It_tells_the_whole_story_and_playing_it_again_changes_nothing()
    {
        await using var server = await ServerProcess.Start();
        var visitor = await Terminal.SignIn(server, "dr-lindqvist", "physiatrist");
        string[] demo = ["demo", "--fast", "--org", "clinic"];
        var first = await visitor.Run(demo);
        Assert.True(first.ExitCode == 0, first.Output + first.Errors);
        Assert.All(Refusals, rule => Assert.Contains($"        {rule}: ", first.Output, StringComparison.Ordinal));
        var plans = new PlanService.PlanServiceClient(await server.As("clinic", "dr-lindqvist", Role.Physiatrist));
        var all = (await plans.ListPlansAsync(new())).Plans;
        var bell = await Plan("Marcus Bell");
        WorkedUpAndTreated(bell);
        Restored(bell);
        TheTeam(bell);
        Assert.Equal(7, all.Count);
        Assert.Equal(
            [PlanStatus.Draft, PlanStatus.Active, PlanStatus.OnHold, PlanStatus.Completed],
            all.Select(p => p.Status).Distinct().Order());
        Assert.Equal(["Margaret Doyle"], all.Where(p => p.OpenRedFlags > 0).Select(p => p.PatientName));
        Assert.Equal(["electrodiagnosis.after-onset"], (await Plan("Sofia Marin")).Studies.Single().Findings.Select(f => f.RuleId));

        var second = await visitor.Run(demo);
        Assert.True(second.ExitCode == 0, second.Output + second.Errors);
        Assert.Contains("Everything was there already; nothing has changed.", second.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("REFUSED", second.Output, StringComparison.Ordinal);

        async Task<CarePlan> Plan(string patient) => (await plans.GetPlanAsync(new() { PlanId = all.Single(p => p.PatientName == patient).PlanId })).Plan;
    }

    private static void WorkedUpAndTreated(CarePlan plan)
    {
        Assert.All(plan.Studies, s => Assert.Equal(StudyStatus.Resulted, s.Status));
        var emg = plan.Studies.Single(s => s.Modality == StudyModality.EmgNcs).Results.Single();
        Assert.Equal((ElectrodiagnosticConclusionKind.PeripheralEntrapment, "dr-osei"), (emg.Conclusions.Single().Kind, emg.SignedBy.PersonId));
        Assert.Equal([BlockConcordance.Positive, BlockConcordance.Positive], plan.DiagnosticBlocks.Select(b => b.Concordance));
        Assert.Equal(2, plan.PainGenerators.Single().DiagnosticBlockIds.Count);
        var ablation = plan.Procedures.Single();
        Assert.Equal((ProcedureKind.FacetRadiofrequencyAblation, ProcedureStatus.Completed, 3), (ablation.Kind, ablation.Status, ablation.FollowUps.Count));
        Assert.Equal(ablation.ProcedureId, plan.RehabilitationWindows.Single().ProcedureId);
        Assert.Equal(("dr-lindqvist", "pt-rivera"), (plan.RedFlags.Single().ResolvedBy.PersonId, plan.RedFlags.Single().RaisedBy.PersonId));
        Assert.Equal(["duloxetine"], plan.Medications.Where(m => m.Taper.Count > 0).Select(m => m.Name));
        Assert.Equal(["ibuprofen", "naproxen"], plan.Medications.Where(m => m.Status == MedicationStatus.Stopped).Select(m => m.Name).Order());
        Assert.Equal(2, plan.Allergies.Count);
    }

    private static void Restored(CarePlan plan)
    {
        Assert.Equal(
            [Discipline.PhysicalTherapy, Discipline.OccupationalTherapy, Discipline.Psychology, Discipline.OccupationalTherapy],
            plan.TherapyOrders.Select(o => o.Discipline));
        Assert.Equal([false, true, true], plan.TherapyOrders[0].Certifications.Select(c => c.Recertification));
        Assert.Equal(
            [ExerciseChange.Prescribed, ExerciseChange.Progressed, ExerciseChange.Progressed, ExerciseChange.Regressed, ExerciseChange.Progressed, ExerciseChange.Progressed],
            plan.Exercises.Single(e => e.Name == "Deadlift").History.Select(s => s.Change));
        Assert.Equal([46, 44, 40, 38, 38, 28, 20, 12], plan.Outcomes.Where(o => o.InstrumentId == "odi").OrderBy(o => o.MeasuredAt.ToDateTime()).Select(o => o.Scores[0].Value));
        Assert.Equal("full_duty", plan.Outcomes.Last(o => o.InstrumentId == "rtw-status").Answers.Single().Code);
        Assert.Equal((5, 1), (plan.Goals.Count(g => g.Status == GoalStatus.Achieved), plan.Goals.Count(g => g.Status == GoalStatus.Active)));
        Assert.All(plan.Goals.Where(g => g.Status == GoalStatus.Achieved), g => Assert.True(g.Attainment.Reached));
        Assert.Equal(33, plan.HomeWeeks.Count);
        Assert.Equal("therapy.weight-limit", plan.RuleOverrides.Single().Finding.RuleId);
        Assert.Equal([TeachBackResult.PartlyUnderstood, TeachBackResult.Understood], plan.Education.Where(e => e.Topic == EducationTopic.BodyMechanics).Select(e => e.TeachBack));
        Assert.Equal(DeviceStatus.Discontinued, plan.Devices.Single().Status);
    }

    private static void TheTeam(CarePlan plan)
    {
        Assert.Equal("dr-lindqvist", plan.Lead.PersonId);
        Assert.Equal(2, plan.Notes.Count(n => n.Cosignatures.Count > 0));
        Assert.Equal("pt-rivera", plan.Notes.Single(n => n.CosignatureDemand is not null).CosignatureDemand.Supervisor.PersonId);
        Assert.Equal("vc-novak", plan.Tasks.Single(t => t.Title.StartsWith("Job-site visit", StringComparison.Ordinal)).Assignee.PersonId);
    }
}

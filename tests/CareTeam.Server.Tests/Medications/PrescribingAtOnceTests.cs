namespace CareTeam.Server.Tests.Medications;

/// <summary>Two prescribers on two nodes, who cannot see each other: never both through.</summary>
public sealed class PrescribingAtOnceTests(Clinic clinic) : IClassFixture<Clinic>
{
    private static PrescribeMedicationRequest Prescription(string plan, string drug, params OverrideRequest[] overrides) => new()
    {
        PlanId = plan,
        RequestId = New.Id(),
        Name = drug,
        Route = MedicationRoute.Oral,
        Dose = new() { Value = 100, Unit = "mg" },
        Frequency = new() { TimesADay = 1 },
        Indication = "Back pain",
        Overrides = { overrides },
    };

    private async Task<(TestTeam Team, string Plan, Clients[] Nodes, ServerNode Second)> TwoPrescribers()
    {
        var team = clinic.NewTeam();
        var plan = await team.ActivePlan();
        var colleague = new Someone(team.Physiatrist.Organization, Role.PainPhysician, "dr-colleague");
        await team.As(team.Physiatrist).Team.AddMemberAsync(new() { PlanId = plan, RequestId = New.Id(), Person = colleague.Person });
        var second = clinic.NewNode();
        return (team, plan, [clinic.Server.As(team.Physiatrist), second.As(colleague)], second);
    }

    private static async Task<IReadOnlyList<Task<PrescribeMedicationResponse>>> AtOnce(IReadOnlyList<Task<PrescribeMedicationResponse>> calls)
    {
        await Task.WhenAll(calls.Select(c => c.ContinueWith(_ => { }, TaskScheduler.Default)));
        return calls;
    }

    [Fact]
    public async Task Of_prescriptions_of_one_class_at_once_one_gets_through_and_the_others_are_told_why()
    {
        var (team, plan, nodes, second) = await TwoPrescribers();
        await using var _ = second;
        string[] drugs = ["ibuprofen", "naproxen", "meloxicam", "celecoxib", "etodolac", "nabumetone"];
        var calls = await AtOnce([.. drugs.Select((drug, i) => nodes[i % 2].Medications.PrescribeMedicationAsync(Prescription(plan, drug)).ResponseAsync)]);

        var won = await calls.Single(c => c.IsCompletedSuccessfully);
        foreach (var lost in calls.Where(c => c.IsFaulted)) Assert.Equal("medication.duplicate", (await Expect.Status(StatusCode.FailedPrecondition, () => lost)).Rule());
        var medication = (await team.As(team.Physiatrist).Plans.GetPlanAsync(new() { PlanId = plan })).Plan.Medications.Single();
        Assert.Equal(won.MedicationId, medication.MedicationId);
        Assert.Equal(won.Findings, medication.Findings);
    }

    [Fact]
    public async Task Prescriptions_of_different_classes_at_once_are_all_in()
    {
        var (team, plan, nodes, second) = await TwoPrescribers();
        await using var _ = second;
        string[] drugs = ["ibuprofen", "gabapentin", "acetaminophen", "methocarbamol"];
        var calls = await AtOnce([.. drugs.Select((drug, i) => nodes[i % 2].Medications.PrescribeMedicationAsync(Prescription(plan, drug)).ResponseAsync)]);
        Assert.All(calls, c => Assert.True(c.IsCompletedSuccessfully));
        Assert.Equal(drugs.Order(), (await team.As(team.Physiatrist).Plans.GetPlanAsync(new() { PlanId = plan })).Plan.Medications.Select(m => m.Name).Order());
    }

    [Fact]
    public async Task Overrides_pass_over_no_medication_that_their_author_could_not_see()
    {
        var (team, plan, nodes, second) = await TwoPrescribers();
        await using var _ = second;
        var overriding = new OverrideRequest { RuleId = "medication.duplicate", Reason = "Changing over." };
        string[] drugs = ["ibuprofen", "naproxen", "meloxicam", "celecoxib", "etodolac", "nabumetone"];
        var calls = await AtOnce([.. drugs.Select((drug, i) => nodes[i % 2].Medications.PrescribeMedicationAsync(Prescription(plan, drug, overriding)).ResponseAsync)]);

        Assert.Contains(calls, c => c.IsCompletedSuccessfully);
        foreach (var lost in calls.Where(c => c.IsFaulted))
            Assert.Contains((await Expect.Status(StatusCode.Aborted, () => lost)).Detail<PlanConflict>().Events, e => e.MedicationPrescribed is not null);
        // Whoever got through as a second one did so after the first: its override is on record.
        var after = (await team.As(team.Physiatrist).Plans.GetPlanAsync(new() { PlanId = plan })).Plan;
        Assert.Equal(after.Medications.Count - 1, after.RuleOverrides.Count);
    }

    [Fact]
    public async Task Of_changes_of_one_medication_at_once_none_passes_over_one_that_it_could_not_see()
    {
        var (team, plan, nodes, second) = await TwoPrescribers();
        await using var _ = second;
        var medication = (await nodes[0].Medications.PrescribeMedicationAsync(Prescription(plan, "gabapentin"))).MedicationId;
        var calls = Enumerable.Range(1, 8).Select(i => nodes[i % 2].Medications.ChangeMedicationAsync(new()
        {
            PlanId = plan,
            RequestId = New.Id(),
            MedicationId = medication,
            Dose = new() { Value = 100 * i, Unit = "mg" },
            Reason = $"Change {i}",
        }).ResponseAsync).ToList();
        await Task.WhenAll(calls.Select(c => c.ContinueWith(_ => { }, TaskScheduler.Default)));
        Assert.Contains(calls, c => c.IsCompletedSuccessfully);
        foreach (var lost in calls.Where(c => c.IsFaulted))
            Assert.Contains((await Expect.Status(StatusCode.Aborted, () => lost)).Detail<PlanConflict>().Events, e => e.MedicationChanged?.MedicationId == medication);
    }

    [Fact]
    public async Task A_repeated_prescription_gets_the_remembered_answer_on_the_other_node_although_it_is_a_duplicate_by_now()
    {
        var (team, plan, nodes, second) = await TwoPrescribers();
        await using var _ = second;
        var prescription = Prescription(plan, "naproxen");
        var first = await nodes[0].Medications.PrescribeMedicationAsync(prescription);
        Assert.Equal(first, await second.As(team.Physiatrist).Medications.PrescribeMedicationAsync(prescription));
    }
}

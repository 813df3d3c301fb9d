using System.Collections.Concurrent;
using CareTeam.Server.Medications;
using CareTeam.Server.Plans;
using CsCheck;
using Google.Protobuf;

namespace CareTeam.Server.Tests.Medications;

/// <summary>
/// Random prescriptions, changes, tapers, stops, reports, allergies and facts on two nodes at once. Whatever happens: no two of one class are taken at once without an
/// override on record, nobody who may not has prescribed, and every reader sees what the events add up to.
/// </summary>
public sealed class RandomMedicationsTests(Clinic clinic) : IClassFixture<Clinic>
{
    private sealed record Step(int Kind, int Drug, int Node, bool ByTherapist, bool Twice);

    private static readonly string[] Drugs = ["ibuprofen", "naproxen", "gabapentin", "pregabalin", "warfarin", "tramadol", "diazepam", "acetaminophen"];

    private static readonly Gen<Step[]> Steps = Gen.Select(Gen.Int[0, 9], Gen.Int[0, 7], Gen.Int[0, 1], Gen.Int[0, 9], Gen.Bool)
        .Select((kind, drug, node, who, twice) => new Step(kind, drug, node, who == 0, twice)).Array[15, 40];

    [Fact]
    public async Task Whatever_is_commanded_two_of_one_class_are_never_both_through_and_the_events_add_up()
    {
        await using var second = clinic.NewNode();
        await Steps.SampleAsync(steps => Play([clinic.Server, second], steps), iter: 10, threads: 1);
    }

    private async Task Play(ServerNode[] nodes, Step[] steps)
    {
        var team = clinic.NewTeam();
        var plan = await team.ActivePlan();
        var ids = Drugs.Select(_ => New.Id()).ToArray();
        var answered = new ConcurrentBag<(Someone Who, IMessage Request, IMessage Answer)>();
        await Task.WhenAll(steps.Select((step, i) => (step, lane: i % 3)).GroupBy(s => s.lane, s => s.step).Select(async lane =>
        {
            foreach (var step in lane) await Take(nodes, team, plan, ids, step, answered);
        }));

        var events = (await team.As(team.Administrator).History.ListPlanEventsAsync(new() { PlanId = plan, PageSize = 1_000 })).Events;
        var folded = CarePlanFold.Fold(CarePlanFold.Empty(plan), events);
        await using var fresh = clinic.NewNode();
        foreach (var node in nodes.Append(fresh)) Assert.Equal(folded, (await node.As(team.Administrator).Plans.GetPlanAsync(new() { PlanId = plan })).Plan);

        // Sent again after a restart, whatever was answered is answered the same and nothing happens.
        foreach (var (who, request, answer) in answered) Assert.Equal(answer, await Send(fresh.As(who).Medications, request));
        Assert.Equal(events.Count, (await fresh.As(team.Administrator).Plans.GetPlanAsync(new() { PlanId = plan })).Plan.Version);

        Assert.All(events.Where(e => e.MedicationPrescribed is not null), e => Assert.Equal(Role.Physiatrist, e.Actor.Role));
        for (var version = 1; version <= events.Count; version++) NoTwoOfOneClass(CarePlanFold.Fold(CarePlanFold.Empty(plan), events.Take(version)));
    }

    private static void NoTwoOfOneClass(CarePlan plan)
    {
        var taken = plan.Medications.Where(m => m.Status == MedicationStatus.Active).ToList();
        foreach (var same in taken.GroupBy(m => m.MedicationClass).Where(g => g.Count() > 1))
            Assert.True(same.Skip(1).All(m => m.Reported || m.Findings.Any(f => f.RuleId == "medication.duplicate")), $"Two of {same.Key} are taken without a finding.");
    }

    private static async Task Take(ServerNode[] nodes, TestTeam team, string plan, string[] ids, Step step, ConcurrentBag<(Someone, IMessage, IMessage)> answered)
    {
        var who = step.ByTherapist ? team.Therapist : team.Physiatrist;
        var request = Request(plan, ids[step.Drug], Drugs[step.Drug], step.Kind);
        var answers = new List<IMessage>();
        foreach (var node in step.Twice ? new[] { step.Node, 1 - step.Node } : [step.Node])
        {
            try
            {
                answers.Add(await Send(nodes[node].As(who).Medications, request));
            }
            catch (RpcException e)
            {
                Assert.Contains(e.StatusCode, new[] { StatusCode.FailedPrecondition, StatusCode.PermissionDenied, StatusCode.NotFound, StatusCode.Aborted, StatusCode.InvalidArgument });
            }
        }
        // A repeat gets the answer that the first one got.
        if (answers is [var first, var again]) Assert.Equal(first, again);
        if (answers.Count > 0) answered.Add((who, request, answers[0]));
    }

    private static IMessage Request(string plan, string id, string drug, int kind)
    {
        var request = New.Id();
        Func<double, MedicationDose> mg = value => new() { Value = value, Unit = "mg" };
        var today = DateTime.UtcNow.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        return kind switch
        {
            <= 2 => new PrescribeMedicationRequest
            {
                PlanId = plan,
                RequestId = request,
                MedicationId = kind == 2 ? "" : id,
                Name = drug,
                Route = MedicationRoute.Oral,
                Dose = mg(50),
                Frequency = new() { TimesADay = 2 },
                Indication = "Back pain",
                PlannedStopDate = DateOnly.FromDateTime(DateTime.UtcNow).AddDays(5).Iso(),
                OpioidSafeguards = new() { PdmpCheckedDate = today, NaloxoneOffered = true, NonopioidsInsufficient = "Tried." },
            },
            3 => new ReportHomeMedicationRequest { PlanId = plan, RequestId = request, MedicationId = id, Name = drug },
            4 => new ChangeMedicationRequest { PlanId = plan, RequestId = request, MedicationId = id, Dose = mg(75), Reason = "r" },
            5 => new TaperMedicationRequest
            {
                PlanId = plan,
                RequestId = request,
                MedicationId = id,
                Steps = { new MedicationTaperStep { StartDate = today, Dose = mg(20), Frequency = new() { TimesADay = 1 } } },
                PlannedStopDate = DateOnly.FromDateTime(DateTime.UtcNow).AddDays(9).Iso(),
                Reason = "r",
            },
            6 or 7 => new StopMedicationRequest { PlanId = plan, RequestId = request, MedicationId = id, Reason = "r" },
            8 => new RecordSafetyFactsRequest
            {
                PlanId = plan,
                RequestId = request,
                Facts = { new SafetyFact { Kind = SafetyFactKind.Egfr, Value = drug.Length * 8, ObservedDate = today, Origin = SafetyFactOrigin.Laboratory } },
            },
            _ => new RecordAllergyRequest { PlanId = plan, RequestId = request, Allergen = AllergenKind.Medication, Substance = drug },
        };
    }

    private static async Task<IMessage> Send(MedicationService.MedicationServiceClient c, IMessage request) => request switch
    {
        PrescribeMedicationRequest r => await c.PrescribeMedicationAsync(r),
        ReportHomeMedicationRequest r => await c.ReportHomeMedicationAsync(r),
        ChangeMedicationRequest r => await c.ChangeMedicationAsync(r),
        TaperMedicationRequest r => await c.TaperMedicationAsync(r),
        StopMedicationRequest r => await c.StopMedicationAsync(r),
        RecordSafetyFactsRequest r => await c.RecordSafetyFactsAsync(r),
        RecordAllergyRequest r => await c.RecordAllergyAsync(r),
        _ => throw new NotSupportedException(request.Descriptor.Name),
    };
}

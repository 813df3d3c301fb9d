using CareTeam.Server.Plans;
using Google.Protobuf;

namespace CareTeam.Server.Tests.Medications;

/// <summary>What the patient takes, among the random commands. How prescriptions keep each other out is the matter of RandomMedicationsTests.</summary>
public sealed class RandomMedications : IRandomCommands
{
    private static readonly string[] Drugs = ["ibuprofen", "naproxen", "gabapentin", "warfarin", "tramadol", "acetaminophen"];

    public int Kinds => 8;

    public IMessage Request(string planId, IReadOnlyList<string> ids, int kind, int target)
    {
        var (id, request, today) = (ids[target], New.Id(), DateOnly.FromDateTime(DateTime.UtcNow));
        return kind switch
        {
            0 => new PrescribeMedicationRequest
            {
                PlanId = planId,
                RequestId = request,
                MedicationId = id,
                Name = Drugs[target],
                Route = MedicationRoute.Oral,
                Dose = Mg(50),
                Frequency = new() { TimesADay = 2 },
                Indication = "Back pain",
                PlannedStopDate = today.AddDays(5).Iso(),
                OpioidSafeguards = new() { PdmpCheckedDate = today.Iso(), NaloxoneOffered = true, NonopioidsInsufficient = "Tried." },
            },
            1 => new ReportHomeMedicationRequest { PlanId = planId, RequestId = request, MedicationId = id, Name = Drugs[target] },
            2 => new ChangeMedicationRequest { PlanId = planId, RequestId = request, MedicationId = id, Dose = Mg(75), Reason = "r" },
            3 => new TaperMedicationRequest
            {
                PlanId = planId,
                RequestId = request,
                MedicationId = id,
                Steps = { new MedicationTaperStep { StartDate = today.Iso(), Dose = Mg(20), Frequency = new() { TimesADay = 1 } } },
                PlannedStopDate = today.AddDays(9).Iso(),
                Reason = "r",
            },
            4 => new StopMedicationRequest { PlanId = planId, RequestId = request, MedicationId = id, Reason = "r" },
            5 => new RecordSafetyFactsRequest
            {
                PlanId = planId,
                RequestId = request,
                Facts = { new SafetyFact { Kind = SafetyFactKind.Egfr, Value = 20 + 15 * target, ObservedDate = today.Iso(), Origin = SafetyFactOrigin.Laboratory } },
            },
            6 => new RecordAllergyRequest { PlanId = planId, RequestId = request, AllergyId = id, Allergen = AllergenKind.Medication, Substance = Drugs[target] },
            _ => new RefuteAllergyRequest { PlanId = planId, RequestId = request, AllergyId = id, Reason = "r" },
        };
    }

    /// <summary>A second taper goes below the first, which it cannot know.</summary>
    public bool MayBeInvalid(IMessage request, RpcException error) => request is TaperMedicationRequest && error.StatusCode == StatusCode.InvalidArgument;

    private static MedicationDose Mg(double value) => new() { Value = value, Unit = "mg" };
}

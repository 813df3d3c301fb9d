using R4 = Hl7.Fhir.Model;

namespace CareTeam.Server.Interop;

/// <summary>What an activity's detail, and each kind of resource that an activity may refer to, says of the work; what it lacks is null.</summary>
/// <param name="Place">The path of the detail below the CarePlan; empty for a resource of its own.</param>
public sealed record Activity(BundledResource Holder, string Place)
{
    public IReadOnlyList<R4.CodeableConcept?> Words { get; init; } = [];
    public R4.FhirString? Description { get; init; }
    public R4.PrimitiveType? Status { get; init; }
    public R4.CodeableConcept? StatusReason { get; init; }
    public R4.PrimitiveType? Intent { get; init; }
    public R4.Code<R4.RequestPriority>? Priority { get; init; }
    public R4.FhirBoolean? DoNotPerform { get; init; }
    public R4.DataType? Scheduled { get; init; }
    public IReadOnlyList<R4.ResourceReference> Performers { get; init; } = [];
    public IReadOnlyList<R4.CodeableConcept?> PerformerTypes { get; init; } = [];
    public R4.ResourceReference? Requester { get; init; }
    public R4.ResourceReference? Subject { get; init; }
    public IReadOnlyList<R4.ResourceReference> Goals { get; init; } = [];

    public string StatusCode => Status?.JsonValue as string ?? "unknown";

    /// <summary>An element's path below its resource.</summary>
    public string Path(string element) => Place.Length == 0 ? element : $"{Place}.{element}";

    /// <summary>An element as it is named among what is left out.</summary>
    public string Element(string element) => $"{Holder.TypeName}.{Path(element)}";

    public static Activity Of(R4.CarePlan.DetailComponent detail, BundledResource plan, string place) => new(plan, place)
    {
        Words = [detail.Code],
        Description = detail.DescriptionElement,
        Status = detail.StatusElement,
        StatusReason = detail.StatusReason,
        DoNotPerform = detail.DoNotPerformElement,
        Scheduled = detail.Scheduled,
        Performers = detail.Performer,
        Goals = detail.Goal,
    };

    /// <summary>Null for a type that an activity may not refer to.</summary>
    public static Activity? Of(BundledResource holder) => holder.Resource switch
    {
        R4.ServiceRequest r => new(holder, "")
        {
            Words = [r.Code],
            Status = r.StatusElement,
            Intent = r.IntentElement,
            Priority = r.PriorityElement,
            DoNotPerform = r.DoNotPerformElement,
            Scheduled = r.Occurrence,
            Performers = r.Performer,
            PerformerTypes = [r.PerformerType],
            Requester = r.Requester,
            Subject = r.Subject,
            Description = r.PatientInstructionElement,
        },
        R4.Task r => new(holder, "")
        {
            Words = [r.Code],
            Description = r.DescriptionElement,
            Status = r.StatusElement,
            StatusReason = r.StatusReason,
            Intent = r.IntentElement,
            Priority = r.PriorityElement,
            Scheduled = r.Restriction?.Period,
            Performers = Some(r.Owner),
            PerformerTypes = r.PerformerType,
            Requester = r.Requester,
            Subject = r.For,
        },
        R4.Appointment r => new(holder, "")
        {
            Words = [.. r.ServiceType, r.AppointmentType, .. r.Specialty],
            Description = r.DescriptionElement,
            Status = r.StatusElement,
            StatusReason = r.CancelationReason,
            Scheduled = r.StartElement,
        },
        R4.CommunicationRequest r => new(holder, "")
        {
            Words = r.Category,
            Status = r.StatusElement,
            StatusReason = r.StatusReason,
            Priority = r.PriorityElement,
            DoNotPerform = r.DoNotPerformElement,
            Scheduled = r.Occurrence,
            Performers = Some(r.Sender),
            Requester = r.Requester,
            Subject = r.Subject,
            Description = r.Payload.Select(p => p.Content).OfType<R4.FhirString>().FirstOrDefault(),
        },
        R4.DeviceRequest r => new(holder, "")
        {
            Words = [r.Code as R4.CodeableConcept],
            Status = r.StatusElement,
            Intent = r.IntentElement,
            Priority = r.PriorityElement,
            Scheduled = r.Occurrence,
            Performers = Some(r.Performer),
            PerformerTypes = [r.PerformerType],
            Requester = r.Requester,
            Subject = r.Subject,
        },
        R4.MedicationRequest r => new(holder, "")
        {
            Words = [r.Medication as R4.CodeableConcept],
            Status = r.StatusElement,
            StatusReason = r.StatusReason,
            Intent = r.IntentElement,
            Priority = r.PriorityElement,
            DoNotPerform = r.DoNotPerformElement,
            Performers = Some(r.Performer),
            PerformerTypes = [r.PerformerType],
            Requester = r.Requester,
            Subject = r.Subject,
            Description = r.DosageInstruction.FirstOrDefault()?.TextElement,
        },
        R4.NutritionOrder r => new(holder, "")
        {
            Words = [.. r.OralDiet?.Type ?? [], .. r.Supplement.Select(s => s.Type), r.EnteralFormula?.BaseFormulaType],
            Status = r.StatusElement,
            Intent = r.IntentElement,
            Requester = r.Orderer,
            Subject = r.Patient,
            Description = r.OralDiet?.InstructionElement,
        },
        R4.RequestGroup r => new(holder, "")
        {
            Words = [r.Code],
            Status = r.StatusElement,
            Intent = r.IntentElement,
            Priority = r.PriorityElement,
            Requester = r.Author,
            Subject = r.Subject,
        },
        R4.VisionPrescription r => new(holder, "") { Status = r.StatusElement, Requester = r.Prescriber, Subject = r.Patient },
        _ => null,
    };

    private static R4.ResourceReference[] Some(R4.ResourceReference? one) => one is null ? [] : [one];
}

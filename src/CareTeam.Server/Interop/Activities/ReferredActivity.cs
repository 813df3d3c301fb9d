using R4 = Hl7.Fhir.Model;

namespace CareTeam.Server.Interop;

/// <summary>The work that an activity refers to, of each type of resource that R4 lets it refer to.</summary>
public static class ReferredActivity
{
    /// <summary>Null for a type that an activity may not refer to.</summary>
    public static Activity? Of(BundledResource holder) => holder.Resource switch
    {
        R4.ServiceRequest r => new(holder, "")
        {
            Words = [r.Code],
            Description = r.PatientInstructionElement,
            Status = r.StatusElement,
            Intent = r.IntentElement,
            Priority = r.PriorityElement,
            DoNotPerform = r.DoNotPerformElement,
            Scheduled = r.Occurrence,
            Performers = r.Performer,
            PerformerTypes = [r.PerformerType],
            Requester = r.Requester,
            Subject = r.Subject,
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
            Description = r.Payload.Select(p => p.Content).OfType<R4.FhirString>().FirstOrDefault(),
            Status = r.StatusElement,
            StatusReason = r.StatusReason,
            Priority = r.PriorityElement,
            DoNotPerform = r.DoNotPerformElement,
            Scheduled = r.Occurrence,
            Performers = Some(r.Sender),
            Requester = r.Requester,
            Subject = r.Subject,
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
            Description = r.OralDiet?.InstructionElement,
            Status = r.StatusElement,
            Intent = r.IntentElement,
            Requester = r.Orderer,
            Subject = r.Patient,
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

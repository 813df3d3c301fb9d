using CareTeam.Server.Plans;
using R4 = Hl7.Fhir.Model;

namespace CareTeam.Server.Interop;

/// <summary>The Conditions that a CarePlan addresses are its diagnoses.</summary>
public static class DiagnosisMapping
{
    private const string Icd10CmSystem = "http://hl7.org/fhir/sid/icd-10-cm";
    private const int LongestText = 500;

    public static IEnumerable<PlanEvent> Events(PlanDraft draft)
    {
        for (var i = 0; i < draft.CarePlan.Addresses.Count; i++)
            if (Of(draft, draft.CarePlan.Addresses[i], $"addresses[{i}]") is { } diagnosis)
                yield return new() { DiagnosisAdded = new() { Diagnosis = diagnosis }, OccurredAt = draft.Start };
    }

    private static Diagnosis? Of(PlanDraft draft, R4.ResourceReference reference, string element)
    {
        var found = draft.Find(reference, draft.Source, element);
        draft.TakeReference(reference);
        if (found is null) return OfLabel(draft, reference, element);
        if (found.Resource is not R4.Condition condition)
        {
            draft.Broken(draft.Source, element, $"refers to a resource of type {found.TypeName}, not to a Condition");
            return null;
        }
        if (draft.DiagnosisIds.ContainsKey(found)) return null;
        if (Refusal(draft, found, condition) is { } refusal)
        {
            draft.LeaveOut($"CarePlan.{element}", refusal);
            draft.Account.LeaveOut(found, refusal);
            return null;
        }
        draft.Account.Use(found);
        return Describe(draft, found, condition);
    }

    private static string? Refusal(PlanDraft draft, BundledResource found, R4.Condition condition) =>
        LeftOutReasons.CannotBeUnderstood(condition) ? LeftOutReasons.NotUnderstood
        : condition.VerificationStatus?.Coding.FirstOrDefault(c => c.Code is "refuted" or "entered-in-error") is { } wrong
            ? $"is a Condition that is {wrong.Code}"
        : condition.Code is not { } code || code.Coding.Count == 0 && string.IsNullOrWhiteSpace(code.Text) ? "is a Condition without a code"
        : !draft.IsOfThisPatient(condition.Subject, found) ? LeftOutReasons.OfAnotherPatient
        : null;

    private static Diagnosis Describe(PlanDraft draft, BundledResource found, R4.Condition condition)
    {
        var codes = draft.CodingsOf(condition.Code!, found, "Condition.code").ToList();
        var icd10Cm = codes.FirstOrDefault(c => c.System == Icd10CmSystem && c.Code.Length > 0 && Icd10Cm.Problem(c.Code) is null);
        var diagnosis = new Diagnosis
        {
            DiagnosisId = draft.DiagnosisIds[found] = draft.Id("diagnosis", found.Source),
            Icd10CmCode = icd10Cm?.Code ?? "",
            Text = draft.Fit(draft.WordsOf(condition.Code), LongestText, found, "Condition.code.text"),
            OtherCodes = { codes.Where(c => c != icd10Cm) },
            OnsetDate = Onset(draft, found, condition),
        };
        if (icd10Cm is { Display.Length: > 0 } && icd10Cm.Display != diagnosis.Text)
            draft.Account.LeaveOut(found, "Condition.code.coding.display", "of the ICD-10-CM code has no place beside the diagnosis's text");
        return diagnosis;
    }

    private static string Onset(PlanDraft draft, BundledResource found, R4.Condition condition) => condition.Onset switch
    {
        R4.FhirDateTime moment => draft.DayOf(moment, found, "onset"),
        R4.Period { StartElement: { } start } period => draft.DayOf(draft.Take(period) is null ? null : start, found, "onset.start"),
        _ => "",
    };

    /// <summary>A Condition that stayed elsewhere, of which the plan tells the name.</summary>
    private static Diagnosis? OfLabel(PlanDraft draft, R4.ResourceReference reference, string element)
    {
        var text = draft.Fit(reference.Display, LongestText, draft.Source, $"CarePlan.{element}.display");
        var id = draft.Id("diagnosis", BundledResources.Normal(reference.Reference ?? text));
        if (text.Length > 0 && draft.LabelIds.Add(id)) return new() { DiagnosisId = id, Text = text };
        draft.LeaveOut($"CarePlan.{element}", text.Length > 0 ? "is a diagnosis of the plan already" : LeftOutReasons.NotInBundle);
        return null;
    }
}

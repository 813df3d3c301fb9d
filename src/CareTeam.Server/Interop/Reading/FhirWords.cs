using R4 = Hl7.Fhir.Model;

namespace CareTeam.Server.Interop;

/// <summary>Concepts, codings and names as people read them.</summary>
public static class FhirWords
{
    private const int LongestCode = 64, LongestSystem = 255, LongestDisplay = 200;

    /// <summary>The concept's text, else what its first telling coding displays; empty when it says nothing.</summary>
    public static string WordsOf(this PlanDraft draft, R4.CodeableConcept? concept)
    {
        if (draft.Take(concept) is null) return "";
        if (!string.IsNullOrWhiteSpace(concept!.Text)) return draft.Take(concept.TextElement)!.Value!;
        if (concept.Coding.FirstOrDefault(c => !string.IsNullOrWhiteSpace(c.Display)) is { } shown)
            return draft.Take(draft.Take(shown)!.DisplayElement)!.Value!;
        if (concept.Coding.FirstOrDefault(c => !string.IsNullOrWhiteSpace(c.Code)) is { } coded)
            return draft.Take(draft.Take(coded)!.CodeElement)!.Value!;
        return "";
    }

    /// <summary>The codings as a plan keeps them.</summary>
    public static IEnumerable<Coding> CodingsOf(this PlanDraft draft, R4.CodeableConcept concept, BundledResource resource, string element)
    {
        draft.Take(concept);
        foreach (var (coding, i) in concept.Coding.Select((c, i) => (c, i)))
        {
            draft.Take(coding);
            if (string.IsNullOrWhiteSpace(coding.Code) && string.IsNullOrWhiteSpace(coding.Display))
            {
                draft.Account.LeaveOut(resource, $"{element}.coding[{i}]", "has neither a code nor a display");
                draft.Take(coding.SystemElement);
                continue;
            }
            if (coding.Code?.Length > LongestCode || coding.System?.Length > LongestSystem)
            {
                draft.Account.LeaveOut(resource, $"{element}.coding[{i}]", $"has a code of more than {LongestCode} characters, or a system of more than {LongestSystem}");
                continue;
            }
            draft.Take(coding.SystemElement);
            draft.Take(coding.CodeElement);
            draft.Take(coding.DisplayElement);
            yield return new Coding { System = coding.System ?? "", Code = coding.Code ?? "", Display = draft.Fit(coding.Display, LongestDisplay, resource, $"{element}.coding.display") };
        }
    }

    /// <summary>The name in use: the official one, else the usual, else the first; whole, with titles.</summary>
    public static string NameOf(this PlanDraft draft, List<R4.HumanName> names)
    {
        var name = names.Where(n => n.Use is not (R4.HumanName.NameUse.Old or R4.HumanName.NameUse.Maiden)).OrderBy(Preference).FirstOrDefault() ?? (names.Count > 0 ? names[0] : null);
        if (draft.Take(name) is null) return "";
        draft.Take(name!.UseElement);
        if (!string.IsNullOrWhiteSpace(name.Text)) draft.Take(name.TextElement);
        var parts = name.PrefixElement.Concat(name.GivenElement).Append(name.FamilyElement).Concat(name.SuffixElement).Where(p => !string.IsNullOrWhiteSpace(p?.Value)).ToList();
        // The text repeats its parts.
        foreach (var part in parts) draft.Take(part);
        return !string.IsNullOrWhiteSpace(name.Text) ? name.Text.Trim() : string.Join(' ', parts.Select(p => p!.Value!.Trim()));
    }

    private static int Preference(R4.HumanName name) => name.Use switch
    {
        R4.HumanName.NameUse.Official => 0,
        R4.HumanName.NameUse.Usual => 1,
        _ => 2,
    };
}

using R4 = Hl7.Fhir.Model;

namespace CareTeam.Server.Interop;

/// <summary>Reasons that several parts of an import give for leaving something out.</summary>
public static class LeftOutReasons
{
    public const string NotInBundle = "refers to something that is not in the bundle";
    public const string OfAnotherPatient = "is of another patient than the plan";
    public const string NotUnderstood = "has a modifier extension, or implicit rules, that change its meaning in a way not known here";

    /// <summary>R4 forbids to process what carries these and is not understood (extensibility.html, "Modifier Extensions").</summary>
    public static bool CannotBeUnderstood(R4.Resource resource) =>
        resource.ImplicitRules is not null || resource is R4.DomainResource { ModifierExtension.Count: > 0 };
}

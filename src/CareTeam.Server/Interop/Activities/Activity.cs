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
}

namespace CareTeam.Server.Procedures;

/// <summary>What the gates judge: one procedure on one day, as it is planned or as it was done, among the others of its plan.</summary>
public sealed record ProcedureCase(
    RuleTable Rules, CarePlan Plan, string ProcedureId, ProcedureKind Kind, DateOnly Day, InjectionTechnique Technique, InjectionIndication Indication, PreProcedureChecklist? Checklist)
{
    public IReadOnlySet<InjectionSite> Sites { get; } = Technique.Sites();

    /// <summary>Others of the family that took place or are scheduled: what is scheduled takes its place within a limit.</summary>
    public IReadOnlyList<Procedure> Others { get; } =
        [.. Plan.Procedures.Where(p => p.ProcedureId != ProcedureId && p.TakesPlace() && p.Kind.Family() == Kind.Family())];

    public IEnumerable<Procedure> OthersInRegion => Others.Where(p => p.Technique().SessionRegions().Overlaps(Technique.SessionRegions()));

    public IEnumerable<Procedure> OthersAtSite => Others.Where(p => p.Technique().Sites().Overlaps(Sites));

    public InjectionRisks Risks => InjectionRisks.Of(Rules, Plan, Checklist, Day);
}

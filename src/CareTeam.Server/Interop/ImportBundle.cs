namespace CareTeam.Server.Interop;

partial class InteropGrpc
{
    public override Task<ImportBundleResponse> ImportBundle(ImportBundleRequest request, ServerCallContext context) => pipeline.Send(request, context);
}

/// <summary>
/// Makes plans of the CarePlans of a FHIR bundle: all of them, or none when the bundle is broken. A plan that was imported before stays as it is.
/// </summary>
public sealed class ImportBundle(PlanStore plans, PlanCommitter committer, ScopeOfPractice scope, TimeProvider clock) : RpcUseCase<ImportBundleRequest, ImportBundleResponse>
{
    public override Permission Who => Permission.Anywhere(Capability.Import);

    protected override void Validate(ImportBundleRequest request, Violations violations)
    {
        violations.Required("request_id", request.RequestId);
        violations.Required(BundleText.Field, request.BundleJson);
        violations.Text("lead_name", request.LeadName, 200, required: false);
        if (request.LeadId.Length == 0 && request.LeadName.Length > 0) violations.Add("lead_id", "is required with a lead_name");
        if (request.BundleJson.Length > 0) BundleText.Check(request.BundleJson, violations);
    }

    public override async Task<ImportBundleResponse> Answer(ImportBundleRequest request, Caller caller, CancellationToken cancel)
    {
        var now = Clock.Now(clock, null);
        var mapped = Map(request, caller, now, cancel);
        var response = new ImportBundleResponse { LeftOut = { mapped.LeftOut } };
        var changes = new List<PlanChange>();
        foreach (var plan in mapped.Plans)
        {
            var key = new PlanKey(caller.Organization, plan.PlanId);
            var known = await plans.Read(key, cancel);
            var change = known.Version > 0 ? null : PlanDecision.Change(key, known, bytes: 0, caller.Person, now, plan.Events);
            if (change is not null) changes.Add(change);
            else response.LeftOut.Add(new LeftOut { Resource = plan.Source, Reason = "was imported before; what has changed since is not taken over" });
            response.Plans.Add(Told(plan, change?.After ?? known, created: change is not null, caller));
        }
        await committer.Commit(new Commitment(caller.Organization, changes, Receipt.For(caller, request, response)));
        return response;
    }

    /// <summary>Who may not read a plan that is there already learns no more than that it is there.</summary>
    private static ImportedPlan Told(MappedPlan mapped, CarePlan plan, bool created, Caller caller)
    {
        var told = new ImportedPlan { PlanId = mapped.PlanId, Source = mapped.Source, Created = created };
        if (created || plan.IsReadableFor(caller)) (told.Version, told.Title) = (plan.Version, plan.Title);
        return told;
    }

    private MappedBundle Map(ImportBundleRequest request, Caller caller, Timestamp now, CancellationToken cancel)
    {
        var violations = new Violations();
        var lead = Lead(request, caller, violations);
        var bundle = BundleReader.Read(request.BundleJson, violations, cancel);
        var mapped = bundle is null ? null : BundleMapping.Map(bundle, new(caller.Organization, lead, now), violations);
        return violations.Found.Count > 0 ? throw Fault.Invalid(violations.Found) : mapped!;
    }

    private Person Lead(ImportBundleRequest request, Caller caller, Violations violations)
    {
        if (request.LeadId.Length == 0 || request.LeadId == caller.Person.PersonId)
        {
            if (!scope.May(caller.Role, Capability.Lead)) violations.Add("lead_id", "must name a physiatrist: the caller cannot lead the plans");
            return caller.Person;
        }
        violations.Required("lead_name", request.LeadName);
        return new() { PersonId = request.LeadId, Name = request.LeadName, Role = Role.Physiatrist };
    }
}

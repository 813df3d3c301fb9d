namespace CareTeam.Server.Tests.Interop;

/// <summary>The road from a bundle to plans in the store. What becomes of each element is told by CareTeam.Rules.Tests/Interop.</summary>
public sealed class ImportBundleTests(Clinic clinic) : IClassFixture<Clinic>
{
    [Fact]
    public async Task Every_sample_becomes_plans_as_its_CarePlans_say()
    {
        var team = clinic.NewTeam();
        var lead = team.As(team.Physiatrist);
        var imported = new List<ImportedPlan>();
        foreach (var sample in SampleBundles.Names.Select(SampleBundles.Text)) imported.AddRange((await lead.Interop.ImportBundleAsync(Request(sample))).Plans);

        Assert.Equal(51, imported.Count(p => p.Created));
        var plans = new List<CarePlan>();
        foreach (var plan in imported) plans.Add((await lead.Plans.GetPlanAsync(new() { PlanId = plan.PlanId })).Plan);
        Assert.Equal(imported.Select(p => (p.Version, p.Title, p.Source)), plans.Select(p => (p.Version, p.Title, p.Source)));
        Assert.Equal((112, 35, 54), (plans.Sum(p => p.Tasks.Count), plans.Sum(p => p.Goals.Count), plans.Sum(p => p.Diagnoses.Count)));
        Assert.All(plans, p => Assert.Equal(team.Physiatrist.Person, p.Lead));

        var listed = await lead.Plans.ListPlansAsync(new() { PageSize = 500 });
        Assert.Equal(imported.Select(p => p.PlanId).Order(), listed.Plans.Select(p => p.PlanId).Order());
        var open = await lead.Tasks.ListTasksAsync(new() { Statuses = { TaskStatus.InProgress }, PageSize = 500 });
        Assert.Equal(57, open.Tasks.Count);
    }

    [Fact]
    public async Task The_events_of_an_imported_plan_say_when_it_occurred_and_who_imported_it()
    {
        var team = clinic.NewTeam();
        var lead = team.As(team.Physiatrist);
        var plan = (await lead.Interop.ImportBundleAsync(Request(SampleBundles.Text(SampleBundles.Names[0])))).Plans[0];

        var events = (await lead.History.ListPlanEventsAsync(new() { PlanId = plan.PlanId })).Events;
        Assert.Equal(Enumerable.Range(1, plan.Version), events.Select(e => e.Version));
        Assert.All(events, e => Assert.True(e.OccurredAt < e.RecordedAt && e.Actor.Equals(team.Physiatrist.Person)));
    }

    [Fact]
    public async Task A_bundle_of_nearly_32_MB_is_taken()
    {
        var team = clinic.NewTeam();
        var request = Request(SampleBundles.Text(SampleBundles.Names[0]));
        request.BundleJson += new string(' ', 31 * 1024 * 1024);
        Assert.NotEmpty((await team.As(team.Physiatrist).Interop.ImportBundleAsync(request)).Plans);
    }

    [Fact]
    public async Task The_same_bundle_twice_makes_nothing_twice()
    {
        var team = clinic.NewTeam();
        var lead = team.As(team.Physiatrist);
        var first = await lead.Interop.ImportBundleAsync(Request(SampleBundles.Text(SampleBundles.Names[0])));
        await lead.Plans.HoldPlanAsync(new() { PlanId = first.Plans[0].PlanId, RequestId = New.Id(), Reason = "Flu." });

        var second = await lead.Interop.ImportBundleAsync(Request(SampleBundles.Text(SampleBundles.Names[0])));

        Assert.All(first.Plans, p => Assert.True(p.Created));
        Assert.All(second.Plans, p => Assert.False(p.Created));
        Assert.Equal(first.Plans.Select(p => p.PlanId), second.Plans.Select(p => p.PlanId));
        Assert.Equal(first.Plans[0].Version + 1, second.Plans[0].Version);
        Assert.Equal(first.LeftOut, second.LeftOut.Where(l => !l.Reason.StartsWith("was imported before", StringComparison.Ordinal)));
        Assert.Equal(first.Plans.Count, second.LeftOut.Count - first.LeftOut.Count);
        Assert.Equal(first.Plans.Count, (await lead.Plans.ListPlansAsync(new())).Plans.Count);
    }

    [Fact]
    public async Task A_repeat_of_the_request_gets_the_remembered_answer()
    {
        var team = clinic.NewTeam();
        var lead = team.As(team.Physiatrist);
        var request = Request(SampleBundles.Text(SampleBundles.Names[0]));
        var first = await lead.Interop.ImportBundleAsync(request);
        Assert.Equal(first, await lead.Interop.ImportBundleAsync(request));
        await Expect.Status(StatusCode.InvalidArgument, lead.Interop.ImportBundleAsync(new(request) { BundleJson = Bundle(Plan) }));
    }

    [Fact]
    public async Task The_same_bundle_many_times_at_once_on_two_nodes_ends_with_one_set_of_plans()
    {
        var team = clinic.NewTeam();
        await using var secondNode = clinic.NewNode();
        var sample = SampleBundles.Text(SampleBundles.Names[0]);
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(i =>
            (i % 2 == 0 ? clinic.Server : secondNode).As(team.Physiatrist).Interop.ImportBundleAsync(Request(sample)).ResponseAsync));

        Assert.Single(answers, a => a.Plans.All(p => p.Created));
        Assert.Equal(5, answers.Count(a => a.Plans.All(p => !p.Created)));
        var plans = (await team.As(team.Physiatrist).Plans.ListPlansAsync(new())).Plans;
        Assert.Equal(answers[0].Plans.Select(p => p.PlanId).Order(), plans.Select(p => p.PlanId).Order());
        foreach (var plan in answers[0].Plans)
            Assert.Equal(plan.Version, (await team.As(team.Physiatrist).Plans.GetPlanAsync(new() { PlanId = plan.PlanId })).Plan.Version);
    }

    [Fact]
    public async Task Bundles_that_share_a_plan_at_once_make_it_once()
    {
        var team = clinic.NewTeam();
        var lead = team.As(team.Physiatrist);
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(i =>
            lead.Interop.ImportBundleAsync(Request(Bundle(Plan, Plan.Replace("\"p\"", $"\"own-{i}\"")))).ResponseAsync));
        Assert.Single(answers, a => a.Plans[0].Created);
        Assert.All(answers, a => Assert.True(a.Plans[1].Created));
        Assert.Equal(9, (await lead.Plans.ListPlansAsync(new())).Plans.Count);
    }

    [Fact]
    public async Task A_broken_bundle_changes_nothing_and_says_where()
    {
        var team = clinic.NewTeam();
        var lead = team.As(team.Physiatrist);
        var request = Request(Bundle(Plan, Plan.Replace("\"p\"", "\"q\"").Replace("active", "underway")));

        var error = await Expect.Status(StatusCode.InvalidArgument, lead.Interop.ImportBundleAsync(request));

        Assert.Equal("bundle_json: Bundle.entry[1].resource.status", error.Detail<Google.Rpc.BadRequest>().FieldViolations.Single().Field);
        Assert.DoesNotContain("underway", error.Status.ToString(), StringComparison.Ordinal);
        Assert.Empty((await lead.Plans.ListPlansAsync(new())).Plans);
        // The request_id is still free for the mended bundle.
        request.BundleJson = Bundle(Plan);
        Assert.True(Assert.Single((await lead.Interop.ImportBundleAsync(request)).Plans).Created);
    }

    [Fact]
    public async Task Fifty_broken_places_fit_into_one_answer()
    {
        var team = clinic.NewTeam();
        var broken = Bundle([.. Enumerable.Range(0, 200).Select(i => Plan.Replace("\"p\"", $"\"p{i}\"").Replace("active", "underway"))]);
        var error = await Expect.Status(StatusCode.InvalidArgument, team.As(team.Physiatrist).Interop.ImportBundleAsync(Request(broken)));
        Assert.Equal(50, error.Detail<Google.Rpc.BadRequest>().FieldViolations.Count);
    }

    [Fact]
    public async Task Another_organization_sees_nothing_of_it_and_imports_its_own()
    {
        var (team, other) = (clinic.NewTeam(), clinic.NewTeam());
        var ours = (await team.As(team.Physiatrist).Interop.ImportBundleAsync(Request(Bundle(Plan)))).Plans.Single();

        await Expect.Status(StatusCode.NotFound, other.As(other.Physiatrist).Plans.GetPlanAsync(new() { PlanId = ours.PlanId }));
        var theirs = (await other.As(other.Physiatrist).Interop.ImportBundleAsync(Request(Bundle(Plan)))).Plans.Single();
        Assert.True(theirs.Created);
        Assert.NotEqual(ours.PlanId, theirs.PlanId);
    }

    [Fact]
    public async Task An_administrator_names_the_physiatrist_who_leads()
    {
        var team = clinic.NewTeam();
        var administrator = team.As(team.Administrator);
        var request = Request(Bundle(Plan));
        Assert.Equal(["lead_id"], await Violations(administrator, request));
        Assert.Equal(["lead_name"], await Violations(administrator, new(request) { LeadId = team.Physiatrist.PersonId }));
        Assert.Equal(["lead_id"], await Violations(administrator, new(request) { LeadName = "Somebody" }));

        var named = new ImportBundleRequest(request) { LeadId = team.Physiatrist.PersonId, LeadName = team.Physiatrist.Person.Name };
        var plan = Assert.Single((await administrator.Interop.ImportBundleAsync(named)).Plans);
        Assert.Equal(team.Physiatrist.Person, (await team.As(team.Physiatrist).Plans.GetPlanAsync(new() { PlanId = plan.PlanId })).Plan.Lead);
    }

    [Fact]
    public async Task Of_a_plan_that_is_there_already_only_its_readers_learn_the_title_and_the_version()
    {
        var team = clinic.NewTeam();
        var first = (await team.As(team.Physiatrist).Interop.ImportBundleAsync(Request(Bundle(Plan)))).Plans.Single();

        var elsewhere = team.As(new Someone(team.Physiatrist.Organization, Role.Physiatrist, "dr-elsewhere"));
        var told = await elsewhere.Interop.ImportBundleAsync(Request(Bundle(Plan)));
        Assert.Equal(new ImportedPlan { PlanId = first.PlanId, Source = first.Source }, told.Plans.Single());
        Assert.Contains(told.LeftOut, l => l.Resource == first.Source && l.Reason.StartsWith("was imported before", StringComparison.Ordinal));

        var known = new ImportedPlan(first) { Created = false };
        Assert.Equal(known, (await team.As(team.Physiatrist).Interop.ImportBundleAsync(Request(Bundle(Plan)))).Plans.Single());
        var byAdministrator = new ImportBundleRequest(Request(Bundle(Plan))) { LeadId = team.Physiatrist.PersonId, LeadName = "n" };
        Assert.Equal(known, (await team.As(team.Administrator).Interop.ImportBundleAsync(byAdministrator)).Plans.Single());
    }

    [Fact]
    public async Task Nobody_else_imports()
    {
        var team = clinic.NewTeam();
        await Expect.Status(StatusCode.PermissionDenied, team.As(team.Therapist).Interop.ImportBundleAsync(Request(Bundle(Plan))));
    }

    [Fact]
    public async Task An_imported_plan_is_worked_on_like_any_other()
    {
        var team = clinic.NewTeam();
        var lead = team.As(team.Physiatrist);
        var plan = (await lead.Interop.ImportBundleAsync(Request(Bundle(Plan)))).Plans.Single().PlanId;
        await lead.Team.AddMemberAsync(new() { PlanId = plan, RequestId = New.Id(), Person = team.Therapist.Person });
        var task = (await lead.Plans.GetPlanAsync(new() { PlanId = plan })).Plan.Tasks.Single().TaskId;
        await lead.Tasks.ReassignTaskAsync(new() { PlanId = plan, RequestId = New.Id(), TaskId = task, AssigneeId = team.Therapist.PersonId });
        var therapist = team.As(team.Therapist).Tasks;
        await therapist.AcceptTaskAsync(new() { PlanId = plan, RequestId = New.Id(), TaskId = task });
        await therapist.StartTaskAsync(new() { PlanId = plan, RequestId = New.Id(), TaskId = task });
        await therapist.CompleteTaskAsync(new() { PlanId = plan, RequestId = New.Id(), TaskId = task, Outcome = "Done." });
        await lead.Plans.CompletePlanAsync(new() { PlanId = plan, RequestId = New.Id(), Summary = "Back to work." });
    }

    private const string Plan = """
        {"resourceType":"CarePlan","id":"p","status":"active","intent":"plan","subject":{"reference":"Patient/ana","display":"Ana"},
         "activity":[{"detail":{"status":"in-progress","code":{"text":"Walk"}}}]}
        """;

    private static string Bundle(params string[] resources) =>
        $$"""{"resourceType":"Bundle","type":"collection","entry":[{{string.Join(',', resources.Select(r => $$"""{"resource":{{r}}}"""))}}]}""";

    private static ImportBundleRequest Request(string bundle) => new() { RequestId = New.Id(), BundleJson = bundle };

    private static async Task<IEnumerable<string>> Violations(Clients caller, ImportBundleRequest request) =>
        (await Expect.Status(StatusCode.InvalidArgument, caller.Interop.ImportBundleAsync(request))).Detail<Google.Rpc.BadRequest>().FieldViolations.Select(v => v.Field);
}

namespace CareTeam.Cli.Demo;

/// <summary>The story of one plan: how it is opened, and what follows, counted in days before the day it was opened in the demo.</summary>
public sealed record DemoStory(string Name, string Title, Patient Patient, Action<DemoPen> Tell)
{
    // Another text needs another number: a request_id stands for one request for ever.
    private const string Edition = "2";

    public string PlanId(string organization) => Id(organization, "plan");

    public string Id(string organization, string what) => Interop.NameBasedUuid.Of("careteam demo", Edition, organization, Name, what);

    public CreatePlanRequest Opening(string organization) => new()
    {
        PlanId = PlanId(organization),
        RequestId = Id(organization, "opening"),
        Title = Title,
        Patient = Patient,
    };
}

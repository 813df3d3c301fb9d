namespace CareTeam.Server.Tests.Year;

/// <summary>The plan of a year with two thousand events and more, played once for a class of tests.</summary>
public sealed class LongPlan(Postgres postgres) : IAsyncLifetime
{
    private const int More = 1_500;

    private readonly Clinic clinic = new(postgres);
    private ServerNode? node;
    private YearsPlay? play;

    public string PlanId { get; } = New.Id();

    public IReadOnlyList<PlanEvent> Events { get; private set; } = [];

    public Clients Lead => play!.As(node!, CarePeople.Lead);

    public async ValueTask InitializeAsync()
    {
        await clinic.InitializeAsync();
        play = new(clinic);
        node = play.NewNode();
        await play.TakeAll(node, YearOfCare.Of(PlanId, More));
        Events = await play.Events(node, PlanId);
    }

    public async ValueTask DisposeAsync() => await clinic.DisposeAsync();
}

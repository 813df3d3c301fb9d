using CareTeam.V1;

namespace CareTeam.Server.Tests.Hosting;

/// <summary>A class's own database with one server on it, and for each test an organization of its own.</summary>
public sealed class Clinic(Postgres postgres) : IAsyncLifetime
{
    private readonly List<ServerNode> nodes = [];
    private string connectionString = "";

    public string DataDirectory { get; } = Directory.CreateTempSubdirectory("careteam-test-").FullName;
    public ServerNode Server { get; private set; } = null!;
    public string ConnectionString => connectionString;

    public async ValueTask InitializeAsync()
    {
        connectionString = await postgres.NewDatabase();
        Server = NewNode();
        // Here, since tests may make their first calls from several threads, and a factory starts a server for each.
        Server.Start();
    }

    /// <summary>Another server on the same database: a second node, or the one after a restart.</summary>
    public ServerNode NewNode(Action<Microsoft.Extensions.DependencyInjection.IServiceCollection>? services = null, IReadOnlyDictionary<string, string>? settings = null)
    {
        var node = new ServerNode(connectionString, DataDirectory, services, settings);
        lock (nodes) nodes.Add(node);
        return node;
    }

    /// <summary>An organization of its own, whose people call the usual server, or the given one.</summary>
    public TestTeam NewTeam(ServerNode? node = null) => new(node ?? Server, $"org-{Guid.NewGuid():N}");

    public async ValueTask DisposeAsync()
    {
        foreach (var node in nodes) await node.DisposeAsync();
        Npgsql.NpgsqlConnection.ClearAllPools();
        Directory.Delete(DataDirectory, recursive: true);
    }
}

/// <summary>The people of one organization, and how their plans come about.</summary>
public sealed class TestTeam(ServerNode server, string organization)
{
    public Someone Physiatrist { get; } = new(organization, Role.Physiatrist, "dr-lead");
    public Someone Therapist { get; } = new(organization, Role.PhysicalTherapist, "pt-one");
    public Someone OtherTherapist { get; } = new(organization, Role.PhysicalTherapist, "pt-two");
    public Someone OccupationalTherapist { get; } = new(organization, Role.OccupationalTherapist, "ot-one");
    /// <summary>Joins a plan by JoinsUnder only.</summary>
    public Someone Assistant { get; } = new(organization, Role.PhysicalTherapistAssistant, "pta-one");
    /// <summary>Joins a plan by Joins only.</summary>
    public Someone OtherPhysician { get; } = new(organization, Role.PainPhysician, "dr-other");
    public Someone Patient { get; } = new(organization, Role.Patient, "patient-one");
    public Someone Outsider { get; } = new(organization, Role.PhysicalTherapist, "pt-of-another-team");
    public Someone Administrator { get; } = new(organization, Role.Administrator, "admin");

    /// <summary>The physiatrist first.</summary>
    public IReadOnlyList<Someone> All => [Physiatrist, Therapist, OtherTherapist, OccupationalTherapist, Assistant, OtherPhysician, Patient, Outsider, Administrator];

    public Clients As(Someone who) => server.As(who);

    /// <summary>The same people, calling another server.</summary>
    public TestTeam Calling(ServerNode node) => new(node, organization);

    /// <summary>An active plan of five versions: created, three members, activated.</summary>
    public async Task<string> ActivePlan()
    {
        var lead = As(Physiatrist);
        var created = await lead.Plans.CreatePlanAsync(New.Plan());
        foreach (var member in new[] { Therapist, OtherTherapist, OccupationalTherapist })
            await lead.Team.AddMemberAsync(new() { PlanId = created.PlanId, RequestId = New.Id(), Person = member.Person });
        await lead.Plans.ActivatePlanAsync(new() { PlanId = created.PlanId, RequestId = New.Id() });
        return created.PlanId;
    }

    public async Task Joins(string planId, Someone who) =>
        await As(Physiatrist).Team.AddMemberAsync(new() { PlanId = planId, RequestId = New.Id(), Person = who.Person });

    public async Task JoinsUnder(string planId, Someone supervisor) =>
        await As(Physiatrist).Team.AddMemberAsync(new() { PlanId = planId, RequestId = New.Id(), Person = Assistant.Person, SupervisorPersonId = supervisor.PersonId });

    public async Task<string> AddTask(string planId, Someone? assignee = null) =>
        (await As(Physiatrist).Tasks.AddTaskAsync(New.TaskFor(planId, assignee))).TaskId;
}

/// <summary>Well-formed requests to vary.</summary>
public static class New
{
    public static string Id() => Guid.NewGuid().ToString();

    public static CreatePlanRequest Plan() => new()
    {
        RequestId = Id(),
        Title = "Persistent low back pain",
        Patient = new() { Reference = $"Patient/{Id()}", Name = "Ana Example" },
    };

    public static AddTaskRequest TaskFor(string planId, Someone? assignee = null) => new()
    {
        PlanId = planId,
        RequestId = Id(),
        Title = "Evaluate lifting",
        Kind = TaskKind.Evaluation,
        Discipline = Discipline.PhysicalTherapy,
        AssigneeId = assignee?.PersonId ?? "",
    };

    public static SubmitNoteRequest NoteFor(string planId, string text = "Walked 400 m without a rest.") => new()
    {
        PlanId = planId,
        RequestId = Id(),
        Body = new() { Soap = new() { Objective = text } },
    };
}

using CareTeam.Server.Access;
using CareTeam.Server.Notes;
using CareTeam.Server.Pipeline;
using Microsoft.Extensions.DependencyInjection;
using Timestamp = Google.Protobuf.WellKnownTypes.Timestamp;

namespace CareTeam.Benchmarks.Setting;

/// <summary>Fills a store in big transactions, through the server's own fold and committer.</summary>
public sealed class Seed(InProcessServer server, string organization = Staff.Organization)
{
    private const int EventsATransaction = 500;
    private readonly PlanCommitter committer = server.Services.GetRequiredService<PlanCommitter>();
    private readonly SubmitNote submitNote = new(CareTeam.Server.Rules.RuleTable.Shipped);

    /// <summary>Active plans of a lead and a therapist, with notes up to so many events.</summary>
    public async Task<string[]> Plans(int count, int events = 3, Caller? therapist = null)
    {
        therapist ??= Staff.Therapist;
        var plans = new List<PlanChange>();
        var together = Math.Max(1, EventsATransaction / events);
        var ids = new List<string>();
        for (var i = 0; i < count; i++)
        {
            var plan = CarePlanFold.Empty(Guid.CreateVersion7().ToString());
            ids.Add(plan.PlanId);
            plans.Add(Change(plan, [.. Opening(therapist), .. Enumerable.Range(0, Math.Min(events, EventsATransaction) - 3).Select(_ => Note(plan))]));
            var isFull = plans.Count == together || i == count - 1;
            plan = plans[^1].After;
            if (isFull) await Commit(plans);
            for (; plan.Version < events; await Commit(plans))
            {
                plans.Add(Change(plan, [.. Enumerable.Range(0, Math.Min(events - plan.Version, EventsATransaction)).Select(_ => Note(plan))]));
                plan = plans[^1].After;
            }
        }
        return [.. ids];
    }

    /// <summary>Adds so many tasks to each plan, each on another day.</summary>
    public Task Tasks(IEnumerable<string> planIds, int each, Person assignee)
    {
        var number = 0;
        return Add(planIds, each, _ => Enumerable.Range(0, each).Select(_ => TaskFor(assignee, number++)));
    }

    /// <summary>Amends a note of each plan; a plan in four gets an open red flag, and a progress report that is due.</summary>
    public Task Incidents(IEnumerable<string> planIds, Person therapist)
    {
        var number = 0;
        return Add(planIds, 3, plan => number++ % 4 == 0 ? [Amendment(plan, therapist), RedFlag(), ReportDue(therapist)] : [Amendment(plan, therapist)]);
    }

    private async Task Add(IEnumerable<string> planIds, int each, Func<CarePlan, IEnumerable<PlanEvent>> events)
    {
        var reader = server.Services.GetRequiredService<PlanStore>();
        foreach (var some in planIds.Chunk(Math.Max(1, EventsATransaction / each)))
        {
            var changes = new List<PlanChange>();
            foreach (var id in some)
            {
                var plan = await reader.Read(new(organization, id), CancellationToken.None);
                changes.Add(Change(plan, [.. events(plan)]));
            }
            await Commit(changes);
        }
    }

    private async Task Commit(List<PlanChange> changes)
    {
        await committer.Commit(new Commitment(organization, [.. changes], new Receipt(Guid.NewGuid().ToString(), "seed", [])));
        changes.Clear();
    }

    private PlanChange Change(CarePlan plan, List<PlanEvent> events)
    {
        var now = Clock.Now(TimeProvider.System, plan.UpdatedAt);
        for (var i = 0; i < events.Count; i++) events[i].Stamp(plan.PlanId, plan.Version + 1 + i, Staff.Therapist.Person, now);
        return new(new(organization, plan.PlanId), plan, CarePlanFold.Fold(plan, events), events);
    }

    private static IEnumerable<PlanEvent> Opening(Caller therapist) =>
    [
        new()
        {
            PlanCreated = new()
            {
                Title = "Persistent low back pain",
                Patient = new() { Reference = $"Patient/{Guid.NewGuid()}", Name = "Ana Example" },
                Lead = Staff.Physiatrist.Person,
            },
        },
        new() { MemberAdded = new() { Person = therapist.Person, Since = Timestamp.FromDateTime(DateTime.UtcNow) } },
        new() { PlanActivated = new() },
    ];

    /// <summary>Stands in one note of a thousand.</summary>
    public const string RareWord = "spondylolisthesis";

    private int notes;

    private PlanEvent Note(CarePlan plan)
    {
        var submitted = submitNote.Decide(plan.Patient is null ? new CarePlan { PlanId = plan.PlanId, Patient = new() } : plan, Requests.SubmitNote(plan.PlanId), Staff.Therapist, Timestamp.FromDateTime(DateTime.UtcNow)).Single();
        submitted.OccurredAt = null;
        if (++notes % 1_000 == 0) submitted.NoteSubmitted.Body.Soap.Assessment += $" Old {RareWord} at L5, stable.";
        return submitted;
    }

    private static PlanEvent TaskFor(Person assignee, int number) => new()
    {
        TaskAdded = new()
        {
            Task = new()
            {
                TaskId = Guid.CreateVersion7().ToString(),
                Title = "Evaluate lifting from floor to table",
                Kind = TaskKind.Evaluation,
                Priority = TaskPriority.Routine,
                Status = TaskStatus.Requested,
                Discipline = Discipline.PhysicalTherapy,
                Assignee = assignee,
                Requester = Staff.Physiatrist.Person,
                DueDate = new DateOnly(2026, 1, 1).AddDays(number * 7 % 365).ToString("yyyy-MM-dd"),
            },
        },
    };

    private static PlanEvent Amendment(CarePlan plan, Person author) => new()
    {
        NoteAmended = new() { NoteId = plan.Notes[0].NoteId, AmendmentId = Guid.CreateVersion7().ToString(), Author = author, Reason = "Addition", Text = "Lifted 10 kg from the floor as well." },
    };

    private static PlanEvent RedFlag() => new()
    {
        RedFlagRaised = new() { RedFlagId = Guid.CreateVersion7().ToString(), Kind = RedFlagKind.Fracture, Finding = "Percussion pain at L2" },
    };

    private static PlanEvent ReportDue(Person therapist)
    {
        var due = TaskFor(therapist, 0);
        (due.TaskAdded.Task.Title, due.TaskAdded.Task.DueKind) = ("Due: Complete the progress report", "therapy.progress-report");
        return due;
    }
}

namespace CareTeam.EndToEnd.Tests.Soak;

/// <summary>Sends commands of all kinds at random, each with one request_id until it is answered.</summary>
internal sealed class SoakWriter(SoakClinic clinic, SoakWriter.Cast cast, IReadOnlyList<string> plans, Random random)
{
    private readonly Dictionary<string, Queue<string>> tasks = plans.ToDictionary(p => p, _ => new Queue<string>());

    public sealed record Cast(string LeadToken, IReadOnlyList<(string PersonId, string Token)> Therapists);

    public int Refused { get; private set; }

    public int SentAgain { get; private set; }

    public async Task Write(int commands)
    {
        var lead = new Clients(clinic.Grpc(cast.LeadToken));
        var therapists = cast.Therapists.Select(t => (t.PersonId, Clients: new Clients(clinic.Grpc(t.Token)))).ToList();
        for (var i = 0; i < commands; i++)
        {
            var plan = plans[random.Next(plans.Count)];
            var (personId, therapist) = therapists[random.Next(therapists.Count)];
            var (request, mine) = (Guid.NewGuid().ToString(), tasks[plan]);
            switch (random.Next(20))
            {
                case < 11:
                    await Send(() => therapist.Notes.SubmitNoteAsync(new() { PlanId = plan, RequestId = request, Body = new() { Narrative = $"note {i}" } }));
                    break;
                case < 14:
                    var added = await Send(() => lead.Tasks.AddTaskAsync(new()
                    {
                        PlanId = plan,
                        RequestId = request,
                        Title = $"task {i}",
                        Kind = TaskKind.Exercise,
                        Discipline = Discipline.PhysicalTherapy,
                        AssigneeId = i % 2 == 0 ? personId : "",
                    }));
                    if (added is not null) mine.Enqueue(added.TaskId);
                    break;
                case < 16 when mine.TryDequeue(out var task):
                    await Send(() => lead.Tasks.CancelTaskAsync(new() { PlanId = plan, RequestId = request, TaskId = task, Reason = "r" }));
                    break;
                case < 18 when mine.TryPeek(out var task):
                    await Send(() => lead.Tasks.ReassignTaskAsync(new() { PlanId = plan, RequestId = request, TaskId = task, AssigneeId = personId }));
                    break;
                case 18:
                    await Send(() => lead.Team.EndMembershipAsync(new() { PlanId = plan, RequestId = request, PersonId = personId, Reason = "r" }));
                    break;
                default:
                    await Send(() => lead.Team.AddMemberAsync(new() { PlanId = plan, RequestId = request, Person = new() { PersonId = personId, Name = personId, Role = Role.PhysicalTherapist } }));
                    break;
            }
        }
    }

    private async Task<T?> Send<T>(Func<AsyncUnaryCall<T>> call) where T : class
    {
        while (true)
        {
            try
            {
                return await call().ResponseAsync.WaitAsync(TimeSpan.FromSeconds(20));
            }
            catch (RpcException e) when (e.StatusCode is StatusCode.FailedPrecondition or StatusCode.PermissionDenied or StatusCode.NotFound or StatusCode.Aborted)
            {
                Refused++;
                return null;
            }
            catch (Exception e) when (e is RpcException { StatusCode: StatusCode.Unavailable or StatusCode.Internal or StatusCode.Cancelled or StatusCode.Unknown } or TimeoutException)
            {
                SentAgain++;
                await Task.Delay(random.Next(10, 100));
            }
        }
    }

    private sealed class Clients(CallInvoker calls)
    {
        public NoteService.NoteServiceClient Notes { get; } = new(calls);
        public TaskService.TaskServiceClient Tasks { get; } = new(calls);
        public TeamService.TeamServiceClient Team { get; } = new(calls);
    }
}

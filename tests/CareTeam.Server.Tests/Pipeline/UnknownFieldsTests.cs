using Google.Protobuf;

namespace CareTeam.Server.Tests.Pipeline;

/// <summary>What a client of a newer contract says beyond this one is not in the store, so it must not be in memory either.</summary>
public sealed class UnknownFieldsTests(Clinic clinic) : IClassFixture<Clinic>
{
    [Fact]
    public async Task The_plan_that_is_served_is_the_plan_that_is_stored()
    {
        var team = clinic.NewTeam();
        var plan = await team.ActivePlan();
        await team.As(team.Physiatrist).Team.AddMemberAsync(new() { PlanId = plan, RequestId = New.Id(), Person = Newer(team.OtherPhysician.Person) });
        await team.As(team.Physiatrist).Tasks.AddTaskAsync(Newer(New.TaskFor(plan, team.Therapist), task => (task.DueDate, task.Recurrence) = ("2099-01-05", Newer(new Recurrence { Times = 1, PeriodDays = 7, Periods = 2 }))));

        await using var cold = clinic.NewNode();
        var stored = (await cold.As(team.Physiatrist).Plans.GetPlanAsync(new() { PlanId = plan })).Plan;
        var served = (await team.As(team.Physiatrist).Plans.GetPlanAsync(new() { PlanId = plan })).Plan;
        Assert.Equal(stored.ToByteArray(), served.ToByteArray());
    }

    [Fact]
    public async Task What_is_already_so_is_already_so_for_clients_of_either_contract()
    {
        var team = clinic.NewTeam();
        var plan = await team.ActivePlan();
        var lead = team.As(team.Physiatrist);
        var added = await lead.Team.AddMemberAsync(new() { PlanId = plan, RequestId = New.Id(), Person = Newer(team.OtherPhysician.Person) });
        var again = await lead.Team.AddMemberAsync(new() { PlanId = plan, RequestId = New.Id(), Person = team.OtherPhysician.Person });
        Assert.Equal(added.Version, again.Version);
    }

    [Fact]
    public async Task A_streamed_request_is_read_in_the_same_way()
    {
        var team = clinic.NewTeam();
        var plan = await team.ActivePlan();
        var note = New.NoteFor(plan);
        note.Body = Newer(note.Body);
        note.RedFlagChecks.Add(Newer(new RedFlagCheck { Kind = RedFlagKind.Fracture }));
        using var call = team.As(team.Therapist).Notes.SubmitNotes();
        await call.RequestStream.WriteAsync(new() { Note = note });
        await call.RequestStream.CompleteAsync();
        Assert.NotNull((await call.ResponseAsync).Results.Single().Recorded);

        var served = (await team.As(team.Physiatrist).Plans.GetPlanAsync(new() { PlanId = plan })).Plan;
        Assert.Equal(new RedFlagCheck { Kind = RedFlagKind.Fracture }.ToByteArray(), served.Notes.Single().RedFlagChecks.Single().ToByteArray());
    }

    /// <summary>The message with a text in field 500, as a client sends it that knows such a field.</summary>
    private static T Newer<T>(T message, Action<T>? more = null) where T : IMessage<T>
    {
        more?.Invoke(message);
        return (T)message.Descriptor.Parser.ParseFrom([.. message.ToByteArray(), 0xA2, 0x1F, 0x03, (byte)'n', (byte)'e', (byte)'w']);
    }
}

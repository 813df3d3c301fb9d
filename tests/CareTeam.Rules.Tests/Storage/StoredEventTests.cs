using CareTeam.Server.Storage;
using JasperFx.Events;

namespace CareTeam.Rules.Tests.Storage;

public sealed class StoredEventTests
{
    [Fact]
    public void An_event_comes_back_from_the_store_as_it_went()
    {
        var e = new PlanEvent
        {
            TaskDeclined = new() { TaskId = Given.TaskId, Reason = "Full." },
            OccurredAt = Timestamp.FromDateTime(Given.Now.ToDateTime().AddDays(-3)),
        };
        e.Stamp(Given.PlanId, 7, Given.Therapist, Given.Now);
        var stored = e.ToStored();
        (stored.StreamKey, stored.Version) = (Given.PlanId, 7);
        Assert.Equal(e, PlanEvents.FromStored(stored));
    }

    [Fact]
    public void No_field_of_the_envelope_is_lost()
    {
        var e = (PlanEvent)Filled.Message(PlanEvent.Descriptor);
        e.EventId = Given.NoteId;
        e.OccurredAt = Given.Tomorrow;
        e.TaskDeclined = new() { TaskId = Given.TaskId };
        var stored = e.ToStored();
        (stored.StreamKey, stored.Version) = (e.PlanId, e.Version);
        Assert.Equal(e, PlanEvents.FromStored(stored));
    }

    [Fact]
    public void Names_of_stored_events_are_the_names_in_the_contract() =>
        Assert.Equal("task_reassigned", PlanEvents.FieldOf[typeof(TaskReassigned)].Name);
}

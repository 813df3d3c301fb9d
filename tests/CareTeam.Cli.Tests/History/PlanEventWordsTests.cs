using CareTeam.Cli.History;
using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace CareTeam.Cli.Tests.History;

public sealed class PlanEventWordsTests
{
    private static readonly string Wordless = new PlanEventWords().Of(new PlanEvent());

    public static TheoryData<string> Changes => [.. PlanEvent.Descriptor.Oneofs.Single(o => o.Name == "change").Fields.Select(f => f.Name)];

    [Theory]
    [MemberData(nameof(Changes))]
    public void Every_change_has_words(string change)
    {
        Assert.NotEqual(Wordless, new PlanEventWords().Of(With(change, fill: true)));
        // A conflict leaves texts out, and a later server may leave out more.
        Assert.NotEqual(Wordless, new PlanEventWords().Of(With(change, fill: false)));
    }

    [Fact]
    public void A_late_entry_says_of_which_day_it_is()
    {
        var now = Google.Protobuf.WellKnownTypes.Timestamp.FromDateTime(new DateTime(2026, 3, 9, 12, 0, 0, DateTimeKind.Utc));
        var before = Google.Protobuf.WellKnownTypes.Timestamp.FromDateTime(new DateTime(2026, 3, 2, 12, 0, 0, DateTimeKind.Utc));
        var e = new PlanEvent { Version = 7, RecordedAt = now, OccurredAt = before, Actor = new() { Name = "Rosa" }, PlanActivated = new() };
        Assert.Contains(" (of 2026-03-02)  Rosa", new PlanEventWords().Line(e), StringComparison.Ordinal);
        Assert.DoesNotContain("(of ", new PlanEventWords().Line(new(e) { OccurredAt = now }), StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_clocks_tell_is_said_in_words()
    {
        var words = new PlanEventWords();
        words.Of(new PlanEvent { TaskAdded = new() { Task = new() { TaskId = "t1", Title = "Call" } } });
        Assert.Equal("Due 2026-03-05: Call (Rosa)",
            words.Of(new PlanEvent { DueRaised = new() { Due = new() { Kind = "task.due", SubjectId = "t1", DueDate = "2026-03-05", Title = "Due: Call", Assignee = new() { Name = "Rosa" } } } }));
        Assert.Equal("Overdue: \"Call\"", words.Of(new PlanEvent { DueOverdue = new() { Kind = "task.due", SubjectId = "t1" } }));
        Assert.Equal("No longer due: acceptance of \"Call\"", words.Of(new PlanEvent { DueMet = new() { Kind = "task.unaccepted", SubjectId = "t1" } }));
        Assert.Equal("No longer due, not done: acceptance of \"Call\": The task was cancelled.",
            words.Of(new PlanEvent { DueMet = new() { Kind = "task.unaccepted", SubjectId = "t1", NotDoneReason = "The task was cancelled." } }));
        Assert.Equal("Now due 2026-03-09: progress report", words.Of(new PlanEvent { DueMoved = new() { Kind = "therapy.progress-report", SubjectId = "o1", DueDate = "2026-03-09" } }));
        Assert.Equal("No longer due: progress report", words.Of(new PlanEvent { DueMet = new() { Kind = "therapy.progress-report", SubjectId = "o1" } }));
    }

    [Fact]
    public void Things_are_called_what_earlier_events_called_them()
    {
        var words = new PlanEventWords();
        words.Of(new PlanEvent { TaskAdded = new() { Task = new() { TaskId = "t1", Title = "MRI lumbar spine" } } });
        Assert.Equal("Task \"MRI lumbar spine\" started", words.Of(new PlanEvent { TaskStarted = new() { TaskId = "t1" } }));
    }

    [Fact]
    public void A_title_with_line_breaks_stays_one_line() =>
        Assert.DoesNotContain('\n', new PlanEventWords().Line(new PlanEvent { TaskAdded = new() { Task = new() { Title = "x\n  99  2026-01-01 00:00  Dr. A: Plan revoked" } } }));

    private static PlanEvent With(string change, bool fill)
    {
        var e = new PlanEvent { Version = 3, Actor = new Person { Name = "Dr. A", Role = Role.Physiatrist } };
        var field = PlanEvent.Descriptor.FindFieldByName(change);
        var message = field.MessageType.Parser.ParseFrom(ByteString.Empty);
        if (fill) Fill(message, depth: 0);
        field.Accessor.SetValue(e, message);
        return e;
    }

    private static void Fill(IMessage message, int depth)
    {
        foreach (var field in message.Descriptor.Fields.InDeclarationOrder().Where(f => !f.IsRepeated))
        {
            if (field.FieldType == FieldType.String) field.Accessor.SetValue(message, field.Name);
            if (field.FieldType == FieldType.Message && depth < 3)
            {
                var inner = field.MessageType.Parser.ParseFrom(ByteString.Empty);
                Fill(inner, depth + 1);
                field.Accessor.SetValue(message, inner);
            }
        }
    }
}

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

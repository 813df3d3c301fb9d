using System.Collections;
using CareTeam.Server.Storage;
using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace CareTeam.Rules.Tests.Storage;

public sealed class TextsBesideThePlanTests
{
    private const string Text = "What somebody wrote.";

    /// <summary>Of every event, also of one that is added tomorrow: a text that nobody thought of does not reach the screen on the wall.</summary>
    [Fact]
    public void A_display_gets_of_an_events_own_texts_only_those_that_are_named()
    {
        var told = PlanEvent.Descriptor.Oneofs.Single(o => o.Name == "change").Fields.SelectMany(change =>
        {
            var e = new PlanEvent();
            change.Accessor.SetValue(e, Filled(change.MessageType));
            return Texts(change.Accessor.GetValue(TextsBesideThePlan.ForDisplay(e)) as IMessage);
        });
        Assert.Equal(TextsBesideThePlan.ShownByThePlan.Order(StringComparer.Ordinal), told.Except(OfThePlan).Order(StringComparer.Ordinal));
    }

    private static readonly HashSet<string> OfThePlan = [.. Texts(Filled(CarePlan.Descriptor))];

    private static bool IsText(FieldDescriptor field) => field.FieldType == FieldType.String && field.GetOptions()?.DebugRedact == true;

    /// <summary>A text in each place that has one, and of what repeats one.</summary>
    private static IMessage Filled(MessageDescriptor descriptor)
    {
        var message = descriptor.Parser.ParseFrom(ByteString.Empty);
        foreach (var field in descriptor.Fields.InDeclarationOrder().Where(f => !f.IsMap && (f.FieldType == FieldType.Message || IsText(f))))
        {
            object value = IsText(field) ? Text : Filled(field.MessageType);
            if (field.IsRepeated) ((IList)field.Accessor.GetValue(message)).Add(value);
            else field.Accessor.SetValue(message, value);
        }
        return message;
    }

    private static IEnumerable<string> Texts(IMessage? message)
    {
        foreach (var field in message?.Descriptor.Fields.InDeclarationOrder() ?? [])
        {
            var value = field.Accessor.GetValue(message);
            foreach (var one in field.IsRepeated ? ((IEnumerable)value).Cast<object>() : [value])
            {
                if (one is IMessage part) foreach (var text in Texts(part)) yield return text;
                else if (one is string { Length: > 0 } && IsText(field)) yield return field.FullName;
            }
        }
    }
}

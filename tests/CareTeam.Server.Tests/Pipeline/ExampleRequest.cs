using System.Collections;
using System.Globalization;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Google.Protobuf.WellKnownTypes;

namespace CareTeam.Server.Tests.Pipeline;

/// <summary>A well-formed request of any rpc with every field filled, made from its descriptor: the kind and the name of a field say what fits, or else its `example` in the contract.</summary>
internal static class ExampleRequest
{
    /// <summary>The people of a test team, and what asks for the first page and the whole list.</summary>
    private static readonly Dictionary<string, string> Texts = new()
    {
        ["person_id"] = "pt-one",
        ["assignee_id"] = "pt-one",
        ["author_id"] = "pt-one",
        ["lead_id"] = "dr-lead",
        ["page_token"] = "",
        ["cursors"] = new('A', 32),
    };

    public static IMessage Of(MethodDescriptor rpc) => Message(rpc.InputType);

    private static IMessage Message(MessageDescriptor type)
    {
        if (type.ClrType == typeof(Timestamp)) return Timestamp.FromDateTime(new DateTime(2026, 1, 5, 10, 0, 0, DateTimeKind.Utc));
        var message = (IMessage)Activator.CreateInstance(type.ClrType)!;
        // Of a choice, the first; as_of is left out, since it would ask for a plan that has that version.
        foreach (var field in type.Fields.InDeclarationOrder().Where(f => f.RealContainingOneof is not { } choice || (choice.Fields[0] == f && choice.Name != "as_of")))
        {
            if (field.IsRepeated) ((IList)field.Accessor.GetValue(message)).Add(Value(field));
            else if (Value(field) is var value && !Equals(value, "")) field.Accessor.SetValue(message, value);
        }
        // Only medications have classes.
        if (message is RecordAllergyRequest allergy) allergy.Allergen = AllergenKind.Medication;
        // Two ways to say when it ends.
        if (message is ChangeMedicationRequest change) change.WithoutPlannedStop = false;
        // Two ways to ask for tasks that contradict each other.
        if (message is ListTasksRequest tasks) tasks.Unassigned = false;
        TherapyExample.Fit(message);
        if (message is WatchWorklistRequest worklist) worklist.Unassigned = false;
        // A goal of walking farther in six minutes.
        if (message is GoalMeasure measure) (measure.SubscaleId, measure.Form, measure.ReferenceWindow) = ("", "", "");
        // A walk that was stopped early: what else an instrument may ask for, this one does not take.
        if (message is RecordOutcomeRequest { Answers: [var walked] } walk) (walk.Form, walk.ReferenceWindow, walked.Code, walked.Activity, walked.Unit, walk.Completion) = ("", "", "", "", "", TestCompletion.StoppedEarly);
        Fit(message);
        return message;
    }

    /// <summary>Where one field says what another may hold.</summary>
    private static void Fit(IMessage message)
    {
        switch (message)
        {
            // Only trigger points are of muscles.
            case InjectionTechnique technique: technique.Muscles.Clear(); break;
            case RecordDiagnosticBlockRequest block:
                block.Technique.Agents[0].Kind = InjectedAgentKind.LocalAnaesthetic;
                block.NprsBefore = 5;
                break;
            // Sacroiliac joints have no levels.
            case ConcludePainGeneratorRequest generator: generator.Levels.Clear(); break;
            // The spine has no side, and turns to one.
            case OrderStudyRequest order: order.Side = Side.Unspecified; break;
            case RangeOfMotionFinding range: range.Movement = Movement.Rotation; break;
            // Only a test that is positive becomes so at an angle.
            case ExamTestFinding test: test.Result = ExamTestResult.Positive; break;
            case NerveConductionFinding conduction: conduction.NoResponse = false; break;
            // An entrapment is of a nerve.
            case ElectrodiagnosticConclusion conclusion: conclusion.Roots.Clear(); break;
        }
    }

    private static object Value(FieldDescriptor field) => field.FieldType switch
    {
        FieldType.String when Stated(field) is { } stated => stated,
        FieldType.Int32 when Stated(field) is { } stated => int.Parse(stated, CultureInfo.InvariantCulture),
        FieldType.String => Texts.TryGetValue(field.Name, out var text) ? text : Text(field.Name),
        // Versions and sizes: nothing expected.
        FieldType.Int32 => 0,
        FieldType.Double => 1.5,
        FieldType.Bool => true,
        FieldType.Enum => System.Enum.ToObject(field.EnumType.ClrType, field.EnumType.Values[2].Number),
        FieldType.Message => Message(field.MessageType),
        _ => throw new NotSupportedException($"{field.FullName} is of a kind that no request has had so far: {field.FieldType}"),
    };

    /// <summary>What the contract itself gives as an example.</summary>
    private static string? Stated(FieldDescriptor field) => field.GetOptions()?.GetExtension(ExampleExtensions.Example) is { Length: > 0 } stated ? stated : null;

    private static string Text(string name) =>
        name.EndsWith("_id", StringComparison.Ordinal) || name.EndsWith("_ids", StringComparison.Ordinal) || name == "depends_on" ? New.Id()
        : name.EndsWith("_date", StringComparison.Ordinal) || name == "due_by" ? "2026-06-01"
        : "text";
}

using System.Collections;
using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace CareTeam.Server.Storage;

/// <summary>What people wrote at length: events carry it, and rows beside the plan keep it, but the plan itself does not.</summary>
public static class TextsBesideThePlan
{
    public static PlanEvent LeftOut(PlanEvent e)
    {
        var copy = e.Clone();
        switch (copy.ChangeCase)
        {
            case PlanEvent.ChangeOneofCase.NoteSubmitted:
                copy.NoteSubmitted.Body = null;
                foreach (var check in copy.NoteSubmitted.Summary?.RedFlagChecks ?? []) check.Finding = "";
                break;
            case PlanEvent.ChangeOneofCase.NoteAmended: (copy.NoteAmended.Text, copy.NoteAmended.Reason) = ("", ""); break;
            case PlanEvent.ChangeOneofCase.StudyResulted: copy.StudyResulted.Report = ""; break;
            case PlanEvent.ChangeOneofCase.SessionRecorded: copy.SessionRecorded.Detail = null; break;
            case PlanEvent.ChangeOneofCase.ProgressReportFiled: copy.ProgressReportFiled.Text = null; break;
            case PlanEvent.ChangeOneofCase.HomeExerciseLogged: copy.HomeExerciseLogged.Comment = ""; break;
            case PlanEvent.ChangeOneofCase.EducationRecorded: copy.EducationRecorded.Content = ""; break;
        }
        return copy;
    }

    /// <summary>Of the texts that only events have, those that the plan shows under another name, and that tell what an event is about.</summary>
    public static readonly IReadOnlySet<string> ShownByThePlan = new HashSet<string>
    {
        "careteam.v1.PlanCreated.title",
        "careteam.v1.RedFlagRaised.finding",
        "careteam.v1.RedFlagResolved.resolution",
        "careteam.v1.ExercisePrescription.name",
        "careteam.v1.ExercisePrescription.instructions",
        "careteam.v1.DevicePrescribed.description",
        "careteam.v1.DevicePrescribed.purpose",
        "careteam.v1.DeviceFitted.fitting",
    };

    /// <summary>What a plan is made of: what a display reads there, an event may tell it too.</summary>
    private static readonly HashSet<MessageDescriptor> OfThePlan = Within(CarePlan.Descriptor, []);

    /// <summary>What a display gets: of what people wrote, in words of their own and as reasons, only what is listed above or has its place in the plan.</summary>
    public static PlanEvent ForDisplay(PlanEvent e)
    {
        var copy = LeftOut(e);
        ClearTexts((IMessage)PlanEvent.Descriptor.FindFieldByNumber((int)copy.ChangeCase).Accessor.GetValue(copy));
        return copy;
    }

    private static void ClearTexts(IMessage message)
    {
        if (OfThePlan.Contains(message.Descriptor)) return;
        foreach (var field in message.Descriptor.Fields.InDeclarationOrder())
        {
            if (field.FieldType == FieldType.Message)
                foreach (var part in Parts(field.Accessor.GetValue(message))) ClearTexts(part);
            else if (field.FieldType == FieldType.String && field.GetOptions()?.DebugRedact == true && !ShownByThePlan.Contains(field.FullName))
                field.Accessor.Clear(message);
        }
    }

    private static IEnumerable<IMessage> Parts(object? value) => value switch { IMessage one => [one], IEnumerable many => many.OfType<IMessage>(), _ => [] };

    private static HashSet<MessageDescriptor> Within(MessageDescriptor message, HashSet<MessageDescriptor> found)
    {
        if (found.Add(message))
            foreach (var field in message.Fields.InDeclarationOrder().Where(f => f.FieldType == FieldType.Message)) Within(field.MessageType, found);
        return found;
    }
}

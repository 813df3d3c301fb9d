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

    /// <summary>What a display gets: neither those texts nor why somebody did what they did, of which the plan shows only some.</summary>
    public static PlanEvent ForDisplay(PlanEvent e)
    {
        var copy = LeftOut(e);
        var change = (IMessage)PlanEvent.Descriptor.FindFieldByNumber((int)copy.ChangeCase).Accessor.GetValue(copy);
        foreach (var field in change.Descriptor.Fields.InDeclarationOrder())
            if (field.Name is "reason" or "outcome" && field.FieldType == FieldType.String) field.Accessor.Clear(change);
        return copy;
    }
}

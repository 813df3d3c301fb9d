using Google.Protobuf;

namespace CareTeam.Server.Tests.Pipeline;

/// <summary>Where the fields of a therapy request depend on each other, a choice of them that fits together.</summary>
internal static class TherapyExample
{
    public static void Fit(IMessage request)
    {
        switch (request)
        {
            case OrderTherapyRequest order: order.Discipline = Discipline.PhysicalTherapy; break;
            case RecordSessionRequest session: (session.Attendance, session.NextReevaluationDate) = (SessionAttendance.Attended, ""); break;
            case AdjustExerciseRequest adjust: (adjust.Change, adjust.Dose, adjust.AssistantLimit) = (ExerciseChange.Stopped, null, null); break;
            case SetActivityQuotaRequest quota: quota.Level = OccupationalLevel.Unspecified; break;
            default: break;
        }
    }
}

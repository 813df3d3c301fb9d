namespace CareTeam.Server.Therapy;

/// <summary>What a session must be well-formed in.</summary>
public static class SessionForm
{
    private const int LongestMinutes = 480;

    public static void Check(RecordSessionRequest request, Violations violations)
    {
        violations.Required("session_date", request.SessionDate);
        violations.Required("attendance", request.Attendance);
        violations.Required("purpose", request.Purpose);
        violations.Text("attendance_reason", request.AttendanceReason, 500, required: request.Attendance is not (SessionAttendance.Unspecified or SessionAttendance.Attended));
        violations.AtMost("interventions", request.Interventions, 20);
        ExerciseForm.Check("exercises", request.Exercises, violations);
        ExerciseForm.Check("activities", request.Activities, violations);
        ExerciseForm.Pain(request.HasPainBefore, request.PainBefore, request.HasPainAfter, request.PainAfter, violations);
        violations.Text("response", request.Response, 2000, required: false);
        if (request.TimedMinutes > LongestMinutes || request.UntimedMinutes > LongestMinutes - Math.Clamp(request.TimedMinutes, 0, LongestMinutes))
            violations.Add("timed_minutes", $"and untimed_minutes are more than {LongestMinutes} together");
        if (request.NextReevaluationDate.Length > 0 && request.Purpose != SessionPurpose.ReEvaluation) violations.Add("next_reevaluation_date", "is only of a re-evaluation");
        if (request.TherapyOrderId.Length == 0 && request.Purpose is SessionPurpose.ReEvaluation or SessionPurpose.Discharge) violations.Add("therapy_order_id", "is required");
        if (request.TherapyOrderId.Length > 0 && request.Purpose == SessionPurpose.Evaluation)
            violations.Add("purpose", "is an evaluation, which comes before there is an order; of an order it is a re-evaluation");
        if (request.Attendance is not (SessionAttendance.Unspecified or SessionAttendance.Attended)) NothingWasDone(request, violations);
        Corrections.Check(request.SupersedesSessionId, request.CorrectionReason, violations);
        OverrideForm.Check(request.Overrides, violations);
    }

    private static void NothingWasDone(RecordSessionRequest request, Violations violations)
    {
        const string contradicts = "contradicts that the session was not attended";
        if (request.TimedMinutes > 0) violations.Add("timed_minutes", contradicts);
        if (request.UntimedMinutes > 0) violations.Add("untimed_minutes", contradicts);
        if (request.Interventions.Count > 0) violations.Add("interventions", contradicts);
        if (request.Exercises.Count > 0) violations.Add("exercises", contradicts);
        if (request.Activities.Count > 0) violations.Add("activities", contradicts);
        if (request.HasPainBefore) violations.Add("pain_before", contradicts);
        if (request.HasPainAfter) violations.Add("pain_after", contradicts);
        if (request.Telehealth) violations.Add("telehealth", contradicts);
        if (request.NextReevaluationDate.Length > 0) violations.Add("next_reevaluation_date", contradicts);
    }
}

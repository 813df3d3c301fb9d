using CareTeam.Cli.Rules;

namespace CareTeam.Cli.Therapy;

public static class SessionLog
{
    public static Command Command()
    {
        var order = IdOption.Of("--order", "order (none: an evaluation before there is one)");
        var day = DayOption.Day("--on", "Day of the session (default: today)");
        var attendance = WordOption.One<SessionAttendance>("--attendance", "Default attended");
        var why = TextOption.Optional("--why", "Why it was missed or cancelled");
        var purpose = WordOption.One<SessionPurpose>("--purpose", "Default treatment");
        var supervisor = TextOption.Optional("--supervisor", "Of an assistant's session: the therapist who supervised it (default: the supervisor on the team)", "person");
        var (timed, untimed) = (OrderOptions.Number("--minutes", "Timed minutes"), OrderOptions.Number("--untimed", "Untimed minutes"));
        var interventions = WordOption.Many<Intervention>("--intervention", "What was done");
        var (exercises, activities, pain) = (DoneOption.Exercises(), DoneOption.Activities(), DoneOption.Pain());
        var response = TextOption.Optional("--response", "How the patient responded");
        var telehealth = new Option<bool>("--telehealth") { Description = "It was given from afar" };
        var note = IdOption.Of("--note", "note of the session");
        var next = DayOption.Day("--next-re-evaluation", "Of a re-evaluation: when the next is due (default: as the rule says)");
        var corrects = IdOption.Corrects("session");
        var reason = TextOption.Optional("--reason", "Why it is corrected");
        var id = IdOption.New("--session-id", "session");
        return new Command("log", "Record a session, attended or not, also days later (who treats)")
        {
            order, day, attendance, why, purpose, supervisor, timed, untimed, interventions, exercises, activities, pain, response, telehealth, note, next, corrects, reason, id,
        }
            .TakesOverrides().SendsOnPlan("Session recorded.", parse =>
            {
                var request = new RecordSessionRequest
                {
                    SessionId = parse.GetValue(id),
                    TherapyOrderId = parse.GetValue(order),
                    SessionDate = parse.GetValue(day) is { Length: > 0 } given ? given : DayOption.Iso(DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().DateTime)),
                    Attendance = parse.GetValue(attendance) is not SessionAttendance.Unspecified and var how ? how : SessionAttendance.Attended,
                    AttendanceReason = parse.GetValue(why),
                    Purpose = parse.GetValue(purpose) is not SessionPurpose.Unspecified and var what ? what : SessionPurpose.Treatment,
                    SupervisingPersonId = parse.GetValue(supervisor),
                    TimedMinutes = parse.GetValue(timed),
                    UntimedMinutes = parse.GetValue(untimed),
                    Interventions = { parse.GetValue(interventions) ?? [] },
                    Exercises = { parse.GetValue(exercises) },
                    Activities = { parse.GetValue(activities) },
                    Response = parse.GetValue(response),
                    Telehealth = parse.GetValue(telehealth),
                    NoteId = parse.GetValue(note),
                    NextReevaluationDate = parse.GetValue(next),
                    SupersedesSessionId = parse.GetValue(corrects),
                    CorrectionReason = parse.GetValue(reason),
                };
                var (before, after) = parse.GetValue(pain);
                if (before is { } from) request.PainBefore = from;
                if (after is { } to) request.PainAfter = to;
                return request;
            });
    }
}

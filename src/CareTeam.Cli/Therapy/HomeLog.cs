namespace CareTeam.Cli.Therapy;

public static class HomeLog
{
    public static Command Command()
    {
        var day = DayOption.Day("--on", "Day (default: today)");
        var exercises = IdOption.OfMany("--exercise", "exercise", "that was done (default: all of the programme)");
        var (activities, pain) = (DoneOption.Activities(), DoneOption.Pain());
        var rpe = OrderOptions.Number("--rpe", "How hard it was, Borg 6 to 20");
        var comment = TextOption.Optional("--comment", "What there is to say");
        return new Command("log", "Log that the home programme was done (patient, caregiver, therapists)") { day, exercises, activities, pain, rpe, comment }
            .SendsOnPlan("Logged.", parse =>
            {
                var request = new LogHomeExerciseRequest
                {
                    LogDate = parse.GetValue(day),
                    ExerciseIds = { parse.GetValue(exercises) },
                    Activities = { parse.GetValue(activities) },
                    Rpe = parse.GetValue(rpe),
                    Comment = parse.GetValue(comment),
                };
                var (before, after) = parse.GetValue(pain);
                if (before is { } from) request.PainBefore = from;
                if (after is { } to) request.PainAfter = to;
                return request;
            });
    }
}

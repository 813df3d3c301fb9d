using CareTeam.Cli.Rules;

namespace CareTeam.Cli.Therapy;

public static class ExerciseAdjust
{
    public static Command Command()
    {
        var exercise = IdOption.Existing("exercise");
        var change = WordOption.One<ExerciseChange>("--as", "progressed, regressed, stopped or assistant-limit-set", required: true);
        var (dose, limit) = (ExerciseDoseOption.New("--dose", "The whole dose as it shall be"), ExerciseDoseOption.New("--assistant-limit", "How far an assistant may progress it from now on"));
        var from = DayOption.Day("--from", "The day from which it holds (default: today)");
        var reason = TextOption.Required("--reason", "Why");
        return new Command("adjust", "Progress, regress or stop an exercise (therapists; assistants as far as they are let)") { exercise, change, dose, limit, from, reason }.TakesOverrides()
            .SendsOnPlan("Exercise adjusted.", parse => new AdjustExerciseRequest
            {
                ExerciseId = parse.GetValue(exercise),
                Change = parse.GetValue(change),
                Dose = parse.GetValue(dose),
                AssistantLimit = parse.GetValue(limit),
                FromDate = parse.GetValue(from),
                Reason = parse.GetValue(reason),
            });
    }
}

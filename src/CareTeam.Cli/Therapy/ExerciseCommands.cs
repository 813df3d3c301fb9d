using CareTeam.Cli.Rules;

namespace CareTeam.Cli.Therapy;

public static class ExerciseCommands
{
    public static Command Prescribe()
    {
        var order = IdOption.Existing("order");
        var name = TextOption.Argument("name", "The exercise");
        var category = WordOption.One<ExerciseCategory>("--category", "Kind of exercise", required: true);
        var (dose, limit) = (ExerciseDoseOption.New("--dose", "Frequency, intensity and time"), ExerciseDoseOption.New("--assistant-limit", "How far an assistant may progress it (default: not at all)"));
        var instructions = TextOption.Optional("--instructions", "How to do it, and what to watch");
        var from = DayOption.Day("--from", "The day from which it holds (default: today)");
        var id = IdOption.New("--exercise-id", "exercise");
        return new Command("prescribe", "Add an exercise to an order (who may order it)") { order, name, category, dose, limit, instructions, from, id }.TakesOverrides()
            .SendsOnPlan("Exercise prescribed.", parse => new PrescribeExerciseRequest
            {
                ExerciseId = parse.GetValue(id),
                TherapyOrderId = parse.GetValue(order),
                Prescription = new()
                {
                    Name = parse.GetValue(name),
                    Category = parse.GetValue(category),
                    Dose = parse.GetValue(dose) ?? new(),
                    Instructions = parse.GetValue(instructions),
                    AssistantLimit = parse.GetValue(limit),
                },
                FromDate = parse.GetValue(from),
            });
    }

    public static Command Adjust()
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

    public static Command Quota()
    {
        var order = IdOption.Existing("order");
        var activity = WordOption.One<GradedActivity>("--activity", "What", required: true);
        var target = new Option<double>("--target") { Description = "A week: minutes, metres or pounds; 0 ends the quota", HelpName = "number" };
        var level = WordOption.One<OccupationalLevel>("--level", "Of lifting and carrying, instead of a number");
        var from = DayOption.Day("--from", "A day of the first week (default: this week)");
        var reason = TextOption.Required("--reason", "Why");
        return new Command("quota", "Set the weekly quota of a graded activity (who may order the therapy)") { order, activity, target, level, from, reason }.TakesOverrides()
            .SendsOnPlan("Quota set.", parse => new SetActivityQuotaRequest
            {
                TherapyOrderId = parse.GetValue(order),
                Activity = parse.GetValue(activity),
                WeeklyTarget = parse.GetValue(target),
                Level = parse.GetValue(level),
                FromDate = parse.GetValue(from),
                Reason = parse.GetValue(reason),
            });
    }
}

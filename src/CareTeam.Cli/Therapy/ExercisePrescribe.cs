using CareTeam.Cli.Rules;

namespace CareTeam.Cli.Therapy;

public static class ExercisePrescribe
{
    public static Command Command()
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
}

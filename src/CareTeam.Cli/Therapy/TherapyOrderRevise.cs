using CareTeam.Cli.Rules;

namespace CareTeam.Cli.Therapy;

public static class TherapyOrderRevise
{
    public static Command Command()
    {
        var id = IdOption.Existing("order");
        var order = new OrderOptions();
        var reason = TextOption.Required("--reason", "Why it is revised");
        var evaluation = IdOption.Of("--evaluation", "session");
        return order.AddTo(new Command("revise", "Change an order; what is left out becomes empty, but for its evaluation, which stays (who may order it)") { id, reason, evaluation }).TakesOverrides()
            .SendsOnPlan("Therapy order revised.", parse => new ReviseTherapyOrderRequest
            {
                TherapyOrderId = parse.GetValue(id),
                Prescription = order.Read(parse),
                Reason = parse.GetValue(reason),
                EvaluationSessionId = parse.GetValue(evaluation),
            });
    }
}

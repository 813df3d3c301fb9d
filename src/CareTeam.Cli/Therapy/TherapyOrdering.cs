using CareTeam.Cli.Rules;

namespace CareTeam.Cli.Therapy;

public static class TherapyOrdering
{
    public static Command Order()
    {
        var discipline = WordOption.One<Discipline>("--discipline", "physical-therapy, occupational-therapy or psychology", required: true);
        var order = new OrderOptions();
        var established = DayOption.Day("--established", "Day on which it was written (default: today)");
        var evaluation = IdOption.Of("--evaluation", "session");
        var therapist = TextOption.Optional("--therapist", "Member who shall treat (default: anyone of the discipline)", "person");
        var id = IdOption.New("--therapy-order-id", "order");
        var command = order.AddTo(new Command("order", "Set up the plan of care of a discipline (physicians; therapists for their own discipline)") { discipline });
        foreach (var option in new Option[] { established, evaluation, therapist, id }) command.Options.Add(option);
        return command.TakesOverrides().SendsOnPlan("Therapy ordered.", parse => new OrderTherapyRequest
        {
            TherapyOrderId = parse.GetValue(id),
            Discipline = parse.GetValue(discipline),
            Prescription = order.Read(parse),
            EstablishedDate = parse.GetValue(established),
            EvaluationSessionId = parse.GetValue(evaluation),
            TherapistPersonId = parse.GetValue(therapist),
        });
    }

    public static Command Revise()
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

    public static Command Discharge()
    {
        var id = IdOption.Existing("order");
        var reason = WordOption.One<DischargeReason>("--reason", "Why", required: true);
        var summary = TextOption.Optional("--summary", "How it ended; required unless the goals are reached");
        var day = DayOption.Day("--on", "Last day of the episode (default: today)");
        return new Command("discharge", "End an episode of therapy (who may order it)") { id, reason, summary, day }
            .SendsOnPlan("Discharged.", parse => new DischargeFromTherapyRequest
            {
                TherapyOrderId = parse.GetValue(id),
                Reason = parse.GetValue(reason),
                Summary = parse.GetValue(summary),
                DischargedDate = parse.GetValue(day),
            });
    }
}

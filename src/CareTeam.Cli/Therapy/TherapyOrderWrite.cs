using CareTeam.Cli.Rules;

namespace CareTeam.Cli.Therapy;

public static class TherapyOrderWrite
{
    public static Command Command()
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
}

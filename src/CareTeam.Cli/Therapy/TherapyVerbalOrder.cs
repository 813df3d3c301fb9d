namespace CareTeam.Cli.Therapy;

public static class TherapyVerbalOrder
{
    public static Command Command()
    {
        var order = IdOption.Existing("order");
        var by = TextOption.Required("--by", "Member who gave it", "person");
        var given = DayOption.Day("--given", "Day (default: today)");
        return new Command("verbal-order", "Record that an order was given orally; its signature falls due (who may order it)") { order, by, given }
            .SendsOnPlan("Verbal order recorded.", parse => new RecordVerbalOrderRequest
            {
                TherapyOrderId = parse.GetValue(order),
                GivenByPersonId = parse.GetValue(by),
                GivenDate = parse.GetValue(given),
            });
    }
}

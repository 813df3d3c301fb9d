using CareTeam.Cli.Rules;

namespace CareTeam.Cli.Therapy;

public static class TherapyCertify
{
    public static Command Command()
    {
        var order = IdOption.Existing("order");
        var signed = DayOption.Day("--signed", "Day of the signature (default: today)");
        var days = OrderOptions.Number("--days", "For so many days (default: as many as the rule allows)");
        var delay = TextOption.Optional("--delay-reason", "Why it was not signed in time; a late certification needs it");
        return new Command("certify", "Sign an order, or recertify it (physicians; practitioners where they may)") { order, signed, days, delay }.TakesOverrides()
            .SendsOnPlan("Therapy certified.", parse => new CertifyTherapyRequest
            {
                TherapyOrderId = parse.GetValue(order),
                SignedDate = parse.GetValue(signed),
                IntervalDays = parse.GetValue(days),
                DelayReason = parse.GetValue(delay),
            });
    }
}

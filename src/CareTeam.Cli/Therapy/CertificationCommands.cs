using CareTeam.Cli.Rules;

namespace CareTeam.Cli.Therapy;

public static class CertificationCommands
{
    public static Command Certify()
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

    public static Command VerbalOrder()
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

    public static Command Sent()
    {
        var order = IdOption.Existing("order");
        var day = DayOption.Day("--on", "Day (default: today)");
        var signed = DayOption.Day("--referral-signed", "Day on which the referral on file was signed");
        var by = TextOption.Optional("--referral-by", "Who signed the referral");
        return new Command("sent", "Record that an order was sent to the physician, and which signed referral is on file (who may order it)") { order, day, signed, by }
            .SendsOnPlan("Recorded.", parse => new RecordTherapyPlanSentRequest
            {
                TherapyOrderId = parse.GetValue(order),
                SentDate = parse.GetValue(day),
                ReferralSignedDate = parse.GetValue(signed),
                ReferralSignedBy = parse.GetValue(by),
            });
    }
}

namespace CareTeam.Cli.Therapy;

public static class TherapySent
{
    public static Command Command()
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

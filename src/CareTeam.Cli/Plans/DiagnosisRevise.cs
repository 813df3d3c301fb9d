namespace CareTeam.Cli.Plans;

public static class DiagnosisRevise
{
    public static Command Command()
    {
        var diagnosis = IdOption.Existing("diagnosis");
        var verification = WordOption.One<DiagnosisVerification>("--as", "How sure it is; refuted or entered-in-error: it holds no more");
        var onset = DayOption.Day("--onset", "Day of onset, as it is corrected");
        var unknown = new Option<bool>("--onset-unknown") { Description = "The day of onset is not known after all" };
        var reason = TextOption.Required("--reason", "Why it is revised", "reason");
        return new Command("revise", "Confirm, refute or withdraw a diagnosis, or correct its onset (physicians of the team)") { diagnosis, verification, onset, unknown, reason }
            .SendsOnPlan("Diagnosis revised.", parse =>
            {
                var request = new ReviseDiagnosisRequest { DiagnosisId = parse.GetValue(diagnosis), Verification = parse.GetValue(verification), Reason = parse.GetValue(reason) };
                if (parse.GetValue(unknown) || parse.GetValue(onset) is { Length: > 0 }) request.OnsetDate = parse.GetValue(unknown) ? "" : parse.GetValue(onset);
                return request;
            });
    }
}
